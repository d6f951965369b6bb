"""A boundary is a cut through the flow graph.

Inventory = what streams inside emit + what flows crossing inward carry.
Supply between members cancels; flows crossing outward are reported apart (R2, R7).
"""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from tanlu.account.completeness import missing_records
from tanlu.errors import InputError
from tanlu.model.inventory import PRIMARY, Inventory, Ledger

LEVELS = ("park", "enterprise", "facility")


def cut(ledger: Ledger, *, year: int, boundary: str = "park", member_id: str = "") -> Inventory:
    """Draw boundaries of one level inside a member and sum them up.

    Args:
        ledger: All lines of the park.
        year: Calendar year.
        boundary: Level at which boundaries are drawn: the whole, each
            enterprise, or each facility.
        member_id: Whose inventory; empty for the park.

    Returns:
        Lines with `cell`, the member at that level that books them. The sum
        over cells less the elimination is the member's own inventory,
        whatever the level.

    Raises:
        InputError: When the member or the year is not in the ledger.

    Example:
        See `tests/laws/test_cut.py`: naive sums, netted sums, random graphs.
    """
    member = member_id or ledger.park_id
    _known(ledger, member, year)
    cells = cells_of(ledger, member, boundary)
    lines = ledger.lines.filter(pl.col("year") == year).with_columns(
        from_cell=_cell("from_id", cells), cell=_cell("to_id", cells)
    )
    gained = pl.col("origin").is_in(PRIMARY).fill_null(value=False)
    crosses = pl.col("from_cell").eq_missing(pl.col("cell")).not_() | pl.col("from_id").is_null()
    inward = lines.filter(pl.col("cell").is_not_null() & (crosses | gained)).with_columns(
        # what sun, wind and water give comes from outside every boundary (R8)
        from_cell=pl.when(gained.not_()).then("from_cell")
    )
    outward = pl.col("from_cell").is_not_null() & pl.col("cell").is_null()
    internal = inward.filter(pl.col("from_cell").is_not_null())
    found = Inventory(
        boundary, member, year, ledger, lines=inward, exported=lines.filter(outward),
        internal=internal,
    )  # fmt: skip
    return replace(found, missing=missing_records(ledger, found))


def cells_of(ledger: Ledger, member: str, boundary: str) -> Mapping[str, str]:
    """For each node inside a member, the cell that books it.

    A node that stands under no member of the level books to the whole.
    """
    found = {}
    for node, chain in ledger.chains.items():
        if member in chain:
            inside = chain[: chain.index(member)]
            level = [n for n in inside if ledger.kinds[n] == boundary]
            found[node] = level[-1] if level else member
    return found


def _cell(column: str, cells: Mapping[str, str]) -> pl.Expr:
    return pl.col(column).replace_strict(cells, default=None, return_dtype=pl.String)


def _known(ledger: Ledger, member: str, year: int) -> None:
    if member not in ledger.chains:
        known = ", ".join(list(ledger.chains)[:20])
        raise InputError.of("unknown_member", member=member, known=known)
    years = ledger.lines["year"].unique().sort().to_list()
    if year not in years:
        raise InputError.of("no_year", year=year, known=", ".join(map(str, years)))


def years_of(ledger: Ledger) -> list[int]:
    """Calendar years with records."""
    return [int(year) for year in ledger.lines["year"].unique().sort()]
