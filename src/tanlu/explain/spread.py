"""How sure effects are, when an error is shared: drawn once, it is used wherever it applies.

A factor of a grid that is wrong is wrong by the same amount in every year and for every
enterprise. Drawn anew for each, it would feign a change of the factor that nobody saw.
Method: Monte Carlo, JCGM 101:2008; errors in proportion, lognormal with mean 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tanlu.explain.chained import Panel
from tanlu.explain.divisia import Array, effects

Shared = Literal["all", "periods", "categories", "none"]
SHARED: tuple[Shared, ...] = ("all", "periods", "categories", "none")
"""For which an error is the same: all cells, all periods, all categories, or none."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """The error of a factor: its place, its standard deviation in proportion, and its sharing.

    `categories` are the places it holds for; empty means all.
    """

    factor: int
    deviation: float
    shared: Shared
    categories: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Spread:
    """Draws of the additive effects of one step, shape (draw, factor), and of its total."""

    effects: Array
    total: Array

    def percentiles(self) -> Array:
        """2.5, 50 and 97.5 percentiles of the effects, shape (3, factor)."""
        found: Array = np.percentile(self.effects, [2.5, 50.0, 97.5], axis=0)
        return found

    def rising(self, least: Array | float = 0.0) -> Array:
        """Probability that each effect is above zero, or above `least`. [1]"""
        found: Array = (self.effects > least).mean(axis=0)
        return found


def drawn(
    panel: Panel, doubts: Sequence[Doubt], pairs: Sequence[tuple[int, int]], draws: int, seed: int
) -> list[Spread]:
    """Additive LMDI-I effects of tables drawn within their errors.

    Args:
        panel: Factors.
        doubts: Their errors; a factor with none is taken as exact.
        pairs: Places of first and last period of each step.
        draws: How many.
        seed: Of the random numbers.

    Returns:
        One spread a step; the same draw of the table serves all steps.

    Example:
        >>> panel = Panel(["1", "2"], ["x"], ["q", "f"], np.array([[[1.0, 2.0]], [[3.0, 2.0]]]))
        >>> shared = drawn(panel, [Doubt(1, 0.1, "all")], [(0, 1)], 500, 1)[0]
        >>> float(np.abs(shared.effects[:, 1]).max())
        0.0
    """
    rng = np.random.default_rng(seed)
    shape = panel.values.shape
    table = np.broadcast_to(panel.values, (draws, *shape)).copy()
    for doubt in doubts:
        rows = list(doubt.categories) or list(range(shape[1]))
        table[:, :, rows, doubt.factor] *= _errors(rng, doubt, draws, shape[0], len(rows))
    return [spread_of(table[:, a], table[:, b]) for a, b in pairs]


def _errors(rng: np.random.Generator, doubt: Doubt, draws: int, periods: int, rows: int) -> Array:
    # (draw, period, category), of size 1 where the error is shared
    size = {
        "all": (draws, 1, 1), "periods": (draws, 1, rows),
        "categories": (draws, periods, 1), "none": (draws, periods, rows),
    }[doubt.shared]  # fmt: skip
    sigma = np.sqrt(np.log1p(doubt.deviation**2))
    errors: Array = np.exp(sigma * rng.standard_normal(size) - sigma**2 / 2)
    return errors


def spread_of(x0: Array, x1: Array) -> Spread:
    """Effects of drawn tables of two periods, shape (draw, category, factor)."""
    draws, rows, factors = x0.shape
    flat = (x.reshape(draws * rows, factors) for x in (x0, x1))
    parts, _, _ = effects(*flat)
    whole = parts.reshape(draws, rows, factors).sum(axis=1)
    total: Array = x1.prod(axis=2).sum(axis=1) - x0.prod(axis=2).sum(axis=1)
    return Spread(whole, total)
