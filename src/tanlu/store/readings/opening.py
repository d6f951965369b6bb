"""Open a park's readings, made new where there are none."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Engine, insert, select

from tanlu.errors import ConflictError, StateError, need
from tanlu.measure.readings.clock import Clock
from tanlu.model.channel import Channel
from tanlu.store.readings.journal import ABOUT, LAYOUT, open_journal, writing
from tanlu.store.readings.lock import alone
from tanlu.store.readings.repair import repair
from tanlu.store.readings.settings import read_settings
from tanlu.store.readings.store import Readings


def open_readings(
    folder: Path, park_id: str, zone: str, channels: Mapping[str, Channel] | None = None
) -> Readings:
    """Open the readings in a folder; what a killed process left is put right.

    Args:
        folder: Where the journal lies, usually `PARK/readings`; made when missing.
        park_id: Whose readings.
        zone: The park's time zone; a day is a local civil day.
        channels: The park's channels, which say on which grid readings lie.

    Returns:
        The open store; threads may share it.

    Raises:
        StateError: When another version of tanlu laid it out, or it is another park's.
        MissingExtraError: When the extra "readings" is not installed.
    """
    need("deltalake", "readings")
    folder.mkdir(parents=True, exist_ok=True)
    settings = read_settings(folder)
    engine = open_journal(folder / "journal.db")
    _check(engine, folder, park_id, zone)
    readings = Readings(folder, park_id, Clock(zone), channels or {}, settings, engine)
    try:
        with alone(folder, wait_s=0):
            repair(readings)
    except ConflictError:
        pass  # who holds the lock is alive, and has put right what there was
    return readings


def close_readings(readings: Readings) -> None:
    """Let go of the journal's files."""
    readings.engine.dispose()


def _check(engine: Engine, folder: Path, park_id: str, zone: str) -> None:
    with engine.connect() as connection:
        found = connection.execute(select(ABOUT)).first()
    if found is None:
        with writing(engine) as connection:
            if connection.execute(select(ABOUT)).first() is None:
                row = {"layout": LAYOUT, "park_id": park_id, "zone": zone}
                connection.execute(insert(ABOUT), row)
        return
    if found.layout != LAYOUT:
        raise StateError.of("store_layout", found=found.layout, wanted=LAYOUT)
    for had, has in ((found.park_id, park_id), (found.zone, zone)):
        if had != has:
            raise StateError.of("readings_of_another", path=str(folder), had=had, has=has)
