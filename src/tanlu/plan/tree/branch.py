"""What a scenario tree is made of: branches, what is stated about them, overlays, scenarios.

A leaf of demand is `sector/subsector/end use/device/fuel`; a plant of supply burns
`supply/carrier/plant/fuel`. Everything else is a statement about one of these branches.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tanlu.types import Text

SUPPLY = "supply"
DEPTH = 5  # sector, subsector, end use, device, fuel
ASSUMED = "assumption"
"""What stands in place of a document where there is none."""


@dataclass(frozen=True, slots=True)
class Knot:
    """A stated value at a year, with its range and document."""

    year: int
    value: float
    low: float | None = None
    high: float | None = None
    cite: str = ASSUMED
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """What is said about one quantity of a branch, in base units.

    `how`: `set` puts the path, `times` multiplies it, `add` adds to it. `since`: the year
    up to which the path beneath holds. `between`: `linear`, or `step` at each knot.
    """

    branch: str
    quantity: str
    knots: tuple[Knot, ...]
    unit: str = "1"
    how: str = "set"
    since: int | None = None
    between: str = "linear"

    def bound(self, side: str) -> "Stated":
        """The same at the low or high end of its range, where it has one."""
        return replace(self, knots=tuple(_moved(knot, side) for knot in self.knots))


def _moved(knot: Knot, side: str) -> Knot:
    value = knot.low if side == "low" else knot.high
    return knot if value is None else replace(knot, value=value)


@dataclass(frozen=True, slots=True)
class Overlay:
    """A measure or policy: dated statements laid over whatever is beneath."""

    overlay_id: str
    label: Text
    kind: str
    stated: tuple[Stated, ...]
    cite: str = ASSUMED
    note: Text | None = None
    policies: tuple[str, ...] = ()

    def bound(self, side: str) -> "Overlay":
        """The same with every value at the low or high end of its range."""
        return replace(self, stated=tuple(each.bound(side) for each in self.stated))


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario: overlays in the order in which they are laid."""

    case_id: str
    label: Text
    overlays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Survival:
    """How a kind of device ages: by Weibull where a shape is given, else a fixed life.

    `table` overrules both: the share that still stands by age. [a], [1]
    """

    life: float
    shape: float | None = None
    table: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """A park as branches of demand and supply, with everything stated about them.

    `gj_per_tce`: of every carrier its net calorific value per coal equivalent. [GJ/tce]
    """

    tree_id: str
    label: Text
    base_year: int
    end_year: int
    leaves: tuple[str, ...]
    plants: tuple[str, ...]
    stated: tuple[Stated, ...]
    overlays: Mapping[str, Overlay] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)
    labels: Mapping[str, Text] = field(default_factory=dict)
    survival: Mapping[str, Survival] = field(default_factory=dict)
    stock_ages: Mapping[str, tuple[tuple[float, float], ...]] = field(default_factory=dict)
    gj_per_tce: Mapping[str, float] = field(default_factory=dict)

    @property
    def branches(self) -> frozenset[str]:
        """Every branch there is, inner ones too."""
        return frozenset(
            "/".join(parts[: n + 1])
            for parts in (leaf.split("/") for leaf in (*self.leaves, *self.plants))
            for n in range(len(parts))
        )


@dataclass(frozen=True, slots=True)
class Ground:
    """What the base year's inventory gives: energy [tce] and CO2 [t] by carrier.

    `process` names what emits without energy: it is counted in t CO2 instead of tce.
    """

    energy_tce: Mapping[str, float]
    co2_t: Mapping[str, float]
    process: frozenset[str] = frozenset()

    def factor(self, carrier: str) -> float | None:
        """CO2 per energy; None where the inventory has no energy of it. [t/tce]"""
        energy = self.energy_tce.get(carrier, 0.0)
        return self.co2_t.get(carrier, 0.0) / energy if energy else None


def parent(branch: str) -> str:
    """The branch above.

    Example:
        >>> parent("industry/lead/heat")
        'industry/lead'
    """
    return branch.rpartition("/")[0]


def last(branch: str) -> str:
    """The last part of a branch: of a leaf its fuel.

    Example:
        >>> last("industry/lead/heat/boiler/natural_gas")
        'natural_gas'
    """
    return branch.rpartition("/")[2]


def above(branch: str, depth: int) -> str:
    """The first parts of a branch.

    Example:
        >>> above("industry/lead/heat", 2)
        'industry/lead'
    """
    return "/".join(branch.split("/")[:depth])
