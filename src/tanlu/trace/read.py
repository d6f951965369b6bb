"""Three tables of hours to flows: what was sent, what sources gave, what loads took."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from tanlu.errors import Fault, raise_errors
from tanlu.model.book import Row, Sheet
from tanlu.trace.cells import Cells, Number
from tanlu.trace.extra_hours import Apart, Grid, apart_of
from tanlu.trace.flows import Flows, no_branches
from tanlu.trace.loops import Values
from tanlu.trace.network import network, summed
from tanlu.trace.read_extra import Extras, Item, nodes_of, read_extras

FLOW_COLUMNS = ("hour", "from", "to", "sent_mwh", "received_mwh")
SOURCE_COLUMNS = ("hour", "node", "mwh", "intensity_t_per_mwh")
SOURCE_CLASS = "source"  # may stand beside them: grid, pv, storage; see `explain traced`
LOAD_COLUMNS = ("hour", "node", "mwh")
MARKET = "market_t_per_mwh"  # factor of what no contract names; else the intensity
SOURCE_MORE = (SOURCE_CLASS, MARKET)
_PARTS = 1e-3  # no rounding of digits excuses more of what flows through a node
_FLOAT = 1e-9

Flags = npt.NDArray[np.bool_]
Sheets: TypeAlias = Mapping[str, Sheet]
NONE: Sheets = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of one of the tables."""

    row: Row
    hour: str
    nodes: tuple[str, ...]
    numbers: tuple[Number, ...]

    @property
    def rounding(self) -> float:
        """How far rounding may have moved its energies."""
        return max(number.rounding for number in self.numbers)


@dataclass(frozen=True)
class Hours:
    """Flows with the names of their hours, as written, and the nodes with a load in each."""

    names: tuple[str, ...]
    flows: Flows
    has_load: Flags
    apart: Apart = field(default_factory=Apart)
    market: Values | None = None
    """Factor of each source for what no contract names. [t/MWh], (hours, nodes)"""

    def imbalance(self) -> Values:
        """What enters each node less what leaves it, stores and plants counted. [MWh]"""
        off, nodes = self.flows.imbalance(), len(self.flows.network.nodes)
        for store in self.apart.stores:
            off[:, store.node] += store.given - store.charged
        for plant in self.apart.plants:
            off += summed(plant.given, plant.outputs, nodes) - summed(
                plant.taken, plant.inputs, nodes
            )
        return off

    def through(self) -> Values:
        """What flows through each node, stores and plants counted. [MWh]"""
        passed = np.maximum(self.flows.inflow, self.flows.outflow)
        nodes = len(self.flows.network.nodes)
        for store in self.apart.stores:
            passed[:, store.node] += store.given + store.charged
        for plant in self.apart.plants:
            passed += summed(plant.given, plant.outputs, nodes)
            passed += summed(plant.taken, plant.inputs, nodes)
        return passed


@dataclass
class _Reader:
    """The three tables while they are read."""

    flows: Cells
    sources: Cells
    loads: Cells
    links: list[Entry] = field(default_factory=list)
    given: list[Entry] = field(default_factory=list)
    taken: list[Entry] = field(default_factory=list)
    turned: list[Entry] = field(default_factory=list)
    extras: Extras = field(default_factory=Extras)

    @property
    def faults(self) -> list[Fault]:
        apart = [fault for cells in self.extras.cells.values() for fault in cells.faults]
        return [*self.flows.faults, *self.sources.faults, *self.loads.faults, *apart]

    @property
    def entries(self) -> list[Entry]:
        return [*self.links, *self.given, *self.taken, *self.turned]


def read_hours(flows: Sheet, sources: Sheet, loads: Sheet, extras: Sheets = NONE) -> Hours:
    """Flows of hours from three tables as written, and from those that may stand beside them.

    Args:
        flows: `hour,from,to,sent_mwh,received_mwh`; where both are below 0 it flowed back.
        sources: `hour,node,mwh,intensity_t_per_mwh`; one below 0 takes: it is a load.
        loads: `hour,node,mwh`.
        extras: Stores, storage, converters, conversions, contracts: see `read_extra`.

    Returns:
        Flows whose nodes balance within the rounding of their printed digits.

    Raises:
        InputError: With every fault: what is no number, negative, received above sent, a
            node that no flow reaches, and nodes that do not balance, by how much.
    """
    reader = _read(flows, sources, loads, extras)
    hours = _hours(reader)
    raise_errors([*reader.faults, *_unbalanced(reader, hours)])
    return hours


def read_measured(flows: Sheet, sources: Sheet, loads: Sheet, extras: Sheets = NONE) -> Hours:
    """The same for flows that are to be reconciled: nodes need not balance.

    Args:
        flows: See `read_hours`.
        sources: See `read_hours`.
        loads: See `read_hours`.
        extras: See `read_hours`.

    Returns:
        Flows as measured.

    Raises:
        InputError: With every other fault.
    """
    reader = _read(flows, sources, loads, extras)
    hours = _hours(reader)
    raise_errors(reader.faults)
    return hours


def _read(flows: Sheet, sources: Sheet, loads: Sheet, extras: Sheets) -> _Reader:
    reader = _Reader(Cells(flows), Cells(sources), Cells(loads), extras=read_extras(extras))
    _links(reader)
    reader.given = _at_nodes(reader.sources, SOURCE_COLUMNS, SOURCE_MORE)
    reader.taken = _at_nodes(reader.loads, LOAD_COLUMNS)
    _turned(reader)
    _known(reader)
    _contracts(reader)
    raise_errors(reader.faults)
    return reader


def _links(reader: _Reader) -> None:
    cells = reader.flows
    if not cells.columns(FLOW_COLUMNS):
        return
    for row in cells.sheet.rows:
        hour, *ends = (cells.text(row, name) for name in FLOW_COLUMNS[:3])
        sent, received = _ends_of(cells, row)
        if ends[0] is not None and ends[0] == ends[1]:
            cells.wrong("trace_to_itself", row, "to", node=ends[0])
        elif hour and ends[0] and ends[1] and sent and received:
            if sent.value < 0.0:  # it flowed the other way: the greater of the two was sent
                ends.reverse()
                sent, received = (_turn(n) for n in sorted((sent, received), key=_value))
            if received.value > sent.value:
                params = {"received": row.cells["received_mwh"], "sent": row.cells["sent_mwh"]}
                cells.wrong("trace_received_above_sent", row, "received_mwh", **params)
            reader.links.append(Entry(row, hour, (ends[0], ends[1]), (sent, received)))


def _ends_of(cells: Cells, row: Row) -> tuple[Number | None, Number | None]:
    before = len(cells.faults)
    both = [cells.number(row, name) for name in FLOW_COLUMNS[3:]]
    if all(number and number.value < 0.0 for number in both):
        return both[0], both[1]
    del cells.faults[before:]
    sent, received = (cells.amount(row, name) for name in FLOW_COLUMNS[3:])
    return sent, received


def _turn(number: Number) -> Number:
    return Number(-number.value, number.rounding)


def _value(number: Number) -> float:
    return number.value


def _at_nodes(cells: Cells, columns: Sequence[str], allowed: Sequence[str] = ()) -> list[Entry]:
    found: list[Entry] = []
    if not cells.columns(columns, allowed):
        return found
    # what gives less than nothing takes; what takes less than nothing is wrong
    energy = cells.number if allowed else cells.amount
    for row in cells.sheet.rows:
        hour, node = cells.text(row, "hour"), cells.text(row, "node")
        numbers = [energy(row, "mwh"), *(cells.number(row, name) for name in columns[3:])]
        if allowed:
            market = cells.number(row, MARKET) if row.cells.get(MARKET, "") else numbers[-1]
            numbers.append(market)
        whole = tuple(number for number in numbers if number)
        if hour and node and len(whole) == len(numbers):
            found.append(Entry(row, hour, (node,), whole))
    return found


def _turned(reader: _Reader) -> None:
    below = [entry for entry in reader.given if entry.numbers[0].value < 0.0]
    reader.given = [entry for entry in reader.given if entry.numbers[0].value >= 0.0]
    reader.turned = [replace(e, numbers=(_turn(e.numbers[0]),)) for e in below]


def _contracts(reader: _Reader) -> None:
    ends = {"source": sorted(_nodes(reader.given)), "node": sorted(_nodes(reader.taken))}
    tables = {"source": "sources.csv", "node": "loads.csv"}
    hours = {entry.hour for entry in reader.entries}
    for item in reader.extras.of("contracts"):
        cells = reader.extras.cells["contracts"]
        for side, known in ends.items():
            if item.texts[side] not in known:
                params = {"name": item.texts[side], "known": ", ".join(known[:20])}
                cells.wrong("trace_no_such", item.row, side, table=tables[side], **params)
        if item.texts["hour"] not in hours:
            params = {"name": item.texts["hour"], "known": ", ".join(_order(hours)[:20])}
            cells.wrong("trace_no_such", item.row, "hour", table="loads.csv", **params)


def _known(reader: _Reader) -> None:
    on_links = {node for entry in reader.links for node in entry.nodes}
    on_links.update(nodes_of(reader.extras))
    given, taken = (_nodes(entries) for entries in (reader.given, reader.taken))
    known = ", ".join(sorted(on_links)[:20])
    for cells, entries, other in (
        (reader.sources, reader.given, taken), (reader.loads, reader.taken, given),
    ):  # fmt: skip
        for entry in entries:
            node = entry.nodes[0]
            # a node that no flow touches may feed itself
            if node not in on_links and node not in other and entry.numbers[0].value:
                cells.wrong("trace_unknown_node", entry.row, "node", node=node, known=known)


def _nodes(entries: Sequence[Entry]) -> set[str]:
    return {entry.nodes[0] for entry in entries}


def _order(names: set[str]) -> list[str]:
    try:
        return sorted(names, key=float)
    except ValueError:
        return sorted(names)


def _hours(reader: _Reader) -> Hours:
    beside = [i.texts["hour"] for n in ("storage", "conversions") for i in reader.extras.of(n)]
    names = _order({*(entry.hour for entry in reader.entries), *beside})
    named = (node for entry in reader.entries for node in entry.nodes)
    nodes = list(dict.fromkeys([*named, *nodes_of(reader.extras)]))
    at = {name: n for n, name in enumerate(names)}
    number = {name: n for n, name in enumerate(nodes)}
    pairs = list(dict.fromkeys((e.nodes[0], e.nodes[1]) for e in reader.links))
    links = {pair: n for n, pair in enumerate(pairs)}
    sent, received = (np.zeros((len(names), len(pairs))) for _ in range(2))
    for entry in reader.links:
        place = at[entry.hour], links[entry.nodes[0], entry.nodes[1]]
        sent[place] += entry.numbers[0].value
        received[place] += entry.numbers[1].value
    given, carbon, market, loads = (np.zeros((len(names), len(nodes))) for _ in range(4))
    for entry in reader.given:
        place = at[entry.hour], number[entry.nodes[0]]
        energy, intensity, factor = (n.value for n in entry.numbers)
        given[place] += energy
        carbon[place] += energy * intensity
        market[place] += energy * factor
    has_load = np.zeros(loads.shape, np.bool_)
    for entry in (*reader.taken, *reader.turned):
        place = at[entry.hour], number[entry.nodes[0]]
        loads[place] += entry.numbers[0].value
        has_load[place] = True
    none = no_branches(len(names))
    flows = Flows(
        network(nodes, links=pairs), none, none, sent, received, np.arange(len(nodes)), given,
        carbon, loads,
    )  # fmt: skip
    factors = np.divide(market, given, out=np.zeros_like(market), where=given != 0.0)
    apart = apart_of(reader.extras, Grid(at, number))
    return Hours(tuple(names), flows, has_load, apart, factors)


def _allowed(reader: _Reader, hours: Hours) -> Values:
    flows, through = hours.flows, hours.through()
    rounding = np.zeros_like(through)
    at = {name: n for n, name in enumerate(hours.names)}
    number = {name: n for n, name in enumerate(flows.network.nodes)}
    for entry in reader.entries:
        for node in entry.nodes:
            rounding[at[entry.hour], number[node]] += entry.rounding
    for item, node in _items_at(reader.extras):
        known = [n.rounding for n in item.numbers.values() if n is not None]
        rounding[at[item.texts["hour"]], number[node]] += max(known, default=0.0)
    return np.asarray(np.minimum(rounding, _PARTS * through) + _FLOAT * through)


def _items_at(extras: Extras) -> list[tuple[Item, str]]:
    stands = {item.texts["store"]: item.texts["node"] for item in extras.of("stores")}
    stored = [(item, stands[item.texts["store"]]) for item in extras.of("storage")]
    return stored + [(i, i.texts["node"]) for i in extras.of("conversions") if i.texts["node"]]


def _unbalanced(reader: _Reader, hours: Hours) -> list[Fault]:
    flows, apart = hours.flows, hours.imbalance()
    off = np.abs(apart) > _allowed(reader, hours)
    found = []
    for n in np.flatnonzero(off.any(axis=0)):
        node = flows.network.nodes[n]
        worst = int(np.abs(apart[:, n]).argmax())
        cells, row = _where(reader, node, hours.names[worst])
        leaves = flows.outflow[worst, n]
        enters = leaves + apart[worst, n]
        params = {
            "node": node, "hour": hours.names[worst], "count": int(off[:, n].sum()),
            "enters": f"{enters:.10g}", "leaves": f"{leaves:.10g}",
            "off": f"{enters - leaves:+.6g}",
        }  # fmt: skip
        found.append(Fault("trace_unbalanced", cells.sheet.place(row.number), params))
    return found


def _where(reader: _Reader, node: str, hour: str) -> tuple[Cells, Row]:
    tables = (
        (reader.loads, reader.taken), (reader.flows, reader.links), (reader.sources, reader.given),
    )  # fmt: skip
    found = (
        (cells, entry.row)
        for cells, entries in tables
        for entry in entries
        if entry.hour == hour and node in entry.nodes
    )
    beside = (
        (cells, item.row)
        for cells in reader.extras.cells.values()
        for item, at in _items_at(reader.extras)
        if at == node and item.texts["hour"] == hour and item.row in cells.sheet.rows
    )
    return next(found, None) or next(beside)
