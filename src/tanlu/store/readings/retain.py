"""Let go of old files of the table. Readings, corrections and receipts stay for ever."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from sqlalchemy import delete, select

from tanlu.errors import InputError
from tanlu.store.readings.book import book
from tanlu.store.readings.journal import COMMITS, writing
from tanlu.store.readings.lock import WAIT_S, alone
from tanlu.store.readings.repair import repair, sync_table
from tanlu.store.readings.snapshot import commit_of, current_commit, newest_seq
from tanlu.store.readings.state import pins
from tanlu.store.readings.store import Readings
from tanlu.store.readings.table import open_table

FLOOR_DAYS = 1
"""Versions of the last day are always kept: a reader may be at them."""


def retain(readings: Readings, keep_days: int, wait_s: float = WAIT_S) -> list[str]:
    """Delete files that only versions older than some days need, and remains of killed folds.

    Newest values, replaced values and receipts are no versions: they stay. So do the
    versions of pinned states.

    Args:
        readings: The open store.
        keep_days: How long earlier versions stay readable, at least one day. [d]
        wait_s: How long to wait for a fold to end. [s]

    Returns:
        The files that were deleted.

    Raises:
        InputError: When fewer days are asked for.
        ConflictError: When another one folds or compacts still.
    """
    if keep_days < FLOOR_DAYS:
        raise InputError.of("readings_keep_days", least=FLOOR_DAYS, asked=keep_days)
    with alone(readings.folder, wait_s):
        repair(readings)
        before = current_commit(readings)
        table = open_table(readings)
        if table is None:
            return []
        kept = kept_versions(readings)
        _forget(readings, keep_days, kept)
        gone: list[str] = table.vacuum(
            retention_hours=24 * keep_days, dry_run=False, enforce_retention_duration=False,
            full=True, keep_versions=sorted(kept),
        )  # fmt: skip
        sync_table(readings, before.version)
        with writing(readings.engine) as connection:
            book(connection, int(table.version()), before.upto, "retain")
    return gone


def kept_versions(readings: Readings) -> set[int]:
    """Versions of the table that must stay: the present one and those of pinned states."""
    with readings.engine.connect() as connection:
        newest = newest_seq(connection)
        states = pins(readings).values()
        found = {commit_of(connection, state, newest).version for state in states}
    return {version for version in found | {current_commit(readings).version} if version >= 0}


def _forget(readings: Readings, keep_days: int, kept: set[int]) -> None:
    """Strike versions out that were followed by another one before the time that is kept."""
    limit = (datetime.now(UTC) - timedelta(days=keep_days)).isoformat(timespec="seconds")
    columns = COMMITS.c
    query = select(columns.number, columns.version, columns.at).order_by(columns.number)
    with writing(readings.engine) as connection:
        rows = connection.execute(query).all()
        pairs = pairwise(rows)
        old = [one.number for one, two in pairs if two.at < limit and one.version not in kept]
        for number in old:
            connection.execute(delete(COMMITS).where(columns.number == number))
