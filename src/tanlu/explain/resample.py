"""Intervals of slopes by drawing residuals anew, the penalty chosen again in every draw."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from tanlu.errors import InputError
from tanlu.explain.design import WEAK_DOF, Array, Design
from tanlu.explain.ridge import ridge

_LOW, _HIGH = 2.5, 97.5


@dataclass(frozen=True, slots=True)
class Drawn:
    """Slopes of scaled columns, shape (draw, driver), and the penalty of each draw."""

    scaled: Array
    k: Array

    def interval(self, scales: Array) -> Array:
        """2.5 and 97.5 percentiles of the slopes as the columns came, shape (2, driver)."""
        found: Array = np.percentile(self.scaled, [_LOW, _HIGH], axis=0) / scales
        return found


def resample(
    found: Design, fit: Callable[[Design], tuple[Array, float]], draws: int, seed: int
) -> Drawn:
    """Fits to targets whose residuals were drawn anew.

    Args:
        found: The design.
        fit: Slopes of scaled columns and the penalty that was chosen for them.
        draws: How many.
        seed: Of the random numbers.

    Returns:
        The draws.

    Raises:
        InputError: Below 5 degrees of freedom: residuals then say nothing of errors.

    Source: Efron 1979; residuals of least squares, raised by (n / dof)^1/2 (Davison and
        Hinkley 1997, ch. 6).
    """
    if found.dof < WEAK_DOF:
        raise InputError.of("too_few_to_resample", dof=found.dof, least=WEAK_DOF)
    middle = found.z @ ridge(found, 0.0)
    rest = (found.y - middle) * (found.n / found.dof) ** 0.5
    rng = np.random.default_rng(seed)
    picked = rest[rng.integers(0, found.n, (draws, found.n))]
    targets = middle + picked
    runs = [fit(replace(found, y=target - target.mean())) for target in targets]
    return Drawn(np.array([slopes for slopes, _ in runs]), np.array([k for _, k in runs]))
