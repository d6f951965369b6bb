"""Scenarios of a park from its tables, run from its last accounted year."""

from collections.abc import Mapping
from typing import Any

from tanlu.model.book import Book
from tanlu.model.factor import Carrier
from tanlu.model.facts import YearFacts
from tanlu.model.inventory import Ledger
from tanlu.model.pathway import Assumed, Base, Projection, Scenario
from tanlu.plan.assume import effective, overlay_chain
from tanlu.plan.fan import growth_fan
from tanlu.plan.project import PARK, paths_of, project
from tanlu.plan.target import gap_to, peak_of
from tanlu.types import Text
from tanlu.units import convert

_TARGET_UNITS = {
    "peak_year": "1",
    "co2": "t CO2",
    "co2_per_energy": "t CO2/tce",
    "co2_per_output": "t CO2/CNY",
}


def base_of(facts: Mapping[int, YearFacts]) -> Base | None:
    """The last year whose output and energy are known; None when there is none."""
    known = [f for f in facts.values() if f.has_drivers]
    if not known:
        return None
    last = known[-1]
    factors = {c: last.factor(c) for c, e in last.energy_by.items() if e}
    energy = {c: e for c, e in last.energy_by.items() if e}
    return Base(last.year, last.output_cny or 0.0, energy, factors)


def scenarios_of(book: Book, carriers: Mapping[str, Carrier]) -> dict[str, Scenario]:
    """All scenarios of a park with their own assumptions, in base units."""
    rows = book.table("assumptions").iter_rows(named=True)
    assumed = [_assumed(row, carriers) for row in rows]
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


def _assumed(row: Mapping[str, Any], carriers: Mapping[str, Carrier]) -> Assumed:
    carrier = carriers.get(row["branch"])
    unit = f"t CO2/{carrier.unit}" if carrier and row["quantity"] == "factor" else "1"
    values = {name: row[name] for name in ("value", "low", "high")}
    base = {n: None if v is None else convert(v, row["unit"], unit) for n, v in values.items()}
    return Assumed(
        record_id=row["record_id"],
        scenario_id=row["scenario_id"],
        branch=row["branch"],
        quantity=row["quantity"],
        year=row["year"],
        value=base["value"] or 0.0,
        low=base["low"],
        high=base["high"],
        unit=unit,
        cite=row["cite"],
        note=row["note"] or "",
    )


def _target(row: Mapping[str, Any]) -> dict[str, Any]:
    unit = _TARGET_UNITS[row["indicator"]]
    return {**row, "limit": convert(row["value"], row["unit"], unit), "limit_unit": unit}


def targets_of(book: Book) -> list[dict[str, Any]]:
    """The targets of a park, limits in base units."""
    return [_target(row) for row in book.table("targets").iter_rows(named=True)]


def coal_of(ledger: Ledger, year: int) -> dict[str, float]:
    """Coal equivalent per unit of each carrier, as the ledger's year took it. [tce/unit]"""
    found = {}
    for choice in ledger.choices:
        resolved = choice.factors.get("coal_equivalent")
        if resolved and resolved.request.on.year == year:
            found[resolved.request.subject] = resolved.value
    return found


def projections_of(
    book: Book, base: Base, ledger: Ledger, carriers: Mapping[str, Carrier]
) -> list[Projection]:
    """Every scenario run to its end, with its fan, peak and gaps."""
    scenarios = scenarios_of(book, carriers)
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
    return Projection(
        scenario=scenarios[scenario_id],
        chain=chain,
        points=growth_fan(points, paths, base, growth),
        peak=peak_of(points),
        gaps=[gap_to(target, points) for target in targets_of(book)],
    )
