"""Use: day rows of any kind to what was used in each interval of a grid.

Interval channels give it as it is, counters by difference, powers by holding.
States (temperatures, factors, levels) have no use: they come as means.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.measure.readings.clock import Clock, day_table
from tanlu.measure.readings.counter import Points, counter_steps
from tanlu.measure.readings.day import NEAR, by_size, day_rows, flags, matrix, to_days, to_long
from tanlu.measure.readings.instant import held, spacing
from tanlu.measure.readings.steps import Marks, Seconds, Slots, on_slots, rows_of, slots_of
from tanlu.model.channel import Channel, is_rate, is_state, per_hour
from tanlu.model.reading import CLOCK, DAY, OUTSIDE

GRIDS = (15, 30, 60)  # of channels that declare no interval: the finest that holds a reading
_KEY = ["channel", "day"]


def use_unit(channel: Channel) -> str:
    """The unit of a channel's use: kW give kWh.

    Example:
        >>> use_unit(Channel("m", "kW", "instant"))
        'kWh'
    """
    return channel.unit if channel.kind == "counter" else per_hour(channel.unit)


def is_mean(channel: Channel) -> bool:
    """Whether a channel's intervals are averaged, not added.

    Example:
        >>> is_mean(Channel("t", "°C", "instant")), is_mean(Channel("m", "kWh"))
        (True, False)
    """
    is_level = channel.kind == "instant" and not is_rate(channel.unit)
    return is_state(channel.unit) or is_level


def use_of(
    days: pl.DataFrame,
    channels: Mapping[str, Channel],
    clock: Clock,
    start: date | None = None,
    end: date | None = None,
) -> pl.DataFrame:
    """What each channel used in each interval.

    Args:
        days: Schema `DAY`. For counters and instants include the day row before
            `start` and the one from `end` on: the steps across these borders need them.
        channels: The park's channels; rows of others and of virtual ones are left out.
        clock: The park's clock.
        start: First day to give; all when None.
        end: First day no longer to give.

    Returns:
        Schema `DAY`, one row for each channel and day of which something is
        known or said; values in `use_unit`, multiplier applied, NaN where absent.
    """
    known = days.filter(pl.col("channel").is_in(list(_plain(channels))))
    known = _regridded(known, channels, clock)
    is_even = pl.col("channel").is_in(_of_kind(channels, "interval")) & (pl.col("minutes") > 0)
    even = between(known.filter(is_even), start, end)
    parts = [_even(part, channels, clock) for part in by_size(even)]
    parts += _uneven(known.filter(~is_even), channels, clock, start, end)
    found = pl.concat([pl.DataFrame(schema=DAY), *parts])
    return emptied_outside(found, channels).sort(_KEY)


def _plain(channels: Mapping[str, Channel]) -> Iterator[str]:
    return (name for name, channel in channels.items() if not channel.formula)


def _of_kind(channels: Mapping[str, Channel], *kinds: str) -> list[str]:
    return [name for name, channel in channels.items() if channel.kind in kinds]


def between(days: pl.DataFrame, start: date | None, end: date | None) -> pl.DataFrame:
    """Rows from one day on and before another; None leaves an end open."""
    if start is not None:
        days = days.filter(pl.col("day") >= start)
    return days if end is None else days.filter(pl.col("day") < end)


def _regridded(days: pl.DataFrame, channels: Mapping[str, Channel], clock: Clock) -> pl.DataFrame:
    # readings that came before their channel was declared an interval channel
    loose = pl.col("channel").is_in(_of_kind(channels, "interval")) & (pl.col("minutes") == 0)
    part = days.filter(loose)
    if part.is_empty():
        return days
    return pl.concat([days.filter(~loose), to_days(to_long(part, clock), channels, clock)])


def _even(days: pl.DataFrame, channels: Mapping[str, Channel], clock: Clock) -> pl.DataFrame:
    minutes = int(days["minutes"][0])
    changed = {n: c for n, c in channels.items() if any(e.multiplier for e in c.events)}
    factor = {
        name: (1.0 if name in changed else channel.multiplier)
        * (minutes / 60 if is_rate(channel.unit) else 1.0)
        for name, channel in channels.items()
    }
    times = days["channel"].replace_strict(factor, return_dtype=pl.Float64).to_numpy()
    values = matrix(days) * times[:, None]
    for name in changed.keys() & set(days["channel"].unique().to_list()):
        rows = np.flatnonzero((days["channel"] == name).to_numpy())
        values[rows] *= _multipliers(days[rows], channels[name], clock)
    return day_rows(days.select(*_KEY, "minutes", "seq"), values, flags(days))


def _multipliers(days: pl.DataFrame, channel: Channel, clock: Clock) -> npt.NDArray[np.float64]:
    begins = day_table(days["day"], clock).select("day", "begin")
    begin = days.select("day").join(begins, on="day", how="left", maintain_order="left")["begin"]
    size, minutes = int(days["size"][0]), int(days["minutes"][0])
    at = (begin.dt.epoch("us").to_numpy() / 1e6)[:, None] + np.arange(size) * 60.0 * minutes
    times = np.full(at.shape, channel.multiplier)
    for event in channel.events:
        if event.multiplier:
            times[at >= event.at.timestamp()] = event.multiplier
    return times


def _uneven(
    days: pl.DataFrame,
    channels: Mapping[str, Channel],
    clock: Clock,
    start: date | None,
    end: date | None,
) -> Iterator[pl.DataFrame]:
    for part in to_long(days, clock).partition_by("channel"):
        channel = channels[part["channel"][0]]
        points = _points(part)
        minutes = grid_of(channel, points)
        slots = _slots(part, clock, minutes, start, end)
        if slots is not None:
            values, marks = _gridded(points, channel, slots, minutes)
            yield rows_of(channel.channel_id, minutes, slots, values, marks)


def _points(readings: pl.DataFrame) -> Points:
    at = readings["at"].dt.epoch("us").to_numpy() / 1e6
    return Points(at, readings["value"].to_numpy(), readings["flag"].to_numpy())


def grid_of(channel: Channel, points: Points) -> int:
    """The grid onto which a counter or an instant is laid. [min]

    Args:
        channel: Its own interval counts, when it declares one.
        points: Its readings; else their usual spacing decides: 15, 30 or 60.

    Example:
        >>> hourly = Points(np.arange(3) * 3600.0, np.zeros(3), np.zeros(3, np.uint16))
        >>> grid_of(Channel("m", "kWh", "counter", 0), hourly)
        60
    """
    if channel.minutes:
        return channel.minutes
    if points.at.size < 2:
        return GRIDS[-1]
    usual = float(np.quantile(np.diff(points.at), 0.5, method="lower"))
    return next((m for m in GRIDS if usual <= m * 60 * (1 + NEAR)), GRIDS[-1])


def _slots(
    readings: pl.DataFrame, clock: Clock, minutes: int, start: date | None, end: date | None
) -> Slots | None:
    ends = readings["at"].dt.convert_time_zone(clock.zone).dt.date()
    first: Any = ends.min()
    last: Any = ends.max()
    first = max(first, start) if start else first
    last = min(last, end - timedelta(days=1)) if end else last
    return slots_of(first, last, minutes, clock) if first <= last else None


def _gridded(points: Points, channel: Channel, slots: Slots, minutes: int) -> tuple[Seconds, Marks]:
    if channel.kind == "counter":
        amount, known, marks = on_slots(counter_steps(points, channel), slots)
    else:
        amount, known, marks = on_slots(held(points, _usual(points, channel, minutes)), slots)
        amount *= channel.multiplier
    length = slots.end - slots.start
    if is_mean(channel):
        amount = amount / np.maximum(known, 1e-9) * 3600
    share = known / length
    part = (share > 0) & (share < 1 - 1e-9) & (share >= 1 - NEAR)
    marks = marks | np.where(part, CLOCK, 0).astype(np.uint16)
    return np.where(share >= 1 - NEAR, amount, np.nan), marks


def _usual(points: Points, channel: Channel, minutes: int) -> float:
    return channel.minutes * 60.0 if channel.minutes else spacing(points, minutes * 60.0)


def outside(days: pl.DataFrame, channels: Mapping[str, Channel]) -> pl.Series:
    """Whether a day lies outside the dates between which its channel measures.

    Args:
        days: Any table with `channel` and `day`.
        channels: The park's channels.

    Returns:
        One truth value a row.
    """
    bounds = pl.DataFrame(
        [(name, channel.valid_from, channel.valid_until) for name, channel in channels.items()],
        schema={"channel": pl.String, "valid_from": pl.Date, "valid_until": pl.Date},
        orient="row",
    )
    dated = days.select(_KEY).join(bounds, on="channel", how="left", maintain_order="left")
    is_out = (pl.col("day") < pl.col("valid_from")) | (pl.col("day") >= pl.col("valid_until"))
    return dated.select(is_out.fill_null(value=False)).to_series()


def emptied_outside(days: pl.DataFrame, channels: Mapping[str, Channel]) -> pl.DataFrame:
    """Use of days on which the channel does not measure, emptied and flagged.

    Args:
        days: Schema `DAY`.
        channels: The park's channels.

    Returns:
        The same rows; what stood outside a channel's dates is absent.
    """
    is_out = outside(days, channels)
    if not is_out.any():
        return days
    return pl.concat([days.filter(~is_out), *map(_emptied, by_size(days.filter(is_out)))])


def _emptied(days: pl.DataFrame) -> pl.DataFrame:
    values = matrix(days)
    marks = flags(days) | np.where(np.isnan(values), 0, OUTSIDE).astype(np.uint16)
    names = days.select(*_KEY, "minutes", "seq")
    return day_rows(names, np.full(values.shape, np.nan), marks)
