"""Use case: hours of a park's carbon flow, kept on disk so that any of them is read at once."""

import hashlib
import math
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import polars as pl

from tanlu.account.cut import cut, years_of
from tanlu.account.ledger import ledger
from tanlu.catalog.load import load_catalog
from tanlu.connect.folder import TRACED
from tanlu.connect.park import load_park
from tanlu.errors import BalanceError, NotFoundError
from tanlu.model.book import WORLD, Book
from tanlu.model.inventory import Ledger
from tanlu.store.readings import state
from tanlu.store.traced import keep_month, kept_month
from tanlu.trace.month_hours import MonthHours, hours_at, month_hours
from tanlu.trace.park_lines import months_of, park_lines
from tanlu.trace.statement import ledgers
from tanlu.workflow.readings.open import of_folder
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.trace_hours import hours_of, hours_record, month_by_hour
from tanlu.workflow.trace_park import CLOSE, VIEWS, Same, Transfers

_FORM = "1"  # of what is kept: another form is computed anew
_ROWS = 300_000  # records by hour that are looked at together


@dataclass(frozen=True, slots=True)
class ParkHours:
    """A park whose hours are asked for, and the folder in which they are kept."""

    ledger: Ledger
    book: Book
    opened: Opened
    folder: Path

    def day(self, day: date, hour: int | None, level: str, view: str) -> Transfers:
        """The carbon flow of each hour of a day, or of one of them.

        Args:
            day: Local day.
            hour: Its number from 0, or all.
            level: `enterprise` or `facility`.
            view: One of `VIEWS`.

        Returns:
            Statements, transfers and nodes by hour.

        Raises:
            InputError: When the park has no records of that year.
            NotFoundError: When the day has no such hour.
        """
        starts = [at for _, at in hours_of(self.opened.clock, day, day + timedelta(days=1))]
        if hour is not None and not 0 <= hour < len(starts):
            raise NotFoundError.of("not_found", thing=str(hour))
        wanted = set(starts if hour is None else [starts[hour]])
        month = self.month(day)
        span = [n for n, start in enumerate(month.hours) if start in wanted]
        return self.at(
            month, day.year, range(span[0], span[-1] + 1) if span else range(0), level, view
        )

    def at(self, month: MonthHours, year: int, span: range, level: str, view: str) -> Transfers:
        """The carbon flow of hours of a month, by their numbers."""
        found = hours_at(month, self.ledger, year, span)
        done = ledgers(found, level, VIEWS[view])
        return Transfers(found, done, view, done.total_t())

    def month(self, day: date) -> MonthHours:
        """A day's month, as it is kept; computed and kept where it is not."""
        name, mark = f"{day:%Y-%m}", self.mark(day.year)
        found = _kept(self.folder, name, mark)
        if found is not None:
            return found
        made = month_by_hour(self.ledger, self.book, self.opened, day)
        keep_month(
            self.folder, name, mark, month_hours(made.ledger, made.year, made.lines, made.shares)
        )
        _kept.cache_clear()
        return _kept(self.folder, name, mark) or _lost(name)

    def mark(self, year: int) -> str:
        """What tells these hours from others: the records, the clock, the state of readings."""
        at = state(self.opened.readings)
        own = f"{_FORM}:{_digest(Same(self.ledger), year)}:{at.seq}:{at.table_version}"
        return hashlib.sha256(own.encode()).hexdigest()[:20]


def _lost(name: str) -> MonthHours:
    raise NotFoundError.of("not_found", thing=name)


@lru_cache(maxsize=12)
def _kept(folder: Path, name: str, mark: str) -> MonthHours | None:
    # a year's months stay mapped
    return kept_month(folder, name, mark)


@lru_cache(maxsize=12)
def _digest(same: Same, year: int) -> str:
    lines = park_lines(same.ledger, year)
    plain = lines.with_columns(pl.col(pl.Date).cast(pl.String))
    return hashlib.sha256(plain.write_csv().encode()).hexdigest()


def of_member(done: Transfers, member: str) -> Transfers:
    """What concerns one member of traced hours: its statement, its transfers, its nodes."""
    whole, found = done.ledgers, done.found
    is_mine = (pl.col("from_cell") == member) | (pl.col("to_cell") == member)
    inner = [node for node, cell in whole.cells.items() if cell == member]
    mine = replace(
        whole, statements=whole.statements.filter(pl.col("cell") == member),
        transfers=whole.transfers.filter(is_mine),
    )  # fmt: skip
    nodes = found.nodes.filter(pl.col("node").is_in(inner))
    return replace(done, found=replace(found, nodes=nodes), ledgers=mine)


def hours_of_folder(path: Path) -> ParkHours:
    """The hours of a park on disk, kept beside its tables.

    Args:
        path: The park's folder.

    Returns:
        The park.

    Raises:
        InputError: With every fault of the park.
    """
    catalog = load_catalog()
    opened = of_folder(path)
    book = load_park(path, catalog)
    return ParkHours(ledger(book, catalog), book, opened, path / TRACED)


def trace_day(path: Path, day: date, level: str, view: str) -> dict[str, Any]:
    """A day of a park on disk, by the readings beside its tables.

    Args:
        path: The park's folder.
        day: Local day.
        level: `enterprise` or `facility`.
        view: One of `VIEWS`.

    Returns:
        The day as columns.

    Raises:
        InputError: With every fault of the park, or when it has no records of that year.
    """
    park = hours_of_folder(path)
    return hours_record(park.day(day, None, level, view), park.opened.clock)


def trace_year(path: Path, year: int | None, level: str) -> dict[str, Any]:
    """Trace every hour of a year, keep them beside the park's tables, and close them.

    Args:
        path: The park's folder.
        year: Calendar year; the last one with records where none is named.
        level: `enterprise` or `facility`.

    Returns:
        Hours by month, what remains with members, the inventory, and how far they are apart.

    Raises:
        InputError: With every fault of the park, or when it has no records of that year.
        BalanceError: When an hour or the year does not close.
    """
    park = hours_of_folder(path)
    when = year or years_of(park.ledger)[-1]
    return year_record(park, when, level)


def year_record(park: ParkHours, year: int, level: str) -> dict[str, Any]:
    """A year of hours that are kept, closed hour by hour and as a whole."""
    found = [_closed_month(park, first, level) for first in _firsts(park, year)]
    known = cut(park.ledger, year=year).total_t
    own = math.fsum(month["own_t"] for month in found)
    apart = abs(own - known) / (abs(known) or 1.0)
    record = {
        "park": park.ledger.park_id, "year": year, "level": level,
        "hours": sum(month["hours"] for month in found), "months": found,
        "own_t": own, "inventory_t": known,
        "eliminated_t": math.fsum(month["eliminated_t"] for month in found),
        "closing_error": apart, "worst_hour": max(month["worst_hour"] for month in found),
    }  # fmt: skip
    worst = max(record["closing_error"], record["worst_hour"])
    if worst > CLOSE:
        raise BalanceError.of("not_balanced", law="Σ members = park", error=f"{worst:.2e}")
    return record


def _firsts(park: ParkHours, year: int) -> list[date]:
    return [date(month.year, month.month, 1) for month in months_of(park_lines(park.ledger, year))]


def _closed_month(park: ParkHours, first: date, level: str) -> dict[str, Any]:
    month = park.month(first)
    own, gone, worst = 0.0, 0.0, 0.0
    step = max(_ROWS // (len(month.records) or 1), 1)
    for at in range(0, len(month.hours), step):
        span = range(at, min(at + step, len(month.hours)))
        done = park.at(month, first.year, span, level, "location")
        worst = max(worst, _worst(done))
        own += float(done.ledgers.statements["own_t"].sum())
        gone += float(done.ledgers.statements["eliminated_t"].sum())
    return {
        "month": f"{first:%Y-%m}", "hours": len(month.hours), "own_t": own,
        "eliminated_t": gone, "worst_hour": worst,
    }  # fmt: skip


def _worst(done: Transfers) -> float:
    # what members keep in each hour against what was emitted inside and came from outside
    is_booked = (pl.col("table") != "flows") | (
        (pl.col("from_id") == WORLD) & (pl.col("to_id") != WORLD)
    )
    lines = done.found.lines.filter(is_booked).group_by("month").agg(pl.col("co2_t").sum())
    own = done.ledgers.statements.group_by("month").agg(pl.col("own_t").sum())
    both = lines.join(own, on="month", how="full", coalesce=True).fill_null(0.0)
    size = pl.col("co2_t").abs().clip(1e-12)
    return float(
        both.select(((pl.col("own_t") - pl.col("co2_t")).abs() / size).max()).item() or 0.0
    )
