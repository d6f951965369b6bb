"""Which days a page of readings shows, in which steps, and the same days a year before."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from tanlu.errors import InputError

Step: TypeAlias = Literal["native", "hour", "day"]
By: TypeAlias = Literal["auto", "native", "hour", "day"]
Align: TypeAlias = Literal["weekday", "date"]
_DAY = timedelta(days=1)
_WEEKS_OF_YEAR = timedelta(weeks=52)
_NATIVE_DAYS = 10  # steps that leave a screen some thousand points at most
_HOUR_DAYS = 92
_MOST_DAYS = {"native": 92, "hour": 366, "day": 3_660}
_USUAL_DAYS = 7


@dataclass(frozen=True, slots=True)
class Span:
    """Local days from `first` up to, not with, `end`."""

    first: date
    end: date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.end - self.first).days

    @property
    def last(self) -> date:
        """The last day."""
        return self.end - _DAY

    def step(self, by: By = "auto") -> Step:
        """The step that a screen can show: readings for days, hours for weeks, else days.

        Raises:
            InputError: When so many days cannot be shown in the step asked for.

        Example:
            >>> Span(date(2025, 1, 1), date(2026, 1, 1)).step()
            'day'
        """
        if by == "auto":
            if self.days <= _NATIVE_DAYS:
                return "native"
            return "hour" if self.days <= _HOUR_DAYS else "day"
        if self.days > _MOST_DAYS[by]:
            raise InputError.of("span_too_long", days=self.days, most=_MOST_DAYS[by])
        return by

    def before(self, align: Align) -> "Span":
        """The same days of the year before: the same weekdays, or the same dates.

        Example:
            >>> Span(date(2025, 3, 3), date(2025, 3, 4)).before("weekday").first
            datetime.date(2024, 3, 4)
        """
        first = self.first - _WEEKS_OF_YEAR
        if align == "date":
            first = _year_before(self.first)
        return Span(first, first + timedelta(days=self.days))


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


def span_of(first: str, last: str, newest: date) -> Span:
    """The days asked for, both ends shown; the newest week when none are named.

    Args:
        first: First day, ISO; empty: a week before the last.
        last: Last day, ISO; empty: the newest with readings.
        newest: The newest day with readings.

    Raises:
        InputError: When a day cannot be read, or the last is before the first.
    """
    until = _day(last) if last else newest
    since = _day(first) if first else until - timedelta(days=_USUAL_DAYS - 1)
    if until < since:
        raise InputError.of("span_backwards", first=since, last=until)
    if (until - since).days >= _MOST_DAYS["day"]:
        raise InputError.of("span_too_long", days=(until - since).days, most=_MOST_DAYS["day"])
    return Span(since, until + _DAY)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError.of("not_a_day", value=text) from None
