"""What an optimum says: capacities, carbon, cost, prices, by period."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from tanlu.plan.lp import Solution
from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import Model, yearly
from tanlu.plan.model.assemble import MONEY
from tanlu.plan.model.carbon import KINDS


@dataclass(frozen=True, slots=True)
class PeriodPlan:
    """A year of a period.

    `cost_cny` is what a year costs: times `discount` [a] and summed it is the objective.
    `co2_t` is by location, before `offset_t`; `co2_market_t` by market. `capacity` and `built`
    are by component [MW, or its own unit], `imports_mwh` by supply.
    """

    year: int
    length: int
    discount: float
    co2_t: float
    co2_market_t: float
    offset_t: float
    carbon: Mapping[str, float]
    cost_cny: float
    costs: Mapping[str, float]
    capacity: Mapping[str, float]
    built: Mapping[str, float]
    imports_mwh: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Design:
    """An optimum, and how far it can be relied on.

    `objective_cny` is the present cost on the steps of the model. `lower_bound_cny` is a cost
    that no plan can undercut when all hours of the year are served, `full_year_cost_cny` what
    this design costs when operated through all of them; both None where it was not worked out.
    `co2_cny_per_t` is, by year, what one tonne less in that year costs: positive where less
    costs more, in money of that year (real, not discounted); a price paid on carbon is not
    in it. Times `discount` it is the change of the objective.
    `policies` holds the change of the objective per unit by which a policy is loosened,
    turned so that it is at least zero: what keeping the policy costs at the margin.
    """

    status: str
    objective_cny: float | None
    lower_bound_cny: float | None
    full_year_cost_cny: float | None
    unserved_mwh: float | None
    algorithm: str
    build_s: float
    solve_s: float
    periods: tuple[PeriodPlan, ...]
    co2_cny_per_t: Mapping[int, float]
    policies: Mapping[str, tuple[float, ...]]
    model: Model
    solution: Solution
    overshoot: Mapping[str, float] = field(default_factory=dict)
    rounds: int = 0

    @property
    def values(self) -> Numbers:
        """Values of the model's columns.

        Raises:
            ValueError: When nothing feasible was found.
        """
        if self.solution.values is None:
            raise ValueError(f"no values: {self.status}")
        return self.solution.values

    @property
    def interval(self) -> float | None:
        """Width between lower bound and full-year cost, as a share of the latter. [1]"""
        low, high = self.lower_bound_cny, self.full_year_cost_cny
        return None if low is None or not high else (high - low) / high


def periods_of(model: Model, values: Numbers) -> tuple[PeriodPlan, ...]:
    """A solution by period.

    Args:
        model: The model.
        values: Values of its columns.

    Returns:
        One record a period.
    """
    sums = {kind: yearly(model, values, kind) for kind in _kinds(model)}
    stocks, builds = (_blocks(model, values, name) for name in ("stock", "build"))
    imports = {
        entry.owner: yearly(model, values, "import", owner=entry.owner)
        for entry in model.entries
        if entry.kind == "import"
    }
    return tuple(
        _period(model, place, sums, (stocks, builds, imports))
        for place in range(len(model.system.periods))
    )


def _kinds(model: Model) -> list[str]:
    return list(dict.fromkeys(entry.kind for entry in model.entries))


def _blocks(model: Model, values: Numbers, name: str) -> dict[str, Numbers]:
    blocks = [b for b in model.problem.column_blocks() if b.name.endswith(f".{name}")]
    return {block.name.removesuffix(f".{name}"): block.of(values) for block in blocks}


def _period(
    model: Model,
    place: int,
    sums: Mapping[str, Numbers],
    by_owner: tuple[Mapping[str, Numbers], ...],
) -> PeriodPlan:
    at = {kind: float(values[place]) for kind, values in sums.items()}
    period = model.system.periods[place]
    capacity, built, imports = (
        {owner: float(values[place]) for owner, values in part.items()} for part in by_owner
    )
    costs = {kind: at[kind] for kind in MONEY if kind in at}
    carbon = {k: at.get(k, 0.0) for k in dict.fromkeys(sum(KINDS.values(), ()))}
    return PeriodPlan(
        year=period.year, length=period.length, discount=float(model.discounts[place]),
        co2_t=sum(carbon[k] for k in KINDS["location"]),
        co2_market_t=sum(carbon[k] for k in KINDS["market"]),
        offset_t=at.get("offset_t", 0.0), carbon=carbon,
        cost_cny=sum(costs.values()), costs=costs,
        capacity=capacity, built=built, imports_mwh=imports,
    )  # fmt: skip


def carbon_prices(model: Model, solution: Solution) -> dict[int, float]:
    """What one tonne less costs in each year, in money of that year. [CNY/t]

    The dual of the row that sums emissions, less the price paid on them, undiscounted.
    Empty where there are no duals (whole numbers).
    """
    if solution.duals is None:
        return {}
    total = np.zeros(len(model.system.periods))
    for basis in KINDS:
        total += _price(model, solution, f"sum.co2_{basis}")
    prices = total / model.discounts
    return dict(zip(model.system.years, prices.tolist(), strict=True))


def _price(model: Model, solution: Solution, name: str) -> Numbers:
    if all(block.name != name for block in model.problem.row_blocks()):
        return np.zeros(len(model.system.periods))
    emitted = model.problem.block(name)
    paid = np.zeros(emitted.size)
    for entry in model.entries:
        if entry.kind == "carbon":
            inside = np.isin(entry.column, emitted.at)
            np.add.at(paid, entry.period[inside], entry.amount[inside])
    rows = model.problem.row_block(name)
    return np.asarray(solution.duals_of(rows) - paid * model.discounts)


def policy_prices(model: Model, solution: Solution) -> dict[str, tuple[float, ...]]:
    """What keeping each policy costs at the margin, per unit of its bound. [CNY/unit]"""
    if solution.duals is None:
        return {}
    return {
        name: tuple(np.abs(solution.duals_of(model.problem.row_block(f"policy.{name}"))).tolist())
        for name in model.policy_rows
    }
