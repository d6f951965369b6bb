"""Which state the store is in, and states that are to be told for ever."""

from datetime import UTC, datetime

from sqlalchemy import delete, insert, select

from tanlu.store.readings.journal import PINS, writing
from tanlu.store.readings.records import State
from tanlu.store.readings.snapshot import last_commit, newest_seq
from tanlu.store.readings.store import Readings


def state(readings: Readings) -> State:
    """The present state: the newest arrival, the version of the table."""
    with readings.engine.connect() as connection:
        return State(newest_seq(connection), last_commit(connection).version)


def pin(readings: Readings, name: str) -> State:
    """Keep the present state readable for ever, under a name.

    A stored inventory pins the state that it was made from: folds then end at it,
    and `retain` keeps the files of it.

    Args:
        readings: The open store.
        name: What is to be kept, such as "inventory-2025 v3"; a known name moves.

    Returns:
        The state that was pinned.
    """
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with writing(readings.engine) as connection:
        found = State(newest_seq(connection), last_commit(connection).version)
        connection.execute(delete(PINS).where(PINS.c.name == name))
        row = {"name": name, "seq": found.seq, "version": found.table_version, "at": at}
        connection.execute(insert(PINS), row)
    return found


def unpin(readings: Readings, name: str) -> None:
    """Let a pinned state go; a name that is not known changes nothing."""
    with writing(readings.engine) as connection:
        connection.execute(delete(PINS).where(PINS.c.name == name))


def pins(readings: Readings) -> dict[str, State]:
    """The pinned states by name."""
    columns = PINS.c
    query = select(columns.name, columns.seq, columns.version).order_by(columns.seq, columns.name)
    with readings.engine.connect() as connection:
        return {name: State(seq, version) for name, seq, version in connection.execute(query)}
