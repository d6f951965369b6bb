"""Levels of stores and storage units from one snapshot to the next."""

from dataclasses import dataclass

import numpy as np

from tanlu.plan.lp.problem import Places as Columns
from tanlu.plan.pypsa.frame import Frame, Part
from tanlu.plan.pypsa.network import Flags, Numbers, Time


@dataclass(frozen=True, slots=True)
class Names:
    """What a kind of storage calls its level and how the level starts."""

    level: str
    initial: str
    cyclic: str
    cyclic_per_period: str
    initial_per_period: str


STORE = Names("e", "e_initial", "e_cyclic", "e_cyclic_per_period", "e_initial_per_period")
UNIT = Names(
    "state_of_charge",
    "state_of_charge_initial",
    "cyclic_state_of_charge",
    "cyclic_state_of_charge_per_period",
    "state_of_charge_initial_per_period",
)


def add_storage(frame: Frame) -> None:
    """Rows that carry levels over: what stays, what comes in, what goes out."""
    hours = frame.time.stores[:, None]
    stores, units = frame.parts["stores"], frame.parts["storage_units"]
    rows = _carry(frame, stores, STORE, np.zeros(stores.is_on.shape))
    frame.add(rows, stores.flow["p"], -hours)
    rows = _carry(frame, units, UNIT, -units.dense("inflow") * hours)
    frame.add(rows, units.flow["p_dispatch"], -hours / units.dense("efficiency_dispatch"))
    frame.add(rows, units.flow["p_store"], hours * units.dense("efficiency_store"))
    if "spill" in units.flow:
        frame.add(rows, units.flow["spill"], -hours)


def _carry(frame: Frame, part: Part, names: Names, right: Numbers) -> Columns:
    """Rows −level + what stayed of the level before = right − what was there at first."""
    before, has_before = previous(part, names, frame.time)
    initial = part.table.numbers(names.initial)
    right = right - np.where(has_before, 0.0, initial)
    rows = frame.rows(f"{part.table.component}-energy", part.is_on, right, right)
    level = part.flow[names.level]
    frame.add(rows, level, -1.0)
    stays = (1.0 - part.dense("standing_loss")) ** frame.time.stores[:, None]
    came = np.take_along_axis(level, before, axis=0)
    frame.add(rows, came, np.where(has_before, stays, 0.0))
    return rows


def previous(part: Part, names: Names, time: Time) -> tuple[np.ndarray, Flags]:
    """The snapshot before each, and whether its level counts. Shape: snapshots × components.

    A cyclic storage begins where it ends, over all snapshots or in each period; another one
    begins with its initial level, at its first snapshot or in each period.
    """
    before, is_first = _along(part.is_on)
    counts = part.table.flags(names.cyclic) | ~is_first
    if not time.has_periods:
        return before, counts
    cycles = part.table.flags(names.cyclic_per_period)
    per_period = cycles | part.table.flags(names.initial_per_period)
    within = _within_periods(time)[:, None]
    return np.where(per_period, within, before), np.where(
        per_period, ~time.starts[:, None] | cycles, counts
    )


def _along(is_on: Flags) -> tuple[np.ndarray, Flags]:
    before, is_first = np.zeros(is_on.shape, np.int64), np.zeros(is_on.shape, bool)
    patterns, which = np.unique(is_on, axis=1, return_inverse=True)
    for at, pattern in enumerate(patterns.T):
        there, same = np.flatnonzero(pattern), np.flatnonzero(which.ravel() == at)
        if there.size:
            before[np.ix_(there, same)] = np.roll(there, 1)[:, None]
            is_first[there[0], same] = True
    return before, is_first


def _within_periods(time: Time) -> np.ndarray:
    begin = np.flatnonzero(time.starts)
    before = np.arange(len(time)) - 1
    before[begin] = np.append(begin[1:], len(time)) - 1
    return before
