"""Structural decomposition of an input-output change: intensity, technology, final demand.

c = f L y with L = (I - A)^-1. The two polar forms are averaged; L is never formed.
Method: Dietzenbacher and Los 1998; L1 - L0 = L1 (A1 - A0) L0.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import comb

import numpy as np

from tanlu.explain.divisia import Array

_PARTS = ("intensity", "technology", "demand_mix", "demand_level")


@dataclass(frozen=True, slots=True)
class Economy:
    """Emissions per output f, input coefficients A, final demand y, of one period."""

    intensity: Array
    coefficients: Array
    demand: Array


def structural(first: Economy, last: Economy) -> dict[str, float]:
    """Effects of intensity, technology and demand on total emissions.

    Args:
        first: The first period.
        last: The last period.

    Returns:
        Three effects that sum to the change.

    Example:
        >>> one = Economy(np.array([1.0]), np.array([[0.5]]), np.array([1.0]))
        >>> two = Economy(np.array([1.0]), np.array([[0.5]]), np.array([2.0]))
        >>> structural(one, two)
        {'intensity': 0.0, 'technology': 0.0, 'demand': 2.0}

    Source: Dietzenbacher and Los 1998, mean of the two polar decompositions.
    """
    outputs = [[_output(e.coefficients, y.demand) for y in (first, last)] for e in (first, last)]
    backs = [[_back(e.coefficients, f.intensity) for f in (first, last)] for e in (first, last)]
    moved = last.coefficients - first.coefficients
    intensity = (last.intensity - first.intensity) @ (outputs[0][0] + outputs[1][1]) / 2
    technology = (backs[1][1] @ moved @ outputs[0][0] + backs[1][0] @ moved @ outputs[0][1]) / 2
    demand = (backs[0][0] + backs[1][1]) @ (last.demand - first.demand) / 2
    return {
        "intensity": float(intensity),
        "technology": float(technology),
        "demand": float(demand),
    }


def structural_orders(first: Economy, last: Economy) -> dict[str, float]:
    """Effects with final demand parted into its mix and its level, by the mean over all orders.

    Args:
        first: The first period, its final demand above zero in sum.
        last: The last period.

    Returns:
        Four effects that sum to the change.

    Source: Dietzenbacher and Los 1998: the mean of all n! decompositions is Shapley's value.
    """
    both = (first, last)

    @cache
    def value(moved: int) -> float:
        f, a, mix, level = (both[moved >> k & 1] for k in range(len(_PARTS)))
        demand = mix.demand / mix.demand.sum() * level.demand.sum()
        return float(f.intensity @ _output(a.coefficients, demand))

    found = _over_orders(value, len(_PARTS))
    return dict(zip(_PARTS, found, strict=True))


def _over_orders(value: Callable[[int], float], count: int) -> list[float]:
    # bit k of a set says that factor k has moved; sets of one size have one weight
    effects = [0.0] * count
    for moved in range(1 << count):
        weight = 1 / (count * comb(count - 1, moved.bit_count())) if moved + 1 < 1 << count else 0.0
        for k in range(count):
            if not moved >> k & 1:
                effects[k] += weight * (value(moved | 1 << k) - value(moved))
    return effects


def _output(coefficients: Array, demand: Array) -> Array:
    solved = np.linalg.solve(np.eye(len(demand)) - coefficients, demand)
    return solved.astype(np.float64)


def _back(coefficients: Array, intensity: Array) -> Array:
    return _output(coefficients.T, intensity)
