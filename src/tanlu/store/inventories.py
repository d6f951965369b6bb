"""Kept inventories: versions are only ever added, and each can be read for ever."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import IntegrityError

from tanlu.errors import ConflictError, NotFoundError
from tanlu.store.database import ACCEPTED, FOLLOWED, INVENTORIES


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """One version of a kept inventory, without its lines. `total_t` in t CO2e.

    `cause` is kept (somebody kept it) or restated (a correction made it).
    """

    park_id: str
    inventory_id: str
    version: int
    year: int
    boundary: str
    member_id: str
    method: str
    gwp_set: str
    park_version: int
    catalog_digest: str
    total_t: float
    digest: str
    cause: str
    made_at: str
    made_by: str
    why: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who accepted a restated version, when, and why."""

    version: int
    accepted_at: str
    accepted_by: str
    why: str


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version with its content, to be added."""

    head: KeptVersion
    content: bytes


_HEAD = [INVENTORIES.c[name] for name in KeptVersion.__slots__]


def add_versions(connection: Connection, rows: Sequence[NewVersion]) -> None:
    """Add versions in a transaction that is under way.

    Raises:
        ConflictError: When somebody added the same version a moment before.
    """
    for row in rows:
        head = {name: getattr(row.head, name) for name in KeptVersion.__slots__}
        try:
            connection.execute(insert(INVENTORIES).values(**head, content=row.content))
        except IntegrityError as error:
            version = row.head.version
            raise ConflictError.of("conflict", current=version, base=version - 1) from error


def kept_versions(engine: Engine, park_id: str, inventory_id: str = "") -> list[KeptVersion]:
    """Versions of one inventory, or of all of a park; newest year and version first."""
    query = select(*_HEAD).where(INVENTORIES.c.park_id == park_id)
    if inventory_id:
        query = query.where(INVENTORIES.c.inventory_id == inventory_id)
    columns = INVENTORIES.c
    query = query.order_by(columns.year.desc(), columns.inventory_id, columns.version.desc())
    with engine.connect() as connection:
        return [KeptVersion(*row) for row in connection.execute(query)]


def newest(engine: Engine, park_id: str) -> dict[str, KeptVersion]:
    """The newest version of each inventory of a park."""
    found: dict[str, KeptVersion] = {}
    for version in kept_versions(engine, park_id):
        found.setdefault(version.inventory_id, version)
    return found


def kept_content(engine: Engine, park_id: str, inventory_id: str, version: int) -> bytes:
    """The content of a version.

    Raises:
        NotFoundError: When there is no such version.
    """
    columns = INVENTORIES.c
    query = select(columns.content).where(
        columns.park_id == park_id,
        columns.inventory_id == inventory_id,
        columns.version == version,
    )
    with engine.connect() as connection:
        content = connection.execute(query).scalar()
    if content is None:
        raise NotFoundError.of("not_found", thing=f"{inventory_id} v{version}")
    return bytes(content)


def accept_version(engine: Engine, park_id: str, inventory_id: str, acceptance: Acceptance) -> None:
    """Note that a version was accepted; a second time changes nothing.

    Raises:
        NotFoundError: When there is no such version.
    """
    kept_content(engine, park_id, inventory_id, acceptance.version)
    if any(a.version == acceptance.version for a in acceptances(engine, park_id, inventory_id)):
        return
    values = {name: getattr(acceptance, name) for name in Acceptance.__slots__}
    with engine.begin() as connection:
        statement = insert(ACCEPTED).values(park_id=park_id, inventory_id=inventory_id, **values)
        connection.execute(statement)


def acceptances(engine: Engine, park_id: str, inventory_id: str) -> list[Acceptance]:
    """Which versions of an inventory were accepted."""
    columns = [ACCEPTED.c[name] for name in Acceptance.__slots__]
    query = select(*columns).where(
        ACCEPTED.c.park_id == park_id, ACCEPTED.c.inventory_id == inventory_id
    )
    with engine.connect() as connection:
        return [Acceptance(*row) for row in connection.execute(query)]


def is_followed(engine: Engine, park_id: str, catalog_digest: str) -> bool:
    """Whether a park's inventories were already compared with what a catalogue gives."""
    query = select(FOLLOWED.c.park_id).where(
        FOLLOWED.c.park_id == park_id, FOLLOWED.c.catalog_digest == catalog_digest
    )
    with engine.connect() as connection:
        return connection.execute(query).first() is not None


def note_followed(connection: Connection, park_id: str, catalog_digest: str) -> None:
    """Note that they were."""
    connection.execute(insert(FOLLOWED).values(park_id=park_id, catalog_digest=catalog_digest))
