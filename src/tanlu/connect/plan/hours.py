"""The series of a plan, from `series.csv`: a row a step, a column a name."""

from pathlib import Path

import numpy as np

from tanlu.connect.plain import read_plain
from tanlu.errors import Fault, Place
from tanlu.model.book import Sheet
from tanlu.plan.lp.problem import Numbers

_LABELS = {"hour", "step", "time"}


def read_series(path: Path, steps: int, faults: list[Fault]) -> dict[str, Numbers]:
    """Series by name, shape (days, steps); faults are noted.

    Args:
        path: The file; none is no fault.
        steps: Steps of a day.
        faults: Where faults are noted.

    Returns:
        Series by name; empty where a fault was noted.
    """
    if not path.is_file():
        return {}
    sheet = read_plain(path)
    count = len(sheet.rows)
    names = [name for name in (sheet.rows[0].cells if count else ()) if name not in _LABELS]
    if count == 0 or count % steps:
        words = {"rows": count, "steps": steps}
        faults.append(Fault("plan_series_rows", Place(path.name), words))
        return {}
    return {name: _column(path, name, sheet, faults).reshape(-1, steps) for name in names}


def _column(path: Path, name: str, sheet: Sheet, faults: list[Fault]) -> Numbers:
    values = np.zeros(len(sheet.rows))
    for at, row in enumerate(sheet.rows):
        text = row.cells.get(name, "")
        try:
            values[at] = float(text)
        except ValueError:
            values[at] = np.nan
        if not np.isfinite(values[at]):
            # absence is not zero: an hour without a value is told, not filled
            place = Place(path.name, row=row.number, column=name)
            faults.append(Fault("plan_series_value", place, {"value": text}))
    return values
