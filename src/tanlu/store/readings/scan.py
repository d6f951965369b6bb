"""Whole parks, a month at a time, in chunks: memory is bounded, the next chunk is on its way."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import polars as pl

from tanlu.model.reading import DAY
from tanlu.store.readings.lay import lay
from tanlu.store.readings.read import newest, stored_days
from tanlu.store.readings.records import State
from tanlu.store.readings.snapshot import snapshot
from tanlu.store.readings.store import Readings, Snapshot
from tanlu.store.readings.table import files_of
from tanlu.store.readings.table import scan as scan_files

CHUNK = 100_000
"""Rows of a chunk: some 77 MB of quarter hours."""

_KEY = ["channel", "day"]
Chunk = tuple[str, pl.DataFrame]


def scan(
    readings: Readings, months: Iterable[str] | None = None, as_of: State | None = None
) -> Iterator[Chunk]:
    """All channels of some months.

    Args:
        readings: The open store.
        months: Months such as "2025-03"; all that have readings when None.
        as_of: A state of before; the present one when None.

    Yields:
        Month and day rows (schema `DAY`); a channel and day comes once. A month may
        come in several chunks; within a chunk rows are sorted by channel and day.

    Raises:
        StateError: When the state asked for can no longer be told.
    """
    seen = snapshot(readings, as_of)
    arrived = seen.pending.with_columns(month=_month(readings, "at"))
    wanted = sorted(set(months)) if months is not None else _months(readings, seen, arrived)
    for month in wanted:
        yield from _scan_month(readings, seen, arrived, month)


def months_of(readings: Readings, as_of: State | None = None) -> list[str]:
    """The months that have readings."""
    seen = snapshot(readings, as_of)
    return _months(readings, seen, seen.pending.with_columns(month=_month(readings, "at")))


def _months(readings: Readings, seen: Snapshot, arrived: pl.DataFrame) -> list[str]:
    files = files_of(readings, seen.version).filter(pl.col("layer") == 0)
    return sorted({*files["month"].to_list(), *arrived["month"].to_list()})


def _month(readings: Readings, column: str) -> pl.Expr:
    return pl.col(column).dt.convert_time_zone(readings.clock.zone).dt.strftime("%Y-%m")


def _scan_month(
    readings: Readings, seen: Snapshot, arrived: pl.DataFrame, month: str
) -> Iterator[Chunk]:
    is_here = (pl.col("layer") == 0) & (pl.col("month") == month)
    files = files_of(readings, seen.version).filter(is_here)["path"].to_list()
    # files lie in the order of their arrivals: what a later one holds goes before
    over = newest(scan_files(readings, files[1:]).collect()) if files[1:] else _none()
    over = _with_arrived(readings, seen, arrived, month, over)
    for chunk in _chunks(readings, files[0]) if files else ():
        rest = chunk.join(over.select(_KEY), on=_KEY, how="anti") if over.height else chunk
        if rest.height:
            yield month, rest
    if over.height:
        yield month, over.sort(_KEY)


def _none() -> pl.DataFrame:
    return pl.DataFrame(schema=DAY)


def _with_arrived(
    readings: Readings, seen: Snapshot, arrived: pl.DataFrame, month: str, over: pl.DataFrame
) -> pl.DataFrame:
    first = date.fromisoformat(f"{month}-01")
    end = (first + timedelta(days=31)).replace(day=1)
    near = (readings.clock.begin(first - timedelta(days=1)), readings.clock.begin(end))
    # what a wrong clock sends in the last moment before a month may be of its first day
    part = arrived.filter(pl.col("at").is_between(*near, closed="left")).drop("month")
    if part.is_empty():
        return over
    names = part["channel"].unique().to_list()
    old = stored_days(readings, seen.version, names, first, end)
    newer, _ = lay(old, part, readings.channels, readings.clock)
    newer = newer.filter(pl.col("day").is_between(first, end, closed="left"))
    return pl.concat([over.join(newer, on=_KEY, how="anti"), newer])


def _chunks(readings: Readings, path: str) -> Iterator[pl.DataFrame]:
    rows = scan_files(readings, [path])
    size = int(rows.select(pl.len()).collect().item())
    parts = [rows.slice(start, CHUNK) for start in range(0, size, CHUNK)]
    with ThreadPoolExecutor(max_workers=1) as pool:
        ahead = [pool.submit(part.collect) for part in parts[:1]]
        for number in range(len(parts)):
            chunk = ahead.pop().result()
            if number + 1 < len(parts):
                ahead.append(pool.submit(parts[number + 1].collect))
            yield chunk
