"""Fold arrivals into the table. It can be killed at any instant: it is done once or not."""

from collections.abc import Callable
from datetime import timedelta

import polars as pl
from sqlalchemy import Connection, func, select, update

from tanlu.store.readings.book import book
from tanlu.store.readings.journal import ARRIVALS, PINS, writing
from tanlu.store.readings.lay import lay
from tanlu.store.readings.lock import WAIT_S, alone
from tanlu.store.readings.read import stored_days
from tanlu.store.readings.records import Folded
from tanlu.store.readings.repair import repair, sync_table
from tanlu.store.readings.snapshot import ARRIVED, current_commit, last_commit, pending_blocks
from tanlu.store.readings.store import Readings
from tanlu.store.readings.table import stored, write

_DAY = timedelta(days=1)
_AT_ONCE = 4_000_000  # readings of one commit; bounds memory
Tell = Callable[[Folded], None]


def fold(readings: Readings, wait_s: float = WAIT_S, tell: Tell | None = None) -> Folded:
    """Move all pending arrivals into the table.

    Args:
        readings: The open store.
        wait_s: How long to wait for another fold to end. [s]
        tell: Hears of each commit.

    Returns:
        What was done in all.

    Raises:
        ConflictError: When another one folds still.
        StateError: When the disk is full; nothing is lost then.
    """
    with alone(readings.folder, wait_s):
        repair(readings)
        done = Folded(0, 0, 0, 0, current_commit(readings).version)
        while step := _step(readings):
            done = _sum(done, step)
            if tell:
                tell(done)
        return done


def _sum(one: Folded, two: Folded) -> Folded:
    return Folded(
        one.arrivals + two.arrivals, one.readings + two.readings, one.replaced + two.replaced,
        one.days + two.days, two.table_version,
    )  # fmt: skip


def _step(readings: Readings) -> Folded | None:
    with readings.engine.connect() as connection:
        before = last_commit(connection)
        upto, arrivals = _upto(connection, before.upto)
        if not arrivals:
            return None
        blocks = pending_blocks(readings, connection, before.upto, upto)
    arrived = pl.concat([pl.DataFrame(schema=ARRIVED), *(block for _, block in blocks)])
    arrived = arrived.filter(pl.col("seq").is_between(before.upto + 1, upto))
    rows, gone = _laid(readings, before.version, arrived)
    version = before.version
    if rows.height + gone.height:
        both = pl.concat([stored(readings, rows, 0), stored(readings, gone, 1)])
        version = write(readings, both, upto=upto)
        sync_table(readings, before.version)
    _confirm(readings, version, upto, gone)
    return Folded(arrivals, arrived.height, _values(gone), rows.height, version)


def _upto(connection: Connection, after: int) -> tuple[int, int]:
    # a pinned state must be the end of a commit, so that it can be told for ever
    query = select(func.min(PINS.c.seq)).where(PINS.c.seq > after)
    pin = connection.execute(query).scalar()
    columns = ARRIVALS.c
    rows = select(columns.seq, columns.rows).where(columns.seq > after)
    if pin is not None:
        rows = rows.where(columns.seq <= pin)
    upto, count, total = after, 0, 0
    for seq, size in connection.execute(rows.order_by(columns.seq)):
        if count and total + size > _AT_ONCE:
            break
        upto, count, total = seq, count + 1, total + size
    return upto, count


def _laid(
    readings: Readings, version: int, arrived: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    if arrived.is_empty():
        return lay(arrived, arrived, {}, readings.clock)
    touched = arrived.select("channel", day=pl.col("at").dt.date()).unique()
    months = touched.with_columns(month=pl.col("day").dt.truncate("1mo")).partition_by("month")
    parts = [_old(readings, version, month) for month in months]
    old = pl.concat(parts).unique(["channel", "day"], maintain_order=True)
    return lay(old, arrived, readings.channels, readings.clock)


def _old(readings: Readings, version: int, touched: pl.DataFrame) -> pl.DataFrame:
    # a day more on either side: the local day is another than the one of UTC
    first, last = touched.select(first=pl.col("day").min(), last=pl.col("day").max()).row(0)
    names = touched["channel"].unique().to_list()
    return stored_days(readings, version, names, first - _DAY, last + 3 * _DAY)


def _values(gone: pl.DataFrame) -> int:
    return int((gone["size"].cast(pl.Int64) - gone["missing"]).sum())


def _confirm(readings: Readings, version: int, upto: int, gone: pl.DataFrame) -> None:
    counts = gone.group_by("seq").agg(
        (pl.col("size").cast(pl.Int64) - pl.col("missing")).sum().alias("n")
    )
    with writing(readings.engine) as connection:
        for seq, number in counts.iter_rows():
            query = update(ARRIVALS).where(ARRIVALS.c.seq == seq).values(replaced=number)
            connection.execute(query)
        book(connection, version, upto, "fold")
