"""Bring journal and table together after a process was killed, or the power failed."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tanlu.errors import need
from tanlu.store.readings.book import book
from tanlu.store.readings.disk import sync_files
from tanlu.store.readings.journal import writing
from tanlu.store.readings.snapshot import last_commit
from tanlu.store.readings.store import Readings
from tanlu.store.readings.table import folded_upto, open_table


def repair(readings: Readings) -> None:
    """Book a commit that reached the table and not the journal. Hold the lock meanwhile.

    A version that the journal does not know and whose files did not reach the disk
    is taken back: its arrivals are in the journal still.
    """
    with readings.engine.connect() as connection:
        known = last_commit(connection)
    if readings.is_local:
        drop_torn(readings, known.version)
    table = open_table(readings)
    upto = folded_upto(readings, table)
    if table is None or (table.version() <= known.version and upto <= known.upto):
        return
    if readings.is_local:
        sync_table(readings, known.version)
    with writing(readings.engine) as connection:
        book(connection, int(table.version()), max(upto, known.upto), "repair")


def drop_torn(readings: Readings, known: int) -> None:
    """Take back unbooked versions from the first one on that the disk does not hold whole."""
    later = log_files(readings, known)
    for number, path in enumerate(later):
        if not _is_whole(Path(readings.table), path):
            for torn in reversed(later[number:]):
                torn.unlink()
            return


def log_files(readings: Readings, known: int) -> list[Path]:
    """The log's entries after a version, in order."""
    log = Path(readings.table) / "_delta_log"
    entries = (path for path in log.glob("*.json") if path.stem.isdigit())
    return sorted(path for path in entries if int(path.stem) > known)


def added(path: Path) -> list[tuple[str, int]]:
    """Files that an entry of the log adds, with their sizes.

    Raises:
        ValueError: When the entry is torn.
    """
    entries = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    adds: list[dict[str, Any]] = [entry["add"] for entry in entries if "add" in entry]
    if not entries:
        raise ValueError(path)
    return [(unquote(add["path"]), int(add["size"])) for add in adds]


def _is_whole(table: Path, path: Path) -> bool:
    parquet = need("pyarrow.parquet", "readings")
    try:
        for name, size in added(path):
            if (table / name).stat().st_size != size:
                return False
            parquet.read_table(table / name)
    except (ValueError, OSError):  # a torn entry, a missing file, a page that cannot be read
        return False
    return True


def sync_table(readings: Readings, known: int) -> None:
    """Have the versions after a known one on the disk before their arrivals leave the journal."""
    if not readings.is_local:
        return
    table = Path(readings.table)
    entries = log_files(readings, known)
    files = [table / name for entry in entries for name, _ in added(entry)]
    sync_files([*files, *entries])
