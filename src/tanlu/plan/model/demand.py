"""Demand: what the park needs, some of which may move in time or be given up."""

from dataclasses import dataclass

import numpy as np

from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model.grid import Flow, Grid, Tally
from tanlu.plan.model.value import Given


@dataclass(frozen=True, slots=True)
class Demand:
    """A need of `amount` [MW] at a node.

    `shift` [1] is the share by which a step may go down or up, evened out in each window of
    `window` steps, at
    `shift_cost` [CNY/MWh moved]; `shed` [1] the share that may be left unserved, at
    `shed_cost` [CNY/MWh].
    """

    name: str
    node: str
    amount: Given
    shift: float = 0.0
    window: int = 24
    shift_cost: Given = 0.0
    shed: float = 0.0
    shed_cost: Given = 0.0


def need(grid: Grid, c: Demand) -> Numbers:
    """What is taken from the node. [MW]"""
    return np.broadcast_to(grid.at(c.amount), grid.shape)


def columns(grid: Grid, c: Demand) -> None:
    """What is shed, and what is moved from each step and to it. [MW]"""
    amount = grid.at(c.amount)
    if c.shed:
        grid.problem.columns(f"{c.name}.shed", grid.shape, 0.0, c.shed * amount)
    if c.shift:
        grid.problem.columns(f"{c.name}.later", grid.shape, 0.0, c.shift * amount)
        grid.problem.columns(f"{c.name}.more", grid.shape, 0.0, c.shift * amount)
        _windows(grid, c)


def _windows(grid: Grid, c: Demand) -> None:
    """What is put off in a window is made up in it; the last window may be shorter."""
    periods, days, steps = grid.shape
    rows = grid.problem.rows(f"{c.name}.window", (periods, days, -(-steps // c.window)), 0.0, 0.0)
    at = rows.at[:, :, np.arange(steps) // c.window]
    grid.problem.add(at, grid.of(c.name, "more").at, 1.0)
    grid.problem.add(at, grid.of(c.name, "later").at, -1.0)


def balance(grid: Grid, c: Demand) -> list[Flow]:
    """What is shed and moved; the need itself is the right-hand side of the balance."""
    flows = []
    if c.shed:
        flows.append(Flow(c.node, grid.of(c.name, "shed").at, 1.0))
    if c.shift:
        flows.append(Flow(c.node, grid.of(c.name, "more").at, -1.0))
        flows.append(Flow(c.node, grid.of(c.name, "later").at, 1.0))
    return flows


def tallies(grid: Grid, c: Demand) -> list[Tally]:
    """Cost of moving and of shedding; energy not served."""
    found = []
    if c.shed:
        shed = grid.of(c.name, "shed").at
        found.append(Tally("variable", shed, grid.yearly(shed, c.shed_cost)))
        found.append(Tally("shed", shed, grid.yearly(shed, 1.0)))
    if c.shift:
        later = grid.of(c.name, "later").at
        found.append(Tally("variable", later, grid.yearly(later, c.shift_cost)))
    return found
