"""Indicators of a zero-carbon park: what is asked, of which size of park, by which document.

What a park reaches is beside it, in `zero_carbon_result`.
"""

from dataclasses import dataclass
from datetime import date

from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of an indicator: for parks of a size [tce a year], by a year."""

    value: float
    from_tce: float = 0.0
    below_tce: float | None = None
    year: int | None = None

    def covers(self, energy_tce: float) -> bool:
        """Whether a park of this energy use is in the limit's class.

        Example:
            >>> Limit(0.2, 200_000.0, 1_000_000.0).covers(1_000_000.0)
            False
        """
        energy = round(energy_tce, 6)  # a sum of many records carries a rounding; 1 g does not
        return energy >= self.from_tce and (self.below_tce is None or energy < self.below_tce)


@dataclass(frozen=True, slots=True)
class Rule:
    """An indicator as its document defines it."""

    code: str
    kind: str
    measure: str
    label: Text
    unit: str
    sense: str
    definition: Text
    numerator: Text
    denominator: Text
    cite: str
    status: str
    limits: tuple[Limit, ...]


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A number that the way of accounting prescribes, as printed."""

    low: float
    high: float
    unit: str
    cite: str
    status: str
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Accounting:
    """How a set counts: power [t CO2/MWh], heat [t CO2/GJ], equal value [tce/MWh]."""

    cite: str
    power: Coefficient
    heat: Coefficient
    equal_value: Coefficient
    clean_sure: tuple[str, ...]
    clean_open: tuple[str, ...]
    clean_note: Text


@dataclass(frozen=True, slots=True)
class IndicatorSet:
    """The indicators of one document."""

    set_id: str
    label: Text
    place: str
    from_on: date
    cite: str
    status: str
    note: Text
    accounting: Accounting
    rules: tuple[Rule, ...]
