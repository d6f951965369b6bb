"""Batches of fuel to weighted means, each for the records of one member and period (R5)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from math import fsum
from typing import Any

import polars as pl

from tanlu.account.measured import (
    carbon_from_air_dried,
    carbon_from_dry,
    carbon_per_heat,
    weighted_mean,
)
from tanlu.account.prepare.records import lies_in, overlaps, rows_of
from tanlu.catalog.derive import GJ_PER_TCE
from tanlu.catalog.overlay import BATCHES
from tanlu.errors import Fault
from tanlu.model.book import Book
from tanlu.model.factor import Carrier, Factor
from tanlu.model.preparation import Batch, Mean
from tanlu.periods import Period
from tanlu.units import parse_unit

Row = Mapping[str, Any]
Chains = Mapping[str, tuple[str, ...]]
_READ = (
    "record_id", "member_id", "carrier", "channel_id", "start", "end", "amount", "amount_unit",
    "stream", "period", "table", "row",
)  # fmt: skip
_NAMED = 6  # batches that a factor's clause names one by one


@dataclass(slots=True)
class _Shelf:
    """Batches of one member, fuel and channel, and which of them some record took."""

    rows: list[Row]
    taken: set[str] = field(default_factory=set)


def weigh_batches(
    book: Book, records: pl.DataFrame, chains: Chains, carriers: Mapping[str, Carrier]
) -> tuple[pl.DataFrame, list[Mean], list[Fault]]:
    """Weighted means of batches, and which records take which.

    Args:
        book: A checked park.
        records: Activity records with `EXTRA`.
        chains: Each member with those above it.
        carriers: The catalogue's fuels.

    Returns:
        Records with `mean` filled where batches hold for them; the means; faults,
        warnings among them.
    """
    shelves: dict[tuple[str, str, str | None], _Shelf] = {}
    for row in rows_of(book.table("batches")):
        key = (row["member_id"], row["carrier"], row["channel_id"])
        shelves.setdefault(key, _Shelf([])).rows.append(row)
    if not shelves:
        return records, [], []
    faults: list[Fault] = []
    means: dict[str, Mean] = {}
    carried = pl.col("carrier").is_in({carrier for _, carrier, _ in shelves})
    names: list[str | None] = [None] * records.height
    for record in rows_of(records.select(*_READ).with_row_index("at").filter(carried)):
        found = _mean_for(book, record, shelves, chains, carriers, faults)
        if found:
            known = means.get(found.mean_id, found)
            means[found.mean_id] = _with_record(known, record)
            names[record["at"]] = found.mean_id
    faults += [f for mean in means.values() for f in _gaps(book, mean)]
    faults += _unused(book, shelves)
    return records.with_columns(mean=pl.Series(names, dtype=pl.String)), [*means.values()], faults


def _mean_for(
    book: Book, record: Row, shelves: Mapping[tuple[str, str, str | None], _Shelf], chains: Chains,
    carriers: Mapping[str, Carrier], faults: list[Fault],
) -> Mean | None:  # fmt: skip
    if record["stream"] == "process":
        return None
    is_near = False
    for member in chains[record["member_id"]]:
        for channel in dict.fromkeys((record["channel_id"], None)):
            shelf = shelves.get((member, record["carrier"], channel))
            if shelf is None:
                continue
            faults += _crossing(book, shelf, record)
            inside = [row for row in shelf.rows if lies_in(row, record["start"], record["end"])]
            around = [r for r in shelf.rows if lies_in(record, r["start"], r["end"])]
            is_near |= any(row["year"] == record["start"].year for row in shelf.rows)
            taken = [row for row in (inside or around) if row["amount"] > 0]
            extra = [row for row in around if row not in taken and row["amount"] > 0]
            if taken:
                shelf.taken |= {row["record_id"] for row in (*taken, *extra)}
                return _mean(record, (member, channel), taken, extra, carriers[record["carrier"]])
    if is_near:
        faults.append(_unanalysed(book, record))
    return None


def _crossing(book: Book, shelf: _Shelf, record: Row) -> list[Fault]:
    start, end = record["start"], record["end"]
    return [
        Fault(
            "batch_crosses_record",
            book.draft.sheet("batches").place(row["row"], "period"),
            {"period": row["period"], "record": record["record_id"], "span": record["period"]},
        )
        for row in shelf.rows
        if overlaps(row, start, end)
        and not lies_in(row, start, end)
        and not lies_in(record, row["start"], row["end"])
    ]


def _unanalysed(book: Book, record: Row) -> Fault:
    place = book.draft.sheet(record["table"]).place(record["row"], "period")
    told = {
        "record": record["record_id"],
        "carrier": record["carrier"],
        "period": record["period"],
    }
    return Fault("record_without_analysis", place, told)


def _unused(book: Book, shelves: Mapping[Any, _Shelf]) -> list[Fault]:
    sheet = book.draft.sheet("batches")
    return [
        Fault(
            "batch_unused",
            sheet.place(row["row"], "period"),
            {"batch": row["record_id"], "carrier": row["carrier"], "period": row["period"]},
        )
        for shelf in shelves.values()
        for row in shelf.rows
        if row["record_id"] not in shelf.taken
    ]


def _gaps(book: Book, mean: Mean) -> list[Fault]:
    rows = book.table("batches").filter(
        pl.col("record_id").is_in([batch.record_id for batch in mean.batches])
    )
    spans = list(rows.select("start", "end").iter_rows())
    blank = [m for m in _months(mean.start, mean.end) if not any(_meets(m, s) for s in spans)]
    if not blank:
        return []
    place = book.draft.sheet("batches").place(mean.batches[0].row, "period")
    told = {"member": mean.member_id, "carrier": mean.carrier, "months": ", ".join(map(str, blank)),
            "record": ", ".join(mean.record_ids[:3])}  # fmt: skip
    return [Fault("months_without_analysis", place, told)]


def _months(start: date, end: date) -> list[Period]:
    found, first = [], date(start.year, start.month, 1)
    while first < end:
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        found.append(Period(first, following))
        first = following
    return found


def _meets(month: Period, span: tuple[date, date]) -> bool:
    return month.start < span[1] and span[0] < month.end


def _with_record(mean: Mean, record: Row) -> Mean:
    amount = record["amount"] if record["amount_unit"] == mean.unit else None
    is_known = mean.used is not None or not mean.record_ids
    used = None if amount is None or not is_known else (mean.used or 0.0) + amount
    names = tuple(dict.fromkeys((*mean.record_ids, record["record_id"])))
    return replace(mean, record_ids=names, used=used)


def _mean(
    record: Row, whose: tuple[str, str | None], rows: Sequence[Row], extra: Sequence[Row],
    carrier: Carrier,
) -> Mean:  # fmt: skip
    member, channel = whose
    span = Period(record["start"], record["end"])
    name = f"{member}.{carrier.carrier_id}.{channel or ''}.{span}".replace("/", "_")
    batches = [_batch(row) for row in rows]
    beside = [_batch(row) for row in extra]
    empty = Mean(name, member, carrier.carrier_id, span.start, span.end, carrier.unit,
                 tuple(batches), {}, (), None)  # fmt: skip
    factors, used = _factors(empty, batches, beside)
    named = {batch.record_id for batch in used}
    told = tuple(batch for batch in (*batches, *beside) if batch.record_id in named)
    return replace(empty, batches=told or tuple(batches), factors=factors)


def _batch(row: Row) -> Batch:
    ncv = _number(row["ncv"], row["ncv_unit"])
    return Batch(row["record_id"], row["row"], float(row["amount"]), ncv, _content(row, ncv))


def _number(value: float | None, unit: str | None) -> float | None:
    if value is None or unit is None:
        return None
    return float(Fraction(value) * parse_unit(unit).factor)


def _content(row: Row, ncv: float | None) -> float | None:
    stated = _number(row["carbon"], row["carbon_unit"])
    if stated is None:
        return None
    if parse_unit(row["carbon_unit"]).dimension.endswith("/energy"):
        stated *= ncv or 0.0  # the border has seen to it that the heat value is there
    water, air = (row["moisture"] or 0.0) / 100, (row["moisture_air"] or 0.0) / 100
    if row["basis"] == "dry":
        return float(carbon_from_dry(stated, water))
    if row["basis"] == "air_dried":
        return float(carbon_from_air_dried(stated, water, air))
    return stated


def _factors(
    mean: Mean, batches: Sequence[Batch], beside: Sequence[Batch]
) -> tuple[dict[str, Factor], list[Batch]]:
    ncv, by_heat = _weighed(batches, beside, lambda batch: batch.ncv)
    content, by_carbon = _weighed(batches, beside, lambda batch: batch.content)
    found: dict[str, Factor] = {}
    unit = mean.unit
    if ncv is not None:
        found["ncv"] = _factor(mean, "ncv", ncv, f"GJ/{unit}", by_heat)
        coal = ncv / GJ_PER_TCE
        said = f"{ncv:.10g} GJ/{unit} ÷ {GJ_PER_TCE} GJ/tce"
        found["coal_equivalent"] = replace(
            _factor(mean, "coal_equivalent", coal, f"tce/{unit}", by_heat), printed=said
        )
    if content is not None and ncv is not None:
        carbon = float(carbon_per_heat(content, ncv))
        said = f"{content:.10g} t C/{unit} ÷ {ncv:.10g} GJ/{unit}"
        found["carbon"] = replace(
            _factor(mean, "carbon", carbon, "t C/GJ", by_carbon), printed=said
        )
    elif content is not None:
        found["carbon_content"] = _factor(mean, "carbon_content", content, f"t C/{unit}", by_carbon)
    return found, [*by_heat, *by_carbon]


def _weighed(
    batches: Sequence[Batch], beside: Sequence[Batch], value: Callable[[Batch], float | None]
) -> tuple[float | None, list[Batch]]:
    # daily samples often state the heat value alone, and one of the month the carbon
    for chosen in (batches, beside):
        stated = [(b, v) for b in chosen if (v := value(b)) is not None]
        if stated:
            total = fsum(batch.amount * v for batch, v in stated)
            weight = fsum(batch.amount for batch, _ in stated)
            return float(weighted_mean(total, weight)), [batch for batch, _ in stated]
    return None, []


def _factor(mean: Mean, quantity: str, value: float, unit: str, batches: Sequence[Batch]) -> Factor:
    names = [batch.record_id for batch in batches]
    more = f" + {len(names) - _NAMED}" if len(names) > _NAMED else ""
    weight = fsum(batch.amount for batch in batches)
    return Factor(
        factor_id=f"mean/{mean.mean_id}/{quantity}",
        subject=mean.carrier,
        quantity=quantity,
        series="own.measured",
        place="world",
        from_on=mean.start,
        to_on=mean.end,
        value=value,
        unit=unit,
        citation_id=BATCHES,
        clause=", ".join(names[:_NAMED]) + more,
        status="own",
        printed=f"Σ(q × x) ÷ Σq; Σq = {weight:.10g} {mean.unit}; n = {len(names)}",
    )
