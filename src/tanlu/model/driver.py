"""Results of the driver analysis: effects of a change, and what a regression may say."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Decomposition:
    """A change between two periods, split into the effects of its factors.

    `by_category` holds the effect of each factor in each category; sums over
    categories are `effects`, and sums over factors the change.
    """

    start: str
    end: str
    start_value: float
    end_value: float
    effects: Mapping[str, float]
    by_category: Mapping[str, Mapping[str, float]]

    @property
    def total(self) -> float:
        """The change that was split."""
        return self.end_value - self.start_value

    @property
    def closing_error(self) -> float:
        """Sum of effects less the change, relative to the larger value."""
        scale = max(abs(self.start_value), abs(self.end_value)) or 1.0
        return (math.fsum(self.effects.values()) - self.total) / scale


@dataclass(frozen=True, slots=True)
class Identification:
    """What a log-linear regression on these data can and cannot identify.

    Every exact solution is `point + t · null_direction`, with the intercept
    `intercept + t · intercept_slope`. `contrasts` are the combinations of
    slopes that the data do fix, each with its value under the key "value". The
    intercept depends on `units`; slopes do not.
    """

    verdict: str
    observations: int
    dof: int
    rank: int
    drivers: Sequence[str]
    not_estimable: Sequence[str]
    singular_values: Sequence[float]
    null_direction: Sequence[float] | None
    point: Sequence[float]
    intercept: float
    intercept_slope: float | None
    contrasts: Sequence[Mapping[str, float]]
    units: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_reported(self) -> bool:
        """Whether slopes may be reported at all."""
        return self.verdict == "identified"
