"""Readings of a month as day rows."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import polars as pl
from numpy.typing import NDArray

from tanlu.measure.readings.day import day_rows
from tanlu.measure.readings.pack import pack
from tanlu.model.reading import DAY
from tanlu.workflow.synth.chance import Floats

Marks = NDArray[np.uint16]


def grid_rows(
    channels: Sequence[str], first: date, minutes: int, values: Floats, marks: Marks, seq: int
) -> pl.DataFrame:
    """Day rows of channels on a grid.

    Args:
        channels: Codes.
        first: First day.
        minutes: Length of the grid.
        values: Shape (channels, days · slots); NaN where absent.
        marks: Flags, the same shape, or empty when there are none.
        seq: Number of the arrival.

    Returns:
        Schema `DAY`, sorted as given; days without any value are left out.
    """
    slots = 1440 // minutes
    flags = marks.reshape(-1, slots) if marks.size else None
    found = day_rows(_names(channels, first, values.shape[1] // slots, minutes, seq),
                     values.reshape(-1, slots), flags)  # fmt: skip
    return found.filter(pl.col("missing") < pl.col("size"))


def loose_rows(
    channels: Sequence[str], first: date, minutes: int, values: Floats, seq: int
) -> pl.DataFrame:
    """Day rows of channels whose readings come as they come: absent ones leave no trace.

    Args:
        channels: Codes.
        first: First day.
        minutes: Time between two readings.
        values: Shape (channels, days · slots); NaN where absent.
        seq: Number of the arrival.

    Returns:
        Schema `DAY`, sorted as given.
    """
    slots = 1440 // minutes
    by_day = values.reshape(-1, slots)
    second = (np.arange(slots) * 60 * minutes).astype("<i4")
    names = _names(channels, first, values.shape[1] // slots, 0, seq)
    whole = ~np.isnan(by_day).any(axis=1)
    at = pl.lit(second.tobytes(), pl.Binary).alias("at")
    parts = [day_rows(names.filter(pl.Series(whole)).with_columns(at), by_day[whole])]
    for index in np.flatnonzero(~whole):
        here = ~np.isnan(by_day[index])
        if here.any():
            row = names[int(index)].with_columns(at=pack(second[here][None, :]))
            parts.append(day_rows(row, by_day[index][here][None, :]))
    return pl.concat(parts).sort("channel", "day") if len(parts) > 1 else parts[0]


def _names(
    channels: Sequence[str], first: date, count: int, minutes: int, seq: int
) -> pl.DataFrame:
    days = [first + timedelta(n) for n in range(count)]
    names = pl.Series("channel", channels, dtype=pl.String)
    where = np.repeat(np.arange(len(channels)), count)
    return pl.DataFrame(
        {
            "channel": names.gather(where),
            "day": pl.Series(days, dtype=pl.Date).gather(np.tile(np.arange(count), len(channels))),
        }
    ).with_columns(minutes=pl.lit(minutes, DAY["minutes"]), seq=pl.lit(seq, DAY["seq"]))
