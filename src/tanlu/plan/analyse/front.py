"""Cost against carbon: the least cost for every budget that can be kept."""

from dataclasses import dataclass, replace

import numpy as np

from tanlu.errors import InputError
from tanlu.plan.design import Design
from tanlu.plan.lp import FREE
from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import Budget, System
from tanlu.plan.model.policy import Basis
from tanlu.plan.solve import Live, answer, open_live

_NAME = "front"
_NEAR = 1e-9  # share of the largest budget by which the tightest one is loosened


@dataclass(frozen=True, slots=True)
class FrontPoint:
    """The least present cost within a budget, and what a tonne less would cost there.

    `budget_t` [t CO2] is of all years together, less offsets. `price_cny_per_t` is in
    present value, at least zero; None where whole numbers were asked for.
    """

    budget_t: float
    cost_cny: float
    price_cny_per_t: float | None
    design: Design


def front(system: System, points: int = 20, basis: Basis = "location") -> list[FrontPoint]:
    """Points from the cheapest design to the one with the least carbon, evenly by tonnes.

    The ε-constraint method: each point is an optimum under its own budget, solved from the
    basis of the point before.

    Args:
        system: The system; its own policies hold at every point.
        points: How many points, at least 2.
        basis: How bought power is valued.

    Returns:
        Points, budgets falling, costs never falling.

    Raises:
        InputError: When even without a budget nothing is feasible.
    """
    live = _open(system, basis)
    cheapest = answer(live)
    if cheapest.objective_cny is None:
        raise InputError.of("plan_not_feasible", status=cheapest.status)
    most = emitted_t(cheapest, basis)
    least = least_t(live, basis)
    if most - least <= _NEAR * max(abs(most), 1.0):
        return [_point(cheapest, most)]
    budgets = np.linspace(most, least, points)
    budgets[-1] = least + _NEAR * abs(most)
    found = [_point(cheapest, most)]
    for budget in budgets[1:]:
        live.bound(_NAME, budget)
        found.append(_point(answer(live), float(budget)))
    return found


def _open(system: System, basis: Basis) -> Live:
    return open_live(replace(system, policies=(*system.policies, Budget(_NAME, FREE, basis))))


def _point(design: Design, budget: float) -> FrontPoint:
    if design.objective_cny is None:
        raise InputError.of("plan_not_feasible", status=design.status)
    price = design.policies.get(_NAME, (None,))[0]
    return FrontPoint(budget, design.objective_cny, price, design)


def emitted_t(design: Design, basis: Basis = "location") -> float:
    """Emissions less offsets of all years of a design. [t CO2]"""
    return float(
        sum(
            p.length * ((p.co2_t if basis == "location" else p.co2_market_t) - p.offset_t)
            for p in design.periods
        )
    )


def least_t(live: Live, basis: Basis = "location") -> float:
    """The least emissions, less offsets, that the system can come to whatever it costs. [t CO2]

    Zero where offsets have no limit. The costs of the living model are as before afterwards.
    """
    problem = live.model.problem
    columns = np.arange(live.session.size, dtype=np.int32)
    costs, offset = live.session.costs(), live.session.offset()
    length = _lengths(live.model.system)
    live.session.set_cost(columns, 0.0)
    live.session.set_offset(0.0)
    live.session.set_cost(problem.block(f"sum.co2_{basis}").at, length)
    live.session.set_cost(problem.block("sum.offset").at, -length)
    found = live.session.solve()
    live.session.set_cost(columns, costs)
    live.session.set_offset(offset)
    is_bounded = found.status == "optimal" and found.objective is not None
    return max(found.objective or 0.0, 0.0) if is_bounded else 0.0


def _lengths(system: System) -> Numbers:
    return np.array([period.length for period in system.periods], float)
