"""Regression on a few combinations of the drivers: principal components, partial least squares."""

from collections.abc import Callable

import numpy as np

from tanlu.explain.design import Array, Design

Latent = Callable[[Array, Array, int], Array]


def pcr(z: Array, y: Array, count: int) -> Array:
    """Slopes of a regression on the first principal components.

    Args:
        z: Scaled columns, shape (observation, driver).
        y: Centred target.
        count: Number of components.

    Returns:
        One slope a driver.

    Source: Massy 1965.
    """
    left, singular, right = np.linalg.svd(z, full_matrices=False)
    gain = np.zeros(len(singular))
    gain[:count] = (left.T @ y)[:count] / singular[:count]
    slopes: Array = right.T @ gain
    return slopes


def pls(z: Array, y: Array, count: int) -> Array:
    """Slopes of partial least squares with one target (NIPALS).

    Args:
        z: Scaled columns, shape (observation, driver).
        y: Centred target.
        count: Number of components.

    Returns:
        One slope a driver.

    Source: Wold 1966; Geladi and Kowalski 1986.
    """
    rest, weights, loads, heights = z.copy(), [], [], []
    for _ in range(count):
        w = rest.T @ y
        size = np.linalg.norm(w)
        if size == 0:
            break
        w = w / size
        t = rest @ w
        load = rest.T @ t / (t @ t)
        heights.append(float(y @ t / (t @ t)))
        rest = rest - np.outer(t, load)
        weights.append(w)
        loads.append(load)
    if not weights:
        return np.zeros(z.shape[1])
    w, p = np.array(weights).T, np.array(loads).T
    slopes: Array = w @ np.linalg.solve(p.T @ w, np.array(heights))
    return slopes


def components(found: Design, fit: Latent) -> int:
    """How many components give the least error of leaving one observation out.

    Args:
        found: The design.
        fit: `pcr` or `pls`.

    Returns:
        At least 1.
    """
    most = max(1, min(found.rank, found.n - 2))
    errors = [_press(found, fit, count) for count in range(1, most + 1)]
    return int(np.argmin(errors)) + 1


def _press(found: Design, fit: Latent, count: int) -> float:
    total = 0.0
    for i in range(found.n):
        keep = np.arange(found.n) != i
        z, y = found.z[keep], found.y[keep]
        slopes = fit(z - z.mean(axis=0), y - y.mean(), count)
        guess = y.mean() + (found.z[i] - z.mean(axis=0)) @ slopes
        total += float(found.y[i] - guess) ** 2
    return total
