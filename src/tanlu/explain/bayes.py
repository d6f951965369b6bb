"""Slopes with a stated prior: normal slopes, inverse-gamma variance."""

from dataclasses import dataclass

import numpy as np

from tanlu.explain.design import Array, Design
from tanlu.explain.ridge import residual_variance


@dataclass(frozen=True, slots=True)
class Posterior:
    """Mean and standard deviation of each slope, columns as they came."""

    mean: Array
    deviation: Array


def posterior(found: Design, prior_mean: Array, prior_deviation: Array) -> Posterior:
    """What data and prior say together.

    Args:
        found: The design.
        prior_mean: Expected slope of each driver, columns as they came.
        prior_deviation: How far from it the slope may lie, one standard deviation.

    Returns:
        The posterior; where data say little it is the prior again.

    Source: conjugate normal-inverse-gamma regression (Gelman et al. 2013, ch. 14), the
        prior's precision taken against the residual variance of least squares.
    """
    scaled_mean = prior_mean * found.scales
    weight = residual_variance(found) / (prior_deviation * found.scales) ** 2
    gram = found.z.T @ found.z
    precision = gram + np.diag(weight)
    mean = np.linalg.solve(precision, found.z.T @ found.y + weight * scaled_mean)
    rest = found.y - found.z @ mean
    pull = mean - scaled_mean
    variance = (float(rest @ rest) + float(pull @ (weight * pull))) / (found.n - 1)
    spread = np.sqrt(variance * np.diag(np.linalg.inv(precision)))
    return Posterior(mean / found.scales, spread / found.scales)


def posterior_of_noise(
    found: Design, prior_mean: Array, prior_deviation: Array, noise: float
) -> Posterior:
    """What data and prior say together when the noise is known and not estimated.

    It has an answer where least squares has none; along the directions that the data leave
    open that answer is the prior's.

    Args:
        found: The design.
        prior_mean: Expected slope of each driver, columns as they came.
        prior_deviation: One standard deviation of it.
        noise: Standard deviation of the target, in the unit of the regression.

    Returns:
        The posterior.

    Source: conjugate normal regression with a known variance (Gelman et al. 2013, ch. 3).
    """
    x = found.z * found.scales
    precision = x.T @ x / noise**2 + np.diag(1 / prior_deviation**2)
    right = x.T @ found.y / noise**2 + prior_mean / prior_deviation**2
    covariance = np.linalg.inv(precision)
    mean: Array = covariance @ right
    return Posterior(mean, np.sqrt(np.diag(covariance)))
