"""A network in plain arrays: nodes, branches that flow both ways, links that flow one way."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from tanlu.trace.loops import Index, Values
from tanlu.trace.order import Programme, programme


def _no_index() -> Index:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by name; where branches and links begin and end, as numbers of nodes.

    Example:
        >>> network(["a", "b"], links=[("a", "b")]).link_end
        array([1])
    """

    nodes: tuple[str, ...]
    start: Index = field(default_factory=_no_index)
    end: Index = field(default_factory=_no_index)
    link_start: Index = field(default_factory=_no_index)
    link_end: Index = field(default_factory=_no_index)

    def plan(self) -> Programme:
        """The order of elimination; its places are those of branches, then of links."""
        starts = [*self.start.tolist(), *self.link_start.tolist()]
        ends = [*self.end.tolist(), *self.link_end.tolist()]
        return programme(len(self.nodes), starts, ends)


def network(
    nodes: Sequence[str],
    branches: Sequence[tuple[str, str]] = (),
    links: Sequence[tuple[str, str]] = (),
) -> Network:
    """A network from names.

    Args:
        nodes: Names of the nodes.
        branches: Start and end of what may flow both ways.
        links: Start and end of what flows one way.

    Returns:
        The network.
    """
    number = {name: n for n, name in enumerate(nodes)}

    def at(pairs: Sequence[tuple[str, str]], side: int) -> Index:
        return np.array([number[pair[side]] for pair in pairs], np.int64)

    return Network(tuple(nodes), at(branches, 0), at(branches, 1), at(links, 0), at(links, 1))


def summed(values: Values, node: Index, nodes: int) -> Values:
    """Values of many things summed by the node they stand at.

    Args:
        values: One column per thing. (hours, things)
        node: Node of each thing.
        nodes: How many nodes.

    Returns:
        Sums. (hours, nodes)

    Example:
        >>> summed(np.array([[1.0, 2.0, 4.0]]), np.array([0, 1, 1]), 3)
        array([[1., 6., 0.]])
    """
    found = np.zeros((len(values), nodes))
    for hour, row in enumerate(values):
        found[hour] = np.bincount(node, row, nodes)
    return found
