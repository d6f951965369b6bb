"""A finer grid onto a coarser one: sums where all parts are there, absent where one is not."""

import math

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import by_size, day_rows, flags, matrix
from tanlu.model.reading import DAY

_DAY_MINUTES = 1440


def common(minutes: list[int]) -> int:
    """The finest grid that all of some grids add up to. [min]

    Example:
        >>> common([15, 10, 30]), common([60, 1440])
        (30, 1440)
    """
    return min(math.lcm(*minutes), _DAY_MINUTES)


def coarsened(use: pl.DataFrame, minutes: int, clock: Clock, *, is_mean: bool) -> pl.DataFrame:
    """Use of one channel on a coarser grid.

    Args:
        use: Schema `DAY`, one channel.
        minutes: The coarser grid. [min]
        clock: The park's clock.
        is_mean: Whether intervals are averaged, not added.

    Returns:
        Schema `DAY`; an interval of which a part is absent is absent.
    """
    parts = [pl.DataFrame(schema=DAY)]
    for part in by_size(use):
        if int(part["minutes"][0]) == minutes:
            parts.append(part)
        else:
            parts += [_coarse(day, minutes, is_mean) for day in _alike(part, clock, minutes)]
    return pl.concat(parts).sort("channel", "day")


def _alike(part: pl.DataFrame, clock: Clock, minutes: int) -> list[pl.DataFrame]:
    sizes = {day: clock.size(day, minutes) for day in part["day"].unique().to_list()}
    whole = part.with_columns(whole=pl.col("day").replace_strict(sizes, return_dtype=pl.Int16))
    return whole.partition_by("whole", maintain_order=True)


def _coarse(part: pl.DataFrame, minutes: int, is_mean: bool) -> pl.DataFrame:  # noqa: FBT001 - the rule of its channel
    old, size = int(part["minutes"][0]), int(part["size"][0])
    slot = np.minimum(np.arange(size) * old // minutes, int(part["whole"][0]) - 1)
    begins = np.flatnonzero(np.diff(slot, prepend=-1))
    values = np.add.reduceat(matrix(part), begins, axis=1)
    if is_mean:
        values = values / np.diff(begins, append=size)
    marks: npt.NDArray[np.uint16] = np.bitwise_or.reduceat(flags(part), begins, axis=1)
    about = part.select("channel", "day", "seq", minutes=pl.lit(minutes, pl.Int16))
    return day_rows(about, values, marks)
