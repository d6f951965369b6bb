"""What a reader sees: one state of the journal and the version of the table that it names."""

import numpy as np
import polars as pl
from sqlalchemy import Connection, func, select

from tanlu.errors import StateError
from tanlu.model.reading import LONG
from tanlu.store.readings.block import unpack
from tanlu.store.readings.journal import ARRIVALS, BLOCKS, COMMITS
from tanlu.store.readings.records import Commit, State
from tanlu.store.readings.store import Readings, Snapshot

NO_TABLE = Commit(-1, 0, "", "")
ARRIVED = {**LONG, "seq": pl.Int64()}


def snapshot(readings: Readings, as_of: State | None = None) -> Snapshot:
    """The newest state, or an earlier one.

    The journal alone says which version of the table counts, so that a fold that
    is under way, or was killed, is seen whole or not at all.

    Raises:
        StateError: When that state can no longer be told.
    """
    with readings.engine.connect() as connection:
        seq = newest_seq(connection)
        commit = last_commit(connection)
        if as_of is not None:
            commit = commit_of(connection, as_of, seq)
            seq = as_of.seq
        pending = _pending(readings, connection, commit.upto, seq)
    return Snapshot(commit.version, commit.upto, seq, pending)


def newest_seq(connection: Connection) -> int:
    """The number of the newest arrival; 0 when there is none."""
    return int(connection.execute(select(func.max(ARRIVALS.c.seq))).scalar() or 0)


def last_commit(connection: Connection) -> Commit:
    """The newest version that the journal knows."""
    return next(iter(commits(connection, limit=1)), NO_TABLE)


def current_commit(readings: Readings) -> Commit:
    """The version that counts now."""
    with readings.engine.connect() as connection:
        return last_commit(connection)


def commits(connection: Connection, limit: int | None = None) -> list[Commit]:
    """Versions that the journal knows, the newest first."""
    names = (COMMITS.c[name] for name in Commit.__slots__)
    query = select(*names).order_by(COMMITS.c.number.desc()).limit(limit)
    return [Commit(*row) for row in connection.execute(query)]


def commit_of(connection: Connection, state: State, newest: int) -> Commit:
    """The version from which a state can be told, with arrivals that are pending still.

    Raises:
        StateError: When a fold went past it, or it lies in the future.
    """
    known = [*commits(connection), NO_TABLE]
    below = [commit for commit in known if commit.upto <= state.seq]
    is_passed = known[0].upto > state.seq and _arrivals(connection, below[0].upto, state.seq)
    if is_passed or state.seq > newest:
        raise StateError.of("readings_state_gone", seq=state.seq, newest=newest)
    return below[0]


def _arrivals(connection: Connection, after: int, upto: int) -> int:
    query = select(func.count()).where(ARRIVALS.c.seq > after, ARRIVALS.c.seq <= upto)
    return int(connection.execute(query).scalar() or 0)


def _pending(readings: Readings, connection: Connection, after: int, upto: int) -> pl.DataFrame:
    parts = [block for _, block in pending_blocks(readings, connection, after, upto)]
    found = pl.concat(parts) if parts else pl.DataFrame(schema=ARRIVED)
    return found.filter(pl.col("seq").is_between(after + 1, upto))


def pending_blocks(
    readings: Readings, connection: Connection, after: int, upto: int
) -> list[tuple[int, pl.DataFrame]]:
    """Blocks of arrivals after one number and up to another, each by its first number."""
    columns = BLOCKS.c
    query = select(columns.first, columns.last).where(columns.last > after, columns.first <= upto)
    wanted = connection.execute(query.order_by(columns.first)).all()
    memory = readings.memory.blocks
    found = []
    for first, last in wanted:
        block = memory.get(first)
        if block is None:
            block = _block(connection, first, last)
            memory[first] = block
        found.append((first, block))
    for first in [first for first in list(memory) if first <= after]:
        memory.pop(first, None)
    return found


def _block(connection: Connection, first: int, last: int) -> pl.DataFrame:
    query = select(BLOCKS.c.content).where(BLOCKS.c.first == first)
    long = unpack(connection.execute(query).scalar_one())
    sizes = select(ARRIVALS.c.seq, ARRIVALS.c.rows).where(ARRIVALS.c.seq.between(first, last))
    rows = connection.execute(sizes.order_by(ARRIVALS.c.seq)).all()
    seq = np.repeat([row[0] for row in rows], [row[1] for row in rows])
    return long.with_columns(seq=pl.Series(seq, dtype=pl.Int64))
