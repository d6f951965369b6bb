"""Stock turnover: devices bought, ageing, retired, replaced.

The stock that is needed follows activity. What survives of older vintages stays; what is
missing is bought, divided by sales shares; each vintage keeps the efficiency it was sold with.
When more survives than is needed nothing is bought and nothing is scrapped early.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.plan.tree.branch import Survival
from tanlu.plan.tree.paths import Array

_LIVES = 4  # ages are followed up to so many mean lives; what is older is kept together


@dataclass(frozen=True, slots=True)
class Turnover:
    """Devices by kind and year, shape (device, year), and the mean efficiency of each kind.

    `stock[t] = stock[t-1] + sales[t] - retired[t]`.
    """

    stock: Array
    sales: Array
    retired: Array
    efficiency: Array


def surviving(survival: Survival, age: float) -> float:
    """Share of a vintage that still stands at an age.

    Args:
        survival: How the device ages.
        age: Whole years since it was sold. [a]

    Returns:
        1 at age 0, never rising.

    Example:
        >>> surviving(Survival(life=10.0), 9.0), surviving(Survival(life=10.0), 10.0)
        (1.0, 0.0)
        >>> round(surviving(Survival(life=10.0, shape=1.0), 10.0), 6) == round(math.exp(-1), 6)
        True

    Source: Weibull with its scale from the mean life, scale = life / gamma(1 + 1/shape).
    """
    if survival.table:
        ages, left = zip(*survival.table, strict=True)
        return float(np.interp(age, ages, left))
    if survival.shape is None:
        return 1.0 if age < survival.life else 0.0
    scale = survival.life / math.gamma(1 + 1 / survival.shape)
    return math.exp(-((age / scale) ** survival.shape))


def curve(survival: Survival) -> Array:
    """The whole curve by age; the last bin keeps what is older at its own rate."""
    oldest = survival.table[-1][0] if survival.table else _LIVES * survival.life
    ages = range(math.ceil(oldest) + 1)
    return np.array([surviving(survival, float(age)) for age in ages])


def yearly(standing: Array) -> Array:
    """Share that survives the step from each age to the next.

    Example:
        >>> yearly(np.array([1.0, 0.5, 0.0])).tolist()
        [0.5, 0.0, 0.0]
    """
    onward = np.append(standing[1:], standing[-1] * _tail(standing))
    left: Array = np.divide(onward, standing, out=np.zeros_like(standing), where=standing > 0)
    return left


def _tail(standing: Array) -> float:
    # beyond the last age of the curve the last step is repeated
    before, at = (standing[-2], standing[-1]) if len(standing) > 1 else (1.0, 0.0)
    return float(at / before) if before > 0 else 0.0


def turnover(
    start: Sequence[float], survival: Sequence[Survival], need: Array,
    sales_share: Array, efficiency: Array, ages: Mapping[int, Array],
) -> Turnover:  # fmt: skip
    """Stocks year by year.

    Args:
        start: Devices of each kind in the base year. [piece]
        survival: How each kind ages.
        need: Devices of all kinds together, shape (year,). [piece]
        sales_share: Part of each kind in what is bought, shape (device, year). [1]
        efficiency: Of what is sold in a year, the base year's for all older ones. [1]
        ages: Age profile of the base year's stock by kind's number, where it is known.
            Elsewhere it is that of a stock which was bought evenly.

    Returns:
        Stocks, sales, retirements, mean efficiency.
    """
    curves = [curve(each) for each in survival]
    steps = [yearly(standing) for standing in curves]
    bins = [
        n * _profile(c, ages.get(i)) for i, (n, c) in enumerate(zip(start, curves, strict=True))
    ]
    used = [b / efficiency[i, 0] for i, b in enumerate(bins)]  # devices over their efficiency
    shape = (len(bins), len(need))
    found = Turnover(*(np.zeros(shape) for _ in range(4)))
    for t in range(len(need)):
        if t:
            bins, used = [_aged(b, s) for b, s in zip(bins, steps, strict=True)], [
                _aged(u, s) for u, s in zip(used, steps, strict=True)
            ]  # fmt: skip
            standing = np.array([b.sum() for b in bins])
            found.retired[:, t] = found.stock[:, t - 1] - standing
            found.sales[:, t] = sales_share[:, t] * max(0.0, need[t] - standing.sum())
            for i, sold in enumerate(found.sales[:, t]):
                bins[i][0] += sold
                used[i][0] += sold / efficiency[i, t]
        found.stock[:, t] = [b.sum() for b in bins]
        for i, (own, per) in enumerate(zip(bins, used, strict=True)):
            found.efficiency[i, t] = _mean(own, per, efficiency[i, t])
    return found


def _profile(standing: Array, known: Array | None) -> Array:
    if known is None:
        return np.asarray(standing / standing.sum(), dtype=np.float64)
    padded = np.zeros(max(len(standing), len(known)))
    padded[: len(known)] = known
    kept, rest = padded[: len(standing)], padded[len(standing) :].sum()
    kept[-1] += rest
    return np.asarray(kept / kept.sum(), dtype=np.float64)


def _aged(bins: Array, steps: Array) -> Array:
    moved = np.zeros_like(bins)
    moved[1:] = (bins * steps)[:-1]
    moved[-1] += bins[-1] * steps[-1]
    return moved


def _mean(bins: Array, used: Array, sold_with: float) -> float:
    whole = float(bins.sum())
    return whole / float(used.sum()) if whole else float(sold_with)
