"""What stands in a year of a plan: fixed stocks, numbers of that year, series as long rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

import numpy as np

from tanlu.plan.analyse.scale import scaled
from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import (
    CarbonPrice,
    Component,
    Demand,
    Fleet,
    Period,
    Slices,
    Stock,
    Store,
    Supply,
    System,
    Value,
)
from tanlu.plan.model.fleet import as_converter
from tanlu.plan.model.value import Given, value_of

FREE = float("inf")
SHIFT = ".shift"
"""Added to a demand's name: the store that stands for what may be put off."""

_WINDOW_HAS_NONE = {"year_most": FREE, "year_least": 0.0}
_HOUR_ONLY = {"Offset", "Certificates"}  # bought by the year: nothing to control


@dataclass(frozen=True, slots=True)
class Site:
    """A system of one year whose stocks are fixed; `series` are rows of steps of `step_h`."""

    system: System
    series: Mapping[str, Numbers]
    step_h: float

    @property
    def steps(self) -> int:
        """How many steps the series have. [1]"""
        return min((row.size for row in self.series.values()), default=0)


def site(system: System, year: int, capacity: Mapping[str, float], split: int = 1) -> Site:
    """What of a plan stands in a year, ready to be controlled.

    Args:
        system: The plan's system, with every calendar day of its series.
        year: A first year of one of its periods.
        capacity: Stock of each component in that year. [MW]
        split: Into how many steps each step of the series is cut: 4 makes quarter hours of
            hours, each with the hour's mean power.

    Returns:
        The site. Targets are left out, carbon prices stay; capacity charges are by month; what
        is bought by the year (offsets, certificates) is left out; a demand that may move
        becomes a fixed one with a store of what is put off.
    """
    place = system.years.index(year)
    parts: list[Component] = []
    for component in system.components:
        if type(component).__name__ not in _HOUR_ONLY:
            parts += _fixed(system, component, place, capacity)
    rows = {name: np.repeat(values.ravel(), split) for name, values in system.series.items()}
    step_h = system.slices.step_h / split
    prices = tuple(_at(p, place) for p in system.policies if isinstance(p, CarbonPrice))
    one = System(
        (Period(year),), Slices((0,), 1, step_h, days=1.0), system.nodes, tuple(parts), prices, {}
    )
    return Site(one, rows, step_h)


def most_mwh(store: Store) -> float:
    """What a store that stands holds at most. [MWh]"""
    return store.hours * _number(store.stock.existing)


def first_mwh(store: Store) -> float:
    """What a store holds before anything is known of it: nothing put off, else empty. [MWh]"""
    return most_mwh(store) if store.name.endswith(SHIFT) else 0.0


def _fixed(
    system: System, component: Component, place: int, capacity: Mapping[str, float]
) -> list[Component]:
    part = as_converter(system, component) if isinstance(component, Fleet) else component
    made = _at(part, place)
    given = getattr(made, "stock", None)
    if isinstance(given, Stock):
        made = replace(made, stock=_standing(given, capacity.get(part.name)))
    limits = {name: value for name, value in _WINDOW_HAS_NONE.items() if hasattr(made, name)}
    made = replace(made, **limits) if limits else made
    if isinstance(made, Supply):
        # the model counts twelve months a year; a window lies in one
        made = scaled(made, "charge", np.array([1 / 12]))
    if isinstance(made, Store):
        return [replace(made, link="open")]
    return _movable(made) if isinstance(made, Demand) and made.shift else [made]


def _standing(given: Stock, mw: float | None) -> Stock:
    stands = _number(given.existing) if mw is None else mw
    return Stock(existing=stands, potential=stands)


def _movable(demand: Demand) -> list[Component]:
    """The demand as it is, and a store that gives what is put off and takes it when made up."""
    most = demand.shift * _number(demand.amount)
    off = Store(
        demand.name + SHIFT, demand.node, Stock(existing=most, potential=most),
        hours=float(demand.window), variable=demand.shift_cost, link="open",
    )  # fmt: skip
    return [replace(demand, shift=0.0), off]


def _number(given: Given) -> float:
    return float(value_of(given).by_period[0])


def _at(thing: Any, place: int) -> Any:  # noqa: ANN401 - component, stock or quantity
    """A component with the numbers of one period only."""
    changes = {field.name: _pick(getattr(thing, field.name), place) for field in fields(thing)}
    return replace(thing, **changes)


def _pick(value: Any, place: int) -> Any:  # noqa: ANN401 - any field of a component
    picks: dict[type, Callable[[Any], Any]] = {
        Value: lambda v: Value((v.by_period[place % len(v.by_period)],), v.series),
        dict: lambda v: {key: _pick(each, place) for key, each in v.items()},
    }
    if type(value) in picks:
        return picks[type(value)](value)
    if isinstance(value, tuple) and value and all(isinstance(x, int | float) for x in value):
        return value[place % len(value)]
    return _at(value, place) if is_dataclass(value) else value
