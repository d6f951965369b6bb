"""A PyPSA network as plain arrays: time, weights, and one table for each list of components."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tanlu.errors import Fault, Place
from tanlu.plan.pypsa.schema import COMPONENTS, attribute

Numbers: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
Places: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Series:
    """A time-dependent attribute of some components of a table. Shape: snapshots × `of`."""

    of: Places
    values: Numbers


@dataclass(frozen=True, slots=True)
class Table:
    """The components of one list.

    `static` holds the attributes that were given; what is absent has PyPSA's default.

    Example:
        >>> gas = Table("generators", ("gas",), {"p_nom": np.array([5.0])}, {})
        >>> gas.numbers("p_nom"), gas.numbers("p_max_pu")
        (array([5.]), array([1.]))
    """

    list_name: str
    names: tuple[str, ...]
    static: Mapping[str, NDArray[Any]]
    series: Mapping[str, Series]
    strange: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.names)

    @property
    def component(self) -> str:
        """PyPSA's name of the component, such as "Generator"."""
        return COMPONENTS[self.list_name]

    def numbers(self, name: str) -> Numbers:
        """A static attribute as numbers, one a component."""
        return np.asarray(self._column(name), float)

    def flags(self, name: str) -> Flags:
        """A static attribute as yes or no."""
        return np.asarray(self._column(name), bool)

    def texts(self, name: str) -> NDArray[Any]:
        """A static attribute as texts."""
        return np.asarray(self._column(name), object)

    def over_time(self, name: str) -> Numbers:
        """An attribute at each snapshot. Shape: 1 or snapshots × components."""
        still = self.numbers(name)[None, :]
        series = self.series.get(name)
        if series is None:
            return still
        spread = np.repeat(still, series.values.shape[0], axis=0)
        spread[:, series.of] = series.values
        return spread

    def has(self, name: str) -> bool:
        """Whether an attribute was given at all."""
        return name in self.static or name in self.series

    def place(self, index: int | None = None, column: str = "") -> Place:
        """Where a component stands in the exported folder."""
        row = None if index is None else index + 2
        return Place(f"{self.list_name}.csv", row=row, column=column)

    def select(self, keep: Flags) -> "Table":
        """The table with some of its components only."""
        if keep.all():
            return self
        new = np.cumsum(keep) - 1
        return Table(
            self.list_name,
            tuple(name for name, is_kept in zip(self.names, keep, strict=True) if is_kept),
            {key: column[keep] for key, column in self.static.items()},
            {
                key: Series(new[one.of[keep[one.of]]], one.values[:, keep[one.of]])
                for key, one in self.series.items()
            },
            self.strange,
        )

    def change(self, **columns: NDArray[Any]) -> "Table":
        """The table with some static attributes replaced."""
        static = {**self.static, **columns}
        return Table(self.list_name, self.names, static, self.series, self.strange)

    def _column(self, name: str) -> NDArray[Any]:
        if name in self.static:
            return self.static[name]
        known = attribute(self.list_name, name)
        if known is None:
            raise KeyError(f"{self.list_name} have no attribute {name!r}")
        return np.full(len(self), known.default)


@dataclass(frozen=True, slots=True)
class Time:
    """Snapshots and what they weigh.

    `period` is the investment period of each snapshot, absent where there are none;
    `objective`, `stores` and `generators` are PyPSA's snapshot weightings [h].
    `years` and `period_objective` are the weightings of the periods.
    """

    labels: tuple[str, ...]
    objective: Numbers
    stores: Numbers
    generators: Numbers
    period: Places | None = None
    periods: tuple[int, ...] = ()
    years: Numbers = field(default_factory=lambda: np.zeros(0))
    period_objective: Numbers = field(default_factory=lambda: np.zeros(0))

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def has_periods(self) -> bool:
        """Whether the network invests in several periods."""
        return self.period is not None

    @property
    def at_period(self) -> Places:
        """Number of each snapshot's period in `periods`. Shape: snapshots."""
        if self.period is None:
            return np.zeros(len(self), np.int64)
        order = {period: at for at, period in enumerate(self.periods)}
        return np.array([order[int(p)] for p in self.period], np.int64)

    @property
    def starts(self) -> Flags:
        """Whether a snapshot is the first of its period. Shape: snapshots."""
        at = self.at_period
        return np.concatenate([[True], at[1:] != at[:-1]])

    @property
    def cost_weight(self) -> Numbers:
        """Weight of each snapshot's costs in the objective [h]. Shape: snapshots."""
        if not self.has_periods:
            return self.objective
        return self.objective * self.period_objective[self.at_period]

    @property
    def year_weight(self) -> Numbers:
        """Weight of each snapshot's energy in limits over all periods [h]. Shape: snapshots."""
        if not self.has_periods:
            return self.generators
        return self.generators * self.years[self.at_period]


@dataclass(frozen=True, slots=True)
class Network:
    """A network: its time and its lists of components."""

    name: str
    time: Time
    tables: Mapping[str, Table]
    version: str = ""
    strange_lists: tuple[str, ...] = ()
    notices: tuple[Fault, ...] = ()

    def table(self, list_name: str) -> Table:
        """A list of components; empty where the network has none."""
        found = self.tables.get(list_name)
        return Table(list_name, (), {}, {}) if found is None else found
