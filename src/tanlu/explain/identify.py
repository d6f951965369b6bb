"""Whether a STIRPAT regression can be identified, before anyone reads a slope.

ln I = c + Σ b_k ln x_k. With as many unknowns as data a perfect fit is
guaranteed and says nothing; the honest answer is the line of all exact fits.
Method: [wang2024] eqs. (6)-(8); singular value decomposition of the centred logs.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from tanlu.errors import InputError
from tanlu.explain.design import rank_of, verdict
from tanlu.model.driver import Identification

Vector = npt.NDArray[np.float64]
Matrix = npt.NDArray[np.float64]


def identify(target: Sequence[float], drivers: Mapping[str, Sequence[float]]) -> Identification:
    """What the data fix, what they leave open, and the verdict.

    Args:
        target: The explained quantity, positive, one value a period.
        drivers: Driver name to its positive values, one a period.

    Returns:
        Verdict "identified", "weak" (fewer than 5 degrees of freedom) or
        "under-determined" (none left, or drivers that move together exactly).

    Raises:
        InputError: When a value is not positive or lengths differ.

    Example:
        >>> found = identify([1.0, 2.0, 3.0], {"a": [1.0, 2.0, 4.0], "b": [5.0, 5.0, 5.0]})
        >>> found.verdict, list(found.not_estimable)
        ('weak', ['b'])
    """
    _check(target, drivers)
    moving = {k: v for k, v in drivers.items() if len(v) and np.ptp(np.asarray(v)) > 0}
    logs = np.log(np.array(list(moving.values()), dtype=float).reshape(-1, len(target)).T)
    log_target = np.log(np.asarray(target, dtype=float))
    centred, means = logs - logs.mean(axis=0), logs.mean(axis=0)
    left, singular, right = np.linalg.svd(centred, full_matrices=True)
    rank = rank_of(singular, logs)
    dof = len(target) - rank - 1
    size = len(singular)
    inner = left[:, :size][:, :rank].T @ (log_target - log_target.mean())
    point = right[:rank].T @ (inner / singular[:rank])
    null = _signed(right[rank]) if len(moving) - rank == 1 else None
    return Identification(
        verdict=verdict(dof, rank, len(moving)),
        observations=len(target),
        dof=dof,
        rank=rank,
        drivers=list(moving),
        not_estimable=[k for k in drivers if k not in moving],
        singular_values=[float(s) for s in singular],
        null_direction=None if null is None else [float(x) for x in null],
        point=[float(x) for x in point],
        intercept=float(log_target.mean() - means @ point),
        intercept_slope=None if null is None else float(-means @ null),
        contrasts=[_contrast(list(moving), row, point) for row in right[:rank]],
    )


def _check(target: Sequence[float], drivers: Mapping[str, Sequence[float]]) -> None:
    if not len(target):
        raise InputError.of("driver_length", factor="target")
    for name, values in {"target": target, **drivers}.items():
        if len(values) != len(target):
            raise InputError.of("driver_length", factor=name)
        for value in values:
            if not value > 0 or not np.isfinite(value):
                raise InputError.of("driver_value", factor=name, value=value)


def _signed(direction: Vector) -> Vector:
    # the sign of a singular vector is arbitrary: make its largest entry positive
    largest = float(direction[np.argmax(np.abs(direction))])
    signed: Vector = direction * np.sign(largest)
    return signed


def _contrast(names: Sequence[str], row: Vector, point: Vector) -> dict[str, float]:
    weights = _signed(row)
    value = float(weights @ point)
    return {**{n: float(w) for n, w in zip(names, weights, strict=True)}, "value": value}
