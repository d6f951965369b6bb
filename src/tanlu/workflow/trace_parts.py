"""What else a traced folder tells: origins, one meter, contracts, plants under every rule."""

from dataclasses import replace
from typing import Any

import numpy as np

from tanlu.catalog.joint import joint_rules
from tanlu.errors import InputError, Place
from tanlu.trace.claims import MarketView, market_view
from tanlu.trace.flows import Loss
from tanlu.trace.loops import Values
from tanlu.trace.plants import Plant
from tanlu.trace.traced import mean_intensity, of_meter, shares
from tanlu.workflow.trace_flow import Folder, hour_name, traced_hours


def shares_record(found: Folder) -> list[dict[str, Any]]:
    """Which part of the energy at each node comes from which source. [1]

    Args:
        found: A traced folder.

    Returns:
        By hour and node; parts sum to 1 where no plant turns one carrier into another.
    """
    flows, names = found.traced.flows, found.sources
    parts = shares(flows, np.arange(len(names)), found.traced.loss)
    nodes = found.hours.flows.network.nodes
    return [
        {
            "hour": hour_name(name),
            "nodes": {
                node: {names[s]: float(parts[s, h, n]) for s in _there(parts[:, h, n])}
                for n, node in enumerate(nodes)
            },
        }
        for h, name in enumerate(found.hours.names)
    ]  # fmt: skip


def _there(parts: Values) -> list[int]:
    return [int(s) for s in np.flatnonzero(np.nan_to_num(parts))]


def meter_record(found: Folder, node: str) -> dict[str, Any]:
    """What each source adds to the intensity of one node, by one solve of the transpose.

    Args:
        found: A traced folder.
        node: The node.

    Returns:
        By hour: intensity and its parts. [t/MWh]

    Raises:
        InputError: When there is no such node.
    """
    nodes = list(found.hours.flows.network.nodes)
    if node not in nodes:
        known = ", ".join(nodes[:20])
        raise InputError.of("trace_unknown_node", Place("loads.csv"), node=node, known=known)
    parts = of_meter(found.traced.flows, nodes.index(node), found.traced.loss)
    names = found.sources
    return {
        "node": node,
        "hours": [
            {
                "hour": hour_name(name), "intensity": float(parts[h].sum()),
                "parts": {names[s]: float(parts[h, s]) for s in np.flatnonzero(parts[h])},
            }
            for h, name in enumerate(found.hours.names)
        ],
    }  # fmt: skip


def market_record(found: Folder) -> dict[str, Any]:
    """The market-based view of the same hours: contracts apart, the rest at the residual mix.

    Args:
        found: A traced folder.

    Returns:
        By hour: carbon of loads and losses [t], residual mix [t/MWh], contracted energy.

    Raises:
        InputError: When contracts name more than there is, or stores or plants stand beside them.
    """
    hours = found.hours
    if not hours.apart.is_bare:
        raise InputError.of("trace_not_together", one="contracts.csv", other="stores, converters")
    factors = np.zeros_like(hours.flows.given) if hours.market is None else hours.market
    view = market_view(hours.flows, hours.apart.contracts, factors)
    return {"hours": [_market(found, view, h) for h in range(len(hours.names))]}


def _market(found: Folder, view: MarketView, h: int) -> dict[str, Any]:
    hours, nodes = found.hours, found.hours.flows.network.nodes
    loads = np.flatnonzero(hours.has_load[h])
    mix = float(view.residual[h])
    return {
        "hour": hour_name(hours.names[h]),
        "residual_t_per_mwh": None if np.isnan(mix) else mix,
        "loads": {nodes[n]: float(view.loads_t[h, n]) for n in loads},
        "covered_mwh": {nodes[n]: float(view.covered_mwh[h, n]) for n in loads},
        "losses_t": float(view.lost_t[h]),
        "entered_t": float(view.entered_t[h]),
        "closing_error": float(view.closing_error[h] / (abs(view.entered_t[h]) or 1.0)),
    }


def rules_record(found: Folder, loss: Loss) -> list[dict[str, Any]]:
    """The whole folder traced again under every rule of joint plants.

    Args:
        found: A traced folder with a plant of power and heat.
        loss: Who bears what is lost.

    Returns:
        By rule: intensity of each node over all hours [t/MWh], and how far the hours close;
        a rule for which a plant lacks a figure says so.
    """
    return [_under(found, loss, code) for code in joint_rules()]


def _under(found: Folder, loss: Loss, code: str) -> dict[str, Any]:
    known = joint_rules()[code]
    head = {
        "rule": code, "name": known.label.both(), "status": known.status,
    }  # fmt: skip
    try:
        again = traced_hours(found.hours, loss, [_ruled(p, code) for p in found.hours.apart.plants])
    except InputError as error:
        why = {"en": error.faults[0].what("en"), "zh": error.faults[0].what("zh")}
        return {**head, "nodes": None, "why": why}
    nodes = found.hours.flows.network.nodes
    means = mean_intensity(again.traced)[: len(nodes)]
    return {
        **head,
        "nodes": {n: None if np.isnan(v) else float(v) for n, v in zip(nodes, means, strict=True)},
        "closing_error": float(np.abs(again.traced.closing_error).max(initial=0.0)),
    }


def _ruled(plant: Plant, code: str) -> Plant:
    return replace(plant, rule=code) if plant.is_joint else plant
