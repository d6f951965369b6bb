"""Peak year, and the distance of a projection to each target."""

from collections.abc import Mapping, Sequence
from typing import Any

from tanlu.model.pathway import Gap, Peak, Point
from tanlu.types import Text


def peak_of(points: Sequence[Point]) -> Peak:
    """The highest year.

    A peak in the last projected year is no peak: emissions still rise there.

    Example:
        >>> rising = [Point(y, float(y), 1.0, 1.0, {}) for y in (2022, 2023)]
        >>> peak_of(rising).is_inside
        False
    """
    top = max(points, key=lambda point: point.co2_t)
    return Peak(top.year, top.co2_t, is_inside=top.year < points[-1].year)


def gap_to(target: Mapping[str, Any], points: Sequence[Point]) -> Gap:
    """The distance to one row of the table targets, values in base units."""
    return Gap(
        target_id=target["target_id"],
        label=Text(target["name_en"], target["name_zh"]),
        indicator=target["indicator"],
        year=target["year"],
        limit=target["limit"],
        value=_value(target["indicator"], target["year"], points),
        unit=target["limit_unit"],
        cite=target["cite"],
    )


def _value(indicator: str, year: int, points: Sequence[Point]) -> float | None:
    if indicator == "peak_year":
        peak = peak_of(points)
        return float(peak.year) if peak.is_inside else None
    point = next((p for p in points if p.year == year), None)
    if point is None:
        return None
    below = {"co2": 1.0, "co2_per_energy": point.energy_tce, "co2_per_output": point.output_cny}
    return point.co2_t / below[indicator]
