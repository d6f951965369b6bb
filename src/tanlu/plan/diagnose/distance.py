"""Distance to a target: today, in each scenario, and the pace that it asks for."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tanlu.model.pathway import Gap, Point
from tanlu.plan.tree.peak import PEAK, gap_of

Verdict = Literal["met", "within_reach", "missed", "open"]
"""`met`: already in the base year. `within_reach`: by at least one scenario. `missed`: by none.
`open`: no scenario reaches its year, or it has no value there."""


@dataclass(frozen=True, slots=True)
class Distance:
    """A target beside the base year and every scenario, in the indicator's unit.

    `pace`: change a year from today's value to the limit, compounded. [1/a]
    """

    target: Gap
    now: float | None
    base_year: int
    cases: Mapping[str, Gap]
    pace: float | None
    verdict: Verdict

    @property
    def gap_now(self) -> float | None:
        """Today's value less the limit; positive means that it is not kept."""
        return None if self.now is None else self.now - self.target.limit

    def best(self, order: Sequence[str]) -> Gap | None:
        """The scenario closest to the limit, of those that have a value."""
        known = [self.cases[c] for c in order if self.cases[c].gap is not None]
        return min(known, key=lambda g: g.gap or 0.0) if known else None


def distance(target: Mapping[str, Any], runs: Mapping[str, Sequence[Point]]) -> Distance:
    """One target beside all scenarios.

    Args:
        target: A row of the table of targets, in base units.
        runs: Points of each scenario; the first point is the base year.

    Returns:
        Distances; the base year's value is the inventory's.
    """
    cases = {case: gap_of(target, points) for case, points in runs.items()}
    first = next(iter(runs.values()))[:1]
    own = None if target["indicator"] == PEAK else gap_of({**target, "year": first[0].year}, first)
    now = own.value if own else None
    about = next(iter(cases.values()))
    years = target["year"] - first[0].year
    return Distance(about, now, first[0].year, cases, pace(now, target["limit"], years),
                    _verdict(own, cases.values()))  # fmt: skip


def pace(now: float | None, limit: float, years: int) -> float | None:
    """Change a year that leads from a value to a limit.

    Returns:
        A rate, below zero for a fall; None where there is no value, no time, or a limit of
        zero, which no rate reaches.

    Example:
        >>> round(pace(4.0, 1.0, 2), 3)
        -0.5
    """
    if now is None or years <= 0 or now <= 0 or limit <= 0:
        return None
    return math.pow(limit / now, 1 / years) - 1


def _verdict(own: Gap | None, cases: Any) -> Verdict:  # noqa: ANN401 - any iterable of gaps
    found = [gap.is_met for gap in cases]
    if own is not None and own.is_met:
        return "met"
    if any(met for met in found):
        return "within_reach"
    # no peak inside the span is a missed peak, not an unknown one
    if own is None or any(met is False for met in found):
        return "missed"
    return "open"


def binding(distances: Sequence[Distance]) -> Distance | None:
    """The target that binds.

    Of those not met, first the ones that no scenario reaches; of these the one that asks for
    the fastest fall.

    Example:
        >>> binding([]) is None
        True
    """
    unmet = [d for d in distances if d.verdict != "met"]
    order = {"missed": 0, "open": 1, "within_reach": 2, "met": 3}
    return min(unmet, key=lambda d: (order[d.verdict], d.pace or 0.0), default=None)
