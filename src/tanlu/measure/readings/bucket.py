"""Use by hour, day, month or year of local time, with what is missing and flagged beside it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.measure.readings.clock import Clock, day_table
from tanlu.measure.readings.day import by_size, flags, matrix
from tanlu.measure.readings.use import is_mean, outside, use_unit
from tanlu.model.channel import Channel
from tanlu.model.reading import SPREAD

By: TypeAlias = Literal["hour", "day", "month", "year"]
BUCKETS: Final[Mapping[str, pl.DataType]] = {
    "channel": pl.String(),
    "start": pl.Datetime("us", "UTC"),
    "value": pl.Float64(),
    "unit": pl.String(),
    "missing": pl.Int64(),
    "flagged": pl.Int64(),
    "expected": pl.Int64(),
}
"""`value`: sum of what is there (mean for states), null when nothing is. `missing`: intervals
without a value, `flagged`: intervals that carry a flag, of those `expected`."""
_USUAL = 60  # minutes, of a channel without a grid and without a row
_TRUNCATE = {"day": "1d", "month": "1mo", "year": "1y"}
_PARTS = {
    "channel": pl.String(), "day": pl.Date(), "second": pl.Int32(), "amount": pl.Float64(),
    "timed": pl.Float64(), "weight": pl.Float64(), "known": pl.Int64(), "flagged": pl.Int64(),
    "expected": pl.Int64(),
}  # fmt: skip


def buckets(
    use: pl.DataFrame,
    channels: Mapping[str, Channel],
    clock: Clock,
    by: By,
    start: date | None = None,
    end: date | None = None,
) -> pl.DataFrame:
    """Sums of use by local hour, day, month or year.

    Args:
        use: What `use_of` gave; schema `DAY`.
        channels: The park's channels.
        clock: The park's clock.
        by: Length of a bucket. Hours count from the local midnight: 23 or 25 on some days.
        start: First day asked for; None: each channel's first one.
        end: First day no longer asked for; None: after each channel's last one.

    Returns:
        Schema `BUCKETS`, sorted by channel and start, without holes: a day that
        nobody read is a bucket whose value is null.
    """
    parts = _parts(use, clock, by)
    parts = pl.concat([parts, _unread(use, channels, clock, by, start, end)])
    parts = _within(parts, start, end)
    parts = parts.with_columns(  # nobody expects a value where the channel does not measure
        expected=pl.when(~outside(parts, channels)).then("expected").otherwise(0)
    )
    summed = _starts(_summed(parts, by), clock)
    facts = pl.DataFrame(
        [(name, use_unit(channel), is_mean(channel)) for name, channel in channels.items()],
        schema={"channel": pl.String, "unit": pl.String, "is_mean": pl.Boolean},
        orient="row",
    )
    value = pl.when(pl.col("is_mean")).then(pl.col("timed") / pl.col("weight"))
    return (
        summed.join(facts, on="channel", how="left", maintain_order="left")
        .with_columns(
            value=pl.when(pl.col("known") > 0).then(value.otherwise(pl.col("amount"))),
            missing=pl.col("expected") - pl.col("known"),
        )
        .select(pl.col(name).cast(kind) for name, kind in BUCKETS.items())
        .sort("channel", "start")
    )


def _within(parts: pl.DataFrame, start: date | None, end: date | None) -> pl.DataFrame:
    if start is not None:
        parts = parts.filter(pl.col("day") >= start)
    return parts if end is None else parts.filter(pl.col("day") < end)


def _parts(use: pl.DataFrame, clock: Clock, by: By) -> pl.DataFrame:
    empty = pl.DataFrame(schema=_PARTS)
    if by != "hour":
        return pl.concat([empty, *(_days(part) for part in by_size(use))])
    hours = {day: clock.size(day, 60) for day in use["day"].unique().to_list()}
    use = use.with_columns(hours=pl.col("day").replace_strict(hours, return_dtype=pl.Int16))
    same = use.partition_by("minutes", "size", "hours", maintain_order=True)
    return pl.concat([empty, *(_hours(part) for part in same)])


def day_sums(use: pl.DataFrame) -> pl.DataFrame:
    """Each row's sum, and what of it is absent and flagged.

    Args:
        use: Schema `DAY`.

    Returns:
        `channel`, `day`, `amount`, `absent`, `flagged`, `expected`.
    """
    parts = [pl.DataFrame(schema=_PARTS), *(_days(part) for part in by_size(use))]
    return pl.concat(parts).select(
        "channel", "day", "amount", "flagged", "expected",
        absent=pl.col("expected") - pl.col("known"),
    )  # fmt: skip


def _days(rows: pl.DataFrame) -> pl.DataFrame:
    return _cut(rows, matrix(rows), flags(rows), np.zeros(int(rows["size"][0]), np.int64))


def _hours(rows: pl.DataFrame) -> pl.DataFrame:
    minutes, size = int(rows["minutes"][0]), int(rows["size"][0])
    values, marks = matrix(rows), flags(rows)
    if minutes <= 60:
        return _cut(rows, values, marks, np.arange(size) * minutes // 60)
    # an interval longer than an hour: evenly over its hours, and said so
    hours = np.arange(int(rows["hours"][0]))
    slot = np.minimum(hours * 60 // minutes, size - 1)
    values, marks = (values / np.bincount(slot, minlength=size))[:, slot], marks[:, slot]
    marks = np.where(np.isnan(values), marks, marks | np.uint16(SPREAD))
    return _cut(rows, values, marks, hours)


def _cut(
    rows: pl.DataFrame,
    values: npt.NDArray[np.float64],
    marks: npt.NDArray[np.uint16],
    hour: npt.NDArray[np.int64],
) -> pl.DataFrame:
    begins = np.flatnonzero(np.diff(hour, prepend=-1))
    n, count = values.shape[0], begins.size
    known = np.add.reduceat(~np.isnan(values), begins, axis=1, dtype=np.int64)
    amount = np.add.reduceat(np.nan_to_num(values), begins, axis=1)
    minutes = np.minimum(rows["minutes"].to_numpy(), 60 if hour[-1] else 1440)[:, None]
    repeats = np.repeat(np.arange(n), count)
    return pl.DataFrame(
        {
            "channel": rows["channel"].gather(repeats),
            "day": rows["day"].gather(repeats),
            "second": np.tile(hour[begins] * 3600, n).astype(np.int32),
            "amount": amount.ravel(),
            "timed": (amount * minutes).ravel(),
            "weight": (known * minutes).ravel(),
            "known": known.ravel(),
            "flagged": np.add.reduceat(marks > 0, begins, axis=1, dtype=np.int64).ravel(),
            "expected": np.tile(np.diff(begins, append=hour.size), n),
        },
        schema=_PARTS,
    )


def unread_days(
    use: pl.DataFrame,
    channels: Mapping[str, Channel],
    clock: Clock,
    start: date | None = None,
    end: date | None = None,
) -> pl.DataFrame:
    """Days on which channels measured, and nobody read them.

    Args:
        use: Schema `DAY`.
        channels: The park's channels.
        clock: The park's clock.
        start: First day; each channel's first one when None.
        end: Day after the last one.

    Returns:
        `channel`, `day`, and the intervals `expected`.
    """
    return _unread(use, channels, clock, "day", start, end).select("channel", "day", "expected")


def _unread(
    use: pl.DataFrame,
    channels: Mapping[str, Channel],
    clock: Clock,
    by: By,
    start: date | None,
    end: date | None,
) -> pl.DataFrame:
    found = use.group_by("channel").agg(
        first=pl.col("day").min(), last=pl.col("day").max(), minutes=pl.col("minutes").mode().max(),
        days=pl.col("day"),
    )  # fmt: skip
    spoke = {row["channel"]: row for row in found.iter_rows(named=True)}
    rows = []
    for name, channel in channels.items():
        row = spoke.get(name, {})
        first = start or row.get("first")
        last = end or (row["last"] + timedelta(days=1) if row else None)
        if first is None or last is None:
            continue  # a channel that never spoke, and nobody says of which days it should have
        minutes = row.get("minutes") or channel.minutes or _USUAL
        held = set(row.get("days", ()))
        for day in (first + timedelta(days=n) for n in range((last - first).days)):
            if day not in held and _is_valid(channel, day):
                rows += _empty(name, day, minutes, clock, by)
    return pl.DataFrame(rows, schema=_PARTS, orient="row")


def _is_valid(channel: Channel, day: date) -> bool:
    return not (
        (channel.valid_from is not None and day < channel.valid_from)
        or (channel.valid_until is not None and day >= channel.valid_until)
    )


def _empty(name: str, day: date, minutes: int, clock: Clock, by: By) -> list[tuple[object, ...]]:
    size = clock.size(day, minutes)
    if by != "hour":
        return [(name, day, 0, 0.0, 0.0, 0.0, 0, 0, size)]
    hours = clock.size(day, 60)
    width = max(1, round(60 / minutes))
    return [(name, day, hour * 3600, 0.0, 0.0, 0.0, 0, 0, width) for hour in range(hours)]


def _summed(parts: pl.DataFrame, by: By) -> pl.DataFrame:
    if by == "hour":
        return parts
    parts = parts.with_columns(pl.col("day").dt.truncate(_TRUNCATE[by]), second=pl.lit(0))
    rest = [name for name in _PARTS if name not in ("channel", "day", "second")]
    return parts.group_by("channel", "day", "second").agg(pl.col(rest).sum())


def _starts(summed: pl.DataFrame, clock: Clock) -> pl.DataFrame:
    begins = day_table(summed["day"], clock).select("day", "begin")
    start = pl.col("begin") + pl.duration(seconds=pl.col("second"))
    return summed.join(begins, on="day", how="left", maintain_order="left").with_columns(
        start=start
    )
