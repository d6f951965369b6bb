"""All slopes that fit equally well, where the data do not choose one set of them.

b(t) = point + t · direction: the honest answer to a regression that is under-determined.
The point is the solution of least norm; every other is as good.
Method: singular value decomposition of the centred columns as they came.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.errors import InputError, need
from tanlu.explain.design import Array, Design

_NOTHING = 1e-9
_UNBOUNDED = 3


@dataclass(frozen=True, slots=True)
class Solutions:
    """The set of solutions of least squares.

    `directions` [direction, driver]: along them slopes may move without changing the fit;
    `intercept_slopes` says by how much the intercept then moves. `contrasts` [contrast,
    driver] with `values`: the combinations of slopes that the data do fix.
    """

    drivers: tuple[str, ...]
    point: Array
    intercept: float
    directions: Array
    intercept_slopes: Array
    contrasts: Array
    values: Array

    @property
    def unbounded(self) -> list[str]:
        """Drivers whose slope may be any number."""
        reach = np.abs(self.directions).max(axis=0, initial=0.0)
        return [name for name, far in zip(self.drivers, reach, strict=True) if far > _NOTHING]


def solutions(found: Design) -> Solutions:
    """What a design leaves open and what it fixes.

    Args:
        found: The design.

    Returns:
        The set of all slopes that fit best.

    Example:
        >>> from tanlu.explain.design import design
        >>> two = design([1.0, 2.0], {"a": [1.0, 2.0], "b": [3.0, 4.0]}, logs=False)
        >>> found = solutions(two)
        >>> found.point.round(3).tolist(), found.unbounded
        ([0.5, 0.5], ['a', 'b'])
    """
    centred = found.z * found.scales
    left, singular, right = np.linalg.svd(centred, full_matrices=found.n < len(found.drivers))
    rank = found.rank
    inner = left[:, :rank].T @ found.y
    point = right[:rank].T @ (inner / singular[:rank])
    turned = np.array([_signed(row) for row in right]).reshape(right.shape)
    fixed, free = turned[:rank], turned[rank:]
    intercept = found.y_mean - float(found.means @ point)
    return Solutions(
        found.drivers, point, intercept, free, -free @ found.means, fixed, fixed @ point
    )


def assuming(found: Solutions, driver: str, slope: float) -> tuple[Array, float]:
    """The solution nearest to the point in which one slope is what it is assumed to be.

    Args:
        found: The set of solutions.
        driver: The driver whose slope is assumed.
        slope: Its slope.

    Returns:
        Slopes and intercept; what they say rests on the assumption.

    Raises:
        InputError: When there is no such driver, or the data fix its slope.
    """
    if driver not in found.unbounded:
        known = ", ".join(found.unbounded) or "-"
        raise InputError.of("not_open", driver=driver, known=known)
    at = found.drivers.index(driver)
    along = found.directions[:, at]
    steps = along * (slope - found.point[at]) / float(along @ along)
    slopes: Array = found.point + steps @ found.directions
    return slopes, found.intercept + float(steps @ found.intercept_slopes)


def within(found: Solutions, not_negative: Sequence[str]) -> dict[str, tuple[float, float]]:
    """The interval of each slope when some of them may not be below zero.

    Args:
        found: The set of solutions.
        not_negative: Drivers whose slope is 0 at least.

    Returns:
        Least and greatest slope of each driver, infinite where there is no bound.

    Raises:
        InputError: When there is no such driver, or no solution keeps to all of it.

    Source: linear programming along the directions of the set.
    """
    unknown = [name for name in not_negative if name not in found.drivers]
    if unknown:
        raise InputError.of("no_driver", factor=unknown[0], known=", ".join(found.drivers))
    rows = [found.drivers.index(name) for name in not_negative]
    return {
        name: (_least(found, rows, at, 1.0), -_least(found, rows, at, -1.0))
        for at, name in enumerate(found.drivers)
    }


def _least(found: Solutions, rows: Sequence[int], at: int, sign: float) -> float:
    # b = point + t directions: the least sign · b[at] with b[rows] >= 0
    free = found.directions
    if not len(free):
        return sign * float(found.point[at])
    solved = need("scipy.optimize", "explain").linprog(
        sign * free[:, at], A_ub=-free[:, rows].T, b_ub=found.point[rows], bounds=(None, None)
    )
    if solved.status == _UNBOUNDED:
        return float("-inf")
    if solved.status:
        raise InputError.of("no_such_slopes", names=", ".join(found.drivers[r] for r in rows))
    return sign * float(found.point[at]) + float(solved.fun)


def _signed(direction: Array) -> Array:
    # the sign of a singular vector is arbitrary: its largest entry is positive
    signed: Array = direction * np.sign(direction[np.argmax(np.abs(direction))])
    return signed
