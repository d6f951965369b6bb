"""Versions of parks: nothing is overwritten, every version stays readable."""

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, func, insert, select
from sqlalchemy.exc import IntegrityError

from tanlu.errors import ConflictError, NotFoundError
from tanlu.model.book import Draft, Row, Sheet
from tanlu.store.database import VERSIONS
from tanlu.store.inventories import NewVersion, add_versions


@dataclass(frozen=True, slots=True)
class Version:
    """One saved version of a park: who, when, why, and the digest of its content."""

    park_id: str
    version: int
    saved_at: str
    saved_by: str
    why: str
    digest: str
    catalog_digest: str


@dataclass(frozen=True, slots=True)
class Saving:
    """Who saves, when, why, and under which catalogue."""

    saved_by: str
    saved_at: str
    why: str
    catalog_digest: str


def pack(draft: Draft) -> bytes:
    """A draft as bytes, the same for the same content."""
    sheets = {
        name: [[row.number, dict(row.cells)] for row in sheet.rows]
        for name, sheet in sorted(draft.sheets.items())
    }
    content = {"card": dict(draft.card), "sheets": sheets}
    return json.dumps(content, ensure_ascii=False, sort_keys=True).encode()


def unpack(content: bytes) -> Draft:
    """A draft from bytes.

    Example:
        >>> unpack(pack(Draft({"park_id": "p"}, {}))).card["park_id"]
        'p'
    """
    raw = json.loads(content)
    sheets = {
        name: Sheet(name, [Row(number, cells) for number, cells in rows])
        for name, rows in raw["sheets"].items()
    }
    return Draft(raw["card"], sheets)


def latest(engine: Engine, park_id: str) -> int:
    """The newest version of a park; 0 when it has none."""
    with engine.connect() as connection:
        query = select(func.max(VERSIONS.c.version)).where(VERSIONS.c.park_id == park_id)
        return int(connection.execute(query).scalar() or 0)


def save(
    engine: Engine,
    park_id: str,
    draft: Draft,
    base: int,
    saving: Saving,
    restated: Sequence[NewVersion] = (),
) -> Version:
    """Save a draft as the version after `base`.

    Args:
        engine: The store.
        park_id: Whose version.
        draft: The park as written.
        base: The version that the draft was made from.
        saving: Who, when, why.
        restated: New versions of kept inventories, saved with it or not at all.

    Returns:
        The new version, once it is durable.

    Raises:
        ConflictError: When another version was saved after `base`.
    """
    content = pack(draft)
    row = Version(
        park_id, base + 1, saving.saved_at, saving.saved_by, saving.why,
        hashlib.sha256(content).hexdigest(), saving.catalog_digest,
    )  # fmt: skip
    current = latest(engine, park_id)
    try:
        with engine.begin() as connection:
            if current != base:
                raise ConflictError.of("conflict", current=current, base=base)
            values = {name: getattr(row, name) for name in Version.__slots__}
            connection.execute(insert(VERSIONS).values(**values, content=zlib.compress(content)))
            add_versions(connection, restated)
    except IntegrityError as error:  # somebody was faster by a moment
        raise ConflictError.of("conflict", current=base + 1, base=base) from error
    return row


def read(engine: Engine, park_id: str, version: int) -> Draft:
    """The draft of a version.

    Raises:
        NotFoundError: When there is no such park or version.
    """
    query = select(VERSIONS.c.content).where(
        VERSIONS.c.park_id == park_id, VERSIONS.c.version == version
    )
    with engine.connect() as connection:
        content = connection.execute(query).scalar()
    if content is None:
        raise NotFoundError.of("not_found", thing=f"{park_id} v{version}")
    return unpack(zlib.decompress(content))


def versions(engine: Engine, park_id: str) -> list[Version]:
    """All versions of a park, the newest first.

    Raises:
        NotFoundError: When there is no such park.
    """
    columns = [VERSIONS.c[name] for name in Version.__slots__]
    query = (
        select(*columns).where(VERSIONS.c.park_id == park_id).order_by(VERSIONS.c.version.desc())
    )
    with engine.connect() as connection:
        found = [Version(*row) for row in connection.execute(query)]
    if not found:
        raise NotFoundError.of("not_found", thing=park_id)
    return found


def park_ids(engine: Engine) -> list[str]:
    """All parks of the store."""
    with engine.connect() as connection:
        query = select(VERSIONS.c.park_id).distinct().order_by(VERSIONS.c.park_id)
        return [str(row[0]) for row in connection.execute(query)]
