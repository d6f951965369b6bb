"""Approach 1 for a whole park: every input's effect on every figure, then squares add up.

An input that many lines share moves them together: its effects add before they are
squared, which is eq. 3.2 of [ipcc.2006.v1] with full correlation where there is any (R13).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tanlu.account.uncertainty.spread import sides
from tanlu.account.uncertainty.system import Bundle, Cut, Places, System
from tanlu.model.uncertainty import Input, Interval

Array = npt.NDArray[np.float64]
_STEP = 1e-4  # relative; a formula of first degree in each argument is exact at any step


@dataclass(frozen=True, slots=True)
class Slopes:
    """Change of a line's tonnes per relative change of one of its inputs.

    Attributes:
        rows: Place of the line.
        inputs: Place of the input.
        tonnes: The slope. [t CO2]
    """

    rows: Places
    inputs: Places
    tonnes: Array

    def of(self, rows: Places, size: int, lines: int) -> Array:
        """Slopes of a figure that sums some lines, by input. [t CO2]"""
        is_in = np.zeros(lines, bool)
        is_in[rows] = True
        kept = is_in[self.rows]
        summed: Array = np.bincount(self.inputs[kept], self.tonnes[kept], size).astype(float)
        return summed


def slopes_of(system: System) -> Slopes:
    """Slopes of every line for every input it takes. [t CO2]"""
    parts = [part for bundle in system.bundles for part in _slopes(bundle)]
    rows, inputs, tonnes = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Slopes(rows, inputs, tonnes)


def _slopes(bundle: Bundle) -> list[tuple[Places, Places, Array]]:
    amounts = (bundle.rows, bundle.amount_inputs, _slope(bundle, None))
    shared: dict[int, list[str]] = {}
    for name, place in bundle.factor_inputs.items():
        shared.setdefault(place, []).append(name)
    factors = [
        (bundle.rows, np.full_like(bundle.rows, place), _slope(bundle, names))
        for place, names in shared.items()
    ]
    return [amounts, *factors]


def _slope(bundle: Bundle, names: Sequence[str] | None) -> Array:
    high, low = (_moved(bundle, names, 1 + step) for step in (_STEP, -_STEP))
    return bundle.weight * (high - low) / (2 * _STEP)


def _moved(bundle: Bundle, names: Sequence[str] | None, by: float) -> Array:
    factors = {n: v * by if names and n in names else v for n, v in bundle.factors.items()}
    amounts = bundle.amounts * by if names is None else bundle.amounts
    moved: Array = np.broadcast_to(bundle.run(amounts, factors), bundle.amounts.shape)
    return moved


@dataclass(frozen=True, slots=True)
class Linear:
    """A figure and its slope for every input: all that approach 1 needs.

    Attributes:
        value: The figure. [t CO2] or [1]
        slopes: Its change per relative change of each input.
        down: What each input can be too high by, relative. [1]
        up: What each input can be too low by, relative. [1]
    """

    value: float
    slopes: Array
    down: Array
    up: Array

    def parts(self) -> tuple[Array, Array]:
        """What each input puts below and above the figure, in its unit."""
        falls = np.where(self.slopes >= 0, self.slopes * self.down, -self.slopes * self.up)
        rises = np.where(self.slopes >= 0, self.slopes * self.up, -self.slopes * self.down)
        return falls, rises

    def interval(self) -> Interval:
        """The figure with its 95 % bounds."""
        falls, rises = self.parts()
        below, above = (float(np.sqrt(np.square(part).sum())) for part in (falls, rises))
        return Interval(self.value, self.value - below, self.value + above)


Wanted = Callable[[Input], bool]


def every(_: Input) -> bool:
    """Any input."""
    return True


def halves(inputs: Sequence[Input], wanted: Wanted = every) -> tuple[Array, Array]:
    """How far each input may be off below and above, 0 where it is not wanted or unknown. [1]"""
    pairs = [sides(i.spread) if i.spread and wanted(i) else (0.0, 0.0) for i in inputs]
    down, up = np.array(pairs, float).reshape(-1, 2).T
    return down, up


def linear_of(system: System, slopes: Slopes, rows: Places, wanted: Wanted = every) -> Linear:
    """One figure, linear in its inputs.

    Args:
        system: Lines and inputs.
        slopes: Of the lines.
        rows: Lines that it sums.
        wanted: Which inputs vary; the others count as exact.
    """
    tonnes = system.lines["co2_t"].to_numpy()
    size = (len(system.inputs), len(tonnes))
    return Linear(float(tonnes[rows].sum()), slopes.of(rows, *size), *halves(system.inputs, wanted))


def approach_1(
    system: System, slopes: Slopes, wanted: Wanted = every
) -> Mapping[tuple[str, ...], Interval]:
    """Every figure of a system with its 95 % bounds.

    Args:
        system: Lines and inputs.
        slopes: Of the lines.
        wanted: Which inputs vary; the others count as exact.

    Returns:
        By kind, year and code. [t CO2]
    """
    sizes = halves(system.inputs, wanted)
    tonnes = system.lines["co2_t"].to_numpy()
    found: dict[tuple[str, ...], Interval] = {}
    for cut in system.cuts():
        found |= _intervals(cut, slopes, tonnes, sizes)
    return found


def _intervals(
    cut: Cut, slopes: Slopes, tonnes: Array, sizes: tuple[Array, Array]
) -> dict[tuple[str, ...], Interval]:
    # what one input does to one figure is summed before it is squared
    kept = cut.groups[slopes.rows] >= 0
    width = len(sizes[0])
    pairs = cut.groups[slopes.rows[kept]] * width + slopes.inputs[kept]
    known, back = np.unique(pairs, return_inverse=True)
    slope = np.bincount(back, slopes.tonnes[kept], len(known)).astype(float)
    figure, each = known // max(width, 1), known % max(width, 1)
    falls, rises = Linear(0.0, slope, sizes[0][each], sizes[1][each]).parts()
    below, above = (
        np.sqrt(np.bincount(figure, np.square(part), len(cut.keys))) for part in (falls, rises)
    )
    inside = cut.groups >= 0
    values = np.bincount(cut.groups[inside], tonnes[inside], len(cut.keys))
    return {
        key: Interval(float(v), float(v - low), float(v + high))
        for key, v, low, high in zip(cut.keys, values, below, above, strict=True)
    }


def trend_of(start: Linear, end: Linear) -> Linear:
    """The change from one year to another, relative to the first. [1]

    A factor that both years take moves both: what it adds cancels to the extent
    that the two years are alike.

    Source: [ipcc.2006.v1] table 3.2; sensitivity A is the slope of an input of both
    years, sensitivity B that of one of year t.
    """
    change = end.value / start.value - 1
    slopes = (end.slopes - start.slopes * (end.value / start.value)) / start.value
    return Linear(change, slopes, end.down, end.up)
