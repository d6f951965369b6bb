"""Drivers from a table that a user brings: periods, categories, factors."""

from pathlib import Path
from typing import Any

import numpy as np

from tanlu.connect.series import Columns, numbers, read_columns
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.explain.chained import Decomposed, Panel, cumulated, steps_of
from tanlu.explain.divisia import Form, Model

_KEY = ("period", "category")


def read_panel(path: Path) -> Panel:
    """A long table of factors: `period`, `category`, then one column for each factor.

    Args:
        path: A CSV file.

    Returns:
        The panel; a category that has no row in a period is absent there, so that all
        of its factors are zero.

    Raises:
        InputError: With every fault of the file.
    """
    return panel_of(read_columns(path))


def panel_of(table: Columns) -> Panel:
    """The same of a table that was read.

    Raises:
        InputError: With every fault of the table.
    """
    missing = [name for name in _KEY if name not in table.names]
    factors = [name for name in table.names if name not in _KEY]
    if missing or not factors:
        wanted = "period, category, factor…"
        raise InputError.of("series_columns", Place(table.file), wanted=wanted)
    values = numbers(table, factors)
    periods = _in_time(table.cells["period"].unique().to_list())
    if len(periods) < 2:
        raise InputError.of("one_period", Place(table.file), period=", ".join(periods))
    categories = sorted(table.cells["category"].unique().to_list())
    return Panel(periods, categories, factors, _fill(table, periods, categories, values))


def _in_time(periods: list[str]) -> list[str]:
    try:
        return sorted(periods, key=float)
    except ValueError:
        return sorted(periods)


def _fill(
    table: Columns, periods: list[str], categories: list[str], values: np.ndarray
) -> np.ndarray:
    row_of, column_of = (
        {name: i for i, name in enumerate(names)} for names in (periods, categories)
    )
    at = np.array([row_of[name] for name in table.cells["period"].to_list()])
    on = np.array([column_of[name] for name in table.cells["category"].to_list()])
    flat = at * len(categories) + on
    first: dict[int, int] = {}
    faults = []
    for index, key in enumerate(flat.tolist()):
        if key in first:
            place = table.place(index, "category")
            faults.append(Fault("duplicate_row", place, {"row": table.numbers[first[key]]}))
        first.setdefault(key, index)
    raise_errors(faults)
    filled = np.zeros((len(periods), len(categories), values.shape[1]))
    filled[at, on] = values
    return filled


def lmdi_record(panel: Panel, form: Form, model: Model, *, chained: bool) -> dict[str, Any]:
    """A decomposition as the API and `--json` give it."""
    steps = steps_of(panel, form, model, chained=chained)
    effects, total = cumulated(steps, form)
    return {
        "form": form,
        "model": model,
        "factors": list(panel.factors),
        "steps": [_step_record(panel, step) for step in steps],
        "chained": {"effects": _named(panel, effects), "total": total},
    }


def _step_record(panel: Panel, found: Decomposed) -> dict[str, Any]:
    step = found.step
    return {
        "from": found.start,
        "to": found.end,
        "effects": _named(panel, step.effects),
        "total": step.total,
        "split_equally": [
            c for c, is_so in zip(panel.categories, step.shared, strict=True) if is_so
        ],
        "by_shapley": [c for c, is_so in zip(panel.categories, step.turned, strict=True) if is_so],
    }


def _named(panel: Panel, effects: np.ndarray) -> dict[str, float]:
    return dict(zip(panel.factors, map(float, effects), strict=True))
