"""Screening: range, rate and standstill as flags. A value is never changed."""

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.measure.readings.series import Series, rows_from, series_of
from tanlu.measure.readings.use import is_mean
from tanlu.model.channel import Channel, is_rate
from tanlu.model.oddity import Check
from tanlu.model.reading import DAY, RANGE, RATE, SPREAD, STUCK

Truths = npt.NDArray[np.bool_]


def ranged(use: pl.DataFrame, channels: Mapping[str, Channel]) -> pl.DataFrame:
    """Use with what lies outside its channel's range flagged.

    Limits are in the channel's own unit, multiplier included; those of a power are
    compared with the mean power of the interval.

    Args:
        use: Schema `DAY`, as `all_use` gives it.
        channels: The park's channels.

    Returns:
        The same rows and values, more flags.
    """
    return _flagged(use, channels, lambda series, channel: out_of_range(series, channel) * RANGE)


def screened(
    use: pl.DataFrame, channels: Mapping[str, Channel], checks: Mapping[str, Check]
) -> pl.DataFrame:
    """Use with everything flagged that screening finds: range, rate, standstill.

    Args:
        use: Schema `DAY`, as `all_use` gives it; what is usual is taken from these rows.
        channels: The park's channels.
        checks: `reading_checks()`.

    Returns:
        The same rows and values, more flags.
    """

    def find(series: Series, channel: Channel) -> npt.NDArray[np.int64]:
        fast = too_fast(series, checks["rate"].limits)
        still = stuck(series, checks["stuck"].limits)
        found: npt.NDArray[np.int64] = fast * RATE + still * STUCK
        return found + out_of_range(series, channel) * RANGE

    return _flagged(use, channels, find)


def _flagged(
    use: pl.DataFrame,
    channels: Mapping[str, Channel],
    find: Callable[[Series, Channel], npt.NDArray[np.int64]],
) -> pl.DataFrame:
    parts = [pl.DataFrame(schema=DAY)]
    for series in series_of(use):
        more = find(series, channels[series.channel_id]).astype(np.uint16)
        marks = series.marks | more
        parts.append(rows_from(series, series.values, marks) if more.any() else series.days)
    return pl.concat(parts).sort("channel", "day")


def out_of_range(series: Series, channel: Channel) -> Truths:
    """Intervals below the least or above the greatest value of their channel."""
    least = channel.least
    if least is None and not is_mean(channel) and not channel.formula:
        least = 0.0
    values = series.values * 60 / series.minutes if is_rate(channel.unit) else series.values
    low = np.zeros(values.size, bool) if least is None else values < least
    return low if channel.most is None else low | (values > channel.most)


def too_fast(series: Series, limits: Mapping[str, float]) -> Truths:
    """Intervals that differ from the one before by more than the channel ever does.

    Args:
        series: A channel's intervals.
        limits: `times` of the step that a `share` of all steps reach; `intervals` needed.
    """
    values = series.values
    found = np.zeros(values.size, bool)
    steps = np.abs(np.diff(values))
    steps[np.diff(series.day) > 1] = np.nan
    if np.count_nonzero(~np.isnan(steps)) < limits["intervals"]:
        return found
    usual = limits["times"] * np.nanquantile(steps, limits["share"])
    highest = np.nanquantile(np.abs(values), limits["share"])
    found[1:] = steps > max(usual, highest)
    return found


def stuck(series: Series, limits: Mapping[str, float]) -> Truths:
    """Intervals of a stretch in which the same value, not zero, comes again and again.

    Args:
        series: A channel's intervals.
        limits: `hours` and `intervals` that such a stretch has at least.
    """
    values = np.where((series.values == 0) | ((series.marks & SPREAD) > 0), np.nan, series.values)
    if values.size == 0:
        return np.zeros(0, bool)
    other = (np.diff(values) != 0) | (np.diff(series.day) > 1)  # an absent value differs from all
    begins = np.concatenate([[0], np.flatnonzero(other) + 1])
    count = np.diff(begins, append=values.size)
    minutes = np.add.reduceat(series.minutes, begins)
    is_long = (count >= limits["intervals"]) & (minutes >= limits["hours"] * 60)
    return np.repeat(is_long, count) & ~np.isnan(values)
