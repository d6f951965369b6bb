"""Converters: boilers, heat pumps, chillers, joint plants, electrolysers between networks.

Carbon in: what the inputs carry, and what the converter emits itself. Carbon out: shared
among its outputs by a rule that is data. All networks and converters are one equation.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tanlu.errors import BalanceError
from tanlu.trace.flows import Flows
from tanlu.trace.loops import Index, Values
from tanlu.trace.network import Network

_CLOSE = 1e-9


@dataclass(frozen=True)
class Converter:
    """What a converter takes from nodes and gives to nodes, by hour. [MWh]

    `shares` are the parts of its carbon that each output bears, and sum to 1; one may be
    negative where a rule credits another output with more than there is. `direct_t` is
    what it emits itself. Columns are inputs or outputs.
    """

    name: str
    inputs: Index
    taken: Values
    outputs: Index
    given: Values
    shares: Values
    direct_t: Values


def connect(flows: Flows, converters: Sequence[Converter]) -> Flows:
    """One system of all carriers: the converters become nodes.

    Args:
        flows: Networks of all carriers as one, without what converters take and give.
        converters: The converters.

    Returns:
        Flows to be traced. Behind a converter a link holds what bears carbon, not energy:
        its share of all outputs. `Flows.inflow` and `outflow` are balances of the networks
        alone only before this step.

    Raises:
        BalanceError: When shares do not sum to 1.

    Example:
        See `tests/unit/trace/test_converter.py`: a boiler, a heat pump, a joint plant.
    """
    for converter in converters:
        error = np.abs(converter.shares.sum(axis=1) - 1.0).max(initial=0.0)
        if error > _CLOSE:
            law = f"{converter.name}: Σ shares = 1"
            raise BalanceError.of("not_balanced", law=law, error=f"{error:.2e}")
    for converter in converters:
        flows = _added(flows, converter)
    return flows


def _added(flows: Flows, converter: Converter) -> Flows:
    net = flows.network
    here = len(net.nodes)
    hours = len(flows.loads)
    total = converter.given.sum(axis=1, keepdims=True)
    idle = total == 0.0
    # where nothing comes out, its carbon stays with the operator: a load of its own
    bearing = converter.shares * total
    starts = [*net.link_start, *converter.inputs, *[here] * len(converter.outputs)]
    ends = [*net.link_end, *[here] * len(converter.inputs), *converter.outputs]
    network = Network(
        (*net.nodes, converter.name), net.start, net.end,
        np.array(starts, np.int64), np.array(ends, np.int64),
    )  # fmt: skip
    links = [converter.taken, bearing]
    return replace(
        flows,
        network=network,
        sent=np.concatenate([flows.sent, *links], axis=1),
        received=np.concatenate([flows.received, *links], axis=1),
        at=np.concatenate([flows.at, [here]]).astype(np.int64),
        given=np.concatenate([flows.given, np.zeros((hours, 1))], axis=1),
        carbon=np.concatenate([flows.carbon, converter.direct_t[:, None]], axis=1),
        loads=np.concatenate([flows.loads, np.where(idle, 1.0, 0.0)], axis=1),
    )


def one_output(hours: int) -> Values:
    """The shares of a converter with one output: all of it.

    Example:
        >>> one_output(2).tolist()
        [[1.0], [1.0]]
    """
    return np.ones((hours, 1))
