"""Which method a user's own table allows."""

from typing import Any

import numpy as np

from tanlu.connect.series import Columns, is_numeric, numbers
from tanlu.explain.advice import Shape, advise
from tanlu.explain.design import inflation
from tanlu.workflow.drivers import panel_of
from tanlu.workflow.regressions import design_of


def shape_of_table(table: Columns, target: str = "") -> Shape:
    """What a table can carry.

    Args:
        table: `period, category, factors…`, or one row an observation.
        target: The explained column, when a regression is thought of.

    Returns:
        Its shape.

    Raises:
        InputError: With every fault of the table.
    """
    return _of_regression(table, target) if target else _of_identity(table)


def _of_identity(table: Columns) -> Shape:
    panel = panel_of(table)
    products = panel.values.prod(axis=2)
    return Shape(
        periods=len(panel.periods),
        categories=len(panel.categories),
        factors=len(panel.factors),
        has_zeros=bool((panel.values == 0).any()),
        turns=bool((products[:-1] * products[1:] < 0).any()),
    )


def _of_regression(table: Columns, target: str) -> Shape:
    found = design_of(table, target, logs=_is_positive(table))
    rates = inflation(found).values()
    return Shape(
        periods=_periods(table),
        dof=found.dof,
        verdict=found.verdict,
        worst_inflation=max(rates, default=0.0),
        observations=found.n,
        enterprises=_series(table),
    )


def _periods(table: Columns) -> int:
    """How many periods there are; none where no column says when a row was."""
    names = [name for name in ("period", "year", "month", "date") if name in table.names]
    return int(table.cells[names[0]].n_unique()) if names else 0


def _is_positive(table: Columns) -> bool:
    numeric = [name for name in table.names if is_numeric(table, name)]
    return bool((numbers(table, numeric) > 0).all())


def _series(table: Columns) -> int:
    names = [n for n in ("enterprise", "member", "member_id") if n in table.names]
    return int(table.cells[names[0]].n_unique()) if names else 1


def advice_record(shape: Shape) -> dict[str, Any]:
    """The advice as the API and `--json` give it."""
    data = {name: getattr(shape, name) for name in Shape.__slots__}
    if not np.isfinite(shape.worst_inflation):
        data["worst_inflation"] = None
    rows = [
        {
            "method": a.method,
            "label": a.label.both(),
            "answer": a.answer,
            "reason": a.reason.both(),
        }
        for a in advise(shape)
    ]
    return {"data": data, "methods": rows}
