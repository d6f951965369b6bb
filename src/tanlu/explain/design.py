"""A regression's columns, centred and brought to one scale, and what they can identify."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tanlu.errors import InputError

Array = npt.NDArray[np.float64]
WEAK_DOF = 5


@dataclass(frozen=True, slots=True)
class Design:
    """Centred columns with unit variance (divided by n), as R's MASS scales them.

    `z` has the shape (observation, driver); `left`, `singular`, `right` are its
    singular value decomposition. A column that does not move is left out.
    """

    drivers: tuple[str, ...]
    constant: tuple[str, ...]
    z: Array
    y: Array
    y_mean: float
    means: Array
    scales: Array
    left: Array
    singular: Array
    right: Array
    rank: int

    @property
    def n(self) -> int:
        """Number of observations."""
        return len(self.y)

    @property
    def dof(self) -> int:
        """Degrees of freedom left by the slopes that there are and the intercept."""
        return self.n - self.rank - 1

    @property
    def verdict(self) -> str:
        """Whether slopes are "identified", "weak" or "under-determined"."""
        return verdict(self.dof, self.rank, len(self.drivers))

    @property
    def inner(self) -> Array:
        """U'y."""
        found: Array = self.left.T @ self.y
        return found


def design(
    target: Sequence[float], drivers: Mapping[str, Sequence[float]], *, logs: bool
) -> Design:
    """Columns ready for any of the estimators.

    Args:
        target: The explained quantity, one value an observation.
        drivers: Driver name to its values.
        logs: Whether the regression is in natural logarithms.

    Returns:
        The scaled design.

    Raises:
        InputError: When lengths differ, a value is not a number, or not positive
            where its logarithm is wanted.

    Example:
        >>> found = design([1.0, 2.0, 4.0], {"a": [1.0, 2.0, 3.0]}, logs=False)
        >>> found.verdict, found.dof
        ('weak', 1)
    """
    _check(target, drivers, logs=logs)
    turn = np.log if logs else np.asarray
    y = np.array(turn(np.asarray(target, float)), float)
    columns = {name: np.array(turn(np.asarray(v, float)), float) for name, v in drivers.items()}
    moving = {name: v for name, v in columns.items() if np.ptp(v) > 0}
    raw = np.array(list(moving.values())).reshape(len(moving), len(y)).T
    means = raw.mean(axis=0)
    centred = raw - means
    scales = np.sqrt((centred**2).mean(axis=0))
    z = centred / scales
    left, singular, right = np.linalg.svd(z, full_matrices=False)
    return Design(
        tuple(moving), tuple(name for name in columns if name not in moving), z, y - y.mean(),
        float(y.mean()), means, scales, left, singular, right, rank_of(singular, raw / scales),
    )  # fmt: skip


def verdict(dof: int, rank: int, drivers: int) -> str:
    """What may be said of slopes.

    Args:
        dof: Degrees of freedom.
        rank: In how many independent ways the drivers move.
        drivers: How many there are.

    Returns:
        "identified", "weak" (fewer than 5 degrees of freedom) or "under-determined", as it is
        when no driver moves.

    Example:
        >>> verdict(0, 1, 1), verdict(4, 2, 2), verdict(8, 4, 4)
        ('under-determined', 'weak', 'identified')
    """
    if dof <= 0 or rank < drivers or not drivers:
        # one driver and two points is a line through two points, not evidence
        return "under-determined"
    return "weak" if dof < WEAK_DOF else "identified"


def rank_of(singular: Array, columns: Array) -> int:
    """In how many independent ways columns move.

    Args:
        singular: Singular values of the columns, centred.
        columns: The columns before they were centred, on the same scale.

    Returns:
        The rank.
    """
    # centring subtracts numbers of the size of the columns themselves, so its rounding
    # is measured against them; and n centred rows span n - 1 at most
    if not columns.size:
        return 0
    limit = max(columns.shape) * np.finfo(float).eps * float(np.linalg.norm(columns))
    return min(int((singular > limit).sum()), len(columns) - 1)


def _check(target: Sequence[float], drivers: Mapping[str, Sequence[float]], *, logs: bool) -> None:
    if len(target) < 2 or not drivers:
        raise InputError.of("one_observation", count=len(target))
    for name, values in {"target": target, **drivers}.items():
        if len(values) != len(target):
            raise InputError.of("driver_length", factor=name)
        for value in values:
            if not np.isfinite(value) or (logs and value <= 0):
                raise InputError.of("driver_value", factor=name, value=value)


def unscaled(found: Design, scaled: Array) -> tuple[dict[str, float], float]:
    """Slopes and intercept of the columns as they came.

    Args:
        found: The design.
        scaled: Slopes of the scaled columns.

    Returns:
        Slope by driver, and the intercept.
    """
    slopes = scaled / found.scales
    intercept = found.y_mean - float(found.means @ slopes)
    return dict(zip(found.drivers, map(float, slopes), strict=True)), intercept


def inflation(found: Design) -> dict[str, float]:
    """Variance inflation factors, 1 / (1 - R²) of each driver on the others. [1]

    Infinite where a driver is a combination of others.
    """
    if found.rank < len(found.drivers):
        return dict.fromkeys(found.drivers, float("inf"))
    inverse = (found.right.T / found.singular**2) @ found.right
    return {
        name: float(value) * found.n
        for name, value in zip(found.drivers, np.diag(inverse), strict=True)
    }
