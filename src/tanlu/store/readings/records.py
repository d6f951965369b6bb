"""What the readings store takes and gives."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arrival:
    """Whose readings these are: who sent them, when (ISO 8601), why, from where.

    `key` is the sender's idempotency key: the same key twice is the same arrival.
    An empty key makes no such promise.
    """

    who: str
    at: str
    why: str = ""
    origin: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """That an arrival is durable: its number, its readings, whether it was here before."""

    seq: int
    rows: int
    is_replay: bool = False


@dataclass(frozen=True, slots=True, order=True)
class State:
    """A state of the store: the newest arrival, and the version of the table."""

    seq: int
    table_version: int


@dataclass(frozen=True, slots=True)
class Folded:
    """What a fold did: arrivals and readings taken, values replaced, day rows written."""

    arrivals: int
    readings: int
    replaced: int
    days: int
    table_version: int


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the table lies ("" = beside the journal), and which engine sums it."""

    table: str = ""
    engine: str = "embedded"


@dataclass(frozen=True, slots=True)
class Commit:
    """A version of the table that the journal knows: arrivals up to `upto` are in it."""

    version: int
    upto: int
    kind: str
    at: str


Months = Mapping[str, int]
"""A count by month, such as {"2025-03": 31}."""
