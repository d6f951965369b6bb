"""Steps: what was used between two moments; and steps laid onto the grid of local days."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.measure.readings.clock import Clock, day_table
from tanlu.measure.readings.day import NEAR, day_rows
from tanlu.model.reading import SPREAD

Seconds = npt.NDArray[np.float64]
Marks = npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Steps:
    """Spans of time that do not overlap, and what each of them used.

    `start`, `end`: seconds since 1970, UTC. `amount`: in the channel's unit, NaN
    where nobody knows. `flag`: what is to be said about it.
    """

    start: Seconds
    end: Seconds
    amount: npt.NDArray[np.float64]
    flag: Marks


@dataclass(frozen=True, slots=True)
class Slots:
    """The grid of some days that follow each other: interval by interval."""

    days: list[date]
    sizes: list[int]
    start: Seconds
    end: Seconds


def joined(parts: list[Steps]) -> Steps:
    """Several lists of steps as one.

    Example:
        >>> joined([]).amount.size
        0
    """
    empty = np.empty(0)
    parts = [Steps(empty, empty, empty, np.empty(0, np.uint16)), *parts]
    return Steps(
        np.concatenate([part.start for part in parts]),
        np.concatenate([part.end for part in parts]),
        np.concatenate([part.amount for part in parts]),
        np.concatenate([part.flag for part in parts]),
    )


def slots_of(first: date, last: date, minutes: int, clock: Clock) -> Slots:
    """The grid from one local day to another, both included.

    Args:
        first: First day.
        last: Last day.
        minutes: Length of an interval. [min]
        clock: The park's clock.

    Returns:
        The intervals; a day's last one ends where the day ends.

    Example:
        >>> slots_of(date(2025, 3, 30), date(2025, 3, 30), 60, Clock("Europe/Berlin")).sizes
        [23]
    """
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    table = day_table(pl.Series("day", days, dtype=pl.Date), clock)
    begin = table["begin"].dt.epoch("us").to_numpy() / 1e6
    sizes = [clock.size(day, minutes) for day in days]
    within = np.concatenate([np.arange(size) for size in sizes]) if sizes else np.empty(0)
    start = np.repeat(begin, sizes) + within * 60.0 * minutes
    ends = begin + table["seconds"].to_numpy()
    return Slots(days, sizes, start, np.append(start[1:], ends[-1:]))


def on_slots(steps: Steps, slots: Slots) -> tuple[Seconds, Seconds, Marks]:
    """Steps spread evenly over time onto a grid.

    A step that lies within one interval stays whole; one that is longer than its
    interval is flagged as spread. A flag reaches the intervals of which the step
    covers more than a tenth.

    Args:
        steps: What was used.
        slots: The grid.

    Returns:
        Amount, seconds known and flags of each interval.
    """
    n = slots.start.size
    first = np.searchsorted(slots.end, steps.start, "right")
    last = np.searchsorted(slots.start, steps.end, "left") - 1
    count = np.maximum(last - first + 1, 0)
    step = np.repeat(np.arange(count.size), count)
    slot = np.repeat(first, count) + _within(count)
    overlap = np.minimum(steps.end[step], slots.end[slot]) - np.maximum(
        steps.start[step], slots.start[slot]
    )
    length = (steps.end - steps.start)[step]
    known = ~np.isnan(steps.amount[step])
    share = np.where(known, steps.amount[step] * (overlap / length), 0.0)
    amount: Seconds = np.bincount(slot, share, n).astype(np.float64)
    covered: Seconds = np.bincount(slot, np.where(known, overlap, 0.0), n).astype(np.float64)
    return amount, covered, _marks(steps, slots, step, slot, overlap)


def _within(count: npt.NDArray[Any]) -> npt.NDArray[Any]:
    ends = np.cumsum(count)
    within: npt.NDArray[Any] = np.arange(ends[-1] if ends.size else 0)
    within -= np.repeat(ends - count, count)
    return within


def _marks(
    steps: Steps, slots: Slots, step: npt.NDArray[Any], slot: npt.NDArray[Any], overlap: Seconds
) -> Marks:
    grid = (slots.end - slots.start)[slot]
    length = (steps.end - steps.start)[step]
    is_long = (length > grid * (1 + NEAR)) & ~np.isnan(steps.amount[step])
    flag = steps.flag[step] | np.where(is_long, SPREAD, 0).astype(np.uint16)
    says = (flag > 0) & (overlap >= NEAR * np.minimum(grid, length))
    marks = np.zeros(slots.start.size, np.uint16)
    np.bitwise_or.at(marks, slot[says], flag[says])
    return marks


def rows_of(
    channel: str, minutes: int, slots: Slots, values: npt.NDArray[np.float64], marks: Marks
) -> pl.DataFrame:
    """A channel's values on a grid as day rows; days of which nothing is said are left out.

    Args:
        channel: The channel.
        minutes: Length of an interval. [min]
        slots: The grid.
        values: One for each interval, NaN where absent.
        marks: One for each interval.

    Returns:
        Schema `DAY`.
    """
    ends = np.cumsum(slots.sizes)
    parts = []
    for size in sorted(set(slots.sizes)):
        at = np.flatnonzero(np.array(slots.sizes) == size)
        index = (ends[at] - size)[:, None] + np.arange(size)
        parts.append(
            _rows(channel, minutes, [slots.days[i] for i in at], values[index], marks[index])
        )
    return pl.concat(parts)


def _rows(
    channel: str, minutes: int, days: list[date], values: npt.NDArray[np.float64], marks: Marks
) -> pl.DataFrame:
    says = ~np.isnan(values).all(axis=1) | marks.any(axis=1)
    names = pl.DataFrame(
        {"channel": channel, "day": days, "minutes": minutes, "seq": 0},
        schema={"channel": pl.String, "day": pl.Date, "minutes": pl.Int16, "seq": pl.Int64},
    )
    return day_rows(names.filter(pl.Series(says, dtype=pl.Boolean)), values[says], marks[says])
