"""Stock of a fuel over a period: what was used, checked against what is recorded."""

from collections.abc import Iterable, Mapping, Sequence
from math import isclose
from typing import Any

import polars as pl

from tanlu.account.measured import stock_use
from tanlu.account.prepare.records import EXTRA, covered_days, lies_in, overlaps, rows_of
from tanlu.errors import Fault
from tanlu.model.book import Book
from tanlu.model.preparation import StockBalance
from tanlu.periods import Period

ITEMS = ("opening", "purchased", "produced", "sold", "other_use", "closing")
_NEEDED = ("opening", "closing")
_SAME = 1e-9  # of the amount: no more than rounding of floating numbers

Rows = Sequence[Mapping[str, Any]]
Chains = Mapping[str, tuple[str, ...]]


def balance_stocks(
    book: Book, records: pl.DataFrame, chains: Chains
) -> tuple[list[StockBalance], list[Fault]]:
    """Every stock of a park beside the records of its period.

    Args:
        book: A checked park.
        records: Its activity records.
        chains: Each member with those above it.

    Returns:
        Balances, one a member, fuel and period; and faults, warnings among them.
    """
    groups: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for row in rows_of(book.table("stocks")):
        groups.setdefault((row["member_id"], row["carrier"], row["start"], row["end"]), []).append(
            row
        )
    faults = [f for rows in groups.values() for f in _incomplete(book, rows)]
    if faults:
        return [], faults
    burned = rows_of(records.filter(pl.col("stream") == "combustion")) if groups else []
    balances = [_balance(rows, burned, chains) for rows in groups.values()]
    for balance, rows in zip(balances, groups.values(), strict=True):
        faults += _differences(book, balance, rows[-1]["row"])
    return balances, faults + _steps(book, balances, groups.values())


def _incomplete(book: Book, rows: Rows) -> list[Fault]:
    sheet, first = book.draft.sheet("stocks"), rows[0]
    have = {row["item"] for row in rows}
    lacking = [item for item in _NEEDED if item not in have]
    if not have & {"purchased", "produced"}:
        lacking.append("purchased")
    named = {
        "member": first["member_id"],
        "carrier": first["carrier"],
        "period": first["period"],
    }
    if lacking:
        place = sheet.place(first["row"], "item")
        return [Fault("stock_incomplete", place, {**named, "items": ", ".join(lacking)})]
    units = {row["amount_unit"] for row in rows}
    if len(units) > 1:
        place = sheet.place(rows[-1]["row"], "unit")
        return [Fault("stock_units", place, {**named, "units": ", ".join(sorted(units))})]
    return []


def _balance(rows: Rows, burned: Rows, chains: Chains) -> StockBalance:
    first = rows[0]
    items = {row["item"]: float(row["amount"]) for row in rows}
    used = stock_use(**{item: items.get(item, 0.0) for item in ITEMS})
    beside = [
        row
        for row in burned
        if row["carrier"] == first["carrier"]
        and first["member_id"] in chains[row["member_id"]]
        and overlaps(row, first["start"], first["end"])
    ]
    is_fit = all(
        lies_in(row, first["start"], first["end"]) and row["amount_unit"] == first["amount_unit"]
        for row in beside
    )
    recorded = sum(row["amount"] for row in beside) if beside and is_fit else None
    return StockBalance(
        balance_id=_name(first),
        member_id=first["member_id"],
        carrier=first["carrier"],
        start=first["start"],
        end=first["end"],
        unit=first["amount_unit"],
        items=items,
        records={row["item"]: row["record_id"] for row in rows},
        used=float(used),
        recorded=recorded,
        record_ids=tuple(row["record_id"] for row in beside),
        is_taken=not beside,
        days=covered_days([(row["start"], row["end"]) for row in beside]),
    )


def _name(row: Mapping[str, Any]) -> str:
    return f"{row['member_id']}.{row['carrier']}.{Period(row['start'], row['end'])}".replace(
        "/", "_"
    )


def _differences(book: Book, found: StockBalance, row: int) -> list[Fault]:
    place = book.draft.sheet("stocks").place(row, "quantity")
    named = {"member": found.member_id, "carrier": found.carrier,
             "period": str(Period(found.start, found.end)), "unit": found.unit,
             "used": f"{found.used:,.6g}"}  # fmt: skip
    if found.used < -_SAME * max(found.items.values()):
        return [Fault("stock_negative", place, named)]
    if found.is_taken:
        return []
    if found.recorded is None:
        return [Fault("stock_not_comparable", place, named)]
    if found.days < (found.end - found.start).days:
        return [Fault("stock_partly_recorded", place, {**named, "days": found.days})]
    if isclose(found.recorded, found.used, rel_tol=_SAME, abs_tol=_SAME):
        return []
    told = {
        **named,
        "recorded": f"{found.recorded:,.6g}",
        "gap": f"{found.recorded - found.used:+,.4g}",
    }
    return [Fault("stock_differs", place, told)]


def _steps(book: Book, found: Sequence[StockBalance], groups: Iterable[Rows]) -> list[Fault]:
    # what one period closes with, the next opens with
    faults, last = [], {b.balance_id: rows[0]["row"] for b, rows in zip(found, groups, strict=True)}
    opening = {(b.member_id, b.carrier, b.start, b.unit): b for b in found}
    for before in found:
        after = opening.get((before.member_id, before.carrier, before.end, before.unit))
        if after and not isclose(before.items["closing"], after.items["opening"], rel_tol=_SAME):
            place = book.draft.sheet("stocks").place(last[after.balance_id], "quantity")
            told = {"carrier": after.carrier, "member": after.member_id, "unit": after.unit,
                    "closing": f"{before.items['closing']:,.6g}",
                    "opening": f"{after.items['opening']:,.6g}",
                    "on": after.start.isoformat()}  # fmt: skip
            faults.append(Fault("stock_step", place, told))
    return faults


def records_of_stock(
    book: Book, balances: Sequence[StockBalance], records: pl.DataFrame
) -> pl.DataFrame:
    """Records that stocks stand for, where nothing else is recorded.

    Args:
        book: A checked park.
        balances: All balances.
        records: Activity records, for their columns.

    Returns:
        One record a balance that is taken, named after its closing stock.
    """
    rows = [_record(book, balance) for balance in balances if balance.is_taken]
    schema = {**records.schema, **EXTRA}
    wanted = {name: schema[name] for name in records.columns}
    return pl.DataFrame(rows, schema=wanted, infer_schema_length=None)


def _record(book: Book, balance: StockBalance) -> dict[str, Any]:
    closing = book.table("stocks").filter(pl.col("record_id") == balance.records["closing"])
    row = next(closing.iter_rows(named=True))
    system = book.table("members").filter(pl.col("member_id") == balance.member_id)["system"]
    return {
        "record_id": row["record_id"], "member_id": balance.member_id, "stream": "combustion",
        "carrier": balance.carrier, "system": system[0] if len(system) else None,
        "channel_id": None, "period": row["period"], "quantity": balance.used,
        "unit": balance.unit, "quality": "calculated", "cite": row["cite"], "note": None,
        "start": balance.start, "end": balance.end, "year": balance.start.year,
        "amount": balance.used, "amount_unit": balance.unit, "row": row["row"], "table": "stocks",
        "piece": None, "use": None, "share": None, "mean": None,
    }  # fmt: skip
