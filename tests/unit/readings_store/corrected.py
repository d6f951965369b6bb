"""An invented park whose readings were corrected: some in the table, some still pending."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import polars as pl

from benchmarks.readings_park import make_park, open_park
from tanlu.model.reading import LONG
from tanlu.store.readings import Arrival, Readings, append, fold

_QUARTER = timedelta(minutes=15)


def corrected_park(folder: Path) -> Readings:
    """A small park; half of the corrections are folded."""
    readings = open_park(make_park(folder, 9, 70))
    _correct(readings, "e0005-main", datetime(2025, 3, 5, tzinfo=UTC), 40)
    fold(readings)
    _correct(readings, "e0005-main", datetime(2025, 3, 31, 12, tzinfo=UTC), 60)
    _correct(readings, "u0001-pv-east", datetime(2025, 3, 9, tzinfo=UTC), 10)
    return readings


def _correct(readings: Readings, channel: str, start: datetime, count: int) -> None:
    rows = {
        "channel": [channel] * count,
        "at": [start + number * _QUARTER for number in range(count)],
        "value": [float(number) for number in range(count)],
        "flag": [0] * count,
    }
    long = pl.DataFrame(rows, schema=LONG)
    append(readings, long, Arrival("tests", "2026-01-05T00:00:00+08:00", "correction"))
