"""When a path peaks, whether it only rests on a plateau, and what it adds up to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from tanlu.catalog.peak import plateau_share
from tanlu.model.pathway import Gap, Point
from tanlu.plan.target import gap_to

PEAK = "peak_year"
"""The indicator of a target that asks for a peak."""

Verdict = Literal["peak", "plateau", "rising", "passed", "flat"]
"""`peak`: highest inside the span, and left before its end. `plateau`: highest inside, but
never left. `rising`: highest in the last year. `passed`: highest in the base year. `flat`:
never outside the plateau."""


@dataclass(frozen=True, slots=True)
class Peaking:
    """The highest year, the years around it that are as high, and what that means."""

    verdict: Verdict
    year: int
    co2_t: float
    first: int
    last: int

    @property
    def peak_year(self) -> int | None:
        """The year of the peak, where there is one."""
        return self.year if self.verdict in ("peak", "passed") else None


def peaking(years: Sequence[int], co2_t: Sequence[float], share: float | None = None) -> Peaking:
    """The peak of a path.

    Args:
        years: Years in order.
        co2_t: Emissions. [t CO2]
        share: What counts as a plateau, the catalogue's when None. [1]

    Returns:
        The highest year (of equal ones the first) and the run of years around it that stay
        within the share below it. Only a path that leaves this plateau downwards has peaked.

    Example:
        >>> peaking([2025, 2026, 2027], [1.0, 2.0, 1.0]).verdict
        'peak'
        >>> peaking([2025, 2026, 2027], [1.0, 2.0, 1.99]).verdict
        'plateau'
    """
    within = plateau_share() if share is None else share
    top = max(range(len(years)), key=lambda i: co2_t[i])
    floor = co2_t[top] - within * abs(co2_t[top])
    first = last = top
    while first > 0 and co2_t[first - 1] >= floor:
        first -= 1
    while last < len(years) - 1 and co2_t[last + 1] >= floor:
        last += 1
    verdict = _verdict(top, first, last, len(years) - 1)
    return Peaking(verdict, years[top], float(co2_t[top]), years[first], years[last])


def _verdict(top: int, first: int, last: int, end: int) -> Verdict:
    if first == 0 and last == end:
        return "flat"
    if last < end:
        return "passed" if first == 0 else "peak"
    return "rising" if top == end else "plateau"


def cumulative(co2_t: Sequence[float]) -> float:
    """Emissions after the base year, summed. [t CO2]

    Example:
        >>> cumulative([5.0, 1.0, 2.0])
        3.0
    """
    return float(sum(co2_t[1:]))


def gap_of(target: Mapping[str, Any], points: Sequence[Point]) -> Gap:
    """The distance of a path to a target; a plateau that is never left is no peak.

    Args:
        target: A row of the table of targets, in base units.
        points: The path.

    Returns:
        The gap, its value None where the path has none.
    """
    found = gap_to(target, points)
    if target["indicator"] != PEAK:
        return found
    year = peaking([p.year for p in points], [p.co2_t for p in points]).peak_year
    return replace(found, value=None if year is None else float(year))
