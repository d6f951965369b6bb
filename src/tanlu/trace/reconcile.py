"""Measured flows made to balance: each moved as little as its meter's class allows.

Weighted least squares with the balance of every node as constraint. How far all meters had
to move, against what their classes let expect, is a chi-square; a bad meter stands out.
Method: [crowe1983], reconciliation of process flow rates.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.errors import InputError
from tanlu.trace.loops import Values

_RANK = 1e-12
_STILL_OFF = 1e-6


@dataclass(frozen=True)
class Reconciled:
    """Values that balance [as measured], and how hard they had to be moved.

    `chi2`, `dof` and `p` are by hour; `p` is the chance that meters of these classes are
    off by as much. `moved` is each adjustment in standard deviations of the adjustment.
    """

    values: Values
    chi2: Values
    dof: int
    p: Values
    moved: Values

    def largest(self) -> tuple[int, int]:
        """Hour and meter of the largest adjustment."""
        hour, meter = np.unravel_index(np.nanargmax(np.abs(self.moved)), self.moved.shape)
        return int(hour), int(meter)


def reconcile(measured: Values, sigma: Values, balance: Values) -> Reconciled:
    """Reconcile the meters of every hour.

    Args:
        measured: Readings. (hours, meters)
        sigma: Standard deviation of each; one that is 0 is not moved. (hours, meters)
        balance: Signs of each meter in each node's balance. (nodes, meters)

    Returns:
        Values whose balances are 0.

    Raises:
        InputError: When meters that may not move do not balance.

    Example:
        Two meters in series that read 100 and 104:

        >>> found = reconcile(np.array([[100.0, 104.0]]), np.array([[1.0, 1.0]]),
        ...     np.array([[1.0, -1.0]]))
        >>> found.values.tolist(), round(float(found.chi2[0]), 9)
        ([[102.0, 102.0]], 8.0)

    Source: [crowe1983], weighted least squares under conservation laws.
    """
    dof = int(np.linalg.matrix_rank(balance)) if balance.size else 0
    values, chi2 = np.empty_like(measured), np.empty(len(measured))
    moved = np.full_like(measured, np.nan)
    same = len(sigma) > 1 and bool((sigma == sigma[0]).all())
    known = _inverse(sigma[0], balance) if same else None
    for hour, (reading, spread) in enumerate(zip(measured, sigma, strict=True)):
        inverse = known if known is not None else _inverse(spread, balance)
        values[hour], chi2[hour], moved[hour] = _hour(reading, spread, balance, inverse)
    _still_off(values, balance, measured)
    chances = np.array([chance_above(value, dof) for value in chi2])
    return Reconciled(values, chi2, dof, chances, moved)


def _inverse(sigma: Values, balance: Values) -> Values:
    spread = (balance * sigma**2) @ balance.T
    return np.linalg.pinv(spread, rcond=_RANK, hermitian=True).astype(float)


def _hour(
    reading: Values, sigma: Values, balance: Values, inverse: Values
) -> tuple[Values, float, Values]:
    off = balance @ reading
    push = inverse @ off
    step = -(sigma**2) * (balance.T @ push)
    width = sigma**2 * np.sqrt(np.einsum("nm,nk,km->m", balance, inverse, balance).clip(0.0))
    moved = np.divide(step, width, out=np.full_like(step, np.nan), where=width > 0.0)
    return reading + step, float(off @ push), moved


def _still_off(values: Values, balance: Values, measured: Values) -> None:
    left = np.abs(values @ balance.T)
    size = np.abs(measured) @ np.abs(balance).T
    bad = left > _STILL_OFF * np.where(size > 0.0, size, 1.0)
    if bad.any():
        hour, node = (int(n) for n in np.argwhere(bad)[0])
        off = f"{left[hour, node]:.6g}"
        raise InputError.of("reconcile_fixed", hour=hour, node=node, off=off)


def chance_above(chi2: float, dof: int) -> float:
    """The chance that a chi-square is at least this large.

    Args:
        chi2: Value.
        dof: Degrees of freedom.

    Returns:
        Chance; 1 where nothing could be off.

    Example:
        >>> round(chance_above(3.841459, 1), 4), round(chance_above(18.307038, 10), 4)
        (0.05, 0.05)

    Source: [nist.handbook], regularised incomplete gamma function of whole and half orders.
    """
    if dof <= 0:
        return 1.0
    half, odd = chi2 / 2, dof % 2
    if half <= 0.0:
        return 1.0
    orders = [k + odd / 2 for k in range(dof // 2)]
    terms = [math.exp(k * math.log(half) - half - math.lgamma(k + 1)) for k in orders]
    return min(math.fsum(terms) + (math.erfc(math.sqrt(half)) if odd else 0.0), 1.0)


def widths(classes: Sequence[float], readings: Values) -> Values:
    """Standard deviations from meters' classes: a class is half of a 95 % range.

    Args:
        classes: Class of each meter. [%]
        readings: Readings. (hours, meters)

    Returns:
        Standard deviations. (hours, meters)

    Example:
        >>> widths([1.96], np.array([[200.0]])).round(9).tolist()
        [[2.0]]
    """
    spread: Values = np.abs(readings) * np.asarray(classes, float) / 100 / 1.96
    return spread
