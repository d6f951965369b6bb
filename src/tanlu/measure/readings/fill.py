"""Gaps filled by a named method: values apart from the readings, which stay as they are."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import day_rows
from tanlu.measure.readings.series import Series, rows_from, series_of
from tanlu.measure.readings.use import is_mean, outside
from tanlu.model.channel import Channel
from tanlu.model.oddity import Check
from tanlu.model.reading import DAY, FILLED

Numbers = npt.NDArray[np.float64]
_KEY: Final = ["channel", "day"]
_WEEK = 7


def filled(
    use: pl.DataFrame,
    channels: Mapping[str, Channel],
    clock: Clock,
    method: str,
    methods: Mapping[str, Check],
    start: date | None = None,
    end: date | None = None,
) -> pl.DataFrame:
    """Values for intervals that are absent.

    Args:
        use: Schema `DAY`, as `all_use` gives it; history is taken from these rows.
        channels: The park's channels.
        clock: The park's clock.
        method: A name in `methods`; "layered" tries one after the other.
        methods: `fill_methods()`.
        start: First day to fill; each channel's first one when None.
        end: Day after the last one to fill.

    Returns:
        Schema `DAY`: only what was filled, everything else NaN; each value flagged
        as filled. Days before the first and after the last reading are not filled
        unless asked for.
    """
    parts = [pl.DataFrame(schema=DAY)]
    for series in series_of(_whole(use, channels, clock, start, end)):
        values = _filled(series, channels[series.channel_id], method, methods)
        values[~np.isnan(series.values)] = np.nan
        marks = np.where(np.isnan(values), 0, FILLED).astype(np.uint16)
        parts.append(rows_from(series, values, marks))
    found = pl.concat(parts)
    in_time = found.filter(pl.col("missing") < pl.col("size"))
    if start is not None:
        in_time = in_time.filter(pl.col("day") >= start)
    return in_time if end is None else in_time.filter(pl.col("day") < end)


def with_filled(use: pl.DataFrame, fill: pl.DataFrame) -> pl.DataFrame:
    """Use with its gaps filled, and said so by a flag on each value.

    Args:
        use: Schema `DAY`.
        fill: What `filled` gave.

    Returns:
        Schema `DAY`.
    """
    alone = fill.join(use.select(_KEY), on=_KEY, how="anti")
    plain = use.join(fill.select(_KEY), on=_KEY, how="anti")
    both = use.join(fill.select(_KEY), on=_KEY, how="semi").sort(_KEY)
    beside = fill.join(use.select(_KEY), on=_KEY, how="semi").sort(_KEY)
    parts = [alone, plain]
    for held, more in zip(series_of(both), series_of(beside), strict=True):
        is_filled = ~np.isnan(more.values)
        values = np.where(is_filled, more.values, held.values)
        parts.append(rows_from(held, values, held.marks | more.marks))
    return pl.concat(parts).sort(_KEY)


def _whole(
    use: pl.DataFrame,
    channels: Mapping[str, Channel],
    clock: Clock,
    start: date | None,
    end: date | None,
) -> pl.DataFrame:
    # days that nobody read, as rows of absent values
    parts = [use]
    spans = use.group_by("channel").agg(
        first=pl.col("day").min(), last=pl.col("day").max(), minutes=pl.col("minutes").mode().max(),
        days=pl.col("day"),
    )  # fmt: skip
    for row in spans.iter_rows(named=True):
        first = min(row["first"], start or row["first"])
        last = max(row["last"], end - timedelta(days=1) if end else row["last"])
        held = set(row["days"])
        span = (first + timedelta(days=n) for n in range((last - first).days + 1))
        absent = [day for day in span if day not in held]
        parts += _absent(row["channel"], absent, row["minutes"], clock)
    whole = pl.concat(parts)
    return whole.filter(~outside(whole, channels)).sort(_KEY)


def _absent(channel: str, days: list[date], minutes: int, clock: Clock) -> list[pl.DataFrame]:
    sizes = [clock.size(day, minutes) for day in days]
    found = []
    for size in sorted(set(sizes)):
        same = [day for day, other in zip(days, sizes, strict=True) if other == size]
        names = pl.DataFrame(
            {"channel": channel, "day": same, "minutes": minutes, "seq": 0},
            schema={"channel": pl.String, "day": pl.Date, "minutes": pl.Int16, "seq": pl.Int64},
        )
        found.append(day_rows(names, np.full((len(same), size), np.nan)))
    return found


def _filled(series: Series, channel: Channel, method: str, methods: Mapping[str, Check]) -> Numbers:
    limits = methods[method].limits
    if method == "layered":
        if is_mean(channel):
            return hold(series, methods["hold"].limits)
        short = linear(series, methods["linear"].limits)
        return np.where(
            np.isnan(short), same_weekday(series, methods["same_weekday"].limits), short
        )
    if method == "linear":
        return linear(series, limits)
    if method == "same_weekday":
        return same_weekday(series, limits)
    return hold(series, limits) if is_mean(channel) else np.full(series.values.size, np.nan)


def linear(series: Series, limits: Mapping[str, float]) -> Numbers:
    """A straight line over gaps shorter than `hours`.

    Args:
        series: A channel's intervals, without missing days.
        limits: `hours`.

    Returns:
        Values where a gap was closed, NaN elsewhere.
    """
    values = series.values
    absent = np.isnan(values)
    found = np.full(values.size, np.nan)
    known = np.flatnonzero(~absent)
    if known.size < 2:
        return found
    at = np.flatnonzero(absent)
    at = at[(at > known[0]) & (at < known[-1])]
    after = np.searchsorted(known, at)
    before, behind = known[after - 1], known[after]
    minutes = np.cumsum(series.minutes)
    is_short = minutes[behind - 1] - minutes[before] < limits["hours"] * 60
    at, before, behind = at[is_short], before[is_short], behind[is_short]
    share = (at - before) / (behind - before)
    found[at] = values[before] + share * (values[behind] - values[before])
    return found


def same_weekday(series: Series, limits: Mapping[str, float]) -> Numbers:
    """The mean of the same interval on the nearest same weekdays.

    Args:
        series: A channel's intervals, without missing days.
        limits: `days` to take, within `weeks` on either side.

    Returns:
        Values where an interval is absent and at least one such day has it.
    """
    values, days = series.values, series.days
    found = np.full(values.size, np.nan)
    sizes = days["size"].to_numpy().astype(np.int64)
    begins = dict(zip(days["day"].to_list(), np.cumsum(sizes) - sizes, strict=True))
    width = dict(zip(days["day"].to_list(), sizes.tolist(), strict=True))
    for day in days.filter(pl.col("missing") > 0)["day"].to_list():
        here = slice(begins[day], begins[day] + width[day])
        found[here] = _mean_of_like(values, day, begins, width, limits)
    found[~np.isnan(values)] = np.nan
    return found


def _mean_of_like(
    values: Numbers, day: date, begins: Mapping[date, int], width: Mapping[date, int],
    limits: Mapping[str, float],
) -> Numbers:  # fmt: skip
    total, count = np.zeros(width[day]), np.zeros(width[day])
    for week in range(1, int(limits["weeks"]) + 1):
        for side in (-1, 1):
            other = day + timedelta(days=side * week * _WEEK)
            if width.get(other) != width[day]:
                continue
            like = values[begins[other] : begins[other] + width[other]]
            takes = ~np.isnan(like) & (count < limits["days"])
            total[takes] += like[takes]
            count += takes
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def hold(series: Series, limits: Mapping[str, float]) -> Numbers:
    """The last value, for up to `hours`.

    Args:
        series: A channel's intervals, without missing days.
        limits: `hours`.

    Returns:
        Values where an interval is absent and one before it is not.
    """
    values = series.values
    index = np.where(np.isnan(values), -1, np.arange(values.size))
    last = np.maximum.accumulate(index) if values.size else index
    minutes = np.cumsum(series.minutes)
    is_near = (last >= 0) & (minutes - minutes[last] <= limits["hours"] * 60)
    return np.where(is_near & np.isnan(values), values[last], np.nan)
