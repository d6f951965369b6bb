"""Rates of a system or the park out of what is kept: no reading is read."""

from datetime import timedelta

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.pack import flat
from tanlu.measure.readings.rates import Series, offsets_of
from tanlu.workflow.readings.pages_span import Span
from tanlu.workflow.readings.pages_sums import GRID

_DAY = timedelta(days=1)


def kept_series(rates: pl.DataFrame, carrier: str, system: str, clock: Clock, span: Span) -> Series:
    """The rates of a carrier, of one system or of all, over a span.

    Args:
        rates: As `sums_of` gives them.
        carrier: Which carrier.
        system: Which system; all when empty.
        clock: The park's clock.
        span: Which local days.
    """
    wanted = pl.col("day").is_between(span.first, span.end, closed="left")
    wanted &= pl.col("carrier") == carrier
    if system:
        wanted &= pl.col("system") == system
    offsets = offsets_of(clock, span.first, span.end, GRID)
    size = int(offsets[-1])
    total, present = np.zeros(size), np.zeros(size, bool)
    lacking, marks, sources = np.zeros(size, np.int64), np.zeros(size, np.uint16), 0
    for rows in _groups(rates.filter(wanted)):
        places = _places(rows, offsets, span)
        value = flat(rows["rate"], "<f8")
        there = ~np.isnan(value)
        total[places[there]] += value[there]
        present[places[there]] = True
        absent = np.full(size, int(rows["sources"][0]), np.int64)
        absent[places] = flat(rows["lacking"], "<i4")
        lacking += absent
        marks[places] |= flat(rows["flag"], "<u2")
        sources += int(rows["sources"][0])
    rate = np.where(present, total, np.nan)
    return Series(span.first, GRID, offsets, rate, marks, lacking, sources)


def _groups(rows: pl.DataFrame) -> list[pl.DataFrame]:
    return [part.sort("day") for part in rows.partition_by("system")] if rows.height else []


def _places(
    rows: pl.DataFrame, offsets: npt.NDArray[np.int64], span: Span
) -> npt.NDArray[np.int64]:
    days = (rows["day"] - span.first).dt.total_days().to_numpy()
    return np.concatenate([np.arange(offsets[n], offsets[n + 1]) for n in days])
