"""Ridge regression, and five ways to choose its k.

Convention of R's MASS `lm.ridge`: columns centred and divided by the standard deviation
with n in the denominator, intercept not penalised, b = V diag(d / (d² + k)) U'y.
"""

from collections.abc import Callable

import numpy as np

from tanlu.explain.design import Array, Design

_LEAST, _MOST = 1e-8, 1e6
_GRID = 400
_FINE = 41
_ROUNDS = 7
_TRACED = 1000
_INFLATED, _STILL = 10.0, 0.01


def ridge(found: Design, k: float) -> Array:
    """Slopes of the scaled columns; least squares at k = 0.

    Args:
        found: The design.
        k: Penalty, MASS convention.

    Returns:
        One slope a driver.

    Source: Hoerl and Kennard 1970; scaling of Venables and Ripley, MASS.
    """
    d = found.singular
    kept = np.arange(len(d)) < found.rank
    gain = np.where(kept, d / np.where(kept, d**2 + k, 1.0), 0.0)
    slopes: Array = found.right.T @ (gain * found.inner)
    return slopes


def edf(found: Design, k: float) -> float:
    """Effective degrees of freedom of the slopes, Σ d² / (d² + k). [1]"""
    d2 = found.singular**2
    return float((d2 / (d2 + k)).sum())


def residual_variance(found: Design) -> float:
    """s² of least squares: RSS / dof."""
    rest = found.y - found.z @ ridge(found, 0.0)
    return float(rest @ rest) / found.dof


def hkb(found: Design) -> float:
    """The k of Hoerl, Kennard and Baldwin as MASS modifies it: (p - 2) s² / |b|².

    Not a number where there is no such k: with one driver, or where nothing is explained.
    """
    slopes = ridge(found, 0.0)
    return _ratio((len(slopes) - 2) * residual_variance(found), float(slopes @ slopes))


def hkb_classical(found: Design) -> float:
    """The k of Hoerl, Kennard and Baldwin 1975: p s² / |b|², on columns of unit length."""
    slopes = ridge(found, 0.0) * found.n**0.5
    return _ratio(len(slopes) * residual_variance(found), float(slopes @ slopes))


def lw(found: Design) -> float:
    """The k of Lawless and Wang: (p - 2) s² n / |Zb|²; not a number as with `hkb`."""
    fitted = found.z @ ridge(found, 0.0)
    p = len(found.drivers)
    return _ratio((p - 2) * residual_variance(found) * found.n, float(fitted @ fitted))


def _ratio(above: float, below: float) -> float:
    return above / below if above >= 0 and below > 0 else float("nan")


def gcv_score(found: Design, k: Array) -> Array:
    """Generalised cross-validation, RSS / (n - edf)², as MASS counts it, for each k."""
    gain = _gain(found, k)
    bent = ((1 - gain) ** 2 * _inner(found)[:, None] ** 2).sum(axis=0)
    scores: Array = (_unexplained(found) + bent) / (found.n - gain.sum(axis=0)) ** 2
    return scores


def loocv_score(found: Design, k: Array) -> Array:
    """Mean squared error of leaving one observation out, in closed form, for each k."""
    gain, left = _gain(found, k), found.left[:, : found.rank]
    leverage = 1 / found.n + left**2 @ gain
    rest = found.y[:, None] - left @ (gain * _inner(found)[:, None])
    scores: Array = ((rest / np.maximum(1 - leverage, 1e-300)) ** 2).mean(axis=0)
    return scores


def _inner(found: Design) -> Array:
    return found.inner[: found.rank]


def _gain(found: Design, k: Array) -> Array:
    # how much of each direction is kept: shape (direction, k)
    d2 = found.singular[: found.rank, None] ** 2
    return d2 / (d2 + k[None, :])


def _unexplained(found: Design) -> float:
    rest = found.y - found.left[:, : found.rank] @ _inner(found)
    return float(rest @ rest)


def gcv(found: Design) -> float:
    """The k that minimises generalised cross-validation."""
    return _least(lambda k: gcv_score(found, k))


def loocv(found: Design) -> float:
    """The k that minimises the error of leaving one observation out."""
    return _least(lambda k: loocv_score(found, k))


def _least(score: Callable[[Array], Array]) -> float:
    grid = np.concatenate([[0.0], np.geomspace(_LEAST, _MOST, _GRID)])
    for _ in range(_ROUNDS):
        at = int(np.argmin(score(grid)))
        best = float(grid[at])
        grid = np.linspace(grid[max(at - 1, 0)], grid[min(at + 1, len(grid) - 1)], _FINE)
    ends = np.array([0.0, best])
    return float(ends[int(np.argmin(score(ends)))])


def steady(found: Design) -> float:
    """The least k of the ridge trace at which slopes are steady.

    The trace goes from 0 to 1 in steps of 0.001 on columns of unit length. All variance
    inflation is below 10 there, and the next step moves no slope by more than 1 % of the
    largest. Not a number where no k up to 1 does so.

    Source: Hoerl and Kennard 1970 for the trace; Marquardt 1970 for the bound of 10.
    """
    ks = np.linspace(0.0, 1.0, _TRACED + 1) * found.n
    slopes = trace(found, ks)
    whole = np.abs(slopes[:-1]).max(axis=1)
    moved = np.abs(np.diff(slopes, axis=0)).max(axis=1) / np.where(whole > 0, whole, 1.0)
    for k, change in zip(ks, moved, strict=False):
        if change <= _STILL and inflation_at(found, float(k)).max() < _INFLATED:
            return float(k)
    return float("nan")


def trace(found: Design, ks: Array) -> Array:
    """Slopes along k, shape (k, driver): the ridge trace."""
    return np.array([ridge(found, float(k)) for k in ks])


def inflation_at(found: Design, k: float) -> Array:
    """Variance inflation of each slope at k, of the covariance scaled to correlations."""
    d2 = found.singular**2
    weights = d2 / (d2 + k) ** 2
    inflated: Array = found.n * ((found.right.T**2) * weights).sum(axis=1)
    return inflated


SELECTORS: dict[str, Callable[[Design], float]] = {
    "hkb": hkb,
    "lw": lw,
    "gcv": gcv,
    "loocv": loocv,
    "trace": steady,
}
"""Name to selector."""
