"""Use case: the carbon flow of a folder of plain tables, as the command line prints it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from tanlu.catalog.joint import joint_rules
from tanlu.connect.plain import read_all
from tanlu.errors import Fault, InputError, Place
from tanlu.model.book import Sheet
from tanlu.trace.converter import connect
from tanlu.trace.flows import Flows, Loss
from tanlu.trace.loops import Values
from tanlu.trace.open_flows import trace_open
from tanlu.trace.plants import Plant, converters
from tanlu.trace.read import Hours, read_hours, read_measured
from tanlu.trace.read_extra import EXTRAS
from tanlu.trace.reconcile_flows import ReconciledFlows, reconciled_flows
from tanlu.trace.store import Kept, trace_stores
from tanlu.trace.traced import Traced, lost_of_sources, trace

TABLES = ("flows", "sources", "loads")
_NOISE = 1e-12


@dataclass(frozen=True)
class Folder:
    """A folder traced: its hours, their carbon, and the ledgers of its stores."""

    hours: Hours
    traced: Traced
    kept: tuple[Kept, ...]
    moved: tuple[Hours, ReconciledFlows] | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """Names of the sources of the traced flows: nodes, plants that emit, stores."""
        count = len(self.traced.flows.at) - len(self.kept)
        nodes = self.traced.flows.network.nodes
        first = [nodes[n] for n in self.traced.flows.at[:count]]
        return (*first, *(kept.store.name for kept in self.kept))


def trace_folder(folder: Path, loss: Loss) -> tuple[dict[str, Any], list[Fault]]:
    """Trace `flows.csv`, `sources.csv` and `loads.csv` of a folder, and what stands beside them.

    Args:
        folder: Where they are.
        loss: Who bears what is lost.

    Returns:
        Hours with intensities [t/MWh], carbon of loads and losses [t], and closing error;
        and warnings: nodes where power goes round without a source.

    Raises:
        InputError: With every fault of the tables.
    """
    found = traced_folder(folder, loss)
    return flow_record(found), circles(found.hours, found.traced)


def trace_measured(
    folder: Path, loss: Loss, meter_class: float
) -> tuple[dict[str, Any], list[Fault]]:
    """The same for measured flows: reconciled first, all meters being of one class.

    Args:
        folder: Where the tables are.
        loss: Who bears what is lost.
        meter_class: Class of all meters. [%]

    Returns:
        Hours, and how far meters had to be moved; and warnings.

    Raises:
        InputError: With every fault of the tables, or where meters cannot balance.
    """
    found = reconciled_folder(folder, loss, meter_class)
    return flow_record(found), circles(found.hours, found.traced)


def traced_folder(folder: Path, loss: Loss) -> Folder:
    """A folder read and traced; see `trace_folder`."""
    return traced_sheets(_sheets(folder), loss)


def reconciled_folder(folder: Path, loss: Loss, meter_class: float) -> Folder:
    """A folder read, reconciled and traced; see `trace_measured`."""
    return reconciled_sheets(_sheets(folder), loss, meter_class)


def traced_sheets(sheets: Mapping[str, Sheet], loss: Loss) -> Folder:
    """Tables by name, read and traced; see `trace_folder`."""
    flows, sources, loads, beside = _parted(sheets)
    return traced_hours(read_hours(flows, sources, loads, beside), loss)


def reconciled_sheets(sheets: Mapping[str, Sheet], loss: Loss, meter_class: float) -> Folder:
    """Tables by name, read, reconciled and traced; see `trace_measured`."""
    measured = read_measured(*_parted(sheets))
    if not measured.apart.is_bare:
        raise InputError.of("trace_not_together", one="--reconcile", other="stores, converters")
    done = reconciled_flows(measured.flows, meter_class)
    found = traced_hours(replace(measured, flows=done.flows), loss)
    return replace(found, moved=(measured, done))


def open_folder(folder: Path, loss: Loss) -> Folder:
    """A folder whose nodes need not balance: what is off goes to a sink of its own.

    Args:
        folder: Where the tables are.
        loss: Who bears what is lost.

    Returns:
        Hours, with what is off at each node beside them.

    Raises:
        InputError: With every other fault, or where stores or plants stand beside.
    """
    measured = read_measured(*_parted(_sheets(folder)))
    if not measured.apart.is_bare:
        raise InputError.of("trace_not_together", one="--imbalance", other="stores, converters")
    return Folder(measured, trace_open(measured.flows, loss), ())


def imbalance_record(found: Folder) -> list[dict[str, Any]]:
    """What is off at each node by hour: in less out [MWh], and its carbon [t]."""
    off, nodes = found.hours.flows.imbalance(), found.hours.flows.network.nodes
    carbon = np.nan_to_num(found.traced.intensity) * off
    return [
        {
            "hour": hour_name(name),
            "nodes": {
                nodes[n]: {"mwh": float(off[h, n]), "t": float(carbon[h, n])}
                for n in np.flatnonzero(np.abs(off[h]) > _NOISE * found.hours.through()[h])
            },
        }
        for h, name in enumerate(found.hours.names)
    ]  # fmt: skip


def _sheets(folder: Path) -> dict[str, Sheet]:
    there = [*TABLES, *(name for name in EXTRAS if (folder / f"{name}.csv").is_file())]
    return dict(zip(there, read_all(folder, there), strict=True))


def _parted(sheets: Mapping[str, Sheet]) -> tuple[Sheet, Sheet, Sheet, Mapping[str, Sheet]]:
    flows, sources, loads = (sheets[name] for name in TABLES)
    return flows, sources, loads, {n: s for n, s in sheets.items() if n in EXTRAS}


def traced_hours(hours: Hours, loss: Loss, plants: Sequence[Plant] | None = None) -> Folder:
    """Hours traced with their stores and plants.

    Args:
        hours: Balanced hours.
        loss: Who bears what is lost.
        plants: Plants, such as the same ones under another rule; those of the hours if none.

    Returns:
        Intensities, and the ledgers of stores.
    """
    own = hours.apart.plants if plants is None else plants
    flows = connect(hours.flows, converters(own, joint_rules()))
    if not hours.apart.stores:
        return Folder(hours, trace(flows, loss), ())
    traced, kept = trace_stores(flows, hours.apart.stores, loss)
    return Folder(hours, traced, tuple(kept))


def flow_record(found: Folder) -> dict[str, Any]:
    """A folder as a plain record: hours, ledgers of stores and plants, what meters had to move."""
    record: dict[str, Any] = {"hours": hours_record(found.hours, found.traced)}
    if found.traced.loss == "net":
        _bear(record["hours"], found)
    if found.kept:
        record["stores"] = {kept.store.name: _store(found.hours, kept) for kept in found.kept}
    if found.hours.apart.plants:
        record["converters"] = _plants(found)
    if found.moved:
        record["reconciled"] = _moved(*found.moved)
    return record


def _bear(hours: list[dict[str, Any]], found: Folder) -> None:
    # under net each source bears what is lost on the way of what it gives
    lost, names = lost_of_sources(found.traced.flows), found.sources
    for hour, row in zip(hours, lost, strict=True):
        borne: dict[str, float] = {}
        for n in np.flatnonzero(row):
            borne[names[n]] = borne.get(names[n], 0.0) + float(row[n])
        hour["lost_by_source"] = borne


def _store(hours: Hours, kept: Kept) -> dict[str, Any]:
    names = ("held_mwh", "held_t", "taken_t", "given_t", "left_t")
    rows = zip(hours.names, *(getattr(kept, name).tolist() for name in names), strict=True)
    return {
        "hours": [{"hour": hour_name(row[0]), **dict(zip(names, row[1:], strict=True))}
                  for row in rows],
        "closing_error_t": kept.closing_error,
    }  # fmt: skip


def _plants(found: Folder) -> dict[str, Any]:
    nodes, traced = found.traced.flows.network.nodes, found.traced
    number = {name: n for n, name in enumerate(nodes)}
    record = {}
    for plant, made in zip(
        found.hours.apart.plants, converters(found.hours.apart.plants, joint_rules()), strict=True
    ):
        here = traced.intensity[:, number[plant.name]]
        carbon = here * np.maximum(
            plant.given.sum(axis=1), traced.flows.loads[:, number[plant.name]]
        )
        record[plant.name] = {
            "rule": plant.rule or "energy",
            "hours": [
                {
                    "hour": hour_name(name), "carbon_t": float(carbon[h]),
                    "outputs": {
                        nodes[n]: _per(carbon[h] * made.shares[h, k], plant.given[h, k])
                        for k, n in enumerate(plant.outputs)
                    },
                }
                for h, name in enumerate(found.hours.names)
            ],
        }  # fmt: skip
    return record


def _per(carbon: float, energy: float) -> float | None:
    return float(carbon / energy) if energy else None


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
    nodes = hours.flows.network.nodes
    is_odd = np.isnan(traced.intensity[:, : len(nodes)]) & (hours.through() > 0.0)
    found = []
    for n in np.flatnonzero(is_odd.any(axis=0)):
        first = hours.names[int(is_odd[:, n].argmax())]
        params = {"node": nodes[n], "hour": first, "count": is_odd[:, n].sum()}
        found.append(Fault("trace_circle", Place("flows.csv"), params))
    return found


def hours_record(hours: Hours, traced: Traced) -> list[dict[str, Any]]:
    """Each hour as a plain record; stores and plants stand apart."""
    nodes = hours.flows.network.nodes
    intensity = traced.intensity[:, : len(nodes)]
    loads_t = _loads(intensity, hours.flows)
    return [
        {
            "hour": hour_name(name),
            "nodes": _named(nodes, intensity[h]),
            "loads": {
                nodes[i]: float(loads_t[h, i]) for i in np.flatnonzero(hours.has_load[h])
            },
            "losses_t": float(traced.lost_t[h].sum()),
            "closing_error": float(traced.closing_error[h]),
        }
        for h, name in enumerate(hours.names)
    ]  # fmt: skip


def _loads(intensity: Values, flows: Flows) -> Values:
    loads_t: Values = np.where(flows.loads != 0.0, intensity * flows.loads, 0.0)
    return loads_t


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
