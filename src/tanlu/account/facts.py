"""The totals of a year from an inventory."""

import polars as pl

from tanlu.account.indicator import indicator
from tanlu.model.book import Book
from tanlu.model.facts import YearFacts
from tanlu.model.inventory import PRIMARY, Inventory


def facts_of(inventory: Inventory, book: Book) -> YearFacts:
    """Output, energy and emissions of an inventory, by carrier.

    Energy is what the boundary used: fuels burned and energy received, less
    supply among cells and less energy sent out.

    Args:
        inventory: A cut.
        book: The park, for its output value.

    Returns:
        Totals. [CNY], [tce], [t CO2]
    """
    carriers = inventory.lines["carrier"].unique(maintain_order=True)
    entering = inventory.entering
    gained, co2 = _by_carrier(entering, "energy_tce"), _by_carrier(entering, "co2_t")
    # power of own plants that was sent out was never gained by the boundary
    gone = inventory.exported.filter(pl.col("origin").is_in(PRIMARY).not_().fill_null(value=True))
    sent = _by_carrier(gone, "energy_tce")
    scopes = dict(entering.group_by("scope").agg(pl.col("co2_t").sum()).iter_rows())
    counted = entering.filter(pl.col("gas").str.starts_with("co2"))
    unknown = counted.filter(pl.col("energy_tce").is_null())["carrier"]
    return YearFacts(
        year=inventory.year,
        output_cny=indicator(book, inventory.member_id, "output_value", inventory.year),
        energy_by={c: gained.get(c, 0.0) - sent.get(c, 0.0) for c in carriers},
        co2_by={c: co2.get(c, 0.0) for c in carriers},
        scope1_t=scopes.get(1, 0.0),
        scope2_t=scopes.get(2, 0.0),
        unknown_energy=tuple(unknown.unique(maintain_order=True)),
    )


def _by_carrier(lines: pl.DataFrame, column: str) -> dict[str, float]:
    sums = lines.group_by("carrier", maintain_order=True).agg(pl.col(column).sum())
    return dict(sums.iter_rows())
