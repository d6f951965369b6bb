"""How far an inventory's inputs may be off, and what that makes of its totals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tanlu.types import Text

BASES = ("exact", "stated", "default", "assumption", "unknown")
"""Where an input's range comes from, best first: exact by definition; stated by its own
document, record or meter; a documented default; an assumption with its reason; nobody says."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A distribution relative to the value: 95 % of it lies between the bounds.

    For `uniform` and `triangular` the bounds are the least and greatest value.
    """

    kind: str
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Stated:
    """A percentage that a document gives for a kind of record, meter or analysis."""

    percent: float
    cite: str
    status: str
    note: Text


@dataclass(frozen=True, slots=True)
class UncertaintyRules:
    """What is taken where no range is stated, and which level can be reached."""

    from_on: date
    records: Mapping[str, Stated]
    metered: Mapping[str, Stated]
    reachable: Mapping[str, Stated]
    borrowed_series: str
    borrowed_note: Text
    exact_series: tuple[str, ...]
    oxidised: Stated
    small_cv: Stated
    shown_from: Stated


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that may be off: a stream's amount in a year, or a factor.

    Everything that depends on it moves together: an input is drawn once (R13).

    Attributes:
        key: What is drawn once.
        kind: "activity" or "factor".
        subject: Carrier.
        quantity: Parameter of a factor; "amount" for an activity.
        spread: None when nobody says how far it may be off, or when it is exact.
        basis: One of `BASES`.
        cite: Document and clause of the range.
        status: How the range was found, as values of the catalogue have it.
        value: The value itself, of a factor.
        unit: Its unit.
        members: Members whose lines take it.
        records: Codes of the records that it is the amount of.
        table: The records' table.
        channel: The records' meter or bill.
        quality: The records' quality.
        year: Their year.
        row: Where the first of them stands in its table.
        factor_id: The factor's code.
        document: Document and clause of the value itself.
    """

    key: str
    kind: str
    subject: str
    quantity: str
    spread: Spread | None
    basis: str
    cite: str
    status: str
    value: float | None = None
    unit: str = ""
    members: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    table: str = ""
    channel: str = ""
    quality: str = ""
    year: int | None = None
    row: int | None = None
    factor_id: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with the bounds that hold it in 95 of 100 cases. [t CO2] or [1]"""

    value: float
    lower: float
    upper: float

    @property
    def width(self) -> float:
        """Upper less lower bound."""
        return self.upper - self.lower

    @property
    def percent(self) -> tuple[float, float] | None:
        """Both bounds relative to the value; None when the value is zero. [%]"""
        if not self.value:
            return None
        size = abs(self.value)
        return (100 * (self.lower - self.value) / size, 100 * (self.upper - self.value) / size)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one input does to the variance of a total.

    Attributes:
        index: Of the input.
        first: Share of variance by itself. [1]
        share: With its half of every interaction: shares sum to 1. [1]
    """

    index: int
    first: float
    share: float


@dataclass(frozen=True, slots=True)
class Mend:
    """What bringing one input to a level that can be reached would win.

    Attributes:
        index: Of the input.
        now: Half of its 95 % range today, relative to the value. [1]
        reach: The level, None where no document names one. [1]
        won_t: Width of the total's interval won at that level. [t CO2]
        most_t: Width won were the input exact: what no level can pass. [t CO2]
    """

    index: int
    now: float
    reach: Stated | None
    won_t: float | None
    most_t: float


@dataclass(frozen=True, slots=True)
class Simulated:
    """Draws of one figure, in short.

    Attributes:
        interval: 2.5 % and 97.5 % of the draws around the point estimate.
        mean: Of the draws.
        median: Of the draws.
        deviation: Standard deviation of the draws.
        edges: Edges of the histogram's classes.
        counts: Draws in each class.
    """

    interval: Interval
    mean: float
    median: float
    deviation: float
    edges: Sequence[float] = field(default_factory=list)
    counts: Sequence[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Worth:
    """What one figure is worth.

    Attributes:
        interval: By approach 1, of stated ranges and documented defaults. [t CO2]
        stated: By approach 1, of stated ranges alone: the others count as exact. [t CO2]
        shares: Share of its tonnes by the worst basis among a line's inputs. [1]
        simulated: By approach 2, where it was asked for and the figure was kept.
    """

    interval: Interval
    stated: Interval
    shares: Mapping[str, float]
    simulated: Simulated | None = None

    @property
    def unknown_share(self) -> float:
        """Share of its tonnes with an input whose range nobody states. [1]"""
        return self.shares["unknown"]


@dataclass(frozen=True, slots=True)
class TrendPart:
    """What one input puts into the uncertainty of a trend.

    Attributes:
        index: Of the input.
        is_shared: Whether both years take it: sensitivity A, otherwise B.
        sensitivity: Change of the trend in points of % when the input rises by 1 %.
        share: Share of the trend's variance. [1]
    """

    index: int
    is_shared: bool
    sensitivity: float
    share: float


@dataclass(frozen=True, slots=True)
class Trend:
    """The change from one year to another, relative to the first. [1]"""

    from_year: int
    to_year: int
    worth: Worth
    parts: Sequence[TrendPart]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a year's inventory is worth, whose fault it is, and what to mend.

    Attributes:
        year: The year.
        member: Whose inventory.
        inputs: Everything that may be off.
        figures: By kind ("total", "scope", "member"), year and code.
        mean: Of the total, which uneven inputs move off the point estimate. [t CO2]
        contributions: To the variance of the total; shares sum to one.
        is_exact: Whether the shares are: every formula is of first degree in each input.
        interactions: Share of variance that no input has by itself. [1]
        mends: What to mend first.
        unknown: Inputs without a range with the tonnes that hang on them, most first.
        tonnes: Tonnes of the total that take each input. [t CO2]
        trend: Since another year, where asked for.
        draws: Number of draws; 0 without approach 2.
        seed: Of the draws.
        clipped: Drawn inputs that fell below zero and count as zero.
    """

    year: int
    member: str
    inputs: Sequence[Input]
    figures: Mapping[tuple[str, ...], Worth]
    mean: float
    contributions: Sequence[Contribution]
    is_exact: bool
    interactions: float
    mends: Sequence[Mend]
    unknown: Sequence[tuple[int, float]]
    tonnes: Sequence[float]
    trend: Trend | None
    draws: int
    seed: int
    clipped: int

    @property
    def total(self) -> Worth:
        """What the year's total is worth."""
        return self.figures["total", str(self.year)]
