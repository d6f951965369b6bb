"""Independent loops of a network of lines and transformers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Loop:
    """A loop: its branches by number, with +1 where it runs from bus0 to bus1, else −1.

    `start` is the lowest-numbered bus of the connected part of the network it lies in.
    """

    branches: tuple[int, ...]
    signs: tuple[int, ...]
    start: int


def loops(buses: int, ends: Sequence[tuple[int, int]]) -> list[Loop]:
    """As many independent loops as there are: a shortest tree, and one loop for each branch left.

    Args:
        buses: Number of buses.
        ends: The two buses of each branch, by number.

    Returns:
        The loops; any other choice of loops states the same physics.

    Example:
        >>> loops(3, [(0, 1), (1, 2), (0, 2)])
        [Loop(branches=(1, 0, 2), signs=(1, 1, -1), start=0)]
    """
    up, root = _tree(buses, ends)
    used = {branch for branch, _ in up.values()}
    return [
        _close(branch, pair, ends, up, root)
        for branch, pair in enumerate(ends)
        if branch not in used
    ]


def _tree(
    buses: int, ends: Sequence[tuple[int, int]]
) -> tuple[dict[int, tuple[int, int]], list[int]]:
    """For each bus but the roots the branch and the bus above it; for each bus its root."""
    beside: list[list[tuple[int, int]]] = [[] for _ in range(buses)]
    for branch, (one, other) in enumerate(ends):
        beside[one].append((branch, other))
        beside[other].append((branch, one))
    up: dict[int, tuple[int, int]] = {}
    root = [-1] * buses
    for first in range(buses):
        if root[first] < 0:
            _grow(first, beside, up, root)
    return up, root


def _grow(
    first: int,
    beside: list[list[tuple[int, int]]],
    up: dict[int, tuple[int, int]],
    root: list[int],
) -> None:
    root[first], wave = first, [first]
    while wave:
        after = []
        for bus in wave:
            for branch, other in beside[bus]:
                if root[other] < 0:
                    root[other], up[other] = first, (branch, bus)
                    after.append(other)
        wave = after


def _close(
    branch: int,
    pair: tuple[int, int],
    ends: Sequence[tuple[int, int]],
    up: dict[int, tuple[int, int]],
    root: list[int],
) -> Loop:
    """From bus0 over the branch to bus1, up the tree, and down again to bus0."""
    one, other = list(_path(pair[1], up)), list(_path(pair[0], up))
    while one and other and one[-1] == other[-1]:
        one.pop()
        other.pop()
    signs = {branch: 1}
    signs |= {at: 1 if ends[at][0] == bus else -1 for bus, at in one}
    signs |= {at: -1 if ends[at][0] == bus else 1 for bus, at in other}
    order = sorted(signs, key=lambda at: (at != branch, at))
    return Loop(tuple(order), tuple(signs[at] for at in order), root[pair[0]])


def _path(bus: int, up: dict[int, tuple[int, int]]) -> Iterator[tuple[int, int]]:
    while bus in up:
        branch, above = up[bus]
        yield bus, branch
        bus = above


def incidence(count: int, found: Sequence[Loop]) -> np.ndarray:
    """Loops as a matrix of signs. Shape: branches × loops."""
    matrix = np.zeros((count, len(found)))
    for at, loop in enumerate(found):
        matrix[list(loop.branches), at] = loop.signs
    return matrix
