"""How records were made ready for computing: means of batches, stocks, parts, balances, stacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tanlu.errors import Fault
from tanlu.model.factor import Factor

APART = "co2_apart"
"""CO2 that is shown and not added, since another line of the same inventory counts it."""


@dataclass(frozen=True, slots=True)
class Batch:
    """An analysis as used: amount [t | Nm³], heat [GJ per unit], carbon [t C per unit]."""

    record_id: str
    row: int
    amount: float
    ncv: float | None
    content: float | None


@dataclass(frozen=True, slots=True)
class Mean:
    """Batches of one fuel weighted by amount, for records of one member and period.

    `factors` holds what the batches measured: "ncv", "carbon", "carbon_content",
    "coal_equivalent". `used` is what the records say was used [t | Nm³].
    """

    mean_id: str
    member_id: str
    carrier: str
    start: date
    end: date
    unit: str
    batches: tuple[Batch, ...]
    factors: Mapping[str, Factor]
    record_ids: tuple[str, ...]
    used: float | None

    @property
    def weighed(self) -> float:
        """What the batches stand for, by the value that most of them state. [t | Nm³]"""
        by_heat = sum(b.amount for b in self.batches if b.ncv is not None)
        return max(by_heat, sum(b.amount for b in self.batches if b.content is not None))


@dataclass(frozen=True, slots=True)
class StockBalance:
    """A fuel's stock over a period, in one unit; `recorded` is what activities say, if any.

    `items` holds amounts by item, `records` the record of each; `days` is how many
    days of the period the activity records cover.
    """

    balance_id: str
    member_id: str
    carrier: str
    start: date
    end: date
    unit: str
    items: Mapping[str, float]
    records: Mapping[str, str]
    used: float
    recorded: float | None
    record_ids: tuple[str, ...] = ()
    is_taken: bool = False
    days: int = 0

    @property
    def difference(self) -> float | None:
        """Recorded less what the stock says."""
        return None if self.recorded is None else self.recorded - self.used


@dataclass(frozen=True, slots=True)
class PartUse:
    """A part of a fuel's records: what was set apart, of how much, in one unit."""

    record_id: str
    member_id: str
    carrier: str
    part: str
    component: str | None
    fate: str | None
    amount: float
    whole: float
    unit: str
    record_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One row of a carbon mass balance. [t | Nm³], [t C per unit], [t C]"""

    record_id: str
    row: int
    side: str
    material: str
    carrier: str | None
    amount: float
    unit: str
    content: float
    carbon: float
    destination: str | None


@dataclass(frozen=True, slots=True)
class CarbonBalance:
    """Carbon into and out of a member over a period; the rest is emitted. [t C]"""

    balance_id: str
    member_id: str
    start: date
    end: date
    terms: tuple[Term, ...]
    carbon_in: float
    carbon_out: float

    @property
    def net(self) -> float:
        """Carbon that left as CO2. [t C]"""
        return self.carbon_in - self.carbon_out


@dataclass(frozen=True, slots=True)
class StackComparison:
    """CO2 measured in a member's stacks beside the calculated, and which is booked. [t CO2]

    `calculated` is None when no line can be laid beside the measurement.
    """

    comparison_id: str
    member_id: str
    year: int
    start: date
    end: date
    stacks: tuple[str, ...]
    covers: str
    booked: str
    measured: float
    calculated: float | None
    biogenic: float
    record_ids: tuple[str, ...]
    line_ids: tuple[str, ...]

    @property
    def difference(self) -> float | None:
        """Measured less calculated. [t CO2]"""
        return None if self.calculated is None else self.measured - self.calculated


@dataclass(frozen=True, slots=True)
class Preparation:
    """Everything that happened to records before and beside the ledger."""

    means: tuple[Mean, ...] = ()
    stocks: tuple[StockBalance, ...] = ()
    parts: tuple[PartUse, ...] = ()
    balances: tuple[CarbonBalance, ...] = ()
    stacks: tuple[StackComparison, ...] = ()
    warnings: tuple[Fault, ...] = ()

    def mean(self, mean_id: str) -> Mean:
        """A mean by its code.

        Raises:
            StopIteration: When there is none.
        """
        return next(mean for mean in self.means if mean.mean_id == mean_id)

    def factors(self) -> dict[tuple[str, str], Factor]:
        """What was measured, by mean and quantity."""
        return {(m.mean_id, q): f for m in self.means for q, f in m.factors.items()}


NOTHING = Preparation()
"""Records that needed no preparation."""
