"""Readings of a channel beside what the tables record of the same channel and period."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

import numpy as np
import polars as pl

from tanlu.measure.readings.use import is_mean, use_unit
from tanlu.model.book import Book
from tanlu.model.channel import Channel
from tanlu.model.oddity import Check
from tanlu.units import find_unit, ratio

AGAINST: Final[Mapping[str, pl.DataType]] = {
    "table": pl.String(),
    "record_id": pl.String(),
    "channel": pl.String(),
    "start": pl.Date(),
    "end": pl.Date(),
    "recorded": pl.Float64(),
    "read": pl.Float64(),
    "unit": pl.String(),
    "missing": pl.Int64(),
    "state": pl.String(),
}
"""`recorded` and `read` in the record's canonical `unit`. `state`: "within" the limit,
"differs", or "incomplete" where intervals of the period are `missing`."""
_TABLES = ("activities", "flows")
_RECORD = ("record_id", "channel_id", "start", "end", "amount", "amount_unit")


def against_records(
    days: pl.DataFrame,
    silent: pl.DataFrame,
    book: Book,
    channels: Mapping[str, Channel],
    check: Check,
) -> pl.DataFrame:
    """Each record that names a channel with readings, beside those readings.

    Args:
        days: What `day_sums` gave.
        silent: What `unread_days` gave.
        book: The checked park.
        channels: The park's channels.
        check: `reading_checks()["month"]`: by which share the two may differ.

    Returns:
        Schema `AGAINST`, in the order of the tables. A record of a channel that was
        not read in its period is left out.
    """
    more = silent.select("channel", "day", amount=0.0, absent="expected")
    known = pl.concat([days.select("channel", "day", "amount", "absent"), more])
    held = {part["channel"][0]: part.sort("day") for part in known.partition_by("channel")}
    rows = [
        row
        for table, record in _records(book)
        if record[1] in held and record[1] in channels
        for row in _beside(table, record, held[record[1]], channels[record[1]], check)
    ]
    return pl.DataFrame(rows, schema=AGAINST, orient="row")


def _records(book: Book) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for table in _TABLES:
        rows = book.table(table).filter(pl.col("channel_id").is_not_null()).select(_RECORD)
        yield from ((table, row) for row in rows.iter_rows())


def _beside(
    table: str, record: tuple[Any, ...], days: pl.DataFrame, channel: Channel, check: Check
) -> Iterator[tuple[Any, ...]]:
    record_id, name, start, end, amount, unit = record
    part = _within(days, start, end)
    if amount is None or part.is_empty() or not _fits(channel, unit):
        return
    read = float(part["amount"].sum()) * ratio(use_unit(channel), unit)
    absent = int(part["absent"].sum())
    is_whole = absent == 0 and part.height == (end - start).days
    is_near = abs(read - amount) <= check.limits["share"] * abs(amount)
    state = ("within" if is_near else "differs") if is_whole else "incomplete"
    yield table, record_id, name, start, end, amount, read, unit, absent, state


def _within(days: pl.DataFrame, start: date, end: date) -> pl.DataFrame:
    found = days["day"].to_numpy()
    first, last = np.searchsorted(found, np.array([start, end], found.dtype))
    return days[int(first) : int(last)]


def _fits(channel: Channel, unit: str) -> bool:
    used, wanted = find_unit(use_unit(channel)), find_unit(unit)
    is_same = used is not None and wanted is not None and used.dimension == wanted.dimension
    return is_same and not is_mean(channel)
