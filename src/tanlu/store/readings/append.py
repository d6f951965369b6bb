"""Take readings in: they are durable when this returns."""

from collections.abc import Sequence

import numpy as np
import polars as pl
from sqlalchemy import Connection, insert, text

from tanlu.errors import ConflictError, Fault
from tanlu.store.readings.block import Columns, columns_of, digests, pack, take
from tanlu.store.readings.journal import BLOCKS, writing
from tanlu.store.readings.records import Arrival, Receipt
from tanlu.store.readings.store import Readings

# written out: with some thousand arrivals in a commit, building statements is what takes time
_ADD = (
    'INSERT INTO arrival (seq, "key", who, at, why, origin, "rows", digest) '
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_KNOWN = 'SELECT "key", seq, "rows", digest FROM arrival WHERE "key" IN ('
_ASKED = 10_000  # keys of one question; SQLite takes some 32,000


def append(readings: Readings, long: pl.DataFrame, arrival: Arrival) -> Receipt:
    """Store one arrival.

    Args:
        readings: The open store.
        long: Readings of the schema `LONG`, in any order, of any channels.
        arrival: Who, when, why, from where, under which idempotency key.

    Returns:
        Its receipt, once the arrival is on disk; the first one when the key is known.

    Raises:
        ConflictError: When the key came with other readings before.
        StateError: When the disk is full; nothing is stored then.
    """
    (found,) = append_many(readings, long, [arrival], [long.height])
    if isinstance(found, Fault):
        raise ConflictError([found])
    return found


def append_many(
    readings: Readings, long: pl.DataFrame, arrivals: Sequence[Arrival], rows: Sequence[int]
) -> list[Receipt | Fault]:
    """Store several arrivals with one write to disk.

    Args:
        readings: The open store.
        long: The readings of all arrivals, one after the other (schema `LONG`).
        arrivals: The arrivals in that order.
        rows: How many readings each of them has.

    Returns:
        A receipt for each, or the fault of a key that came with other readings before;
        the others are stored all the same.

    Raises:
        StateError: When the disk is full; nothing is stored then.
    """
    columns = columns_of(long)
    marks = digests(columns, rows)
    with writing(readings.engine) as connection:
        known = _known(connection, arrivals)
        number = _last(connection)
        found: list[Receipt | Fault] = []
        fresh: list[bool] = []
        added = []
        for arrival, size, mark in zip(arrivals, rows, marks, strict=True):
            before = known.get(arrival.key)
            fresh.append(before is None)
            if before:
                found.append(_again(arrival, before, mark))
                continue
            number += 1
            if arrival.key:
                known[arrival.key] = (number, size, mark)
            found.append(Receipt(number, size))
            added.append(_row(arrival, number, size, mark))
        if added:
            connection.exec_driver_sql(_ADD, added)
            _keep(connection, columns, rows, fresh, number)
    return found


def _known(connection: Connection, arrivals: Sequence[Arrival]) -> dict[str, tuple[int, int, int]]:
    keys = list({arrival.key for arrival in arrivals if arrival.key})
    found: dict[str, tuple[int, int, int]] = {}
    for start in range(0, len(keys), _ASKED):
        asked = tuple(keys[start : start + _ASKED])
        query = _KNOWN + ",".join("?" * len(asked)) + ")"
        rows = connection.exec_driver_sql(query, asked)
        found |= {key: (seq, size, mark) for key, seq, size, mark in rows}
    return found


def _last(connection: Connection) -> int:
    # of the sequence, not of the rows: a number that was given once is never given again
    query = text("SELECT seq FROM sqlite_sequence WHERE name = 'arrival'")
    return int(connection.execute(query).scalar() or 0)


def _again(arrival: Arrival, before: tuple[int, int, int], mark: int) -> Receipt | Fault:
    seq, rows, was = before
    if was == mark:
        return Receipt(seq, rows, is_replay=True)
    return Fault("readings_key_reused", params={"key": arrival.key, "seq": seq})


def _row(arrival: Arrival, seq: int, rows: int, mark: int) -> tuple[object, ...]:
    of = arrival
    return seq, of.key or None, of.who, of.at, of.why, of.origin, rows, mark


def _keep(
    connection: Connection, columns: Columns, rows: Sequence[int], fresh: list[bool], last: int
) -> None:
    if not all(fresh):
        columns = take(columns, np.repeat(np.asarray(fresh), rows))
    size = len(columns.at)
    if size:
        first = last - sum(fresh) + 1
        block = {"first": first, "last": last, "rows": size, "content": pack(columns)}
        connection.execute(insert(BLOCKS), block)
