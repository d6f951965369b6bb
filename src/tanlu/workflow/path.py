"""Scenarios of a park from its tables, run from its last accounted year."""

from collections.abc import Mapping

from tanlu.model.book import Book
from tanlu.model.facts import YearFacts
from tanlu.model.inventory import Ledger
from tanlu.model.pathway import Assumed, Base, Projection, Scenario
from tanlu.plan.assume import effective, overlay_chain
from tanlu.plan.fan import growth_fan
from tanlu.plan.project import PARK, paths_of, project
from tanlu.plan.target import gap_to, peak_of
from tanlu.types import Text


def base_of(facts: Mapping[int, YearFacts]) -> Base | None:
    """The last year whose output and energy are known; None when there is none."""
    known = [f for f in facts.values() if f.output_cny and f.energy_tce]
    if not known:
        return None
    last = known[-1]
    factors = {c: last.factor(c) for c, e in last.energy_by.items() if e}
    energy = {c: e for c, e in last.energy_by.items() if e}
    return Base(last.year, last.output_cny or 0.0, energy, factors)


def scenarios_of(book: Book) -> dict[str, Scenario]:
    """All scenarios of a park with their own assumptions, in base units."""
    assumed = [
        Assumed(
            record_id=row["record_id"], scenario_id=row["scenario_id"], branch=row["branch"],
            quantity=row["quantity"], year=row["year"], value=row["amount"],
            low=row["amount_low"], high=row["amount_high"], unit=row["amount_unit"],
            cite=row["cite"], note=row["note"] or "",
        )
        for row in book.table("assumptions").iter_rows(named=True)
    ]  # fmt: skip
    return {
        row["scenario_id"]: Scenario(
            scenario_id=row["scenario_id"],
            label=Text(row["name_en"], row["name_zh"]),
            over_id=row["over_id"],
            end_year=row["end_year"],
            assumed=tuple(a for a in assumed if a.scenario_id == row["scenario_id"]),
        )
        for row in book.table("scenarios").iter_rows(named=True)
    }


def coal_of(ledger: Ledger, year: int) -> dict[str, float]:
    """Coal equivalent per unit of each carrier, as the ledger's year took it. [tce/unit]"""
    found = {}
    for choice in ledger.choices:
        resolved = choice.factors.get("coal_equivalent")
        if resolved and resolved.request.on.year == year:
            found[resolved.request.subject] = resolved.value
    return found


def projections_of(book: Book, base: Base, ledger: Ledger) -> list[Projection]:
    """Every scenario run to its end, with its fan, peak and gaps."""
    scenarios = scenarios_of(book)
    coal = coal_of(ledger, base.year)
    return [_run(book, scenarios, scenario_id, base, coal) for scenario_id in scenarios]


def _run(
    book: Book,
    scenarios: Mapping[str, Scenario],
    scenario_id: str,
    base: Base,
    coal: Mapping[str, float],
) -> Projection:
    chain = overlay_chain(scenarios, scenario_id)
    paths = paths_of(chain, base, coal)
    points = project(paths, base, scenarios[scenario_id].end_year)
    growth = effective(chain).get((PARK, "output_growth"), ())
    targets = book.table("targets").iter_rows(named=True)
    return Projection(
        scenario=scenarios[scenario_id],
        chain=chain,
        points=growth_fan(points, paths, base, growth),
        peak=peak_of(points),
        gaps=[gap_to(target, points) for target in targets],
    )
