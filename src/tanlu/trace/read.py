"""Three tables of hours to flows: what was sent, what sources gave, what loads took."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tanlu.errors import Fault, raise_errors
from tanlu.model.book import Row, Sheet
from tanlu.trace.cells import Cells, Number
from tanlu.trace.flows import Flows, no_branches
from tanlu.trace.loops import Values
from tanlu.trace.network import network

FLOW_COLUMNS = ("hour", "from", "to", "sent_mwh", "received_mwh")
SOURCE_COLUMNS = ("hour", "node", "mwh", "intensity_t_per_mwh")
SOURCE_CLASS = "source"  # may stand beside them: grid, pv, storage; see `explain traced`
LOAD_COLUMNS = ("hour", "node", "mwh")
_PARTS = 1e-3  # no rounding of digits excuses more of what flows through a node
_FLOAT = 1e-9

Flags = npt.NDArray[np.bool_]


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


@dataclass
class _Reader:
    """The three tables while they are read."""

    flows: Cells
    sources: Cells
    loads: Cells
    links: list[Entry] = field(default_factory=list)
    given: list[Entry] = field(default_factory=list)
    taken: list[Entry] = field(default_factory=list)

    @property
    def faults(self) -> list[Fault]:
        return [*self.flows.faults, *self.sources.faults, *self.loads.faults]

    @property
    def entries(self) -> list[Entry]:
        return [*self.links, *self.given, *self.taken]


def read_hours(flows: Sheet, sources: Sheet, loads: Sheet) -> Hours:
    """Flows of hours from three tables as written.

    Args:
        flows: `hour,from,to,sent_mwh,received_mwh`.
        sources: `hour,node,mwh,intensity_t_per_mwh`.
        loads: `hour,node,mwh`.

    Returns:
        Flows whose nodes balance within the rounding of their printed digits.

    Raises:
        InputError: With every fault: what is no number, negative, received above sent, a
            node that no flow reaches, and nodes that do not balance, by how much.
    """
    reader = _read(flows, sources, loads)
    hours = _hours(reader)
    raise_errors(_unbalanced(reader, hours))
    return hours


def read_measured(flows: Sheet, sources: Sheet, loads: Sheet) -> Hours:
    """The same for flows that are to be reconciled: nodes need not balance.

    Args:
        flows: See `read_hours`.
        sources: See `read_hours`.
        loads: See `read_hours`.

    Returns:
        Flows as measured.

    Raises:
        InputError: With every other fault.
    """
    return _hours(_read(flows, sources, loads))


def _read(flows: Sheet, sources: Sheet, loads: Sheet) -> _Reader:
    reader = _Reader(Cells(flows), Cells(sources), Cells(loads))
    _links(reader)
    reader.given = _at_nodes(reader.sources, SOURCE_COLUMNS)
    reader.taken = _at_nodes(reader.loads, LOAD_COLUMNS)
    _known(reader)
    raise_errors(reader.faults)
    return reader


def _links(reader: _Reader) -> None:
    cells = reader.flows
    if not cells.columns(FLOW_COLUMNS):
        return
    for row in cells.sheet.rows:
        hour, *ends = (cells.text(row, name) for name in FLOW_COLUMNS[:3])
        sent, received = (cells.amount(row, name) for name in FLOW_COLUMNS[3:])
        if ends[0] is not None and ends[0] == ends[1]:
            cells.wrong("trace_to_itself", row, "to", node=ends[0])
        elif hour and ends[0] and ends[1] and sent and received:
            if received.value > sent.value:
                params = {"received": row.cells["received_mwh"], "sent": row.cells["sent_mwh"]}
                cells.wrong("trace_received_above_sent", row, "received_mwh", **params)
            reader.links.append(Entry(row, hour, (ends[0], ends[1]), (sent, received)))


def _at_nodes(cells: Cells, columns: Sequence[str]) -> list[Entry]:
    found: list[Entry] = []
    allowed = (SOURCE_CLASS,) if columns is SOURCE_COLUMNS else ()
    if not cells.columns(columns, allowed):
        return found
    for row in cells.sheet.rows:
        hour, node = cells.text(row, "hour"), cells.text(row, "node")
        numbers = [cells.amount(row, "mwh"), *(cells.number(row, name) for name in columns[3:])]
        whole = tuple(number for number in numbers if number)
        if hour and node and len(whole) == len(numbers):
            found.append(Entry(row, hour, (node,), whole))
    return found


def _known(reader: _Reader) -> None:
    on_links = {node for entry in reader.links for node in entry.nodes}
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
    names = _order({entry.hour for entry in reader.entries})
    nodes = list(dict.fromkeys(node for entry in reader.entries for node in entry.nodes))
    at = {name: n for n, name in enumerate(names)}
    number = {name: n for n, name in enumerate(nodes)}
    pairs = list(dict.fromkeys((e.nodes[0], e.nodes[1]) for e in reader.links))
    links = {pair: n for n, pair in enumerate(pairs)}
    sent, received = (np.zeros((len(names), len(pairs))) for _ in range(2))
    for entry in reader.links:
        place = at[entry.hour], links[entry.nodes[0], entry.nodes[1]]
        sent[place] += entry.numbers[0].value
        received[place] += entry.numbers[1].value
    given, carbon, loads = (np.zeros((len(names), len(nodes))) for _ in range(3))
    for entry in reader.given:
        place = at[entry.hour], number[entry.nodes[0]]
        energy, intensity = (n.value for n in entry.numbers)
        given[place] += energy
        carbon[place] += energy * intensity
    has_load = np.zeros(loads.shape, np.bool_)
    for entry in reader.taken:
        place = at[entry.hour], number[entry.nodes[0]]
        loads[place] += entry.numbers[0].value
        has_load[place] = True
    none = no_branches(len(names))
    flows = Flows(
        network(nodes, links=pairs), none, none, sent, received, np.arange(len(nodes)), given,
        carbon, loads,
    )  # fmt: skip
    return Hours(tuple(names), flows, has_load)


def _allowed(reader: _Reader, hours: Hours) -> Values:
    flows = hours.flows
    through = np.maximum(flows.inflow, flows.outflow)
    rounding = np.zeros_like(through)
    at = {name: n for n, name in enumerate(hours.names)}
    number = {name: n for n, name in enumerate(flows.network.nodes)}
    for entry in reader.entries:
        for node in entry.nodes:
            rounding[at[entry.hour], number[node]] += entry.rounding
    return np.asarray(np.minimum(rounding, _PARTS * through) + _FLOAT * through)


def _unbalanced(reader: _Reader, hours: Hours) -> list[Fault]:
    flows = hours.flows
    off = np.abs(flows.imbalance()) > _allowed(reader, hours)
    found = []
    for n in np.flatnonzero(off.any(axis=0)):
        node = flows.network.nodes[n]
        worst = int(np.abs(flows.imbalance()[:, n]).argmax())
        cells, row = _where(reader, node, hours.names[worst])
        enters, leaves = flows.inflow[worst, n], flows.outflow[worst, n]
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
    return next(
        (cells, entry.row)
        for cells, entries in tables
        for entry in entries
        if entry.hour == hour and node in entry.nodes
    )
