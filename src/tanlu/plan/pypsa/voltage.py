"""Kirchhoff's voltage law around each loop of lines and transformers, and limits of angles."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tanlu.errors import InputError
from tanlu.plan.lp.problem import Places as Columns
from tanlu.plan.pypsa.cycles import loops
from tanlu.plan.pypsa.frame import Frame, Part
from tanlu.plan.pypsa.network import Flags, Numbers

SCALE = 1e5
"""PyPSA's scale of these rows, kept so that solvers judge them alike."""

_KINDS = ("lines", "transformers")


@dataclass(frozen=True, slots=True)
class _Branch:
    part: Part
    at: int
    ends: tuple[int, int]


def add_voltage(frame: Frame) -> None:
    """Rows of the voltage law, period by period; angle limits; phase shifts that are sought."""
    _add_shifts(frame, frame.parts["transformers"])
    for number, when in enumerate(_stretches(frame)):
        _add_loops(frame, number, when)
    for kind in _KINDS:
        _add_angles(frame, frame.parts[kind])


def _stretches(frame: Frame) -> Iterator[Flags]:
    at = frame.time.at_period
    for number in range(max(1, len(frame.time.periods))):
        yield at == number


def _add_shifts(frame: Frame, part: Part) -> None:
    low, high = part.table.numbers("phase_shift_min"), part.table.numbers("phase_shift_max")
    if (low < high).any():
        still = part.dense("phase_shift")
        frame.variable(
            part, "phase_shift", np.where(low < high, low, still), np.where(low < high, high, still)
        )


def _branches(frame: Frame, when: Flags) -> list[_Branch]:
    """Branches that stand during a stretch of time and have an impedance."""
    found = []
    for kind in _KINDS:
        part = frame.parts[kind]
        ends = [frame.buses_of(part, bus) for bus in ("bus0", "bus1")]
        there = part.is_on[when].any(axis=0) & ~np.isinf(part.table.numbers("x_eff"))
        found += [
            _Branch(part, int(at), (int(ends[0][at]), int(ends[1][at])))
            for at in np.flatnonzero(there)
        ]
    return found


def _add_loops(frame: Frame, number: int, when: Flags) -> None:
    branches = _branches(frame, when)
    found = loops(len(frame.bus), [branch.ends for branch in branches])
    if not found:
        return
    carrier = frame.network.table("buses").texts("carrier")
    shape = (int(when.sum()), len(found))
    shift = np.zeros(shape)
    terms: list[tuple[int, Columns, float]] = []
    for at, loop in enumerate(found):
        attribute = "x_eff" if carrier[loop.start] == "AC" else "r_eff"
        for place, sign in zip(loop.branches, loop.signs, strict=True):
            branch = branches[place]
            flows = branch.part.flow
            terms.append(
                (at, flows["s"][when, branch.at], sign * SCALE * _impedance(branch, attribute))
            )
            shift[:, at] += sign * SCALE * _fixed_shift(branch, when)
            if "phase_shift" in flows:
                columns = flows["phase_shift"][when, branch.at]
                terms.append((at, columns, sign * SCALE * float(np.deg2rad(1.0))))
    rows = frame.problem.rows(f"Kirchhoff-{number}", shape, -shift, -shift).at
    for at, columns, value in terms:
        frame.problem.add(rows[:, at], columns, value)


def _impedance(branch: _Branch, attribute: str) -> float:
    value = float(branch.part.table.numbers(attribute)[branch.at])
    if np.isnan(value):
        table = branch.part.table
        raise InputError.of(
            "pypsa_no_impedance", component=table.component, name=table.names[branch.at]
        )
    return value


def _fixed_shift(branch: _Branch, when: Flags) -> Numbers:
    part = branch.part
    if part.table.list_name == "lines" or "phase_shift" in part.flow:
        return np.zeros(int(when.sum()))
    return np.asarray(np.deg2rad(part.dense("phase_shift")[when, branch.at]))


def _add_angles(frame: Frame, part: Part) -> None:
    """Greatest difference of angles between the ends of a branch."""
    widest = np.deg2rad(part.table.numbers("v_ang_max"))
    with np.errstate(divide="ignore", invalid="ignore"):
        limit = widest / part.table.numbers("x_eff")
    chosen = np.isfinite(part.table.numbers("v_ang_max")) & np.isfinite(limit)
    is_line = part.table.list_name == "lines"
    if is_line:
        chosen &= part.table.texts("carrier") == "AC"
    if not chosen.any():
        return
    offset = np.zeros(part.is_on.shape)
    per_degree = np.deg2rad(1.0) / part.table.numbers("x_eff")
    if not is_line and "phase_shift" not in part.flow:
        offset = part.dense("phase_shift") * per_degree
    rows = frame.rows(
        f"{part.table.component}-v_ang", part.is_on & chosen, -limit - offset, limit - offset
    )
    frame.add(rows, part.flow["s"], 1.0)
    if "phase_shift" in part.flow:
        frame.add(rows, part.flow["phase_shift"], per_degree)
