"""Many enterprises over many months: pooled, fixed and random effects, and which to trust.

y_it = a_i + x_it b + e_it. Covariances are clustered by enterprise. Method: Swamy and
Arora 1972 for the variances of random effects, Hausman 1978 for the choice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.errors import InputError, need
from tanlu.explain.design import Array


@dataclass(frozen=True, slots=True)
class Slopes:
    """Slopes; their covariance clustered by enterprise, and as if errors were all alike.

    `noise` is the variance of those errors; `share` of each enterprise's mean was taken out.
    """

    slopes: Array
    covariance: Array
    plain: Array
    noise: float
    share: Array


@dataclass(frozen=True, slots=True)
class Choice:
    """Hausman's statistic, its degrees of freedom, and what it speaks for."""

    statistic: float
    dof: int
    p: float
    takes: str


def pooled(y: Array, x: Array, groups: Sequence[object]) -> Slopes:
    """One intercept for all.

    Args:
        y: Target, shape (row,).
        x: Drivers, shape (row, driver).
        groups: The enterprise of each row.

    Returns:
        Slopes with covariance clustered by enterprise.
    """
    return _fit(y, x, _codes(groups), np.zeros(len(set(groups))), has_intercept=True)


def fixed(y: Array, x: Array, groups: Sequence[object]) -> Slopes:
    """An intercept for each enterprise: only changes within one count.

    Raises:
        InputError: When a driver does not move within any enterprise.
    """
    codes = _codes(groups)
    within = _less_means(x, codes, np.ones(codes.max() + 1))
    if np.linalg.matrix_rank(within) < x.shape[1]:
        raise InputError.of("panel_still", drivers=x.shape[1])
    return _fit(y, x, codes, np.ones(codes.max() + 1), has_intercept=False)


def random(y: Array, x: Array, groups: Sequence[object]) -> Slopes:
    """Intercepts drawn at random: changes within and differences between count both.

    Source: Swamy and Arora 1972; unequal numbers of rows as in Baltagi 2013, ch. 9.
    """
    codes = _codes(groups)
    sizes = np.bincount(codes)
    inner = fixed(y, x, groups)
    rest = _less_means(y[:, None], codes, np.ones(len(sizes)))[:, 0]
    rest = rest - _less_means(x, codes, np.ones(len(sizes))) @ inner.slopes
    noise = float(rest @ rest) / (len(y) - len(sizes) - x.shape[1])
    between = _between(y, x, codes, sizes)
    mean_size = len(sizes) / (1 / sizes).sum()
    effect = max(between - noise / mean_size, 0.0)
    share = 1 - np.sqrt(noise / (noise + sizes * effect))
    return _fit(y, x, codes, share, has_intercept=True)


def hausman(inner: Slopes, mixed: Slopes) -> Choice:
    """Whether random effects may be trusted beside fixed ones.

    Args:
        inner: Slopes of fixed effects.
        mixed: Slopes of random effects.

    Returns:
        The statistic; "fixed" below 5 %.

    Source: Hausman 1978, both covariances with the variance of the fixed effects' errors.
    """
    moved = inner.slopes - mixed.slopes
    # the test supposes errors that are all alike; with one variance for both the
    # difference of the two covariances cannot be negative
    spread = inner.plain - mixed.plain * (inner.noise / mixed.noise)
    statistic = float(moved @ np.linalg.pinv(spread) @ moved)
    dof = len(moved)
    p = float(need("scipy.stats", "explain").chi2.sf(max(statistic, 0.0), dof))
    return Choice(statistic, dof, p, "fixed" if p < 0.05 else "random")


def _codes(groups: Sequence[object]) -> np.ndarray:
    return np.unique(np.asarray(groups), return_inverse=True)[1]


def _means(values: Array, codes: np.ndarray) -> Array:
    sizes = np.bincount(codes)
    sums = [np.bincount(codes, column) for column in values.T]
    found: Array = np.array(sums).T / sizes[:, None]
    return found


def _less_means(values: Array, codes: np.ndarray, share: Array) -> Array:
    found: Array = values - share[codes][:, None] * _means(values, codes)[codes]
    return found


def _between(y: Array, x: Array, codes: np.ndarray, sizes: np.ndarray) -> float:
    table = _means(np.column_stack([y, x]), codes)
    ones = np.column_stack([np.ones(len(sizes)), table[:, 1:]])
    rest = table[:, 0] - ones @ np.linalg.lstsq(ones, table[:, 0], rcond=None)[0]
    squares = float(rest @ rest)
    return squares / float(max(len(sizes) - ones.shape[1], 1))


def _fit(y: Array, x: Array, codes: np.ndarray, share: Array, *, has_intercept: bool) -> Slopes:
    ones = np.ones((len(y), 1)) if has_intercept else np.empty((len(y), 0))
    table = _less_means(np.column_stack([ones, x, y]), codes, share)
    left, right = table[:, :-1], table[:, -1]
    solved: Array = np.linalg.lstsq(left, right, rcond=None)[0].astype(np.float64)
    rest = right - left @ solved
    first = ones.shape[1]
    lost = left.shape[1] if has_intercept else left.shape[1] + len(share)
    noise = float(rest @ rest) / (len(y) - lost)
    alike = np.linalg.pinv(left.T @ left)[first:, first:] * noise
    clustered = _clustered(left, rest, codes)[first:, first:]
    return Slopes(solved[first:], clustered, alike, noise, share)


def _clustered(x: Array, rest: Array, codes: np.ndarray) -> Array:
    moments = np.array([np.bincount(codes, column) for column in (x * rest[:, None]).T]).T
    inverse = np.linalg.pinv(x.T @ x)
    groups, n, p = len(moments), len(x), x.shape[1]
    small = groups / (groups - 1) * (n - 1) / (n - p)
    covariance: Array = small * inverse @ (moments.T @ moments) @ inverse
    return covariance
