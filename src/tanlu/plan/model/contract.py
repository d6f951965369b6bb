"""Contracts: a direct line, green power through the grid, certificates.

A direct line brings power and its attribute; the other two bring the attribute only: bought
power becomes green in the market's books, and stays what it is by location.
"""

from dataclasses import dataclass, field

import numpy as np

from tanlu.plan.lp.problem import Places
from tanlu.plan.model import stock
from tanlu.plan.model.grid import Flow, Grid, Tally
from tanlu.plan.model.stock import Stock
from tanlu.plan.model.supply import Supply
from tanlu.plan.model.value import Given


@dataclass(frozen=True, slots=True)
class DirectLine:
    """Power of a plant outside at `node`, up to `profile` × what is contracted [MW].

    `price` [CNY/MWh] of what is taken, or of all that is offered where `take_or_pay`.
    """

    name: str
    node: str
    stock: Stock = field(default_factory=Stock)
    profile: Given = 1.0
    price: Given = 0.0
    take_or_pay: bool = False
    green: Given = 1.0
    tce: Given = 0.0


@dataclass(frozen=True, slots=True)
class GreenPower:
    """Green power for what the supply `of` brings, at a `premium` over its price [CNY/MWh].

    Up to `profile` × what is contracted in each step [MW], and `year_most` [MWh/a]; over a
    year no more is claimed, all contracts together, than the supply brings.
    """

    name: str
    of: str
    premium: Given = 0.0
    profile: Given = 1.0
    year_most: Given = float("inf")
    stock: Stock = field(default_factory=Stock)


@dataclass(frozen=True, slots=True)
class Certificates:
    """Certificates for what the supply `of` brings: `price` [CNY/MWh], `year_most` [MWh/a]."""

    name: str
    of: str
    price: Given = 0.0
    year_most: Given = float("inf")


def line_columns(grid: Grid, c: DirectLine) -> None:
    """What is contracted, and power taken by step. [MW]"""
    _offered(grid, c.name, c.stock, c.profile, "power")


def _offered(grid: Grid, name: str, of: Stock, profile: Given, column: str) -> None:
    stock.columns(grid, name, of)
    power = grid.problem.columns(f"{name}.{column}", grid.shape)
    rows = grid.problem.rows(f"{name}.profile", grid.shape, high=0.0)
    grid.problem.add(rows.at, power.at, 1.0)
    own = grid.of(name, "stock").at[:, None, None]
    grid.problem.add(rows.at, own, -grid.at(profile))


def line_balance(grid: Grid, c: DirectLine) -> list[Flow]:
    """Power into the node."""
    return [Flow(c.node, grid.of(c.name, "power").at, 1.0)]


def line_tallies(grid: Grid, c: DirectLine) -> list[Tally]:
    """Money for what is taken or offered; green energy."""
    power = grid.of(c.name, "power").at
    paid = Tally("energy", power, grid.yearly(power, c.price))
    if c.take_or_pay:
        own = grid.of(c.name, "stock").at
        offered = np.broadcast_to(grid.at(c.profile) * grid.at(c.price) * grid.hours, grid.shape)
        paid = Tally("energy", own, offered.sum(axis=(1, 2)))
    return [
        *stock.cost(grid, c.name, c.stock),
        paid,
        Tally("green", power, grid.yearly(power, c.green)),
        Tally("tce", power, grid.yearly(power, c.tce)),
        Tally("clean_tce", power, grid.at(c.tce) * grid.at(c.green) * grid.hours),
    ]


def green_columns(grid: Grid, c: GreenPower) -> None:
    """What is contracted, and what is claimed by step. [MW]"""
    _offered(grid, c.name, c.stock, c.profile, "claim")
    claim = grid.of(c.name, "claim").at
    most = grid.year(c.year_most)
    if np.isfinite(most).any():
        rows = grid.problem.rows(f"{c.name}.year", most.shape, high=most)
        grid.problem.add(rows.at[:, None, None], claim, grid.hours)


def green_link(grid: Grid, c: GreenPower) -> None:
    """What is claimed counts against what the supply brings."""
    grid.problem.add(
        _claims(grid, c.of)[:, None, None], grid.of(c.name, "claim").at, grid.hours
    )  # fmt: skip


def _claims(grid: Grid, supply: str) -> Places:
    """Rows: what all contracts claim in a year ≤ what the supply brings. Made once."""
    name = f"{supply}.claims"
    if any(block.name == name for block in grid.problem.row_blocks()):
        return grid.problem.row_block(name).at
    rows = grid.problem.rows(name, grid.shape[:1], high=0.0).at
    grid.problem.add(rows[:, None, None], grid.of(supply, "power").at, -grid.hours)
    return rows


def _supply(grid: Grid, name: str) -> Supply:
    found = grid.component(name)
    if not isinstance(found, Supply):
        raise TypeError(f"{name!r} is no supply")
    return found


def _market(c: Supply) -> Given:
    return c.factor if c.market_factor is None else c.market_factor


def _notice(c: Supply) -> Given:
    return c.factor if c.notice_factor is None else c.notice_factor


def green_tallies(grid: Grid, c: GreenPower) -> list[Tally]:
    """Premium; what the market's books no longer count; green energy."""
    claim, of = grid.of(c.name, "claim").at, _supply(grid, c.of)
    return [
        *stock.cost(grid, c.name, c.stock),
        Tally("energy", claim, grid.yearly(claim, c.premium)),
        Tally("market", claim, -grid.yearly(claim, _market(of))),
        Tally("notice", claim, -grid.yearly(claim, _notice(of))),
        Tally("green", claim, grid.yearly(claim, 1.0)),
        Tally("clean_tce", claim, grid.yearly(claim, of.tce)),
    ]


def certificate_columns(grid: Grid, c: Certificates) -> None:
    """Certificates by period. [MWh/a]"""
    grid.problem.columns(f"{c.name}.claim", grid.shape[:1], 0.0, grid.year(c.year_most))


def certificate_link(grid: Grid, c: Certificates) -> None:
    """Certificates count against what the supply brings."""
    grid.problem.add(_claims(grid, c.of), grid.of(c.name, "claim").at, 1.0)


def certificate_tallies(grid: Grid, c: Certificates) -> list[Tally]:
    """Money; what the market's books no longer count; green energy."""
    claim, of = grid.of(c.name, "claim").at, _supply(grid, c.of)
    return [
        Tally("energy", claim, grid.year(c.price)),
        Tally("market", claim, -_mean(grid, _market(of))),
        Tally("notice", claim, -_mean(grid, _notice(of))),
        Tally("green", claim, 1.0),
        Tally("clean_tce", claim, _mean(grid, of.tce)),
    ]


def _mean(grid: Grid, given: Given) -> np.ndarray:
    """Mean over the year, by period."""
    hours = np.broadcast_to(grid.hours, grid.shape)
    values = np.broadcast_to(grid.at(given), grid.shape)
    return np.asarray((values * hours).sum(axis=(1, 2)) / hours.sum(axis=(1, 2)))


def nothing(grid: Grid, c: GreenPower | Certificates) -> list[Flow]:  # noqa: ARG001 - one signature for all kinds
    """No energy moves: the attribute only."""
    return []
