"""Parts of a regression's record: intervals by drawing, and all solutions of a refused one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tanlu.explain.design import Array, Design
from tanlu.explain.regress import Extras, fit
from tanlu.explain.resample import resample
from tanlu.explain.solutions import Solutions, assuming


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a regression: the estimator, its k, and what else it is told.

    `draws` 0: no intervals. `assumed`: slopes that are assumed where data leave them open.
    """

    method: str = "ridge"
    k: str = ""
    extras: Extras = field(default_factory=Extras)
    draws: int = 0
    seed: int = 1
    assumed: Mapping[str, float] = field(default_factory=dict)


def intervals(found: Design, wanted: Wanted) -> dict[str, Any]:
    """Intervals of slopes, the penalty chosen again in every draw.

    Args:
        found: The design.
        wanted: What was asked; its draws are more than 0.

    Returns:
        95 % intervals by driver, and of the penalty where there is one.
    """

    def once(drawn: Design) -> tuple[Array, float]:
        fitted = fit(drawn, wanted.method, wanted.k, wanted.extras)
        return fitted.scaled, float("nan") if fitted.k is None else fitted.k

    drawn = resample(found, once, wanted.draws, wanted.seed)
    low, high = drawn.interval(found.scales)
    pairs = zip(found.drivers, low.tolist(), high.tolist(), strict=True)
    record: dict[str, Any] = {
        "draws": wanted.draws,
        "seed": wanted.seed,
        "intervals": {name: [a, b] for name, a, b in pairs},
    }
    if not np.isnan(drawn.k).any():
        record["k_interval"] = np.percentile(drawn.k, [2.5, 97.5]).tolist()
    return record


def solutions_record(found: Solutions, assumed: Mapping[str, float]) -> dict[str, Any]:
    """All solutions of an under-determined regression.

    Args:
        found: The set of solutions.
        assumed: Slopes that are assumed, each by itself.

    Returns:
        A point of the set, the directions in which it goes on, the combinations of slopes
        that the data fix, and the solution under each assumption.
    """

    def named(values: Array) -> dict[str, float]:
        return dict(zip(found.drivers, map(float, values), strict=True))

    return {
        "point": named(found.point),
        "intercept": found.intercept,
        "directions": [named(row) for row in found.directions],
        "intercept_slopes": [float(x) for x in found.intercept_slopes],
        "contrasts": [
            {"weights": named(row), "value": float(value)}
            for row, value in zip(found.contrasts, found.values, strict=True)
        ],
        "unbounded": found.unbounded,
        "assuming": [_assumed(found, name, slope) for name, slope in assumed.items()],
    }


def _assumed(found: Solutions, name: str, slope: float) -> dict[str, Any]:
    slopes, intercept = assuming(found, name, slope)
    named = dict(zip(found.drivers, map(float, slopes), strict=True))
    return {"driver": name, "slope": slope, "coefficients": named, "intercept": intercept}
