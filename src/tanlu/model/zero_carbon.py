"""Indicators of a zero-carbon park: what is asked, what was found, how far apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tanlu.model.formula import Formula
from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class Span:
    """A figure, or the two ends between which it lies while something is open.

    Example:
        >>> Span.of(0.2).value, Span(0.1, 0.3).value
        (0.2, None)
    """

    low: float
    high: float

    @classmethod
    def of(cls, value: float) -> "Span":
        """A figure that is known."""
        return cls(value, value)

    @property
    def value(self) -> float | None:
        """The figure, when both ends are the same."""
        return self.low if self.low == self.high else None


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


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the way to a figure: a formula, numbers put in at both ends."""

    label: Text
    formula: Formula
    low: Mapping[str, float]
    high: Mapping[str, float]
    cite: str
    note: Text | None = None

    @property
    def result(self) -> Span:
        """What the formula gives. [unit of the formula]"""
        ends = [self.formula.function(**values) for values in (self.low, self.high)]
        return Span(min(ends), max(ends))

    @property
    def numbers(self) -> tuple[str, ...]:
        """The formula with numbers, once when both ends are the same."""
        return tuple(dict.fromkeys(self.formula.numbers(v) for v in (self.low, self.high)))


@dataclass(frozen=True, slots=True)
class Part:
    """What a carrier adds to the core indicator. [t CO2], [t CO2/tce]"""

    carrier: str
    label: Text
    co2: Span
    ratio: Span


@dataclass(frozen=True, slots=True)
class PowerCase:
    """The core indicator if purchased power had another factor. [t CO2/MWh], [t CO2/tce]"""

    factor: float
    ratio: Span


@dataclass(frozen=True, slots=True)
class Gap:
    """A limit beside a figure.

    `amount` is the distance in the indicator's unit, positive when the limit is
    missed; `closes` is what would close it, in `closes_unit`.
    """

    limit: Limit
    verdict: str
    reason: Text
    amount: Span | None = None
    closes: Span | None = None
    closes_unit: str = ""
    break_even: Span | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """The core indicator computed in one way, with the steps that lead there."""

    code: str
    label: Text
    co2: Span | None
    energy: Span | None
    ratio: Span | None
    steps: tuple[Step, ...]
    parts: tuple[Part, ...] = ()
    cases: tuple[PowerCase, ...] = ()
    power_mwh: float = 0.0
    other_co2: Span | None = None
    gaps: tuple[Gap, ...] = ()
    notes: tuple[Text, ...] = ()
    obstacles: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """A guiding indicator as found; without a span it cannot be stated (R1).

    `missing` names the indicator records that are not there; `whole` is the
    denominator that a gap is turned into an amount with, in `closes_unit`.
    """

    span: Span | None
    steps: tuple[Step, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()
    whole: float | None = None
    closes_unit: str = ""
    is_absent: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A rule with what was measured and its gap to each limit."""

    rule: Rule
    measured: Measured
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """A park's year beside a set of indicators; the first basis is the one judged."""

    park_id: str
    year: int
    rules: IndicatorSet
    bases: tuple[Basis, ...]
    found: tuple[Found, ...]
