"""The whole of a problem: periods, steps of the year, nodes, components, policies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from tanlu.plan.lp.problem import Numbers

if TYPE_CHECKING:
    from tanlu.plan.model.kinds import Component
    from tanlu.plan.model.policy import Policy


@dataclass(frozen=True, slots=True)
class Period:
    """Years that are planned as one: the first of them, and how many. [a]"""

    year: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Slices:
    """How the year is cut into steps.

    `group` says for each calendar day of the series which day of the model stands for it; a
    day of the model carries the mean of its calendar days. `pick` names one calendar day for
    each day of the model instead of the mean. `month` is the month of each calendar day,
    from 0. `step_h` is the length of a step [h]; `days` how many days a year has. `weight` says
    for how many days of the year each calendar day stands, where not all for equally many.

    Example:
        Four calendar days in two groups, each worth two days of a year of four:

        >>> Slices((0, 0, 1, 1), steps=24, days=4).weights()
        array([2., 2.])
    """

    group: tuple[int, ...]
    steps: int = 24
    step_h: float = 1.0
    month: tuple[int, ...] = ()
    pick: tuple[int, ...] = ()
    days: float = 365.0
    weight: tuple[float, ...] = ()

    @property
    def count(self) -> int:
        """Days of the model. [1]"""
        return max(self.group) + 1

    def weights(self) -> Numbers:
        """How many days of the year each day of the model stands for, shape (count,)."""
        return np.asarray(np.bincount(self.group, self.each(), self.count), float)

    def each(self) -> Numbers:
        """How many days of the year each calendar day stands for, shape (calendar days,)."""
        count = len(self.group)
        return np.array(self.weight) if self.weight else np.full(count, self.days / count)

    def months(self) -> Numbers:
        """Days of each month in each day of the model, shape (months, count)."""
        month = np.array(self.month or (0,) * len(self.group))
        days = np.zeros((int(month.max()) + 1, self.count))
        np.add.at(days, (month, np.array(self.group)), self.each())
        return days

    def profile(self, series: Numbers) -> Numbers:
        """A series (calendar days, steps) as the days of the model have it, (count, steps)."""
        if self.pick:
            return np.asarray(series[np.array(self.pick)], float)
        total = np.zeros((self.count, series.shape[1]))
        np.add.at(total, np.array(self.group), series * self.each()[:, None])
        return np.asarray(total / self.weights()[:, None])


@dataclass(frozen=True, slots=True)
class Node:
    """A carrier at a place; what is too much may be thrown away only where said so."""

    name: str
    carrier: str = ""
    may_curtail: bool = False


@dataclass(frozen=True, slots=True)
class System:
    """A whole problem.

    `series` holds one array (calendar days, steps) a name. `rate` is the discount rate [1/a],
    real; money is of `base_year`, to which everything is discounted; payments of a year are
    due at its start.
    """

    periods: tuple[Period, ...]
    slices: Slices
    nodes: tuple[Node, ...]
    components: "tuple[Component, ...]"
    policies: "tuple[Policy, ...]" = ()
    series: Mapping[str, Numbers] = field(default_factory=dict)
    rate: float = 0.0
    base_year: int | None = None

    @property
    def years(self) -> tuple[int, ...]:
        """First year of each period."""
        return tuple(period.year for period in self.periods)

    @property
    def end(self) -> int:
        """First year after the last period."""
        return self.periods[-1].year + self.periods[-1].length

    def factor(self, year: Numbers) -> Numbers:
        """Present value of 1 CNY due at the start of a year. [1]"""
        base = self.periods[0].year if self.base_year is None else self.base_year
        return np.asarray((1.0 + self.rate) ** -(np.asarray(year, float) - base))

    def discounts(self) -> Numbers:
        """Present value of 1 CNY a year through each period, shape (periods,). [a]"""
        return np.array(
            [self.factor(p.year + np.arange(p.length, dtype=float)).sum() for p in self.periods]
        )

    def with_slices(self, slices: Slices) -> "System":
        """The same problem on other steps."""
        return replace(self, slices=slices)

    def with_components(self, components: "Sequence[Component]") -> "System":
        """The same problem of other components."""
        return replace(self, components=tuple(components))
