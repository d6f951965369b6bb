"""The journal: SQLite that has written to disk before it answers."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    event,
)
from sqlalchemy.engine import ExceptionContext

from tanlu.store.readings.disk import full_disk
from tanlu.store.readings.lock import alone

LAYOUT = 1
"""The number of this layout of the journal; another one is refused."""

METADATA = MetaData()

ABOUT = Table(
    "about",
    METADATA,
    Column("layout", Integer, primary_key=True),
    Column("park_id", String, nullable=False),
    Column("zone", String, nullable=False),
)

ARRIVALS = Table(
    "arrival",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("key", String, unique=True),  # NULL where the sender gave none
    Column("who", String, nullable=False),
    Column("at", String, nullable=False),
    Column("why", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("digest", Integer, nullable=False),
    Column("replaced", Integer),  # values of others that it replaced; known once folded
    sqlite_autoincrement=True,  # a number is never given twice, even when rows went away
)

BLOCKS = Table(
    "block",
    METADATA,
    Column("first", Integer, primary_key=True),  # readings of the arrivals first..last
    Column("last", Integer, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

COMMITS = Table(
    "table_commit",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("upto", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("at", String, nullable=False),
    sqlite_autoincrement=True,
)

PINS = Table(
    "pin",
    METADATA,
    Column("name", String, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", String, nullable=False),
)


def open_journal(path: Path) -> Engine:
    """The engine of a journal; its tables are made when it is new."""
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30})
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _say)
    # two processes that make it at once would meet half of it
    with alone(path.parent, name="open.lock"):
        METADATA.create_all(engine)
    return engine


def _settle(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own type
    connection.isolation_level = None  # the driver must not begin transactions of its own
    try:
        for setting in ("journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=4000"):
            connection.execute(f"PRAGMA {setting}")
    except sqlite3.OperationalError as error:
        path = connection.execute("PRAGMA database_list").fetchone()[2]
        raise full_disk(error, path) from error


def _begin(connection: Connection) -> None:
    # a writer asks for the lock at once: one that reads first would fail, not wait
    wants = connection.get_execution_options().get("begin", "BEGIN")
    connection.exec_driver_sql(str(wants))


def _say(context: ExceptionContext) -> BaseException | None:
    error = context.original_exception
    if not isinstance(error, Exception):
        return None
    place = context.engine.url.database if context.engine else None
    said = full_disk(error, place or ".")
    return None if said is error else said


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes; durable when it ends without an error.

    Raises:
        StateError: When the disk is full; nothing is stored then.
    """
    writer = engine.execution_options(begin="BEGIN IMMEDIATE")
    with writer.begin() as connection:
        yield connection
