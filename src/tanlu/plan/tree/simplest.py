"""The projection of the first tables as the simplest tree: one sector, one level, fuels."""

from collections.abc import Mapping, Sequence

from tanlu.model.pathway import Assumed, Base, Scenario
from tanlu.plan.assume import effective
from tanlu.plan.project import PARK
from tanlu.plan.tree.branch import Case, Ground, Knot, Overlay, Stated, Tree
from tanlu.types import Text

_USE = f"{PARK}/all/energy"
_BRANCH = {"output_growth": (PARK, "activity_growth"),
           "intensity_change": (_USE, "intensity_change")}  # fmt: skip


def simplest(
    park: tuple[str, Text], base: Base, scenarios: Mapping[str, Sequence[Scenario]],
    coal: Mapping[str, float],
) -> Tree:  # fmt: skip
    """A tree that says exactly what scenarios of the tables say.

    Args:
        park: Code and name of the park.
        base: The last accounted year.
        scenarios: Each scenario with those beneath it, the topmost first.
        coal: Coal equivalent per unit of carriers with a factor path. [tce/unit]

    Returns:
        A tree of one level; its runs equal the projection.
    """
    leaves = tuple(f"{_USE}/all/{carrier}" for carrier in base.energy_tce)
    activity = Stated(PARK, "activity", (Knot(base.year, base.output_cny, cite=""),), "CNY")
    portions = [Stated(leaf, "portion", (Knot(base.year, 1.0, cite=""),)) for leaf in leaves]
    own = {sid: _overlay(chain, coal) for sid, chain in scenarios.items()}
    cases = {sid: Case(sid, chain[0].label, (sid,)) for sid, chain in scenarios.items()}
    end = max((chain[0].end_year for chain in scenarios.values()), default=base.year)
    return Tree(*park, base.year, end, leaves, (), (activity, *portions), own, cases)


def _overlay(chain: Sequence[Scenario], coal: Mapping[str, float]) -> Overlay:
    stated = tuple(_stated(*key, values, coal) for key, values in effective(chain).items())
    return Overlay(chain[0].scenario_id, chain[0].label, "scenario", stated)


def _stated(
    branch: str, quantity: str, values: Sequence[Assumed], coal: Mapping[str, float]
) -> Stated:
    per = coal[branch] if quantity == "factor" else 1.0
    knots = tuple(
        Knot(a.year, a.value / per, _per(a.low, per), _per(a.high, per), a.cite, a.note)
        for a in values
    )  # fmt: skip
    if quantity in _BRANCH:
        return Stated(*_BRANCH[quantity], knots)
    if quantity == "factor":
        return Stated(f"supply/{branch}", "factor", knots, "t CO2/tce")
    return Stated(f"{_USE}/all/{branch}", quantity, knots)


def _per(value: float | None, per: float) -> float | None:
    return None if value is None else value / per


def ground_of(base: Base) -> Ground:
    """The ground of a tree that stands on a projection's base year."""
    co2 = {c: e * base.factor_t_per_tce[c] for c, e in base.energy_tce.items()}
    return Ground(base.energy_tce, co2)


def plain(park: tuple[str, Text], year: int, output_cny: float | None, ground: Ground) -> Tree:
    """A tree of one level on which nothing is assumed: every year is the base year.

    Args:
        park: Code and name of the park.
        year: The last accounted year.
        output_cny: Its output, 1 when unknown. [CNY]
        ground: Its energy and CO2.

    Returns:
        A tree to which scenarios may be added.
    """
    leaves = tuple(
        f"{PARK}/all/{'process' if c in ground.process else 'energy'}/all/{c}"
        for c in ground.energy_tce
    )
    unit = "CNY" if output_cny else "1"
    activity = Stated(PARK, "activity", (Knot(year, output_cny or 1.0, cite=""),), unit)
    portions = [Stated(leaf, "portion", (Knot(year, 1.0, cite=""),)) for leaf in leaves]
    case = Case("as_is", Text("As is", "基准情景"))
    return Tree(*park, year, year + 1, leaves, (), (activity, *portions), cases={"as_is": case})
