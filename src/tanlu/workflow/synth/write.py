"""An invented park as a folder: tables, readings, and the truth about its faults."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tanlu.connect.folder import write_folder
from tanlu.errors import InputError
from tanlu.model.book import ZONE
from tanlu.store.readings import Arrival, Readings, close_readings, open_readings
from tanlu.store.readings.bulk import write_days
from tanlu.workflow.synth.park import Plan, plan
from tanlu.workflow.synth.size import Size, checked
from tanlu.workflow.synth.tables import draft
from tanlu.workflow.synth.year import Month, Year

TRUTH = "truth.csv"
WHO = "tanlu synth"
Tell = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: rows by table, readings, faults by kind."""

    folder: Path
    tables: Mapping[str, int]
    readings: int
    faults: Mapping[str, int]


def write_park(folder: Path, size: Size, tell: Tell | None = None) -> Made:
    """Make an invented park with a year of readings.

    Args:
        folder: The park's folder; it must not exist, or be empty.
        size: How large, for which year, by which seed.
        tell: Hears of each month that is written, 1 to 12.

    Returns:
        What was made.

    Raises:
        InputError: When no park of that size can be made, or something stands there.
        MissingExtraError: When the extra "readings" is not installed.
    """
    made = plan(checked(size))
    if (folder / "readings").exists():
        raise InputError.of("synth_readings_there", path=folder)
    write_folder(draft(made), folder)
    year = Year(made)
    readings = open_readings(folder / "readings", _park_id(made), ZONE)
    try:
        count = _store_all(readings, year, tell)
    finally:
        close_readings(readings)
    tables = draft(made, year.events(), year.used)
    write_folder(tables, folder, force=True)
    truth = year.truth()
    truth.write_csv(folder / "readings" / TRUTH)
    rows = {name: len(sheet.rows) for name, sheet in tables.sheets.items()}
    return Made(folder, rows, count, dict(sorted(truth["kind"].value_counts().iter_rows())))


def _park_id(made: Plan) -> str:
    return str(draft(made).card["park_id"])


def _store_all(readings: Readings, year: Year, tell: Tell | None) -> int:
    """Write the months in order, each while the next one is made; how many readings."""
    count = 0
    with ThreadPoolExecutor(1) as writer:
        under_way = None
        for month in year.months():
            count += under_way.result() if under_way else 0
            under_way = writer.submit(_store, readings, year.plan, month, tell)
        return count + (under_way.result() if under_way else 0)


def _store(readings: Readings, made: Plan, month: Month, tell: Tell | None) -> int:
    after = date(made.size.year + month.month // 12, month.month % 12 + 1, 1)
    parts = [(_arrival(after, "month"), month.days)]
    if month.late.height:
        parts.append((_arrival(after + timedelta(days=10), "late"), month.late))
    write_days(readings, parts)
    if tell and month.month <= 12:
        tell(month.month)
    return sum(
        int(rows["size"].cast(int).sum()) - int(rows["missing"].cast(int).sum())
        for _, rows in parts
    )


def _arrival(on: date, why: str) -> Arrival:
    return Arrival(WHO, f"{on.isoformat()}T06:00:00+08:00", why, "synth")
