"""Levers: what each measure of a tree does alone, and what is lost when it alone is left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tanlu.plan.tree.branch import ASSUMED, Case, Ground, Overlay, Tree
from tanlu.plan.tree.run import Run, run_case

Grade = Literal["A", "B", "C"]
"""A: arithmetic on the inventory alone. B: every value has a document. C: some are assumed."""
ELECTRICITY = "electricity"


@dataclass(frozen=True, slots=True)
class Lever:
    """A lever and what it saves; below zero it adds. [t CO2]

    `alone_t`: laid by itself on the first scenario, in the year; `last_t`: what the fullest
    scenario lacks without it; `low_t`, `high_t`: alone, at the ends of its stated ranges.
    `sum_t`: alone, over all years. `ceiling` levers are bounds of the base year, not plans.
    """

    lever_id: str
    kind: Literal["measure", "policy", "ceiling"]
    year: int
    alone_t: float
    last_t: float | None
    low_t: float | None
    high_t: float | None
    sum_t: float | None
    grade: Grade
    stated: int = 0
    assumed: int = 0


def measures(tree: Tree, ground: Ground, year: int) -> list[Lever]:
    """Every overlay of a tree as a lever, the largest first.

    Args:
        tree: The tree.
        ground: Its base year.
        year: In which year tonnes are told.

    Returns:
        One per overlay. Alone-values of overlays that touch the same tonnes overlap: they
        are not to be summed.
    """
    fullest = max(tree.cases.values(), key=lambda case: len(case.overlays))
    plain = Case("", tree.label)

    def total(overlays: Sequence[str], changed: Overlay | None = None) -> Run:
        swapped = {**tree.overlays, **({changed.overlay_id: changed} if changed else {})}
        world = _with(tree, swapped)
        return run_case(world, Case("", plain.label, tuple(overlays)), ground)

    beneath, whole = total(()), total(fullest.overlays)
    at = beneath.years.index(year)
    found = [_measure(o, at, beneath, whole, fullest, total) for o in tree.overlays.values()]
    return sorted(found, key=lambda lever: -lever.alone_t)


def _with(tree: Tree, overlays: dict[str, Overlay]) -> Tree:
    return replace(tree, overlays=overlays)


def _measure(
    overlay: Overlay, at: int, beneath: Run, whole: Run, fullest: Case,
    total: Callable[..., Run],
) -> Lever:  # fmt: skip
    own = (overlay.overlay_id,)
    saved = beneath.total_t - total(own).total_t
    ends = [saved[at], *(beneath.total_t[at] - total(own, overlay.bound(side)).total_t[at]
                         for side in ("low", "high"))]  # fmt: skip
    knots = [knot for each in overlay.stated for knot in each.knots]
    ranged = any(k.low is not None or k.high is not None for k in knots)
    last = None
    if overlay.overlay_id in fullest.overlays:
        rest = [o for o in fullest.overlays if o != overlay.overlay_id]
        last = float(total(rest).total_t[at] - whole.total_t[at])
    assumed = sum(k.cite == ASSUMED for k in knots)
    return Lever(
        overlay.overlay_id, "policy" if overlay.kind == "policy" else "measure",
        beneath.years[at], float(saved[at]), last,
        float(min(ends)) if ranged else None, float(max(ends)) if ranged else None,
        float(saved[1:].sum()), "C" if assumed else "B", len(knots), assumed,
    )  # fmt: skip


def ceilings(ground: Ground, year: int) -> list[Lever]:
    """What the base year's inventory would lose at most, carrier by carrier.

    Clean power: all that is bought carries nothing. Electric instead of a fuel: the same
    energy as power at the base year's own factor, efficiency aside; it may be an increase.

    Args:
        ground: Energy and CO2 of the base year.
        year: The base year.

    Returns:
        Bounds by arithmetic alone, the largest first.

    Example:
        >>> co2 = {"electricity": 40.0, "coal": 27.0}
        >>> ground = Ground({"electricity": 10.0, "coal": 10.0}, co2)
        >>> [(lever.lever_id, lever.alone_t) for lever in ceilings(ground, 2022)]
        [('clean:electricity', 40.0), ('without:coal', 27.0), ('electrify:coal', -13.0)]
    """
    factor = ground.factor(ELECTRICITY)
    found = []
    for carrier, co2 in ground.co2_t.items():
        if carrier == ELECTRICITY:
            found.append(_ceiling(f"clean:{carrier}", year, co2))
            continue
        found.append(_ceiling(f"without:{carrier}", year, co2))
        if factor is not None and carrier not in ground.process:
            instead = co2 - ground.energy_tce[carrier] * factor
            found.append(_ceiling(f"electrify:{carrier}", year, instead))
    return sorted(found, key=lambda lever: -lever.alone_t)


def _ceiling(lever_id: str, year: int, tonnes: float) -> Lever:
    return Lever(lever_id, "ceiling", year, tonnes, None, None, None, None, "A")
