"""What hourly accounts are made of: channels as they are booked, factors by day, sums."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

import polars as pl

from tanlu.model.channel import Channel
from tanlu.model.inventory import Choice

Side: TypeAlias = Literal["booked", "export", "transfer"]
"""How a channel enters: booked to its member; sent out, told apart (R7); or moved from
one member to another, which the park as a whole does not see (R2)."""

Reason: TypeAlias = Literal["check", "no_carrier", "state", "not_counted", "unit"]
"""Why a channel enters no account."""


@dataclass(frozen=True, slots=True)
class Booked:
    """A channel as the accounts see it."""

    channel: Channel
    side: Side
    scope: int
    stream: str
    enterprise: str
    giver: str = ""
    source: int = -1


@dataclass(frozen=True, slots=True)
class Step:
    """What one unit of use emits from a day on. [t]

    `co2_t` is CO2 equivalent, None where no factor is valid; `of_co2_t` the part that
    is CO2 itself, which a factor channel takes the place of.
    """

    from_on: date
    co2_t: float | None
    biogenic_t: float | None
    of_co2_t: float = 0.0
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What all channels with the same factors have in common.

    `steps` are dated, the first holds from the beginning of what was asked;
    `channel` is the factor channel that replaces the CO2 of the steps. One `unit` of use
    is `amount` of `amount_unit`, the unit in which the ledger books it.
    """

    carrier: str
    unit: str
    steps: tuple[Step, ...]
    channel: str = ""
    amount: float = 1.0
    amount_unit: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything about a park that its readings are accounted by."""

    booked: Mapping[str, Booked]
    left_out: Mapping[str, Reason]
    sources: tuple[Source, ...]
    digest: str


PARTS: Final[Mapping[str, pl.DataType]] = {
    "channel": pl.String(),
    "use": pl.Float64(),
    "co2_t": pl.Float64(),
    "biogenic_t": pl.Float64(),
    "present": pl.Int64(),
    "present_s": pl.Int64(),
    "minutes": pl.Int64(),
    "flagged": pl.Int64(),
    "unfactored": pl.Int64(),
    "fallback": pl.Int64(),
}
"""Sums of some rows of a channel in a month, before it is said what lacks in them."""

SUMS: Final[Mapping[str, pl.DataType]] = {
    "channel": pl.String(),
    "month": pl.String(),
    "use": pl.Float64(),
    "co2_t": pl.Float64(),
    "biogenic_t": pl.Float64(),
    "present": pl.Int64(),
    "present_s": pl.Int64(),
    "missing": pl.Int64(),
    "flagged": pl.Int64(),
    "unfactored": pl.Int64(),
    "fallback": pl.Int64(),
}
"""One channel's month. `use` in the channel's unit, `co2_t` CO2 equivalent; both of what is
there, null where nothing is. `missing`: intervals without a reading; `unfactored`: intervals
with use for which there is no factor, so that `co2_t` is too small; `fallback`: those of a
factor channel that were given the catalogue's. `present_s`: seconds with a reading."""

HOURS: Final[Mapping[str, pl.DataType]] = {
    "group": pl.Int32(),
    "day": pl.Date(),
    "second": pl.Int32(),
    "minutes": pl.Int16(),
    "amount": pl.Float64(),
    "co2_t": pl.Float64(),
    "biogenic_t": pl.Float64(),
    "present": pl.Int64(),
    "missing": pl.Int64(),
    "unfactored": pl.Int64(),
    "fallback": pl.Int64(),
}
"""One group's hour, or its interval where channels read more seldom. `second`: since the
local midnight, elapsed. `amount`: use in the unit of its sources. Counts are of intervals."""
