"""A design operated through every day of the year: what it costs, what it cannot serve."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from tanlu.plan.design import Design
from tanlu.plan.lp import Session, open_session
from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import (
    Budget,
    Cap,
    CarbonPrice,
    Component,
    Demand,
    Fleet,
    Intensity,
    Limit,
    Model,
    Peak,
    Policy,
    Stock,
    Supply,
    System,
    Value,
    build,
    yearly,
)
from tanlu.plan.model.assemble import MONEY, daily
from tanlu.plan.model.fleet import as_converter
from tanlu.plan.model.value import by_year

PENALTY = 1e5
"""Price of a MWh not served and of a unit by which a policy is broken: above any real cost."""

UNSERVED = "unserved"

ROUNDING = 1e-6
"""Energy not served on a day below which it is the solver's rounding: 1 Wh. [MWh]"""


@dataclass(frozen=True, slots=True)
class Year:
    """A year of one period, every day of it.

    `cost_cny` is what the year costs without capital and without penalties; `unserved` the
    energy not served on each calendar day [MWh of the year]; `daily` the cost of each calendar
    day, penalties included [CNY of the year]; `overshoot` by policy.
    """

    year: int
    status: str
    cost_cny: float
    unserved: Numbers
    daily: Numbers
    overshoot: Mapping[str, float]
    seconds: float


@dataclass(slots=True)
class Operation:
    """The years of a plan with fixed capacities, each in its own living solver."""

    system: System
    sessions: list[tuple[Model, Session]]

    def run(self, design: Design) -> list[Year]:
        """Operate a design through all days of all periods.

        Args:
            design: Capacities, and emissions that budgets and peaks leave to each year.

        Returns:
            One record a period.
        """
        return [_run(self, design, place) for place in range(len(self.system.periods))]


def open_operation(system: System) -> Operation:
    """A plan's years in solvers of their own, every calendar day a day of the model.

    Args:
        system: The system; its slices are not used but for calendar and step.

    Returns:
        The operation; the first run pays for the models.
    """
    days = tuple(range(len(system.slices.group)))
    whole = system.with_slices(replace(system.slices, group=days, pick=()))
    return Operation(whole, [_open(whole, place) for place in range(len(whole.periods))])


def _open(system: System, place: int) -> tuple[Model, Session]:
    year = one_year(system, place)
    model = build(year, slack_cny=PENALTY * float(year.discounts()[0]))
    # days hang together by few rows only: presolve and simplex are much the fastest here
    return model, open_session(model.problem, "simplex")


def one_year(system: System, place: int) -> System:
    """One period of a system: nothing is built, what is missing is bought at a penalty.

    Capacities are left to be set: every stock is free between zero and its potential.
    """
    count = len(system.periods)
    parts = [_at(system, part, place, count) for part in system.components]
    nodes = dict.fromkeys(part.node for part in parts if isinstance(part, Demand))
    lacking = [Supply(f"{UNSERVED}.{node}", node, price=PENALTY) for node in nodes]
    year = system.periods[place].year
    rules = [rule for each in system.policies for rule in _rule(each, year, place, count)]
    base = system.periods[0].year if system.base_year is None else system.base_year
    return replace(
        system, periods=(system.periods[place],), base_year=base,
        components=(*parts, *lacking), policies=tuple(rules),
    )  # fmt: skip


def _at(system: System, part: Component, place: int, count: int) -> Component:
    """A component as it is in one period."""
    whole: Any = as_converter(system, part) if isinstance(part, Fleet) else part
    changed = {
        field.name: _pick(getattr(whole, field.name), place, count) for field in fields(whole)
    }
    found: Component = replace(whole, **changed)
    return found


def _pick(value: Any, place: int, count: int) -> Any:  # noqa: ANN401 - any field of a component
    if isinstance(value, Stock):
        fixed = float(by_year(value.fixed_om, count)[place])
        # may_retire keeps the column free; its bounds are then set to the design's capacity
        return Stock(existing=0.0, potential=0.0, fixed_om=fixed)
    if isinstance(value, Value):
        return Value((_one(value.by_period, place),), value.series)
    if isinstance(value, dict):
        return {key: _pick(each, place, count) for key, each in value.items()}
    if isinstance(value, tuple):
        return _one(value, place)
    return value


def _one(numbers: tuple[float, ...], place: int) -> float:
    return numbers[place] if len(numbers) > 1 else numbers[0]


def _rule(rule: Policy, year: int, place: int, count: int) -> list[Policy]:
    """A policy as it binds one year; budgets and peaks leave each year its own emissions."""
    if isinstance(rule, Limit):
        return []
    if isinstance(rule, Budget | Peak):
        return [Cap(rule.name, {year: np.inf}, rule.basis)]
    if isinstance(rule, CarbonPrice):
        return [replace(rule, price=_one(tuple(by_year(rule.price, count)), place))]
    if isinstance(rule, Intensity) and rule.per is not None:
        return [replace(rule, per=_one(tuple(by_year(rule.per, count)), place))]
    return [rule]


def _run(operation: Operation, design: Design, place: int) -> Year:
    model, session = operation.sessions[place]
    plan = design.periods[place]
    for name, capacity in plan.capacity.items():
        session.set_columns(model.problem.block(f"{name}.stock").at, capacity, capacity)
    for rule in operation.system.policies:
        if isinstance(rule, Budget | Peak):
            net = (plan.co2_t if rule.basis == "location" else plan.co2_market_t) - plan.offset_t
            rows = model.problem.row_block(f"policy.{rule.name}").at
            session.set_rows(rows, -np.inf, net)
    session.solver.clearSolver()  # other capacities: presolve afresh beats the old basis
    solution = session.solve()
    if solution.values is None:
        days = len(operation.system.slices.group)
        return Year(
            plan.year, solution.status, np.inf, np.zeros(days), np.zeros(days), {}, solution.seconds
        )
    values = solution.values
    unserved = _unserved(model, values)
    cost = yearly(model, values, *MONEY)[0] - PENALTY * unserved.sum()
    by_day = daily(model, values, *MONEY)[0]
    over = {
        name: float(model.problem.block(f"slack.{name}").of(values).sum())
        for name in model.policy_rows
    }
    over = {name: amount for name, amount in over.items() if amount > 1e-6}
    return Year(plan.year, solution.status, float(cost), unserved, by_day, over, solution.seconds)


def _unserved(model: Model, values: Numbers) -> Numbers:
    """Energy not served on each calendar day. [MWh of the year]"""
    slices = model.system.slices
    total = np.zeros(slices.count)
    for block in model.problem.column_blocks():
        if block.name.startswith(f"{UNSERVED}."):
            total += block.of(values)[0].sum(axis=1) * slices.step_h * slices.weights()
    return np.asarray(np.where(total > ROUNDING, total, 0.0))
