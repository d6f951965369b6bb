"""Energy of many hours on a network: what branches carry, what sources give, what loads take."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np

from tanlu.trace.loops import Index, Values
from tanlu.trace.network import Network, summed

Loss: TypeAlias = Literal["gross", "sink", "net"]
LOSSES: tuple[Loss, ...] = ("gross", "sink", "net")
"""Who bears what is lost on the way: users of the line, its operator, or the generator."""


@dataclass(frozen=True)
class Flows:
    """Energy of each hour. [MWh], (hours, things)

    A branch has two meters, positive from start to end; a link has what was `sent` and
    what was `received`. Sources stand at the nodes `at` and give energy and the `carbon`
    in it [t]. Loads are what nodes take for good, exports included. (hours, nodes)
    """

    network: Network
    at_start: Values
    at_end: Values
    sent: Values
    received: Values
    at: Index
    given: Values
    carbon: Values
    loads: Values

    @property
    def is_lossless(self) -> bool:
        """Whether nothing is lost: one meter per branch, and no links."""
        return self.at_start is self.at_end and not len(self.network.link_start)

    @cached_property
    def backward(self) -> Values:
        """What branches take from their ends, sent backwards. (hours, branches)"""
        return np.maximum(-self.at_end, 0.0)

    @cached_property
    def lost(self) -> Values:
        """What is lost on the way, at the node that sent it. [MWh], (hours, nodes)"""
        net, nodes = self.network, len(self.network.nodes)
        lost = summed(self.sent - self.received, net.link_start, nodes)
        if self.at_start is not self.at_end:
            forth = np.maximum(self.at_start, 0.0) - np.maximum(self.at_end, 0.0)
            back = self.backward - np.maximum(-self.at_start, 0.0)
            lost += summed(forth, net.start, nodes) + summed(back, net.end, nodes)
        return lost

    @cached_property
    def inflow(self) -> Values:
        """What enters each node. [MWh], (hours, nodes)"""
        net, nodes = self.network, len(self.network.nodes)
        return (
            summed(self.given, self.at, nodes)
            + summed(self.received, net.link_end, nodes)
            + summed(np.maximum(self.at_end, 0.0), net.end, nodes)
            + summed(np.maximum(-self.at_start, 0.0), net.start, nodes)
        )

    @cached_property
    def outflow(self) -> Values:
        """What leaves each node, its load included. [MWh], (hours, nodes)"""
        net, nodes = self.network, len(self.network.nodes)
        return (
            self.loads
            + summed(self.sent, net.link_start, nodes)
            + summed(np.maximum(self.at_start, 0.0), net.start, nodes)
            + summed(self.backward, net.end, nodes)
        )

    def imbalance(self) -> Values:
        """What enters each node less what leaves it. [MWh], (hours, nodes)"""
        return self.inflow - self.outflow


def no_branches(hours: int) -> Values:
    """Branches or links of a network that has none."""
    return np.zeros((hours, 0))
