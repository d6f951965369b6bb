"""What a STIRPAT equation says of a future in which its drivers grow at stated rates.

I_T / I_0 = Π (1 + g_k)^(b_k T). Method: [wang2024] section 3; York, Rosa and Dietz 2003.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tanlu.explain.design import Array, Design


@dataclass(frozen=True, slots=True)
class Fan:
    """Percentiles of emissions relative to the base, one row a year."""

    years: list[int]
    low: Array
    middle: Array
    high: Array
    is_extrapolated: list[bool]


def ratio(slopes: Mapping[str, float], growth: Mapping[str, float], years: float) -> float:
    """Emissions after some years, relative to now.

    Args:
        slopes: Elasticity of each driver. [1]
        growth: Yearly growth of each driver; a driver that is left out stands still. [1]
        years: How many years.

    Returns:
        I_T / I_0. [1]

    Example:
        >>> round(ratio({"a": 0.6, "b": 0.3}, {"a": 0.05, "b": -0.03}, 8), 5)
        1.17479
    """
    logs = sum(slope * np.log1p(growth.get(name, 0.0)) for name, slope in slopes.items())
    return float(np.exp(years * logs))


def smearing(residuals: Array) -> float:
    """By what a fit in logarithms is multiplied to be a mean: mean of exp(residual). [1]

    Source: Duan 1983.
    """
    return float(np.exp(residuals).mean())


def fan(slopes: Array, growth: Array, noise: Array, years: int, limit: Array) -> Fan:
    """Emissions of the next years from draws of slopes, growth and residual.

    Args:
        slopes: Draws of the elasticities, shape (draw, driver).
        growth: Draws of the yearly growth, shape (draw, driver).
        noise: Draws of the residual in logarithms, shape (draw,).
        years: How many years.
        limit: Greatest distance from the base, in logarithms, that each driver was seen at.

    Returns:
        2.5, 50 and 97.5 percentiles a year; a year is extrapolated where the median
        driver leaves what was seen.
    """
    at = np.arange(1, years + 1)
    pace = (slopes * np.log1p(growth)).sum(axis=1)
    drawn = np.exp(pace[:, None] * at[None, :] + noise[:, None])
    low, middle, high = np.percentile(drawn, [2.5, 50, 97.5], axis=0)
    reach = np.abs(np.log1p(np.median(growth, axis=0)))[None, :] * at[:, None]
    beyond = [bool(row.any()) for row in reach > limit[None, :]]
    return Fan(at.tolist(), low, middle, high, beyond)


def beyond(found: Design, base: Array, growth: Array, years: int) -> list[bool]:
    """Which years lie outside what was observed, by leverage.

    Args:
        found: The design of the fit, in logarithms.
        base: Drivers now, as they came, shape (driver,).
        growth: Their yearly growth, same shape. [1]
        years: How many years.

    Returns:
        For each year whether its leverage is above that of every observation.
    """
    at = np.log(base)[None, :] + np.arange(1, years + 1)[:, None] * np.log1p(growth)[None, :]
    scaled = (at - found.means) / found.scales
    seen = ((found.left[:, : found.rank]) ** 2).sum(axis=1).max()
    turned = (scaled @ found.right[: found.rank].T) / found.singular[: found.rank]
    return [bool(x) for x in (turned**2).sum(axis=1) > seen]
