"""Carbon flow of many hours: node intensities, and books that close each hour."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from tanlu.trace.flows import Flows, Loss
from tanlu.trace.formulas import carried
from tanlu.trace.loops import Index, Values
from tanlu.trace.solve import solve
from tanlu.trace.system import System


@dataclass(frozen=True)
class Traced:
    """Node intensities [t/MWh] under a loss rule, absent (not a number) where nothing flows."""

    flows: Flows
    loss: Loss
    intensity: Values

    @cached_property
    def loads_t(self) -> Values:
        """Carbon of each node's load. [t], (hours, nodes)"""
        return _times(self.intensity, self.flows.loads)

    @cached_property
    def lost_t(self) -> Values:
        """Carbon lost on the way, at the node that sent it; none where users bear it. [t]"""
        if self.loss == "gross":
            return np.zeros_like(self.intensity)
        return _times(self.intensity, self.flows.lost)

    @property
    def entered_t(self) -> Values:
        """Carbon that sources give in each hour. [t], (hours,)"""
        entered: Values = self.flows.carbon.sum(axis=1)
        return entered

    @property
    def closing_error(self) -> Values:
        """Loads and losses less sources, over sources; t where those are 0. (hours,)"""
        left = self.loads_t.sum(axis=1) + self.lost_t.sum(axis=1) - self.entered_t
        size = np.abs(self.flows.carbon).sum(axis=1)
        error: Values = left / np.where(size > 0.0, size, 1.0)
        return error


def trace(flows: Flows, loss: Loss = "sink", workers: int = 2) -> Traced:
    """Trace the carbon of every hour through its network.

    Args:
        flows: Balanced energy of each hour: see `Flows.imbalance`.
        loss: `gross`: users of a line bear its loss; `sink`: its operator does;
            `net`: the generator does, users see the intensities of `sink`.
        workers: Threads; the result does not depend on them.

    Returns:
        Intensities of nodes, and books.

    Example:
        A line from a to b that loses 5 of 100 MWh:

        >>> from tanlu.trace.network import network
        >>> from tanlu.trace.flows import no_branches
        >>> one = np.array([[100.0]])
        >>> flows = Flows(network(["a", "b"], links=[("a", "b")]), no_branches(1),
        ...     no_branches(1), one, one - 5, np.array([0]), one, one / 2, np.array([[0.0, 95.0]]))
        >>> found = trace(flows)
        >>> [round(float(x), 9) for x in found.loads_t[0]], float(found.lost_t.sum())
        ([0.0, 47.5], 2.5)

    Source: [zhou2012] eq. 13; [bialek1996] for gross and net flows.
    """
    solution = solve(system_of(flows, loss), workers)
    return Traced(flows, loss, solution[0])


def system_of(flows: Flows, loss: Loss) -> System:
    """The equation whose solution is the nodes' intensity under a loss rule.

    Args:
        flows: Energy of each hour.
        loss: Who bears what is lost.

    Returns:
        The system, with the carbon of all sources as its one right-hand side.
    """
    leaving = flows.loads if flows.is_lossless else flows.loads + flows.lost
    ways = (flows.at_end, flows.at_start, leaving, flows.received)
    if loss == "gross":
        ways = (flows.at_start, flows.at_end, flows.loads, flows.sent)
    column = np.zeros(len(flows.at), np.int64)
    return System(flows.network.plan(), *ways, flows.at, column, flows.carbon)


def shares(flows: Flows, classes: Index, loss: Loss = "sink", workers: int = 2) -> Values:
    """What part of the energy at each node comes from each class of sources.

    Args:
        flows: Energy of each hour.
        classes: Class of each source, counted from 0.
        loss: Who bears what is lost.
        workers: Threads.

    Returns:
        Shares; they sum to 1 where anything flows and losses are no user's.
            (classes, hours, nodes)
    """
    kinds = int(classes.max()) + 1 if len(classes) else 0
    column = np.asarray(classes, np.int64)
    base = system_of(flows, loss)
    return solve(replace(base, column=column, amount=flows.given, columns=kinds), workers)


def of_meter(flows: Flows, node: int, loss: Loss = "sink", workers: int = 2) -> Values:
    """What each source adds to the intensity of one node: one solve of the transpose.

    Args:
        flows: Energy of each hour.
        node: The node.
        loss: Who bears what is lost.
        workers: Threads.

    Returns:
        Parts of the node's intensity. [t/MWh], (hours, sources)
    """
    weight = np.ones((len(flows.loads), 1))
    return _times(_adjoint(flows, loss, np.array([node]), weight, workers), flows.carbon)


def lost_of_sources(flows: Flows, workers: int = 2) -> Values:
    """Carbon that is lost on the way of what each source gives: what it bears under `net`.

    Args:
        flows: Energy of each hour.
        workers: Threads.

    Returns:
        Carbon; the sum over sources is that of all losses. [t], (hours, sources)
    """
    every = np.arange(len(flows.network.nodes))
    return _times(_adjoint(flows, "sink", every, flows.lost, workers), flows.carbon)


def _adjoint(flows: Flows, loss: Loss, nodes: Index, amount: Values, workers: int) -> Values:
    node, column = np.asarray(nodes, np.int64), np.zeros(len(nodes), np.int64)
    base = system_of(flows, loss)
    system = replace(base, node=node, column=column, amount=amount, is_adjoint=True)
    at_sources: Values = solve(system, workers)[0][:, flows.at]
    return at_sources


def _times(intensity: Values, energy: Values) -> Values:
    # nothing taken carries nothing, even where there is no intensity
    moved: Values = np.where(energy != 0.0, carried(intensity, energy), 0.0)
    return moved


def mean_intensity(traced: Traced) -> Values:
    """Intensity of each node over all hours: weighted by what leaves it, never a mean of means.

    Args:
        traced: Hours.

    Returns:
        Intensity; not a number where nothing flowed. [t/MWh], (nodes,)
    """
    through = traced.flows.outflow
    carbon = _times(traced.intensity, through).sum(axis=0)
    total = through.sum(axis=0)
    mean: Values = np.divide(carbon, total, out=np.full_like(total, np.nan), where=total > 0.0)
    return mean
