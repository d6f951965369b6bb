"""Identities in layers: totals, energy per total, shares of shares, emissions per energy.

V = Σ over leaves of T1 · (T2/T1) · … · (E/Tn) · s_a · s_b|a · … · (V_i/E_i). With population
and output as totals it is Kaya's; with the park's systems, enterprises and facilities as
layers it says at which of them the structure changed. What is absent has a share of zero in
the highest layer in which it is absent, and keeps all else from the nearest period; a group
that vanishes and comes back made up otherwise changes in two layers at once, and the step's
`shared` says which.
Method: Kaya 1990; Ang 2015; Xu and Ang 2014 for layers of shares.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.errors import InputError
from tanlu.explain.chained import Panel
from tanlu.explain.divisia import Array, Mask

Leaf = tuple[str, ...]
"""The path to a leaf: its group in each layer, the highest first."""


@dataclass(frozen=True, slots=True)
class Nested:
    """Quantities of each period: `totals` [period, total], `activity` and `value` [period, leaf].

    `names` are those of the factors: one for each total, one for activity per last total,
    one for each layer, one for value per activity.
    """

    periods: Sequence[str]
    leaves: Sequence[Leaf]
    names: Sequence[str]
    totals: Array
    activity: Array
    value: Array


def nested_panel(data: Nested) -> Panel:
    """Factors whose product over each leaf is its value.

    Args:
        data: Quantities; totals above zero, activity not below.

    Returns:
        A panel of leaves; a leaf's name is its path joined by "/".

    Raises:
        InputError: When a total or the whole activity is zero, or a leaf has a value and no
            activity.

    Example:
        >>> one, two = np.array([[4.0, 1.0]]), np.array([[8.0, 3.0]])
        >>> data = Nested(["1"], [("a",), ("b",)], ["output", "energy", "share", "factor"],
        ...     np.array([[10.0]]), one, two)
        >>> nested_panel(data).values[0, 0].tolist()
        [10.0, 0.5, 0.8, 2.0]
    """
    _check(data)
    whole = data.activity.sum(axis=1)
    chain = np.column_stack([data.totals, whole])
    ratios = np.column_stack(
        [chain[:, 0], *(chain[:, i] / chain[:, i - 1] for i in _from_second(chain))]
    )
    depth = len(data.leaves[0])
    shares = [_shares(data, level) for level in range(depth)]
    leaves = len(data.leaves)
    common = np.repeat(ratios[:, None, :], leaves, axis=1)
    layers = np.stack([*shares, _intensity(data)], axis=2)
    values = np.concatenate([common, layers], axis=2)
    return Panel(data.periods, ["/".join(leaf) for leaf in data.leaves], data.names, values)


def _from_second(chain: Array) -> range:
    return range(1, chain.shape[1])


def _check(data: Nested) -> None:
    whole = data.activity.sum(axis=1)
    chain = np.column_stack([data.totals, whole])
    for period, row in zip(data.periods, chain, strict=True):
        if not (row > 0).all():
            raise InputError.of("nested_total", period=period, value=float(row.min()))
    odd = np.argwhere((data.activity == 0) & (data.value != 0))
    if len(odd):
        period, leaf = odd[0]
        raise InputError.of(
            "nested_value", leaf="/".join(data.leaves[leaf]), period=data.periods[period]
        )


def _shares(data: Nested, level: int) -> Array:
    parent = _of_group(data, level)
    own = _of_group(data, level + 1)
    return _ratio(own, parent)


def _of_group(data: Nested, depth: int) -> Array:
    # the activity of the group that each leaf belongs to
    groups = [leaf[:depth] for leaf in data.leaves]
    at = {group: n for n, group in enumerate(dict.fromkeys(groups))}
    member = np.array([at[group] for group in groups])
    sums = np.zeros((len(data.periods), len(at)))
    np.add.at(sums.T, member, data.activity.T)
    return sums[:, member]


def _intensity(data: Nested) -> Array:
    return _ratio(data.value, data.activity)


def _ratio(above: Array, below: Array) -> Array:
    # where there is nothing to divide by, the ratio of the nearest period that has it
    found: Array = above / np.where(below > 0, below, 1.0)
    is_known = below > 0
    for column in range(found.shape[1]):
        _carry(found[:, column], is_known[:, column])
    return found


def _carry(values: Array, is_known: Mask) -> None:
    seen = np.flatnonzero(is_known)
    for period in np.flatnonzero(~is_known):
        values[period] = values[seen[np.abs(seen - period).argmin()]] if len(seen) else 0.0


def rolled(panel: Panel, parts: Array, depth: int) -> dict[str, Array]:
    """Effects of leaves summed over groups: LMDI-I is consistent in aggregation.

    Args:
        panel: The panel whose categories are paths.
        parts: Effects, shape (category, factor).
        depth: How many layers to keep.

    Returns:
        Group to the effects of the factors.
    """
    sums: dict[str, Array] = {}
    for name, row in zip(panel.categories, parts, strict=True):
        group = "/".join(name.split("/")[:depth])
        sums[group] = sums.get(group, np.zeros(parts.shape[1])) + row
    return sums
