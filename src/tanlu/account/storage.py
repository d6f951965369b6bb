"""What a store gives: the mean of what charged it, losses included.

A battery charged by its owner's own plant is almost free of emissions, at night too;
charged from the grid it carries the grid's, and more by what it loses.
"""

from collections.abc import Mapping
from datetime import date

import polars as pl

from tanlu.model.factor import Factor
from tanlu.types import Column

_CLAUSE = "R8-storage"


def stored_emission(charged_co2: Column, given: Column) -> Column:
    """Emissions carried by a unit of energy out of a store.

    Args:
        charged_co2: CO2 carried by all that charged it in the year. [t]
        given: Energy it gave in the year. [MWh]

    Returns:
        Emission factor of what it gives. [t/MWh]

    Example:
        100 MWh at 0.5 t/MWh go in, 90 MWh come out:

        >>> round(stored_emission(50.0, 90.0), 4)
        0.5556

    Source: [tanlu.rules] R8: losses belong to who uses the store.
    """
    return charged_co2 / given


def stored_factors(
    charging: pl.DataFrame, stored: pl.DataFrame, column: str = "co2_t"
) -> Mapping[tuple[str, int], Factor]:
    """The factor of each store and year.

    Args:
        charging: Lines of all flows that come from no store.
        stored: Records or lines of flows out of stores, with `amount`. [MWh]
        column: Which emissions of what charged it count. [t]

    Returns:
        Store and year to factor. [t CO2/MWh]
    """
    given = stored.group_by("from_id", "year").agg(pl.col("amount").sum().alias("given"))
    taken = charging.group_by("to_id", "year").agg(pl.col(column).sum().alias("co2"))
    both = given.join(taken, left_on=["from_id", "year"], right_on=["to_id", "year"], how="left")
    rows = both.with_columns(pl.col("co2").fill_null(0.0)).iter_rows(named=True)
    return {(r["from_id"], r["year"]): _factor(r) for r in rows}


def _factor(row: Mapping[str, object]) -> Factor:
    store, year = str(row["from_id"]), int(str(row["year"]))
    charged, given = float(str(row["co2"])), float(str(row["given"]))
    return Factor(
        factor_id=f"rule/storage/{store}/{year}",
        subject="electricity",
        quantity="emission",
        series="rule.storage",
        place="world",
        from_on=date(year, 1, 1),
        to_on=date(year + 1, 1, 1),
        value=float(stored_emission(charged, given)) if given else 0.0,
        unit="t CO2/MWh",
        citation_id="tanlu.rules",
        clause=_CLAUSE,
        status="derived",
        printed=f"{charged:.10g} t ÷ {given:.10g} MWh",
        supplier_id=store,
    )
