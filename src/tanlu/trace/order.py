"""The order in which nodes of a network are eliminated: once per topology, for all its hours.

A network of a park is almost a tree. Taking away the node with the fewest neighbours first
leaves almost no new links, so that an hour costs a few multiplications per branch.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from tanlu.trace.loops import Index


@dataclass(frozen=True, slots=True)
class Programme:
    """What an elimination does, as lists of places; nodes are numbered in its order.

    `slots` places hold what flows between two nodes, one for each direction. Neighbour t of
    step p is one of `first[p] : first[p + 1]`: its number `near[t]`, the place of what flows
    to it `away[t]`, and of what comes from it `into[t]`. When p goes, what came from t and
    would go to u flows past it: it is added at `past[pairs[t] + u]`.
    """

    number: Index
    first: Index
    near: Index
    away: Index
    into: Index
    pairs: Index
    past: Index
    forward: Index
    back: Index
    slots: int

    @property
    def nodes(self) -> int:
        """How many nodes."""
        return len(self.number)


def programme(nodes: int, starts: Sequence[int], ends: Sequence[int]) -> Programme:
    """The programme of a topology, kept for the next call with the same one.

    Args:
        nodes: How many nodes.
        starts: Node at which each branch begins.
        ends: Node at which it ends.

    Returns:
        The programme; `forward` and `back` are the places of each branch's two directions.

    Example:
        >>> plan = programme(3, [0, 1], [1, 2])
        >>> plan.slots, plan.nodes
        (4, 3)
    """
    return _programme(nodes, tuple(map(int, starts)), tuple(map(int, ends)))


@lru_cache(maxsize=16)
def _programme(nodes: int, starts: tuple[int, ...], ends: tuple[int, ...]) -> Programme:
    order, later = _eliminated(nodes, starts, ends)
    number = np.empty(nodes, np.int64)
    number[order] = np.arange(nodes)
    place: dict[tuple[int, int], int] = {}
    for node in order:
        for other in later[node]:
            place[node, other] = len(place)
            place[other, node] = len(place)
    return _lists(order, number, later, place, starts, ends)


def _eliminated(
    nodes: int, starts: Sequence[int], ends: Sequence[int]
) -> tuple[list[int], dict[int, list[int]]]:
    near: list[set[int]] = [set() for _ in range(nodes)]
    for a, b in zip(starts, ends, strict=True):
        near[a].add(b)
        near[b].add(a)
    by_degree: list[set[int]] = [set() for _ in range(nodes + 1)]
    for node, others in enumerate(near):
        by_degree[len(others)].add(node)
    order: list[int] = []
    later: dict[int, list[int]] = {}
    least = 0
    while len(order) < nodes:
        while not by_degree[least]:
            least += 1
        node = min(by_degree[least])  # the same order on every machine
        by_degree[least].discard(node)
        order.append(node)
        later[node] = sorted(near[node])
        for other in near[node]:
            by_degree[len(near[other])].discard(other)
            near[other] = (near[other] | near[node]) - {node, other}
            by_degree[len(near[other])].add(other)
            least = min(least, len(near[other]))
    return order, later


def _lists(
    order: Sequence[int],
    number: Index,
    later: dict[int, list[int]],
    place: dict[tuple[int, int], int],
    starts: Sequence[int],
    ends: Sequence[int],
) -> Programme:
    first = [0]
    near: list[int] = []
    away: list[int] = []
    into: list[int] = []
    pairs: list[int] = []
    past: list[int] = []
    for node in order:
        for other in later[node]:
            near.append(int(number[other]))
            away.append(place[node, other])
            into.append(place[other, node])
            pairs.append(len(past))
            # nothing flows from a node past another one to itself
            past.extend(place.get((other, third), -1) for third in later[node])
        first.append(len(near))
    ways = zip(starts, ends, strict=True)
    both = np.array([(place[a, b], place[b, a]) for a, b in ways], np.int64).reshape(-1, 2)
    forward, back = (np.ascontiguousarray(side) for side in both.T)
    return Programme(
        number, _index(first), _index(near), _index(away), _index(into), _index(pairs),
        _index(past), forward, back, len(place),
    )  # fmt: skip


def _index(values: Sequence[int]) -> Index:
    return np.array(values, np.int64)
