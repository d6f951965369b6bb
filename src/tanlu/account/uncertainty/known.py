"""How much of an inventory has a known range: an input without one is never exact in silence."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from tanlu.account.uncertainty.propagate import Slopes
from tanlu.account.uncertainty.system import Places, System
from tanlu.model.uncertainty import BASES

Array = npt.NDArray[np.float64]


def shares_by_basis(system: System, slopes: Slopes, rows: Places) -> Mapping[str, float]:
    """Share of a figure's tonnes by the worst basis among each line's inputs.

    Args:
        system: Lines and inputs.
        slopes: Which line takes which input.
        rows: The lines that the figure sums.

    Returns:
        Every one of `BASES`; the shares sum to one. [1]
    """
    worst = np.zeros(len(system.lines), np.int64)
    rank = np.array([BASES.index(each.basis) for each in system.inputs])
    np.maximum.at(worst, slopes.rows, rank[slopes.inputs])
    tonnes = np.abs(system.lines["co2_t"].to_numpy())[rows]
    sums = np.bincount(worst[rows], tonnes, len(BASES))
    whole = sums.sum()
    return {basis: float(s / whole) if whole else 0.0 for basis, s in zip(BASES, sums, strict=True)}


def tonnes_by_input(system: System, slopes: Slopes, rows: Places) -> Array:
    """Tonnes of the lines of a figure that take each input. [t CO2]"""
    tonnes = np.abs(system.lines["co2_t"].to_numpy())
    is_in = np.zeros(len(tonnes), bool)
    is_in[rows] = True
    kept = is_in[slopes.rows]
    found = np.bincount(slopes.inputs[kept], tonnes[slopes.rows[kept]], len(system.inputs))
    return found.astype(float)
