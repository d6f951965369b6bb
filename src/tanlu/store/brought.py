"""What was last brought in from a park's folder, so that an edit made here is not reverted."""

from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert, select

from tanlu.store.database import BROUGHT


@dataclass(frozen=True, slots=True)
class Brought:
    """Whose folder it was, below the data folder, and the digest of what it gave."""

    park_id: str
    folder: str
    digest: str


def brought(engine: Engine) -> dict[str, Brought]:
    """What each park's folder last gave."""
    columns = [BROUGHT.c[name] for name in Brought.__slots__]
    with engine.connect() as connection:
        return {row[0]: Brought(*row) for row in connection.execute(select(*columns))}


def note_brought(engine: Engine, row: Brought) -> None:
    """Note what a folder gave."""
    values = {name: getattr(row, name) for name in Brought.__slots__}
    with engine.begin() as connection:
        connection.execute(delete(BROUGHT).where(BROUGHT.c.park_id == row.park_id))
        connection.execute(insert(BROUGHT).values(**values))
