"""Parts of fuels: components of blends, biogenic carbon, feedstock; each a piece of a record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from tanlu.account.prepare.records import lies_in, overlaps, rows_of
from tanlu.errors import Fault
from tanlu.model.book import Book
from tanlu.model.preparation import PartUse

_ROUNDING = 1e-9
Row = Mapping[str, Any]
Chains = Mapping[str, tuple[str, ...]]


@dataclass(slots=True)
class _Found:
    """A row of the table with the records it applies to."""

    row: Row
    records: list[Row] = field(default_factory=list)

    @property
    def whole(self) -> float:
        return float(sum(record["amount"] for record in self.records))

    @property
    def share(self) -> float:
        amount = float(self.row["amount"])
        if self.row["amount_unit"] == "1":
            return amount
        return amount / self.whole if self.whole else 0.0


def split_parts(
    book: Book, records: pl.DataFrame, chains: Chains
) -> tuple[pl.DataFrame, list[PartUse], list[Fault]]:
    """Records taken apart into what they are parts of.

    Args:
        book: A checked park.
        records: Activity records with `EXTRA`.
        chains: Each member with those above it.

    Returns:
        Records, one per piece; what each part came to; faults, warnings among them.
    """
    parts = [_Found(row) for row in rows_of(book.table("parts"))]
    if not parts:
        return records, [], []
    carriers = {part.row["carrier"] for part in parts}
    is_touched = pl.col("carrier").is_in(carriers) & (pl.col("stream") == "combustion")
    touched = rows_of(records.filter(is_touched))
    faults: list[Fault] = []
    taken = [(record, _applied(book, record, parts, chains, faults)) for record in touched]
    faults += _judged(book, parts)
    if any(fault.is_error for fault in faults):
        return records, [], faults
    pieces = [piece for record, own in taken for piece in _pieces(book, record, own, faults)]
    split = pl.DataFrame(pieces, schema=records.schema, infer_schema_length=None)
    return pl.concat([records.filter(~is_touched), split]), [_use(p) for p in parts], faults


def _applied(
    book: Book, record: Row, parts: Sequence[_Found], chains: Chains, faults: list[Fault]
) -> list[_Found]:
    # of rows that say the same thing, the one that stands nearest to the record's member
    chain = chains[record["member_id"]]
    nearest: dict[tuple[Any, ...], _Found] = {}
    for part in parts:
        row = part.row
        if row["carrier"] != record["carrier"] or row["member_id"] not in chain:
            continue
        if not lies_in(record, row["start"], row["end"]):
            if overlaps(record, row["start"], row["end"]):
                faults.append(_cut(book, row, record))
            continue
        key = (row["part"], row["component"], row["fate"])
        known = nearest.get(key)
        if not known or chain.index(row["member_id"]) < chain.index(known.row["member_id"]):
            nearest[key] = part
    for part in nearest.values():
        part.records.append(record)
    return list(nearest.values())


def _cut(book: Book, row: Row, record: Row) -> Fault:
    place = book.draft.sheet("parts").place(row["row"], "period")
    told = {
        "period": row["period"],
        "record": record["record_id"],
        "span": record["period"],
    }
    return Fault("part_cuts_record", place, told)


def _judged(book: Book, parts: Sequence[_Found]) -> list[Fault]:
    found = []
    for part in parts:
        sheet, row = book.draft.sheet("parts"), part.row
        units = {record["amount_unit"] for record in part.records} - {row["amount_unit"]}
        if not part.records:
            told = {
                "carrier": row["carrier"],
                "period": row["period"],
                "member": row["member_id"],
            }
            found.append(Fault("part_unused", sheet.place(row["row"], "carrier"), told))
        elif row["amount_unit"] != "1" and units:
            told = {
                "unit": row["amount_unit"],
                "units": ", ".join(sorted(units)),
            }
            found.append(Fault("part_in_other_unit", sheet.place(row["row"], "unit"), told))
        elif part.share > 1 + _ROUNDING:
            told = {"share": f"{part.share:.2%}", "whole": f"{part.whole:,.6g}"}
            found.append(Fault("parts_above_whole", sheet.place(row["row"], "quantity"), told))
        found += _uncounted(book, row)
    return found


def _uncounted(book: Book, row: Row) -> list[Fault]:
    if row["fate"] != "counted":
        return []
    process = book.table("activities").filter(pl.col("stream") == "process")
    rows = [*rows_of(process), *rows_of(book.table("mass_balance"))]
    named = [r for r in rows if r["record_id"] == row["counted_by"]]
    if any(overlaps(r, row["start"], row["end"]) for r in named):
        return []
    place = book.draft.sheet("parts").place(row["row"], "counted_by")
    return [
        Fault("counted_by_unknown", place, {"record": row["counted_by"], "period": row["period"]})
    ]


def _pieces(
    book: Book, record: Row, parts: Sequence[_Found], faults: list[Fault]
) -> list[dict[str, Any]]:
    apart = [part for part in parts if part.row["part"] != "biogenic"]
    rest = 1.0 - sum(part.share for part in apart)
    if rest < -_ROUNDING:
        row = apart[-1].row
        place = book.draft.sheet("parts").place(row["row"], "quantity")
        told = {"share": f"{1 - rest:.2%}", "whole": f"{record['amount']:,.6g}"}
        faults.append(Fault("parts_above_whole", place, told))
        return []
    found = [_piece(record, part.share, part.row) for part in apart]
    green = [part for part in parts if part.row["part"] == "biogenic"]
    share = green[0].share if green else 0.0
    found += [_piece(record, max(rest, 0.0) * share, part.row) for part in green]
    kept = max(rest, 0.0) * (1 - share)
    whole = {**record, "share": None if not parts else kept, "amount": record["amount"] * kept}
    return [*found, *([whole] if kept > _ROUNDING or not parts else [])]


def _piece(record: Row, share: float, row: Row) -> dict[str, Any]:
    is_component = row["part"] == "component"
    return {
        **record,
        "carrier": row["component"] if is_component else record["carrier"],
        "piece": row["record_id"],
        "use": None if is_component else row["fate"] or row["part"],
        "stream": "feedstock" if row["part"] == "feedstock" else record["stream"],
        "share": share,
        "amount": record["amount"] * share,
    }


def _use(part: _Found) -> PartUse:
    row = part.row
    unit = part.records[0]["amount_unit"] if part.records else row["amount_unit"]
    return PartUse(
        record_id=row["record_id"],
        member_id=row["member_id"],
        carrier=row["carrier"],
        part=row["part"],
        component=row["component"],
        fate=row["fate"],
        amount=part.share * part.whole,
        whole=part.whole,
        unit=unit,
        record_ids=tuple(record["record_id"] for record in part.records),
    )
