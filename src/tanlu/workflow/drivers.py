"""Drivers from a table that a user brings: periods, categories, factors."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tanlu.connect.series import Columns, numbers, read_columns
from tanlu.connect.timeline import in_time
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.explain.chained import Decomposed, Panel, cumulated, steps_of
from tanlu.explain.divisia import Form, Model, attribution, attribution_by_changes
from tanlu.types import Text

_KEY = ("period", "category")
_YEAR = 12


def read_panel(path: Path, carrier: str = "") -> Panel:
    """A long table of factors: `period`, `category`, then one column for each factor.

    Args:
        path: A CSV file.
        carrier: The factor that says whether a category is there, such as its share.

    Returns:
        The panel; a category that has no row in a period is absent there, so that all
        of its factors are zero, or its carrier alone where one is named.

    Raises:
        InputError: With every fault of the file.
    """
    return panel_of(read_columns(path), carrier)


def panel_of(table: Columns, carrier: str = "") -> Panel:
    """The same of a table that was read.

    Raises:
        InputError: With every fault of the table.
    """
    missing = [name for name in _KEY if name not in table.names]
    factors = [name for name in table.names if name not in _KEY]
    if missing or not factors:
        wanted = "period, category, factor…"
        raise InputError.of("series_columns", Place(table.file), wanted=wanted)
    _named_rows(table)
    values = numbers(table, factors)
    periods = in_time(table.cells["period"].unique(maintain_order=True).to_list())
    if len(periods) < 2:
        raise InputError.of("one_period", Place(table.file), period=", ".join(periods))
    categories = sorted(table.cells["category"].unique().to_list())
    filled, is_there = _fill(table, periods, categories, values)
    if carrier:
        _carry(filled, is_there, _place_of(carrier, factors, table))
    return Panel(periods, categories, factors, filled)


def _named_rows(table: Columns) -> None:
    faults = [
        Fault("missing_value", table.place(row, name), {"column": name})
        for name in _KEY
        for row, text in enumerate(table.cells[name].to_list())
        if not text
    ]
    raise_errors(faults)


def _place_of(carrier: str, factors: list[str], table: Columns) -> int:
    if carrier not in factors:
        known = ", ".join(factors)
        raise InputError.of("no_driver", Place(table.file), factor=carrier, known=known)
    return factors.index(carrier)


def _carry(filled: np.ndarray, is_there: np.ndarray, carrier: int) -> None:
    # an absent category keeps what it is made of from the nearest period that has it
    for category in range(filled.shape[1]):
        seen = np.flatnonzero(is_there[:, category])
        for period in np.flatnonzero(~is_there[:, category]):
            nearest = seen[np.abs(seen - period).argmin()]
            filled[period, category] = filled[nearest, category]
            filled[period, category, carrier] = 0.0


def _fill(
    table: Columns, periods: list[str], categories: list[str], values: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
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
    is_there = np.zeros(filled.shape[:2], bool)
    is_there[at, on] = True
    return filled, is_there


def joined(panels: Sequence[Panel]) -> Panel:
    """Panels whose identities have other factors, such as energy and processes, as one.

    Args:
        panels: Panels of the same periods, no category in two of them.

    Returns:
        One panel; a factor that an identity does not have is 1 in it and has no effect.

    Raises:
        InputError: When periods differ, or a category stands in two.

    Example:
        >>> one = Panel(["1", "2"], ["coal"], ["energy"], np.array([[[2.0]], [[3.0]]]))
        >>> two = Panel(["1", "2"], ["lime"], ["output"], np.array([[[5.0]], [[4.0]]]))
        >>> joined([one, two]).values[0].tolist()
        [[2.0, 1.0], [1.0, 5.0]]
    """
    first = panels[0]
    if any(list(p.periods) != list(first.periods) for p in panels):
        odd = {name for p in panels for name in set(p.periods) ^ set(first.periods)}
        raise InputError.of("driver_periods", names=", ".join(sorted(odd)))
    categories = [name for p in panels for name in p.categories]
    twice = sorted({name for name in categories if categories.count(name) > 1})
    if twice:
        raise InputError.of("category_twice", names=", ".join(twice))
    factors = list(dict.fromkeys(name for p in panels for name in p.factors))
    parts = [_widened(p, factors) for p in panels]
    return Panel(first.periods, categories, factors, np.concatenate(parts, axis=1))


def _widened(panel: Panel, factors: list[str]) -> np.ndarray:
    found = np.ones((*panel.values.shape[:2], len(factors)))
    found[:, :, [factors.index(name) for name in panel.factors]] = panel.values
    return found


def lmdi_record(
    panel: Panel, form: Form, model: Model, *, chained: bool, parts: str = "", lag: int = 1
) -> dict[str, Any]:
    """A decomposition as the API and `--json` give it.

    Args:
        panel: Factors by period and category.
        form: "additive" or "multiplicative".
        model: 1 for LMDI-I, 2 for LMDI-II.
        chained: Whether each period is compared with the one before it.
        parts: Whether to say what each category adds: to the effect when additive, to the
            ratio less one when multiplicative, there by "logs" or by "changes"; empty: not.
        lag: How many periods before it each is compared with.

    Returns:
        The record.
    """
    steps = steps_of(panel, form, model, chained=chained, lag=lag)
    effects, total = cumulated(steps, form)
    rows = [_step_record(panel, step) for step in steps]
    if parts:
        for row, step in zip(rows, steps, strict=True):
            row["by_category"] = _by_category(panel, step, form, parts)
    return {
        "form": form,
        "model": model,
        "factors": list(panel.factors),
        "steps": rows,
        # steps that overlap add up to nothing
        "chained": {"effects": _named(panel, effects), "total": total} if lag == 1 else None,
        "warnings": _drifting(panel) if chained and lag == 1 else [],
    }


def _by_category(
    panel: Panel, found: Decomposed, form: Form, parts: str
) -> dict[str, dict[str, float]]:
    rows = found.step.parts
    if form == "multiplicative" and parts == "changes":
        ends = [panel.values[list(panel.periods).index(name)] for name in (found.start, found.end)]
        rows = attribution_by_changes(*ends)
    elif form == "multiplicative":
        rows = attribution(found.step)
    return {c: _named(panel, row) for c, row in zip(panel.categories, rows, strict=True)}


_MONTH = re.compile(r"\d{4}\D\d{1,2}\D?")
_SEASONAL = Text(
    "A chain of months drifts with the season: compare with the same month of the year before "
    "(--lag 12).",
    "逐月链式会随季节漂移：请与上年同月比较（--lag 12）。",
)


def _drifting(panel: Panel) -> list[dict[str, str]]:
    is_monthly = all(_MONTH.fullmatch(name) for name in panel.periods)
    if not is_monthly or len(panel.periods) <= _YEAR:
        return []
    return [{"code": "seasonal", "en": _SEASONAL.en, "zh": _SEASONAL.zh}]


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
