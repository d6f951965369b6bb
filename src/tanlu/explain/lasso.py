"""Lasso and elastic net by coordinate descent on scaled columns."""

import numpy as np

from tanlu.explain.design import Array, Design

_ROUNDS = 20_000
_STILL = 1e-13
_STEPS = 60


def lasso(found: Design, penalty: float, share: float = 1.0) -> Array:
    """Slopes that minimise |y - Zb|² / 2n + penalty (share |b| + (1 - share) b² / 2).

    Args:
        found: The design.
        penalty: Weight of the penalty, convention of scikit-learn.
        share: 1 for lasso, less for elastic net.

    Returns:
        One slope a scaled driver; some of them exactly 0.

    Source: Tibshirani 1996; Zou and Hastie 2005; Friedman et al. 2010 for the descent.
    """
    n, p = found.z.shape
    slopes = np.zeros(p)
    rest = found.y.copy()
    for _ in range(_ROUNDS):
        moved = 0.0
        for j in range(p):
            column = found.z[:, j]
            reach = float(column @ rest) / n + slopes[j]
            shrunk = np.copysign(max(abs(reach) - penalty * share, 0.0), reach)
            new = shrunk / (1 + penalty * (1 - share))
            rest += column * (slopes[j] - new)
            moved = max(moved, abs(new - slopes[j]))
            slopes[j] = new
        if moved <= _STILL * (np.abs(slopes).max() or 1.0):
            break
    settled: Array = slopes + 0.0  # no minus zero
    return settled


def choose(found: Design, share: float = 1.0) -> float:
    """The penalty with the least error of leaving one observation out.

    Args:
        found: The design.
        share: As in `lasso`.

    Returns:
        The penalty.
    """
    most = float(np.abs(found.z.T @ found.y).max()) / found.n
    grid = most * np.geomspace(1e-4, 1.0, _STEPS)
    errors = [_left_out(found, float(penalty), share) for penalty in grid]
    return float(grid[int(np.argmin(errors))])


def _left_out(found: Design, penalty: float, share: float) -> float:
    from dataclasses import replace

    total = 0.0
    for i in range(found.n):
        keep = np.arange(found.n) != i
        z, y = found.z[keep], found.y[keep]
        part = replace(found, z=z - z.mean(axis=0), y=y - y.mean())
        guess = y.mean() + (found.z[i] - z.mean(axis=0)) @ lasso(part, penalty, share)
        total += float(found.y[i] - guess) ** 2
    return total
