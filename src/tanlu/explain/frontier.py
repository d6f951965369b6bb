"""A production frontier: how far each enterprise stays below what its inputs allow.

ln y = x b + v - u, v normal, u half-normal. When the residuals lean the other way there
is no inefficiency to be seen, and least squares is returned, said so.
Method: Aigner, Lovell and Schmidt 1977; efficiencies by Jondrow et al. 1982.
"""

from dataclasses import dataclass

import numpy as np

from tanlu.errors import need
from tanlu.explain.design import Array


@dataclass(frozen=True, slots=True)
class Frontier:
    """Slopes, the variance of v and u together, the share of u in it, and efficiencies.

    `gamma` is 0 and `efficiency` all 1 where the residuals show no inefficiency.
    `p` is the probability of a larger likelihood ratio without one (half chi-square).
    """

    slopes: Array
    sigma2: float
    gamma: float
    efficiency: Array
    log_likelihood: float
    p: float
    is_skewed_wrong: bool


def frontier(y: Array, x: Array) -> Frontier:
    """Fit a frontier by greatest likelihood.

    Args:
        y: Logarithm of output, shape (enterprise,).
        x: Logarithms of inputs, the intercept included, shape (enterprise, column).

    Returns:
        The frontier.

    Source: likelihood in sigma² and gamma of Battese and Corra 1977.
    """
    least: Array = np.linalg.lstsq(x, y, rcond=None)[0].astype(np.float64)
    rest = y - x @ least
    plain = _normal(rest)
    if (rest**3).sum() >= 0:
        ones = np.ones(len(y))
        return Frontier(least, float((rest**2).mean()), 0.0, ones, plain, 1.0, is_skewed_wrong=True)
    optimize = need("scipy.optimize", "explain")
    starts = [_start(least, rest, gamma) for gamma in (0.3, 0.6, 0.9)]
    found = min(
        (optimize.minimize(_loss, start, (y, x), method="BFGS") for start in starts),
        key=lambda run: float(run.fun),
    )
    slopes, sigma2, gamma = _parts(found.x)
    likelihood = -float(found.fun)
    ratio = max(2 * (likelihood - plain), 0.0)
    p = float(need("scipy.stats", "explain").chi2.sf(ratio, 1)) / 2
    efficiency = _efficiency(y - x @ slopes, sigma2, gamma)
    return Frontier(slopes, sigma2, gamma, efficiency, likelihood, p, is_skewed_wrong=False)


def _start(least: Array, rest: Array, gamma: float) -> Array:
    variance = float((rest**2).mean())
    sigma2 = variance / (1 - 2 * gamma / np.pi)
    shifted = least.copy()
    shifted[0] += np.sqrt(2 * gamma * sigma2 / np.pi)
    return np.append(shifted, [np.log(sigma2), np.log(gamma / (1 - gamma))])


def _parts(at: Array) -> tuple[Array, float, float]:
    return at[:-2], float(np.exp(at[-2])), float(1 / (1 + np.exp(-at[-1])))


def _loss(at: Array, y: Array, x: Array) -> float:
    slopes, sigma2, gamma = _parts(at)
    rest = (y - x @ slopes) / sigma2**0.5
    below = need("scipy.special", "explain").log_ndtr(-rest * np.sqrt(gamma / (1 - gamma)))
    density = np.log(2) - 0.5 * np.log(2 * np.pi * sigma2) - rest**2 / 2
    return -float((density + below).sum())


def _normal(rest: Array) -> float:
    variance = float((rest**2).mean())
    return -len(rest) / 2 * float(np.log(2 * np.pi * variance) + 1)


def _efficiency(rest: Array, sigma2: float, gamma: float) -> Array:
    # E[exp(-u) | e] of Battese and Coelli 1988, from the conditional normal of Jondrow et al.
    ndtr = need("scipy.special", "explain").ndtr
    centre = -rest * gamma
    spread = np.sqrt(gamma * (1 - gamma) * sigma2)
    found: Array = (
        np.exp(-centre + spread**2 / 2) * ndtr(centre / spread - spread) / ndtr(centre / spread)
    )
    return found
