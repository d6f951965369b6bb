"""Unit commitment: generators, links and processes that are on or off, in whole numbers."""

import numpy as np

from tanlu.errors import Fault, raise_errors
from tanlu.plan.pypsa.dispatch import bounds
from tanlu.plan.pypsa.frame import COMMITTED, NONE, Frame, Part
from tanlu.plan.pypsa.network import Flags, Numbers

_STATES = ("status", "start_up", "shut_down")


def add_commitment(frame: Frame) -> None:
    """Columns of states and events, and the rows that tie them to the dispatch."""
    for name in COMMITTED:
        part = frame.parts[name]
        if part.is_committable.any():
            _check_modules(part)
            _add_states(frame, part)
            _bind_dispatch(frame, part)
            _bind_free(frame, part)
            _bind_events(frame, part)
            _bind_times(frame, part)


def history(part: Part, length: int) -> Numbers:
    """State before the first snapshot, latest first. Shape: length × components.

    What is not switched was always on; `up_time_before` and `down_time_before` say the rest.
    """
    lag = np.arange(1, length + 1)[:, None]
    if not part.is_committable.any():
        return np.ones((length, len(part.table)))
    up, down = part.table.numbers("up_time_before"), part.table.numbers("down_time_before")
    before = np.where(down > 0, lag > down, lag <= up)
    return np.where(part.is_committable, before, 1.0)


def big_m(frame: Frame, part: Part) -> Numbers:
    """A bound that no dispatch reaches, as PyPSA infers it. Shape: components. [MW]"""
    whole = frame.network.table(part.table.list_name)
    sizes = np.concatenate([whole.numbers(part.size_name), whole.numbers(f"{part.size_name}_max")])
    loads = frame.network.table("loads").over_time("p_set").sum(axis=1)
    seen = [float(np.abs(loads).max(initial=0.0)), *sizes[np.isfinite(sizes) & (sizes > 0)]]
    scale = max(seen) * 10
    most = np.nanmax(bounds(part, "p")[1], axis=0)
    high = part.table.numbers(f"{part.size_name}_max")
    is_given = np.isfinite(high) & (high > 0)
    inferred = scale if scale > 0 else 1e6
    return np.asarray(np.where(is_given, np.where(is_given, high, 0.0), inferred) * most)


def _check_modules(part: Part) -> None:
    """A fixed size of a switched component is a whole number of its modules."""
    table, size = part.table, part.size_name
    chosen = part.is_committable & part.is_modular & ~part.is_extendable
    count = table.numbers(size) / np.where(chosen, table.numbers(f"{size}_mod"), 1.0)
    wrong = chosen & (np.abs(count - np.round(count)) > 1e-6)
    raise_errors(
        [
            Fault(
                "pypsa_module_share",
                table.place(None, size),
                {"component": table.component, "name": table.names[at]},
            )
            for at in np.flatnonzero(wrong)
        ]
    )


def _add_states(frame: Frame, part: Part) -> None:
    """States up to 1, or up to the number of modules, which may itself be sought."""
    table, size = part.table, part.size_name
    modules = table.numbers(size) / np.where(part.is_modular, table.numbers(f"{size}_mod"), 1.0)
    is_sought = part.is_committable & part.is_modular & part.is_extendable
    most = np.where(part.is_modular, np.round(modules, 9), 1.0)
    most = np.where(is_sought, np.inf, most)
    most = np.where(part.is_committable & part.is_on, most, 0.0)
    for state in _STATES:
        block = frame.problem.columns(
            f"{table.component}-{state}",
            part.is_on.shape,
            0.0,
            most,
            integer=part.is_committable & part.is_on,
        )
        part.flow[state] = block.at
        rows = frame.rows(
            f"{table.component}-{state}-modules", part.is_on & is_sought, -np.inf, 0.0
        )
        frame.add(rows, block.at, 1.0)
        frame.add(rows, part.modules, -1.0)


def _is_free(part: Part) -> Flags:
    return part.is_committable & part.is_extendable & ~part.is_modular


def _bind_dispatch(frame: Frame, part: Part) -> None:
    """Between least and greatest dispatch of what is on; nothing where it is off."""
    chosen = part.is_on & part.is_committable & ~_is_free(part)
    if not chosen.any():
        return
    table, size = part.table, part.size_name
    unit = np.where(part.is_modular, table.numbers(f"{size}_mod"), table.numbers(size))
    least, most = bounds(part, "p")
    lower = frame.rows(f"{table.component}-p-on-lower", chosen, 0.0, np.inf)
    frame.add(lower, part.flow["p"], 1.0)
    frame.add(lower, part.flow["status"], -least * unit)
    upper = frame.rows(f"{table.component}-p-on-upper", chosen, -np.inf, 0.0)
    frame.add(upper, part.flow["p"], 1.0)
    frame.add(upper, part.flow["status"], -most * unit)


def _bind_free(frame: Frame, part: Part) -> None:
    """The same where the size is sought as well: M takes the place of size × state."""
    chosen = part.is_on & _is_free(part)
    if not chosen.any():
        return
    label, p, status = f"{part.table.component}-p-free", part.flow["p"], part.flow["status"]
    least, most = bounds(part, "p")
    far = big_m(frame, part)
    lower = frame.rows(f"{label}-lower", chosen, -far, np.inf)
    frame.add(lower, p, 1.0)
    frame.add(lower, part.size, -least)
    frame.add(lower, status, -far)
    upper = frame.rows(f"{label}-off", chosen, -np.inf, 0.0)
    frame.add(upper, p, 1.0)
    frame.add(upper, status, -far)
    cap = frame.rows(f"{label}-upper", chosen, -np.inf, 0.0)
    frame.add(cap, p, 1.0)
    frame.add(cap, part.size, -most)
    positive = frame.rows(f"{label}-positive", chosen & (least >= 0).all(axis=0), 0.0, np.inf)
    frame.add(positive, p, 1.0)


def _bind_events(frame: Frame, part: Part) -> None:
    """Start-up ≥ rise of the state, shut-down ≥ its fall."""
    chosen = part.is_on & part.is_committable
    was_on = np.zeros(part.is_on.shape)
    was_on[0] = history(part, 1)[0]
    status = part.flow["status"]
    for event, sign in (("start_up", -1.0), ("shut_down", 1.0)):
        rows = frame.rows(f"{part.table.component}-{event}-rule", chosen, sign * was_on, np.inf)
        frame.add(rows, part.flow[event], 1.0)
        frame.add(rows, status, sign)
        frame.add_before(rows, status, 1, -sign)


def _bind_times(frame: Frame, part: Part) -> None:
    """Whoever starts stays on for a while, whoever stops stays off. [snapshots]"""
    up, down = (part.table.numbers(f"min_{way}_time") for way in ("up", "down"))
    past = history(part, int(max(up.max(), down.max(), 1)) + 1)
    switched = past[:-1] - past[1:]
    for event, least, sign, bound in (
        ("start_up", up, -1.0, 0.0),
        ("shut_down", down, 1.0, 1.0),
    ):
        _bind_time(frame, part, event, least, sign, bound, np.maximum(-sign * switched, 0.0))


def _bind_time(
    frame: Frame,
    part: Part,
    event: str,
    least: Numbers,
    sign: float,
    bound: float,
    past: Numbers,
) -> None:
    chosen = part.is_on & part.is_committable & (least > 0)
    if not chosen.any():
        return
    lag = np.arange(1, past.shape[0] + 1)[:, None, None]
    at = np.arange(len(frame.time))[None, :, None]
    counted = (past[:, None, :] * (lag + at < least)).sum(axis=0)
    rows = frame.rows(f"{part.table.component}-{event}-time", chosen, -np.inf, bound - counted)
    frame.add(rows, part.flow["status"], sign)
    for k in range(int(least[part.is_committable].max())):
        frame.add_before(np.where(k < least, rows, NONE), part.flow[event], k, 1.0)
