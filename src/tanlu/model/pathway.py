"""Scenarios and their projections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class Assumed:
    """A stated value of a scenario at a year; years between are interpolated."""

    record_id: str
    scenario_id: str
    branch: str
    quantity: str
    year: int
    value: float
    low: float | None
    high: float | None
    unit: str
    cite: str
    note: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A possible future: its own assumptions laid over another scenario's."""

    scenario_id: str
    label: Text
    over_id: str | None
    end_year: int
    assumed: tuple[Assumed, ...]


@dataclass(frozen=True, slots=True)
class Base:
    """The last accounted year, from which projections start.

    Energy per carrier [tce], factor per carrier [t CO2/tce], output value [CNY].
    """

    year: int
    output_cny: float
    energy_tce: Mapping[str, float]
    factor_t_per_tce: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Point:
    """One projected year: totals [t CO2], [tce], [CNY], and CO2 by branch [t]."""

    year: int
    co2_t: float
    energy_tce: float
    output_cny: float
    branches: Mapping[str, float]
    low_t: float | None = None
    high_t: float | None = None


@dataclass(frozen=True, slots=True)
class Peak:
    """The highest year, and whether it lies inside the projected span."""

    year: int
    co2_t: float
    is_inside: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """The distance of a projection to a target."""

    target_id: str
    label: Text
    indicator: str
    year: int
    limit: float
    value: float | None
    unit: str
    cite: str

    @property
    def gap(self) -> float | None:
        """Value less limit; positive means missed."""
        return None if self.value is None else self.value - self.limit

    @property
    def is_met(self) -> bool | None:
        """Whether the limit is kept; unknown when the value is."""
        return None if self.gap is None else self.gap <= 0


@dataclass(frozen=True, slots=True)
class Projection:
    """A scenario run to its end."""

    scenario: Scenario
    chain: Sequence[Scenario]
    points: Sequence[Point]
    peak: Peak
    gaps: Sequence[Gap]

    @property
    def cumulative_t(self) -> float:
        """Sum over the projected years after the base year. [t CO2]"""
        return sum(point.co2_t for point in self.points[1:])
