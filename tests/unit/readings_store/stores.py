"""Small stores for the tests beside this file."""

from datetime import UTC, date, datetime, timedelta

import polars as pl

from tanlu.measure.readings.day import to_long
from tanlu.model.channel import Channel
from tanlu.model.reading import LONG
from tanlu.store.readings import days, open_readings

START = datetime(2025, 1, 1, tzinfo=UTC)
SPAN = (date(2025, 1, 1), date(2025, 3, 1))


def frame(channel, values, first=0):
    """Quarter hours of one channel."""
    at = [START + timedelta(minutes=15 * (first + k)) for k in range(len(values))]
    rows = {"channel": [channel] * len(values), "at": at, "value": values, "flag": 0}
    return pl.DataFrame(rows, schema=LONG)


def new_store(folder, **channels):
    return open_readings(folder, "园区", "Asia/Shanghai", {"m": Channel("m")} | channels)


def values(store, **asked):
    """All values, by channel and instant."""
    found = to_long(days(store, None, *SPAN, **asked), store.clock)
    return {(channel, at): value for channel, at, value, _ in found.iter_rows()}
