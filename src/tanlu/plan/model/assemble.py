"""From a system to a problem: every component adds its part."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from tanlu.plan.lp.problem import Numbers, Problem
from tanlu.plan.model import demand, matching
from tanlu.plan.model.carbon import POLICIES, emitted
from tanlu.plan.model.demand import Demand
from tanlu.plan.model.grid import Entry, Grid
from tanlu.plan.model.kinds import KINDS
from tanlu.plan.model.policy import Match
from tanlu.plan.model.system import System

RULES: Mapping[type, Callable[[Grid, Any], None]] = {**POLICIES, Match: matching.add}

MONEY = (
    "capital", "fixed", "variable", "energy", "charge", "carbon", "offset",
)  # fmt: skip
"""Kinds of tallies that are money. [CNY/a]"""


@dataclass(frozen=True, slots=True)
class Model:
    """A system as a problem, with the ledger from which a solution is read."""

    system: System
    problem: Problem
    entries: tuple[Entry, ...]
    policy_rows: tuple[str, ...]
    discounts: Numbers


def build(
    system: System,
    slack_cny: float | None = None,
    margins: Mapping[str, Mapping[int, float]] | None = None,
) -> Model:
    """The problem of a system: least present cost of supplying every need.

    Args:
        system: The system.
        slack_cny: Price of breaking a policy by one unit, in present value; None forbids it.
        margins: By policy and place of the period, by how much to keep it tighter.

    Returns:
        The model; its objective is in CNY of the base year.

    Example:
        >>> from tanlu.plan.model import Demand, Node, Period, Slices, Supply
        >>> parts = (Supply("grid", "power", price=500.0), Demand("load", "power", 2.0))
        >>> year = Slices((0,), steps=1, step_h=24.0)
        >>> model = build(System((Period(2030),), year, (Node("power"),), parts))
        >>> from tanlu.plan.lp import open_session
        >>> open_session(model.problem).solve().objective == 500 * 2 * 8760
        True
    """
    grid = Grid(system, slack_cny=slack_cny, margins=margins or {})
    _balances(grid)
    for component in system.components:
        kind = KINDS[type(component)]
        kind.columns(grid, component)
    for component in system.components:
        kind = KINDS[type(component)]
        for flow in kind.balance(grid, component):
            rows = grid.problem.row_block(f"balance.{flow.node}").at
            grid.problem.add(rows, flow.columns, flow.per_unit)
        grid.post(component.name, kind.tallies(grid, component))
        kind.link(grid, component)
    emitted(grid, "location")
    for policy in system.policies:
        RULES[type(policy)](grid, policy)
    _costs(grid)
    return Model(system, grid.problem, tuple(grid.entries), tuple(grid.policy_rows), grid.discounts)


def _balances(grid: Grid) -> None:
    """At each node and step: what comes in = what goes out + what is needed (+ thrown away)."""
    for node in grid.system.nodes:
        need = np.zeros(grid.shape)
        for component in grid.system.components:
            if isinstance(component, Demand) and component.node == node.name:
                need = need + demand.need(grid, component)
        high = np.inf if node.may_curtail else need
        grid.problem.rows(f"balance.{node.name}", grid.shape, need, high)


def _costs(grid: Grid) -> None:
    for entry in grid.entries:
        if entry.kind in MONEY:
            grid.problem.add_cost(entry.column, entry.amount * grid.discounts[entry.period])


def yearly(model: Model, values: Numbers, *kinds: str, owner: str | None = None) -> Numbers:
    """Tallies of some kinds, summed over a solution; one number a period.

    Args:
        model: The model.
        values: Values of its columns.
        kinds: Kinds of tallies.
        owner: One component only.

    Returns:
        Sums by period, in the unit of the kinds.
    """
    total = np.zeros(len(model.system.periods))
    for entry in model.entries:
        if entry.kind in kinds and owner in (None, entry.owner):
            part = entry.amount * values[entry.column]
            total += np.bincount(entry.period, part, total.size)
    return total


def daily(model: Model, values: Numbers, *kinds: str) -> Numbers:
    """Tallies of some kinds by period and day of the model; what belongs to no day is left out.

    Args:
        model: The model.
        values: Values of its columns.
        kinds: Kinds of tallies.

    Returns:
        Shape (periods, days): sums of the year that each day of the model stands for.
    """
    shape = len(model.system.periods), model.system.slices.count
    day = np.full(values.size, -1)
    for block in model.problem.column_blocks():
        if block.shape[:2] == shape and len(block.shape) == 3:
            day[block.at] = np.arange(shape[1])[None, :, None]
    total = np.zeros(shape)
    for entry in model.entries:
        if entry.kind in kinds:
            on = day[entry.column]
            part = entry.amount * values[entry.column]
            np.add.at(total, (entry.period[on >= 0], on[on >= 0]), part[on >= 0])
    return total
