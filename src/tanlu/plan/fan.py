"""The fan around a projection: what uncertain growth alone does to it."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from tanlu.model.pathway import Assumed, Base, Point
from tanlu.plan.project import Paths, project

DRAWS = 2000
SEED = 20240501  # any constant: the same input must give the same fan


def growth_fan(
    points: Sequence[Point], paths: Paths, base: Base, growth: Sequence[Assumed]
) -> list[Point]:
    """Bounds that hold 95 % of draws of the growth rate, low to high.

    Each draw shifts growth in all years by one triangular deviate between the
    stated low and high: a park that grows slower tends to stay slower.

    Args:
        points: The central projection.
        paths: Its paths.
        base: The base year.
        growth: Growth assumptions with low and high.

    Returns:
        The same points with `low_t` and `high_t` [t CO2]; unchanged when no
        assumption has a range.
    """
    ranged = [a for a in growth if a.low is not None and a.high is not None]
    if not ranged:
        return list(points)
    draws = np.array([_co2(paths, base, points[-1].year, s) for s in _shifts(ranged[0])])
    low, high = np.percentile(draws, [2.5, 97.5], axis=0)
    return [
        replace(p, low_t=float(a), high_t=float(b))
        for p, a, b in zip(points, low, high, strict=True)
    ]


def _shifts(assumed: Assumed) -> npt.NDArray[np.float64]:
    low, high = assumed.low, assumed.high
    if low is None or high is None or math.isclose(low, high):
        return np.zeros(1)
    draws = np.random.default_rng(SEED).triangular(low, assumed.value, high, DRAWS)
    return draws - assumed.value


def _co2(paths: Paths, base: Base, end_year: int, shift: float) -> list[float]:
    return [point.co2_t for point in project(paths, base, end_year, float(shift))]
