"""Use case: a day of a park's carbon flow, hour by hour, by its readings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

import polars as pl

from tanlu.account.cut import years_of
from tanlu.errors import InputError
from tanlu.measure.readings.clock import Clock
from tanlu.model.book import Book
from tanlu.model.inventory import Ledger
from tanlu.store.readings import State, state
from tanlu.trace.park import ParkTrace, trace_lines
from tanlu.trace.park_hours import hour_shares, lines_of_day
from tanlu.trace.park_lines import park_lines
from tanlu.trace.statement import ledgers
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.readings.sum import sums
from tanlu.workflow.trace_park import VIEWS, Transfers


@dataclass(frozen=True, slots=True)
class MonthByHour:
    """A month of records, and what part of each falls into every hour."""

    ledger: Ledger
    year: int
    lines: pl.DataFrame
    shares: pl.DataFrame

    def day(self, day: date, level: str, view: str) -> Transfers:
        """The carbon flow of each hour of a day."""
        return self._traced(lines_of_day(self.lines, self.shares, day), level, view)

    def hour(self, start: datetime, level: str, view: str) -> Transfers:
        """The carbon flow of the hour that begins at an instant."""
        shares = self.shares.filter(pl.col("start") == start)
        here = shares["day"].to_list()
        lines = lines_of_day(self.lines, shares, here[0]) if here else self.lines.clear()
        return self._traced(lines, level, view)

    def _traced(self, lines: pl.DataFrame, level: str, view: str) -> Transfers:
        found = trace_lines(self.ledger, self.year, lines)
        done = ledgers(found, level, VIEWS[view])
        return Transfers(found, done, view, done.total_t())


@dataclass(frozen=True, slots=True, eq=False)
class _Month:
    """A month of a ledger by a state of the readings; the same when all three are."""

    ledger: Ledger
    book: Book
    opened: Opened
    first: date
    state: State

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Month) and other.mark == self.mark

    def __hash__(self) -> int:
        return hash(self.mark)

    @property
    def mark(self) -> tuple[int, str, date, int, int]:
        """What tells one from another; the ledger is kept alive as long as this is."""
        at = self.state
        return (id(self.ledger), self.opened.park_id, self.first, at.seq, at.table_version)


def month_by_hour(lines: Ledger, book: Book, opened: Opened, day: date) -> MonthByHour:
    """Lay the records of a day's month out over hours, by the readings of their meters.

    Args:
        lines: All lines of the park.
        book: The park, for the meters that records name.
        opened: Its readings.
        day: A local day.

    Returns:
        The month; records without readings are laid out evenly.

    Raises:
        InputError: When the park has no records of that year.
    """
    if day.year not in years_of(lines):
        known = ", ".join(map(str, years_of(lines)))
        raise InputError.of("no_year", year=day.year, known=known)
    return _month(_Month(lines, book, opened, day.replace(day=1), state(opened.readings)))


@lru_cache(maxsize=4)
def _month(asked: _Month) -> MonthByHour:
    # a page moves from hour to hour of the same month
    book, opened, first = asked.book, asked.opened, asked.first
    lines = park_lines(asked.ledger, first.year).filter(pl.col("month") == first)
    meters = pl.concat(
        [book.table(name).select("record_id", channel="channel_id") for name in _TABLES]
    ).unique("record_id")
    lines = lines.join(meters, on="record_id", how="left", maintain_order="left")
    beyond = (first + timedelta(days=31)).replace(day=1)
    names = [n for n in lines["channel"].drop_nulls().unique().sort() if n in opened.channels]
    use = sums(opened, names, "hour", first, beyond) if names else _NO_USE
    shares = hour_shares(lines, use, hours_of(opened.clock, first, beyond))
    return MonthByHour(asked.ledger, first.year, lines, shares)


_TABLES = ("flows", "activities")
_NO_USE = pl.DataFrame(
    schema={"channel": pl.String, "start": pl.Datetime("us", "UTC"), "value": pl.Float64}
)


def hours_of(clock: Clock, first: date, beyond: date) -> list[tuple[date, datetime]]:
    """Every hour of some local days: the day, and when the hour begins."""
    found = []
    for number in range((beyond - first).days):
        day = first + timedelta(days=number)
        begin = clock.begin(day).astimezone(UTC)
        found += [(day, begin + timedelta(hours=h)) for h in range(clock.size(day, 60))]
    return found


def hours_record(done: Transfers, clock: Clock) -> dict[str, Any]:
    """A day as columns: one value per hour of what remains, what passes, and how clean it is."""
    hours = sorted(done.found.lines["month"].unique())
    return {
        "park": done.found.ledger.park_id,
        "level": done.ledgers.level,
        "view": done.view,
        "hours": [clock.show(hour) for hour in hours],
        "spread": spread_of(done.found),
        "members": _columns(done.ledgers.statements, ["cell"], _PARTS, hours),
        "transfers": _columns(
            done.ledgers.transfers, ["from_cell", "to_cell", "carrier", "amount_unit"],
            ("amount", "carried_t", "booked_t"), hours,
        ),
        "nodes": _columns(
            done.found.nodes, ["carrier", "node", "amount_unit"],
            ("through", "intensity", "intensity_market"), hours,
        ),
    }  # fmt: skip


_PARTS = ("direct_t", "bought_t", "received_t", "given_t", "own_t", "booked_t", "sent_out_t")


def spread_of(found: ParkTrace) -> float:
    """Which part of all records' carbon follows no meter. [1]"""
    total = float(found.lines["co2_t"].abs().sum())
    even = float(found.lines.filter(pl.col("is_spread"))["co2_t"].abs().sum())
    return even / total if total else 0.0


def _columns(
    rows: pl.DataFrame, key: Sequence[str], values: Sequence[str], hours: Sequence[datetime]
) -> list[dict[str, Any]]:
    number = {hour: n for n, hour in enumerate(hours)}
    laid = rows.sort(*key, nulls_last=True) if rows.height else rows
    found: dict[tuple[Any, ...], dict[str, list[Any]]] = {}
    for row in laid.select("month", *key, *values).iter_rows():
        names, at = row[1 : 1 + len(key)], number[row[0]]
        columns = found.get(names)
        if columns is None:
            columns = found[names] = {name: [None] * len(hours) for name in values}
        for name, value in zip(values, row[1 + len(key) :], strict=True):
            columns[name][at] = value
    return [{**dict(zip(key, names, strict=True)), **columns} for names, columns in found.items()]
