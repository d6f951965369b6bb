"""All slopes that fit equally well, where the data do not choose one set of them.

b(t) = point + t · direction: the honest answer to a regression that is under-determined.
The point is the solution of least norm; every other is as good.
Method: singular value decomposition of the centred columns as they came.
"""

from dataclasses import dataclass

import numpy as np

from tanlu.errors import InputError
from tanlu.explain.design import Array, Design

_NOTHING = 1e-9


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
    left, singular, right = np.linalg.svd(centred, full_matrices=True)
    rank = found.rank
    inner = left[:, :rank].T @ found.y
    point = right[:rank].T @ (inner / singular[:rank])
    fixed, free = (
        np.array([_signed(row) for row in part]) for part in (right[:rank], right[rank:])
    )
    fixed, free = (part.reshape(-1, centred.shape[1]) for part in (fixed, free))
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


def _signed(direction: Array) -> Array:
    # the sign of a singular vector is arbitrary: its largest entry is positive
    signed: Array = direction * np.sign(direction[np.argmax(np.abs(direction))])
    return signed
