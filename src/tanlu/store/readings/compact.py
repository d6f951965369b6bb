"""Make one sorted file of a month: only newest rows, and all that was replaced."""

from collections.abc import Iterable

import polars as pl

from tanlu.store.readings.book import book
from tanlu.store.readings.journal import writing
from tanlu.store.readings.lock import WAIT_S, alone
from tanlu.store.readings.read import newest
from tanlu.store.readings.repair import repair, sync_table
from tanlu.store.readings.snapshot import current_commit
from tanlu.store.readings.store import Readings
from tanlu.store.readings.table import files_of, scan, stored, write


def compact(
    readings: Readings, months: Iterable[str] | None = None, wait_s: float = WAIT_S
) -> list[str]:
    """Rewrite months that lie in several files; killed at any instant, nothing is lost.

    A month is written anew and put in the place of the old one in a single commit.
    The old files stay for readers of earlier versions, until `retain`.

    Args:
        readings: The open store.
        months: Which months; all that need it when None.
        wait_s: How long to wait for a fold to end. [s]

    Returns:
        The months that were rewritten.

    Raises:
        ConflictError: When another one folds or compacts still.
        StateError: When the disk is full; the table is as it was.
    """
    wanted = None if months is None else set(months)
    with alone(readings.folder, wait_s):
        repair(readings)
        scattered = scattered_months(readings)
        chosen = [month for month in scattered if wanted is None or month in wanted]
        for month in chosen:
            _compact_month(readings, month)
    return chosen


def scattered_months(readings: Readings) -> list[str]:
    """Months with more than one file of values, or of replaced values."""
    files = files_of(readings, current_commit(readings).version)
    several = files.group_by("month", "layer").len().filter(pl.col("len") > 1)
    return sorted(several["month"].unique().to_list())


def _compact_month(readings: Readings, month: str) -> None:
    before = current_commit(readings)
    files = files_of(readings, before.version).filter(pl.col("month") == month)
    layers = []
    for layer in (0, 1):
        paths = files.filter(pl.col("layer") == layer)["path"].to_list()
        if paths:
            rows = scan(readings, paths).collect()
            layers.append(stored(readings, rows if layer else newest(rows), layer))
    version = write(readings, pl.concat(layers), month=month)
    sync_table(readings, before.version)
    with writing(readings.engine) as connection:
        book(connection, version, before.upto, "compact")
