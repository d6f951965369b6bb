"""Use case: carbon flow of any span of a year: the year, a month, a day, an hour."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from tanlu.account.cut import years_of
from tanlu.connect.folder import TRACED
from tanlu.errors import InputError, NotFoundError
from tanlu.model.book import WORLD
from tanlu.report.findings import Findings
from tanlu.trace.park_lines import months_of
from tanlu.workflow.desk import Desk
from tanlu.workflow.readings.open import of_desk
from tanlu.workflow.trace_hours import hours_of, spread_of
from tanlu.workflow.trace_kept import ParkHours
from tanlu.workflow.trace_park import VIEWS, Transfers, transfers_of

YEAR = "year"
_SPAN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d))?)?)?")
_KINDS = ("year", "month", "day", "hour")


@dataclass(frozen=True, slots=True)
class Span:
    """A span of a year as an address writes it: 2022, 2022-03, 2022-03-05, 2022-03-05T13.

    The hour is counted within the local day, so that a day of 25 hours has them all.
    """

    year: int
    month: int = 0
    day: int = 0
    hour: int | None = None

    @property
    def kind(self) -> str:
        """`year`, `month`, `day` or `hour`."""
        parts = (self.month or None, self.day or None, self.hour)
        return _KINDS[sum(part is not None for part in parts)]

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def key(self) -> str:
        """How the key of a figure writes it; the whole year as `year`."""
        return YEAR if self.kind == "year" else str(self)

    def __str__(self) -> str:
        month = f"-{self.month:02d}" if self.month else ""
        day = f"-{self.day:02d}" if self.day else ""
        hour = f"T{self.hour:02d}" if self.hour is not None else ""
        return f"{self.year:04d}{month}{day}{hour}"


def span_of(text: str, year: int) -> Span:
    """A span as written; no text, or `year`, is a whole year.

    Raises:
        NotFoundError: When it is none.

    Example:
        >>> span_of("2022-03-05T13", 2021).kind, str(span_of("", 2021))
        ('hour', '2021')
    """
    if text in ("", YEAR):
        return Span(year)
    match = _SPAN.fullmatch(text)
    if match is None:
        raise NotFoundError.of("not_found", thing=text)
    of_year, month, day, hour = match.groups()
    found = Span(int(of_year), int(month or 0), int(day or 0), None if hour is None else int(hour))
    try:
        _ = found.first
    except ValueError:
        raise NotFoundError.of("not_found", thing=text) from None
    return found


def spanned(desk: Desk, findings: Findings, span: Span, level: str, view: str) -> Transfers:
    """The carbon flow of a span; what lies outside a day or hour is not in it.

    Raises:
        InputError: When the park has no records of that year.
        NotFoundError: When there is no such month, or the day has no such hour.
        BalanceError: When what remains with members is not the park's total.
    """
    whole = transfers_of(findings.ledger, span.year, level, view)  # closed to the inventory
    if span.day == 0:
        names = [f"{month:%Y-%m}" for month in months_of(whole.found.lines)]
        if span.month and str(span) not in names:
            raise NotFoundError.of("not_found", thing=str(span))
        return whole
    opened = of_desk(desk, findings.book.park.park_id)
    park = ParkHours(findings.ledger, findings.book, opened, desk.home(opened.park_id) / TRACED)
    return park.day(span.first, span.hour, level, view)


def hours_in(desk: Desk, findings: Findings, day: date) -> list[str]:
    """Starts of the hours of a local day, with their offset."""
    clock = of_desk(desk, findings.book.park.park_id).clock
    return [clock.show(start) for _, start in hours_of(clock, day, day + timedelta(days=1))]


def last_year(findings: Findings) -> int:
    """The last year with records.

    Raises:
        InputError: When there is none.
    """
    years = years_of(findings.ledger)
    if not years:
        raise InputError.of("no_year", year="—", known="—")
    return years[-1]


def lines_in(done: Transfers, span: Span) -> pl.DataFrame:
    """Records of a span."""
    lines = done.found.lines
    return lines if span.kind != "month" else lines.filter(pl.col("month") == span.first)


def entered_t(done: Transfers, span: Span) -> float | None:
    """What members emit and what comes from outside; None where a part is refused. [t CO2e]"""
    is_in = (pl.col("table") != "flows") | (pl.col("from_id") == WORLD)
    values = lines_in(done, span).filter(is_in)[VIEWS[done.view]]
    return None if values.null_count() else float(values.sum())


def spread_in(done: Transfers, span: Span) -> float | None:
    """Which part of the carbon of a day or hour follows no meter. [1]"""
    return spread_of(done.found) if span.day else None
