"""Store: takes energy in one step and gives it back, less its losses, in another."""

from dataclasses import dataclass, field

import numpy as np

from tanlu.plan.lp.problem import Numbers, Places
from tanlu.plan.model import stock
from tanlu.plan.model.grid import Flow, Grid, Tally
from tanlu.plan.model.stock import Stock
from tanlu.plan.model.value import Given


@dataclass(frozen=True, slots=True)
class Store:
    """Power in and out up to the stock [MW], level up to `hours` × stock [MWh].

    `charge` and `discharge` are efficiencies [1], `loss` the share of the level that is lost
    in an hour [1/h]. `link` is `day` where the level comes back each day, and `year` where it
    passes from day to day in the order of the calendar. `loose` keeps only that the levels
    come back over the year: no plan, but a bound from below. `variable` [CNY/MWh given].
    `open` begins at `start` [MWh] and need not come back: a level at the end is worth `worth`
    [CNY/MWh].
    """

    name: str
    node: str
    stock: Stock = field(default_factory=Stock)
    hours: float = 1.0
    charge: float = 1.0
    discharge: float = 1.0
    loss: float = 0.0
    variable: Given = 0.0
    link: str = "day"
    start: float = 0.0
    worth: float = 0.0


def columns(grid: Grid, c: Store) -> None:
    """Stock, power in and out [MW], level at the end of each step [MWh]."""
    stock.columns(grid, c.name, c.stock)
    own = grid.of(c.name, "stock").at[:, None, None]
    for name in ("in", "out"):
        power = grid.problem.columns(f"{c.name}.{name}", grid.shape)
        rows = grid.problem.rows(f"{c.name}.{name}", grid.shape, high=0.0)
        grid.problem.add(rows.at, power.at, 1.0)
        grid.problem.add(rows.at, own, -1.0)
    low = -np.inf if c.link == "year" else 0.0  # there it is the level since midnight
    level = grid.problem.columns(f"{c.name}.level", grid.shape, low)
    _LINKS[c.link](grid, c)
    if c.link != "year":
        rows = grid.problem.rows(f"{c.name}.level", grid.shape, high=0.0)
        grid.problem.add(rows.at, level.at, 1.0)
        grid.problem.add(rows.at, own, -c.hours)


def _keep(grid: Grid, c: Store) -> float:
    return float((1.0 - c.loss) ** grid.system.slices.step_h)


def _steps(grid: Grid, c: Store, now: Places, before: Places, name: str) -> Places:
    """Level now = what is kept of the level before + what went in − what came out."""
    hours = grid.system.slices.step_h
    rows = grid.problem.rows(f"{c.name}.{name}", now.shape, 0.0, 0.0).at
    last = grid.shape[2] - now.shape[2]
    grid.problem.add(rows, now, 1.0)
    grid.problem.add(rows, before, -_keep(grid, c))
    grid.problem.add(rows, grid.of(c.name, "in").at[:, :, last:], -c.charge * hours)
    grid.problem.add(rows, grid.of(c.name, "out").at[:, :, last:], hours / c.discharge)
    return rows


def _within_day(grid: Grid, c: Store) -> None:
    level = grid.of(c.name, "level").at
    _steps(grid, c, level, np.roll(level, 1, axis=2), "step")


def _onward(grid: Grid, c: Store, start: float) -> None:
    """From a level at the start to any level at the end."""
    level = grid.of(c.name, "level").at
    hours = grid.system.slices.step_h
    began = _keep(grid, c) * start
    first = grid.problem.rows(f"{c.name}.first", level.shape[:2], began, began).at
    grid.problem.add(first, level[:, :, 0], 1.0)
    grid.problem.add(first, grid.of(c.name, "in").at[:, :, 0], -c.charge * hours)
    grid.problem.add(first, grid.of(c.name, "out").at[:, :, 0], hours / c.discharge)
    if level.shape[2] > 1:
        _steps(grid, c, level[:, :, 1:], level[:, :, :-1], "step")


def _through_year(grid: Grid, c: Store) -> None:
    """Level = level at the start of the calendar day + what the day of the model has added.

    Source: Kotzur et al., Applied Energy 213 (2018) 123-135, doi 10.1016/j.apenergy.2018.01.023,
    the superposition of levels between and within typical days.
    """
    level, group = grid.of(c.name, "level").at, np.array(grid.system.slices.group)
    _onward(grid, c, 0.0)
    periods, _, steps = grid.shape
    start = grid.problem.columns(f"{c.name}.start", (periods, group.size))
    kept = (1.0 - c.loss) ** (steps * grid.system.slices.step_h)
    rows = grid.problem.rows(f"{c.name}.order", start.shape, 0.0, 0.0).at
    grid.problem.add(rows, np.roll(start.at, -1, axis=1), 1.0)
    grid.problem.add(rows, start.at, -kept)
    grid.problem.add(rows, level[:, group, -1], -1.0)
    _within_bounds(grid, c, start.at, group)


def _within_bounds(grid: Grid, c: Store, start: Places, group: Places) -> None:
    """0 ≤ level ≤ hours × stock in every step of every calendar day."""
    level, own = grid.of(c.name, "level").at, grid.of(c.name, "stock").at[:, None, None]
    shape = (grid.shape[0], group.size, grid.shape[2])
    left = _keep(grid, c) ** np.arange(1, grid.shape[2] + 1)
    for name, bounds in (("empty", (0.0, np.inf)), ("full", (-np.inf, 0.0))):
        rows = grid.problem.rows(f"{c.name}.{name}", shape, *bounds).at
        grid.problem.add(rows, level[:, group, :], 1.0)
        grid.problem.add(rows, start[:, :, None], left)
        if name == "full":
            grid.problem.add(rows, own, -c.hours)


def _over_year(grid: Grid, c: Store) -> None:
    """Days begin at a level of their own; over the year the ends make up the beginnings."""
    level = grid.of(c.name, "level").at
    begin = grid.problem.columns(f"{c.name}.begin", level.shape[:2]).at
    before = np.concatenate([begin[:, :, None], level[:, :, :-1]], axis=2)
    _steps(grid, c, level, before, "step")
    most = grid.problem.rows(f"{c.name}.begin", begin.shape, high=0.0)
    grid.problem.add(most.at, begin, 1.0)
    grid.problem.add(most.at, grid.of(c.name, "stock").at[:, None], -c.hours)
    days: Numbers = grid.system.slices.weights()
    rows = grid.problem.rows(f"{c.name}.return", (grid.shape[0],), 0.0, 0.0).at[:, None]
    grid.problem.add(rows, level[:, :, -1], days)
    grid.problem.add(rows, begin, -days)


def _open(grid: Grid, c: Store) -> None:
    _onward(grid, c, c.start)


_LINKS = {"day": _within_day, "year": _through_year, "loose": _over_year, "open": _open}


def balance(grid: Grid, c: Store) -> list[Flow]:
    """What is given into the node, less what is taken from it."""
    return [
        Flow(c.node, grid.of(c.name, "out").at, 1.0),
        Flow(c.node, grid.of(c.name, "in").at, -1.0),
    ]


def tallies(grid: Grid, c: Store) -> list[Tally]:
    """Cost of the stock and of what it gives."""
    out = grid.of(c.name, "out").at
    return [
        *stock.cost(grid, c.name, c.stock),
        Tally("variable", out, grid.yearly(out, c.variable)),
        *_worth(grid, c),
    ]


def _worth(grid: Grid, c: Store) -> list[Tally]:
    if c.link != "open" or not c.worth:
        return []
    return [Tally("variable", grid.of(c.name, "level").at[:, :, -1], -c.worth)]
