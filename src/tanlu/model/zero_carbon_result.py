"""What a park reaches of a set of zero-carbon indicators, with the steps that lead there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tanlu.model.formula import Formula
from tanlu.model.zero_carbon import IndicatorSet, Limit, Rule
from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class Span:
    """A figure that lies between two values; a point when its inputs are known.

    Example:
        >>> Span(1.0, 1.0).is_point
        True
    """

    low: float
    high: float

    @property
    def is_point(self) -> bool:
        """Whether both ends are the same figure, but for the rounding of a sum."""
        return abs(self.high - self.low) <= 1e-12 * max(abs(self.low), abs(self.high))


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the way to a figure: a formula, with the numbers put in at both ends."""

    label: Text
    formula: Formula
    low: Mapping[str, float]
    high: Mapping[str, float]
    cite: str
    note: Text | None = None

    @property
    def result(self) -> Span:
        """What the formula gives, in its unit."""
        ends = [self.formula.function(**values) for values in (self.low, self.high)]
        return Span(min(ends), max(ends))

    @property
    def numbers(self) -> tuple[str, ...]:
        """The formula with numbers, once when both ends are the same."""
        return tuple(dict.fromkeys(self.formula.numbers(v) for v in (self.low, self.high)))


@dataclass(frozen=True, slots=True)
class Part:
    """What one carrier or process adds: emissions [t CO2] and energy [tce]."""

    code: str
    label: Text
    co2_t: float
    energy: Span


@dataclass(frozen=True, slots=True)
class Gap:
    """A limit beside a figure.

    `verdict`: met | missed | open (the interval holds the limit, or its class is
    not certain) | unknown (no figure). `amount` is the distance in the
    indicator's unit, above zero when missed; `closes` is what closes it.
    """

    limit: Limit
    verdict: str
    amount: Span | None = None
    closes: Span | None = None
    closes_unit: str = ""
    is_certain_class: bool = True


@dataclass(frozen=True, slots=True)
class Basis:
    """Emissions per energy counted in one way; without a ratio `obstacles` say why."""

    code: str
    label: Text
    cite: str
    co2_t: float | None
    energy: Span | None
    ratio: Span | None
    steps: tuple[Step, ...] = ()
    parts: tuple[Part, ...] = ()
    notes: tuple[Text, ...] = ()
    obstacles: tuple[Text, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator as found; without a span it cannot be stated (R1).

    `missing` names the records that are not there; `whole` is the denominator
    that turns a gap into an amount, in `whole_unit`.
    """

    span: Span | None
    steps: tuple[Step, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()
    whole: Span | None = None
    whole_unit: str = ""


@dataclass(frozen=True, slots=True)
class Driver:
    """What a part adds to the distance from a limit: its own emissions less its allowance."""

    part: Part
    excess: Span


@dataclass(frozen=True, slots=True)
class Lever:
    """A question answered about the core indicator, such as: if all power were green."""

    code: str
    label: Text
    unit: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Found:
    """A rule with what was measured, and its gap to each limit that is in force."""

    rule: Rule
    measured: Measured
    gaps: tuple[Gap, ...]
    drivers: tuple[Driver, ...] = ()
    levers: tuple[Lever, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """A park's year beside a set of indicators; the first basis is the one judged."""

    park_id: str
    year: int
    rules: IndicatorSet
    bases: tuple[Basis, ...]
    found: tuple[Found, ...]
    notes: tuple[Text, ...] = field(default=())
