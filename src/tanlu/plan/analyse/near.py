"""Designs that cost a little more than the least: how far each technology is free."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.errors import InputError
from tanlu.plan.lp import FREE, Block, Session, open_session
from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import Model, System, build

SEED = 20240501  # any constant: the same input must give the same alternatives
_TRIES = 3  # directions tried for each design that is kept


@dataclass(frozen=True, slots=True)
class Range:
    """Least and greatest capacity of a component in the last period within a cost. [MW]"""

    component: str
    optimum: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Near:
    """What is possible at a cost of at most (1 + `share`) × the least one.

    `designs` are capacities of the last period by component [MW], the optimum first, then
    as different from those before as was found.
    """

    share: float
    least_cny: float
    most_cny: float
    ranges: tuple[Range, ...]
    designs: tuple[Mapping[str, float], ...]


@dataclass(frozen=True, slots=True)
class _Room:
    """A solver that may move within the cost; the last period's stock of each open component."""

    session: Session
    columns: Mapping[str, int]
    optimum: Numbers
    least_cny: float


def near(system: System, share: float = 0.03, count: int = 20) -> Near:
    """Near-optimal alternatives of a system.

    Args:
        system: The system, with its policies.
        share: How much more than the least cost is allowed. [1]
        count: How many designs are kept.

    Returns:
        Ranges of every component that may be built, and designs that differ most.

    Raises:
        InputError: When nothing is feasible.

    Source: Brill, Chang and Hopkins, Management Science 28 (1982) 221-235, doi
        10.1287/mnsc.28.3.221 (modelling to generate alternatives); here the directions are
        the extremes of each technology and random ones, and designs are kept by distance.
    """
    room = _room(system, share)
    names = tuple(room.columns)
    found = [room.optimum]
    ranges = []
    for place, name in enumerate(names):
        low, high = (_toward(room, _unit(names, place) * sign) for sign in (1.0, -1.0))
        found += [low, high]
        ranges.append(Range(name, *(float(each[place]) for each in (room.optimum, low, high))))
    found += _random(room, len(names), count * _TRIES)
    kept = _farthest(np.array(found), count + 1)
    return Near(
        share, room.least_cny, room.least_cny + share * abs(room.least_cny), tuple(ranges),
        tuple(dict(zip(names, row.tolist(), strict=True)) for row in kept),
    )  # fmt: skip


def _room(system: System, share: float) -> _Room:
    model = build(system)
    cost = model.problem.matrix().cost
    row = model.problem.rows("near.cost", (1,))
    used = np.flatnonzero(cost)
    model.problem.add(row.at, used, cost[used])
    session = open_session(model.problem)
    first = session.solve()
    if first.objective is None or first.values is None:
        raise InputError.of("plan_not_feasible", status=first.status)
    columns = _open_stocks(model)
    session.set_rows(row.at, -FREE, first.objective + share * abs(first.objective))
    session.set_cost(np.arange(cost.size, dtype=np.int32), 0.0)
    optimum = first.values[list(columns.values())]
    return _Room(session, columns, optimum, first.objective)


def _open_stocks(model: Model) -> dict[str, int]:
    blocks: dict[str, Block] = {b.name: b for b in model.problem.column_blocks()}
    names = [name.removesuffix(".build") for name in blocks if name.endswith(".build")]
    return {name: int(blocks[f"{name}.stock"].at[-1]) for name in names}


def _toward(room: _Room, direction: Numbers) -> Numbers:
    """Capacities where the sum of direction × capacity is least."""
    columns = list(room.columns.values())
    room.session.set_cost(columns, direction)
    found = room.session.solve()
    if found.values is None:
        # without bound: the optimum itself stands for "no end to this"
        return np.asarray(np.where(direction < 0, FREE, room.optimum))
    return np.asarray(found.values[columns])


def _unit(names: Sequence[str], place: int) -> Numbers:
    return np.asarray(np.eye(len(names))[place])


def _random(room: _Room, size: int, count: int) -> list[Numbers]:
    draws = np.random.default_rng(SEED).standard_normal((count, size))
    return [_toward(room, each / np.linalg.norm(each)) for each in draws]


def _farthest(points: Numbers, count: int) -> Numbers:
    """The first point, then always the one farthest from those kept; scaled by range."""
    finite = points[np.isfinite(points).all(axis=1)]
    span = np.ptp(finite, axis=0)
    scaled = finite / np.where(span > 0, span, 1.0)
    kept, away = [0], np.linalg.norm(scaled - scaled[0], axis=1)
    while len(kept) < min(count, len(finite)) and away.max() > 1e-6:
        kept.append(int(away.argmax()))
        away = np.minimum(away, np.linalg.norm(scaled - scaled[kept[-1]], axis=1))
    return np.asarray(finite[kept])
