"""An instant: a value that holds until the next one, for a while.

The rule `hold`: a value holds until the next reading when that comes within
`HOLD` usual spacings; else for one usual spacing. Beyond that nothing is known.
"""

import numpy as np

from tanlu.measure.readings.counter import Points
from tanlu.measure.readings.steps import Steps

HOLD = 2  # usual spacings: one reading may be late or lost


def spacing(points: Points, least: float) -> float:
    """The usual time between two readings, at least that of the grid. [s]

    Args:
        points: Readings.
        least: Length of the grid. [s]

    Example:
        >>> spacing(Points(np.array([0.0, 60, 120]), np.zeros(3), np.zeros(3, np.uint16)), 900.0)
        900.0
    """
    if points.at.size < 2:
        return least
    return max(least, float(np.quantile(np.diff(points.at), 0.5, method="lower")))


def held(points: Points, usual: float) -> Steps:
    """Value times time for as long as each value holds.

    Args:
        points: Readings, none of them absent.
        usual: Usual time between two readings. [s]

    Returns:
        Steps whose amount is value × hours.

    Example:
        >>> two = Points(np.array([0.0, 900.0]), np.array([100.0, 40.0]), np.zeros(2, np.uint16))
        >>> held(two, 900.0).amount.tolist()
        [25.0, 10.0]
    """
    until = np.append(np.diff(points.at), np.inf)
    length = np.where(until <= HOLD * usual, until, usual)
    return Steps(points.at, points.at + length, points.value * length / 3600, points.flag)
