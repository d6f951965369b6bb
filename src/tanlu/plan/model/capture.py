"""Capture: takes CO2 out of a stream, for energy and money."""

from dataclasses import dataclass, field

import numpy as np

from tanlu.plan.lp.problem import Numbers, Places
from tanlu.plan.model import stock
from tanlu.plan.model.converter import Converter
from tanlu.plan.model.grid import Flow, Grid, Tally
from tanlu.plan.model.process import Process
from tanlu.plan.model.stock import Stock
from tanlu.plan.model.supply import Supply
from tanlu.plan.model.value import Given


@dataclass(frozen=True, slots=True)
class Capture:
    """Takes up to `share` [1] of what `of` emits: a process, a fuel or a converter.

    The stock is in t/h. `inputs` is the energy it needs, MWh per tonne at each node; `price`
    what a tonne costs to carry away and store [CNY/t].
    """

    name: str
    of: str
    share: float
    inputs: dict[str, Given] = field(default_factory=dict)
    price: Given = 0.0
    stock: Stock = field(default_factory=Stock)


def columns(grid: Grid, c: Capture) -> None:
    """Stock [t/h], and tonnes taken by step [t/h] ≤ stock and ≤ share of what is emitted."""
    stock.columns(grid, c.name, c.stock)
    grid.problem.columns(f"{c.name}.tonnes", grid.shape)


def link(grid: Grid, c: Capture) -> None:
    """Rows that need the columns of the source."""
    taken = grid.of(c.name, "tonnes").at
    rows = grid.problem.rows(f"{c.name}.capacity", grid.shape, high=0.0)
    grid.problem.add(rows.at, taken, 1.0)
    grid.problem.add(rows.at, grid.of(c.name, "stock").at[:, None, None], -1.0)
    rows = grid.problem.rows(f"{c.name}.source", grid.shape, high=0.0)
    grid.problem.add(rows.at, taken, 1.0)
    source, rate = _source(grid, c)
    grid.problem.add(rows.at, source, -c.share * rate)


def _source(grid: Grid, c: Capture) -> tuple[Places, Numbers]:
    """Columns of the source and what they emit in an hour, per unit. [t/h]"""
    source = grid.component(c.of)
    if isinstance(source, Process):
        hours = float(grid.hours.sum()) * grid.shape[2]
        return grid.of(c.of, "tonnes").at[:, None, None], np.asarray(1.0 / hours)
    if isinstance(source, Supply):
        return grid.of(c.of, "power").at, grid.at(source.factor)
    if isinstance(source, Converter):
        return grid.of(c.of, "activity").at, grid.at(source.factor)
    raise ValueError(f"{c.of!r} emits nothing that could be captured")


def balance(grid: Grid, c: Capture) -> list[Flow]:
    """Energy that capturing takes."""
    taken = grid.of(c.name, "tonnes").at
    return [Flow(node, taken, -grid.at(per)) for node, per in c.inputs.items()]


def tallies(grid: Grid, c: Capture) -> list[Tally]:
    """Cost, and tonnes taken out."""
    taken = grid.of(c.name, "tonnes").at
    return [
        *stock.cost(grid, c.name, c.stock),
        Tally("variable", taken, grid.yearly(taken, c.price)),
        Tally("captured", taken, -grid.yearly(taken, 1.0)),
    ]
