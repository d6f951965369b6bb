"""Use case: what members of a park pass on to each other, and what remains with each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import polars as pl

from tanlu.account.cut import cut, years_of
from tanlu.account.ledger import ledger
from tanlu.catalog.content import Catalog
from tanlu.errors import BalanceError, InputError
from tanlu.model.book import Book
from tanlu.model.inventory import Ledger
from tanlu.trace.park import ParkTrace, trace_park
from tanlu.trace.statement import PARTS, Ledgers, ledgers

VIEWS: Mapping[str, str] = {
    "location": "traced_t", "market": "traced_market_t", "booked": "co2_t",
}  # fmt: skip
"""How a transfer is valued: traced by either view of power, or as the inventory books it."""
LEVELS = ("enterprise", "facility")
CLOSE = 1e-9
_KEPT = 12


@dataclass(frozen=True, slots=True)
class Transfers:
    """A traced year at one level under one view, closed to the inventory."""

    found: ParkTrace
    ledgers: Ledgers
    view: str
    total_t: float | None


def transfers_of(whole: Ledger, year: int, level: str, view: str) -> Transfers:
    """Trace a year, and close it to the inventory of the park.

    Args:
        whole: All lines of the park.
        year: Calendar year.
        level: `enterprise` or `facility`.
        view: One of `VIEWS`.

    Returns:
        Statements and transfers.

    Raises:
        InputError: When there is no such year, level or view.
        BalanceError: When what remains with members is not the park's total.
    """
    for text, known in ((level, LEVELS), (view, tuple(VIEWS))):
        if text not in known:
            names = ", ".join(known)
            raise InputError.of("unknown_choice", text=text, close=known[0], known=names)
    return _transfers(Same(whole), year, level, view)


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """A ledger as itself: two are the same when they are one object."""

    ledger: Ledger

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.ledger is self.ledger

    def __hash__(self) -> int:
        return id(self.ledger)


@lru_cache(maxsize=_KEPT)
def _transfers(same: Same, year: int, level: str, view: str) -> Transfers:
    # a page asks for many figures of one year, each with its proof
    found = _traced(same, year)
    done = ledgers(found, level, VIEWS[view])
    drawn = cut(same.ledger, year=year)
    total = drawn.market_total_t if view == "market" else drawn.total_t
    _closed(done.total_t(), total)
    return Transfers(found, done, view, total)


@lru_cache(maxsize=_KEPT)
def _traced(same: Same, year: int) -> ParkTrace:
    cut(same.ledger, year=year)  # says which years there are
    return trace_park(same.ledger, year)


def _closed(own: float | None, total: float | None) -> None:
    if own is None or total is None:
        if own is not total:
            raise BalanceError.of("not_balanced", law="Σ members = park", error=f"{own} ≠ {total}")
        return
    error = abs(own - total) / (abs(total) or 1.0)
    if error > CLOSE:
        raise BalanceError.of("not_balanced", law="Σ members = park", error=f"{error:.2e}")


def trace_book(
    book: Book, catalog: Catalog, *, year: int | None, level: str, view: str
) -> Transfers:
    """The same of a checked park; the last year with records where none is named."""
    whole = ledger(book, catalog)
    return transfers_of(whole, year or years_of(whole)[-1], level, view)


def park_record(done: Transfers) -> dict[str, Any]:
    """Transfers as a plain record: totals, members with partners, months."""
    whole = done.ledgers
    return {
        "park": done.found.ledger.park_id,
        "year": done.found.year,
        "level": whole.level,
        "view": done.view,
        "total_t": done.total_t,
        "members_t": whole.total_t("booked_t"),
        "eliminated_t": whole.total_t("eliminated_t"),
        "sent_out_t": whole.total_t("sent_out_t"),
        "members": [_member(whole, cell) for cell in cells_in(whole)],
        "transfers": [_transfer(row) for row in by_year(whole).iter_rows(named=True)],
        "months": [_month(row) for row in whole.statements.iter_rows(named=True)],
        "intensities": [
            {**row, "month": f"{row['month']:%Y-%m}"}
            for row in done.found.nodes.iter_rows(named=True)
        ],
    }


def cells_in(whole: Ledgers) -> list[str]:
    """Members with a statement, in order."""
    return [str(cell) for cell in whole.statements["cell"].unique().sort()]


def statement_of(whole: Ledgers, cell: str) -> dict[str, float | None]:
    """A member's statement of the year; None where a part is refused. [t]"""
    rows = whole.statements.filter(pl.col("cell") == cell)
    names = (*PARTS, "own_t", "booked_t", "eliminated_t", "sent_out_t")
    return {name: sum_of(rows, name) for name in names}


def by_year(whole: Ledgers) -> pl.DataFrame:
    """Transfers of the year: from, to, carrier, amount, and what they carry. [t]"""
    keys = ["from_cell", "to_cell", "carrier", "amount_unit"]
    return (
        whole.transfers.group_by(keys)
        .agg(
            pl.col("amount").sum(), _known("carried_t"), _known("booked_t"),
            pl.col("record_id").explode().unique().sort(), pl.col("is_spread").any(),
        )
        .sort(keys)
    )  # fmt: skip


def _known(column: str) -> pl.Expr:
    is_known = pl.col(column).null_count() == 0
    return pl.when(is_known).then(pl.col(column).sum()).alias(column)


def sum_of(rows: pl.DataFrame, name: str) -> float | None:
    """A column's sum; None where a part is refused."""
    return None if rows[name].null_count() else float(rows[name].sum())


def _member(whole: Ledgers, cell: str) -> dict[str, Any]:
    moved = by_year(whole)
    into, out = moved.filter(pl.col("to_cell") == cell), moved.filter(pl.col("from_cell") == cell)
    return {
        "member": cell,
        **statement_of(whole, cell),
        "from": [_partner(row, "from_cell") for row in into.iter_rows(named=True)],
        "to": [_partner(row, "to_cell") for row in out.iter_rows(named=True)],
    }


def _partner(row: Mapping[str, Any], side: str) -> dict[str, Any]:
    return {"member": row[side], **_carried(row)}


def _transfer(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"from": row["from_cell"], "to": row["to_cell"], **_carried(row)}


def _carried(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "carrier": row["carrier"],
        "amount": row["amount"],
        "unit": row["amount_unit"],
        "co2_t": row["carried_t"],
        "booked_t": row["booked_t"],
        "intensity": intensity_of(row),
    }


def intensity_of(row: Mapping[str, Any]) -> float | None:
    """How clean a transfer is: carbon per unit of the carrier; None where nothing flows."""
    if row["carried_t"] is None or not row["amount"]:
        return None
    return float(row["carried_t"] / row["amount"])


def _month(row: Mapping[str, Any]) -> dict[str, Any]:
    parts = {name: value for name, value in row.items() if name not in ("month", "cell")}
    return {"month": f"{row['month']:%Y-%m}", "member": row["cell"], **parts}
