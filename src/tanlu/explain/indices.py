"""The older index formulas beside LMDI: Laspeyres, Paasche, Fisher, and Shapley's split.

They answer the same question with other weights; side by side they show how much of a
finding is the method's. Method: Ang 2004, Boyd and Roop 2004 (Fisher), Sun 1998.
"""

from itertools import permutations
from math import factorial

import numpy as np

from tanlu.errors import InputError
from tanlu.explain.divisia import Array, additive, multiplicative
from tanlu.explain.shapley import shapley

_MOST = 8  # factors whose orders can all be gone through


def laspeyres(x0: Array, x1: Array) -> Array:
    """Each factor moved alone, the others as in the first period.

    Args:
        x0: Factors in the first period, shape (category, factor).
        x1: The same in the second.

    Returns:
        One ratio a factor; they leave a residue.

    Example:
        >>> laspeyres(np.array([[2.0, 3.0]]), np.array([[4.0, 3.0]])).tolist()
        [2.0, 1.0]
    """
    ratios: Array = _moved(x0, x1) / x0.prod(axis=1).sum()
    return ratios


def paasche(x0: Array, x1: Array) -> Array:
    """Each factor moved alone, the others as in the second period."""
    ratios: Array = x1.prod(axis=1).sum() / _moved(x1, x0)
    return ratios


def _moved(base: Array, other: Array) -> Array:
    sums = []
    for k in range(base.shape[1]):
        mixed = base.copy()
        mixed[:, k] = other[:, k]
        sums.append(mixed.prod(axis=1).sum())
    return np.array(sums)


def fisher(x0: Array, x1: Array) -> Array:
    """Fisher's ideal index of any number of factors: no residue.

    Args:
        x0: Factors in the first period, shape (category, factor).
        x1: The same in the second.

    Returns:
        One ratio a factor; they multiply to V_T / V_0. With two factors the geometric
        mean of Laspeyres and Paasche.

    Raises:
        InputError: When there are more than eight factors.

    Source: Ang, Liu and Chung 2004, the geometric mean over all orders of change.
    """
    n = x0.shape[1]
    if n > _MOST:
        raise InputError.of("too_many_factors", count=n, most=_MOST)
    logs = np.zeros(n)
    for order in permutations(range(n)):
        mixed, before = x0.copy(), x0.prod(axis=1).sum()
        for k in order:
            mixed[:, k] = x1[:, k]
            after = mixed.prod(axis=1).sum()
            logs[k] += np.log(after / before)
            before = after
    return np.exp(logs / factorial(n))


def shapley_effects(x0: Array, x1: Array) -> Array:
    """Additive effects by Shapley, summed over categories."""
    found: Array = shapley(x0, x1).sum(axis=0)
    return found


def side_by_side(x0: Array, x1: Array) -> dict[str, Array]:
    """The effects of each factor by all methods that leave no residue, and two that do.

    Args:
        x0: Factors in the first period, positive, shape (category, factor).
        x1: The same in the second.

    Returns:
        Method to one number a factor: ratios for `…_ratio`, differences for the others.
    """
    return {
        "lmdi_1": additive(x0, x1).effects,
        "lmdi_2": additive(x0, x1, 2).effects,
        "shapley": shapley_effects(x0, x1),
        "lmdi_1_ratio": multiplicative(x0, x1).effects,
        "lmdi_2_ratio": multiplicative(x0, x1, 2).effects,
        "fisher_ratio": fisher(x0, x1),
        "laspeyres_ratio": laspeyres(x0, x1),
        "paasche_ratio": paasche(x0, x1),
    }
