"""Why the carbon that was traced to a user changed: demand, losses, shares, intensities.

C = D · l · Σ_s share_s · g_s over the sources that reached the user. Additive LMDI-I on
that identity. Shares sum to 1, so one source's share grows only as another's shrinks: each
share is counted against the mean intensity, which moves nothing of the sum and lets a source
without carbon, such as PV, be seen to save some.
Method: Ang 2015; the mean intensity enters by Σ L(s0, s1) ln(s1 / s0) = Σ (s1 - s0) = 0.
"""

from dataclasses import dataclass

import numpy as np

from tanlu.errors import InputError
from tanlu.explain.divisia import Array, effects, log_means


@dataclass(frozen=True, slots=True)
class Mix:
    """What reached a user in a period.

    `demand` is what was used [MWh]; `supplied` [source] what sources gave for it, losses
    included where users bear them [MWh]; `carbon` [source] what that carried [t].
    """

    demand: float
    supplied: Array
    carbon: Array


@dataclass(frozen=True, slots=True)
class TracedChange:
    """Effects in t: of demand, of losses, and of each source's share and intensity."""

    demand: float
    loss: float
    share: Array
    intensity: Array
    total: float


def traced_change(first: Mix, last: Mix) -> TracedChange:
    """Effects on the carbon of a user.

    Args:
        first: What reached it in the first period.
        last: In the last.

    Returns:
        Effects that sum to the change. [t]

    Raises:
        InputError: When nothing was used or supplied in a period.

    Example:
        >>> grid_only = Mix(10.0, np.array([10.0, 0.0]), np.array([5.0, 0.0]))
        >>> half_sun = Mix(10.0, np.array([5.0, 5.0]), np.array([2.5, 0.0]))
        >>> found = traced_change(grid_only, half_sun)
        >>> found.total, found.share.round(3).tolist(), found.intensity.tolist()
        (-2.5, [-0.697, -1.803], [0.0, 0.0])
    """
    x0, x1 = (_factors(mix, other) for mix, other in ((first, last), (last, first)))
    parts, _, _ = effects(x0, x1)
    c0, c1 = float(first.carbon.sum()), float(last.carbon.sum())
    mean = float(log_means(np.array([c0]), np.array([c1]))[0])
    share = parts[:, 2] - mean * (x1[:, 2] - x0[:, 2])
    demand, loss = (float(parts[:, k].sum()) for k in (0, 1))
    return TracedChange(demand, loss, share, parts[:, 3], c1 - c0)


def _factors(mix: Mix, other: Mix) -> Array:
    whole = float(mix.supplied.sum())
    if not (mix.demand > 0 and whole > 0):
        raise InputError.of("nothing_traced", demand=mix.demand)
    # a source that gave nothing keeps the intensity of the other period: only its share is 0
    own = mix.carbon / np.where(mix.supplied > 0, mix.supplied, 1.0)
    kept = other.carbon / np.where(other.supplied > 0, other.supplied, 1.0)
    intensity = np.where(mix.supplied > 0, own, kept)
    count = len(mix.supplied)
    return np.column_stack(
        [
            np.full(count, mix.demand),
            np.full(count, whole / mix.demand),
            mix.supplied / whole,
            intensity,
        ]
    )
