"""The base year of a tree: what each leaf used, from the inventory or from what is stated.

Bottom-up: leaves and plants take portions of what the inventory counted of a carrier (or a
stated energy), and activity, intensity and shares follow. Top-down: an end use with a stated
intensity has its leaves' energy computed from it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.plan.tree.branch import Ground, Tree, above, last
from tanlu.plan.tree.paths import Said, start_of
from tanlu.plan.tree.plants import Made, Plant, Told, made_in_base, plants_of, taken

_WHOLE = 1e-9


@dataclass(frozen=True, slots=True)
class BaseYear:
    """Energy of leaves [tce], plants and what they made, purchases, factors [t CO2/tce]."""

    leaf_tce: Mapping[str, float]
    plants: Sequence[Plant]
    made: Made
    bought: Mapping[str, float]
    factor: Mapping[str, float]
    told: Told


def base_year(tree: Tree, said: Said, ground: Ground) -> BaseYear:
    """What everything was in the base year.

    Args:
        tree: The tree.
        said: What is stated, the lowest layer first.
        ground: The inventory's totals; empty when the tree stands alone.

    Returns:
        The base year; carbon of its parts sums to the inventory's.

    Raises:
        InputError: When portions of a carrier do not sum to one, or a factor is missing.
    """

    def told(branch: str, quantity: str) -> float | None:
        return start_of(said.get((branch, quantity), ()), tree.base_year)

    plants = plants_of(tree, told)
    made = made_in_base(tree, plants, told, ground)
    leaves = {leaf: taken(leaf, last(leaf), told, made.available) for leaf in tree.leaves}
    for use in dict.fromkeys(above(leaf, 3) for leaf in tree.leaves):
        leaves |= _from_intensity(tree, use, told)
    raise_errors(_portion_faults(tree, told, made))
    factors = _factors(tree, plants, ground, told)
    return BaseYear(leaves, plants, made, dict(ground.energy_tce), factors, told)


def _from_intensity(tree: Tree, use: str, told: Told) -> dict[str, float]:
    per_unit = told(use, "intensity")
    if per_unit is None:
        return {}
    useful = reach(tree, use, told) * per_unit
    inside = [leaf for leaf in tree.leaves if above(leaf, 3) == use]
    devices = dict.fromkeys(above(leaf, 4) for leaf in inside)
    found: dict[str, float] = {}
    for device in devices:
        fuels = [leaf for leaf in inside if above(leaf, 4) == device]
        part = _only(told(device, "share"), len(devices))
        energy = useful * part / (told(device, "efficiency") or 1.0)
        found |= {leaf: energy * _only(told(leaf, "share"), len(fuels)) for leaf in fuels}
    return found


def _only(share: float | None, siblings: int) -> float:
    return (1.0 if siblings == 1 else 0.0) if share is None else share


def reach(tree: Tree, use: str, told: Told) -> float:
    """Activity that an end use serves in the base year, in the activity's unit."""
    parts = (told(above(use, 1), "activity"), told(use, "penetration"))
    own = math.prod(1.0 if part is None else part for part in parts)
    return own * (subsectors(tree, above(use, 1), told) or {}).get(above(use, 2), 1.0)


def subsectors(tree: Tree, sector: str, told: Told) -> dict[str, float] | None:
    """Shares of a sector's activity in the base year; None when no subsector states one.

    Raises:
        InputError: When they do not sum to one and none is left open to take the rest.
    """
    inside = dict.fromkeys(above(b, 2) for b in tree.leaves if above(b, 1) == sector)
    own = {b: told(b, "share") for b in inside}
    if all(share is None for share in own.values()):
        return None
    left = 1 - sum(share or 0.0 for share in own.values())
    unsaid = [b for b, share in own.items() if share is None]
    if left < -_WHOLE or (not unsaid and abs(left) > _WHOLE):
        params = {"branch": sector, "year": tree.base_year, "total": f"{1 - left:.4f}"}
        raise InputError.of("tree_share_sum", **params)
    return {b: left / len(unsaid) if s is None else s for b, s in own.items()}


def _portion_faults(tree: Tree, told: Told, made: Made) -> list[Fault]:
    sums: dict[str, float] = {}
    for branch in (*tree.leaves, *tree.plants):
        portion = told(branch, "portion")
        if portion is not None:
            sums[last(branch)] = sums.get(last(branch), 0.0) + portion
    wanted = {c for c, amount in made.available.items() if amount} if sums else set()
    return [
        Fault("tree_portions", Place(column="portion"), {"carrier": c, "total": f"{total:.4f}"})
        for c, total in ((c, sums.get(c, 0.0)) for c in sorted(wanted | set(sums)))
        if abs(total - 1) > _WHOLE
    ]


def _factors(
    tree: Tree, plants: Sequence[Plant], ground: Ground, told: Told
) -> dict[str, float]:  # fmt: skip
    made = {p.carrier for p in plants} | {p.second for p in plants}
    carriers = {last(leaf) for leaf in tree.leaves} | {f for p in plants for f in p.fuels}
    found, faults = {}, []
    for carrier in sorted(carriers):
        stated = told(f"supply/{carrier}", "factor")
        value = ground.factor(carrier) if carrier in ground.energy_tce else stated
        if value is not None:
            found[carrier] = value
        elif carrier not in made:
            faults.append(Fault("tree_no_factor", Place(column="factor"), {"carrier": carrier}))
    raise_errors(faults)
    return found
