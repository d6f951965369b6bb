"""LMDI of 60 periods × 15,600 categories × 5 factors, beside a loop over categories.

The peer computes as PyLMDI does: for each factor and each category the logarithmic mean of
the category's two values times the logarithm of the factor's ratio, one number at a time
(with Python's own logarithm, which is faster for one number than the NumPy one it calls).
It is run on a part of the categories and scaled: its time is proportional to them.
"""

import math

import numpy as np

from benchmarks.run import Row, best
from tanlu.explain.chained import Panel, steps_of
from tanlu.explain.divisia import Array

PERIODS, CATEGORIES, FACTORS = 60, 15_600, 5
PART = 300


def panel(periods: int, categories: int) -> Panel:
    """Factors that wander by some percent a period."""
    noise = np.random.default_rng(1).normal(0, 0.05, (periods, categories, FACTORS))
    values = np.exp(noise.cumsum(axis=0))
    names = [f"{i:05d}" for i in range(max(periods, categories))]
    return Panel(names[:periods], names[:categories], list("abcde"), values)


def loop(values: Array) -> list[list[float]]:
    """Effects of each step, one category and one factor at a time."""
    found = []
    for first, last in zip(values[:-1].tolist(), values[1:].tolist(), strict=True):
        pairs = list(zip(first, last, strict=True))
        values = [(math.prod(x0), math.prod(x1)) for x0, x1 in pairs]
        found.append([_effect(k, pairs, values) for k in range(FACTORS)])
    return found


def _effect(
    k: int, pairs: list[tuple[list[float], list[float]]], values: list[tuple[float, float]]
) -> float:
    return sum(
        _log_mean(v1, v0) * math.log(x1[k] / x0[k])
        for (x0, x1), (v0, v1) in zip(pairs, values, strict=True)
    )


def _log_mean(a: float, b: float) -> float:
    return 0.0 if a == b else (a - b) / (math.log(a) - math.log(b))


def run(periods: int = PERIODS, categories: int = CATEGORIES) -> list[Row]:
    """Time both sides, and see that they agree."""
    whole = panel(periods, categories)
    part = whole.values[:, :PART]
    small = Panel(whole.periods, whole.categories[:PART], whole.factors, part)
    ours = [s.step.effects for s in steps_of(small, "additive", 1, chained=True)]
    assert np.allclose(ours, loop(part), rtol=1e-9, atol=1e-9)
    seconds = best(lambda: steps_of(whole, "additive", 1, chained=True))
    peer = best(lambda: loop(part)) * categories / part.shape[1]
    note = f"peer measured on {part.shape[1]:,} categories and scaled"
    size = f"{periods} x {categories:,} x {FACTORS}"
    return [Row(f"LMDI-I, {size}", seconds, "a loop as PyLMDI's", peer, note)]
