"""Headings that are times of a day: a sheet with a row for each day."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

_CLOCK = re.compile(r"(\d{1,2})[:：时点hH](\d{2})?(?:[:：分]\d{0,2})?")
_RANGE = re.compile(r"\s*(?:-|–|—|~|～|至|到)\s*")
_NUMBERED = re.compile(
    r"(?:h|he|hr|hour|p|t|v|q|点|第|时段)?\s*_?0*(\d{1,4})\s*(?:时|点|h|小时|点位)?", re.IGNORECASE
)
_COUNTS = (24, 48, 96, 144, 288)
DAY_MIN = 1440


def clock_minutes(text: str) -> tuple[int, int] | None:
    """The minutes since midnight that a heading says: start and, if it says one, end.

    Example:
        >>> clock_minutes("00:15"), clock_minutes("0:00-0:15"), clock_minutes("合计")
        ((15, -1), (0, 15), None)
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    parts = _RANGE.split(plain)
    read = [_clock(part) for part in parts]
    if not plain or len(parts) > 2 or None in read:
        return None
    first = read[0] or 0
    return first, (read[1] or DAY_MIN) if len(parts) == 2 and read[1] is not None else -1


def _clock(text: str) -> int | None:
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    minutes = int(match[1]) * 60 + int(match[2] or 0)
    return minutes if minutes <= DAY_MIN and int(match[2] or 0) < 60 else None


def day_starts(texts: Sequence[str], *, marks_end: bool) -> tuple[list[int], int] | None:
    """When the interval of each column begins, and how long it is.

    Args:
        texts: Headings of the columns, in their order.
        marks_end: Whether a heading such as "00:15" is the interval's end.

    Returns:
        Minutes since midnight for each column, and the length of one; None when the
        headings are no times and their number is no day's.

    Example:
        >>> day_starts(["0:15", "0:30", "0:45"], marks_end=True)
        ([0, 15, 30], 15)
        >>> day_starts([f"H{n}" for n in range(1, 25)], marks_end=False)[0][:2]
        [0, 60]
    """
    read = [clock_minutes(text) for text in texts]
    if all(read) and len(read) > 1:
        return _by_clock([each for each in read if each], marks_end=marks_end)
    numbers = [_numbered(text) for text in texts]
    if len(texts) not in _COUNTS:
        return None
    step = DAY_MIN // len(texts)
    first = numbers[0] if numbers[0] is not None else 1
    if numbers != [None] * len(texts) and numbers != list(range(first, first + len(texts))):
        return None
    return [at * step for at in range(len(texts))], step


def _by_clock(read: list[tuple[int, int]], *, marks_end: bool) -> tuple[list[int], int] | None:
    labels = [start for start, _ in read]
    if labels[-1] == 0 and labels[0] > 0:
        labels[-1] = DAY_MIN  # the midnight that ends the day
    steps = {b - a for a, b in pairwise(labels)}
    if len(steps) != 1 or min(steps) <= 0:
        return None
    step = steps.pop()
    has_range = read[0][1] >= 0
    shift = 0 if has_range or not (marks_end or labels[-1] == DAY_MIN) else step
    return [label - shift for label in labels], step


def _numbered(text: str) -> int | None:
    match = _NUMBERED.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return int(match[1]) if match else None
