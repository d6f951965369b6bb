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
from tanlu.account.uncertainty.plan_of_draws import Plan, Strand, plan_of
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
    shared = np.zeros((len(plan.factors), BLOCK), np.float32)
    sums = np.array([np.full(BLOCK, strand.fixed) for strand in plan.strands]).reshape(-1, BLOCK)
    loose: dict[int, Single] = {}
    for pool in plan.pools:
        sums[pool.strands] += pool.root @ generator.standard_normal((pool.root.shape[1], BLOCK))
    clipped = 0
    for slab in plan.slabs:
        drawn = slab.deviations(generator)
        clipped += _clip(drawn)
        rows = plan.row_of[slab.places]
        shared[rows[rows >= 0]] = drawn[rows >= 0]
        for n, strand in enumerate(plan.strands):
            _gather(strand, slab.places, drawn, sums[n], loose)
    found = np.zeros((plan.figures, BLOCK))
    for strand, total in zip(plan.strands, sums, strict=True):
        found[strand.figures] += _tonnes(strand, total, shared, plan.row_of, loose)
    return found, clipped


def _clip(drawn: Single) -> int:
    below = drawn < -1
    count = int(np.count_nonzero(below))
    if count:
        drawn[below] = -1
    return count


def _gather(
    strand: Strand, places: Places, drawn: Single, total: Array, loose: dict[int, Single]
) -> None:
    # amounts of this strand that this slab holds
    at = np.searchsorted(places, strand.places)
    here = (at < len(places)) & (places[np.minimum(at, len(places) - 1)] == strand.places)
    if not here.any():
        return
    rows = at[here]
    if strand.is_linear:
        total += strand.per_input[here].astype(np.float32) @ drawn[rows]
    else:
        loose.update(zip(strand.places[here].tolist(), drawn[rows], strict=True))


def _tonnes(
    strand: Strand, total: Array, shared: Single, row_of: Places, loose: Mapping[int, Single]
) -> Array:
    bundle = strand.bundle
    factors = {
        name: value * (1.0 + shared[row_of[bundle.factor_inputs[name]]].astype(float))
        for name, value in bundle.factors.items()
    }
    if not strand.is_linear:
        return _line_by_line(bundle, factors, loose)
    per_amount: Array = total * bundle.run(1.0, factors)
    return per_amount


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
