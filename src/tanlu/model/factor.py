"""What the catalogue holds: documents, carriers, factor values, and how one was found."""

from dataclasses import dataclass
from datetime import date

from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that proves a value."""

    citation_id: str
    title: Text
    issuer: Text
    number: str | None
    published_on: str | None
    kind: str
    status: str
    read: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """How a process gives a gas: a formula, and what feeds each of its arguments.

    `takes` has, for each argument, the quantities that may feed it, best first:
    a quantity of the process itself, or `subject/quantity` of another subject.
    """

    gas: str
    formula: str
    takes: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A fuel, an energy carrier or a process: the subject of factors.

    Factors that a carrier lacks are those of the one it is `like`. `family` is
    the table whose rows made it, such as `wastewater`; otherwise its own code.
    """

    carrier_id: str
    label: Text
    kind: str
    unit: str
    phase: str | None = None
    is_biogenic: bool = False
    aliases: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    like: str | None = None
    is_yearly: bool = False
    family: str = ""


@dataclass(frozen=True, slots=True)
class Factor:
    """A value as its document prints it, with the span and place it holds for."""

    factor_id: str
    subject: str
    quantity: str
    series: str
    place: str
    from_on: date
    to_on: date | None
    value: float
    unit: str
    citation_id: str
    clause: str
    status: str
    lower: float | None = None
    upper: float | None = None
    printed: str | None = None
    note: str | None = None
    member_id: str | None = None
    supplier_id: str | None = None
    distribution: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What a computation asks of the catalogue; `mean_id` names batches that hold for it."""

    subject: str
    quantity: str
    on: date
    place: str
    member_ids: tuple[str, ...] = ()
    supplier_id: str | None = None
    mean_id: str | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """The factor taken, in the unit that the formula wants, and why this one."""

    request: Request
    factor: Factor
    value: float
    unit: str
    found: str
    alternatives: tuple[Factor, ...] = ()
