"""What looks wrong in a year, as something to look at: never a verdict."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tanlu.errors import Fault
from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its limits, the document they come from or why they were chosen."""

    check_id: str
    label: Text
    why: Text
    cite: str | None
    limits: Mapping[str, float] = field(default_factory=dict)
    steps: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class BasePolicy:
    """From which share of the base year's emissions on it is recalculated."""

    threshold: float
    cite: str
    note: Text


@dataclass(frozen=True, slots=True)
class Oddity:
    """A finding: which check, which records, what is usual, and what it weighs. [t CO2]"""

    check: str
    member_id: str
    carrier: str
    table: str
    record_ids: tuple[str, ...]
    value: float | None
    usual: float | None
    unit: str
    co2_t: float
    fault: Fault
