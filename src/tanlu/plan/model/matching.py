"""Green power beside power used, by the year, the month or the hour."""

import numpy as np

from tanlu.plan.lp.problem import Numbers, Places
from tanlu.plan.model.carbon import dated, rows_of
from tanlu.plan.model.contract import Certificates, DirectLine, GreenPower
from tanlu.plan.model.converter import Converter
from tanlu.plan.model.fleet import Fleet
from tanlu.plan.model.generator import Generator
from tanlu.plan.model.grid import Grid
from tanlu.plan.model.kinds import KINDS
from tanlu.plan.model.policy import Match
from tanlu.plan.model.supply import Sale, Supply

_USED = (Supply, Sale, Generator, DirectLine, Converter, Fleet)


def add(grid: Grid, p: Match) -> None:
    """Rows: green − least × used ≥ 0 in each window.

    Used is what comes into the node (bought, made, converted) less what is sold: demand,
    inputs of converters and what stores take, less what they give. A store so moves green
    power from the hour in which it is filled to the hour in which it is emptied.
    """
    at, least = dated(grid, p.least)
    windows = _windows(grid, p)
    rows = rows_of(grid, p.name, at, 0.0, np.inf, (windows.shape[0],)).at
    for columns, share, is_green in _parts(grid, p.node):
        factor = np.ones(at.size) if is_green else -least
        amount = factor[:, None, None] * np.broadcast_to(share, grid.shape)[at]
        _spread(grid, rows, columns[at], amount, windows, p.window)
    if p.window == "year":
        for owner in _certificates(grid, p.node):
            grid.problem.add(rows, grid.of(owner, "claim").at[at][:, None], 1.0)


def _windows(grid: Grid, p: Match) -> Numbers:
    """Hours of each window in a step of each day; by the hour, rows are steps themselves."""
    days = grid.system.slices.months()
    if p.window == "hour":
        return np.zeros((grid.shape[1] * grid.shape[2], 0))
    return (days.sum(axis=0, keepdims=True) if p.window == "year" else days) * (
        grid.system.slices.step_h
    )


def _spread(
    grid: Grid, rows: Places, columns: Places, amount: Numbers, windows: Numbers, window: str
) -> None:
    if window == "hour":
        grid.problem.add(rows, columns.reshape(rows.shape), amount.reshape(rows.shape))
        return
    for number, hours in enumerate(windows):
        days = np.flatnonzero(hours)
        part = amount[:, days] * hours[days, None]
        grid.problem.add(rows[:, number, None, None], columns[:, days], part)


def _parts(grid: Grid, node: str) -> list[tuple[Places, Numbers, bool]]:
    found: list[tuple[Places, Numbers, bool]] = []
    for c in grid.system.components:
        if isinstance(c, Supply | Generator | DirectLine) and c.node == node:
            found.append((grid.of(c.name, "power").at, grid.at(c.green), True))
        if isinstance(c, GreenPower) and _node_of(grid, c.of) == node:
            found.append((grid.of(c.name, "claim").at, np.ones((1, 1, 1)), True))
        if isinstance(c, _USED):
            flows = [f for f in KINDS[type(c)].balance(grid, c) if f.node == node]
            into = [f for f in flows if isinstance(c, Sale) or np.all(np.asarray(f.per_unit) >= 0)]
            found += [(f.columns, np.asarray(f.per_unit), False) for f in into]
    return found


def _node_of(grid: Grid, supply: str) -> str:
    found = grid.component(supply)
    return found.node if isinstance(found, Supply) else ""


def _certificates(grid: Grid, node: str) -> list[str]:
    parts = grid.system.components
    return [c.name for c in parts if isinstance(c, Certificates) and _node_of(grid, c.of) == node]
