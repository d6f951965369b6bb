"""The environmental Kuznets curve: whether emissions turn as output grows, and where.

ln I = c + b1 z + b2 z² + …, z = ln x less its mean: centring keeps the two terms apart,
which over a narrow range are otherwise collinear to more than 0.999.
"""

from dataclasses import dataclass

import numpy as np

from tanlu.explain.design import Array


@dataclass(frozen=True, slots=True)
class Turn:
    """The output at which emissions turn, with its 95 % interval by Fieller.

    `low` and `high` are None where the data set no bound. `is_outside` says that
    the turn lies outside what was observed: an extrapolation.
    """

    at: float | None
    low: float | None
    high: float | None
    is_outside: bool


def terms(values: Array) -> tuple[Array, Array, float]:
    """The centred logarithm, its square, and the mean of the logarithm."""
    logs = np.log(values)
    centred = logs - logs.mean()
    return centred, centred**2, float(logs.mean())


def turning_point(
    slope: float, curve: float, covariance: Array, mean_log: float, observed: Array, t: float
) -> Turn:
    """Where a curve turns down.

    Args:
        slope: b1 of the centred logarithm.
        curve: b2 of its square.
        covariance: Of the two, shape (2, 2).
        mean_log: Mean of ln x.
        observed: Values of x that were seen.
        t: Quantile of the t distribution for the interval.

    Returns:
        The turn; `at` is None when the curve does not turn down (b2 not below 0).

    Source: x* = exp(mean - b1 / (2 b2)); Fieller 1954 for the ratio's interval.
    """
    if curve >= 0:
        return Turn(None, None, None, is_outside=False)
    at = float(np.exp(mean_log - slope / (2 * curve)))
    low, high = _fieller(slope, curve, covariance, t)
    ends = [None if end is None else float(np.exp(mean_log + end)) for end in (low, high)]
    outside = not observed.min() <= at <= observed.max()
    return Turn(at, ends[0], ends[1], is_outside=bool(outside))


def _fieller(slope: float, curve: float, covariance: Array, t: float) -> tuple[float | None, ...]:
    # the set of r = -b1 / (2 b2) with (b1 + 2 r b2)² <= t² Var(b1 + 2 r b2)
    a = 4 * (curve**2 - t**2 * covariance[1, 1])
    b = 4 * (slope * curve - t**2 * covariance[0, 1])
    c = slope**2 - t**2 * covariance[0, 0]
    inside = b**2 - 4 * a * c
    if a <= 0 or inside < 0:
        return None, None  # the curve's bend is not told from none: no bound
    root = inside**0.5
    return (-b - root) / (2 * a), (-b + root) / (2 * a)
