"""A change of a sum whose branches have factor lists of their own.

Energy that is burned or bought is output × intensity × share × factor; what a process
emits is output × emissions per output. Additive LMDI-I is consistent in aggregation, so
that each branch is split by its own list and effects of one name are summed.
Method: Ang 2015, additive LMDI-I; zeros by their limits.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.errors import BalanceError
from tanlu.explain.divisia import Array, effects, log_means, values_of

CLOSING_LIMIT = 1e-9


@dataclass(frozen=True, slots=True)
class Branch:
    """Categories that share a factor list: `values` has the shape (period, category, factor)."""

    categories: tuple[str, ...]
    factors: tuple[str, ...]
    values: Array


@dataclass(frozen=True, slots=True)
class Cell:
    """One category's part of one effect, with the numbers that went into it."""

    category: str
    factor: str
    start_value: float
    end_value: float
    start: float
    end: float
    effect: float

    @property
    def weight(self) -> float:
        """The logarithmic mean of the category's values; 0 where one of them is."""
        return float(log_means(np.array([self.start_value]), np.array([self.end_value]))[0])


@dataclass(frozen=True, slots=True)
class Change:
    """A change between two periods, cell by cell."""

    start_value: float
    end_value: float
    cells: tuple[Cell, ...]

    @property
    def total(self) -> float:
        """The change that was split."""
        return self.end_value - self.start_value

    @property
    def closing_error(self) -> float:
        """Sum of effects less the change, relative to the larger value."""
        scale = max(abs(self.start_value), abs(self.end_value)) or 1.0
        return (math.fsum(cell.effect for cell in self.cells) - self.total) / scale

    def effect(self, factor: str) -> float:
        """What one factor adds over all categories."""
        return math.fsum(cell.effect for cell in self.cells if cell.factor == factor)

    def part(self, category: str) -> float:
        """What one category adds over all factors."""
        return math.fsum(cell.effect for cell in self.cells if cell.category == category)


def change(branches: Sequence[Branch], first: int, last: int) -> Change:
    """Split the change between two periods.

    Args:
        branches: Their products sum to the value.
        first: Place of the earlier period.
        last: Place of the later one.

    Returns:
        Effects that sum to the change.

    Raises:
        BalanceError: When they do not, within 1e-9.

    Example:
        >>> fuel = Branch(("gas",), ("energy", "factor"), np.array([[[2.0, 3.0]], [[4.0, 3.0]]]))
        >>> change([fuel], 0, 1).effect("energy")
        6.0
    """
    cells = [cell for branch in branches for cell in _cells(branch, first, last)]
    values = [values_of(b.values[at]) for at in (first, last) for b in branches]
    sums = [math.fsum(np.concatenate(part)) if part else 0.0
            for part in (values[: len(branches)], values[len(branches) :])]  # fmt: skip
    found = Change(sums[0], sums[1], tuple(cells))
    if not abs(found.closing_error) <= CLOSING_LIMIT:
        error = f"{found.closing_error:.2e}"
        raise BalanceError.of("not_balanced", law="LMDI: Σ effects = change", error=error)
    return found


def _cells(branch: Branch, first: int, last: int) -> list[Cell]:
    x0, x1 = branch.values[first], branch.values[last]
    found, _, _ = effects(x0, x1)
    v0, v1 = values_of(x0), values_of(x1)
    return [
        Cell(category, factor, *map(float, (v0[i], v1[i], x0[i, k], x1[i, k], found[i, k])))
        for i, category in enumerate(branch.categories)
        for k, factor in enumerate(branch.factors)
    ]
