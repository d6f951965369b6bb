"""Day rows to one even series of rates; a series thinned for the eye, no peak lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import by_size, flags, matrix

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Series:
    """How fast something was used, interval by interval over whole local days.

    `rate` is per hour, NaN where nothing was read; `lacking` counts the channels that
    are absent from an interval; `offsets` says at which place each day begins.
    """

    first: date
    minutes: int
    offsets: Places
    rate: Floats
    flag: npt.NDArray[np.uint16]
    lacking: Places
    sources: int

    @property
    def hours(self) -> float:
        """Length of an interval. [h]"""
        return self.minutes / 60


@dataclass(frozen=True, slots=True)
class Thinned:
    """Buckets of a series: place of the first interval, mean, least and greatest rate.

    `missing` counts absent readings, `size` those there should be.
    """

    place: Places
    mean: Floats
    low: Floats
    high: Floats
    missing: Places
    size: Places
    flagged: Places
    flag: npt.NDArray[np.uint16]


def series_of(
    uses: pl.DataFrame,
    weights: Mapping[str, float],
    clock: Clock,
    first: date,
    end: date,
    *,
    is_state: bool = False,
    minutes: int = 0,
) -> Series:
    """Use of several channels added up, as a rate per hour.

    Args:
        uses: Use per interval as rows of `DAY`, on a grid.
        weights: Channel to what its use is multiplied by; these channels are added.
        clock: The park's clock.
        first: First local day.
        end: Day after the last.
        is_state: Values are means (a temperature, a factor), no amounts.
        minutes: The grid wanted; the coarsest among the rows when 0. A rate on a
            coarser grid holds over its interval.

    Returns:
        The series.

    Example:
        >>> from tanlu.measure.readings.day import day_rows
        >>> names = pl.DataFrame({"channel": ["m"], "day": [date(2025, 1, 1)],
        ...     "minutes": [720], "seq": [1]})
        >>> rows = day_rows(names, np.array([[120.0, np.nan]]))
        >>> found = series_of(rows, {"m": 1.0}, Clock("UTC"), date(2025, 1, 1), date(2025, 1, 2))
        >>> found.rate.tolist(), found.lacking.tolist()
        ([10.0, nan], [0, 1])
    """
    rows = uses.filter(
        (pl.col("minutes") > 0)
        & pl.col("day").is_between(first, end, closed="left")
        & pl.col("channel").is_in(list(weights))
    )
    minutes = minutes or max(rows["minutes"].unique().to_list(), default=60)
    offsets = offsets_of(clock, first, end, minutes)
    total, count, marks = _added(rows, weights, offsets, first, minutes, is_state=is_state)
    rate = np.where(count > 0, total, np.nan)
    if is_state:
        rate = rate / np.maximum(count, 1)
    lacking = len(weights) - count
    return Series(first, minutes, offsets, rate, marks, lacking, len(weights))


def offsets_of(clock: Clock, first: date, end: date, minutes: int) -> Places:
    """At which place each local day begins, and where the last one ends."""
    days = [first + timedelta(days=n) for n in range((end - first).days)]
    sizes = [clock.size(day, minutes) for day in days]
    return np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])


def _added(
    rows: pl.DataFrame,
    weights: Mapping[str, float],
    offsets: Places,
    first: date,
    minutes: int,
    *,
    is_state: bool,
) -> tuple[Floats, Places, npt.NDArray[np.uint16]]:
    size = int(offsets[-1])
    total, count = np.zeros(size), np.zeros(size, np.int64)
    marks = np.zeros(size, np.uint16)
    for part in by_size(rows):
        values, flagged = _on_grid(part, minutes, is_state=is_state)
        weight = part["channel"].replace_strict(weights, return_dtype=pl.Float64).to_numpy()
        at = offsets[(part["day"] - first).dt.total_days().to_numpy()]
        width = values.shape[1]
        places = at[:, None] + np.arange(width)
        inside = places < np.minimum(offsets[-1], at + width)[:, None]
        present = ~np.isnan(values) & inside
        np.add.at(total, places[present], (values * weight[:, None])[present])
        np.add.at(count, places[present], 1)
        np.bitwise_or.at(marks, places[inside], flagged[inside])
    return total, count, marks


def _on_grid(
    part: pl.DataFrame, minutes: int, *, is_state: bool
) -> tuple[Floats, npt.NDArray[np.uint16]]:
    own = int(part["minutes"][0])
    values, flagged = matrix(part), flags(part)
    if not is_state:
        values = values * (60 / own)
    if own == minutes:
        return values, flagged
    if own > minutes:
        return np.repeat(values, own // minutes, 1), np.repeat(flagged, own // minutes, 1)
    step = minutes // own
    width = values.shape[1] // step
    grouped = values[:, : width * step].reshape(len(values), width, step)
    present = ~np.isnan(grouped)
    count = present.sum(axis=2)
    mean = np.where(present, grouped, 0).sum(axis=2) / np.maximum(count, 1)
    marks = np.bitwise_or.reduce(
        flagged[:, : width * step].reshape(len(values), width, step), axis=2
    )
    return np.where(count > 0, mean, np.nan), marks


def places_by(series: Series, step: str) -> Places:
    """Where buckets of a step begin.

    Args:
        series: The series.
        step: "native", "hour" or "day".

    Returns:
        Places in the series, increasing.
    """
    if step == "day":
        return series.offsets[:-1]
    width = max(1, 60 // series.minutes) if step == "hour" else 1
    return np.concatenate(
        [np.arange(a, b, width) for a, b in zip(series.offsets, series.offsets[1:], strict=False)]
    )


def thin(series: Series, places: Places) -> Thinned:
    """A series in buckets: the mean, and the band in which it moved.

    Args:
        series: The series.
        places: Where buckets begin, see `places_by`.

    Returns:
        One entry a bucket; NaN where a bucket holds no reading.

    Example:
        >>> one = Series(date(2025, 1, 1), 360, np.array([0, 4]), np.array([1.0, 9.0, np.nan,
        ...     2.0]), np.zeros(4, np.uint16), np.array([0, 0, 1, 0]), 1)
        >>> day = thin(one, places_by(one, "day"))
        >>> float(day.mean[0]), float(day.low[0]), float(day.high[0]), int(day.missing[0])
        (4.0, 1.0, 9.0, 1)
    """
    present = ~np.isnan(series.rate)
    count = np.add.reduceat(present.astype(np.int64), places)
    total = np.add.reduceat(np.where(present, series.rate, 0.0), places)
    sizes = np.diff(np.append(places, len(series.rate)))
    return Thinned(
        place=places,
        mean=np.where(count > 0, total / np.maximum(count, 1), np.nan),
        low=np.fmin.reduceat(series.rate, places),
        high=np.fmax.reduceat(series.rate, places),
        missing=np.add.reduceat(series.lacking, places),
        size=sizes * series.sources,
        flagged=np.add.reduceat((series.flag != 0).astype(np.int64), places),
        flag=np.bitwise_or.reduceat(series.flag, places),
    )


def instants(series: Series, places: Places, clock: Clock) -> pl.Series:
    """When the intervals at these places begin.

    Returns:
        Zone-aware instants in the park's zone.
    """
    days = np.searchsorted(series.offsets, places, side="right") - 1
    begins = np.array(
        [
            int(clock.begin(series.first + timedelta(days=int(n))).timestamp())
            for n in range(len(series.offsets) - 1)
        ],
        np.int64,
    )
    seconds = begins[days] + (places - series.offsets[days]) * series.minutes * 60
    return (
        pl.Series(seconds * 1_000_000)
        .cast(pl.Datetime("us", "UTC"))
        .dt.convert_time_zone(clock.zone)
    )


def hour_cells(series: Series, clock: Clock) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """Amounts by local day and hour of the clock.

    Args:
        series: A series of rates on a grid of an hour or finer.
        clock: The park's clock.

    Returns:
        Shape (days, 24), NaN where a cell holds no reading; and which cells lack
        some readings. An hour that comes twice when clocks change is one cell.
    """
    days = len(series.offsets) - 1
    every = np.arange(len(series.rate))
    hour = instants(series, every, clock).dt.hour().to_numpy().astype(np.int64)
    day = np.searchsorted(series.offsets, every, side="right") - 1
    cell = day * 24 + hour
    present = ~np.isnan(series.rate)
    amounts = np.where(present, series.rate * series.hours, 0.0)
    total = np.bincount(cell, amounts, days * 24)
    count = np.bincount(cell, present, days * 24)
    lacking = np.bincount(cell, series.lacking, days * 24)
    found = np.where(count > 0, total, np.nan).reshape(days, 24)
    return found, ((count > 0) & (lacking > 0)).reshape(days, 24)
