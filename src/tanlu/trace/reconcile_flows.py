"""Flows of hours whose meters are moved until every node balances."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from tanlu.errors import InputError
from tanlu.trace.flows import Flows
from tanlu.trace.loops import Values
from tanlu.trace.reconcile import Reconciled, reconcile, widths

_ROUNDING = 1e-9


@dataclass(frozen=True)
class ReconciledFlows:
    """Flows that balance, the meters by name, what they read, and how they were moved."""

    flows: Flows
    meters: tuple[str, ...]
    before: Values
    found: Reconciled


def reconciled_flows(flows: Flows, meter_class: float) -> ReconciledFlows:
    """Reconcile links, sources and loads of every hour.

    Args:
        flows: Flows on links, as measured. A link whose two ends always read the same has
            one meter.
        meter_class: Class of all meters. [%]

    Returns:
        The flows; carbon of a source moves with its energy.

    Raises:
        InputError: When meters cannot balance, or a flow would have to turn round or grow
            on its way.
    """
    meters, before, balance = _meters(flows)
    found = reconcile(before, widths([meter_class], before), balance)
    count, one = len(flows.network.link_start), _is_one(flows)
    ends = np.split(found.values, [count, count + int((~one).sum())], axis=1)
    received = ends[0].copy()
    received[:, ~one] = ends[1]
    sources = len(flows.at)
    given, loads = ends[2][:, :sources], ends[2][:, sources:]
    _check(ends[0], received, np.concatenate([given, loads], axis=1), meters)
    part = np.divide(given, flows.given, out=np.ones_like(given), where=flows.given != 0.0)
    carbon = flows.carbon * part
    moved = replace(flows, sent=ends[0], received=received, given=given, carbon=carbon, loads=loads)
    return ReconciledFlows(moved, meters, before, found)


def _is_one(flows: Flows) -> npt.NDArray[np.bool_]:
    same: npt.NDArray[np.bool_] = (flows.sent == flows.received).all(axis=0)
    return same


def _meters(flows: Flows) -> tuple[tuple[str, ...], Values, Values]:
    net, one = flows.network, _is_one(flows)
    nodes, links, two = len(net.nodes), len(net.link_start), np.flatnonzero(~one)
    pairs = [
        f"{net.nodes[a]}→{net.nodes[b]}" for a, b in zip(net.link_start, net.link_end, strict=True)
    ]
    names = [*pairs, *(f"{pairs[n]} ·" for n in two)]
    names += [f"+{net.nodes[n]}" for n in flows.at] + [f"−{name}" for name in net.nodes]
    values = [flows.sent, flows.received[:, two], flows.given, flows.loads]
    balance = np.zeros((nodes, len(names)))
    every = np.arange(links)
    balance[net.link_start, every] -= 1.0
    balance[net.link_end[one], every[one]] += 1.0
    balance[net.link_end[two], links + np.arange(len(two))] += 1.0
    first = links + len(two)
    balance[flows.at, first + np.arange(len(flows.at))] += 1.0
    last = first + len(flows.at)
    balance[np.arange(nodes), last + np.arange(nodes)] -= 1.0
    return tuple(names), np.concatenate(values, axis=1), balance


def _check(sent: Values, received: Values, others: Values, meters: tuple[str, ...]) -> None:
    links = sent.shape[1]
    size = np.abs(sent).max(initial=1.0)
    bad = np.concatenate([sent < -_ROUNDING * size, received - sent > _ROUNDING * size], axis=1)
    if bad.any():
        hour, number = (int(n) for n in np.argwhere(bad)[0])
        raise InputError.of("reconcile_turned", meter=meters[number % links], hour=hour)
    if (others < -_ROUNDING * size).any():
        hour, number = (int(n) for n in np.argwhere(others < -_ROUNDING * size)[0])
        name = meters[len(meters) - others.shape[1] + number]
        raise InputError.of("reconcile_turned", meter=name, hour=hour)
