"""All index formulas on one table, and how far they part: what of a finding is the method's."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from tanlu.errors import InputError
from tanlu.explain.chained import Panel
from tanlu.explain.divisia import Array, additive, multiplicative
from tanlu.explain.indices import fisher, laspeyres, paasche, shapley_effects
from tanlu.explain.shapley import owen

_DIFFERENCES = {
    "lmdi_1": lambda a, b: additive(a, b).effects,
    "lmdi_2": lambda a, b: additive(a, b, 2).effects,
    "shapley": shapley_effects,
}
_RATIOS = {
    "lmdi_1": lambda a, b: multiplicative(a, b).effects,
    "lmdi_2": lambda a, b: multiplicative(a, b, 2).effects,
    "fisher": fisher,
    "laspeyres": laspeyres,
    "paasche": paasche,
}


def index_record(
    panel: Panel, groups: Sequence[Sequence[str]] = (), *, chained: bool
) -> dict[str, Any]:
    """Effects by every formula.

    Args:
        panel: Factors by period and category.
        groups: Factors that change together, for Owen's value; empty: none.
        chained: Whether each period is compared with the one before it.

    Returns:
        The record of `--json`; a formula that has no answer on a step is null there.

    Raises:
        InputError: When groups do not hold each factor once.
    """
    places = _places(panel, groups)
    last = len(panel.periods) - 1
    pairs = list(pairwise(range(last + 1))) if chained else [(0, last)]
    return {
        "factors": list(panel.factors),
        "groups": [list(group) for group in groups],
        "steps": [_step(panel, a, b, places) for a, b in pairs],
    }


def _places(panel: Panel, groups: Sequence[Sequence[str]]) -> list[list[int]]:
    at = {name: k for k, name in enumerate(panel.factors)}
    unknown = [name for group in groups for name in group if name not in at]
    if unknown:
        raise InputError.of("no_driver", factor=unknown[0], known=", ".join(panel.factors))
    return [[at[name] for name in group] for group in groups]


def _step(panel: Panel, a: int, b: int, groups: list[list[int]]) -> dict[str, Any]:
    x0, x1 = panel.values[a], panel.values[b]
    first, last = (float(x.prod(axis=1).sum()) for x in (x0, x1))
    differences = {name: _answer(panel, find, x0, x1) for name, find in _DIFFERENCES.items()}
    if groups:
        differences["owen"] = _named(panel, owen(x0, x1, groups).sum(axis=0))
    return {
        "from": panel.periods[a],
        "to": panel.periods[b],
        "total": last - first,
        "ratio": last / first if first > 0 and last > 0 else None,
        "differences": differences,
        "ratios": {name: _answer(panel, find, x0, x1) for name, find in _RATIOS.items()},
        "apart": _apart(panel, differences),
    }


def _answer(panel: Panel, find: Any, x0: Array, x1: Array) -> dict[str, float] | None:  # noqa: ANN401 - one of the formulas
    try:
        with np.errstate(all="ignore"):
            found = find(x0, x1)
    except InputError:
        return None
    return _named(panel, found) if np.isfinite(found).all() else None


def _named(panel: Panel, found: Array) -> dict[str, float]:
    return dict(zip(panel.factors, map(float, found), strict=True))


def _apart(panel: Panel, answers: dict[str, dict[str, float] | None]) -> dict[str, list[float]]:
    # the least and greatest effect that any formula without residue gives
    rows = [row for row in answers.values() if row]
    return {
        name: [min(r[name] for r in rows), max(r[name] for r in rows)] for name in panel.factors
    }
