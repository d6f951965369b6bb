"""Time spans: half-open, named by their start, read as people write them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tanlu.errors import InputError, Place

_YEAR = re.compile(r"^(\d{4})年?$")
_QUARTER = re.compile(r"^(\d{4})(?:-|年)?[Qq第]([1-4])(?:季度)?$")
_MONTH = re.compile(r"^(\d{4})[-/.年](\d{1,2})月?$")
_DAY = re.compile(r"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of days from `start` up to, not including, `end`.

    Example:
        >>> parse_period("2022").days
        365
    """

    start: date
    end: date

    @property
    def days(self) -> int:
        """Number of days. [d]"""
        return (self.end - self.start).days

    @property
    def year(self) -> int:
        """The calendar year in which the span starts."""
        return self.start.year

    def overlaps(self, other: "Period") -> bool:
        """Whether two spans share a day.

        Example:
            >>> parse_period("2022").overlaps(parse_period("2022-12"))
            True
        """
        return self.start < other.end and other.start < self.end

    def __str__(self) -> str:
        """The shortest way to write it."""
        return _shortest(self)


def year_period(year: int) -> Period:
    """A calendar year.

    Example:
        >>> str(year_period(2022))
        '2022'
    """
    return Period(date(year, 1, 1), date(year + 1, 1, 1))


def month_period(year: int, month: int) -> Period:
    """A calendar month.

    Example:
        >>> month_period(2024, 2).days
        29
    """
    following = date(year + month // 12, month % 12 + 1, 1)
    return Period(date(year, month, 1), following)


def find_period(text: str) -> Period | None:
    """The span a text means, or None.

    Accepts a year, a quarter, a month, a day, and `start/end` with the end
    not included.

    Example:
        >>> str(find_period("2022年3月"))
        '2022-03'
    """
    text = text.strip().replace(" ", "")
    try:
        if text.count("/") == 1 and len(text) > len("2022/12"):
            start, end = (_day(part) for part in text.split("/"))
            return Period(start, end) if start and end and start < end else None
        return _named(text)
    except ValueError:  # a day that no calendar has
        return None


def parse_period(text: str, place: Place | None = None) -> Period:
    """The span that a text means.

    Raises:
        InputError: When it is not a year, quarter, month, day or start/end.

    Example:
        >>> parse_period("2022Q2").end
        datetime.date(2022, 7, 1)
    """
    period = find_period(text)
    if period is None:
        raise InputError.of("unknown_period", place, text=text)
    return period


def _named(text: str) -> Period | None:
    if match := _YEAR.match(text):
        return year_period(int(match[1]))
    if match := _QUARTER.match(text):
        first = int(match[2]) * 3 - 2
        year = int(match[1])
        return Period(date(year, first, 1), month_period(year, first + 2).end)
    if match := _MONTH.match(text):
        return month_period(int(match[1]), int(match[2]))
    day = _day(text)
    return Period(day, day + timedelta(days=1)) if day else None


def _day(text: str) -> date | None:
    match = _DAY.match(text)
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None


def find_date(text: str) -> date | None:
    """A day as people write it, or None.

    Example:
        >>> find_date("2022年3月1日")
        datetime.date(2022, 3, 1)
    """
    try:
        return _day(text.strip())
    except ValueError:
        return None


def _shortest(period: Period) -> str:
    start, end = period.start, period.end
    if period == year_period(start.year):
        return f"{start.year:04d}"
    if period == month_period(start.year, start.month):
        return f"{start.year:04d}-{start.month:02d}"
    if period.days == 1:
        return start.isoformat()
    quarter = (start.month + 2) // 3
    if period == _named(f"{start.year:04d}Q{quarter}"):
        return f"{start.year:04d}Q{quarter}"
    return f"{start.isoformat()}/{end.isoformat()}"
