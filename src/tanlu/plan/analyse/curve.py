"""Abatement cost curve of a plan: each measure given the others, and each alone."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from tanlu.errors import InputError
from tanlu.plan.analyse.front import emitted_t
from tanlu.plan.design import Design
from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import CarbonPrice, Limit, Offset, System, yearly
from tanlu.plan.model.policy import Basis
from tanlu.plan.solve import Live, answer, open_live, solve

_PRICE = "curve.price"
_LEAST = 1e-6  # MW or t/a: less than this is nothing built

OPERATION = "operation"
"""The step before the first measure: what exists is operated at the carbon price."""

OTHER = "other_targets"
"""The step after the last: what targets other than carbon still ask."""


class Sum(NamedTuple):
    """Present cost [CNY] and tonnes [t CO2] of all years together."""

    cny: float
    t: float


@dataclass(frozen=True, slots=True)
class Step:
    """What one measure adds to cost and takes from emissions, over all years together.

    `given` is with the steps before it already taken, `alone` with none of the other measures;
    it is absent for what is no measure.
    """

    measure: str
    given: Sum
    alone: Sum | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """Steps from the cheapest system without targets to the plan; `given` adds up to the way.

    `price_cny_per_t` are the carbon prices, by period, at which the steps are operated.
    """

    steps: tuple[Step, ...]
    reference: Sum
    plan: Sum
    price_cny_per_t: tuple[float, ...]


def per_tonne(step: Sum) -> float | None:
    """Cost of a tonne avoided. [CNY/t]

    Returns:
        The cost; None where no tonne is avoided, so that there is no such figure.

    Example:
        >>> per_tonne(Sum(100.0, 4.0))
        25.0
        >>> per_tonne(Sum(100.0, 0.0))
    """
    return step.cny / step.t if step.t > _LEAST else None


def curve(system: System, design: Design, basis: Basis = "location") -> Curve:
    """The abatement cost curve of a design.

    The reference is the cheapest system without targets. From there the measures (what the
    design builds more than the reference, and the offsets it buys) enter one by one, each time
    the one with the cheapest tonne, everything else being chosen anew at the carbon prices
    that belong to the targets; the prices themselves are not counted as a cost. Adding up
    bars of measures alone would count tonnes twice: `alone` is for comparison only.

    Args:
        system: The system.
        design: An optimum of it, with duals.
        basis: How bought power is valued.

    Returns:
        The curve.

    Raises:
        InputError: When the design has no plan.
    """
    if not design.periods or not design.co2_cny_per_t:
        raise InputError.of("plan_not_feasible", status=design.status)
    world = _world(system, design, basis)
    reference, plan = _sum(world.reference, basis), _sum(design, basis)
    start = world.operate(())
    steps = [Step(OPERATION, _less(reference, start))]
    alone = {name: _less(start, world.operate((name,))) for name in world.plan}
    before, chosen = start, list[str]()
    while len(chosen) < len(world.plan):
        tried = {n: world.operate((*chosen, n)) for n in world.plan if n not in chosen}
        best = min(tried, key=lambda name: _rank(_less(before, tried[name])))
        steps.append(Step(best, _less(before, tried[best]), alone[best]))
        chosen.append(best)
        before = tried[best]
    steps.append(Step(OTHER, _less(before, plan)))
    prices = tuple(design.co2_cny_per_t[year] for year in system.years)
    return Curve(tuple(steps), reference, plan, prices)


def _less(before: Sum, after: Sum) -> Sum:
    """Cost added and tonnes avoided from one to the other."""
    return Sum(after.cny - before.cny, before.t - after.t)


def _rank(step: Sum) -> tuple[int, float]:
    """Cheapest tonne first; what avoids nothing comes last, by its cost."""
    price = per_tonne(step)
    return (1, step.cny) if price is None else (0, price)


def _sum(design: Design, basis: Basis) -> Sum:
    """Cost of a design without what it paid on carbon at the curve's price, and its tonnes."""
    paid = float(
        yearly(design.model, _values(design), "carbon", owner=_PRICE) @ design.model.discounts
    )
    return Sum((design.objective_cny or 0.0) - paid, emitted_t(design, basis))


def _values(design: Design) -> Numbers:
    assert design.solution.values is not None  # noqa: S101 - asked only of designs with a plan
    return design.solution.values


@dataclass(frozen=True, slots=True)
class _World:
    """The system at the carbon prices, with each measure as in the reference or as in the plan."""

    live: Live
    reference: Design
    plan: Mapping[str, Numbers]
    base: Mapping[str, Numbers]
    basis: Basis

    def operate(self, measures: Collection[str]) -> Sum:
        """Cost and tonnes with these measures as in the plan, the others as in the reference."""
        problem = self.live.model.problem
        for name, built in self.plan.items():
            amount = built if name in measures else self.base[name]
            part = "tonnes" if _is_offset(self.live.model.system, name) else "build"
            self.live.session.set_columns(problem.block(f"{name}.{part}").at, amount, amount)
        found = answer(self.live)
        if not found.periods:
            raise InputError.of("plan_not_feasible", status=found.status)
        return _sum(found, self.basis)


def _world(system: System, design: Design, basis: Basis) -> _World:
    kept = tuple(p for p in system.policies if isinstance(p, CarbonPrice | Limit))
    free = replace(system, policies=kept)
    reference = solve(free)
    prices = tuple(design.co2_cny_per_t[year] for year in system.years)
    priced = replace(system, policies=(*kept, CarbonPrice(_PRICE, prices, basis=basis)))
    plan, base = _decided(design), _decided(reference)
    more = {name: built for name, built in plan.items() if _is_more(built, base[name])}
    return _World(open_live(priced), reference, more, base, basis)


def _is_more(built: Numbers, base: Numbers) -> bool:
    return bool(built.sum() > base.sum() + _LEAST)


def _decided(design: Design) -> dict[str, Numbers]:
    """What is built, and what offsets are bought, by period."""
    owners = [name for name in design.periods[0].built if design.periods]
    found = {name: np.array([p.built[name] for p in design.periods]) for name in owners}
    for component in design.model.system.components:
        if isinstance(component, Offset):
            bought = yearly(design.model, _values(design), "offset_t", owner=component.name)
            found[component.name] = bought
    return found


def _is_offset(system: System, name: str) -> bool:
    return any(isinstance(c, Offset) and c.name == name for c in system.components)
