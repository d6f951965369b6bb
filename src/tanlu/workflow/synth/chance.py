"""Numbers drawn by a counter, so that any of them can be drawn alone.

Only the raw words of Philox are used: NumPy keeps those as they are from version to version,
which it does not promise for its distributions.
"""

import numpy as np
from numpy.random import Philox
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STRUCTURE, FAULTS, WEATHER = 1 << 60, 1 << 61, 1 << 62
"""Streams that are not readings: how the park is built, what goes wrong, the weather."""

_LOW_HALVES = np.uint64(0x0000FFFF0000FFFF)


def words(seed: int, stream: int, count: int) -> NDArray[np.uint64]:
    """Raw words of a stream.

    Example:
        >>> words(1, 2, 3).tolist() == words(1, 2, 5)[:3].tolist()
        True
    """
    return np.asarray(Philox(key=np.array([seed, stream], np.uint64)).random_raw(count))


def uniform(seed: int, stream: int, count: int) -> Floats:
    """Even numbers of [0, 1).

    Example:
        >>> bool((uniform(1, 2, 100) < 1).all())
        True
    """
    return (words(seed, stream, count) >> np.uint64(11)).astype(np.float64) * 2.0**-53


def bell(seed: int, stream: int, count: int) -> Floats:
    """Numbers with mean 0 and deviation 1, none beyond 3.5: sums of four even ones.

    Example:
        >>> abs(float(bell(1, 2, 10000).mean())) < 0.03
        True
    """
    drawn = words(seed, stream, count)
    pairs = (drawn & _LOW_HALVES) + ((drawn >> np.uint64(16)) & _LOW_HALVES)
    total = (pairs & np.uint64(0xFFFFFFFF)) + (pairs >> np.uint64(32))
    # the sum of four even numbers of [0, 65536) has mean 2 · 65535 and variance 65536² / 3
    return np.asarray((total.astype(np.float64) - 131070.0) * (3**0.5 / 65536.0))
