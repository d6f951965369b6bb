"""How sure effects are: errors of factors from a table, shared where they are shared."""

from itertools import pairwise
from typing import Any

from tanlu.connect.series import Columns, numbers
from tanlu.errors import Fault, raise_errors
from tanlu.explain.chained import Panel, steps_of
from tanlu.explain.spread import SHARED, Doubt, Spread, drawn
from tanlu.workflow.explain.timed import require

_TWO_SIDES = 1.959964  # half-width of 95 % in standard deviations
_HEADS = ("factor", "error_pct", "shared")


def doubts_of(table: Columns, panel: Panel) -> list[Doubt]:
    """Errors of factors.

    Args:
        table: Columns `factor`, `error_pct` (half of a 95 % interval, in % of the value),
            `shared` (all, periods, categories, none), and, if it holds for one, `category`.
        panel: The factors that they are of.

    Returns:
        One doubt a row.

    Raises:
        InputError: With every fault of the table.
    """
    require(table, _HEADS)
    widths = numbers(table, ["error_pct"])[:, 0]
    known: dict[str, list[str]] = {
        "factor": list(panel.factors), "category": list(panel.categories), "shared": list(SHARED)
    }  # fmt: skip
    faults = []
    for name in [name for name in known if name in table.names]:
        for row, text in enumerate(table.cells[name].to_list()):
            if text not in known[name] and (text or name != "category"):
                params = {"factor": text, "known": ", ".join(known[name])}
                faults.append(Fault("no_driver", table.place(row, name), params))
    for row, width in enumerate(widths):
        if width < 0:
            faults.append(Fault("not_above_zero", table.place(row, "error_pct"), {"value": width}))
    raise_errors(faults)
    return [_doubt(table, panel, row, float(width)) for row, width in enumerate(widths)]


def _doubt(table: Columns, panel: Panel, row: int, width: float) -> Doubt:
    cells = table.cells.row(row, named=True)
    one = cells.get("category")
    categories = (list(panel.categories).index(one),) if one else ()
    factor = list(panel.factors).index(cells["factor"])
    return Doubt(factor, width / 100 / _TWO_SIDES, cells["shared"], categories)


def spread_record(
    panel: Panel, doubts: list[Doubt], draws: int, seed: int, *, chained: bool
) -> dict[str, Any]:
    """Additive effects with 95 % intervals, and how likely each is above zero.

    Args:
        panel: Factors.
        doubts: Their errors.
        draws: How many draws.
        seed: Of the random numbers.
        chained: Whether each period is compared with the one before it.

    Returns:
        The record of `--json`.
    """
    last = len(panel.periods) - 1
    pairs = list(pairwise(range(last + 1))) if chained else [(0, last)]
    steps = steps_of(panel, "additive", 1, chained=chained)
    spreads = drawn(panel, doubts, pairs, draws, seed)
    return {
        "factors": list(panel.factors),
        "draws": draws,
        "seed": seed,
        "steps": [
            {"from": found.start, "to": found.end, "total": found.step.total}
            | _effects(panel, found.step.effects.tolist(), spread)
            for found, spread in zip(steps, spreads, strict=True)
        ],
    }


def _effects(panel: Panel, central: list[float], spread: Spread) -> dict[str, Any]:
    low, _, high = spread.percentiles()
    # an effect that is the same in every draw has no chance about it
    scale = 1e-12 * max(map(abs, central), default=0.0)
    above, below = spread.rising(scale), (spread.effects < -scale).mean(axis=0)
    return {
        "effects": {
            name: {
                "value": central[k], "low": float(low[k]), "high": float(high[k]),
                "p_above": float(above[k]), "p_below": float(below[k]),
            }
            for k, name in enumerate(panel.factors)
        },
        "p_total_above": float((spread.total > scale).mean()),
    }  # fmt: skip
