"""Decoupling of a table: elasticities, states, their probabilities and causes."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from tanlu.connect.series import Columns
from tanlu.explain.divisia import Array, effects
from tanlu.explain.tapio import STATES, chain_of_causes, decoupling, probabilities
from tanlu.workflow.explain.timed import Timed, above_zero, timed

_TWO_SIDES = 1.959964  # half-width of 95 % in standard deviations


@dataclass(frozen=True, slots=True)
class Asked:
    """Which columns, how sure their figures are (95 %, in proportion), and how often to draw.

    `energy` empty: no causes. `draws` 0: no probabilities.
    """

    co2: str = "co2"
    output: str = "output"
    energy: str = ""
    co2_error: float = 0.0
    output_error: float = 0.0
    draws: int = 0
    seed: int = 1


def tapio_record(table: Columns, asked: Asked, *, chained: bool) -> dict[str, Any]:
    """Decoupling step by step, or from first to last.

    Args:
        table: A column `period`, emissions, output and, for causes, energy.
        asked: Which columns, and how sure they are.
        chained: Whether each period is compared with the one before it.

    Returns:
        The record of `--json`.

    Raises:
        InputError: With every fault of the table.
    """
    names = [asked.co2, asked.output, *([asked.energy] if asked.energy else [])]
    found = timed(table, names)
    above_zero(table, names)
    last = len(found.periods) - 1
    pairs = list(pairwise(range(last + 1))) if chained else [(0, last)]
    return {
        "co2": asked.co2,
        "output": asked.output,
        "steps": [_step(found, a, b, asked) for a, b in pairs],
    }


def _step(found: Timed, a: int, b: int, asked: Asked) -> dict[str, Any]:
    change = found.values[b] / found.values[a] - 1
    resolution = asked.output_error * float(np.hypot(1.0, 1.0 + change[1]))
    state = decoupling(float(change[0]), float(change[1]), resolution)
    name = STATES[state.state]
    record: dict[str, Any] = {
        "from": found.periods[a],
        "to": found.periods[b],
        "co2_change": float(change[0]),
        "output_change": float(change[1]),
        "elasticity": state.elasticity,
        "state": state.state,
        "label": name.both(),
    }
    if asked.draws:
        record["probabilities"] = _chances(change[:2], asked)
    if asked.energy and change[1]:
        record["causes"] = _causes(found.values[a], found.values[b], float(change[1]))
    return record


def _chances(change: Array, asked: Asked) -> Mapping[str, float]:
    # each year's figure errs by itself: what both share cancels in the ratio
    rng = np.random.default_rng(asked.seed)
    errors = np.array([asked.co2_error, asked.output_error]) / _TWO_SIDES
    noise = np.exp(rng.standard_normal((2, asked.draws, 2)) * errors)
    drawn = (1 + change) * noise[1] / noise[0] - 1
    return probabilities(drawn[:, 0], drawn[:, 1])


def _causes(first: Array, last: Array, output_change: float) -> dict[str, float]:
    def factors(row: Array) -> Array:
        co2, output, energy = row
        return np.array([[output, energy / output, co2 / energy]])

    parts, _, _ = effects(factors(first), factors(last))
    causes = chain_of_causes(parts[0], float(first[0]), output_change)
    return dict(zip(("output", "intensity", "factor"), map(float, causes), strict=True))
