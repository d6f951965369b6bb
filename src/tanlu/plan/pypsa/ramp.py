"""How fast generators, links and processes may change from one snapshot to the next."""

from dataclasses import dataclass

import numpy as np

from tanlu.plan.lp.problem import Places as Columns
from tanlu.plan.pypsa.commit import big_m, history
from tanlu.plan.pypsa.frame import COMMITTED, NONE, Frame, Part
from tanlu.plan.pypsa.network import Flags, Numbers


@dataclass(frozen=True, slots=True)
class _Limits:
    """Limits per unit of size; `up` and `down` say where there is one at all."""

    rise: Numbers
    fall: Numbers
    start: Numbers
    stop: Numbers
    up: Flags
    down: Flags


def add_ramps(frame: Frame) -> None:
    """Rows that limit rise and fall, where a limit is given."""
    for name in COMMITTED:
        part = frame.parts[name]
        if part.is_on.size:
            _add(frame, part)


def _limits(part: Part) -> _Limits:
    shape = part.is_on.shape
    rise, fall = part.dense("ramp_limit_up"), part.dense("ramp_limit_down")
    start = np.broadcast_to(part.table.numbers("ramp_limit_start_up"), shape)
    stop = np.broadcast_to(part.table.numbers("ramp_limit_shut_down"), shape)
    up, down = ~(np.isnan(rise) & np.isnan(start)), ~(np.isnan(fall) & np.isnan(stop))
    rise, fall, start, stop = (np.nan_to_num(each, nan=1.0) for each in (rise, fall, start, stop))
    return _Limits(rise, fall, start, stop, up, down)


def _add(frame: Frame, part: Part) -> None:
    limits = _limits(part)
    if not (limits.up.any() or limits.down.any()):
        return
    was_on = history(part, 1)[0]
    at_first = np.where(was_on > 0, part.table.numbers("p_init"), 0.0)
    here = part.is_on.copy()
    here[0] = part.is_on[0] & ~np.isnan(at_first)
    later_starts = frame.time.starts.copy()
    later_starts[0] = False
    here &= ~later_starts[:, None]
    free = part.is_committable & part.is_extendable & ~part.is_modular
    _add_plain(frame, part, limits, here & ~free, np.nan_to_num(at_first), was_on)
    if free.any():
        _add_free(frame, part, limits, here & free, np.nan_to_num(at_first), was_on)


def _sizes(part: Part) -> Numbers:
    """Size that a ramp is a share of, where the size is not a variable."""
    size = np.where(part.is_extendable, 0.0, part.table.numbers(part.size_name))
    whole = part.is_committable & part.is_extendable & part.is_modular
    return np.where(whole, part.table.numbers(f"{part.size_name}_mod"), size)


def _add_plain(
    frame: Frame, part: Part, limits: _Limits, here: Flags, first: Numbers, was_on: Numbers
) -> None:
    size, switched = _sizes(part), part.is_committable
    sought = part.is_extendable & ~switched
    start = np.zeros(part.is_on.shape)
    start[0] = first
    on_before = np.zeros(part.is_on.shape)
    on_before[0] = was_on
    still = ~switched * size
    up_gap = (limits.rise - limits.start) * size * switched
    rows = frame.rows(
        f"{part.table.component}-ramp_up",
        here & limits.up,
        -np.inf,
        start + limits.rise * still + up_gap * on_before,
    )
    _terms(frame, part, rows, sought, -limits.rise)
    if "status" in part.flow:
        there = np.where(switched, rows, NONE)
        frame.add(there, part.flow["status"], -limits.start * size)
        frame.add_before(there, part.flow["status"], 1, -up_gap)
    down_gap = (limits.fall - limits.stop) * size * switched
    rows = frame.rows(
        f"{part.table.component}-ramp_down",
        here & limits.down,
        start - limits.fall * still - limits.stop * size * switched * on_before,
        np.inf,
    )
    _terms(frame, part, rows, sought, limits.fall)
    if "status" in part.flow:
        there = np.where(switched, rows, NONE)
        frame.add(there, part.flow["status"], down_gap)
        frame.add_before(there, part.flow["status"], 1, limits.stop * size)


def _terms(frame: Frame, part: Part, rows: Columns, sought: Flags, share: Numbers) -> None:
    frame.add(rows, part.flow["p"], 1.0)
    frame.add_before(rows, part.flow["p"], 1, -1.0)
    frame.add(np.where(sought, rows, NONE), part.size, share)


def _add_free(
    frame: Frame, part: Part, limits: _Limits, here: Flags, first: Numbers, was_on: Numbers
) -> None:
    """Ramps where both the size and the state are variables: M lifts what does not apply."""
    most = np.broadcast_to(big_m(frame, part), part.is_on.shape)
    start = np.zeros(part.is_on.shape)
    start[0] = first
    on_before = np.zeros(part.is_on.shape)
    on_before[0] = was_on
    name = part.table.component
    rows = frame.rows(
        f"{name}-ramp_up-run", here & limits.up, -np.inf, start + most * (1 - on_before)
    )
    _terms(frame, part, rows, np.ones(len(part.table), bool), -limits.rise)
    frame.add_before(rows, part.flow["status"], 1, most)
    rows = frame.rows(f"{name}-ramp_up-start", here & limits.up, -np.inf, start + most)
    _terms(frame, part, rows, np.ones(len(part.table), bool), -limits.start)
    frame.add(rows, part.flow["start_up"], most)
    rows = frame.rows(f"{name}-ramp_down-run", here & limits.down, start - most, np.inf)
    _terms(frame, part, rows, np.ones(len(part.table), bool), limits.fall)
    frame.add(rows, part.flow["status"], -most)
    rows = frame.rows(f"{name}-ramp_down-stop", here & limits.down, start - most, np.inf)
    _terms(frame, part, rows, np.ones(len(part.table), bool), limits.stop)
    frame.add(rows, part.flow["shut_down"], -most)
