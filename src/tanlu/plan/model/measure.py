"""Measure: takes away part of a demand or of a process stream, from its date on."""

from dataclasses import dataclass, field, replace

from tanlu.plan.model import demand, stock
from tanlu.plan.model.demand import Demand
from tanlu.plan.model.grid import Flow, Grid, Tally
from tanlu.plan.model.process import Process
from tanlu.plan.model.stock import Stock
from tanlu.plan.model.value import Given


@dataclass(frozen=True, slots=True)
class Measure:
    """Saves `saves` [1] of the demand or process `of` where it is carried out in full.

    The stock is the share that is carried out, 0 to 1: its investment [CNY] and fixed cost
    [CNY/a] are those of the whole measure. `build_most` of 0 keeps it out of a period. Shares
    saved of one demand by several measures add up: they must stay below 1 together.
    """

    name: str
    of: str
    saves: Given
    stock: Stock = field(default_factory=lambda: Stock(potential=1.0))


def columns(grid: Grid, c: Measure) -> None:
    """Share carried out by period. [1]"""
    whole = c.stock if c.stock.potential != float("inf") else replace(c.stock, potential=1.0)
    stock.columns(grid, c.name, whole)


def balance(grid: Grid, c: Measure) -> list[Flow]:
    """What the demand no longer takes."""
    target = grid.component(c.of)
    if not isinstance(target, Demand):
        return []
    done = grid.of(c.name, "stock").at[:, None, None]
    return [Flow(target.node, done, demand.need(grid, target) * grid.at(c.saves))]


def tallies(grid: Grid, c: Measure) -> list[Tally]:
    """Cost, and tonnes of a process that are saved."""
    found = stock.cost(grid, c.name, c.stock)
    target = grid.component(c.of)
    if isinstance(target, Process):
        done = grid.of(c.name, "stock").at
        saved = grid.year(target.co2_t) * grid.year(c.saves)
        found.append(Tally("process", done, -saved))
    return found
