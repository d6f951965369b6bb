"""Effects of factors on a sum of products, for whole tables at once (LMDI-I and LMDI-II).

V = Σ_i Π_k x_ik. Zeros have their analytical limits; what changes its sign has no
logarithm and is split by the Shapley value of its own product. A value below zero that
appears or vanishes keeps its sign, and so has the limits of its opposite.
Method: Ang 2015; zeros: Ang, Zhang and Choi 1998, Wood and Lenzen 2006.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from tanlu.errors import InputError
from tanlu.explain.shapley import shapley

Array = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Form = Literal["additive", "multiplicative"]
Model = Literal[1, 2]

_NEAR = 1e-4
_SIMILAR = 0.5
_MOST_LOG = 100.0
_CLOSE = 1e-3  # logarithm below which digits of a ratio are lost
_EQUAL = 1e-12  # below it, two values of a factor differ by rounding alone


@dataclass(frozen=True, slots=True)
class Step:
    """Effects between two periods.

    `effects` [factor]: in the unit of V when additive, ratios when multiplicative.
    `parts` [category, factor]: what each category adds to the additive effect, or to
    the logarithm of the multiplicative one. `shared` and `turned` mark categories
    whose effect rests on a convention: several factors appeared or vanished at once
    (equal parts), or a sign changed (Shapley).
    """

    effects: Array
    total: float
    parts: Array
    shared: Mask
    turned: Mask


def log_means(a: Array, b: Array) -> Array:
    """Logarithmic means, entry by entry.

    Args:
        a: Values of one sign with `b`.
        b: The other values.

    Returns:
        (b - a) / ln(b / a); a where equal; 0 where either is 0 or the signs differ.

    Example:
        >>> log_means(np.array([1.0, 2.0, 0.0]), np.array([1.0, 2.0, 5.0])).tolist()
        [1.0, 2.0, 0.0]

    Source: Ang 2015, L(a, b); series near a = b.
    """
    usable = a * b > 0
    base = np.where(usable, a, 1.0)
    u = np.where(usable, (b - a) / base, 0.0)
    near = np.abs(u) < _NEAR
    s = np.where(near, u, 0.0)
    series = a * (1 + s / 2 - s**2 / 12 + s**3 / 24 - 19 * s**4 / 720)
    ratio = np.where(usable, b / base, 2.0)
    exact = (b - a) / np.where(near, 1.0, _log_of(u, np.where(near, 2.0, ratio)))
    return np.where(usable, np.where(near, series, exact), 0.0)


def _log_of(u: Array, ratio: Array) -> Array:
    close = np.abs(u) < _SIMILAR
    return np.where(close, np.log1p(np.where(close, u, 0.0)), np.log(ratio))


def values_of(x: Array) -> Array:
    """The value of each category: the product of its factors, shape (category,)."""
    found = x[:, 0].copy()
    for k in range(1, x.shape[1]):  # a product along the short axis is many times slower
        found *= x[:, k]
    return found


def _log_ratios(x0: Array, x1: Array) -> Array:
    if x0.min(initial=1.0) > 0 and x1.min(initial=1.0) > 0:
        return _plain_log_ratios(x0, x1)
    usable = x0 * x1 > 0
    base = np.where(usable, x0, 1.0)
    u = np.where(usable, (x1 - x0) / base, 0.0)
    found = _log_of(u, np.where(usable, x1 / base, 1.0))
    still = np.abs(x1 - x0) <= _EQUAL * np.maximum(np.abs(x0), np.abs(x1))
    return np.where(still, 0.0, found)


def _plain_log_ratios(x0: Array, x1: Array) -> Array:
    found: Array = np.log(x1 / x0)
    near = np.abs(found) < _CLOSE
    if near.any():  # where a ratio is near 1 its logarithm is taken from the difference
        u = (x1[near] - x0[near]) / x0[near]
        found[near] = np.where(np.abs(u) <= _EQUAL, 0.0, np.log1p(u))
    return found


def effects(x0: Array, x1: Array) -> tuple[Array, Mask, Mask]:
    """Effect of each factor on the change of each category: additive LMDI-I.

    Args:
        x0: Factors in the first period, shape (category, factor).
        x1: The same in the second.

    Returns:
        Effects, same shape, rows sum to the category's change; which rows were
        split in equal parts at a zero; which by Shapley at a change of sign.

    Example:
        >>> found, _, _ = effects(np.array([[2.0, 3.0]]), np.array([[4.0, 3.0]]))
        >>> found.tolist()
        [[6.0, 0.0]]
    """
    v0, v1 = values_of(x0), values_of(x1)
    parts = _log_ratios(x0, x1)
    parts *= log_means(v0, v1)[:, None]
    if x0.min(initial=1.0) > 0 and x1.min(initial=1.0) > 0:
        return parts, np.zeros(len(v0), bool), np.zeros(len(v0), bool)
    parts, shared = _limits(parts, x0, x1, v1 - v0)
    turned = _turned(x0, x1)
    if turned.any():
        parts[turned] = shapley(x0[turned], x1[turned])
    return parts, shared & ~turned, turned


def _turned(x0: Array, x1: Array) -> Mask:
    # a factor that changes its sign has no logarithm
    found: Mask = np.asarray((x0 * x1 < 0).any(axis=1), bool)
    return found


def additive(x0: Array, x1: Array, model: Model = 1) -> Step:
    """A change split additively.

    Args:
        x0: Factors in the first period, shape (category, factor).
        x1: The same in the second.
        model: 1 for LMDI-I, which is consistent in aggregation; 2 for LMDI-II.

    Returns:
        Effects that sum to the change. [unit of V]

    Raises:
        InputError: When LMDI-II has no weights: a total is zero or changes its sign.
    """
    total = float(values_of(x1).sum() - values_of(x0).sum())
    if model == 1:
        parts, shared, turned = effects(x0, x1)
    else:
        logs, shared, turned = _weighted(x0, x1)
        parts = logs * _mean_of_totals(x0, x1)
    return Step(parts.sum(axis=0), total, parts, shared, turned)


def multiplicative(x0: Array, x1: Array, model: Model = 1) -> Step:
    """A change split into ratios.

    Args:
        x0: Factors in the first period, shape (category, factor).
        x1: The same in the second.
        model: 1 for LMDI-I, 2 for LMDI-II.

    Returns:
        Effects that multiply to V_T / V_0. [1]

    Raises:
        InputError: When a total is zero or changes its sign: it has no ratio.
    """
    mean = _mean_of_totals(x0, x1)
    total = float(values_of(x1).sum() / values_of(x0).sum())
    if model == 1:
        parts, shared, turned = effects(x0, x1)
        parts = parts / mean
    else:
        parts, shared, turned = _weighted(x0, x1)
    return Step(np.exp(parts.sum(axis=0)), total, parts, shared, turned)


def _mean_of_totals(x0: Array, x1: Array) -> float:
    first, last = values_of(x0).sum(), values_of(x1).sum()
    if not first * last > 0:
        raise InputError.of("driver_no_ratio", start=float(first), end=float(last))
    return float(log_means(np.array([first]), np.array([last]))[0])


def _weighted(x0: Array, x1: Array) -> tuple[Array, Mask, Mask]:
    # LMDI-II: shares take the place of values, and their means are scaled to sum to 1
    v0, v1 = values_of(x0), values_of(x1)
    _mean_of_totals(x0, x1)
    s0, s1 = v0 / v0.sum(), v1 / v1.sum()
    weights = log_means(s0, s1)
    if not weights.sum() > 0 or _turned(x0, x1).any():
        raise InputError.of("driver_no_weights")
    logs = weights[:, None] * _log_ratios(x0, x1)
    logs, shared = _limits(logs, x0, x1, s1 - s0)
    logs = logs / weights.sum()
    if np.abs(logs).sum() > _MOST_LOG:  # what is in both periods is too little to weigh with
        raise InputError.of("driver_no_weights")
    return logs, shared, np.zeros(len(v0), bool)


def _limits(parts: Array, x0: Array, x1: Array, change: Array) -> tuple[Array, Mask]:
    # the whole change of a category that appears or vanishes belongs to the factors that do
    at_zero = (values_of(x0) == 0) | (values_of(x1) == 0)
    moved = ((x0 == 0) != (x1 == 0)) & at_zero[:, None]
    count = moved.sum(axis=1)
    share = np.where(count > 0, change / np.maximum(count, 1), 0.0)
    limits = np.where(moved, share[:, None], 0.0)
    return np.where(at_zero[:, None], limits, parts), (count > 1) & (change != 0)


def attribution_by_changes(x0: Array, x1: Array) -> Array:
    """What each category adds to an effect of LMDI-II less one, by its own relative change.

    The other way to attribute: D - 1 is a weighted mean of x1 / x0 - 1, with weights that sum
    to 1, so that a category whose factor rose always adds. LMDI-I has no such weights.

    Args:
        x0: Factors in the first period, above zero, shape (category, factor).
        x1: The same in the second.

    Returns:
        Shape (category, factor); sums over categories are D_k - 1. [1]

    Raises:
        InputError: When a factor is not above zero.

    Example:
        >>> x0, x1 = np.array([[2.0, 1.0], [1.0, 1.0]]), np.array([[4.0, 1.0], [1.0, 1.0]])
        >>> found = attribution_by_changes(x0, x1)
        >>> bool(np.allclose(found.sum(axis=0), multiplicative(x0, x1, 2).effects - 1))
        True

    Source: Choi and Ang 2012; derived here from sum_i w_i ln(x1 / (x0 D)) = 0.
    """
    if not (x0.min() > 0 and x1.min() > 0):
        raise InputError.of("driver_no_weights")
    v0, v1 = values_of(x0), values_of(x1)
    weights = log_means(v0 / v0.sum(), v1 / v1.sum())
    weights = (weights / weights.sum())[:, None]
    ratios = np.exp((weights * _log_ratios(x0, x1)).sum(axis=0))
    pull = weights / log_means(x1, x0 * ratios)
    parts: Array = pull * (x1 - x0) / (pull * x0).sum(axis=0)
    return parts


def attribution(step: Step) -> Array:
    """What each category adds to a multiplicative effect less one.

    Args:
        step: A multiplicative step.

    Returns:
        Shape (category, factor); sums over categories are D_k - 1. [1]

    Source: exact from the logarithms, D - 1 = L(D, 1) ln D.
    """
    ratios: Array = step.effects
    return log_means(ratios, np.ones_like(ratios))[None, :] * step.parts
