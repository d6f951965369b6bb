"""Whether the past of one series helps to foretell another: a prediction, never a cause.

Behind a gate: fewer than 5 p + 10 observations carry no such test. With `spare` lags
beyond p that are fitted and not tested, the test holds for series that drift
(Toda and Yamamoto 1995). Method: Granger 1969.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.errors import InputError, need
from tanlu.explain.design import Array

_NOTHING = 1e-18


@dataclass(frozen=True, slots=True)
class Foretold:
    """F of the tested lags, degrees of freedom, and the probability of a larger one by chance."""

    f: float
    tested: int
    dof: int
    p: float


def granger(effect: Sequence[float], cause: Sequence[float], lags: int, spare: int = 0) -> Foretold:
    """Whether lags of `cause` help to foretell `effect` beside its own.

    Args:
        effect: The series foretold, in time.
        cause: The series whose past may help.
        lags: How many lags are tested.
        spare: Further lags fitted and not tested: 1 where a series drifts.

    Returns:
        The F test.

    Raises:
        InputError: When the series are shorter than 5 p + 10, or not of one length; when one
            does not move, or is foretold by its own past to rounding.

    Source: Granger 1969; Toda and Yamamoto 1995.
    """
    _gate(effect, cause, lags)
    reach = lags + spare
    y = np.asarray(effect, float)
    own, other = (_lagged(np.asarray(series, float), reach) for series in (effect, cause))
    ones = np.ones((len(y) - reach, 1))
    full = np.hstack([ones, own, other])
    short = np.hstack([ones, own, other[:, lags:]])
    rest, loose = (_rss(x, y[reach:]) for x in (full, short))
    if loose <= _NOTHING * float(y @ y) or np.linalg.matrix_rank(full) < full.shape[1]:
        raise InputError.of("nothing_to_foretell", lags=lags)
    dof = len(full) - full.shape[1]
    f = (loose - rest) / lags / (rest / dof)
    chance = need("scipy.stats", "explain").f.sf(f, lags, dof)
    return Foretold(float(f), lags, dof, float(chance))


def _gate(effect: Sequence[float], cause: Sequence[float], lags: int) -> None:
    if len(effect) != len(cause):
        raise InputError.of("driver_length", factor="cause")
    least = 5 * lags + 10
    if lags < 1 or len(effect) < least:
        raise InputError.of("too_short_for_granger", count=len(effect), least=least, lags=lags)


def _lagged(series: Array, lags: int) -> Array:
    return np.column_stack([series[lags - k : len(series) - k] for k in range(1, lags + 1)])


def _rss(x: Array, y: Array) -> float:
    rest = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    return float(rest @ rest)
