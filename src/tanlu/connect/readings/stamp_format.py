"""What a map says of the form of time, and what a file's own texts say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from tanlu.connect.readings.stamp import read_stamp

_TOKENS = (
    ("yyyy", "%Y"), ("YYYY", "%Y"), ("yy", "%y"), ("YY", "%y"), ("MMM", "%b"), ("MM", "%m"),
    ("dd", "%d"), ("DD", "%d"), ("HH", "%H"), ("hh", "%H"), ("mm", "%M"), ("ss", "%S"),
    ("SS", "%S"), ("M", "%m"), ("d", "%d"), ("D", "%d"), ("H", "%H"), ("h", "%H"), ("m", "%M"),
    ("s", "%S"),
)  # fmt: skip
_WORDS = frozenset(
    {"", "auto", "iso", "iso8601", "iso 8601", "excel", "serial", "epoch", "epoch_s", "epoch_ms",
     "epoch_us", "unix", "unix_ms", "timestamp", "自动"}
)  # fmt: skip
_FAST = (
    "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M",
    "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M",
    "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M",
    "%d-%m-%Y %H:%M", "%m-%d-%Y %H:%M", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d",
)  # fmt: skip


_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StampStyle:
    """How a file writes time. `fast`: a pattern of strptime that most texts fit."""

    fast: str = ""
    day_first: bool | None = None
    takes_end: bool = False


def style_of(written: str) -> StampStyle | None:
    """The style that a map's `format` means; None when nobody could know.

    Args:
        written: A pattern of strptime, or of a spreadsheet, or a word.

    Example:
        >>> style_of("dd.MM.yyyy HH:mm").fast, style_of("%m/%d/%Y %H:%M").day_first
        ('%d.%m.%Y %H:%M', False)
        >>> style_of("when?") is None
        True
    """
    text = written.strip()
    if text.casefold() in _WORDS:
        return StampStyle()
    pattern = text if "%" in text else _from_tokens(text)
    packed = pattern.replace("%F", "%Y-%m-%d").replace("%T", "%H:%M:%S").replace("%R", "%H:%M")
    has_day = ("%d" in packed or "%e" in packed) and ("%m" in packed or "%b" in packed)
    is_known = ("%Y" in packed or "%y" in packed) and (has_day or "%j" in packed)
    if not is_known:
        return None
    return StampStyle(packed, _order(packed))


def _from_tokens(text: str) -> str:
    found, at = "", 0
    while at < len(text):
        token = next(((t, p) for t, p in _TOKENS if text.startswith(t, at)), None)
        if token and _stands_alone(text, at, token[0]):
            found, at = found + token[1], at + len(token[0])
        else:
            found, at = found + text[at], at + 1
    return found


def _stands_alone(text: str, at: int, token: str) -> bool:
    # "when" is no pattern of a date though it has an h
    after = text[at + len(token) : at + len(token) + 1]
    before = text[at - 1] if at else ""
    is_letter = any(c.isascii() and c.isalpha() and c not in "TyYMdDHhmsS" for c in (before, after))
    return not is_letter


def _order(pattern: str) -> bool | None:
    day, month, year = (pattern.find(p) for p in ("%d", "%m", "%Y"))
    if min(day, month) < 0 or (0 <= year < min(day, month)):
        return None
    return day < month


def guess_style(texts: Sequence[str], *, takes_end: bool = False) -> StampStyle:
    """The style of a file, by its texts in their order.

    Where 1/3/2025 could be two days, texts that leave no doubt decide; then the order
    in which the days follow one another. Where neither helps, nobody knows.

    Args:
        texts: Texts of the time column, in the order of the file.
        takes_end: Of "00:00-00:15", whether the end is meant.

    Example:
        >>> guess_style(["01/03/2025 00:00", "13/03/2025 00:00"]).day_first
        True
        >>> guess_style(["02/01/2025", "02/02/2025", "02/03/2025", "02/04/2025"]).day_first
    """
    day_first = _day_first(texts)
    style = StampStyle("", day_first, takes_end)
    sample = list(dict.fromkeys(texts[:400]))[:60]
    read = {t: s for t in sample if (s := read_stamp(t, day_first=day_first)) is not None}
    for pattern in (p for p in _FAST if _agrees(p, day_first)):
        fits = [t for t in read if _same(t, pattern, read[t].local)]
        if read and len(fits) * 2 > len(read):
            return StampStyle(pattern, day_first, takes_end)
    return style


def _agrees(pattern: str, day_first: bool | None) -> bool:  # noqa: FBT001 - three states
    if pattern[:3] in ("%d/", "%d-"):
        return day_first is True
    return day_first is False if pattern[:3] in ("%m/", "%m-") else True


def _same(text: str, pattern: str, local: datetime) -> bool:
    try:
        return datetime.strptime(text.strip(), pattern) == local  # noqa: DTZ007 - local as read
    except ValueError:
        return False


_SLASHED = re.compile(r"\s*(\d{1,2})[-/](\d{1,2})[-/](\d{2,4})(?=\D|$)")


def _day_first(texts: Sequence[str]) -> bool | None:
    pairs = [(int(m[1]), int(m[2])) for t in texts if (m := _SLASHED.match(t))]
    days = any(first > 12 for first, _ in pairs)
    months = any(second > 12 for _, second in pairs)
    if days != months:
        return days
    if days:  # both: no single order fits, each text that leaves doubt is refused
        return None
    return _by_steps(list(dict.fromkeys(t for t in texts if _SLASHED.match(t)))[:400])


def _by_steps(texts: Sequence[str]) -> bool | None:
    """The order under which stamps lie closest, where several of them share a day.

    Of dates alone nobody can tell the first of twelve months from twelve days of January.
    """
    ways = {order: _steps(texts, day_first=order) for order in (True, False)}
    if not all(ways.values()) or min(ways[True]) >= _DAY:
        return None
    spans = {order: sum(steps, timedelta()) for order, steps in ways.items()}
    closer = min(spans, key=lambda order: spans[order])
    return closer if spans[closer] * 2 < spans[not closer] else None


def _steps(texts: Sequence[str], *, day_first: bool) -> list[timedelta]:
    moments = [s.local for t in texts if (s := read_stamp(t, day_first=day_first))]
    return [abs(b - a) for a, b in pairwise(moments) if a != b] if len(moments) > 2 else []
