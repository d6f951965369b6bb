"""What is asked of a regression, and intervals of its slopes by drawing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tanlu.explain.design import Array, Design
from tanlu.explain.regress import Extras, fit
from tanlu.explain.resample import resample


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a regression: the estimator, its k, and what else it is told.

    `draws` 0: no intervals. Where slopes are refused: `assumed` slopes, drivers whose slope is
    `not_negative`, and the `noise` that a Bayesian answer takes as known.
    """

    method: str = "ridge"
    k: str = ""
    extras: Extras = field(default_factory=Extras)
    draws: int = 0
    seed: int = 1
    assumed: Mapping[str, float] = field(default_factory=dict)
    not_negative: tuple[str, ...] = ()
    noise: float = 0.001


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
