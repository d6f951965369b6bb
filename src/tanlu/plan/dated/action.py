"""Builds of a design as actions: date, capacity, money, tonnes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.plan.analyse.curve import Curve
from tanlu.plan.design import Design
from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import Component, Stock, System
from tanlu.plan.model.stock import alive
from tanlu.plan.model.value import by_year

_LEAST = 1e-6  # MW: less than this is nothing built


@dataclass(frozen=True, slots=True)
class Action:
    """One build of a component in one period.

    `year` is when it stands; `mw` its capacity [MW, or the component's own unit];
    `investment_cny` what is spent for it [CNY of the base year, real], `fixed_cny` its fixed
    cost a year. `avoided_t` [t CO2] is its part of what the component avoids over all years
    given the measures before it in the cost curve, in proportion to capacity and years;
    `alone_t` the same where the component were the only measure. Both are None where the
    curve has no step for it: then no tonnes can be said to be its own.
    """

    component: str
    year: int
    mw: float
    investment_cny: float
    fixed_cny: float
    avoided_t: float | None
    alone_t: float | None


def actions_of(system: System, design: Design, found: Curve | None = None) -> list[Action]:
    """Actions of a design, by year and in the order of the system.

    Args:
        system: The system.
        design: Its design.
        found: Its cost curve, for the tonnes.

    Returns:
        Actions; their capacities are what the design builds, no more and no less.
    """
    made = []
    for component in system.components:
        stock = getattr(component, "stock", None)
        if isinstance(stock, Stock) and component.name in design.periods[0].built:
            made += _of(system, design, component, stock, found)
    return sorted(made, key=lambda action: action.year)


def _of(
    system: System, design: Design, component: Component, stock: Stock, found: Curve | None
) -> list[Action]:
    built = np.array([period.built[component.name] for period in design.periods])
    invest, fixed = (by_year(given, built.size) for given in (stock.investment, stock.fixed_om))
    part = _parts(system, stock, built)
    given, alone = _tonnes(found, component.name)
    return [
        Action(
            component.name, year, float(mw), float(mw * invest[at]), float(mw * fixed[at]),
            None if given is None else given * float(part[at]),
            None if alone is None else alone * float(part[at]),
        )
        for at, (year, mw) in enumerate(zip(system.years, built, strict=True))
        if mw > _LEAST
    ]  # fmt: skip


def _parts(system: System, stock: Stock, built: Numbers) -> Numbers:
    """Share of each build in the component's capacity times years. [1]"""
    lengths = np.array([period.length for period in system.periods], float)
    weight = lengths @ alive(stock, system) * built
    return np.asarray(weight / weight.sum()) if weight.sum() > 0 else weight


def _tonnes(found: Curve | None, name: str) -> tuple[float | None, float | None]:
    for step in found.steps if found else ():
        if step.measure == name and step.alone is not None:
            return step.given.t, step.alone.t
    return None, None


def order_of(actions: Sequence[Action], after: Mapping[str, Sequence[str]]) -> list[str]:
    """Components in an order in which each comes after what it needs.

    Args:
        actions: The actions.
        after: By component, the components that must be there before.

    Returns:
        Components.

    Raises:
        ValueError: When they wait for each other in a circle; it names them.

    Example:
        >>> order_of([], {"pump": ["store"], "store": []})
        ['store', 'pump']
    """
    names = list(dict.fromkeys([*(a.component for a in actions), *after]))
    found: list[str] = []
    while len(found) < len(names):
        left = [name for name in names if name not in found]
        waits = {name: [each for each in after.get(name, ()) if each in left] for name in left}
        ready = [name for name in left if not waits[name]]
        if not ready:
            raise ValueError(", ".join(left))
        found += ready
    return found
