"""Drivers of a table that a browser sends: what it holds, and what may be made of it."""

from typing import Any

import numpy as np

from tanlu.connect.series import Columns, columns_of
from tanlu.errors import InputError, TanluError
from tanlu.explain.chained import Decomposed, Panel, cumulated, steps_of
from tanlu.explain.divisia import Form, Model, values_of
from tanlu.explain.indices import shapley_effects
from tanlu.measure.flaw import Flaw
from tanlu.measure.number import read_number
from tanlu.types import Text
from tanlu.workflow.advice import advice_record, shape_of_table
from tanlu.workflow.drivers import panel_of
from tanlu.workflow.regressions import design_of
from tanlu.workflow.views.figure import View, fault_view, text
from tanlu.workflow.views.own_decoupling import asked_of, own_decoupling
from tanlu.workflow.views.regression import regression_view
from tanlu.workflow.views.which import which_view

_LONG = ("period", "category")
_MOST_FLAWS = 20
_MOST_CATEGORIES = 60


def table_of(name: str, content: str) -> Columns:
    """The cells of a table.

    Raises:
        InputError: When it cannot be read as a table with one heading to a column.
    """
    return columns_of(content.encode("utf-8"), name)


def held(table: Columns) -> View:
    """What a table holds: the API's record `OwnTable`."""
    is_long = all(name in table.names for name in _LONG)
    return {
        "file": table.file,
        "rows": table.cells.height,
        "is_long": is_long,
        "columns": [_column(table, name) for name in table.names],
        "periods": table.cells["period"].unique(maintain_order=True).to_list()[:200]
        if "period" in table.names
        else [],
        "categories": table.cells["category"].n_unique() if is_long else 0,
    }


def _column(table: Columns, name: str) -> View:
    numbers, flaws = [], []
    for index, cell in enumerate(table.cells[name].to_list()):
        value = read_number(cell) if cell else Flaw("missing_value", {"column": name})
        if isinstance(value, Flaw):
            flaws.append(value.at(table.place(index, name)))
        else:
            numbers.append(float(value))
    is_numeric = 2 * len(numbers) > table.cells.height and name not in _LONG
    return {
        "name": name,
        "is_numeric": is_numeric,
        "low": min(numbers, default=None) if is_numeric else None,
        "high": max(numbers, default=None) if is_numeric else None,
        "flaws": [fault_view(f) for f in flaws[:_MOST_FLAWS]] if is_numeric else [],
    }


def lmdi_of(name: str, content: str, model: Model) -> View:
    """A long table taken apart: the API's record `OwnLmdi`.

    Raises:
        InputError: With every fault of the table.
    """
    panel = panel_of(table_of(name, content))
    steps = steps_of(panel, "additive", model, chained=True)
    whole = steps_of(panel, "additive", model, chained=False)[0]
    return {
        "file": name,
        "model": model,
        "factors": list(panel.factors),
        "periods": list(panel.periods),
        "steps": [_step(panel, each, model) for each in steps],
        "whole": _step(panel, whole, model),
        "running": [_running(panel, steps[: n + 1]) for n in range(len(steps))],
        "methods": _methods(panel),
        "finding": text(_finding(panel, whole)),
    }


def _step(panel: Panel, found: Decomposed, model: Model) -> View:
    first, last = (panel.values[panel.periods.index(p)] for p in (found.start, found.end))
    step = found.step
    return {
        "from_period": found.start,
        "to_period": found.end,
        "start": float(values_of(first).sum()),
        "end": float(values_of(last).sum()),
        "total": step.total,
        "effects": _effects(panel, step.effects, _ratios(panel, found, model)),
        "by_category": _by_category(panel, step.parts),
        "split_equally": _marked(panel, step.shared),
        "by_shapley": _marked(panel, step.turned),
    }


def _marked(panel: Panel, marks: Any) -> list[str]:  # noqa: ANN401 - a mask
    return [c for c, is_so in zip(panel.categories, marks, strict=True) if is_so]


def _effects(panel: Panel, effects: np.ndarray, ratios: np.ndarray | None) -> list[View]:
    shown = [None] * len(panel.factors) if ratios is None else ratios.tolist()
    rows = zip(panel.factors, effects.tolist(), shown, strict=True)
    return [{"factor": f, "value": value, "ratio": ratio} for f, value, ratio in rows]


def _ratios(panel: Panel, found: Decomposed, model: Model) -> np.ndarray | None:
    at = [panel.periods.index(p) for p in (found.start, found.end)]
    pair = Panel([found.start, found.end], panel.categories, panel.factors, panel.values[at])
    try:
        ratios = steps_of(pair, "multiplicative", model, chained=False)[0].step.effects
    except TanluError:  # no ratio where a total is zero or changes its sign
        return None
    return ratios


def _by_category(panel: Panel, parts: np.ndarray) -> list[View]:
    sums = parts.sum(axis=1)
    order = np.argsort(-np.abs(sums), kind="stable")[:_MOST_CATEGORIES]
    return [
        {
            "category": panel.categories[i],
            "value": float(sums[i]),
            "effects": _effects(panel, parts[i], None),
        }
        for i in order
    ]


def _running(panel: Panel, steps: list[Decomposed]) -> View:
    effects, total = cumulated(steps, _ADDITIVE)
    return {
        "period": steps[-1].end,
        "effects": _effects(panel, effects, None),
        "total": total,
    }


_ADDITIVE: Form = "additive"
_METHODS: dict[str, Text] = {
    "lmdi_1": Text("LMDI-I", "LMDI-I"),
    "lmdi_2": Text("LMDI-II", "LMDI-II"),
    "shapley": Text("Shapley", "Shapley"),
}


def _methods(panel: Panel) -> list[View]:
    """The whole change by each method that leaves no residue and that these data allow."""
    found = []
    for code, name in _METHODS.items():
        try:
            effects = _by_method(panel, code)
        except InputError:
            continue
        row = {"code": code, "label": text(name), "effects": _effects(panel, effects, None)}
        found.append(row)
    return found


def _by_method(panel: Panel, code: str) -> np.ndarray:
    if code == "shapley":
        return shapley_effects(panel.values[0], panel.values[-1])
    model: Model = 1 if code == "lmdi_1" else 2
    return steps_of(panel, "additive", model, chained=False)[0].step.effects


def _finding(panel: Panel, whole: Decomposed) -> Text:
    effects = dict(zip(panel.factors, whole.step.effects.tolist(), strict=True))
    up, down = max(effects, key=effects.__getitem__), min(effects, key=effects.__getitem__)
    sentence = Text(
        "{start} to {end}: {total}. Most up: {up} {plus}; most down: {down} {minus}.",
        "{start}—{end}：{total}。增加最多的是 {up}（{plus}），减少最多的是 {down}（{minus}）。",
    )
    said = {n: _signed(v) for n, v in (("total", whole.step.total), ("plus", effects[up]),
                                       ("minus", effects[down]))}  # fmt: skip
    return sentence.fill(start=whole.start, end=whole.end, up=up, down=down, **said)


def _signed(value: float) -> str:
    return f"{value:+,.4g}".replace("-", "−")


def regress_of(
    name: str, content: str, *, target: str, method: str, k: str, logs: bool
) -> View:  # fmt: skip
    """A regression on a table of one's own: the API's record `Regression`.

    Raises:
        InputError: With every fault of the table, or when k means nothing to the method.
    """
    table = table_of(name, content)
    found = design_of(table, target, logs=logs)
    return regression_view(found, target, method, k, logs=logs)


def decoupling_of(
    name: str, content: str, *, co2: str, output: str, energy: str, errors: tuple[float, float]
) -> View:
    """Decoupling of a table of one's own: the API's record `OwnDecoupling`.

    Raises:
        InputError: With every fault of the table.
    """
    return own_decoupling(table_of(name, content), asked_of(co2, output, energy, errors))


def which_of(name: str, content: str, target: str) -> View:
    """Which methods a table allows: the API's record `MethodAdvice`.

    Raises:
        InputError: With every fault of the table.
    """
    return which_view(advice_record(shape_of_table(table_of(name, content), target)))
