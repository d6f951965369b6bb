"""Back up while readings come in, and restore; both count what there is."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tanlu.errors import InputError, StateError
from tanlu.store.readings.disk import full_disk, sync_files
from tanlu.store.readings.history import counts
from tanlu.store.readings.lock import WAIT_S, alone
from tanlu.store.readings.objects import copy_tree
from tanlu.store.readings.opening import close_readings, open_readings
from tanlu.store.readings.repair import repair
from tanlu.store.readings.settings import read_settings
from tanlu.store.readings.snapshot import current_commit
from tanlu.store.readings.store import Readings
from tanlu.store.readings.table import files_of

_MANIFEST = "manifest.json"
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: whose, of when, the state, how much, and each file's digest."""

    park_id: str
    zone: str
    made_at: str
    seq: int
    table_version: int
    arrivals: int
    readings: int
    days: int
    files: Mapping[str, str]


def backup(readings: Readings, target: Path, wait_s: float = WAIT_S) -> Backup:
    """Copy journal and table as they are at one moment; appending goes on meanwhile.

    Args:
        readings: The open store.
        target: A folder that does not exist yet.
        wait_s: How long to wait for a fold to end. [s]

    Returns:
        What was backed up, once it is on disk.

    Raises:
        InputError: When the folder is there already.
        StateError: When the disk is full; nothing is left behind then.
    """
    if target.exists():
        raise InputError.of("readings_target_exists", path=str(target))
    partial = target.with_name(target.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(parents=True)
        with alone(readings.folder, wait_s):
            repair(readings)
            _copy_journal(readings, partial)
            if current_commit(readings).version >= 0:
                copy_tree(readings.table, str(partial / "table"))
        made = _sealed(readings, partial)
    except (OSError, sqlite3.Error) as error:
        shutil.rmtree(partial, ignore_errors=True)
        raise full_disk(error, target) from error
    partial.rename(target)
    sync_files([target])
    return made


def _copy_journal(readings: Readings, partial: Path) -> None:
    with closing(sqlite3.connect(readings.folder / "journal.db")) as connection:
        connection.execute("VACUUM INTO ?", (str(partial / "journal.db"),))


def _sealed(readings: Readings, partial: Path) -> Backup:
    about = _counted(partial, readings.park_id, readings.clock.zone)
    files = {str(path.relative_to(partial)): digest(path) for path in _files(partial)}
    at = datetime.now(UTC).isoformat(timespec="seconds")
    made = Backup(readings.park_id, readings.clock.zone, at, files=files, **about)
    plain = {name: getattr(made, name) for name in Backup.__slots__}
    (partial / _MANIFEST).write_text(json.dumps(plain, indent=1, ensure_ascii=False), "utf-8")
    sync_files([*_files(partial)])
    return made


def _counted(folder: Path, park_id: str, zone: str) -> dict[str, int]:
    copy = open_readings(folder, park_id, zone)
    try:
        version = current_commit(copy).version
        rows = int(files_of(copy, version)["rows"].sum())
        number = counts(copy)
    finally:
        close_readings(copy)
    for lock in folder.glob("*.lock"):
        lock.unlink()
    return {**number, "table_version": version, "days": rows}


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def read_backup(source: Path) -> Backup:
    """What a backup says it holds, each file checked.

    Raises:
        InputError: When it is no backup, or a file of it is missing or was changed.
    """
    path = source / _MANIFEST
    try:
        raw: dict[str, Any] = json.loads(path.read_text("utf-8"))
        made = Backup(**raw)
    except (OSError, ValueError, TypeError) as error:
        raise InputError.of("readings_no_backup", path=str(source)) from error
    for name, wanted in made.files.items():
        file = source / name
        if not file.is_file() or digest(file) != wanted:
            raise InputError.of("readings_backup_damaged", path=str(source), file=name)
    return made


def restore(source: Path, folder: Path) -> Backup:
    """Make a store from a backup where there is none, and count what came.

    Args:
        source: The backup.
        folder: The folder of the readings; a `settings.yaml` there says where the
            table goes.

    Returns:
        What was restored.

    Raises:
        InputError: When readings are there already, or the backup is damaged.
        StateError: When what came is not what was backed up, or the disk is full.
    """
    made = read_backup(source)
    if (folder / "journal.db").exists() or (folder / "table").exists():
        raise InputError.of("readings_target_exists", path=str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    target = read_settings(folder).table or str(folder / "table")
    try:
        if (source / "table").exists():
            copy_tree(str(source / "table"), target)
        # the journal comes last: a store is there when its journal is
        shutil.copyfile(source / "journal.db", folder / "journal.partial")
        sync_files(_files(folder))
        (folder / "journal.partial").rename(folder / "journal.db")
    except OSError as error:
        raise full_disk(error, folder) from error
    found = _counted(folder, made.park_id, made.zone)
    wanted = {name: getattr(made, name) for name in found}
    if found != wanted:
        raise StateError.of("readings_restored_other", found=found, wanted=wanted)
    return made
