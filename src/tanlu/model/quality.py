"""How complete an inventory is, what is missing, and how good its data are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from tanlu.model.expected import Expected, Scheme

RECORDED, DECIDED, ASKED = "recorded", "decided", "asked"
OWN, PEERS_BY_OUTPUT, PEERS, UNKNOWN = "own_history", "peers_by_output", "peers", "unknown"


@dataclass(frozen=True, slots=True)
class Ask:
    """An expected stream at a member: on record, decided away, or still a question."""

    expected: Expected
    member_id: str
    state: str
    records: int
    days: int
    is_known: bool
    assets: tuple[str, ...] = ()
    decision: Mapping[str, Any] | None = None

    @property
    def is_contradicted(self) -> bool:
        """Whether it was decided away and has records all the same."""
        return self.decision is not None and self.records > 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A stream of a year: days that should be on record, and days that are.

    `why` is "history" (other years have it), "asked" (one expects it), or "new"
    (only this year has it, so that only its own days are expected).
    """

    code: str
    member_id: str
    why: str
    table: str
    expected_days: int
    covered_days: int
    from_id: str | None = None
    stream: str = ""
    carrier: str = ""

    @property
    def missing_days(self) -> int:
        """Days without a record. [d]"""
        return self.expected_days - self.covered_days


@dataclass(frozen=True, slots=True)
class Gap:
    """What a cell lacks, and an estimate of its worth; never booked. [t CO2e]"""

    cell: Cell
    basis: str
    low_t: float | None = None
    mid_t: float | None = None
    high_t: float | None = None
    samples: int = 0


@dataclass(frozen=True, slots=True)
class Completeness:
    """A year of a member: what should be there, what is, and what the rest is worth."""

    year: int
    member_id: str
    cells: tuple[Cell, ...]
    asks: tuple[Ask, ...]
    gaps: tuple[Gap, ...]
    present_t: float

    @property
    def expected_days(self) -> int:
        """Stream-days that should be on record."""
        return sum(cell.expected_days for cell in self.cells)

    @property
    def covered_days(self) -> int:
        """Stream-days that are on record."""
        return sum(cell.covered_days for cell in self.cells)

    @property
    def open_asks(self) -> tuple[Ask, ...]:
        """Expected streams without a record and without a decision."""
        return tuple(ask for ask in self.asks if ask.state == ASKED)

    @property
    def valued(self) -> tuple[Gap, ...]:
        """Gaps that can be valued."""
        return tuple(gap for gap in self.gaps if gap.mid_t is not None)

    @property
    def unvalued(self) -> tuple[Gap, ...]:
        """Gaps of which nothing is known."""
        return tuple(gap for gap in self.gaps if gap.mid_t is None)


@dataclass(frozen=True, slots=True)
class FactorGrade:
    """Scores of one factor by criterion."""

    factor_id: str
    scores: Mapping[str, int]
    grade: float


@dataclass(frozen=True, slots=True)
class Grades:
    """Data-quality grades of an inventory: 1 is best, 5 is worst.

    `lines` has a row per line: `grade`, its sides `activity` and `factor`, and
    the activity's score by criterion; `factors` holds those of each choice.
    """

    scheme: Scheme
    lines: pl.DataFrame
    factors: Mapping[int, tuple[FactorGrade, ...]]
    total: float | None
    by_stream: Mapping[str, float]
