"""The embedded store: its tables, and how it is opened."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Engine,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    create_engine,
    event,
    insert,
    select,
)

LAYOUT = 1
"""The number of this layout of tables; a store of another one is refused."""

METADATA = MetaData()

ABOUT = Table("about", METADATA, Column("layout", Integer, primary_key=True))

VERSIONS = Table(
    "park_version",
    METADATA,
    Column("park_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("saved_at", String, nullable=False),
    Column("saved_by", String, nullable=False),
    Column("why", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("catalog_digest", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
    PrimaryKeyConstraint("park_id", "version"),  # two saves on one version: the second fails
)

JOBS = Table(
    "job",
    METADATA,
    Column("job_id", String, primary_key=True),
    Column("park_id", String, nullable=False),
    Column("created_at", String, nullable=False),
    Column("state", String, nullable=False),
    Column("body", JSON, nullable=False),
)

UPLOADS = Table(
    "upload",
    METADATA,
    Column("upload_id", String, primary_key=True),
    Column("created_at", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

INVENTORIES = Table(
    "inventory_version",
    METADATA,
    Column("park_id", String, nullable=False),
    Column("inventory_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("year", Integer, nullable=False),
    Column("boundary", String, nullable=False),
    Column("member_id", String, nullable=False),
    Column("method", String, nullable=False),
    Column("gwp_set", String, nullable=False),
    Column("park_version", Integer, nullable=False),
    Column("catalog_digest", String, nullable=False),
    Column("total_t", Float(53), nullable=False),
    Column("digest", String, nullable=False),
    Column("cause", String, nullable=False),
    Column("made_at", String, nullable=False),
    Column("made_by", String, nullable=False),
    Column("why", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
    PrimaryKeyConstraint("park_id", "inventory_id", "version"),  # rows are added, never changed
)

ACCEPTED = Table(
    "inventory_accepted",
    METADATA,
    Column("park_id", String, nullable=False),
    Column("inventory_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("accepted_at", String, nullable=False),
    Column("accepted_by", String, nullable=False),
    Column("why", String, nullable=False),
    PrimaryKeyConstraint("park_id", "inventory_id", "version"),
)

FOLLOWED = Table(
    "inventory_followed",
    METADATA,
    Column("park_id", String, nullable=False),
    Column("catalog_digest", String, nullable=False),
    PrimaryKeyConstraint("park_id", "catalog_digest"),
)

BROUGHT = Table(
    "folder_brought",
    METADATA,
    Column("park_id", String, primary_key=True),
    Column("folder", String, nullable=False),  # below the data folder
    Column("digest", String, nullable=False),
)


def open_store(url: str) -> Engine:
    """Open a store, making its tables when it is new.

    Args:
        url: A database URL, such as "sqlite:///tanlu.db".

    Returns:
        The engine that the functions of this package take.

    Raises:
        StateError: When another version of tanlu laid the store out.
    """
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _settle)
    METADATA.create_all(engine)
    _check_layout(engine)
    return engine


def _settle(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own type
    # readers go on while one writes, and what is acknowledged is on disk
    for setting in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {setting}")


def _check_layout(engine: Engine) -> None:
    from tanlu.errors import StateError

    with engine.begin() as connection:
        found = connection.execute(select(ABOUT.c.layout)).scalar()
        if found is None:
            connection.execute(insert(ABOUT).values(layout=LAYOUT))
        elif found != LAYOUT:
            raise StateError.of("store_layout", found=found, wanted=LAYOUT)


Clock = Callable[[], str]
"""The present moment as ISO 8601 text with zone."""
