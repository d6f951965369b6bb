"""A projection by branch: activity × intensity × share × factor, year by year.

Method: bottom-up accounting of scenarios in the manner of LEAP: nothing is
optimised, every number follows from stated assumptions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tanlu.errors import InputError, Place
from tanlu.model.pathway import Assumed, Base, Point, Scenario
from tanlu.plan.assume import Path, effective, path_of
from tanlu.types import Column

PARK = "park"
ELECTRICITY = "electricity"


@dataclass(frozen=True, slots=True)
class Paths:
    """All paths of a scenario.

    Growth and intensity change [1/a], shares [1], factors [t CO2/tce].
    """

    growth: Path
    intensity: Path
    shares: Mapping[str, Path]
    factors: Mapping[str, Path]


def branch_co2(output: Column, intensity: Column, share: Column, factor: Column) -> Column:
    """CO2 of a branch.

    Args:
        output: Output value. [CNY]
        intensity: Energy per output. [tce/CNY]
        share: Share of the branch in energy, 0 to 1. [1]
        factor: CO2 per energy of the branch. [t/tce]

    Returns:
        CO2. [t]

    Example:
        >>> branch_co2(100.0, 0.5, 0.25, 2.0)
        25.0
    """
    return output * intensity * share * factor


def paths_of(chain: Sequence[Scenario], base: Base, coal: Mapping[str, float]) -> Paths:
    """The paths of a scenario with its overlays, starting from the base year.

    Args:
        chain: The scenario and those beneath it.
        base: The base year.
        coal: Coal equivalent per unit of carriers with a factor path. [tce/unit]

    Returns:
        Paths; shares and factors start at the base year's own.

    Raises:
        InputError: When an assumption names a branch that the base year lacks.
    """
    values = effective(chain)
    _check_branches(values, base, coal)
    none = Path(((base.year, 0.0),))
    return Paths(
        growth=_rate(values.get((PARK, "output_growth")), none),
        intensity=_rate(values.get((PARK, "intensity_change")), none),
        shares=_shares(values, base),
        factors=_factors(values, base, coal),
    )


def _rate(values: Sequence[Assumed] | None, none: Path) -> Path:
    return path_of(values) if values else none


def _shares(values: Mapping[tuple[str, str], Sequence[Assumed]], base: Base) -> dict[str, Path]:
    total = sum(base.energy_tce.values())
    found = {}
    for carrier in base.energy_tce:
        given = values.get((carrier, "share"))
        start = (base.year, base.energy_tce[carrier] / total)
        if given:
            found[carrier] = _onward(start, path_of(given).knots)
    return found


def _onward(start: tuple[int, float], knots: Sequence[tuple[int, float]]) -> Path:
    # what was assumed for the base year or before has been overtaken by records
    return Path((start, *(knot for knot in knots if knot[0] > start[0])))


def _factors(
    values: Mapping[tuple[str, str], Sequence[Assumed]], base: Base, coal: Mapping[str, float]
) -> dict[str, Path]:
    found = {}
    for carrier, start in base.factor_t_per_tce.items():
        given = values.get((carrier, "factor"))
        knots = path_of(given).knots if given else ()
        per_tce = [(year, value / coal[carrier]) for year, value in knots]
        found[carrier] = _onward((base.year, start), per_tce)
    return found


def _check_branches(
    values: Mapping[tuple[str, str], Sequence[Assumed]], base: Base, coal: Mapping[str, float]
) -> None:
    # an assumption that touches nothing would be dropped in silence
    for (branch, quantity), assumed in values.items():
        known = {"share": base.energy_tce, "factor": coal.keys() & base.energy_tce.keys()}
        if branch not in known.get(quantity, (PARK,)):
            place = Place("assumptions", column="branch")
            raise InputError.of(
                "unused_assumption", place, record=assumed[0].record_id, branch=branch,
                quantity=quantity, known=", ".join(sorted(known.get(quantity, (PARK,)))),
            )  # fmt: skip


def project(paths: Paths, base: Base, end_year: int, shift: Column = 0.0) -> list[Point]:
    """Run a scenario from the base year to its end.

    Args:
        paths: What is assumed.
        base: The base year; the first point repeats it exactly.
        end_year: Last year.
        shift: Added to the growth of every year; a column runs all its values
            at once. [1/a]

    Returns:
        A point a year. [t CO2], [tce], [CNY]
    """
    output: Column = base.output_cny
    intensity = sum(base.energy_tce.values()) / output
    points = []
    for year in range(base.year, end_year + 1):
        if year > base.year:
            output *= 1 + paths.growth.at(year) + shift
            intensity *= 1 + paths.intensity.at(year)
        points.append(_point(year, output, intensity, paths, base))
    return points


def _point(year: int, output: Column, intensity: float, paths: Paths, base: Base) -> Point:
    shares = shares_at(paths, base, year)
    branches = {
        carrier: branch_co2(output, intensity, share, paths.factors[carrier].at(year))
        for carrier, share in shares.items()
    }
    return Point(year, sum(branches.values()), output * intensity, output, branches)


def shares_at(paths: Paths, base: Base, year: int) -> dict[str, float]:
    """Shares of all carriers: those assumed, and the rest in base-year proportion.

    Raises:
        InputError: When assumed shares exceed the whole.
    """
    given = {carrier: path.at(year) for carrier, path in paths.shares.items()}
    left = 1 - sum(given.values())
    others = {c: e for c, e in base.energy_tce.items() if c not in given}
    if left < -1e-9 or (not others and abs(left) > 1e-9):
        place = Place("assumptions.csv", column="value")
        raise InputError.of("share_sum", place, year=year, total=f"{1 - left:.4f}")
    rest = sum(others.values())
    return {c: given[c] if c in given else left * others[c] / rest for c in base.energy_tce}
