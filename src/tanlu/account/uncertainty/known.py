"""How much of an inventory has a known range: an input without one is never exact in silence."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from tanlu.account.uncertainty.propagate import Slopes
from tanlu.account.uncertainty.system import Places, System
from tanlu.model.uncertainty import BASES, UncertaintyRules, Worth

Array = npt.NDArray[np.float64]
Shares = Mapping[str, float]


def worst_bases(system: System, slopes: Slopes) -> Places:
    """For each line the worst basis among its inputs, as a place in `BASES`."""
    worst = np.zeros(len(system.lines), np.int64)
    rank = np.array([BASES.index(each.basis) for each in system.inputs], np.int64)
    np.maximum.at(worst, slopes.rows, rank[slopes.inputs])
    return worst


def shares_by_basis(system: System, slopes: Slopes) -> dict[tuple[str, ...], Shares]:
    """Share of each figure's tonnes by the worst basis among a line's inputs.

    Args:
        system: Lines and inputs.
        slopes: Which line takes which input.

    Returns:
        By kind, year and code: every one of `BASES`; the shares of a figure sum to one. [1]
    """
    worst, size = worst_bases(system, slopes), len(BASES)
    tonnes = np.abs(system.lines["co2_t"].to_numpy())
    found: dict[tuple[str, ...], Shares] = {}
    for cut in system.cuts():
        inside = cut.groups >= 0
        cells = cut.groups[inside] * size + worst[inside]
        flat = np.bincount(cells, tonnes[inside], len(cut.keys) * size)
        sums = flat.astype(float).reshape(-1, size)
        found |= {key: _shares(row) for key, row in zip(cut.keys, sums, strict=True)}
    return found


def is_shown(worth: Worth, rules: UncertaintyRules) -> bool:
    """Whether enough of a total has a known range for its interval to stand beside it."""
    return 100 * (1 - worth.unknown_share) >= rules.shown_from.percent


def _shares(tonnes: Array) -> Shares:
    whole = tonnes.sum()
    return {b: float(t / whole) if whole else 0.0 for b, t in zip(BASES, tonnes, strict=True)}


def tonnes_by_input(system: System, slopes: Slopes, rows: Places) -> Array:
    """Tonnes of the lines of a figure that take each input. [t CO2]"""
    tonnes = np.abs(system.lines["co2_t"].to_numpy())
    is_in = np.zeros(len(tonnes), bool)
    is_in[rows] = True
    kept = is_in[slopes.rows]
    found = np.bincount(slopes.inputs[kept], tonnes[slopes.rows[kept]], len(system.inputs))
    return found.astype(float)
