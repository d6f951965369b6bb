"""Whether a target is computed from its drivers: a regression then re-discovers a formula."""

import numpy as np

from tanlu.explain.design import Design
from tanlu.explain.ridge import ridge

_EXACT = 1e-6  # part of the variance that figures printed to four digits leave
_ALONE = 1e-4
_SMALL = 1e-3


def circular(found: Design) -> tuple[str, ...]:
    """Drivers of which the target seems to be made.

    Args:
        found: The design.

    Returns:
        The drivers that reproduce the target to rounding, with degrees of freedom left, or
        one alone that it is all but proportional to; empty where there are none.

    Example:
        >>> from tanlu.explain.design import design
        >>> energy, factor = [1.0, 2.0, 4.0, 3.0, 6.0], [2.0, 2.1, 2.0, 2.3, 2.2]
        >>> co2 = [e * f for e, f in zip(energy, factor)]
        >>> circular(design(co2, {"energy": energy, "factor": factor}, logs=True))
        ('energy', 'factor')
    """
    whole = float(found.y @ found.y)
    if found.dof < 1 or not whole or not found.rank:
        return ()
    slopes = ridge(found, 0.0)
    rest = found.y - found.z @ slopes
    if float(rest @ rest) <= _EXACT * whole:
        part = np.abs(slopes) > _SMALL * (whole / found.n) ** 0.5
        return tuple(name for name, is_in in zip(found.drivers, part, strict=True) if is_in)
    alone = 1 - (found.z.T @ found.y) ** 2 / (whole * found.n)
    return tuple(n for n, left in zip(found.drivers, alone, strict=True) if left <= _ALONE)[:1]
