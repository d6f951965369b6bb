"""Emissions by period as columns, and the policies that bind them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from tanlu.plan.lp.problem import Block, Numbers, Places
from tanlu.plan.model.grid import Grid, Tally
from tanlu.plan.model.policy import (
    Basis,
    Budget,
    Cap,
    CarbonPrice,
    CleanShare,
    Intensity,
    Limit,
    Neutral,
    Peak,
)

INF = float("inf")

KINDS: Mapping[str, tuple[str, ...]] = {
    "location": ("process", "combustion", "location", "captured"),
    "market": ("process", "combustion", "market", "captured"),
    "notice": ("process", "combustion", "notice", "captured"),
}
"""Which tallies make up the emissions of each basis: captured tonnes are entered negative."""


def sum_of(grid: Grid, name: str, kinds: Iterable[str], low: float = -INF) -> Block:
    """Columns by period that equal the sum of tallies, made once."""
    if grid.has("sum", name):
        return grid.of("sum", name)
    total = grid.problem.columns(f"sum.{name}", grid.shape[:1], low)
    rows = grid.problem.rows(f"sum.{name}", grid.shape[:1], 0.0, 0.0).at
    grid.problem.add(rows, total.at, 1.0)
    for entry in grid.entries:
        if entry.kind in kinds:
            grid.problem.add(rows[entry.period], entry.column, -entry.amount)
    return total


def emitted(grid: Grid, basis: Basis) -> Places:
    """Emissions before offsets. [t/a]"""
    return sum_of(grid, f"co2_{basis}", KINDS[basis]).at


def offsets(grid: Grid) -> Places:
    """Offsets. [t/a]"""
    return sum_of(grid, "offset", ("offset_t",), 0.0).at


def rows_of(
    grid: Grid,
    name: str,
    at: Places,
    low: Numbers | float,
    high: Numbers | float,
    windows: tuple[int, ...] = (),
) -> Block:
    """Rows of a policy, one for each place in `at` (and window).

    With a price on slack, what breaks them is paid, not forbidden; a margin makes them tighter.
    """
    shape = (*at.shape, *windows)
    margin = np.array([grid.margins.get(name, {}).get(int(place), 0.0) for place in at])
    tight = np.broadcast_to(margin.reshape(at.shape + (1,) * len(windows)), shape)
    rows = grid.problem.rows(f"policy.{name}", shape, low + tight, high - tight)
    grid.policy_rows.append(name)
    if grid.slack_cny is not None:
        _slack(grid, name, rows, np.isfinite(np.broadcast_to(low, shape)))
    return rows


def _slack(grid: Grid, name: str, rows: Block, is_least: Numbers) -> None:
    slack = grid.problem.columns(f"slack.{name}", rows.shape)
    grid.problem.add(rows.at, slack.at, np.where(is_least, 1.0, -1.0))
    grid.problem.add_cost(slack.at, grid.slack_cny or 0.0)


def _net(grid: Grid, rows: Places, basis: Basis, at: Places, per: Numbers | float = 1.0) -> None:
    grid.problem.add(rows, emitted(grid, basis)[at], per)
    grid.problem.add(rows, offsets(grid)[at], -np.asarray(per))


def dated(grid: Grid, values: Mapping[int, float]) -> tuple[Places, Numbers]:
    """Places of the periods named, and their values."""
    years = grid.system.years
    found = sorted((years.index(year), value) for year, value in values.items() if year in years)
    at = np.array([place for place, _ in found], np.int32)
    return at, np.array([value for _, value in found], float)


def _cap(grid: Grid, p: Cap) -> None:
    at, most = dated(grid, p.most)
    rows = rows_of(grid, p.name, at, -INF, most).at
    _net(grid, rows, p.basis, at)


def _budget(grid: Grid, p: Budget) -> None:
    rows = rows_of(grid, p.name, np.zeros(1, np.int32), -INF, p.most).at
    length = np.array([period.length for period in grid.system.periods], float)
    _net(
        grid,
        np.broadcast_to(rows, length.shape),
        p.basis,
        np.arange(length.size, dtype=np.int32),
        length,
    )


def _peak(grid: Grid, p: Peak) -> None:
    at = grid.system.years.index(p.year)
    pairs = [(y, at) if y <= at else (y, y - 1) for y in range(grid.shape[0]) if y != at]
    low, high = np.array(pairs, np.int32).reshape(-1, 2).T
    rows = rows_of(grid, p.name, low, -INF, 0.0).at
    _net(grid, rows, p.basis, low)
    _net(grid, rows, p.basis, high, -1.0)


def _neutral(grid: Grid, p: Neutral) -> None:
    at = np.flatnonzero(np.array(grid.system.years) >= p.year).astype(np.int32)
    _net(grid, rows_of(grid, p.name, at, -INF, 0.0).at, p.basis, at)
    if np.isfinite(p.reference):
        most = p.offset_share * p.reference
        rows = rows_of(grid, f"{p.name}.offsets", at, -INF, most).at
        grid.problem.add(rows, offsets(grid)[at], 1.0)


def _intensity(grid: Grid, p: Intensity) -> None:
    at, most = dated(grid, p.most)
    fixed = 0.0 if p.per is None else most * grid.year(p.per)[at]
    rows = rows_of(grid, p.name, at, -INF, fixed).at
    _net(grid, rows, p.basis, at)
    if p.per is None:
        grid.problem.add(rows, sum_of(grid, "tce", ("tce",)).at[at], -most)


def _clean(grid: Grid, p: CleanShare) -> None:
    at, least = dated(grid, p.least)
    rows = rows_of(grid, p.name, at, 0.0, INF).at
    grid.problem.add(rows, sum_of(grid, "clean_tce", ("clean_tce",)).at[at], 1.0)
    grid.problem.add(rows, sum_of(grid, "tce", ("tce",)).at[at], -least)


def _price(grid: Grid, p: CarbonPrice) -> None:
    priced = Tally("carbon", emitted(grid, p.basis), p.share * grid.year(p.price))
    grid.post(p.name, [priced])


def _limit(grid: Grid, p: Limit) -> None:
    every = np.arange(grid.shape[0], dtype=np.int32)
    rows = rows_of(grid, p.name, every, -INF, grid.year(p.most)).at
    for owner, weight in p.weights.items():
        grid.problem.add(rows, grid.of(owner, "stock").at, weight)


POLICIES: Mapping[type, Callable[[Grid, Any], None]] = {
    Cap: _cap,
    Budget: _budget,
    Peak: _peak,
    Neutral: _neutral,
    Intensity: _intensity,
    CleanShare: _clean,
    CarbonPrice: _price,
    Limit: _limit,
}
