"""Converter: any inputs to any outputs, in fixed proportion to its activity."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from tanlu.plan.model import stock
from tanlu.plan.model.grid import Flow, Grid, Tally
from tanlu.plan.model.stock import Stock
from tanlu.plan.model.value import Given


@dataclass(frozen=True, slots=True)
class Converter:
    """Takes `inputs` and gives `outputs`, MW per MW of activity at each node.

    The stock bounds the activity [MW], times `available` [1]. `variable` [CNY/MWh of
    activity]; `factor` [t/MWh of activity], of processes. `ramp` [1/h] is the share of the
    stock by which activity may move in an hour, within a day and around it. `least` [1] is the
    least activity as a share of the stock; with `unit` [MW] it holds for units that run, each
    of which may stand still: whole numbers, and much more work.
    """

    name: str
    inputs: Mapping[str, Given]
    outputs: Mapping[str, Given]
    stock: Stock = field(default_factory=Stock)
    available: Given = 1.0
    variable: Given = 0.0
    factor: Given = 0.0
    ramp: float | None = None
    least: float = 0.0
    unit: float | None = None


def columns(grid: Grid, c: Converter) -> None:
    """Stock, activity [MW] by step, and units that run where they are counted."""
    stock.columns(grid, c.name, c.stock)
    activity = grid.problem.columns(f"{c.name}.activity", grid.shape)
    rows = grid.problem.rows(f"{c.name}.capacity", grid.shape, high=0.0)
    grid.problem.add(rows.at, activity.at, 1.0)
    own = grid.of(c.name, "stock").at[:, None, None]
    grid.problem.add(rows.at, own, -grid.at(c.available))
    if c.unit is not None:
        _units(grid, c, c.unit)
    elif c.least:
        _bound(grid, f"{c.name}.least", activity.at, own, -c.least, is_least=True)
    if c.ramp is not None:
        _ramps(grid, c, c.ramp)


def _bound(
    grid: Grid, name: str, a: np.ndarray, b: np.ndarray, per: float, *, is_least: bool
) -> None:
    """A + per·b ≥ 0, or ≤ 0."""
    rows = grid.problem.rows(name, grid.shape, *((0.0, np.inf) if is_least else (-np.inf, 0.0)))
    grid.problem.add(rows.at, a, 1.0)
    grid.problem.add(rows.at, b, per)


def _units(grid: Grid, c: Converter, unit: float) -> None:
    activity, own = grid.of(c.name, "activity").at, grid.of(c.name, "stock").at[:, None, None]
    running = grid.problem.columns(f"{c.name}.running", grid.shape, integer=True).at
    _bound(grid, f"{c.name}.running_most", activity, running, -unit, is_least=False)
    _bound(grid, f"{c.name}.running_least", activity, running, -unit * c.least, is_least=True)
    rows = grid.problem.rows(f"{c.name}.units", grid.shape, high=0.0)
    grid.problem.add(rows.at, running, unit)
    grid.problem.add(rows.at, own, -1.0)


def _ramps(grid: Grid, c: Converter, ramp: float) -> None:
    now = grid.of(c.name, "activity").at
    before = np.roll(now, 1, axis=2)
    own = grid.of(c.name, "stock").at[:, None, None]
    step = ramp * grid.system.slices.step_h
    for name, first, second in (("up", now, before), ("down", before, now)):
        rows = grid.problem.rows(f"{c.name}.ramp_{name}", grid.shape, high=0.0)
        grid.problem.add(rows.at, first, 1.0)
        grid.problem.add(rows.at, second, -1.0)
        grid.problem.add(rows.at, own, -step)


def balance(grid: Grid, c: Converter) -> list[Flow]:
    """Inputs from their nodes, outputs into theirs."""
    activity = grid.of(c.name, "activity").at
    taken = [Flow(node, activity, -grid.at(per)) for node, per in c.inputs.items()]
    return taken + [Flow(node, activity, grid.at(per)) for node, per in c.outputs.items()]


def tallies(grid: Grid, c: Converter) -> list[Tally]:
    """Cost of the stock and of running, carbon of the process."""
    activity = grid.of(c.name, "activity").at
    return [
        *stock.cost(grid, c.name, c.stock),
        Tally("variable", activity, grid.yearly(activity, c.variable)),
        Tally("process", activity, grid.yearly(activity, c.factor)),
    ]
