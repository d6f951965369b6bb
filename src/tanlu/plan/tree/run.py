"""A scenario run: energy and carbon of every leaf and year, and where carbon is emitted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from tanlu.model.pathway import Point
from tanlu.plan.tree.branch import Case, Ground, Tree, above, last
from tanlu.plan.tree.calibration import BaseYear, base_year
from tanlu.plan.tree.demand import Demand, demand
from tanlu.plan.tree.paths import Array, said_of, years_of
from tanlu.plan.tree.place import check_said
from tanlu.plan.tree.supply import Supply, supply

SENT_OUT = "sent_out"


@dataclass(frozen=True, slots=True)
class Run:
    """A scenario of a tree, run from the base year to its end.

    `rows` are the leaves, then what is sent out of each carrier; `drivers` has shape
    (row, year, driver), and its product is `co2_t`, shape (row, year). [t CO2]
    """

    tree: Tree
    case: Case
    years: tuple[int, ...]
    rows: tuple[str, ...]
    drivers: Array
    base: BaseYear
    demand: Demand
    supply: Supply
    process: frozenset[str]

    @property
    def energy_tce(self) -> Array:
        """Energy of each row, zero for processes, shape (row, year). [tce]"""
        is_energy = np.array([last(row) not in self.process for row in self.rows])
        found: Array = self.drivers[:, :, :-1].prod(axis=2) * is_energy[:, None]
        return found

    @property
    def co2_t(self) -> Array:
        """Carbon of each row, shape (row, year). [t CO2]"""
        found: Array = self.drivers.prod(axis=2)
        return found

    @property
    def total_t(self) -> Array:
        """Emissions by year. [t CO2]"""
        found: Array = self.co2_t.sum(axis=0)
        return found


def run(tree: Tree, case_id: str, ground: Ground) -> Run:
    """Run one scenario of a tree.

    Args:
        tree: The tree.
        case_id: Which scenario.
        ground: Energy and CO2 of the base year's inventory; empty for a tree of its own.

    Returns:
        Energy and carbon by leaf and year; the base year equals the inventory.

    Raises:
        InputError: When something stated names no branch, or does not add up.
    """
    return run_case(tree, tree.cases[case_id], ground)


def run_case(tree: Tree, case: Case, ground: Ground) -> Run:
    """The same for a scenario that need not be one of the tree's own."""
    said, years = said_of(tree, case), years_of(tree)
    check_said(tree, said)
    base = base_year(tree, said_of(tree, Case("", tree.label)), ground)
    found = demand(tree, said, base, years)
    asked: dict[str, Array] = {}
    for leaf, energy in zip(tree.leaves, found.energy_tce, strict=True):
        asked[last(leaf)] = asked.get(last(leaf), np.zeros(len(years))) + energy
    served = supply(tree, said, base, asked, years)
    rows, drivers = _rows(tree, found, served)
    years_ = tuple(int(y) for y in years)
    return Run(tree, case, years_, rows, drivers, base, found, served, ground.process)


def _rows(tree: Tree, found: Demand, served: Supply) -> tuple[tuple[str, ...], Array]:
    factors = np.stack([served.factor[last(leaf)] for leaf in tree.leaves])
    parts = [np.concatenate([found.drivers, factors[:, :, None]], axis=2)]
    rows = list(tree.leaves)
    for carrier, amount in served.sent_out.items():
        if amount.any():
            one = np.ones(len(amount))
            columns = [amount, one, one, one, one, served.factor[carrier]]
            parts.append(np.stack(columns, axis=1)[None])
            rows.append(f"{SENT_OUT}/{carrier}")
    return tuple(rows), np.concatenate(parts)


def by(result: Run, values: Array, key: str) -> dict[str, Array]:
    """Rows summed by `sector`, `carrier` or `branch`.

    Args:
        result: A run.
        values: Shape (row, year).
        key: What to sum by.

    Returns:
        Per group, shape (year,).
    """
    names: Mapping[str, Callable[[str], str]] = {
        "sector": lambda row: above(row, 1), "carrier": last, "branch": str,
    }  # fmt: skip
    found: dict[str, Array] = {}
    for row, value in zip(result.rows, values, strict=True):
        name = names[key](row)
        found[name] = found.get(name, np.zeros(values.shape[1])) + value
    return found


def emitted(result: Run) -> dict[str, Array]:
    """Where carbon comes into the park: burned by leaves, by plants, or bought. [t CO2]

    Sums to the run's total in every year: the other side of the same balance.
    """
    first, made = result.supply.first_factor, {p.carrier for p in result.base.plants}
    made |= {p.second for p in result.base.plants if p.second}
    found = {}
    for carrier, amount in result.supply.bought.items():
        if carrier in first:
            prefix = "bought" if carrier in made or carrier == "electricity" else "burned"
            found[f"{prefix}/{carrier}"] = amount * first[carrier]
    return found


def points(result: Run) -> list[Point]:
    """The run as points of a projection, with carbon by carrier.

    Output is the activity of the sectors whose activity is money; one without is none.
    """
    by_carrier = by(result, result.co2_t, "carrier")
    energy = result.energy_tce.sum(axis=0)
    output = _output(result)
    return [
        Point(year, float(result.total_t[i]), float(energy[i]), float(output[i]),
              {c: float(v[i]) for c, v in by_carrier.items()})
        for i, year in enumerate(result.years)
    ]  # fmt: skip


def _output(result: Run) -> Array:
    sectors: dict[str, Array] = {}
    for row, drivers in zip(result.rows, result.drivers, strict=True):
        if above(row, 1) != SENT_OUT and unit_of(result.tree, above(row, 1)) == "CNY":
            sectors[above(row, 1)] = drivers[:, 0]
    whole: Array = sum(sectors.values(), np.zeros(len(result.years)))
    return whole


def unit_of(tree: Tree, sector: str) -> str:
    """The unit of a sector's activity."""
    found = [s.unit for s in tree.stated if (s.branch, s.quantity) == (sector, "activity")]
    return found[0] if found else "1"
