"""Why no plan keeps all targets: the smallest set that conflicts, and what would resolve it."""

from dataclasses import dataclass

import numpy as np

from tanlu.plan.lp import FREE, Block, Session, open_session
from tanlu.plan.lp.problem import Numbers, Places
from tanlu.plan.model import Model, Offset, System, build


@dataclass(frozen=True, slots=True)
class Way:
    """One change that alone makes the targets possible.

    `kind` is `policy` (loosen the target), `potential` (allow more capacity, MW), `rate`
    (build faster, MW a period) or `offset` (buy more tonnes a year). `by` is the least change
    by period, in the unit of what is changed; zero where nothing is needed.
    """

    kind: str
    name: str
    by: tuple[float, ...]

    @property
    def most(self) -> float:
        """The greatest change of any period."""
        return max(self.by)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Targets that cannot be kept together, each of which can be kept without the others.

    `policies` is empty where the needs cannot be met even without targets; `places` then names
    the blocks of the model (balances, stocks) that contradict. `ways` are single changes that
    resolve it; empty where no single change does.
    """

    policies: tuple[str, ...]
    places: tuple[str, ...]
    ways: tuple[Way, ...]


def why(system: System) -> Conflict | None:
    """What stands in the way of a plan.

    Args:
        system: The system.

    Returns:
        The conflict; None where the system has a plan.
    """
    model = build(system)
    session = _free_of_cost(model)
    if session.solve().values is not None:
        return None
    policies = _irreducible(model, session)
    if not policies:
        return Conflict((), _places(model, session), tuple(_levers(system)))
    return Conflict(policies, (), (*_loosened(system, policies), *_levers(system)))


def _free_of_cost(model: Model) -> Session:
    session = open_session(model.problem)
    session.set_cost(np.arange(session.size, dtype=np.int32), 0.0)
    return session


def _irreducible(model: Model, session: Session) -> tuple[str, ...]:
    """Deletion filter: a target is left out for good where the rest conflicts without it.

    The living session keeps all that are not in the conflict free afterwards.
    """
    matrix, kept = model.problem.matrix(), []
    for name in model.policy_rows:
        at = model.problem.row_block(f"policy.{name}").at
        session.set_rows(at, -FREE, FREE)
        if session.solve().values is not None:
            session.set_rows(at, matrix.row_low[at], matrix.row_high[at])
            kept.append(name)
    return tuple(kept) if session.solve().values is None and kept else ()


def _places(model: Model, session: Session) -> tuple[str, ...]:
    found = session.conflict()
    rows = _named(model.problem.row_blocks(), found.rows)
    return (*rows, *_named(model.problem.column_blocks(), found.columns))


def _named(blocks: list[Block], at: Places) -> list[str]:
    starts = np.array([block.start for block in blocks])
    found = np.searchsorted(starts, at, side="right") - 1
    return [blocks[place].name for place in dict.fromkeys(found.tolist())]


def _loosened(system: System, policies: tuple[str, ...]) -> list[Way]:
    """For each target the least by which it must give way while the others hold."""
    model = build(system, slack_cny=1.0)
    session = _free_of_cost(model)
    slack = {name: model.problem.block(f"slack.{name}") for name in model.policy_rows}
    for block in slack.values():
        session.set_columns(block.at, 0.0, 0.0)
    return _each(session, "policy", {name: slack[name] for name in policies})


def _levers(system: System) -> list[Way]:
    """What is limited and would resolve it if there were more: capacity, pace, offsets."""
    model = build(system)
    lifts = _lifts(model)
    session = _free_of_cost(model)
    found = []
    for kind, blocks in lifts.items():
        found += _each(session, kind, blocks)
    return found


def _lifts(model: Model) -> dict[str, dict[str, Block]]:
    """Columns that raise a limit, closed until asked; the limits become rows."""
    matrix, problem = model.problem.matrix(), model.problem
    made: dict[str, dict[str, Block]] = {"potential": {}, "rate": {}, "offset": {}}
    builds = {b.name.removesuffix(".build") for b in problem.column_blocks()
              if b.name.endswith(".build")}  # fmt: skip
    offsets = {c.name for c in model.system.components if isinstance(c, Offset)}
    for block in problem.column_blocks():
        owner, _, part = block.name.rpartition(".")
        kind = _kind(owner, part, builds, offsets)
        high = block.of(matrix.high)
        if kind and np.isfinite(high).any():
            made[kind][owner] = _lift(model, block, high, f"{kind}.{owner}")
    return made


def _kind(owner: str, part: str, builds: set[str], offsets: set[str]) -> str | None:
    if owner in builds and part in {"stock", "build"}:
        return "potential" if part == "stock" else "rate"
    return "offset" if owner in offsets and part == "tonnes" else None


def _lift(model: Model, block: Block, high: Numbers, name: str) -> Block:
    """Column ≤ high as a row: column − lift ≤ high, and the column itself without end."""
    problem = model.problem
    lift = problem.columns(f"lift.{name}", block.shape, 0.0, 0.0)
    rows = problem.rows(f"lift.{name}", block.shape, high=high)
    problem.add(rows.at, block.at, 1.0)
    problem.add(rows.at, lift.at, -1.0)
    problem.unbound(block)
    return lift


def _each(session: Session, kind: str, blocks: dict[str, Block]) -> list[Way]:
    """Each alone: opened, its sum made least, closed again."""
    found = []
    for name, block in blocks.items():
        session.set_columns(block.at, 0.0, FREE)
        session.set_cost(block.at, 1.0)
        solution = session.solve()
        session.set_columns(block.at, 0.0, 0.0)
        session.set_cost(block.at, 0.0)
        if solution.values is not None:
            found.append(Way(kind, name, tuple(block.of(solution.values).ravel().tolist())))
    return found
