"""Factors on the grid of a day: constant from a date on, or as a factor channel reads them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import gcd
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.measure.readings.day import by_size, matrix
from tanlu.measure.readings.pack import Matrix
from tanlu.model.channel import Channel
from tanlu.model.hourly import Source, Step
from tanlu.units import find_unit, parse_unit

Absent: TypeAlias = Literal["absent", "catalogue"]
"""What stands for an interval for which a factor channel has no reading: nothing, so that its
emission is absent and counted; or the catalogue's factor, which is counted too."""

_WITH_CO2E = "mass CO2e/energy"
_BASE = ("mass/", "mass CO2/", "mass CO2e/")


@dataclass(frozen=True, slots=True)
class Read:
    """Factors of one day as a channel reads them. [t CO2 per unit of use]"""

    minutes: int
    values: Matrix


@dataclass(frozen=True, slots=True)
class Factors:
    """Readings of factor channels by channel, unit of use and day; what stands for absent ones."""

    read: Mapping[tuple[str, str, date], Read] = field(default_factory=dict)
    absent: Absent = "absent"
    known: dict[tuple[object, ...], "Weights"] = field(default_factory=dict, compare=False)


def factors_of(
    days: pl.DataFrame, channels: Mapping[str, Channel], units: Collection[tuple[str, str]]
) -> dict[tuple[str, str, date], Read]:
    """The readings of factor channels, turned into t CO2 per unit of use.

    Args:
        days: Day rows of factor channels on a grid, their multipliers applied.
        channels: The park's channels.
        units: Factor channels with the units of use that their readings are applied to.
    """
    found = {}
    for part in by_size(days.filter(pl.col("minutes") > 0)) if days.height else ():
        minutes = int(part["minutes"][0])
        values = matrix(part)
        for index, (name, day) in enumerate(part.select("channel", "day").iter_rows()):
            for unit in (unit for channel, unit in units if channel == name):
                by = factor_scale(channels[name].unit, unit)
                found[name, unit, day] = Read(minutes, values[index] * by)
    return found


def factor_scale(factor_unit: str, unit: str) -> float:
    """By what a factor is multiplied to be in tonnes per unit of use.

    Args:
        factor_unit: Unit of the factor's readings: "kg CO2/kWh".
        unit: Unit of use: "MWh".

    Example:
        >>> factor_scale("kg CO2/kWh", "MWh"), factor_scale("g/kWh", "kWh")
        (1.0, 1e-06)
    """
    wanted = parse_unit(unit)
    return float(parse_unit(factor_unit).factor * wanted.factor)


def fits(factor_unit: str, unit: str) -> bool:
    """Whether a factor is a mass per what is used.

    Example:
        >>> fits("kg CO2/kWh", "MWh"), fits("kg CO2/kWh", "t")
        (True, False)
    """
    factor, use = find_unit(factor_unit), find_unit(unit)
    if factor is None or use is None:
        return False
    return any(factor.dimension == above + use.dimension for above in _BASE)


def step_on(source: Source, day: date) -> Step:
    """The step that holds on a day."""
    held = source.steps[0]
    for step in source.steps:
        if step.from_on <= day:
            held = step
    return held


def regrid(read: Read, minutes: int, size: int) -> Matrix:
    """Factors on another grid: held where it is finer, their mean where it is coarser.

    Args:
        read: The factors of a day.
        minutes: Length of an interval of the grid that is wanted. [min]
        size: Its number of intervals in this day.

    Returns:
        Shape (size,); absent where any part of the interval is.

    Example:
        >>> regrid(Read(60, np.array([1.0, 3.0])), 30, 4).tolist()
        [1.0, 1.0, 3.0, 3.0]
        >>> regrid(Read(30, np.array([1.0, 3.0])), 60, 1).tolist()
        [2.0]
    """
    if read.minutes == minutes:
        return _long(read.values, size)
    step = gcd(read.minutes, minutes)
    fine = _long(np.repeat(read.values, read.minutes // step), size * minutes // step)
    return np.asarray(fine.reshape(size, -1).mean(axis=1))


def _long(values: Matrix, size: int) -> Matrix:
    # a day cut short by its last interval: what goes beyond is left, what lacks is absent
    if len(values) >= size:
        return values[:size]
    return np.concatenate([values, np.full(size - len(values), np.nan)])


@dataclass(frozen=True, slots=True)
class Weights:
    """A source's factors on the grid of some days. [t per unit of use]

    Shape (days, size), NaN where there is none; `fallback` marks those that are the
    catalogue's for want of a reading.
    """

    co2_t: Matrix
    biogenic_t: npt.NDArray[np.float64]
    fallback: npt.NDArray[np.bool_] | None = None

    @property
    def flat(self) -> float | None:
        """The one factor that holds throughout, if there is but one."""
        first = float(self.co2_t.flat[0])
        is_flat = self.fallback is None and not np.isnan(first) and (self.co2_t == first).all()
        return first if is_flat else None


def weights(source: Source, days: list[date], minutes: int, size: int, factors: Factors) -> Weights:
    """A source's factors on a grid.

    Args:
        source: The source.
        days: Days of the same length.
        minutes: Length of an interval. [min]
        size: Intervals in a day.
        factors: What factor channels read.
    """
    key = (id(source), tuple(days), minutes, size)
    if key not in factors.known:
        factors.known[key] = _weights(source, days, minutes, size, factors)
    return factors.known[key]


def _weights(
    source: Source, days: list[date], minutes: int, size: int, factors: Factors
) -> Weights:
    steps = [step_on(source, day) for day in days]
    base = np.array([np.nan if s.co2_t is None else s.co2_t for s in steps])
    biogenic = np.array([s.biogenic_t or 0.0 for s in steps])
    whole = np.repeat(base[:, None], size, axis=1)
    if not source.channel:
        return Weights(whole, biogenic)
    rest = np.array([_beside_co2(s) for s in steps])
    read = np.array([_read(source, day, minutes, size, factors) for day in days])
    read = read + rest[:, None]
    if factors.absent == "absent":
        return Weights(read, biogenic)
    lacks = np.isnan(read)
    return Weights(np.where(lacks, whole, read), biogenic, lacks & ~np.isnan(whole))


def _read(source: Source, day: date, minutes: int, size: int, factors: Factors) -> Matrix:
    found = factors.read.get((source.channel, source.unit, day))
    return np.full(size, np.nan) if found is None else regrid(found, minutes, size)


def _beside_co2(step: Step) -> float:
    # what the catalogue gives of other gases stays; a factor of CO2 says nothing of them
    return 0.0 if step.co2_t is None else step.co2_t - step.of_co2_t
