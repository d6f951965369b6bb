"""Representative days: which calendar days may stand for each other."""

from collections.abc import Collection, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

import numpy as np

from tanlu.errors import need
from tanlu.plan.lp.problem import Numbers, Places
from tanlu.plan.model import Slices, System, Value

COSTS = {
    "price", "premium", "variable", "factor", "market_factor", "notice_factor", "shift_cost",
    "shed_cost", "charge", "tce", "green",
}  # fmt: skip
"""Quantities that are multiplied with what is decided in a step."""

_APART = 1e3
"""How far apart days of different prices are kept; distances of profiles are of order 1."""


def cost_series(system: System) -> set[str]:
    """Series that prices, factors and coefficients follow.

    A mean day is a fair picture of its days only where these are the same in all of them.
    """
    found: set[str] = set()
    for component in system.components:
        for field in fields(component):
            value = getattr(component, field.name)
            if field.name in COSTS:
                found |= _names(value)
            if field.name in {"inputs", "outputs"}:
                found |= {name for per in value.values() for name in _names(per)}
    return found


def _names(value: Any) -> set[str]:  # noqa: ANN401 - any field of a component
    return {value.series} if isinstance(value, Value) and value.series else set()


def used_series(system: System) -> set[str]:
    """Every series that some component follows."""
    found: set[str] = set()
    for component in system.components:
        for field in fields(component):
            value = getattr(component, field.name)
            inner = value.values() if isinstance(value, dict) else [value]
            found |= {name for each in inner for name in _names(each)}
            if is_dataclass(value) and not isinstance(value, Value):
                found |= {n for f in fields(value) for n in _names(getattr(value, f.name))}
    return found


def features(system: System) -> Numbers:
    """A row a calendar day: every series used, scaled to its range; days of other prices apart."""
    names = sorted(used_series(system)) or sorted(system.series)
    days = len(system.slices.group)
    parts = [np.zeros((days, 1))]
    for name in names:
        values = system.series[name]
        span = float(np.ptp(values)) or 1.0
        parts.append(values / span / np.sqrt(values.shape[1] * len(names)))
    parts.append(_APART * _kinds_of_day(system)[:, None])
    return np.concatenate(parts, axis=1)


def _kinds_of_day(system: System) -> Numbers:
    """A number for each calendar day, the same where all prices and factors are the same."""
    names = sorted(cost_series(system))
    if not names:
        return np.zeros(len(system.slices.group))
    rows = np.concatenate([system.series[name] for name in names], axis=1)
    _, kinds = np.unique(rows, axis=0, return_inverse=True)
    return np.asarray(kinds.ravel(), float)


def peak_days(system: System) -> tuple[int, ...]:
    """The calendar day on which each series that is no price is highest, each once."""
    names = sorted(used_series(system) - cost_series(system))
    return tuple(dict.fromkeys(int(system.series[n].max(axis=1).argmax()) for n in names))


def grouped(system: System, count: int, alone: Collection[int] | None = None) -> Slices:
    """Days of the year in groups of like days, by Ward's method.

    Args:
        system: The system, with every calendar day.
        count: Groups. [1]
        alone: Calendar days that stand for themselves; the peak days where not given.

    Returns:
        Slices of `count` groups; all days where there are no more.

    Source: Ward (1963), J. Am. Stat. Assoc. 58, 236-244.

    Example:
        >>> import numpy as np
        >>> from tanlu.plan.model import Demand, Node, Period
        >>> days = {"load": np.array([[1.0], [5.0], [1.1], [5.1]])}
        >>> need = Demand("load", "power", Value((1.0,), "load"))
        >>> year = Slices((0, 1, 2, 3), steps=1)
        >>> system = System((Period(2030),), year, (Node("power"),), (need,), series=days)
        >>> grouped(system, 2, alone=()).group
        (0, 1, 0, 1)
    """
    days = len(system.slices.group)
    if count >= days:
        return system.slices
    single = list(peak_days(system) if alone is None else alone)[: max(count - 1, 0)]
    rest = np.setdiff1d(np.arange(days), single)
    labels = np.zeros(days, dtype=np.int64)
    labels[rest] = _ward(features(system)[rest], count - len(single))
    labels[single] = count + np.arange(len(single))
    return replace(system.slices, group=in_order(labels.tolist()), pick=())


def _ward(rows: Numbers, count: int) -> Places:
    if count <= 1 or len(rows) <= 1:
        return np.zeros(len(rows), dtype=np.int32)
    hierarchy: Any = need("scipy.cluster.hierarchy", "plan")
    tree = hierarchy.linkage(rows, method="ward")
    return np.asarray(hierarchy.fcluster(tree, count, criterion="maxclust"), np.int32)


def in_order(labels: Sequence[int]) -> tuple[int, ...]:
    """Groups numbered from 0 in the order in which they first occur.

    Example:
        >>> in_order([7, 3, 7])
        (0, 1, 0)
    """
    numbers: dict[int, int] = {}
    return tuple(numbers.setdefault(label, len(numbers)) for label in labels)


def split(system: System, slices: Slices, worst: Collection[int], parts: int = 2) -> Slices:
    """The same groups, those named cut in parts by Ward's method.

    Args:
        system: The system, with every calendar day.
        slices: Groups.
        worst: Groups to be cut.
        parts: Into how many.

    Returns:
        Slices of more groups.
    """
    rows, labels = features(system), np.array(slices.group)
    for group in worst:
        inside = np.flatnonzero(labels == group)
        if inside.size > 1:
            cut = _ward(rows[inside], min(parts, inside.size))
            labels[inside] = labels.max() + 1 + cut
    return replace(slices, group=in_order(labels.tolist()), pick=())


def alone(slices: Slices, days: Collection[int]) -> Slices:
    """The same groups, the days named standing for themselves."""
    labels = np.array(slices.group)
    for day in days:
        labels[day] = labels.max() + 1
    return replace(slices, group=in_order(labels.tolist()), pick=())
