"""Which quantities may be stated of which branches."""

from collections.abc import Mapping

from tanlu.errors import InputError, Place
from tanlu.plan.tree.branch import SUPPLY, Tree, last
from tanlu.plan.tree.paths import Said
from tanlu.plan.tree.supply import IMPORT

DEMAND: Mapping[int, frozenset[str]] = {
    1: frozenset({"activity", "activity_growth"}),
    2: frozenset({"share"}),
    3: frozenset({"penetration", "intensity", "intensity_change"}),
    4: frozenset({"share", "efficiency", "stock", "life", "shape", "sales_share"}),
    5: frozenset({"share", "portion", "energy"}),
}
"""Quantities of a sector, subsector, end use, device and fuel."""

SUPPLIED: Mapping[int, frozenset[str]] = {
    2: frozenset({"factor", "loss"}),
    3: frozenset({"share", "efficiency", "output", "power_ratio"}),
    4: frozenset({"share", "portion", "energy"}),
}
"""Quantities of a carrier, a plant, and what it burns."""

QUANTITIES = frozenset[str]().union(*DEMAND.values(), *SUPPLIED.values())


def quantities_of(branch: str) -> frozenset[str]:
    """What may be stated of a branch.

    Example:
        >>> sorted(quantities_of("supply/electricity"))
        ['factor', 'loss']
    """
    table = SUPPLIED if branch.split("/", maxsplit=1)[0] == SUPPLY else DEMAND
    return table.get(branch.count("/") + 1, frozenset())


def known_branches(tree: Tree) -> frozenset[str]:
    """Branches of a tree, carriers and their purchase among them."""
    fuels = {last(leaf) for leaf in (*tree.leaves, *tree.plants)}
    made = {b.split("/")[1] for b in tree.plants}
    carriers = {f"{SUPPLY}/{c}" for c in fuels | made}
    return tree.branches | carriers | {f"{SUPPLY}/{c}/{IMPORT}" for c in made}


def check_said(tree: Tree, said: Said) -> None:
    """Refuse statements about branches or quantities that there are not.

    Raises:
        InputError: With the first of them: nothing is dropped in silence.
    """
    branches = known_branches(tree)
    for branch, quantity in said:
        if branch not in branches:
            known = ", ".join(sorted(branches))
            params = {"branch": branch, "quantity": quantity, "known": known}
            raise InputError.of("tree_no_branch", Place(column="branch"), **params)
        if quantity not in quantities_of(branch):
            known = ", ".join(sorted(quantities_of(branch))) or "—"
            params = {"branch": branch, "quantity": quantity, "known": known}
            raise InputError.of("tree_no_quantity", Place(column="quantity"), **params)
