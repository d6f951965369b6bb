"""Effects over many periods: step by step, or from the first to the last at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.errors import BalanceError, InputError
from tanlu.explain.divisia import (
    Array,
    Form,
    Model,
    Step,
    additive,
    multiplicative,
    values_of,
)

CLOSING_LIMIT = 1e-9


@dataclass(frozen=True, slots=True)
class Panel:
    """Factors by period and category: `values` has the shape (period, category, factor)."""

    periods: Sequence[str]
    categories: Sequence[str]
    factors: Sequence[str]
    values: Array


@dataclass(frozen=True, slots=True)
class Decomposed:
    """One step of a decomposition, by name."""

    start: str
    end: str
    step: Step


def steps_of(
    panel: Panel, form: Form, model: Model, *, chained: bool, lag: int = 1
) -> list[Decomposed]:
    """Decompose a panel.

    Args:
        panel: At least two periods.
        form: "additive" or "multiplicative".
        model: 1 for LMDI-I, 2 for LMDI-II.
        chained: Whether each period is compared with the one before it, rather
            than the last with the first.
        lag: How many periods before it: 12 for the same month of the year before, since
            a chain of months with a season drifts.

    Returns:
        The steps in time.

    Raises:
        BalanceError: When effects do not close to 1e-9.
        InputError: When there are no periods so far apart.

    Example:
        >>> panel = Panel(["1", "2"], ["x"], ["q"], np.array([[[1.0]], [[3.0]]]))
        >>> steps_of(panel, "additive", 1, chained=True)[0].step.effects.tolist()
        [2.0]
    """
    split = additive if form == "additive" else multiplicative
    last = len(panel.periods) - 1
    pairs = [(b - lag, b) for b in range(lag, last + 1)] if chained else [(0, last)]
    if not pairs:
        raise InputError.of("lag_too_long", lag=lag, count=last + 1)
    found = []
    for a, b in pairs:
        step = split(panel.values[a], panel.values[b], model)
        _check(step, form, panel.values[a], panel.values[b])
        found.append(Decomposed(panel.periods[a], panel.periods[b], step))
    return found


def _check(step: Step, form: Form, x0: Array, x1: Array) -> None:
    if form == "additive":
        # Shapley passes through products of first and last values, which may exceed both
        scale = float(values_of(np.maximum(np.abs(x0), np.abs(x1))).sum())
        error = abs(float(step.effects.sum()) - step.total) / (scale or 1.0)
    else:
        error = abs(step.effects.prod() / step.total - 1)
    if not error <= CLOSING_LIMIT:
        law = "LMDI: effects close to the change"
        raise BalanceError.of("not_balanced", law=law, error=f"{error:.2e}")


def cumulated(steps: Sequence[Decomposed], form: Form) -> tuple[Array, float]:
    """The effects of all steps together, and the change they explain."""
    rows = np.array([found.step.effects for found in steps])
    totals = np.array([found.step.total for found in steps])
    if form == "additive":
        return rows.sum(axis=0), float(totals.sum())
    return rows.prod(axis=0), float(totals.prod())
