"""What is missing from a year: absence is not zero (R1)."""

from datetime import date

import polars as pl

from tanlu.account.quality.coverage import covered_days
from tanlu.errors import Fault, Place
from tanlu.model.inventory import Inventory, Ledger

_KEY = ["table", "from_id", "to_id", "stream", "carrier", "origin"]


def missing_records(ledger: Ledger, inventory: Inventory) -> tuple[Fault, ...]:
    """Streams that other years have, and days of this year without a record.

    Returns:
        Warnings, one per stream, with the share of the year that is covered.
    """
    inside = [n for n, chain in ledger.chains.items() if inventory.member_id in chain]
    lines = ledger.lines.filter(pl.col("to_id").is_in(inside))
    year = inventory.year
    covered = covered_days(lines.filter(pl.col("year") == year), _KEY)
    known = lines.select(_KEY).unique()
    length = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    gaps = (
        known.join(covered, on=_KEY, how="left", nulls_equal=True)
        .with_columns(pl.col("days").fill_null(0))
        .filter(pl.col("days") < length)
        .sort(_KEY)
    )
    return tuple(_gap(row, year, length) for row in gaps.iter_rows(named=True))


def _gap(row: dict[str, object], year: int, length: int) -> Fault:
    share = f"{100 * float(str(row['days'])) / length:.0f} %"
    particulars = {"member": row["to_id"], "carrier": row["carrier"], "year": year, "share": share}
    return Fault("missing_period", Place(f"{row['table']}.csv"), particulars)
