"""A problem whose optimum no plan for all days can undercut.

Every day of the model carries the mean of its calendar days. Take any plan for all calendar
days and average what it does over the days of each group: balances, profiles times capacity,
levels of daily stores, ramps, peaks (by share of month) and yearly sums are linear in what is
decided, so the average satisfies the grouped problem and costs the same, as long as prices,
factors and coefficients are equal within a group. Hence the optimum on mean days is a lower
bound. Where they are not equal, the most favourable value of the group is taken; whole numbers
by step are dropped; stores that are linked through the year keep only their yearly balance;
matching by month is matched by year.
"""

from dataclasses import fields, replace
from typing import Any

import numpy as np

from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import Component, Converter, Match, Policy, Sale, Slices, Store, System, Value
from tanlu.plan.typical import COSTS, cost_series

_MORE_IS_BETTER = {(Sale, "price"), (Sale, "factor"), (Sale, "market_factor")}


def relaxed(system: System) -> System:
    """The system as its lower bound is computed; itself where it is its own relaxation.

    Args:
        system: The system on grouped days (means, not picked days).

    Returns:
        A system whose optimum is at most that of the same system on all calendar days.
    """
    uneven = {name for name in cost_series(system) if not _is_even(system, name)}
    parts = tuple(_loosened(part, uneven) for part in system.components)
    rules = tuple(_rule(rule) for rule in system.policies)
    if parts == system.components and rules == system.policies:
        return system
    slices = replace(system.slices, pick=())
    series = dict(system.series)
    for name in uneven:
        series[f"{name}|least"] = _edge(slices, system.series[name], least=True)
        series[f"{name}|most"] = _edge(slices, system.series[name], least=False)
    return replace(system, components=parts, policies=rules, series=series, slices=slices)


def _is_even(system: System, name: str) -> bool:
    group = np.array(system.slices.group)
    values = system.series[name]
    first = np.array([int(np.flatnonzero(group == g)[0]) for g in range(system.slices.count)])
    return bool(np.array_equal(values, values[first[group]]))


def _edge(slices: Slices, values: Numbers, *, least: bool) -> Numbers:
    """The least (or greatest) value of each group, for every calendar day of it."""
    group = np.array(slices.group)
    edge = np.full((slices.count, values.shape[1]), np.inf if least else -np.inf)
    (np.minimum if least else np.maximum).at(edge, group, values)
    return np.asarray(edge[group])


def _loosened(part: Component, uneven: set[str]) -> Component:
    changed: dict[str, Any] = {}
    for field in fields(part):
        value = getattr(part, field.name)
        if field.name in COSTS or field.name == "green":
            is_more = (type(part), field.name) in _MORE_IS_BETTER or field.name == "green"
            changed[field.name] = _favoured(value, uneven, is_more=is_more)
        if field.name in {"inputs", "outputs"}:
            more = field.name == "outputs"
            changed[field.name] = {k: _favoured(v, uneven, is_more=more) for k, v in value.items()}
    if isinstance(part, Store) and part.link == "year":
        changed["link"] = "loose"
    if isinstance(part, Converter) and part.unit is not None:
        changed |= {"unit": None, "least": 0.0}
    found: Component = replace(part, **changed)
    return found


def _favoured(value: Any, uneven: set[str], *, is_more: bool) -> Any:  # noqa: ANN401 - a quantity
    if not isinstance(value, Value) or value.series not in uneven:
        return value
    turned = is_more != (min(value.by_period) < 0)
    return replace(value, series=f"{value.series}|{'most' if turned else 'least'}")


def _rule(rule: Policy) -> Policy:
    if isinstance(rule, Match) and rule.window == "month":
        return replace(rule, window="year")
    return rule
