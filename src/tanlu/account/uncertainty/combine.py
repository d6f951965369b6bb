"""Rules of approach 1: how percentages combine in products, sums and trends.

Method: [ipcc.2006.v1] chapter 3, eqs. 3.1 and 3.2, table 3.2.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def product_uncertainty(uncertainties: Sequence[float]) -> float:
    """Uncertainty of a product of independent factors.

    Args:
        uncertainties: Half of the 95 % range of each factor, relative. [%] or [1]

    Returns:
        The same of the product, in the same unit.

    Example:
        >>> round(product_uncertainty([5.0, 10.0]), 2)
        11.18

    Source: [ipcc.2006.v1] eq. 3.1.
    """
    return float(np.sqrt(np.sum(np.square(uncertainties))))


def sum_uncertainty(amounts: Sequence[float], uncertainties: Sequence[float]) -> float:
    """Uncertainty of a sum of independent amounts.

    Args:
        amounts: The amounts. [t]
        uncertainties: Half of the 95 % range of each, relative. [%] or [1]

    Returns:
        The same of the sum, in the same unit.

    Example:
        >>> round(sum_uncertainty([100.0, 100.0], [10.0, 10.0]), 3)
        7.071

    Source: [ipcc.2006.v1] eq. 3.2.
    """
    parts = np.multiply(amounts, uncertainties)
    return float(np.sqrt(np.sum(np.square(parts))) / abs(np.sum(amounts)))


def shared_uncertainty(amounts: Sequence[float], uncertainties: Sequence[float]) -> float:
    """Uncertainty of a sum of amounts that are off together.

    Args:
        amounts: The amounts. [t]
        uncertainties: Half of the 95 % range of each, relative. [%] or [1]

    Returns:
        The same of the sum: percentages of one shared input add up.

    Example:
        >>> shared_uncertainty([100.0, 100.0], [10.0, 10.0])
        10.0

    Source: [ipcc.2006.v1] section 3.2.2.4: correlation one instead of none.
    """
    return float(abs(np.sum(np.multiply(amounts, uncertainties))) / abs(np.sum(amounts)))


@dataclass(frozen=True, slots=True)
class TrendTable:
    """The columns of table 3.2 of approach 1, one entry per category.

    Attributes:
        combined: Column G: of activity and factor. [%]
        variance: Column H: contribution to the variance of year t. [1]
        type_a: Column I: change of the trend when both years rise by 1 %. [%]
        type_b: Column J: change of the trend when year t alone rises by 1 %. [%]
        by_factor: Column K: put into the trend by a factor that both years share. [%]
        by_activity: Column L: put into the trend by amounts that they do not. [%]
        total: Uncertainty of the total of year t. [%]
        trend: Uncertainty of the trend, in percentage points. [%]
    """

    combined: Array
    variance: Array
    type_a: Array
    type_b: Array
    by_factor: Array
    by_activity: Array
    total: float
    trend: float


def trend_table(start: Array, end: Array, activity: Array, factor: Array) -> TrendTable:
    """Approach 1 for the total of a year and for the trend since another.

    Args:
        start: Emissions of the base year by category, column C. [t]
        end: Emissions of year t by category, column D. [t]
        activity: Uncertainty of the amounts, column E. [%]
        factor: Uncertainty of the factors, column F. [%]

    Returns:
        The columns and both results.

    Example:
        >>> one = trend_table(*(np.array([x]) for x in (100.0, 110.0, 5.0, 5.0)))
        >>> round(one.total, 2), round(one.trend, 2)
        (7.07, 7.78)

    Source: [ipcc.2006.v1] table 3.2 with its notes A and B.
    """
    first, last = start.sum(), end.sum()
    combined = np.hypot(activity, factor)
    variance = np.square(combined * end / last)
    raised = (0.01 * end + last) / (0.01 * start + first) - 1
    type_a = np.abs(100 * (raised - (last / first - 1)))
    type_b = np.abs(end / first)
    by_factor, by_activity = type_a * factor, type_b * activity * np.sqrt(2)
    trend = np.sqrt(np.sum(np.square(by_factor) + np.square(by_activity)))
    total = float(np.sqrt(variance.sum()))
    return TrendTable(
        combined, variance, type_a, type_b, by_factor, by_activity, total, float(trend)
    )
