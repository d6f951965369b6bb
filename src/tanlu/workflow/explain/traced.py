"""Why the carbon traced to a node changed between two folders of flows."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from tanlu.connect.plain import read_all
from tanlu.connect.series import Columns, numbers, read_columns
from tanlu.errors import Fault, InputError, Place
from tanlu.explain.divisia import Array
from tanlu.explain.traced import Mix, TracedChange, traced_change
from tanlu.trace.flows import Loss
from tanlu.trace.read import SOURCE_CLASS, Hours, read_hours
from tanlu.trace.traced import trace
from tanlu.workflow.trace_flow import TABLES, circles


@dataclass(frozen=True, slots=True)
class Reached:
    """What reached a node from each class of source: energy [MWh] and carbon [t]."""

    demand: float
    energy: dict[str, float]
    carbon: dict[str, float]


def reached(folder: Path, node: str, loss: Loss) -> tuple[Reached, list[Fault]]:
    """Energy and carbon that a node's load took from each class of source.

    Args:
        folder: `flows.csv`, `sources.csv`, `loads.csv`; a column `source` of the second
            names classes such as grid, pv, chp, storage; without it a class is a node.
        node: The node.
        loss: Who bears losses.

    Returns:
        What reached it over all hours, and warnings.

    Raises:
        InputError: With every fault of the tables, or when there is no such node.
    """
    flows, sources, loads = read_all(folder, TABLES)
    hours = read_hours(flows, sources, loads)
    nodes = hours.flows.network.nodes
    if node not in nodes:
        known = ", ".join(list(nodes)[:20])
        raise InputError.of("trace_unknown_node", Place("loads.csv"), node=node, known=known)
    at = list(nodes).index(node)
    table = read_columns(folder / "sources.csv")
    classes = table.cells[SOURCE_CLASS if SOURCE_CLASS in table.names else "node"].to_list()
    given = numbers(table, ["mwh", "intensity_t_per_mwh"])
    energy, carbon = {}, {}
    for name in dict.fromkeys(classes):
        own = np.array([each == name for each in classes])
        energy[name] = _carried(hours, table, given[:, 0] * own, at, loss)
        carbon[name] = _carried(hours, table, given[:, 0] * given[:, 1] * own, at, loss)
    demand = float(hours.flows.loads[:, at].sum())
    return Reached(demand, energy, carbon), circles(hours, trace(hours.flows, loss))


def _carried(hours: Hours, table: Columns, amounts: Array, at: int, loss: Loss) -> float:
    # tracing is linear in what sources give: with one class at a time it is that class's share
    flows = hours.flows
    given = np.zeros_like(flows.carbon)
    hour = {name: n for n, name in enumerate(hours.names)}
    node = {name: n for n, name in enumerate(flows.network.nodes)}
    rows = [hour[name] for name in table.cells["hour"].to_list()]
    columns = [node[name] for name in table.cells["node"].to_list()]
    np.add.at(given, (rows, columns), amounts)
    found = trace(replace(flows, carbon=given), loss)
    return float(found.loads_t[:, at].sum())


def traced_record(first: Reached, last: Reached) -> dict[str, Any]:
    """Effects on a node's carbon, and on its intensity.

    Args:
        first: What reached the node in the first folder.
        last: In the last.

    Returns:
        The record of `--json`: effects in t, and the same per MWh used, where demand has none.
    """
    names = list(dict.fromkeys([*first.energy, *last.energy]))
    mixes = [
        Mix(
            r.demand,
            *(np.array([part.get(n, 0.0) for n in names]) for part in (r.energy, r.carbon)),
        )
        for r in (first, last)
    ]
    per_unit = [Mix(1.0, m.supplied / m.demand, m.carbon / m.demand) for m in mixes if m.demand > 0]
    whole = traced_change(*mixes)
    rate = traced_change(*per_unit)
    ends = [sum(r.carbon.values()) for r in (first, last)]
    return {
        "sources": names,
        "first": _period(first),
        "last": _period(last),
        "carbon_t": _effects(names, whole) | {"demand": whole.demand, "total": ends[1] - ends[0]},
        "intensity_t_per_mwh": _effects(names, rate) | {"total": rate.total},
    }


def _period(found: Reached) -> dict[str, Any]:
    carbon = sum(found.carbon.values())
    return {
        "demand_mwh": found.demand,
        "carbon_t": carbon,
        "intensity_t_per_mwh": carbon / found.demand,
        "energy_mwh": found.energy,
        "source_t": found.carbon,
    }


def _effects(names: list[str], found: TracedChange) -> dict[str, Any]:
    return {
        "loss": found.loss,
        "share": dict(zip(names, map(float, found.share), strict=True)),
        "intensity": dict(zip(names, map(float, found.intensity), strict=True)),
    }
