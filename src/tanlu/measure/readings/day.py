"""Readings as they arrive to day rows, back, and one day row over another."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.measure.readings.clock import Clock, day_table, locate
from tanlu.measure.readings.pack import Matrix, cells, flat, pack, unpack
from tanlu.model.channel import Channel
from tanlu.model.reading import CLOCK, DAY, DUPLICATE, LONG

NEAR = 0.1  # share of an interval by which a clock may be early and still mean the next
_KEY = ["channel", "day"]


def matrix(days: pl.DataFrame) -> Matrix:
    """The values of day rows of one size.

    Args:
        days: Day rows with equal `size`.

    Returns:
        Shape (n, size); NaN where absent.
    """
    return unpack(days["value"], "<f8", int(days["size"][0]) if days.height else 0)


def flags(days: pl.DataFrame) -> npt.NDArray[np.uint16]:
    """The flags of day rows of one size; 0 where a row carries none.

    Returns:
        Shape (n, size), writable.
    """
    size = int(days["size"][0]) if days.height else 0
    found = np.zeros((days.height, size), np.uint16)
    carry = days["flag"].is_not_null().to_numpy()
    if carry.any():
        found[carry] = unpack(days["flag"].drop_nulls(), "<u2", size)
    return found


def by_size(days: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Parts of a table of days that have the same grid and size."""
    yield from days.partition_by("minutes", "size", maintain_order=True)


def day_rows(
    names: pl.DataFrame, values: Matrix, marks: npt.NDArray[np.uint16] | None = None
) -> pl.DataFrame:
    """Day rows from a matrix.

    Args:
        names: `channel`, `day`, `minutes`, `seq`, one row for each row of the matrix;
            `at` where readings come as they come.
        values: Shape (n, size).
        marks: Flags, shape (n, size).

    Returns:
        Schema `DAY`.
    """
    n, size = values.shape
    flag = pl.Series("flag", [None] * n, dtype=pl.Binary)
    if marks is not None and marks.any():
        has = pl.Series(marks.any(axis=1))
        flag = pl.select(pl.when(has).then(pack(marks.astype("<u2")))).to_series()
    built = names.with_columns(
        pl.lit(size, pl.Int16).alias("size"),
        pack(values.astype("<f8")).alias("value"),
        flag.alias("flag"),
        pl.Series("missing", np.isnan(values).sum(axis=1), dtype=pl.Int16),
    )
    if "at" not in built.columns:
        built = built.with_columns(at=pl.lit(None, pl.Binary))
    return built.select(pl.col(name).cast(kind) for name, kind in DAY.items())


def to_days(
    readings: pl.DataFrame, channels: Mapping[str, Channel], clock: Clock, seq: int = 0
) -> pl.DataFrame:
    """Readings as they arrive to day rows.

    An interval reading whose clock is off the grid is put on the interval it
    lies in (the next one when nearly there) and flagged; of two readings of one
    moment the later row wins, flagged when they differ.

    Args:
        readings: Schema `LONG`, in the order in which they came.
        channels: The park's channels; one that is not declared is kept as it comes.
        clock: The park's clock.
        seq: Number of the arrival.

    Returns:
        Schema `DAY`, sorted by channel and day.
    """
    if readings.is_empty():
        return pl.DataFrame(schema=DAY)
    return build(_once(settle(readings, channels, clock)), clock, seq)


def settle(readings: pl.DataFrame, channels: Mapping[str, Channel], clock: Clock) -> pl.DataFrame:
    """Readings with the place at which each is kept.

    Args:
        readings: Schema `LONG`, and maybe more columns.
        channels: The park's channels.
        clock: The park's clock.

    Returns:
        The same rows in the same order with `day`, `minutes` (of the grid) and `second`
        since the local midnight; `flag` says where the clock was off the grid.
    """
    rows = _on_grid(locate(readings, clock), channels, clock)
    step = pl.col("slot") * pl.col("minutes").cast(pl.Int32) * 60
    return rows.with_columns(
        second=pl.when(pl.col("minutes") > 0).then(step).otherwise(pl.col("second"))
    )


def build(settled: pl.DataFrame, clock: Clock, seq: int = 0) -> pl.DataFrame:
    """Day rows of settled readings, each moment of a channel once.

    Returns:
        Schema `DAY`, sorted by channel and day.
    """
    parts = [_grid_days(part, clock, seq) for part in _grids(settled)]
    loose = settled.filter(pl.col("minutes") == 0)
    if loose.height:
        parts.append(_loose_days(loose, seq))
    return pl.concat([pl.DataFrame(schema=DAY), *parts]).sort(_KEY)


def placed(readings: pl.DataFrame, channels: Mapping[str, Channel], clock: Clock) -> pl.DataFrame:
    """Readings with the moment under which each is kept.

    Args:
        readings: Schema `LONG`.
        channels: The park's channels.
        clock: The park's clock.

    Returns:
        The same rows in the same order with `placed`; `flag` says where the clock
        was off the grid.
    """
    if readings.is_empty():
        return readings.with_columns(placed=pl.col("at"))
    rows = settle(readings, channels, clock)
    begins = day_table(rows["day"], clock).select("day", "begin")
    return rows.join(begins, on="day", how="left", maintain_order="left").select(
        *LONG, placed=pl.col("begin") + pl.duration(seconds=pl.col("second"))
    )


def _on_grid(placed: pl.DataFrame, channels: Mapping[str, Channel], clock: Clock) -> pl.DataFrame:
    grid = pl.DataFrame(
        {
            "channel": list(channels),
            "minutes": [c.minutes if c.kind == "interval" else 0 for c in channels.values()],
        },
        schema={"channel": pl.String(), "minutes": pl.Int16()},
    )
    known = placed.join(grid, on="channel", how="left", maintain_order="left").with_columns(
        pl.col("minutes").fill_null(0)
    )
    step = pl.col("minutes").cast(pl.Int32) * 60
    near = (step * NEAR).cast(pl.Int32)
    slot = pl.when(step > 0).then((pl.col("second") + near) // step).otherwise(0)
    known = known.with_columns(slot=slot.cast(pl.Int32))
    off = (step > 0) & (pl.col("slot") * step != pl.col("second"))
    known = known.with_columns(
        flag=pl.when(off).then(pl.col("flag") | CLOCK).otherwise(pl.col("flag")).cast(pl.UInt16)
    )
    return _carry(known, clock)


def _carry(placed: pl.DataFrame, clock: Clock) -> pl.DataFrame:
    # a reading a moment before midnight may mean the first interval of the next day
    lengths = day_table(placed["day"], clock).select("day", "seconds")
    placed = placed.join(lengths, on="day", how="left", maintain_order="left")
    step = pl.col("minutes").cast(pl.Int32) * 60
    near = (step * NEAR).cast(pl.Int32)
    over = (step > 0) & (pl.col("second") + near >= pl.col("seconds"))
    # a day of 25 hours has one interval of a day, not one and a bit
    last = pl.max_horizontal((pl.col("seconds") / step).round().cast(pl.Int32) - 1, 0)
    slot = pl.when(step > 0).then(pl.min_horizontal("slot", last)).otherwise(pl.col("slot"))
    return placed.with_columns(
        day=pl.when(over).then(pl.col("day") + pl.duration(days=1)).otherwise(pl.col("day")),
        slot=pl.when(over).then(0).otherwise(slot).cast(pl.Int32),
    ).drop("seconds")


def _once(settled: pl.DataFrame) -> pl.DataFrame:
    return once(settled, [*_KEY, "second"])


def once(settled: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    """Settled readings, of several with one key the last; flagged when they differ.

    The order of the rows stays what it was.
    """
    # two keys of one hash send us the slow way, never the wrong one
    if settled.select(pl.struct(key).hash().n_unique()).item() < settled.height:
        differ = pl.col("value").n_unique().over(key) > 1
        flag = pl.when(differ).then(pl.col("flag") | DUPLICATE).otherwise(pl.col("flag"))
        settled = settled.with_columns(flag=flag.cast(pl.UInt16))
        settled = settled.unique(key, keep="last", maintain_order=True)
    return settled


def _grids(placed: pl.DataFrame) -> Iterator[pl.DataFrame]:
    yield from placed.filter(pl.col("minutes") > 0).partition_by("minutes")


def _grid_days(part: pl.DataFrame, clock: Clock, seq: int) -> pl.DataFrame:
    minutes = int(part["minutes"][0])
    sizes = {day: clock.size(day, minutes) for day in part["day"].unique().to_list()}
    rows = part.with_columns(size=pl.col("day").replace_strict(sizes, return_dtype=pl.Int16))
    return pl.concat([_grid_rows(same, minutes, seq) for same in rows.partition_by("size")])


def _grid_rows(part: pl.DataFrame, minutes: int, seq: int) -> pl.DataFrame:
    names = part.select(_KEY).unique().sort(_KEY).with_row_index("place")
    place = part.join(names, on=_KEY, how="left", maintain_order="left")["place"].to_numpy()
    slot = part["slot"].to_numpy()
    shape = (names.height, int(part["size"][0]))
    values = np.full(shape, np.nan)
    values[place, slot] = part["value"].to_numpy()
    marks = np.zeros(shape, np.uint16)
    marks[place, slot] = part["flag"].to_numpy()
    about = names.drop("place").with_columns(
        minutes=pl.lit(minutes, pl.Int16), seq=pl.lit(seq, pl.Int64)
    )
    return day_rows(about, values, marks)


def _loose_days(loose: pl.DataFrame, seq: int) -> pl.DataFrame:
    loose = loose.sort([*_KEY, "second"])
    names = loose.group_by(_KEY, maintain_order=True).len("count")
    return loose_rows(
        names.with_columns(seq=pl.lit(seq, pl.Int64)),
        loose["second"].to_numpy(),
        loose["value"].to_numpy(),
        loose["flag"].to_numpy(),
    )


def loose_rows(
    names: pl.DataFrame,
    seconds: npt.NDArray[Any],
    values: npt.NDArray[np.float64],
    marks: npt.NDArray[np.uint16],
) -> pl.DataFrame:
    """Day rows of readings that come as they come.

    Args:
        names: `channel`, `day`, `seq`, `count` (at least 1), one row a day.
        seconds: Since the local midnight, of all readings, day after day.
        values: Of all readings.
        marks: Of all readings.

    Returns:
        Schema `DAY`.
    """
    count = names["count"].to_numpy().astype(np.int64)
    if count.size == 0:
        return pl.DataFrame(schema=DAY)
    begins = np.cumsum(count) - count
    is_marked = pl.Series(np.maximum.reduceat(marks, begins) > 0)
    flag = cells(marks.astype("<u2"), count)
    return names.select(
        "channel",
        "day",
        pl.lit(0).alias("minutes"),
        pl.col("count").alias("size"),
        cells(seconds.astype("<i4"), count).alias("at"),
        cells(values.astype("<f8"), count).alias("value"),
        pl.select(pl.when(is_marked).then(flag)).to_series().alias("flag"),
        pl.Series("missing", np.add.reduceat(np.isnan(values), begins, dtype=np.int64)),
        "seq",
    ).select(pl.col(name).cast(kind) for name, kind in DAY.items())


def to_long(days: pl.DataFrame, clock: Clock) -> pl.DataFrame:
    """Day rows back to readings, absent ones left out.

    Args:
        days: Schema `DAY`.
        clock: The park's clock.

    Returns:
        Schema `LONG`, sorted by channel and instant.
    """
    if days.is_empty():
        return pl.DataFrame(schema=LONG)
    begins = day_table(days["day"], clock).select("day", "begin")
    parts = [_long(part, begins) for part in by_size(days) if int(part["size"][0]) > 0]
    found = pl.concat(parts) if parts else pl.DataFrame(schema=LONG)
    return found.filter(pl.col("value").is_not_nan()).sort("channel", "at")


def _long(part: pl.DataFrame, begins: pl.DataFrame) -> pl.DataFrame:
    size, minutes = int(part["size"][0]), int(part["minutes"][0])
    if minutes:
        seconds = np.tile(np.arange(size, dtype=np.int64) * 60 * minutes, part.height)
    else:
        seconds = flat(part["at"], "<i4").astype(np.int64)
    begin = part.select("day").join(begins, on="day", how="left", maintain_order="left")["begin"]
    repeats = np.repeat(np.arange(part.height), size)
    return pl.DataFrame(
        {
            "channel": part["channel"].gather(repeats),
            "at": begin.gather(repeats) + pl.Series(seconds * 1_000_000).cast(pl.Duration("us")),
            "value": matrix(part).ravel(),
            "flag": flags(part).ravel(),
        },
        schema=LONG,
    )


def merge_days(old: pl.DataFrame, new: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Day rows with later ones laid over: what is new replaces, what is absent stays.

    Args:
        old: Schema `DAY`, one row for each channel and day.
        new: The same, of one later arrival.

    Returns:
        The rows that `new` touches, merged, and the replaced values: rows of the
        same form that hold only values which a different one took the place of,
        with the `seq` of the arrival that did it.
    """
    touched = old.join(new.select(_KEY), on=_KEY, how="semi")
    fresh = new.join(touched.select(_KEY), on=_KEY, how="anti")
    merged, replaced = [fresh], []
    pairs = new.join(touched, on=_KEY, how="inner", suffix="_old").sort(_KEY)
    even = (
        (pl.col("minutes") > 0)
        & (pl.col("minutes") == pl.col("minutes_old"))
        & (pl.col("size") == pl.col("size_old"))
    )
    for part in by_size(pairs.filter(even)):
        both = _merge_grid(part)
        merged.append(both[0])
        replaced.append(both[1])
    for both in _merge_uneven(pairs.filter(~even)):
        merged.append(both[0])
        replaced.append(both[1])
    empty = pl.DataFrame(schema=DAY)
    return pl.concat([empty, *merged]).sort(_KEY), pl.concat([empty, *replaced]).sort(_KEY)


def _side(pairs: pl.DataFrame, suffix: str = "") -> pl.DataFrame:
    return pairs.select(pl.col(name if name in _KEY else name + suffix).alias(name) for name in DAY)


def _merge_grid(pairs: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    new, old = _side(pairs), _side(pairs, "_old")
    ours, theirs = matrix(new), matrix(old)
    is_new = ~np.isnan(ours)
    changed = is_new & ~np.isnan(theirs) & (ours != theirs)
    about = new.select("channel", "day", "minutes", "seq")
    marks = np.where(is_new, flags(new), flags(old))
    merged = day_rows(about, np.where(is_new, ours, theirs), marks)
    gone = day_rows(
        about, np.where(changed, theirs, np.nan), np.where(changed, flags(old), 0).astype(np.uint16)
    )
    return merged, gone.filter(pl.Series(changed.any(axis=1)))


def _merge_uneven(pairs: pl.DataFrame) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    # where both have a grid, and not the same one, the later arrival's day stands alone:
    # quarter hours and hours of one channel laid over each other would count twice
    both_even = (pl.col("minutes") > 0) & (pl.col("minutes_old") > 0)
    other_grid = pairs.filter(both_even)
    if other_grid.height:
        gone = _side(other_grid, "_old").with_columns(seq=other_grid["seq"])
        yield _side(other_grid), gone
    loose = pairs.filter(~both_even)
    if loose.height:
        yield _merge_loose(loose)


def _listed(rows: pl.DataFrame, order: int) -> pl.DataFrame:
    """All readings of day rows of any form: index of the row, second, value, flag."""
    rows = rows.with_row_index("row")
    parts = [_listed_part(part) for part in by_size(rows)]
    return pl.concat(parts).with_columns(order=pl.lit(order)).filter(pl.col("value").is_not_nan())


def _listed_part(part: pl.DataFrame) -> pl.DataFrame:
    size, minutes = int(part["size"][0]), int(part["minutes"][0])
    if minutes:
        seconds = np.tile(np.arange(size, dtype=np.int32) * 60 * minutes, part.height)
    else:
        seconds = flat(part["at"], "<i4")
    return pl.DataFrame(
        {
            "row": np.repeat(part["row"].to_numpy(), size),
            "second": seconds.astype(np.int32),
            "value": matrix(part).ravel(),
            "flag": flags(part).ravel(),
        },
        schema={"row": pl.UInt32, "second": pl.Int32, "value": pl.Float64, "flag": pl.UInt16},
    )


def _merge_loose(pairs: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    new, old = _side(pairs), _side(pairs, "_old")
    both = pl.concat([_listed(old, 0), _listed(new, 1)])
    moment = both["row"].to_numpy().astype(np.int64) << 18 | both["second"].to_numpy()
    order = np.argsort(moment << 1 | both["order"].to_numpy(), kind="stable")
    both, moment = both[order], moment[order]
    is_before = np.append(moment[1:] == moment[:-1], [False])  # another one of that moment follows
    value = both["value"].to_numpy()
    differs = is_before & (value != np.append(value[1:], [np.nan]))
    kept, gone = both.filter(pl.Series(~is_before)), both.filter(pl.Series(differs))
    return _from_listed(new, kept), _from_listed(new, gone)


def _from_listed(new: pl.DataFrame, readings: pl.DataFrame) -> pl.DataFrame:
    count = readings.group_by("row", maintain_order=True).len("count")
    names = count.join(new.with_row_index("row"), on="row", how="left", maintain_order="left")
    return loose_rows(
        names.select(*_KEY, "seq", "count"),
        readings["second"].to_numpy(),
        readings["value"].to_numpy(),
        readings["flag"].to_numpy(),
    )


def month_of(day: date) -> str:
    """The month in which a day lies, as partitions name it.

    Example:
        >>> month_of(date(2025, 3, 31))
        '2025-03'
    """
    return f"{day.year:04d}-{day.month:02d}"
