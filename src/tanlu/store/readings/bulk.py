"""Whole months of day rows straight into the table: for a year that is made or moved at once.

The journal learns of the arrivals, but never holds their readings: when the process is
killed in between, the months not yet written are lost. What must not be lost is appended.
"""

from collections.abc import Sequence

import polars as pl
from sqlalchemy import Connection, insert

from tanlu.errors import ConflictError
from tanlu.measure.readings.day import merge_days
from tanlu.model.reading import DAY
from tanlu.store.readings.book import book
from tanlu.store.readings.fold import fold
from tanlu.store.readings.journal import ARRIVALS, writing
from tanlu.store.readings.lock import WAIT_S, alone
from tanlu.store.readings.read import stored_days
from tanlu.store.readings.records import Arrival
from tanlu.store.readings.snapshot import last_commit, newest_seq
from tanlu.store.readings.store import Readings
from tanlu.store.readings.table import stored, write

_KEY = ["channel", "day"]


def write_days(
    readings: Readings, parts: Sequence[tuple[Arrival, pl.DataFrame]]
) -> tuple[int, ...]:
    """Write day rows that no earlier arrival has touched, one commit for all.

    Args:
        readings: The open store.
        parts: Arrivals in order with their rows (schema `DAY`, each channel and day once an
            arrival); `seq` is set here. Later ones are laid over earlier ones.

    Returns:
        The numbers that the arrivals got.

    Raises:
        ConflictError: When a day of a channel is in the table already: append it then.
        StateError: When the disk is full; nothing is in the table then.
    """
    fold(readings)
    with alone(readings.folder, WAIT_S):
        with readings.engine.connect() as connection:
            version = last_commit(connection).version
        _refuse_known(readings, version, [rows for _, rows in parts])
        with writing(readings.engine) as connection:
            numbers = _register(connection, parts)
        rows = _laid([rows for _, rows in parts], numbers)
        made = write(readings, stored(readings, rows, 0), upto=numbers[-1])
        with writing(readings.engine) as connection:
            book(connection, made, numbers[-1], "bulk")
    return numbers


def _refuse_known(readings: Readings, version: int, parts: Sequence[pl.DataFrame]) -> None:
    keys = pl.concat([rows.select(_KEY) for rows in parts]).unique()
    if version < 0 or keys.is_empty():
        return
    known = stored_days(readings, version, None, *keys.select(
        first=pl.col("day").min(), after=pl.col("day").max() + pl.duration(days=1)
    ).row(0))  # fmt: skip
    both = known.join(keys, on=_KEY, how="semi")
    if both.height:
        channel, day = both.select(_KEY).row(0)
        raise ConflictError.of("readings_days_known", channel=channel, day=day)


def _register(
    connection: Connection, parts: Sequence[tuple[Arrival, pl.DataFrame]]
) -> tuple[int, ...]:
    first = newest_seq(connection) + 1
    for number, (arrival, rows) in enumerate(parts, first):
        count = int((rows["size"].cast(pl.Int64) - rows["missing"]).sum())
        row = {
            "seq": number, "key": arrival.key or None, "who": arrival.who, "at": arrival.at,
            "why": arrival.why, "origin": arrival.origin, "rows": count, "digest": 0,
            "replaced": 0,
        }  # fmt: skip
        connection.execute(insert(ARRIVALS), row)
    return tuple(range(first, first + len(parts)))


def _laid(parts: Sequence[pl.DataFrame], numbers: Sequence[int]) -> pl.DataFrame:
    laid = pl.DataFrame(schema=DAY)
    for number, part in zip(numbers, parts, strict=True):
        rows = part.with_columns(seq=pl.lit(number, pl.Int64))
        newer, _ = merge_days(laid, rows) if laid.height else (rows, laid)
        laid = pl.concat([laid.join(newer.select(_KEY), on=_KEY, how="anti"), newer])
    return laid
