"""Capacity: what exists, what may be built and given up, and what it costs."""

import math
from dataclasses import dataclass

import numpy as np

from tanlu.plan.lp.problem import Numbers, Places
from tanlu.plan.model.grid import Grid, Tally
from tanlu.plan.model.system import System
from tanlu.plan.model.value import Given

INF = float("inf")


@dataclass(frozen=True, slots=True)
class Stock:
    """Capacity of a component, all vintages together. [MW, or the component's own unit]

    `existing` is what stands in each period without building. `potential` bounds the whole
    stock, `build_most` what is built in a period; a potential equal to what exists means that
    nothing is built. `investment` [CNY/MW] and `fixed_om` [CNY/(MW a)] are of the period.
    `life` [a]; `rate` [1/a], of the annuity, is the system's where none is given. `block` [MW]
    makes builds whole multiples. `may_retire` lets capacity be given up before its time: its
    annuity is paid on, its fixed cost is not. `survival` is the share of a vintage that is
    left after 0, 1, 2 … years, where it does not end all at once.
    """

    existing: Given = 0.0
    potential: Given = INF
    build_most: Given = INF
    investment: Given = 0.0
    fixed_om: Given = 0.0
    life: int = 20
    rate: float | None = None
    block: float | None = None
    may_retire: bool = False
    survival: tuple[float, ...] = ()


def alive(stock: Stock, system: System) -> Numbers:
    """Share of what is built in period z (second axis) that stands in period y (first).

    Example:
        >>> from tanlu.plan.model import Period, Slices
        >>> years = tuple(Period(y, 5) for y in (2025, 2030, 2035))
        >>> alive(Stock(life=10), System(years, Slices((0,)), (), ()))
        array([[1., 0., 0.],
               [1., 1., 0.],
               [0., 1., 1.]])
    """
    years = np.array(system.years)
    age: Places = years[:, None] - years[None, :]
    if stock.survival:
        left = np.array((*stock.survival, 0.0))
        return np.asarray(np.where(age >= 0, left[np.clip(age, 0, left.size - 1)], 0.0), float)
    return np.asarray((age >= 0) & (age < stock.life), float)


def annuity(rate: float, life: int) -> float:
    """Yearly payment, at the start of each year, per unit of investment. [1/a]

    Args:
        rate: Discount rate, real. [1/a]
        life: Payments. [a]

    Returns:
        Payment as a share of the investment. [1/a]

    Example:
        >>> round(annuity(0.08, 20), 6)
        0.094308
        >>> annuity(0.0, 20)
        0.05
    """
    if rate == 0.0:
        return 1.0 / life
    paid_off = -math.expm1(-life * math.log1p(rate))  # 1 − (1 + rate)^−life, exact near 0
    return rate / paid_off / (1.0 + rate)


def payments(stock: Stock, system: System) -> Numbers:
    """Present value in period y (first axis) of the annuities per CNY spent in period z.

    A vintage pays from its first year for its life, or to the end of the horizon.
    """
    rate = system.rate if stock.rate is None else stock.rate
    due = np.zeros((len(system.periods),) * 2)
    for z, start in enumerate(system.years):
        paid = np.arange(start, min(start + stock.life, system.end), dtype=float)
        at = np.searchsorted(system.years, paid, side="right") - 1
        np.add.at(due[:, z], at, annuity(rate, stock.life) * system.factor(paid))
    return due


def is_open(stock: Stock, grid: Grid) -> bool:
    """Whether anything may be built."""
    room = grid.year(stock.potential) > grid.year(stock.existing)
    return bool(room.any() and (grid.year(stock.build_most) > 0).any())


def columns(grid: Grid, owner: str, stock: Stock) -> None:
    """Columns `stock` [MW] by period, and `build` where anything may be built."""
    existing, periods = grid.year(stock.existing), grid.shape[0]
    builds = is_open(stock, grid)
    is_fixed = not builds and not stock.may_retire
    low = existing if is_fixed else 0.0
    high = np.maximum(grid.year(stock.potential), existing) if builds else existing
    grid.problem.columns(f"{owner}.stock", (periods,), low, high)
    if builds:
        grid.problem.columns(f"{owner}.build", (periods,), 0.0, grid.year(stock.build_most))
        _blocks(grid, owner, stock)
    if not is_fixed:
        _vintages(grid, owner, stock)


def _blocks(grid: Grid, owner: str, stock: Stock) -> None:
    if stock.block is None:
        return
    build = grid.of(owner, "build")
    count = grid.problem.columns(f"{owner}.blocks", build.shape, integer=True)
    rows = grid.problem.rows(f"{owner}.blocks", build.shape, 0.0, 0.0)
    grid.problem.add(rows.at, build.at, 1.0)
    grid.problem.add(rows.at, count.at, -stock.block)


def _vintages(grid: Grid, owner: str, stock: Stock) -> None:
    existing, share = grid.year(stock.existing), alive(stock, grid.system)
    own = grid.of(owner, "stock")
    low = -INF if stock.may_retire else existing
    rows = grid.problem.rows(f"{owner}.vintages", own.shape, low, existing)
    grid.problem.add(rows.at, own.at, 1.0)
    if grid.has(owner, "build"):
        grid.problem.add(rows.at[:, None], grid.of(owner, "build").at[None, :], -share)
    if stock.may_retire and own.size > 1:
        _no_return(grid, owner, existing)


def _no_return(grid: Grid, owner: str, existing: Numbers) -> None:
    """What was given up does not come back unless it is built anew."""
    own = grid.of(owner, "stock").at
    more = np.maximum(np.diff(existing), 0.0)
    rows = grid.problem.rows(f"{owner}.no_return", more.shape, high=more)
    grid.problem.add(rows.at, own[1:], 1.0)
    grid.problem.add(rows.at, own[:-1], -1.0)
    if grid.has(owner, "build"):
        grid.problem.add(rows.at, grid.of(owner, "build").at[1:], -1.0)


def cost(grid: Grid, owner: str, stock: Stock) -> list[Tally]:
    """Annuities of what was built and fixed cost of what stands, a year of each period."""
    own = grid.of(owner, "stock").at
    found = [Tally("fixed", own, grid.year(stock.fixed_om))]
    if grid.has(owner, "build"):
        build = grid.of(owner, "build").at
        due = payments(stock, grid.system) * grid.year(stock.investment)[None, :]
        by_period = np.broadcast_to(build[None, :], due.shape)
        found.append(Tally("capital", by_period, due / grid.discounts[:, None]))
    return found


def salvage_cost(stock: Stock, system: System) -> Numbers:
    """Capital at once less what it is still worth at the end, per CNY spent in period z.

    The other way to charge capital; equal to the sum of `payments` where the annuity's rate
    is the system's. Source: salvage by the annuity (sinking fund) method.
    """
    starts = np.array(system.years, float)
    left = np.maximum(starts + stock.life - system.end, 0.0)
    rest = [
        annuity(system.rate, stock.life)
        * system.factor(system.end + np.arange(int(n), dtype=float)).sum()
        for n in left
    ]
    return np.asarray(system.factor(starts) - np.array(rest))
