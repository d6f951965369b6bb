"""An option of the plan: what can be built, bought or done, with dated, cited numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tanlu.types import Text

STATUSES = ("convention", "own", "primary", "confirmed", "secondary", "recalled", "assumed")
"""How a number was found, best first: `convention` by definition, `assumed` without a document."""


@dataclass(frozen=True, slots=True)
class Point:
    """A number as its document prints it, at the date it is meant for."""

    on: date
    value: float
    status: str
    citation_id: str | None
    clause: str
    lower: float | None = None
    upper: float | None = None
    note: Text | None = None

    @property
    def cite(self) -> str:
        """Document and clause; empty for an assumption."""
        return f"{self.citation_id}#{self.clause}" if self.citation_id else ""


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one quantity over time.

    `of` names the quantity of which this is a share. `basis` is the carrier that a ratio
    is per unit of. `between` is `linear` or `step`: what holds from one date to the next.
    """

    unit: str
    points: tuple[Point, ...]
    between: str = "linear"
    of: str | None = None
    basis: str | None = None
    price_year: int | None = None
    place: str = "world"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity of an option: the series taken, and what other documents print."""

    name: str
    taken: Series
    others: tuple[Series, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """Something that a plan can choose.

    `inputs` and `outputs` are amounts per unit of their basis, by carrier of the plan;
    `quantities` are life, investment and so on. `applies_to` are the streams, carriers or
    sectors that a measure acts on. Units are as printed; see `catalog.option_values`.
    """

    option_id: str
    label: Text
    kind: str
    direction: str
    systems: tuple[str, ...]
    capacity_unit: str
    capacity_of: str
    inputs: Mapping[str, Quantity]
    outputs: Mapping[str, Quantity]
    quantities: Mapping[str, Quantity]
    applies_to: tuple[str, ...] = ()
    owner: str = "enterprise"
    proof: Text | None = None
    note: Text | None = None

    def every(self) -> tuple[Quantity, ...]:
        """All quantities, those of carriers first."""
        return (*self.inputs.values(), *self.outputs.values(), *self.quantities.values())


@dataclass(frozen=True, slots=True)
class Step:
    """A dated number by which money was converted, with its document."""

    label: Text
    value: float
    unit: str
    cite: str
    status: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity on a day, in the unit that the plan computes with.

    `how` is `stated`, `between`, `before_first` or `after_last`; `status` is the weakest
    of all numbers it was made from, those of the conversion of money apart in `steps`.
    """

    name: str
    value: float
    unit: str
    printed: float
    printed_unit: str
    status: str
    how: str
    place: str
    cites: tuple[str, ...]
    points: tuple[Point, ...]
    lower: float | None = None
    upper: float | None = None
    of: str | None = None
    basis: str | None = None
    steps: tuple[Step, ...] = ()
    unit_scale: float = 1.0
    price_year: int | None = None
