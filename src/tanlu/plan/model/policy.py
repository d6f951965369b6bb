"""Policies: what a plan must keep, whatever it costs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tanlu.plan.model.value import Given

Basis: TypeAlias = Literal["location", "market", "notice"]
"""How bought energy is valued: by location, by market, or as zero-carbon parks are counted."""


@dataclass(frozen=True, slots=True)
class Cap:
    """Emissions less offsets of the years named stay below. [t CO2/a]

    `basis` tells how bought power is valued: by location or by market.
    """

    name: str
    most: Mapping[int, float]
    basis: Basis = "location"


@dataclass(frozen=True, slots=True)
class Budget:
    """Emissions less offsets of all years together stay below. [t CO2]"""

    name: str
    most: float
    basis: Basis = "location"


@dataclass(frozen=True, slots=True)
class Peak:
    """Emissions are highest in `year` and never rise after it (a period's first year)."""

    name: str
    year: int
    basis: Basis = "location"


@dataclass(frozen=True, slots=True)
class Neutral:
    """From `year` on, emissions less offsets are not above zero.

    At most `offset_share` [1] of `reference` [t CO2/a], such as the emissions of the base
    year, is made up by offsets.
    """

    name: str
    year: int
    offset_share: float = 1.0
    reference: float = float("inf")
    basis: Basis = "location"


@dataclass(frozen=True, slots=True)
class Intensity:
    """Emissions less offsets stay below a rate [t/unit] times an amount of each year.

    `per` is the amount: output value a year [CNY/a] or any other; `tce` where none is given,
    which is the coal equivalent of what the plan uses.
    """

    name: str
    most: Mapping[int, float]
    per: Given | None = None
    basis: Basis = "location"


@dataclass(frozen=True, slots=True)
class CleanShare:
    """Clean energy [tce] is at least a share of all energy [tce] of the years named."""

    name: str
    least: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class CarbonPrice:
    """A price [CNY/t CO2] on a share of the emissions; offsets do not lower what is priced."""

    name: str
    price: Given
    share: float = 1.0
    basis: Basis = "location"


@dataclass(frozen=True, slots=True)
class Limit:
    """Stocks of components together, each by its weight, stay below; such as land or roof."""

    name: str
    weights: Mapping[str, float]
    most: Given


@dataclass(frozen=True, slots=True)
class Match:
    """Green power is at least a share of the power used at a node, window by window."""

    name: str
    node: str
    least: Mapping[int, float] = field(default_factory=dict)
    window: Literal["year", "month", "hour"] = "year"


Policy: TypeAlias = (
    Cap | Budget | Peak | Neutral | Intensity | CleanShare | CarbonPrice | Limit | Match
)
