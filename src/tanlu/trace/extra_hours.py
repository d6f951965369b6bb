"""Stores, plants and contracts of tables as arrays over the hours of the flows beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.trace.claims import Contract
from tanlu.trace.loops import Values
from tanlu.trace.plants import OWN_SHARES, Plant
from tanlu.trace.read_extra import Extras, Item
from tanlu.trace.store import Store

_KELVIN = 273.15
_CLOSE = 1e-6  # shares are written with six digits at most
_AMBIENT = 25.0


@dataclass(frozen=True)
class Apart:
    """What stands beside flows, sources and loads."""

    stores: tuple[Store, ...] = ()
    plants: tuple[Plant, ...] = ()
    contracts: tuple[Contract, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Whether there is neither a store nor a plant."""
        return not self.stores and not self.plants


@dataclass(frozen=True)
class Grid:
    """The hours and nodes of a table, by their numbers."""

    hours: Mapping[str, int]
    nodes: Mapping[str, int]

    def column(self, items: Sequence[Item], name: str, empty: float = 0.0) -> Values:
        """A column summed by hour. (hours,)"""
        found = np.zeros(len(self.hours))
        for item in items:
            found[self.hours[item.texts["hour"]]] += item.value(name, empty)
        return found

    def table(self, items: Sequence[Item], nodes: Sequence[str], name: str) -> Values:
        """A column summed by hour and node. (hours, nodes)"""
        found = np.zeros((len(self.hours), len(nodes)))
        at = {node: n for n, node in enumerate(nodes)}
        for item in items:
            if item.texts["node"] in at:
                place = self.hours[item.texts["hour"]], at[item.texts["node"]]
                found[place] += item.value(name)
        return found


def apart_of(extras: Extras, grid: Grid) -> Apart:
    """Stores, plants and contracts over all hours.

    Args:
        extras: The tables, read; shares that do not sum to 1 become faults of theirs.
        grid: Hours and nodes of the flows.

    Returns:
        The same as arrays.
    """
    stores = tuple(_store(item, extras, grid) for item in extras.of("stores"))
    plants = [_plant(item, extras, grid) for item in extras.of("converters")]
    contracts = tuple(_contract(item, grid) for item in extras.of("contracts"))
    return Apart(stores, tuple(plant for plant in plants if plant), contracts)


def _store(item: Item, extras: Extras, grid: Grid) -> Store:
    name = item.texts["store"]
    rows = [row for row in extras.of("storage") if row.texts["store"] == name]
    return Store(
        name, grid.nodes[item.texts["node"]], grid.column(rows, "charged_mwh"),
        grid.column(rows, "given_mwh"), item.value("charge_efficiency"),
        item.value("discharge_efficiency"), item.value("opening_mwh"), item.value("opening_t"),
    )  # fmt: skip


def _plant(item: Item, extras: Extras, grid: Grid) -> Plant | None:
    name, rule = item.texts["converter"], item.texts["rule"]
    rows = [row for row in extras.of("conversions") if row.texts["converter"] == name]
    at_nodes = [row for row in rows if row.texts["node"]]
    inputs = _nodes(at_nodes, "taken_mwh")
    outputs = _nodes(at_nodes, "given_mwh")
    if not outputs:
        extras.cells["converters"].wrong("trace_no_output", item.row, "converter", plant=name)
        return None
    own = [row for row in rows if not row.texts["node"]]
    shares = grid.table(at_nodes, outputs, "share")
    given = grid.table(at_nodes, outputs, "given_mwh")
    if rule == OWN_SHARES and len(outputs) > 1:
        _whole(item, extras, grid, shares * (given > 0.0), given)
    return Plant(
        name, rule, np.array([grid.nodes[n] for n in inputs], np.int64),
        grid.table(at_nodes, inputs, "taken_mwh"),
        np.array([grid.nodes[n] for n in outputs], np.int64), given,
        tuple(_kind(at_nodes, node) for node in outputs), shares,
        grid.column(own, "taken_mwh"), grid.column(rows, "direct_t"),
        _kelvin(item, "supply_celsius"), _kelvin(item, "ambient_celsius") or _AMBIENT + _KELVIN,
    )  # fmt: skip


def _nodes(rows: Sequence[Item], column: str) -> list[str]:
    return list(dict.fromkeys(r.texts["node"] for r in rows if r.numbers[column] is not None))


def _kind(rows: Sequence[Item], node: str) -> str:
    told = [r.texts["output"] for r in rows if r.texts["node"] == node and r.texts["output"]]
    return told[0] if told else ""


def _kelvin(item: Item, column: str) -> float | None:
    found = item.numbers[column]
    return None if found is None else found.value + _KELVIN


def _whole(item: Item, extras: Extras, grid: Grid, shares: Values, given: Values) -> None:
    total = shares.sum(axis=1)
    off = (np.abs(total - 1.0) > _CLOSE) & (given.sum(axis=1) > 0.0)
    if off.any():
        hour = int(off.argmax())
        params = {"hour": list(grid.hours)[hour], "total": f"{total[hour]:.6g}"}
        extras.cells["converters"].wrong(
            "trace_shares", item.row, "rule", plant=item.texts["converter"], **params
        )


def _contract(item: Item, grid: Grid) -> Contract:
    mwh = np.zeros(len(grid.hours))
    mwh[grid.hours[item.texts["hour"]]] = item.value("mwh")
    load, source = (grid.nodes[item.texts[side]] for side in ("node", "source"))
    return Contract(item.texts["contract"], load, source, mwh, item.value("factor_t_per_mwh"))
