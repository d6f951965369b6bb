"""Step after step: look ahead, carry out the first step, see what came."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import Demand, Store
from tanlu.plan.rolling.control import Schedule, State, opened, schedule
from tanlu.plan.rolling.site import Site, first_mwh

Forecast: TypeAlias = Callable[[str, int, int], Numbers]
"""Name of a series, step now, how many steps → what is expected; the first is known."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a site did, step by step, and what it cost.

    `cost_cny` is energy and operation; `charge_cny` what the highest power of each supply
    costs in the month; `stored_mwh` what stores held at the end beyond the start.
    """

    points: Mapping[str, Numbers]
    cost_cny: float
    charge_cny: float
    co2_t: float
    stored_mwh: Mapping[str, float]
    seconds: Numbers


def simulate(
    site: Site,
    forecast: Forecast,
    start: int,
    steps: int,
    horizon: int,
    worth: Mapping[str, float] | None = None,
    state: State | None = None,
) -> Run:
    """Control through a stretch of the series.

    Args:
        site: What stands.
        forecast: What is expected at each moment.
        start: First step of the stretch.
        steps: How many steps are carried out.
        horizon: How far each look ahead goes; it is cut where the series end.
        worth: What a MWh in a store is worth at the end of a look ahead. [CNY/MWh]
        state: How things stand at the start.

    Returns:
        What came of it.

    Raises:
        InputError: When limits cannot be kept.
    """
    now = state or State()
    session, taken, seconds = opened(site, horizon), list[dict[str, float]](), []
    cost = co2 = 0.0
    for at in range(start, start + steps):
        ahead = min(horizon, site.steps - at)
        window = {name: forecast(name, at, ahead) for name in site.series}
        live = session if ahead == horizon else None
        planned = schedule(site, now, window, worth, live)
        taken.append({name: float(row[0]) for name, row in planned.points.items()})
        cost += float(planned.cost_cny[0])
        co2 += float(planned.co2_t[0])
        seconds.append(planned.seconds)
        now = _after(now, planned, taken[-1])
    points = {name: np.array([step[name] for step in taken]) for name in taken[0]}
    return Run(points, cost, _charges(site, now), co2, _stored(site, state, now), np.array(seconds))


def _after(before: State, planned: Schedule, done: Mapping[str, float]) -> State:
    levels = {n.removesuffix(".level"): v for n, v in done.items() if n.endswith(".level")}
    ran = {n.removesuffix(".activity"): v for n, v in done.items() if n.endswith(".activity")}
    peaks = {
        name: max(before.peaks.get(name, 0.0), done.get(f"{name}.power", 0.0))
        for name in planned.peaks
    }
    return State({**before.levels, **levels}, ran, peaks)


def _charges(site: Site, end: State) -> float:
    found = 0.0
    for component in site.system.components:
        charge = getattr(component, "charge", None)
        if component.name in end.peaks and charge is not None:
            found += 12.0 * float(charge.by_period[0]) * end.peaks[component.name]
    return found


def _stored(site: Site, start: State | None, end: State) -> dict[str, float]:
    began = (start or State()).levels
    return {
        c.name: end.levels.get(c.name, 0.0) - began.get(c.name, first_mwh(c))
        for c in site.system.components
        if isinstance(c, Store)
    }


def uncontrolled(site: Site) -> Site:
    """The same site left to itself: stores idle, nothing put off; each step by itself."""
    parts = tuple(
        replace(c, stock=replace(c.stock, existing=0.0, potential=0.0))
        if isinstance(c, Store)
        else c
        for c in site.system.components
    )
    assert all(not isinstance(c, Demand) or not c.shift for c in parts)  # noqa: S101 - made so
    return replace(site, system=replace(site.system, components=parts))
