"""Use case: the carbon flow of a folder of plain tables, as the command line prints it."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tanlu.connect.plain import read_plain
from tanlu.errors import Fault, Place
from tanlu.trace.flows import Loss
from tanlu.trace.read import Hours, read_hours
from tanlu.trace.traced import Traced, trace


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
    sheets = [read_plain(folder / f"{name}.csv") for name in ("flows", "sources", "loads")]
    hours = read_hours(*sheets)
    traced = trace(hours.flows, loss)
    return {"hours": hours_record(hours, traced)}, circles(hours, traced)


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
