"""Which distribution stands for a stated range, and its moments.

Method: [ipcc.2006.v1] chapter 3: normal while small and even to both sides, lognormal when
large, triangular or uniform when only limits are known.
"""

import math
from collections.abc import Callable, Mapping
from statistics import NormalDist

from tanlu.model.uncertainty import Spread

Z = NormalDist().inv_cdf(0.975)
"""Standard deviations from the mean to either end of the middle 95 %."""
KINDS = ("normal", "lognormal", "triangular", "uniform", "two_piece")
_EVEN = 0.1  # sides that differ by less than this share of the longer one are even
_SIDE = 1 / math.sqrt(2 * math.pi)  # mean of one half of a standard normal


def spread_of(lower: float, upper: float, small_cv: float, kind: str | None = None) -> Spread:
    """The distribution for a 95 % range around a value.

    Args:
        lower: Lower bound over the value. [1]
        upper: Upper bound over the value. [1]
        small_cv: Standard deviation over mean up to which a range is small. [1]
        kind: One of `KINDS` where it is stated; otherwise normal when small and even,
            lognormal when large, two halves of a normal when small and uneven.

    Returns:
        The distribution. Its bounds are those given; a lognormal for a range that is even,
        or reaches zero, takes the value as its mean and the range's deviation instead,
        since bounds even to both sides would draw its mean below the value.

    Example:
        >>> spread_of(0.95, 1.05, 0.3).kind, spread_of(0.3, 3.0, 0.3).kind
        ('normal', 'lognormal')
        >>> spread_of(0.83, 1.0, 0.3).kind
        'two_piece'
    """
    chosen = kind or _chosen(lower, upper, small_cv)
    if chosen == "lognormal" and (lower <= 0 or _is_even(lower, upper)):
        return _by_moments((upper - lower) / 2 / Z)
    if chosen == "normal":
        half = (upper - lower) / 2
        return Spread("normal", 1 - half, 1 + half)
    return Spread(chosen, lower, upper)


def _chosen(lower: float, upper: float, small_cv: float) -> str:
    if (upper - lower) / 2 / Z > small_cv:
        return "lognormal"
    return "normal" if _is_even(lower, upper) else "two_piece"


def _is_even(lower: float, upper: float) -> bool:
    down, up = 1 - lower, upper - 1
    return abs(up - down) <= _EVEN * max(up, down)


def _by_moments(deviation: float) -> Spread:
    scale = math.sqrt(math.log1p(deviation**2))
    centre = -(scale**2) / 2
    return Spread("lognormal", math.exp(centre - Z * scale), math.exp(centre + Z * scale))


def log_parameters(spread: Spread) -> tuple[float, float]:
    """Mean and deviation of the logarithm of a lognormal.

    Example:
        >>> [round(x, 3) for x in log_parameters(Spread("lognormal", 0.5, 2.0))]
        [0.0, 0.354]
    """
    low, high = math.log(spread.lower), math.log(spread.upper)
    return (low + high) / 2, (high - low) / 2 / Z


def _normal(spread: Spread) -> tuple[float, float]:
    return 1.0, (spread.upper - spread.lower) / 2 / Z


def _two_piece(spread: Spread) -> tuple[float, float]:
    down, up = (1 - spread.lower) / Z, (spread.upper - 1) / Z
    shift = (up - down) * _SIDE
    return 1 + shift, math.sqrt((down**2 + up**2) / 2 - shift**2)


def _lognormal(spread: Spread) -> tuple[float, float]:
    centre, scale = log_parameters(spread)
    mean = math.exp(centre + scale**2 / 2)
    return mean, mean * math.sqrt(math.expm1(scale**2))


def _uniform(spread: Spread) -> tuple[float, float]:
    return (spread.lower + spread.upper) / 2, (spread.upper - spread.lower) / math.sqrt(12)


def _triangular(spread: Spread) -> tuple[float, float]:
    low, high = spread.lower, spread.upper
    square = low**2 + high**2 + 1 - low * high - low - high
    return (low + 1 + high) / 3, math.sqrt(square / 18)


_MOMENTS: Mapping[str, Callable[[Spread], tuple[float, float]]] = {
    "normal": _normal,
    "two_piece": _two_piece,
    "lognormal": _lognormal,
    "uniform": _uniform,
    "triangular": _triangular,
}


def moments(spread: Spread) -> tuple[float, float]:
    """Mean and standard deviation, relative to the value.

    Example:
        >>> [round(x, 4) for x in moments(Spread("uniform", 0.9, 1.1))]
        [1.0, 0.0577]
    """
    return _MOMENTS[spread.kind](spread)


def sides(spread: Spread) -> tuple[float, float]:
    """What approach 1 takes as uncertainty below and above the value. [1]

    Returns:
        The distances to the 95 % bounds; where the bounds are limits, the
        normal's distances for the same deviation.

    Example:
        >>> [round(x, 3) for x in sides(Spread("two_piece", 0.83, 1.02))]
        [0.17, 0.02]
    """
    if spread.kind in ("uniform", "triangular"):
        half = Z * moments(spread)[1]
        return half, half
    return max(1 - spread.lower, 0.0), max(spread.upper - 1, 0.0)
