"""Carbon mass balance of a member over a period: in, out, and the rest emitted (R11)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import fsum
from typing import Any

import polars as pl

from tanlu.account.measured import carbon_in_material
from tanlu.account.prepare.records import overlaps, rows_of
from tanlu.errors import Fault
from tanlu.model.book import Book
from tanlu.model.preparation import CarbonBalance, Term
from tanlu.periods import Period
from tanlu.units import parse_unit

Row = Mapping[str, Any]
Chains = Mapping[str, tuple[str, ...]]


def balance_carbon(
    book: Book, records: pl.DataFrame, chains: Chains
) -> tuple[list[CarbonBalance], list[Fault]]:
    """Every carbon balance of a park.

    Args:
        book: A checked park.
        records: Activity records with `EXTRA`, parts split.
        chains: Each member with those above it.

    Returns:
        Balances, one a member and period; and faults.
    """
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows_of(book.table("mass_balance")):
        groups.setdefault((row["member_id"], row["start"], row["end"]), []).append(row)
    if not groups:
        return [], []
    balances = [_balance(rows) for rows in groups.values()]
    burned = rows_of(records.filter(pl.col("stream") == "combustion"))
    faults = [f for b, rows in zip(balances, groups.values(), strict=True)
              for f in (*_appearing(book, b), *_twice(book, rows, burned, chains))]  # fmt: skip
    return balances, faults + _overlapping(book, balances)


def _balance(rows: Sequence[Row]) -> CarbonBalance:
    terms = [_term(row) for row in rows]
    sums = {s: fsum(t.carbon for t in terms if t.side == s) for s in ("input", "output")}
    first = rows[0]
    name = f"{first['member_id']}.{Period(first['start'], first['end'])}".replace("/", "_")
    return CarbonBalance(name, first["member_id"], first["start"], first["end"], tuple(terms),
                         sums["input"], sums["output"])  # fmt: skip


def _term(row: Row) -> Term:
    content = float(Fraction(row["carbon"]) * parse_unit(row["carbon_unit"]).factor)
    amount = float(row["amount"])
    return Term(
        record_id=row["record_id"],
        row=row["row"],
        side=row["side"],
        material=row["material"],
        carrier=row["carrier"],
        amount=amount,
        unit=row["amount_unit"],
        content=content,
        carbon=float(carbon_in_material(amount, content)),
        destination=row["destination"],
    )


def _appearing(book: Book, balance: CarbonBalance) -> list[Fault]:
    if balance.net >= -1e-9 * max(balance.carbon_in, balance.carbon_out):
        return []
    place = book.draft.sheet("mass_balance").place(balance.terms[0].row, "quantity")
    told = {"member": balance.member_id, "carbon_in": f"{balance.carbon_in:,.6g}",
            "carbon_out": f"{balance.carbon_out:,.6g}"}  # fmt: skip
    return [Fault("carbon_appears", place, told)]


def _overlapping(book: Book, balances: Sequence[CarbonBalance]) -> list[Fault]:
    found = []
    last: dict[str, CarbonBalance] = {}
    for balance in sorted(balances, key=lambda b: (b.member_id, b.start, b.end)):
        before = last.get(balance.member_id)
        if before and balance.start < before.end:
            place = book.draft.sheet("mass_balance").place(balance.terms[0].row, "period")
            told = {"period": str(Period(balance.start, balance.end)),
                    "other": str(Period(before.start, before.end))}  # fmt: skip
            found.append(Fault("balance_periods", place, told))
        last[balance.member_id] = balance
    return found


def _twice(book: Book, rows: Sequence[Row], burned: Sequence[Row], chains: Chains) -> list[Fault]:
    # a fuel that enters the balance of a member may not be burned there as well, unless
    # the part of its records that enters is set apart (table parts, fate counted)
    apart = set(book.table("parts").filter(pl.col("fate") == "counted")["counted_by"])
    found = []
    for row in rows:
        if row["side"] != "input" or row["carrier"] is None or row["record_id"] in apart:
            continue
        for other in burned:
            is_same = other["carrier"] == row["carrier"]
            is_inside = row["member_id"] in chains[other["member_id"]]
            if is_same and is_inside and overlaps(other, row["start"], row["end"]):
                place = book.draft.sheet("mass_balance").place(row["row"], "carrier")
                told = {"carrier": row["carrier"], "record": other["record_id"]}
                found.append(Fault("counted_twice", place, told))
                break
    return found
