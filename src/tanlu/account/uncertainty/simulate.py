"""Approach 2: Monte Carlo, every shared input drawn once for all that takes it (R13).

A block of draws is computed by one worker, slab of inputs by slab of inputs, so that memory
holds a few slabs per worker and the kept figures, whatever the number of lines and draws.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numpy.random import Generator

from tanlu.account.uncertainty.draw import BLOCK, generators
from tanlu.account.uncertainty.plan_of_draws import Drawn, Plan, plan_of
from tanlu.account.uncertainty.system import Bundle, Places, System
from tanlu.model.uncertainty import Interval, Simulated

Array = npt.NDArray[np.float64]
Single = npt.NDArray[np.float32]
Key = tuple[str, ...]
MOST_FIGURES = 64
"""Figures whose draws are kept: 64 of 100,000 draws are 51 MB."""
CLASSES = 60
MIDDLE = (2.5, 50.0, 97.5)


@dataclass(frozen=True, slots=True)
class Draws:
    """Draws of every kept figure. [t CO2]

    Attributes:
        values: One row per figure, one column per draw.
        places: Row of each figure.
        clipped: Drawn inputs that fell below zero and count as zero.
    """

    values: Array
    places: Mapping[Key, int]
    clipped: int

    def of(self, key: Key) -> Array:
        """All draws of one figure."""
        row: Array = self.values[self.places[key]]
        return row


def approach_2(
    system: System, outputs: Mapping[Key, Places], draws: int, seed: int, workers: int = 2
) -> Draws:
    """Draw the figures of a system.

    Args:
        system: Lines and inputs.
        outputs: Lines that each figure sums; the first `MOST_FIGURES` are kept.
        draws: How many.
        seed: Equal seeds give equal draws, whatever the number of workers.
        workers: Threads; the random numbers and the arithmetic leave Python's lock.

    Returns:
        The draws.
    """
    kept = dict(list(outputs.items())[:MOST_FIGURES])
    plan = plan_of(system, kept)
    values = np.empty((len(kept), draws))

    def fill(block: tuple[int, Generator]) -> int:
        number, generator = block
        drawn, clipped = _block(plan, generator)
        span = slice(number * BLOCK, min((number + 1) * BLOCK, draws))
        values[:, span] = drawn[:, : span.stop - span.start]
        return clipped

    with ThreadPoolExecutor(workers) as pool:
        clipped = sum(pool.map(fill, enumerate(generators(seed, draws))))
    return Draws(values, {key: n for n, key in enumerate(kept)}, clipped)


def _block(plan: Plan, generator: Generator) -> tuple[Array, int]:
    shared = np.zeros((len(plan.factors), BLOCK))
    sums = np.repeat(plan.fixed[:, None], BLOCK, axis=1)
    loose: dict[int, Single] = {}
    _draw_pools(plan, generator, sums)
    clipped = 0
    for each in plan.drawn:
        drawn = each.slab.deviations(generator)
        clipped += _clip(drawn)
        shared[each.to_rows] = drawn[each.from_rows]
        loose |= {place: drawn[row].copy() for row, place in each.loose}
        _sum_up(each, drawn, sums)
    return _figures(plan, _tonnes(plan, sums, shared, loose)), clipped


def _figures(plan: Plan, tonnes: Array) -> Array:
    found = np.zeros((plan.figures, BLOCK))
    for strand, row in zip(plan.strands, tonnes, strict=True):
        for figure in strand.figures:
            found[figure] += row
    return found


def _sum_up(each: Drawn, drawn: Single, sums: Array) -> None:
    scaled = drawn[each.rows]
    scaled *= each.weights
    for strand, start, end in each.spans:  # thirty times as fast as reduceat over rows
        sums[strand] += np.add.reduce(scaled[start:end], axis=0)


def _draw_pools(plan: Plan, generator: Generator, sums: Array) -> None:
    strands, deviations = plan.single
    sums[strands] += deviations[:, None] * generator.standard_normal((len(strands), BLOCK))
    for pool in plan.pools:
        sums[pool.strands] += pool.root @ generator.standard_normal((pool.root.shape[1], BLOCK))


def _clip(drawn: Single) -> int:
    if drawn.min() >= -1:
        return 0
    below = drawn < -1
    drawn[below] = -1
    return int(np.count_nonzero(below))


def _tonnes(plan: Plan, sums: Array, shared: Array, loose: Mapping[int, Single]) -> Array:
    # per strand: its amount times what one unit of it emits
    known: dict[int, Array] = {}
    for n, strand in enumerate(plan.strands):
        if not strand.is_linear:
            factors = _factors(plan, strand.bundle, shared)
            sums[n] = _line_by_line(strand.bundle, factors, loose)
            continue
        if strand.number not in known:
            bundle = plan.bundles[strand.number]
            known[strand.number] = bundle.run(1.0, _factors(plan, bundle, shared))
        sums[n] *= known[strand.number]
    return sums


def _factors(plan: Plan, bundle: Bundle, shared: Array) -> dict[str, Array]:
    return {
        name: value * (1.0 + shared[plan.factors[bundle.factor_inputs[name]]])
        for name, value in bundle.factors.items()
    }


def _line_by_line(
    bundle: Bundle, factors: Mapping[str, Array], loose: Mapping[int, Single]
) -> Array:
    still = np.zeros(BLOCK, np.float32)
    total = np.zeros(BLOCK)
    lines = zip(bundle.amounts, bundle.amount_inputs.tolist(), bundle.weight, strict=True)
    for amount, place, weight in lines:
        total += weight * bundle.run(amount * (1.0 + loose.get(place, still)), factors)
    return total


def summary(value: float, draws: Array) -> Simulated:
    """Draws in short: mean, median, the middle 95 %, and a histogram.

    Args:
        value: The point estimate.
        draws: All draws, in its unit.
    """
    low, middle, high = np.percentile(draws, MIDDLE)
    counts, edges = np.histogram(draws, CLASSES)
    return Simulated(
        Interval(value, float(low), float(high)), float(draws.mean()), float(middle),
        float(draws.std(ddof=1)), edges.tolist(), counts.tolist(),
    )  # fmt: skip
