"""A quantity that may differ by period and by step."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from tanlu.plan.lp.problem import Numbers


@dataclass(frozen=True, slots=True)
class Value:
    """`by_period` times the series named: one number a period, or one for all.

    Example:
        A load that doubles while keeping its shape:

        >>> Value((10.0, 20.0), "shape").series
        'shape'
    """

    by_period: tuple[float, ...] = (1.0,)
    series: str = ""


Given: TypeAlias = float | tuple[float, ...] | Value
"""What a component is given: one number, one a period, or a `Value` with a series."""


def value_of(given: Given) -> Value:
    """Any way of giving a quantity as a `Value`.

    Example:
        >>> value_of(3)
        Value(by_period=(3.0,), series='')
    """
    if isinstance(given, Value):
        return given
    if isinstance(given, tuple):
        return Value(tuple(float(each) for each in given))
    return Value((float(given),))


def by_year(given: Given, periods: int) -> Numbers:
    """A quantity without series, one number a period.

    Args:
        given: The quantity.
        periods: How many periods.

    Returns:
        Shape (periods,).

    Raises:
        ValueError: When it has a series, or another count of numbers.
    """
    value = value_of(given)
    if value.series:
        raise ValueError(f"a yearly quantity cannot follow the series {value.series!r}")
    return np.broadcast_to(np.array(value.by_period, float), (periods,)).copy()
