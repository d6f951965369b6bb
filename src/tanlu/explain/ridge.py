"""Ridge regression, and four ways to choose its k.

Convention of R's MASS `lm.ridge`: columns centred and divided by the standard deviation
with n in the denominator, intercept not penalised, b = V diag(d / (d² + k)) U'y.
"""

from collections.abc import Callable

import numpy as np

from tanlu.explain.design import Array, Design

_LEAST, _MOST = 1e-8, 1e6
_GRID = 400
_GOLDEN = (5**0.5 - 1) / 2
_ROUNDS = 80


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
    """The k of Hoerl, Kennard and Baldwin as MASS modifies it: (p - 2) s² / |b|²."""
    slopes = ridge(found, 0.0)
    return (len(slopes) - 2) * residual_variance(found) / float(slopes @ slopes)


def hkb_classical(found: Design) -> float:
    """The k of Hoerl, Kennard and Baldwin 1975: p s² / |b|², on columns of unit length."""
    slopes = ridge(found, 0.0) * found.n**0.5
    return len(slopes) * residual_variance(found) / float(slopes @ slopes)


def lw(found: Design) -> float:
    """The k of Lawless and Wang: (p - 2) s² n / |Zb|²."""
    fitted = found.z @ ridge(found, 0.0)
    p = len(found.drivers)
    return (p - 2) * residual_variance(found) * found.n / float(fitted @ fitted)


def gcv_score(found: Design, k: float) -> float:
    """Generalised cross-validation, RSS / (n - edf)², as MASS counts it."""
    rest = found.y - found.z @ ridge(found, k)
    return float(rest @ rest) / (found.n - edf(found, k)) ** 2


def loocv_score(found: Design, k: float) -> float:
    """Mean squared error of leaving one observation out, in closed form."""
    d2 = found.singular**2
    leverage = 1 / found.n + ((found.left**2) * (d2 / (d2 + k))).sum(axis=1)
    rest = (found.y - found.z @ ridge(found, k)) / np.maximum(1 - leverage, 1e-300)
    return float((rest**2).mean())


def gcv(found: Design) -> float:
    """The k that minimises generalised cross-validation."""
    return _least(lambda k: gcv_score(found, k))


def loocv(found: Design) -> float:
    """The k that minimises the error of leaving one observation out."""
    return _least(lambda k: loocv_score(found, k))


def _least(score: Callable[[float], float]) -> float:
    grid = np.concatenate([[0.0], np.geomspace(_LEAST, _MOST, _GRID)])
    at = int(np.argmin([score(float(k)) for k in grid]))
    low, high = float(grid[max(at - 1, 0)]), float(grid[min(at + 1, _GRID)])
    for _ in range(_ROUNDS):
        left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        if score(left) <= score(right):
            high = right
        else:
            low = left
    middle = (low + high) / 2
    return 0.0 if score(0.0) <= score(middle) else middle


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
}
"""Name to selector."""
