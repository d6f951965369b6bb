"""The difference of two scenarios as wedges: by driver and branch, without residue.

Additive LMDI-I year by year between the two scenarios (spatial form): the wedges of a year
sum to its difference, those of all years to the difference of cumulative emissions.
"""

from dataclasses import dataclass

import numpy as np

from tanlu.errors import BalanceError, InputError
from tanlu.explain.divisia import effects
from tanlu.plan.tree.demand import DRIVERS
from tanlu.plan.tree.paths import Array
from tanlu.plan.tree.run import Run

_CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class Wedges:
    """What turns one scenario into another. [t CO2]

    `parts` has shape (row, driver, year); its sum over rows and drivers is `total`.
    """

    first: str
    second: str
    years: tuple[int, ...]
    rows: tuple[str, ...]
    parts: Array
    total: Array

    @property
    def by_driver(self) -> dict[str, Array]:
        """Wedges of each driver, shape (year,). [t CO2]"""
        return dict(zip(DRIVERS, self.parts.sum(axis=0), strict=True))

    @property
    def by_row(self) -> dict[str, Array]:
        """Wedges of each branch, shape (year,). [t CO2]"""
        return dict(zip(self.rows, self.parts.sum(axis=1), strict=True))


def wedges(first: Run, second: Run) -> Wedges:
    """The difference second less first, taken apart.

    Args:
        first: A run.
        second: Another run of the same tree; where years differ, the common ones count.

    Returns:
        Effects by branch, driver and year.

    Raises:
        InputError: When they have no year in common.
        BalanceError: When the parts do not sum to the difference.

    Source: Ang 2015, additive LMDI-I; Ang, Xu and Su 2015 for comparisons of one year.
    """
    years = [y for y in first.years if y in second.years]
    if not years:
        raise InputError.of("tree_no_common_year", first=first.case.case_id,
                            second=second.case.case_id)  # fmt: skip
    rows = tuple(dict.fromkeys((*first.rows, *second.rows)))
    x0, x1 = (_aligned(each, rows, years) for each in (first, second))
    parts = np.stack([effects(x0[:, t], x1[:, t])[0] for t in range(len(years))], axis=2)
    total = x1.prod(axis=2).sum(axis=0) - x0.prod(axis=2).sum(axis=0)
    _check(parts, total, x0, x1)
    return Wedges(first.case.case_id, second.case.case_id, tuple(years), rows, parts, total)


def _aligned(result: Run, rows: tuple[str, ...], years: list[int]) -> Array:
    at = [result.years.index(y) for y in years]
    own = dict(zip(result.rows, result.drivers, strict=True))
    empty = np.ones_like(result.drivers[0])
    empty[:, 0] = 0.0  # nothing is sent out; the other drivers are no news
    return np.stack([own.get(row, empty)[at] for row in rows])


def _check(parts: Array, total: Array, x0: Array, x1: Array) -> None:
    size = max(1.0, float(np.abs(x0.prod(axis=2)).sum(axis=0).max()),
               float(np.abs(x1.prod(axis=2)).sum(axis=0).max()))  # fmt: skip
    error = float(np.abs(parts.sum(axis=(0, 1)) - total).max())
    if error > _CLOSE * size:
        raise BalanceError.of(
            "not_balanced", law="wedges: Σ effects = change", error=f"{error:.2e}"
        )
