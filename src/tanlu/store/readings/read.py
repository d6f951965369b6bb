"""Read days: the newest of the table, pending arrivals laid over them."""

from collections.abc import Collection
from datetime import date, timedelta

import polars as pl

from tanlu.model.reading import DAY
from tanlu.store.readings.lay import lay
from tanlu.store.readings.records import State
from tanlu.store.readings.snapshot import snapshot
from tanlu.store.readings.store import Readings, Snapshot
from tanlu.store.readings.table import files_of, scan

_KEY = ["channel", "day"]
_DAY = timedelta(days=1)
_NONE = pl.DataFrame(schema=DAY)


def days(
    readings: Readings,
    channels: Collection[str] | None,
    start: date,
    end: date,
    as_of: State | None = None,
) -> pl.DataFrame:
    """Day rows as they are now, or as they were.

    Args:
        readings: The open store.
        channels: Which channels; all when None.
        start: The first local day.
        end: The day after the last one.
        as_of: A state of before; the present one when None.

    Returns:
        Schema `DAY`, one row for each channel and day, sorted.

    Raises:
        StateError: When the state asked for can no longer be told.
    """
    seen = snapshot(readings, as_of)
    arrived = arrived_between(readings, seen, channels, start, end)
    found = stored_days(readings, seen.version, channels, start, end)
    if arrived.height:
        newer, _ = lay(found, arrived, readings.channels, readings.clock)
        newer = newer.filter(pl.col("day").is_between(start, end, closed="left"))
        found = pl.concat([found.join(newer, on=_KEY, how="anti"), newer])
    return found.sort(_KEY)


def stored_days(
    readings: Readings, version: int, channels: Collection[str] | None, start: date, end: date
) -> pl.DataFrame:
    """The newest row of each channel and day that a version of the table holds."""
    files = files_between(readings, version, channels, start, end)
    rows = scan(readings, files["path"].to_list()) if files.height else _NONE.lazy()
    return newest_between(rows, channels, start, end, versions=has_versions(files))


def files_between(
    readings: Readings, version: int, channels: Collection[str] | None, start: date, end: date
) -> pl.DataFrame:
    """The files of a version in which days of a span and these channels may lie."""
    wanted = (pl.col("layer") == 0) & (pl.col("last_day") >= start) & (pl.col("first_day") < end)
    if channels is not None:
        names = sorted(channels) or [""]
        wanted &= (pl.col("first_channel") <= names[-1]) & (pl.col("last_channel") >= names[0])
    return files_of(readings, version).filter(wanted)


def has_versions(files: pl.DataFrame) -> bool:
    """Whether a day may lie in several files, in one version each."""
    return files.height > files["month"].n_unique()


def newest_between(
    rows: pl.LazyFrame, channels: Collection[str] | None, start: date, end: date, *, versions: bool
) -> pl.DataFrame:
    """The newest row of each channel and day of a span, out of the rows of some files."""
    wanted = pl.col("day").is_between(start, end, closed="left")
    if channels is not None:
        wanted &= pl.col("channel").is_in(sorted(channels))
    found = rows.filter(wanted).collect()
    return newest(found) if versions else found


def newest(rows: pl.DataFrame) -> pl.DataFrame:
    """Of several rows of a channel and day the one of the latest arrival."""
    return rows.sort("seq").unique(_KEY, keep="last", maintain_order=True)


def arrived_between(
    readings: Readings, seen: Snapshot, channels: Collection[str] | None, start: date, end: date
) -> pl.DataFrame:
    """Pending readings that may lie on days of a span, in the order in which they came."""
    # a day more on either side: a clock that is off may put a reading on the next day
    first = readings.clock.begin(start - _DAY)
    last = readings.clock.begin(end + _DAY)
    wanted = pl.col("at").is_between(first, last, closed="left")
    if channels is not None:
        wanted &= pl.col("channel").is_in(list(channels))
    return seen.pending.filter(wanted)
