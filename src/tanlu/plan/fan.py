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
    """Bounds that hold 95 % of draws of the growth rate, and the central path.

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
    drawn = project(paths, base, points[-1].year, _shifts(ranged[0]))
    return [_bounded(point, draws.co2_t) for point, draws in zip(points, drawn, strict=True)]


def _bounded(point: Point, draws: npt.ArrayLike) -> Point:
    low, high = np.percentile(np.asarray(draws), [2.5, 97.5])
    # a most likely growth at the edge of its range would leave the band
    return replace(point, low_t=min(float(low), point.co2_t), high_t=max(float(high), point.co2_t))


def _shifts(assumed: Assumed) -> npt.NDArray[np.float64]:
    low, high = assumed.low, assumed.high
    if low is None or high is None or math.isclose(low, high):
        return np.zeros(1)
    draws = np.random.default_rng(SEED).triangular(low, assumed.value, high, DRAWS)
    return draws - assumed.value
