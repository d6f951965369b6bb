"""One text of date and time, in the many ways in which people and machines write it."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's days have no zone
_MONTHS = {name: number for number, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1,
)} | {"mai": 5, "okt": 10, "dez": 12, "mär": 3, "sept": 9}  # fmt: skip
_OFFSETS = {"z": 0, "utc": 0, "gmt": 0, "mez": 60, "cet": 60, "mesz": 120, "cest": 120}
_DATES = (
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?=$|\D)"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?=$|[T\s]|\d{4}(?:\d{2})?$)"),
    re.compile(
        r"(?P<d>\d{1,2})[-/.\s]+(?P<mon>[A-Za-zä]{3,9})\.?[-/.,\s]+(?P<y>\d{4}|\d{2})(?=$|\D)"
    ),
    re.compile(
        r"(?P<mon>[A-Za-zä]{3,9})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})(?=$|\D)"
    ),
    re.compile(r"(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?=$|\D)"),
)
_CLOCK = re.compile(
    r"[T\s,]*(?P<h>\d{1,2})(?::(?P<min>\d{1,2})(?::(?P<s>\d{1,2})(?:[.,](?P<f>\d{1,9}))?)?)?:?"
    r"\s*(?P<half>am|pm|a\.m\.|p\.m\.)?",
    re.IGNORECASE,
)
_PACKED = re.compile(r"[T\s]*(?P<h>\d{2})(?P<min>\d{2})(?P<s>\d{2})?(?!\d)")
_OFFSET = re.compile(
    r"\s*(?P<sign>[+-])(?P<h>\d{2}):?(?P<m>\d{2})?|\s*\(?(?P<name>[A-Za-z]{1,4})\)?"
)
_RANGE = re.compile(r"\s*(?:-|~|～|至|到|to|bis)\s*(?=\d{1,2}:\d{2})")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WORDS = str.maketrans(
    dict.fromkeys("年月—–", "-") | dict.fromkeys("日号秒", " ") | dict.fromkeys("时點点分：", ":")
    | {"／": "/"}
)  # fmt: skip
_HALVES = {"上午": "am", "凌晨": "am", "下午": "pm", "晚上": "pm", "中午": "pm"}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment as a text gives it: local by the file's zone unless `offset` says more.

    `offset`: minutes east of UTC, None when the text does not say.
    """

    local: datetime
    offset: int | None = None

    @property
    def utc(self) -> datetime | None:
        """The instant, when the text says how far from UTC it is."""
        return None if self.offset is None else self.local - timedelta(minutes=self.offset)


Read: TypeAlias = Stamp | None


def read_stamp(text: str, *, day_first: bool | None = None, takes_end: bool = False) -> Read:
    """The moment that a text means.

    Args:
        text: Such as "2025年3月1日 0时15分", "01.03.2025 24:00", "45717.25", "1740787200".
        day_first: Whether 1/3/2025 is the first of March; None when nobody knows.
        takes_end: Of "00:00-00:15", whether the end is meant.

    Returns:
        The moment, or None when it cannot be known.

    Example:
        >>> read_stamp("2025年3月1日 24时").local
        datetime.datetime(2025, 3, 2, 0, 0)
        >>> read_stamp("1/3/2025 0:15") is None
        True
    """
    bare = unicodedata.normalize("NFKC", text).strip()
    if _NUMBER.fullmatch(bare):
        found = _from_number(bare)
        if found is not None:
            return found
    bare, half = _spoken(bare)
    bare = _side(bare, takes_end=takes_end)
    for pattern in _DATES:
        match = pattern.match(bare)
        day = _day(match, day_first) if match else None
        if match and day:
            return _with_clock(day, bare[match.end() :], half)
    return None


def _spoken(text: str) -> tuple[str, str]:
    half = ""
    for word, meaning in _HALVES.items():
        if word in text:
            text, half = text.replace(word, " "), meaning
    return re.sub(r"\s+", " ", text.translate(_WORDS)).strip(), half


def _side(text: str, *, takes_end: bool) -> str:
    parts = _RANGE.split(text, maxsplit=1)
    if len(parts) == 1 or ":" not in parts[0]:
        return text
    if not takes_end:
        return parts[0]
    day = parts[0].rsplit(" ", 1)[0] if " " in parts[0] else ""
    return f"{day} {parts[1]}" if not re.search(r"\d{4}", parts[1]) else parts[1]


def _from_number(text: str) -> Read:
    whole = text.split(".", maxsplit=1)[0]
    value = float(text)
    if len(whole) == 5 and 20_000 <= value < 80_000:
        return Stamp(_near_second(EPOCH + timedelta(days=value)))
    scale = {10: 1, 13: 1_000, 16: 1_000_000, 19: 1_000_000_000}.get(len(whole))
    if scale is None or (scale > 1 and "." in text):
        return None
    micro = round(value * 1_000_000) if scale == 1 else int(whole) * 1_000_000 // scale
    moment = datetime.fromtimestamp(0, UTC).replace(tzinfo=None) + timedelta(microseconds=micro)
    return Stamp(moment, 0)


def _near_second(moment: datetime) -> datetime:
    # a serial of a spreadsheet holds a day in a double: its microseconds are noise
    return (moment + timedelta(microseconds=500_000)).replace(microsecond=0)


def _day(match: re.Match[str], day_first: bool | None) -> datetime | None:  # noqa: FBT001 - three states
    part = match.groupdict()
    year = int(part["y"]) + (2000 if len(part["y"]) == 2 else 0)
    if part.get("mon"):
        month = _MONTHS.get(part["mon"][:4].lower()) or _MONTHS.get(part["mon"][:3].lower())
        return _safe(year, month or 0, int(part["d"]))
    if part.get("m"):
        return _safe(year, int(part["m"]), int(part["d"]))
    first, second = int(part["a"]), int(part["b"])
    if day_first is None:
        day_first = _shown_order(part["sep"], first, second)
    if day_first is None:
        return None
    return _safe(year, second, first) if day_first else _safe(year, first, second)


def _shown_order(sep: str, first: int, second: int) -> bool | None:
    if sep == "." or first > 12 or first == second:
        return True
    return False if second > 12 else None


def _safe(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day)  # noqa: DTZ001 - its zone comes later
    except ValueError:
        return None


def _with_clock(day: datetime, rest: str, half: str) -> Read:
    if not rest.strip(" :"):
        return Stamp(day)
    match = _PACKED.match(rest) or _CLOCK.match(rest)
    if match is None:
        return None
    part = match.groupdict()
    second = _seconds(part, half or (part.get("half") or "").replace(".", "").lower())
    offset = _offset(rest[match.end() :].strip(" :"))
    if second is None or offset == "odd":
        return None
    moment = day + timedelta(seconds=second)
    return Stamp(moment, offset if isinstance(offset, int) else None)


def _seconds(part: dict[str, str | None], half: str) -> float | None:
    hour, minute = int(part["h"] or 0), int(part.get("min") or 0)
    second = int(part.get("s") or 0) + float("0." + (part.get("f") or "0"))
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    total = hour * 3600 + minute * 60 + second
    is_clock = minute < 60 and second < 60 and total <= 86_400
    return total if is_clock else None


def _offset(text: str) -> int | str | None:
    if not text:
        return None
    match = _OFFSET.fullmatch(text)
    if match is None:
        return "odd"
    if match["sign"]:
        minutes = int(match["h"]) * 60 + int(match["m"] or 0)
        return -minutes if match["sign"] == "-" else minutes
    return _OFFSETS.get(match["name"].lower(), "odd")
