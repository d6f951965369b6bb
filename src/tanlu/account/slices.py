"""An inventory by scope, stream, carrier, system, member or gas."""

import polars as pl

from tanlu.model.factor import Resolved
from tanlu.model.inventory import Inventory

NET = ("scope", "stream", "carrier", "system", "gas", "quality")
UNSTATED = "unstated"


def by(inventory: Inventory, column: str) -> dict[str, float]:
    """Emissions by one column, supply among members cancelled.

    Args:
        inventory: A cut.
        column: One of `NET`. A line without a value counts as "unstated".

    Returns:
        Code to emissions; the values sum to the total. [t CO2]
    """
    net = _sums(inventory.entering, column)
    return {code: net.get(code, 0.0) for code in _sums(inventory.lines, column)}


def by_member(inventory: Inventory) -> dict[str, float]:
    """Emissions by member, each as if it stood alone.

    Returns:
        Member to emissions; the values sum to the total plus the elimination. [t CO2]
    """
    return _sums(inventory.lines, "cell")


def _sums(lines: pl.DataFrame, column: str) -> dict[str, float]:
    key = pl.col(column).cast(pl.String).fill_null(UNSTATED).alias("code")
    sums = lines.group_by(key).agg(pl.col("co2_t").sum()).sort("code")
    return dict(sums.iter_rows())


def factors_of(inventory: Inventory, column: str, code: str) -> list[Resolved]:
    """Every factor that a slice used, each once."""
    key = pl.col("cell" if column == "member" else column).cast(pl.String).fill_null(UNSTATED)
    choices = inventory.lines.filter(key == code)["choice"].unique().sort()
    found = [r for c in choices for r in inventory.ledger.choices[c].factors.values()]
    return list({(r.factor.factor_id, r.unit): r for r in found}.values())
