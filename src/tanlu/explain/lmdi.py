"""Additive LMDI-I: a change split into factors without residue.

V = Σ over categories of the product of factors. Each category's change is
spread over the logarithms of its factors by the logarithmic mean weight.
Method: Ang 2015 (LMDI-I, additive); zeros by their analytical limits
(Ang, Zhang and Choi 1998), never by a small number.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from tanlu.errors import BalanceError, InputError
from tanlu.explain.divisia import effects, log_means
from tanlu.model.driver import Decomposition

CLOSING_LIMIT = 1e-9

Factors = Mapping[str, float]
"""Factor name to value, in order; the product is the category's value."""


def log_mean(a: float, b: float) -> float:
    """Logarithmic mean of two non-negative numbers.

    Args:
        a: First value.
        b: Second value.

    Returns:
        (b - a) / ln(b / a); a where they are equal; 0 where one is 0.

    Example:
        >>> round(log_mean(1.0, math.e), 6)
        1.718282

    Source: Ang 2015, eq. for L(a, b); series near a = b.
    """
    return float(log_means(np.array([a]), np.array([b]))[0])


def effects_of(start: Factors, end: Factors) -> dict[str, float]:
    """Effect of each factor on one category's change.

    Args:
        start: Factors in the first period.
        end: The same factors in the second period.

    Returns:
        Effects that sum to the change of the product.

    Raises:
        InputError: When a factor is negative or not a number.

    Example:
        >>> out = effects_of({"a": 2.0, "b": 3.0}, {"a": 4.0, "b": 3.0})
        >>> round(out["a"], 9), out["b"]
        (6.0, 0.0)
    """
    _check(start, end)
    rows = [np.array([[values[name] for name in start]]) for values in (start, end)]
    found = effects(rows[0], rows[1])[0][0]
    return {name: float(effect) for name, effect in zip(start, found, strict=True)}


def _check(start: Factors, end: Factors) -> None:
    for values in (start, end):
        for name, value in values.items():
            if not value >= 0 or math.isinf(value):
                raise InputError.of("driver_value", factor=name, value=value)


def decompose(
    start: tuple[str, Mapping[str, Factors]], end: tuple[str, Mapping[str, Factors]]
) -> Decomposition:
    """Split a change between two periods over categories and factors.

    Args:
        start: Name of the first period, and factors by category.
        end: Name of the second period, and factors by category.

    Returns:
        Effects in the unit of the value.

    Raises:
        InputError: When a factor is negative, or the categories differ.
        BalanceError: When the parts do not sum to the change within 1e-9.

    Example:
        >>> first = ("2020", {"gas": {"energy": 2.0, "factor": 3.0}})
        >>> last = ("2021", {"gas": {"energy": 4.0, "factor": 3.0}})
        >>> decompose(first, last).total
        6.0

    Source: Ang 2015, additive LMDI-I.
    """
    if set(start[1]) != set(end[1]):
        odd = ", ".join(sorted(set(start[1]) ^ set(end[1])))
        raise InputError.of("driver_categories", names=odd)
    by_category = {c: effects_of(start[1][c], end[1][c]) for c in start[1]}
    names = list(dict.fromkeys(name for effects in by_category.values() for name in effects))
    result = Decomposition(
        start=start[0],
        end=end[0],
        start_value=_value(start[1]),
        end_value=_value(end[1]),
        effects={n: math.fsum(e.get(n, 0.0) for e in by_category.values()) for n in names},
        by_category=by_category,
    )
    return _closed(result)


def _value(categories: Mapping[str, Factors]) -> float:
    return math.fsum(math.prod(f.values()) for f in categories.values())


def _closed(result: Decomposition) -> Decomposition:
    if abs(result.closing_error) > CLOSING_LIMIT:
        error = f"{result.closing_error:.2e}"
        raise BalanceError.of("not_balanced", law="LMDI: Σ effects = change", error=error)
    return result


def chain(periods: Sequence[tuple[str, Mapping[str, Factors]]]) -> list[Decomposition]:
    """Decompose each step, then the whole from first to last when there are more.

    Example:
        >>> a, b = ("1", {"x": {"q": 1.0}}), ("2", {"x": {"q": 2.0}})
        >>> [(d.start, d.end) for d in chain([a, b])]
        [('1', '2')]
    """
    steps = [decompose(first, second) for first, second in pairwise(periods)]
    return [*steps, decompose(periods[0], periods[-1])] if len(periods) > 2 else steps
