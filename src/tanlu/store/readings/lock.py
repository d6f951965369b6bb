"""One at a time changes the table; the lock dies with the process that holds it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tanlu.errors import ConflictError
from tanlu.store.readings.disk import full_disk

WAIT_S = 60.0


@contextmanager
def alone(folder: Path, wait_s: float = WAIT_S, name: str = "fold.lock") -> Iterator[None]:
    """Hold the lock of a readings folder.

    It is a lock that SQLite takes on an empty database: the same on every system,
    among threads as among processes, and gone when its process is killed.

    Args:
        folder: The folder of the journal.
        wait_s: How long to wait for another holder. [s]
        name: Which lock.

    Raises:
        ConflictError: When another one holds it still.
    """
    with closing(sqlite3.connect(folder / name, timeout=wait_s)) as connection:
        connection.isolation_level = None
        try:
            connection.execute("PRAGMA journal_mode=MEMORY")  # a full disk must not matter here
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise full_disk(error, folder) from error
            raise ConflictError.of("readings_busy", path=str(folder)) from error
        yield
