"""From when until when there are readings at all."""

from datetime import date, timedelta

import polars as pl

from tanlu.measure.readings.clock import locate
from tanlu.store.readings.records import State
from tanlu.store.readings.snapshot import snapshot
from tanlu.store.readings.store import Readings
from tanlu.store.readings.table import files_of


def extent(readings: Readings, as_of: State | None = None) -> tuple[date, date] | None:
    """The first local day with a reading, and the day after the last.

    Args:
        readings: The open store.
        as_of: A state of before; the present one when None.

    Returns:
        None when there is no reading.
    """
    seen = snapshot(readings, as_of)
    files = files_of(readings, seen.version).filter(pl.col("layer") == 0)
    pending = locate(seen.pending.select("at"), readings.clock)["day"]
    first = [*files["first_day"].to_list(), pending.min()]
    last = [*files["last_day"].to_list(), pending.max()]
    known = [day for day in first if isinstance(day, date)]
    if not known:
        return None
    return min(known), max(day for day in last if isinstance(day, date)) + timedelta(days=1)
