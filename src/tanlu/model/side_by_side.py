"""Two methods side by side on the same records: totals, streams, and what each difference is."""

from collections.abc import Mapping
from dataclasses import dataclass

from tanlu.model.factor import Resolved
from tanlu.types import Text

CAUSES: Mapping[str, Text] = {
    "stream": Text("stream not counted", "源流未计入"),
    "gas": Text("gas not counted", "气体未计入"),
    "no_factor": Text("no value in one method", "一方没有取值"),
    "formula": Text("other formula", "公式不同"),
    "factor": Text("other factor", "因子不同"),
    "amount": Text("other coal equivalent", "折标系数不同"),
    "gwp": Text("other warming potential", "增温潜势不同"),
    "export": Text("energy sent out", "外送能源扣减"),
}
"""Why two methods differ, in the order of reading."""


@dataclass(frozen=True, slots=True)
class Part:
    """One named part of the difference. [t CO2e]

    `quantity` names the parameter of a factor that differs; `first` and
    `second` are what each method took, None where it took none; `was` and `now`
    say the same as text where it is no factor: formulas, potentials. Where the
    formula differs, `inputs` holds what each side's formula alone takes.
    """

    cause: str
    scope: int
    stream: str
    carrier: str
    gas: str
    amount_t: float
    lines: int
    quantity: str = ""
    first: Resolved | None = None
    second: Resolved | None = None
    was: str = ""
    now: str = ""
    inputs: tuple[tuple[Resolved, ...], tuple[Resolved, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class Pair:
    """A stream under both methods. [t CO2e]; None where a method has no line for it."""

    scope: int
    stream: str
    carrier: str
    first_t: float | None
    second_t: float | None
    parts: tuple[Part, ...]

    @property
    def difference_t(self) -> float:
        """Second less first; what a method does not count adds nothing to its total."""
        return (self.second_t or 0.0) - (self.first_t or 0.0)


@dataclass(frozen=True, slots=True)
class Basis:
    """By which rules a side was computed."""

    method: str
    gwp_set: str
    exports: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two totals and the parts that their difference is made of. [t CO2e]"""

    member_id: str
    year: int
    first: Basis
    second: Basis
    first_t: float
    second_t: float
    pairs: tuple[Pair, ...]

    @property
    def difference_t(self) -> float:
        """Second less first. [t CO2e]"""
        return self.second_t - self.first_t

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts, the largest first."""
        found = [part for pair in self.pairs for part in pair.parts]
        return tuple(sorted(found, key=lambda p: (-abs(p.amount_t), p.carrier, p.gas, p.quantity)))

    @property
    def by_cause(self) -> dict[str, float]:
        """Each cause that occurs; the causes sum to the difference. [t CO2e]"""
        sums: dict[str, float] = {}
        for part in self.parts:
            sums[part.cause] = sums.get(part.cause, 0.0) + part.amount_t
        return {cause: sums[cause] for cause in CAUSES if cause in sums}
