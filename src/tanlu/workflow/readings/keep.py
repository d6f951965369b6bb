"""Keep readings: fold, compact, let go of old versions, back up, restore; what happened."""

from datetime import date
from pathlib import Path
from typing import Any

from tanlu.store.readings import Readings, pins, receipts, replaced, state
from tanlu.store.readings.backup import Backup, backup
from tanlu.store.readings.backup import restore as restore_readings
from tanlu.store.readings.compact import compact, scattered_months
from tanlu.store.readings.fold import fold
from tanlu.store.readings.history import pending_counts
from tanlu.store.readings.retain import retain
from tanlu.store.readings.scan import months_of
from tanlu.workflow.readings.open import FOLDER

__all__ = ["backup", "compact", "fold", "retain"]

Record = dict[str, Any]
_ABOUT = ("park_id", "zone", "made_at", "seq", "table_version", "arrivals", "readings", "days")


def state_record(readings: Readings) -> Record:
    """Where the store stands: its state, what waits to be folded, what is pinned."""
    now = state(readings)
    pinned = {
        name: {"seq": kept.seq, "table_version": kept.table_version}
        for name, kept in pins(readings).items()
    }
    return {
        "seq": now.seq,
        "table_version": now.table_version,
        "pending": pending_counts(readings),
        "months": months_of(readings),
        "to_compact": scattered_months(readings),
        "pins": pinned,
    }


def history_record(readings: Readings, newest: int) -> Record:
    """The latest arrivals: who sent them, when, why; how many values each replaced."""
    return {"arrivals": receipts(readings, newest=newest).to_dicts()}


def replaced_record(readings: Readings, channel: str, start: date, end: date) -> Record:
    """Values of a channel that were replaced: what each was, by whom, when, why."""
    rows = replaced(readings, channel, start, end).to_dicts()
    show = readings.clock.show
    return {"replaced": [row | {"at": show(row["at"])} for row in rows]}


def backup_record(made: Backup) -> Record:
    """A backup in a few words; its files are counted, not named."""
    return {name: getattr(made, name) for name in _ABOUT} | {"files": len(made.files)}


def restore(source: Path, park: Path) -> Backup:
    """Restore a park's readings from a backup, where there are none.

    Raises:
        InputError: When readings are there already, or the backup is damaged.
        StateError: When what came is not what was backed up, or the disk is full.
    """
    return restore_readings(source, park / FOLDER)
