"""The journal's list of the table's versions: it says which one counts."""

from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert

from tanlu.store.readings.journal import BLOCKS, COMMITS


def book(connection: Connection, version: int, upto: int, kind: str) -> None:
    """Note a version of the table; blocks of what it holds are no longer needed."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    row = {"version": version, "upto": upto, "kind": kind, "at": at}
    connection.execute(insert(COMMITS), row)
    connection.execute(delete(BLOCKS).where(BLOCKS.c.last <= upto))
