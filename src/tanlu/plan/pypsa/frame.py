"""The problem under construction: a network's active components and their columns."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from tanlu.plan.lp import Problem
from tanlu.plan.lp.problem import Block
from tanlu.plan.lp.problem import Places as Columns
from tanlu.plan.pypsa.network import Flags, Network, Numbers, Places, Table, Time

SIZED = {
    "generators": "p_nom",
    "lines": "s_nom",
    "transformers": "s_nom",
    "links": "p_nom",
    "processes": "p_nom",
    "stores": "e_nom",
    "storage_units": "p_nom",
}
"""Lists whose components have a size, and what it is called."""

COMMITTED = ("generators", "links", "processes")
"""Lists whose components may be switched on and off."""

NONE = -1


@dataclass(slots=True)
class Part:
    """The active components of one list, and their columns in the problem.

    `size` and `modules` hold column numbers, or -1; `flow` the columns of each operational
    variable. Shape of `is_on` and of each flow: snapshots × components.
    """

    table: Table
    is_on: Flags
    size: Columns
    modules: Columns
    flow: dict[str, Columns] = field(default_factory=dict)

    @property
    def size_name(self) -> str:
        """What the size is called, such as "p_nom"."""
        return SIZED[self.table.list_name]

    @property
    def is_extendable(self) -> Flags:
        """Which sizes are sought."""
        return self.table.flags(f"{self.size_name}_extendable")

    @property
    def is_modular(self) -> Flags:
        """Which sizes come in whole modules."""
        return self.table.numbers(f"{self.size_name}_mod") > 0

    @property
    def is_committable(self) -> Flags:
        """Which components are switched on and off."""
        if self.table.list_name not in COMMITTED:
            return np.zeros(len(self.table), bool)
        return self.table.flags("committable")

    def dense(self, name: str) -> Numbers:
        """An attribute at each snapshot. Shape: snapshots × components."""
        return np.broadcast_to(self.table.over_time(name), self.is_on.shape)


@dataclass(slots=True)
class Frame:
    """A network becoming a linear problem."""

    network: Network
    problem: Problem
    parts: dict[str, Part]
    bus: dict[str, int]
    limits: dict[str, Block] = field(default_factory=dict)

    @property
    def time(self) -> Time:
        """Snapshots and weights."""
        return self.network.time

    def buses_of(self, part: Part, column: str) -> Places:
        """Number of the bus that a column of a list names, -1 where it names none."""
        names = part.table.texts(column)
        return np.array([self.bus.get(str(name), NONE) for name in names], np.int64)

    def variable(self, part: Part, name: str, low: ArrayLike, high: ArrayLike) -> None:
        """Columns of an operational variable; nothing runs while a component is not there."""
        shape = part.is_on.shape
        low = np.where(part.is_on, np.broadcast_to(low, shape), 0.0)
        high = np.where(part.is_on, np.broadcast_to(high, shape), 0.0)
        block = self.problem.columns(f"{part.table.component}-{name}", shape, low, high)
        part.flow[name] = block.at

    def rows(self, name: str, where: Flags, low: ArrayLike, high: ArrayLike) -> Columns:
        """Rows for the true cells of a mask: their numbers in its shape, -1 elsewhere."""
        lows, highs = np.broadcast_to(low, where.shape), np.broadcast_to(high, where.shape)
        count = int(where.sum())
        block = self.problem.rows(name, (count,), lows[where], highs[where])
        at = np.full(where.shape, NONE, np.int32)
        at[where] = block.at
        return at

    def add(self, rows: Columns, columns: ArrayLike, values: ArrayLike) -> None:
        """Terms where a row exists; all three broadcast to the rows' shape."""
        where = rows != NONE
        at = np.broadcast_to(np.asarray(columns), rows.shape)
        coefficient = np.broadcast_to(np.asarray(values, float), rows.shape)
        self.problem.add(rows[where], at[where], coefficient[where])

    def add_before(
        self, rows: Columns, columns: Columns, lag: int, values: Numbers | float
    ) -> None:
        """Terms values × what a variable was some snapshots earlier; nothing before the first."""
        count = columns.shape[0]
        gone = np.full((min(lag, count), columns.shape[1]), NONE, np.int32)
        earlier = np.vstack([gone, columns[: count - gone.shape[0]]])
        self.add(np.where(earlier == NONE, NONE, rows), earlier, values)


def open_frame(network: Network) -> Frame:
    """An empty problem for a network; what is switched off for good is left out."""
    parts = {}
    for name in [*SIZED, "loads"]:
        table = network.table(name)
        table = table.select(table.flags("active"))
        empty = np.full(len(table), NONE, np.int32)
        parts[name] = Part(table, _is_on(table, network.time), empty, empty.copy())
    names = {bus: at for at, bus in enumerate(network.table("buses").names)}
    return Frame(network, Problem(), parts, names)


def _is_on(table: Table, time: Time) -> Flags:
    if not time.has_periods or table.list_name == "loads":
        return np.ones((len(time), len(table)), bool)
    return alive(table, time)[time.at_period]


def alive(table: Table, time: Time) -> Flags:
    """Which components stand in which period. Shape: periods × components."""
    years = np.array(time.periods, float)[:, None]
    built = table.numbers("build_year")[None, :]
    return (built <= years) & (years < built + table.numbers("lifetime")[None, :])
