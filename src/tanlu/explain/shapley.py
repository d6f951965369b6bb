"""Effects on a product by the mean over all orders in which its factors may change.

Exact for zeros and for either sign. The mean over orders of the other factors is a
symmetric polynomial, so that no order has to be gone through: n factors cost n^3 products.
Method: Shapley 1953, Sun 1998; factors in groups: Owen 1977.
"""

from collections.abc import Sequence
from math import comb

import numpy as np
import numpy.typing as npt

from tanlu.errors import InputError

Array = npt.NDArray[np.float64]


def shapley(x0: Array, x1: Array) -> Array:
    """Effect of each factor on a product.

    Args:
        x0: Factors in the first period, shape (…, factor).
        x1: The same in the second.

    Returns:
        Effects, same shape, that sum to the change of the product.

    Example:
        >>> shapley(np.array([-1.0, 2.0]), np.array([1.0, 2.0])).tolist()
        [4.0, 0.0]

    Source: Shapley 1953; Sun 1998 for products.
    """
    found = np.zeros(np.broadcast_shapes(x0.shape, x1.shape))
    for k in range(x0.shape[-1]):
        rest = [j for j in range(x0.shape[-1]) if j != k]
        found[..., k] = (x1[..., k] - x0[..., k]) * _mean(x0[..., rest], x1[..., rest])
    return found


def owen(x0: Array, x1: Array, groups: Sequence[Sequence[int]]) -> Array:
    """Effect of each factor when factors of a group change together.

    Args:
        x0: Factors in the first period, shape (…, factor).
        x1: The same in the second.
        groups: Places of the factors of each group; every factor stands in one.

    Returns:
        Effects, same shape; those of a group sum to the effect that Shapley gives the
        group as one factor, whatever the other groups are parted into.

    Raises:
        InputError: When a factor stands in no group, or in two.

    Example:
        >>> x0, x1 = np.array([1.0, 1.0, 1.0]), np.array([2.0, 3.0, 4.0])
        >>> owen(x0, x1, [[0, 1], [2]]).tolist()
        [5.0, 7.5, 10.5]

    Source: Owen 1977.
    """
    if sorted(k for group in groups for k in group) != list(range(x0.shape[-1])):
        raise InputError.of("owen_groups", count=x0.shape[-1])
    ends = [np.stack([x[..., list(g)].prod(axis=-1) for g in groups], axis=-1) for x in (x0, x1)]
    found = np.zeros(np.broadcast_shapes(x0.shape, x1.shape))
    for at, group in enumerate(groups):
        others = [g for g in range(len(groups)) if g != at]
        outer = _mean(ends[0][..., others], ends[1][..., others])
        inner = shapley(x0[..., list(group)], x1[..., list(group)])
        found[..., list(group)] = outer[..., None] * inner
    return found


def _mean(a: Array, b: Array) -> Array:
    # the mean over orders of a product of which some factors have changed and some have not:
    # the sum, over how many have, of the elementary symmetric part of that size by its weight
    count = a.shape[-1]
    sums = [np.ones(a.shape[:-1])]
    for j in range(count):
        moved = [sums[0] * a[..., j]]
        moved += [sums[s] * a[..., j] + sums[s - 1] * b[..., j] for s in range(1, len(sums))]
        sums = [*moved, sums[-1] * b[..., j]]
    weights = [1 / ((count + 1) * comb(count, size)) for size in range(count + 1)]
    found: Array = sum((w * s for w, s in zip(weights, sums, strict=True)), np.zeros(a.shape[:-1]))
    return found
