"""Stated values as paths over years, and overlays laid over them in order."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from tanlu.errors import InputError, Place
from tanlu.plan.tree.branch import Case, Stated, Tree, parent

Array = npt.NDArray[np.float64]
Said = Mapping[tuple[str, str], Sequence[Stated]]
"""Per branch and quantity, what is stated, the lowest layer first."""

_WHOLE = 1e-9


def years_of(tree: Tree) -> Array:
    """All years of a tree, the base year first."""
    return np.arange(tree.base_year, tree.end_year + 1, dtype=float)


def said_of(tree: Tree, case: Case) -> dict[tuple[str, str], list[Stated]]:
    """Everything that holds in a scenario: the tree's own, then its overlays in order.

    Raises:
        InputError: When a scenario names an overlay that there is not.
    """
    layers: list[Iterable[Stated]] = [tree.stated]
    for overlay_id in case.overlays:
        if overlay_id not in tree.overlays:
            known = ", ".join(sorted(tree.overlays)) or "—"
            params = {"overlay": overlay_id, "scenario": case.case_id, "known": known}
            raise InputError.of("tree_no_overlay", Place("tree.yaml"), **params)
        layers.append(tree.overlays[overlay_id].stated)
    found: dict[tuple[str, str], list[Stated]] = {}
    for layer in layers:
        for each in layer:
            found.setdefault((each.branch, each.quantity), []).append(each)
    return found


def start_of(stated: Sequence[Stated], base_year: int) -> float | None:
    """The base year's own value: the last one stated for it or before."""
    first = stated[0] if stated and stated[0].how == "set" else None
    known = [k.value for k in first.knots if k.year <= base_year] if first else []
    return known[-1] if known else None


def level(stated: Sequence[Stated], start: float, years: Array) -> Array:
    """A path that starts at the base year's value.

    Args:
        stated: Layers, the lowest first.
        start: Value of the base year.
        years: All years.

    Returns:
        Shape (year,).

    Example:
        >>> from tanlu.plan.tree.branch import Knot
        >>> rise = Stated("a", "share", (Knot(2024, 1.0),))
        >>> level([rise], 0.0, np.array([2022.0, 2023.0, 2024.0])).tolist()
        [0.0, 0.5, 1.0]
    """
    found = np.full(len(years), start)
    for each in stated:
        found = _laid(each, found, years)
    return found


def _laid(each: Stated, beneath: Array, years: Array) -> Array:
    since = years[0] if each.since is None else max(float(each.since), years[0])
    knots = [k for k in each.knots if k.year > since]
    if not knots:
        return beneath
    neutral = {"times": 1.0, "add": 0.0}.get(each.how)
    begin = float(beneath[years <= since][-1]) if neutral is None else neutral
    path = _line([since, *(k.year for k in knots)], [begin, *(k.value for k in knots)], each, years)
    if each.how == "times":
        path = beneath * path
    if each.how == "add":
        path = beneath + path
    return np.where(years <= since, beneath, path)


def _line(at: Sequence[float], values: Sequence[float], each: Stated, years: Array) -> Array:
    if each.between == "step":
        steps: Array = np.asarray(values)[np.searchsorted(at, years, side="right").clip(1) - 1]
        return steps
    return np.asarray(np.interp(years, at, values), dtype=np.float64)


def growth(stated: Sequence[Stated], years: Array) -> Array:
    """What rates a year amount to since the base year.

    Args:
        stated: Layers of rates, the lowest first; the first value holds before its year.
        years: All years.

    Returns:
        Factor on the base year's value, shape (year,).

    Example:
        >>> from tanlu.plan.tree.branch import Knot
        >>> rate = Stated("a", "activity_growth", (Knot(2023, 0.1),))
        >>> growth([rate], np.array([2022.0, 2023.0, 2024.0])).round(2).tolist()
        [1.0, 1.1, 1.21]
    """
    rate = np.zeros(len(years))
    for each in stated:
        rate = _laid_rate(each, rate, years)
    rate[0] = 0.0
    return np.asarray(np.cumprod(1.0 + rate), dtype=np.float64)


def _laid_rate(each: Stated, beneath: Array, years: Array) -> Array:
    if not each.knots:
        return beneath
    at, values = [k.year for k in each.knots], [k.value for k in each.knots]
    path = _line([float(y) for y in at], values, each, years)
    if each.how == "times":
        path = beneath * path
    if each.how == "add":
        path = beneath + path
    return np.where(years > (each.since or years[0]), path, beneath)


def shares(
    siblings: Sequence[str], said: Said, base: Mapping[str, float], years: Array,
    quantity: str = "share",
) -> dict[str, Array]:  # fmt: skip
    """Shares of siblings: those that are stated, and the rest in base-year proportion.

    Args:
        siblings: Branches of one parent.
        said: What holds.
        base: Their shares in the base year, which sum to one.
        years: All years.
        quantity: Which share.

    Returns:
        Per branch, shape (year,); they sum to one in every year.

    Raises:
        InputError: When stated shares exceed the whole, or leave some of it to nobody.
    """
    found: dict[str, Array]
    moved = {b: said[b, quantity] for b in siblings if _moves(said.get((b, quantity)), years[0])}
    found = {b: level(layers, base[b], years) for b, layers in moved.items()}
    given = np.asarray(sum(found.values(), np.zeros(len(years))), dtype=np.float64)
    left = 1.0 - given
    others = {b: base[b] for b in siblings if b not in found}
    whole = sum(others.values())
    _check_whole(left, whole, parent(siblings[0]), years)
    return {b: found[b] if b in found else left * (others[b] / whole if whole else 0.0)
            for b in siblings}  # fmt: skip


def _moves(layers: Sequence[Stated] | None, base_year: float) -> bool:
    return any(each.how != "set" or any(k.year > base_year for k in each.knots)
               for each in layers or ())  # fmt: skip


def _check_whole(left: Array, others: float, branch: str, years: Array) -> None:
    wrong = (left < -_WHOLE) | ((others == 0.0) & (np.abs(left) > _WHOLE))
    if wrong.any():
        at = int(np.flatnonzero(wrong)[0])
        params = {"branch": branch, "year": int(years[at]), "total": f"{1 - left[at]:.4f}"}
        raise InputError.of("tree_share_sum", **params)
