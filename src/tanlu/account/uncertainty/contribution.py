"""Whose variance it is: shares of every input that sum to one.

A formula of first degree in each input is a sum over sets of inputs of one coefficient
times the product of their deviations. With independent inputs the variance is the sum of
the squares of these terms (the analysis of variance), and each term's part is divided
evenly among the inputs of its set: the Shapley value, which alone is fair and complete.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from tanlu.account.uncertainty.spread import moments
from tanlu.account.uncertainty.system import Bundle, Places, System
from tanlu.model.uncertainty import Contribution

Array = npt.NDArray[np.float64]
MOST_JOINT = 6
"""Inputs of one line up to which all their interactions count; above it, pairs."""
_FIRST_DEGREE = 1e-9


@dataclass(frozen=True, slots=True)
class Variance:
    """The variance of a figure, taken apart.

    Attributes:
        mean: Of the figure, which uneven inputs move off the point estimate. [t CO2]
        variance: Of the figure. [t² CO2]
        parts: By input, those with most first.
        is_exact: Whether every formula is of first degree in each input.
    """

    mean: float
    variance: float
    parts: tuple[Contribution, ...]
    is_exact: bool

    @property
    def interactions(self) -> float:
        """Share of variance that no input has by itself. [1]"""
        return 1 - sum(part.first for part in self.parts) if self.parts else 0.0


def variance_of(system: System, rows: Places) -> Variance:
    """Take the variance of a figure apart.

    Args:
        system: Lines and inputs.
        rows: The lines that the figure sums.

    Returns:
        Mean, variance and each input's share.
    """
    pairs = [moments(i.spread) if i.spread else (1.0, 0.0) for i in system.inputs]
    means, deviations = np.array(pairs, float).reshape(-1, 2).T
    is_in = np.zeros(len(system.lines), bool)
    is_in[rows] = True
    sums = _Sums({}, {})
    is_exact = True
    for bundle in system.bundles:
        kept = is_in[bundle.rows]
        if kept.any():
            is_exact &= _add(bundle, kept, means, deviations, sums)
    return _divided(sums, len(system.inputs), is_exact=is_exact)


@dataclass(frozen=True, slots=True)
class _Sums:
    """Coefficients by set of factors: without the amount, and with each amount's input."""

    alone: dict[tuple[int, ...], float]
    jointly: dict[tuple[int, ...], Array]


def _add(bundle: Bundle, kept: npt.NDArray[np.bool_], means: Array, deviations: Array,
         sums: _Sums) -> bool:  # fmt: skip
    places = sorted({p for p in bundle.factor_inputs.values() if deviations[p]})
    most = len(places) if len(places) < MOST_JOINT else 1
    amounts = bundle.amount_inputs[kept]
    at = _Corners(bundle, kept, means, deviations)
    sets = [s for size in range(most + 1) for s in combinations(places, size)]
    for members in sets:
        alone = at.coefficient(members, is_joint=False)
        sums.alone[members] = sums.alone.get(members, 0.0) + float(alone.sum())
        joint = np.bincount(amounts, at.coefficient(members, is_joint=True), len(means))
        sums.jointly[members] = sums.jointly.get(members, np.zeros(len(means))) + joint
    return at.is_first_degree(places)


@dataclass(frozen=True, slots=True)
class _Corners:
    """A bundle's tonnes where some inputs stand one deviation above their mean."""

    bundle: Bundle
    kept: npt.NDArray[np.bool_]
    means: Array
    deviations: Array

    def coefficient(self, members: Sequence[int], *, is_joint: bool) -> Array:
        """Of the product of deviations of some factors, and of the amount where joint."""
        parts = []
        for size in range(len(members) + 1):
            sign = (-1.0) ** (len(members) - size)
            for subset in combinations(members, size):
                low = self.at(dict.fromkeys(subset, 1.0), 0.0)
                parts.append(sign * ((self.at(dict.fromkeys(subset, 1.0), 1.0) - low)
                             if is_joint else low))  # fmt: skip
        total: Array = np.sum(parts, axis=0)
        return total

    def at(self, raised: dict[int, float], amount: float) -> Array:
        """Tonnes with some factors, and the amount, so many deviations above their mean."""
        bundle = self.bundle
        factors = {
            name: value * self._relative(bundle.factor_inputs[name], raised)
            for name, value in bundle.factors.items()
        }
        places = bundle.amount_inputs[self.kept]
        moved = self.means[places] + amount * self.deviations[places]
        amounts = bundle.amounts[self.kept] * moved
        result = np.broadcast_to(bundle.run(amounts, factors), amounts.shape)
        tonnes: Array = bundle.weight[self.kept] * result
        return tonnes

    def _relative(self, place: int, raised: dict[int, float]) -> float:
        return float(self.means[place] + raised.get(place, 0.0) * self.deviations[place])

    def is_first_degree(self, places: Sequence[int]) -> bool:
        """Whether one step up and one step down of each input change as much."""
        middle = self.at({}, 0.0)
        steps = [(self.at({p: 1.0}, 0.0), self.at({p: -1.0}, 0.0)) for p in places]
        steps.append((self.at({}, 1.0), self.at({}, -1.0)))
        size = np.abs(middle).sum() or 1.0
        return all(np.abs(a + b - 2 * middle).sum() <= _FIRST_DEGREE * size for a, b in steps)


def _divided(sums: _Sums, size: int, *, is_exact: bool) -> Variance:
    first, shares = np.zeros(size), np.zeros(size)
    for members, coefficient in sums.alone.items():
        part = coefficient**2
        for place in members:
            shares[place] += part / len(members)
        if len(members) == 1:
            first[members[0]] += part
    for members, joint in sums.jointly.items():
        parts = np.square(joint)
        shares += parts / (len(members) + 1)
        for place in members:
            shares[place] += parts.sum() / (len(members) + 1)
        first += parts if not members else 0.0
    variance = float(shares.sum())
    order = [int(n) for n in np.argsort(-shares, kind="stable") if shares[n] > 0]
    parts_of = tuple(Contribution(n, first[n] / variance, shares[n] / variance) for n in order)
    return Variance(sums.alone.get((), 0.0), variance, parts_of, is_exact)
