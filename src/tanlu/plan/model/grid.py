"""A system while its problem is being written: evaluated quantities and the ledger."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from tanlu.plan.lp.problem import Block, Numbers, Places, Problem
from tanlu.plan.model.system import System
from tanlu.plan.model.value import Given, by_year, value_of

if TYPE_CHECKING:
    from tanlu.plan.model.kinds import Component


class Flow(NamedTuple):
    """What columns (periods, days, steps) bring to a node, per unit; negative takes. [MW]"""

    node: str
    columns: Places
    per_unit: ArrayLike


class Tally(NamedTuple):
    """What columns add to a yearly sum, per unit; the first axis is the period.

    Kinds of money [CNY/a]: capital, fixed, variable, energy, charge, carbon, offset, penalty.
    Kinds of carbon [t/a]: process, combustion, location, market, captured.
    Kinds of energy [MWh/a]: import, green, use; and tce [tce/a], clean_tce [tce/a].
    """

    kind: str
    columns: Places
    per_unit: ArrayLike


@dataclass(frozen=True, slots=True)
class Entry:
    """A tally of one component, flat: period, column and amount per unit."""

    owner: str
    kind: str
    period: Places
    column: Places
    amount: Numbers


@dataclass
class Grid:
    """Shape, hours and money of a system, the problem being written, and its ledger."""

    system: System
    problem: Problem = field(default_factory=Problem)
    entries: list[Entry] = field(default_factory=list)
    policy_rows: list[str] = field(default_factory=list)
    slack_cny: float | None = None
    margins: Mapping[str, Mapping[int, float]] = field(default_factory=dict)

    @cached_property
    def shape(self) -> tuple[int, int, int]:
        """Periods, days, steps."""
        slices = self.system.slices
        return len(self.system.periods), slices.count, slices.steps

    @cached_property
    def hours(self) -> Numbers:
        """Hours of the year that a step stands for, shape (1, days, 1)."""
        slices = self.system.slices
        return (slices.weights() * slices.step_h)[None, :, None]

    @cached_property
    def discounts(self) -> Numbers:
        """Present value of 1 CNY a year through each period. [a]"""
        return self.system.discounts()

    @cached_property
    def _profiles(self) -> dict[str, Numbers]:
        slices = self.system.slices
        return {name: slices.profile(s) for name, s in self.system.series.items()}

    def at(self, given: Given) -> Numbers:
        """A quantity by period, day and step; axes along which it is even have length 1."""
        value = value_of(given)
        periods = np.array(value.by_period, float)[:, None, None]
        return periods * self._profiles[value.series][None] if value.series else periods

    def year(self, given: Given) -> Numbers:
        """A yearly quantity, one number a period."""
        return by_year(given, self.shape[0])

    def of(self, owner: str, name: str) -> Block:
        """A block of columns of a component."""
        return self.problem.block(f"{owner}.{name}")

    def component(self, name: str) -> "Component":
        """A component by its name."""
        return next(c for c in self.system.components if c.name == name)

    def has(self, owner: str, name: str) -> bool:
        """Whether a component has such a block of columns."""
        return any(block.name == f"{owner}.{name}" for block in self.problem.column_blocks())

    def yearly(self, columns: Places, per_mwh: Given) -> Numbers:
        """Per MW of a step what a rate per MWh comes to in a year, broadcast to the columns."""
        return np.broadcast_to(self.at(per_mwh) * self.hours, columns.shape)

    def post(self, owner: str, tallies: Iterable[Tally]) -> None:
        """Enter tallies in the ledger; the first axis of the columns is the period."""
        for kind, columns, amount in tallies:
            first = np.arange(columns.shape[0]).reshape((-1,) + (1,) * (columns.ndim - 1))
            period, column, value = np.broadcast_arrays(first, columns, amount)
            keep = np.asarray(value, float).ravel() != 0.0
            if keep.any():
                self.entries.append(
                    Entry(
                        owner, kind, period.ravel()[keep].astype(np.int32),
                        column.ravel()[keep], np.asarray(value, float).ravel()[keep],
                    )
                )  # fmt: skip
