"""What is left to say of a regression whose slopes are refused: all of its solutions."""

import math
from typing import Any

import numpy as np

from tanlu.connect.series import Columns
from tanlu.explain.bayes import posterior_of_noise
from tanlu.explain.design import Array, Design, design
from tanlu.explain.solutions import Solutions, assuming, solutions, within
from tanlu.trace.cells import rounding_of
from tanlu.workflow.regression_parts import Wanted


def open_record(found: Design, wanted: Wanted) -> dict[str, Any]:
    """All solutions of an under-determined regression.

    Args:
        found: The design.
        wanted: What is assumed, and what may not be below zero.

    Returns:
        A point of the set, the directions in which it goes on, the combinations of slopes
        that the data fix, and what follows from each assumption.

    Raises:
        InputError: When an assumption is about no driver whose slope is open.
    """
    whole = solutions(found)
    record: dict[str, Any] = {
        "point": _named(whole, whole.point),
        "intercept": whole.intercept,
        "directions": [_named(whole, row) for row in whole.directions],
        "intercept_slopes": [float(x) for x in whole.intercept_slopes],
        "contrasts": [
            {"weights": _named(whole, row), "value": float(value)}
            for row, value in zip(whole.contrasts, whole.values, strict=True)
        ],
        "unbounded": whole.unbounded,
        "assuming": [_assumed(whole, name, slope) for name, slope in wanted.assumed.items()],
    }
    if wanted.not_negative:
        ends = within(whole, wanted.not_negative)
        record["not_negative"] = {n: [_finite(a), _finite(b)] for n, (a, b) in ends.items()}
    if wanted.method == "bayes":
        record["bayes"] = _bayes(found, wanted)
    return record


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _named(found: Solutions, values: Array) -> dict[str, float]:
    return dict(zip(found.drivers, map(float, values), strict=True))


def _assumed(found: Solutions, name: str, slope: float) -> dict[str, Any]:
    slopes, intercept = assuming(found, name, slope)
    return {
        "driver": name, "slope": slope, "coefficients": _named(found, slopes),
        "intercept": intercept,
    }  # fmt: skip


def _bayes(found: Design, wanted: Wanted) -> dict[str, Any]:
    width = float(wanted.k or 1.0)
    priors = np.array([wanted.extras.priors.get(n, (0.0, width)) for n in found.drivers])
    result = posterior_of_noise(found, priors[:, 0], priors[:, 1], wanted.noise)
    pairs = zip(found.drivers, result.mean.tolist(), result.deviation.tolist(), strict=True)
    return {
        "noise": wanted.noise,
        "prior": {n: row.tolist() for n, row in zip(found.drivers, priors, strict=True)},
        "coefficients": {
            n: {"mean": m, "deviation": d, "p_below": 0.5 * math.erfc(m / d / 2**0.5)}
            for n, m, d in pairs
        },
    }


def within_rounding(
    table: Columns,
    columns: dict[str, list[float]],
    wanted: Wanted,
    *,
    logs: bool,
) -> list[dict[str, list[float]]]:
    """How far the slopes under each assumption move within the rounding of printed digits.

    Args:
        table: The cells as printed.
        columns: The target first, then the drivers.
        wanted: What is assumed, and how often to draw.
        logs: Whether the regression is in natural logarithms.

    Returns:
        For each assumption the least and greatest slope of each driver that was drawn.
    """
    values = np.array(list(columns.values()))
    boxes = np.array([[rounding_of(text) for text in table.cells[name]] for name in columns])
    still = np.ptp(values, axis=1) == 0
    boxes[still] = 0.0  # what does not move as printed is not made to
    rng = np.random.default_rng(wanted.seed)
    slopes: list[list[Array]] = [[] for _ in wanted.assumed]
    for _ in range(wanted.draws):
        drawn = values + boxes * rng.uniform(-1.0, 1.0, values.shape)
        named = dict(zip(list(columns)[1:], drawn[1:].tolist(), strict=True))
        whole = solutions(design(drawn[0].tolist(), named, logs=logs))
        for rows, (name, slope) in zip(slopes, wanted.assumed.items(), strict=True):
            rows.append(assuming(whole, name, slope)[0])
    moving = [name for name, is_still in zip(columns, still, strict=True) if not is_still]
    return [_ends(rows, [name for name in moving if name in named]) for rows in slopes]


def _ends(rows: list[Array], names: list[str]) -> dict[str, list[float]]:
    drawn = np.array(rows)
    pairs = zip(names, drawn.min(axis=0).tolist(), drawn.max(axis=0).tolist(), strict=True)
    return {name: [low, high] for name, low, high in pairs}
