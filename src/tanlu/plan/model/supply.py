"""Supply: what is bought from outside the park, and what is sold to it."""

from dataclasses import dataclass

import numpy as np

from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model.grid import Flow, Grid, Tally
from tanlu.plan.model.value import Given, value_of

INF = float("inf")


@dataclass(frozen=True, slots=True)
class Supply:
    """An import or a fuel at a node.

    `price` [CNY/MWh]; `limit` [MW]; `year_least` and `year_most` [MWh/a]; `charge` on the
    highest power of each month [CNY/(MW month)]. `factor` [t/MWh] is of combustion where
    `scope` is 1, and of bought energy by location where it is 2; `market_factor` is then its
    factor by market, the same where none is given; `notice_factor` is the one by which the
    indicators of zero-carbon parks count it. `tce` [tce/MWh]; `green` is the share that is
    green [1].
    """

    name: str
    node: str
    price: Given = 0.0
    limit: Given = INF
    year_least: Given = 0.0
    year_most: Given = INF
    charge: Given = 0.0
    scope: int = 2
    factor: Given = 0.0
    market_factor: Given | None = None
    notice_factor: Given | None = None
    tce: Given = 0.0
    green: Given = 0.0


@dataclass(frozen=True, slots=True)
class Sale:
    """What is sold at a node: `price` received [CNY/MWh], at most `limit` [MW].

    `factor` [t/MWh] is what an inventory takes off for it, by location; none by default.
    """

    name: str
    node: str
    price: Given = 0.0
    limit: Given = INF
    factor: Given = 0.0
    market_factor: Given | None = None


def columns(grid: Grid, c: Supply) -> None:
    """Power [MW] by step; the highest of each month where it is charged."""
    grid.problem.columns(f"{c.name}.power", grid.shape, 0.0, grid.at(c.limit))
    if any(value_of(c.charge).by_period):
        _peaks(grid, c)
    least, most = grid.year(c.year_least), grid.year(c.year_most)
    if least.any() or np.isfinite(most).any():
        rows = grid.problem.rows(f"{c.name}.year", (grid.shape[0],), least, most)
        power = grid.of(c.name, "power").at
        grid.problem.add(rows.at[:, None, None], power, grid.hours)


def _peaks(grid: Grid, c: Supply) -> None:
    """Power of a day of the model ≤ the peaks of its months, in proportion to its days there.

    A day that stands for days of several months binds their peaks on average only: a
    relaxation, exact where a day of the model stays within a month.
    """
    days = grid.system.slices.months()
    share = days / days.sum(axis=0)
    power = grid.of(c.name, "power").at
    peak = grid.problem.columns(f"{c.name}.peak", (grid.shape[0], days.shape[0]))
    rows = grid.problem.rows(f"{c.name}.peak", grid.shape, high=0.0)
    grid.problem.add(rows.at, power, 1.0)
    for month, day in np.argwhere(share > 0):
        at = peak.at[:, month, None]
        grid.problem.add(rows.at[:, day, :], at, -share[month, day])


def balance(grid: Grid, c: Supply) -> list[Flow]:
    """Power into the node."""
    return [Flow(c.node, grid.of(c.name, "power").at, 1.0)]


def tallies(grid: Grid, c: Supply) -> list[Tally]:
    """Cost of energy and of the monthly peak, carbon, energy."""
    power = grid.of(c.name, "power").at
    found = [
        Tally("energy", power, grid.yearly(power, c.price)),
        Tally("import", power, grid.yearly(power, 1.0)),
        Tally("tce", power, grid.yearly(power, c.tce)),
        Tally("green", power, grid.yearly(power, c.green)),
        Tally("clean_tce", power, _product(grid, c.tce, c.green)),
        *_carbon(grid, c),
    ]
    if grid.has(c.name, "peak"):
        peak = grid.of(c.name, "peak").at
        months = 12.0 / peak.shape[1]
        found.append(Tally("charge", peak, months * grid.year(c.charge)[:, None]))
    return found


def _product(grid: Grid, a: Given, b: Given) -> Numbers:
    return np.asarray(grid.at(a) * grid.at(b) * grid.hours)


def _carbon(grid: Grid, c: Supply) -> list[Tally]:
    power = grid.of(c.name, "power").at
    if c.scope == 1:
        return [Tally("combustion", power, grid.yearly(power, c.factor))]
    market = c.factor if c.market_factor is None else c.market_factor
    notice = c.factor if c.notice_factor is None else c.notice_factor
    return [
        Tally("location", power, grid.yearly(power, c.factor)),
        Tally("market", power, grid.yearly(power, market)),
        Tally("notice", power, grid.yearly(power, notice)),
    ]


def sale_columns(grid: Grid, c: Sale) -> None:
    """Power sold [MW] by step."""
    grid.problem.columns(f"{c.name}.power", grid.shape, 0.0, grid.at(c.limit))


def sale_balance(grid: Grid, c: Sale) -> list[Flow]:
    """Power out of the node."""
    return [Flow(c.node, grid.of(c.name, "power").at, -1.0)]


def sale_tallies(grid: Grid, c: Sale) -> list[Tally]:
    """Money received, and carbon that leaves with what is sold."""
    power = grid.of(c.name, "power").at
    market = c.factor if c.market_factor is None else c.market_factor
    return [
        Tally("energy", power, -grid.yearly(power, c.price)),
        Tally("location", power, -grid.yearly(power, c.factor)),
        Tally("market", power, -grid.yearly(power, market)),
        Tally("notice", power, -grid.yearly(power, c.factor)),
    ]
