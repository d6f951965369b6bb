"""What if an action slips: what it costs, what else must move, which targets break."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from tanlu.plan.analyse.front import emitted_t
from tanlu.plan.design import Design
from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import Stock, System
from tanlu.plan.solve import solve

_LEAST = 1e-3  # MW: a change smaller than this is none


@dataclass(frozen=True, slots=True)
class Slip:
    """What follows when a component is built one period later than planned.

    `is_kept` tells whether all targets can still be kept; then `cny` [present value] and `t`
    [t CO2] are the differences to the plan, and `moved` the changes of other builds by
    component and year [MW]. Where they cannot, the targets of the
    late system contradict each other: `plan.analyse.why` names them.
    """

    component: str
    is_kept: bool
    cny: float | None
    t: float | None
    moved: Mapping[str, Mapping[int, float]]


def slip(system: System, design: Design, component: str) -> Slip:
    """The plan anew, with one component a period late.

    Args:
        system: The system.
        design: Its plan.
        component: What slips: what it builds by each period is at most what was planned by the
            period before.

    Returns:
        What follows.
    """
    late = solve(_late(system, design, component))
    if not late.periods or late.objective_cny is None:
        return Slip(component, is_kept=False, cny=None, t=None, moved={})
    cny = late.objective_cny - (design.objective_cny or 0.0)
    t = emitted_t(late) - emitted_t(design)
    return Slip(component, is_kept=True, cny=cny, t=t, moved=_moved(design, late, component))


def _late(system: System, design: Design, component: str) -> System:
    built = np.array([period.built[component] for period in design.periods])
    parts = [
        _held(c, np.concatenate([[0.0], built[:-1]])) if c.name == component else c
        for c in system.components
    ]
    return system.with_components(parts)


def _held(component: Any, most: Numbers) -> Any:  # noqa: ANN401 - any component with a stock
    """The component with its builds bounded by period."""
    stock: Stock = component.stock
    return replace(component, stock=replace(stock, build_most=tuple(most.tolist()), block=None))


def _moved(before: Design, after: Design, component: str) -> dict[str, dict[int, float]]:
    found: dict[str, dict[int, float]] = {}
    for old, new in zip(before.periods, after.periods, strict=True):
        for name, mw in old.built.items():
            change = new.built.get(name, 0.0) - mw
            if name != component and abs(change) > _LEAST:
                found.setdefault(name, {})[old.year] = change
    return found
