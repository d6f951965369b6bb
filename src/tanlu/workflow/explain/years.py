"""How sure the drivers of a park are: years drawn within errors, a factor alike in all years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from tanlu.explain.divisia import Array
from tanlu.explain.kaya import NAMES
from tanlu.explain.spread import Spread, spread_of
from tanlu.report.findings import Findings

_TWO_SIDES = 1.959964  # half-width of 95 % in standard deviations


@dataclass(frozen=True, slots=True)
class Errors:
    """Halves of 95 % intervals, in proportion. [1]

    Energy errs by carrier and year, output by year; a factor by carrier, alike in all years.
    """

    energy: float = 0.0
    factor: float = 0.0
    output: float = 0.0


@dataclass(frozen=True, slots=True)
class _Years:
    """Output [year], energy and factors [year, carrier] of a park."""

    names: list[str]
    output: Array
    energy: Array
    factor: Array


def years_spread(findings: Findings, errors: Errors, draws: int, seed: int) -> list[dict[str, Any]]:
    """Intervals of a park's drivers, and how likely each is above zero.

    Args:
        findings: A park's findings; empty answer where it has no drivers.
        errors: How sure its figures are.
        draws: How many draws.
        seed: Of the random numbers.

    Returns:
        One record a step, in the order of the findings' own steps.
    """
    if not findings.steps:
        return []
    years = _years(findings)
    table = _drawn(years, errors, draws, np.random.default_rng(seed))
    at = {name: n for n, name in enumerate(years.names)}
    return [
        _record(
            step.start,
            step.end,
            step.effects,
            spread_of(table[:, at[step.start]], table[:, at[step.end]]),
        )
        for step in findings.steps
    ]


def _years(findings: Findings) -> _Years:
    facts = [f for f in findings.driver_facts.values() if f.has_drivers]
    carriers = list(dict.fromkeys(c for f in facts for c in f.energy_by))
    energy = np.array([[f.energy_by.get(c, 0.0) for c in carriers] for f in facts])
    co2 = np.array([[f.co2_by.get(c, 0.0) for c in carriers] for f in facts])
    factor = co2 / np.where(energy > 0, energy, 1.0)
    for column, used in zip(factor.T, (energy > 0).T, strict=True):
        column[~used] = column[used][0] if used.any() else 0.0
    output = np.array([f.output_cny or 0.0 for f in facts])
    return _Years([str(f.year) for f in facts], output, energy, factor)


def _drawn(years: _Years, errors: Errors, draws: int, rng: np.random.Generator) -> Array:
    # (draw, year, carrier, factor): the identity is made anew from what was drawn
    count, carriers = years.energy.shape
    energy = years.energy * _noise(rng, errors.energy, (draws, count, carriers))
    factor = years.factor * _noise(rng, errors.factor, (draws, 1, carriers))
    output = years.output * _noise(rng, errors.output, (draws, count))
    whole = energy.sum(axis=2)
    shape = energy.shape
    parts = (
        np.broadcast_to(output[:, :, None], shape),
        np.broadcast_to((whole / output)[:, :, None], shape),
        energy / whole[:, :, None],
        np.broadcast_to(factor, shape),
    )
    found: Array = np.stack(parts, axis=3)
    return found


def _noise(rng: np.random.Generator, width: float, shape: Sequence[int]) -> Array:
    sigma = np.sqrt(np.log1p((width / _TWO_SIDES) ** 2))
    found: Array = np.exp(sigma * rng.standard_normal(shape) - sigma**2 / 2)
    return found


def _record(start: str, end: str, effects: Mapping[str, float], found: Spread) -> dict[str, Any]:
    low, _, high = found.percentiles()
    scale = 1e-12 * max(map(abs, effects.values()), default=0.0)
    above, below = found.rising(scale), (found.effects < -scale).mean(axis=0)
    return {
        "from": start, "to": end,
        "effects": {
            name: {
                "value": effects[name], "low": float(low[k]), "high": float(high[k]),
                "p_above": float(above[k]), "p_below": float(below[k]),
            }
            for k, name in enumerate(NAMES)
        },
    }  # fmt: skip
