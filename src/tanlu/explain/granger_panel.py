"""Granger's test for many enterprises at once, each with slopes of its own.

W is the mean of p F over the enterprises. Under no foretelling p F has the moments of an F
variable, so that both standardised means are normal when there are enough enterprises.
Method: Dumitrescu and Hurlin 2012.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.errors import InputError, need
from tanlu.explain.design import Array
from tanlu.explain.granger import Foretold, granger


@dataclass(frozen=True, slots=True)
class ForetoldAcross:
    """The mean of W, its two standardised forms, and the probability of a larger |Z tilde|.

    `z_bar` is for long series, `z_tilde` for short ones: read that.
    """

    enterprises: int
    w: float
    z_bar: float
    z_tilde: float
    p: float


def granger_across(effects: Sequence[Array], causes: Sequence[Array], lags: int) -> ForetoldAcross:
    """Whether lags of a cause help to foretell an effect in any enterprise.

    Args:
        effects: The series foretold, one an enterprise.
        causes: The series whose past may help, likewise.
        lags: How many lags are tested.

    Returns:
        The test.

    Raises:
        InputError: When there are fewer than two enterprises, or a series is refused by
            Granger's own gate.

    Source: Dumitrescu and Hurlin 2012, eqs. 9 and 26-27; moments of p F(p, d): p d / (d - 2)
        and 2 p d² (p + d - 2) / ((d - 2)² (d - 4)).
    """
    if len(effects) < 2:
        raise InputError.of("panel_small", enterprises=len(effects), dof=0, least=1)
    pairs = zip(effects, causes, strict=True)
    found = [granger(y.tolist(), x.tolist(), lags) for y, x in pairs]
    w = np.array([lags * each.f for each in found])
    moments = np.array([_moments(each) for each in found])
    count = len(found)
    z_bar = (count / (2 * lags)) ** 0.5 * (w.mean() - lags)
    z_tilde = count**0.5 * (w.mean() - moments[:, 0].mean()) / moments[:, 1].mean() ** 0.5
    p = 2 * float(need("scipy.stats", "explain").norm.sf(abs(z_tilde)))
    return ForetoldAcross(count, float(w.mean()), float(z_bar), float(z_tilde), p)


def _moments(found: Foretold) -> tuple[float, float]:
    p, d = found.tested, found.dof
    return p * d / (d - 2), 2 * p * d**2 * (p + d - 2) / ((d - 2) ** 2 * (d - 4))
