"""The totals of a year from an inventory."""

import polars as pl

from tanlu.account.indicator import indicator
from tanlu.model.book import Book
from tanlu.model.facts import YearFacts
from tanlu.model.inventory import Inventory


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
    gained = _by_carrier(inventory.lines, "energy_tce")
    lost = [_by_carrier(part, "energy_tce") for part in (inventory.internal, inventory.exported)]
    energy = {c: v - sum(part.get(c, 0.0) for part in lost) for c, v in gained.items()}
    cancelled = _by_carrier(inventory.internal, "co2_t")
    co2 = {c: v - cancelled.get(c, 0.0) for c, v in _by_carrier(inventory.lines, "co2_t").items()}
    scopes = dict(inventory.lines.group_by("scope").agg(pl.col("co2_t").sum()).iter_rows())
    return YearFacts(
        year=inventory.year,
        output_cny=indicator(book, inventory.member_id, "output_value", inventory.year),
        energy_by=energy,
        co2_by=co2,
        scope1_t=scopes.get(1, 0.0),
        scope2_t=scopes.get(2, 0.0) - inventory.elimination_t,
    )


def _by_carrier(lines: pl.DataFrame, column: str) -> dict[str, float]:
    sums = lines.group_by("carrier", maintain_order=True).agg(pl.col(column).sum())
    return dict(sums.iter_rows())
