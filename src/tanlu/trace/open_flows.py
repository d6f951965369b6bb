"""Measured flows traced as they are, without making them balance first.

What flows through a node is what comes in, and all that comes in mixes. What comes in and is
not seen leaving goes to a sink of its own with the node's mix; what leaves and was not seen
coming in is taken to have come with that mix. Both are shown, and with them each hour closes.
"""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from tanlu.trace.flows import Flows, Loss
from tanlu.trace.loops import Values
from tanlu.trace.traced import Traced

Flags = npt.NDArray[np.bool_]


def trace_open(flows: Flows, loss: Loss) -> Traced:
    """Trace hours whose nodes need not balance.

    Args:
        flows: Flows on links, as measured.
        loss: Who bears what is lost.

    Returns:
        Hours traced; loads hold what is not seen leaving, and one more source at each node
        gives what was not seen coming in. Dense: meant for tables, not for a park.

    Example:
        Of 10 MWh only 9 are seen to be used:

        >>> from tanlu.trace.flows import no_branches
        >>> from tanlu.trace.network import network
        >>> one, none = np.array([[10.0]]), no_branches(1)
        >>> flows = Flows(network(["a"]), none, none, none, none, np.array([0]), one, one / 2,
        ...     np.array([[9.0]]))
        >>> found = trace_open(flows, "sink")
        >>> found.loads_t.tolist(), found.intensity.tolist()
        ([[5.0]], [[0.5]])
    """
    intensity = np.stack([_hour(flows, loss, hour) for hour in range(len(flows.loads))])
    off = flows.imbalance()
    unseen = np.maximum(-off, 0.0)
    carbon = np.where(unseen > 0.0, np.nan_to_num(intensity) * unseen, 0.0)
    nodes = np.arange(len(flows.network.nodes))
    whole = replace(
        flows, loads=flows.loads + np.maximum(off, 0.0), at=np.concatenate([flows.at, nodes]),
        given=np.concatenate([flows.given, unseen], axis=1),
        carbon=np.concatenate([flows.carbon, carbon], axis=1),
    )  # fmt: skip
    return Traced(whole, loss, intensity)


def _hour(flows: Flows, loss: Loss, hour: int) -> Values:
    net, count = flows.network, len(flows.network.nodes)
    carried = np.zeros((count, count))
    links = flows.sent[hour] if loss == "gross" else flows.received[hour]
    np.add.at(carried, (net.link_end, net.link_start), links)
    known = np.bincount(flows.at, flows.carbon[hour], count)
    fed = np.bincount(flows.at, flows.given[hour], count) > 0.0
    live = _reached(carried > 0.0, fed) & (flows.inflow[hour] > 0.0)
    found = np.full(count, np.nan)
    inner = np.ix_(live, live)
    matrix = np.diag(flows.inflow[hour])[inner] - carried[inner]
    found[live] = np.linalg.solve(matrix, known[live])
    return found


def _reached(leads: Flags, fed: Flags) -> Flags:
    reached = fed
    for _ in range(len(fed)):
        wider = reached | (leads & reached[None, :]).any(axis=1)
        if np.array_equal(wider, reached):
            break
        reached = wider
    return reached
