"""Use case: the carbon flow of a folder of plain tables, as the command line prints it."""

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tanlu.connect.plain import read_all
from tanlu.errors import Fault, Place
from tanlu.trace.flows import Loss
from tanlu.trace.read import Hours, read_hours, read_measured
from tanlu.trace.reconcile_flows import ReconciledFlows, reconciled_flows
from tanlu.trace.traced import Traced, trace

TABLES = ("flows", "sources", "loads")


def trace_folder(folder: Path, loss: Loss) -> tuple[dict[str, Any], list[Fault]]:
    """Trace `flows.csv`, `sources.csv` and `loads.csv` of a folder.

    Args:
        folder: Where they are.
        loss: Who bears what is lost.

    Returns:
        Hours with intensities [t/MWh], carbon of loads and losses [t], and closing error;
        and warnings: nodes where power goes round without a source.

    Raises:
        InputError: With every fault of the three tables.
    """
    sheets = read_all(folder, TABLES)
    hours = read_hours(*sheets)
    traced = trace(hours.flows, loss)
    return {"hours": hours_record(hours, traced)}, circles(hours, traced)


def trace_measured(
    folder: Path, loss: Loss, meter_class: float
) -> tuple[dict[str, Any], list[Fault]]:
    """The same for measured flows: reconciled first, all meters being of one class.

    Args:
        folder: Where the three tables are.
        loss: Who bears what is lost.
        meter_class: Class of all meters. [%]

    Returns:
        Hours, and how far meters had to be moved; and warnings.

    Raises:
        InputError: With every fault of the three tables, or where meters cannot balance.
    """
    sheets = read_all(folder, TABLES)
    measured = read_measured(*sheets)
    done = reconciled_flows(measured.flows, meter_class)
    hours = replace(measured, flows=done.flows)
    traced = trace(hours.flows, loss)
    record = {"hours": hours_record(hours, traced), "reconciled": _moved(measured, done)}
    return record, circles(hours, traced)


def _moved(measured: Hours, done: ReconciledFlows) -> dict[str, Any]:
    hour, meter = done.found.largest()
    before, after = done.before[hour, meter], done.found.values[hour, meter]
    return {
        "dof": done.found.dof,
        "hours": [
            {"hour": hour_name(name), "chi2": float(chi2), "p": float(p)}
            for name, chi2, p in zip(measured.names, done.found.chi2, done.found.p, strict=True)
        ],
        "largest": {
            "hour": hour_name(measured.names[hour]), "meter": done.meters[meter],
            "measured_mwh": float(before), "reconciled_mwh": float(after),
            "deviations": float(done.found.moved[hour, meter]),
        },
    }  # fmt: skip


def circles(hours: Hours, traced: Traced) -> list[Fault]:
    """Nodes through which energy goes round that no source gave: they have no intensity."""
    is_odd = np.isnan(traced.intensity) & (hours.flows.inflow > 0.0)
    found = []
    for n in np.flatnonzero(is_odd.any(axis=0)):
        first = hours.names[int(is_odd[:, n].argmax())]
        params = {"node": hours.flows.network.nodes[n], "hour": first, "count": is_odd[:, n].sum()}
        found.append(Fault("trace_circle", Place("flows.csv"), params))
    return found


def hours_record(hours: Hours, traced: Traced) -> list[dict[str, Any]]:
    """Each hour as a plain record."""
    nodes = traced.flows.network.nodes
    return [
        {
            "hour": hour_name(name),
            "nodes": _named(nodes, traced.intensity[h]),
            "loads": {
                nodes[i]: float(traced.loads_t[h, i]) for i in np.flatnonzero(hours.has_load[h])
            },
            "losses_t": float(traced.lost_t[h].sum()),
            "closing_error": float(traced.closing_error[h]),
        }
        for h, name in enumerate(hours.names)
    ]  # fmt: skip


def _named(nodes: Sequence[str], values: Sequence[float]) -> dict[str, float | None]:
    found = zip(nodes, map(float, values), strict=True)
    return {node: None if math.isnan(value) else value for node, value in found}


def hour_name(text: str) -> int | str:
    """An hour as written: a whole number where it is one.

    Example:
        >>> hour_name("7"), hour_name("2025-03-01T07:00")
        (7, '2025-03-01T07:00')
    """
    return int(text) if text.isascii() and text.isdigit() else text
