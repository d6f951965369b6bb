"""Plans and projections in the long format of the Integrated Assessment Modeling Consortium.

One row a figure: model, scenario, region, variable, unit, year, value. Variables follow the
consortium's way of naming, from the general to the particular, parted by `|`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tanlu.model.pathway import Projection
from tanlu.plan.design import Design, PeriodPlan


class Row(NamedTuple):
    """One figure of a scenario."""

    model: str
    scenario: str
    region: str
    variable: str
    unit: str
    year: int
    value: float


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it, of what: the first three columns."""

    model: str
    scenario: str
    region: str


def rows_of_design(design: Design, source: Source, money: str = "CNY") -> list[Row]:
    """A least-cost design, a year of each period.

    Args:
        design: The design.
        source: Model, scenario and region.
        money: Unit of money, with its year where it is known.

    Returns:
        Emissions [t CO2/yr], capacities and additions [MW], imports [MWh/yr], costs and prices.
    """
    rows = [
        Row(source.model, source.scenario, source.region, variable, unit, plan.year, value + 0.0)
        for plan in design.periods
        for variable, unit, value in _period(plan, money)
    ]
    rows += [
        Row(*_three(source), "Price|Carbon", f"{money}/t CO2", year, value)
        for year, value in design.co2_cny_per_t.items()
    ]
    return sorted(rows, key=lambda row: (row.variable, row.year))


def _three(source: Source) -> tuple[str, str, str]:
    return source.model, source.scenario, source.region


def _period(plan: PeriodPlan, money: str) -> Iterator[tuple[str, str, float]]:
    tonnes, yearly = "t CO2/yr", f"{money}/yr"
    yield "Emissions|CO2", tonnes, plan.co2_t
    yield "Emissions|CO2|Market-based", tonnes, plan.co2_market_t
    yield "Carbon Removal|Offsets", tonnes, plan.offset_t
    for kind, value in plan.carbon.items():
        yield f"Emissions|CO2|{kind.capitalize()}", tonnes, value
    yield "Cost|Total", yearly, plan.cost_cny
    for kind, value in plan.costs.items():
        yield f"Cost|{kind.capitalize()}", yearly, value
    for name, value in plan.capacity.items():
        yield f"Capacity|{name}", "MW", value
    for name, value in plan.built.items():
        yield f"Capacity Additions|{name}", "MW", value
    for name, value in plan.imports_mwh.items():
        yield f"Trade|Imports|{name}", "MWh/yr", value


def rows_of_projection(projection: Projection, source: Source) -> list[Row]:
    """A scenario of a park, year by year.

    Args:
        projection: The projection.
        source: Model, scenario and region.

    Returns:
        Emissions [t CO2/yr] with the ends of their 95 % interval where there is one, and
        energy [tce/yr].
    """
    rows = []
    for point in projection.points:
        figures = (
            ("Emissions|CO2", "t CO2/yr", point.co2_t),
            ("Emissions|CO2|Low (95 %)", "t CO2/yr", point.low_t),
            ("Emissions|CO2|High (95 %)", "t CO2/yr", point.high_t),
            ("Final Energy", "tce/yr", point.energy_tce),
        )
        rows += [
            Row(*_three(source), variable, unit, point.year, value)
            for variable, unit, value in figures
            if value is not None
        ]
    return sorted(rows, key=lambda row: (row.variable, row.year))
