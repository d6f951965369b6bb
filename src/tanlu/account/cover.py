"""Who uses which certificate: each MWh once, up to the load of its user and year (R9)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Cover: TypeAlias = dict[str, float]
"""Certificate to MWh."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A certificate that may be used, by all that belong to `group`; smaller `order` goes first."""

    certificate_id: str
    group: str
    mwh: float
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Supply:
    """Power that a line brings from one member, or from outside, to another. [MWh]"""

    line_id: str
    start: str
    end: str
    mwh: float


def allocate(
    loads: Mapping[str, float], claims: Sequence[Claim], chains: Mapping[str, Sequence[str]]
) -> dict[str, Cover]:
    """Share certificates among users: the narrowest group first, by load still uncovered.

    Args:
        loads: User to power bought for own use. [MWh]
        claims: Certificates of the year, in any order.
        chains: For each member, itself and what it belongs to, up to the park.

    Returns:
        User to certificates used; the sum of a user's is at most its load, and
        that of a certificate at most its amount. [MWh]

    Example:
        >>> chains = {"a": ("a", "p"), "b": ("b", "p"), "p": ("p",)}
        >>> allocate({"a": 30.0, "b": 10.0}, [Claim("gec", "p", 20.0)], chains)
        {'a': {'gec': 15.0}, 'b': {'gec': 5.0}}
    """
    left = {user: max(load, 0.0) for user, load in loads.items()}
    found: dict[str, Cover] = {user: {} for user in loads}
    pools: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        pools[claim.group].append(claim)
    for group in sorted(pools, key=lambda g: (-len(chains.get(g, ())), g)):
        users = [user for user in loads if group in chains.get(user, ())]
        _share(pools[group], users, left, found)
    return found


def _share(
    claims: Sequence[Claim], users: Sequence[str], left: dict[str, float], found: dict[str, Cover]
) -> None:
    wanted = sum(left[user] for user in users)
    shares = {user: left[user] / wanted for user in users if left[user] > 0}
    for claim in sorted(claims, key=lambda c: (*c.order, c.certificate_id)):
        taken = min(claim.mwh, wanted)
        if taken <= 0:
            break
        wanted -= taken
        for user, share in shares.items():
            found[user][claim.certificate_id] = taken * share
            left[user] = max(left[user] - taken * share, 0.0)


def carry_up(
    supplies: Sequence[Supply], covers: Mapping[str, Cover]
) -> tuple[dict[str, Cover], tuple[str, ...]]:
    """What covers each line, the lines of suppliers behind a user included.

    A supplier's line carries what covers the power that it passes on, so that a
    boundary shows the same certificates wherever it is drawn.

    Args:
        supplies: Lines of power of no stated origin.
        covers: User to certificates used. [MWh]

    Returns:
        Line to certificates [MWh], and members that supply one another in a
        circle: nothing is carried up behind them.
    """
    into: dict[str, list[Supply]] = defaultdict(list)
    waiting: dict[str, int] = defaultdict(int)
    for supply in supplies:
        into[supply.end].append(supply)
        waiting[supply.start] += 1
    passed: dict[str, Cover] = {user: dict(cover) for user, cover in covers.items()}
    found: dict[str, Cover] = {}
    ready = sorted(node for node in into if not waiting[node])
    while ready:
        node = ready.pop()
        for supply, cover in _spread(into[node], passed.get(node, {})):
            found[supply.line_id] = cover
            above = passed.setdefault(supply.start, {})
            for name, mwh in cover.items():
                above[name] = above.get(name, 0.0) + mwh
            waiting[supply.start] -= 1
            if not waiting[supply.start] and supply.start in into:
                ready.append(supply.start)
    circle = sorted(node for node in into if waiting[node])
    for node in circle:
        found |= {s.line_id: c for s, c in _spread(into[node], covers.get(node, {}))}
    return found, tuple(circle)


def _spread(lines: Sequence[Supply], cover: Cover) -> list[tuple[Supply, Cover]]:
    # by the amounts of the lines; a supplier with plants of its own passes on no more than it got
    got = sum(line.mwh for line in lines)
    wanted = sum(cover.values())
    if got <= 0 or wanted <= 0:
        return [(line, {}) for line in lines]
    scale = min(1.0, got / wanted)
    parts = {line.line_id: line.mwh / got * scale for line in lines}
    return [
        (line, {name: mwh * parts[line.line_id] for name, mwh in cover.items()}) for line in lines
    ]
