"""Fleet: a stock with ages, such as vehicles or boilers, that serves a need."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import converter
from tanlu.plan.model.converter import Converter
from tanlu.plan.model.grid import Flow, Grid, Tally
from tanlu.plan.model.stock import Stock
from tanlu.plan.model.system import System
from tanlu.plan.model.value import Given


@dataclass(frozen=True, slots=True)
class Fleet:
    """Takes `inputs` per unit of service and gives `service` at a node.

    `ages` counts what exists in the first period by age 0, 1, 2 … [units]; `survival` is the
    share of a vintage that is left after 0, 1, 2 … years. `serves` is the service of one unit
    [service/h]. The stock's own `existing` is not used; its costs are by unit.
    """

    name: str
    service: str
    inputs: Mapping[str, Given]
    ages: tuple[float, ...]
    survival: tuple[float, ...]
    serves: Given = 1.0
    factor: Given = 0.0
    variable: Given = 0.0
    stock: Stock = field(default_factory=Stock)


def survivors(ages: tuple[float, ...], survival: tuple[float, ...], after: int) -> float:
    """How many of what exists are left after some years.

    Args:
        ages: Units by age 0, 1, 2 … today.
        survival: Share of a vintage left after 0, 1, 2 … years; none after the last.
        after: Years from today.

    Returns:
        Units left.

    Example:
        >>> survivors((10.0, 8.0), (1.0, 0.8, 0.4), 1)
        12.0
    """
    left = (*survival, *(0.0,) * (len(ages) + after))
    return sum(n * left[a + after] / left[a] for a, n in enumerate(ages) if left[a] > 0)


def as_converter(system: System, c: Fleet) -> Converter:
    """The fleet as a converter whose stock ages."""
    start = system.periods[0].year
    existing = tuple(survivors(c.ages, c.survival, year - start) for year in system.years)
    return Converter(
        c.name, c.inputs, {c.service: 1.0},
        replace(c.stock, existing=existing, survival=c.survival),
        available=c.serves, variable=c.variable, factor=c.factor,
    )  # fmt: skip


def columns(grid: Grid, c: Fleet) -> None:
    """Units by period, service by step."""
    converter.columns(grid, as_converter(grid.system, c))


def balance(grid: Grid, c: Fleet) -> list[Flow]:
    """Energy taken, service given."""
    return converter.balance(grid, as_converter(grid.system, c))


def tallies(grid: Grid, c: Fleet) -> list[Tally]:
    """Cost of units and of running, carbon of the process."""
    return converter.tallies(grid, as_converter(grid.system, c))


def weibull(scale: float, shape: float, years: int) -> Numbers:
    """Share of a vintage left after 0 … `years` years: exp(−(age/scale)^shape). [1]

    Example:
        >>> weibull(10.0, 2.0, 2).round(4)
        array([1.    , 0.99  , 0.9608])
    """
    return np.asarray(np.exp(-((np.arange(years + 1) / scale) ** shape)))
