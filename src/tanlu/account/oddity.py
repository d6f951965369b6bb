"""What looks wrong in a year: records against their stream, streams against the year before."""

import math
from collections.abc import Iterator, Mapping

import polars as pl

from tanlu.account.year_factors import STREAM
from tanlu.errors import Fault, Place
from tanlu.model.bridge import Bridge
from tanlu.model.inventory import Inventory
from tanlu.model.oddity import Check, Oddity

_OF = ["table", "from_id", "to_id", "stream", "carrier", "system", "written_unit"]
_NORMAL = 0.6745  # the median deviation of a normal distribution, in its standard deviations


def oddities(
    old: Inventory, new: Inventory, found: Bridge, checks: Mapping[str, Check]
) -> list[Oddity]:
    """Everything of the later year that is worth a look, the heaviest first.

    Args:
        old: The earlier year.
        new: The later year.
        found: Their comparison.
        checks: What is looked for, and its limits.

    Returns:
        Findings, each with its records and reason. Too few records give none.
    """
    records = _records(new)
    year = records.filter(pl.col("year") == new.year)
    every = [
        *_outliers(year, checks), *_zeros(year, checks["zero"]), *_signs(year, checks["sign"]),
        *_repeated(year, checks["repeated"]), *_ratios(found, checks["year_ratio"]),
        *_documents(old, new, checks["factor_document"]),
    ]  # fmt: skip
    return sorted(every, key=lambda oddity: -abs(oddity.co2_t))


def _records(new: Inventory) -> pl.DataFrame:
    # every record of the member in every year, once, whatever gases it gives
    ledger = new.ledger
    inside = [n for n, chain in ledger.chains.items() if new.member_id in chain]
    lines = ledger.lines.filter(pl.col("to_id").is_in(inside))
    days = (pl.col("end") - pl.col("start")).dt.total_days()
    records = lines.group_by("record_id", *_OF, maintain_order=True).agg(
        pl.col("row", "year").first(),
        pl.col("start").min(),
        pl.col("end").max(),
        pl.col("co2_t").sum(),
        # of one gas, and of all pieces that batches set apart
        pl.col("written_amount").filter(pl.col("gas") == pl.col("gas").first()).sum(),
    )
    rate = pl.col("written_amount") / days
    log = pl.when(rate != 0).then(rate.abs().log())
    middle = pl.col("log").median().over(_OF)
    spread = (pl.col("log") - middle).abs().median().over(_OF)
    return (
        records.with_columns(rate=rate, days=days)
        .with_columns(log=log)
        .with_columns(middle=middle, count=pl.col("log").count().over(_OF))
        .with_columns(spread=spread)
    )


def _outliers(year: pl.DataFrame, checks: Mapping[str, Check]) -> Iterator[Oddity]:
    limits, slip = checks["out_of_range"].limits, checks["unit_slip"]
    spread = pl.max_horizontal("spread", pl.lit(limits["least_spread"]))
    score = _NORMAL * (pl.col("log") - pl.col("middle")) / spread
    odd = year.filter(pl.col("count") >= limits["records"], score.abs() > limits["score"])
    for row in odd.iter_rows(named=True):
        usual = _usual(row)
        ratio = row["written_amount"] / usual
        step = _step(abs(ratio), slip)
        check = "out_of_range" if step is None else "unit_slip"
        said = f"{ratio:.4g}" if step is None else f"{step:g}" if ratio > 1 else f"1/{step:g}"
        yield _oddity(check, row, usual, times=said)


def _usual(row: Mapping[str, float]) -> float:
    # the amount that the stream's middle daily rate would give in this record's days
    return math.exp(row["middle"]) * row["days"]


def _step(ratio: float, check: Check) -> float | None:
    tolerance = check.limits["tolerance"]
    near = [s for s in check.steps for r in (ratio, 1 / ratio) if abs(r / s - 1) <= tolerance]
    return near[0] if near else None


def _zeros(year: pl.DataFrame, check: Check) -> Iterator[Oddity]:
    odd = year.filter(pl.col("written_amount") == 0, pl.col("count") >= check.limits["records"])
    for row in odd.iter_rows(named=True):
        yield _oddity("zero", row, _usual(row))


def _signs(year: pl.DataFrame, check: Check) -> Iterator[Oddity]:
    sign = pl.col("written_amount").sign()
    others = year.with_columns(main=sign.median().over(_OF), n=pl.len().over(_OF))
    odd = others.filter(pl.col("n") >= check.limits["records"], sign * pl.col("main") < 0)
    for row in odd.iter_rows(named=True):
        yield _oddity("sign", row, None)


def _repeated(year: pl.DataFrame, check: Check) -> Iterator[Oddity]:
    ordered = year.filter(pl.col("written_amount") != 0).sort("start")
    before = ordered.with_columns(before=pl.col("written_amount").shift(1).over(_OF))
    is_new = pl.col("written_amount").ne_missing(pl.col("before"))
    runs = before.with_columns(is_new=is_new).with_columns(run=pl.col("is_new").cum_sum().over(_OF))
    found = runs.group_by(*_OF, "run", "written_amount", maintain_order=True).agg(
        pl.col("record_id", "row", "start"), pl.col("co2_t").sum(), n=pl.len()
    )
    for row in found.filter(pl.col("n") >= check.limits["records"]).iter_rows(named=True):
        one = {**row, "row": row["row"][0]}
        yield _oddity("repeated", one, None, ids=tuple(row["record_id"]), times=row["n"])


def _ratios(found: Bridge, check: Check) -> Iterator[Oddity]:
    limits = check.limits
    least = limits["share"] * max(abs(found.old_t), abs(found.new_t))
    ratio = pl.col("new_t") / pl.col("old_t")
    streams = [name for name in STREAM if name != "gas"]  # whatever gases it gives, once
    whole = found.items.group_by(*streams, maintain_order=True).agg(
        pl.col("old_t", "new_t").sum(), pl.col("kind", "old_amount", "new_amount", "unit").first()
    )
    moved = whole.filter(
        pl.col("kind") == "moved", pl.max_horizontal("old_t", "new_t") >= least,
        (ratio > limits["above"]) | (ratio < limits["below"]),
    )  # fmt: skip
    for row in moved.iter_rows(named=True):
        place = Place(f"{row['table']}.csv")
        times = f"{row['new_t'] / row['old_t']:.3g}"
        fault = Fault("look_year_ratio", place, {**_named(row), "times": times})
        yield Oddity(
            "year_ratio", row["to_id"], row["carrier"], row["table"], (), row["new_amount"],
            row["old_amount"], row["unit"], row["new_t"] - row["old_t"], fault,
        )  # fmt: skip


def _documents(old: Inventory, new: Inventory, check: Check) -> Iterator[Oddity]:
    least = check.limits["share"] * max(abs(old.total_t), abs(new.total_t))
    before, after = _sources(old), _sources(new)
    weights = {
        tuple(row[name] for name in STREAM): row["co2_t"]
        for row in new.entering.group_by(STREAM).agg(pl.col("co2_t").sum()).iter_rows(named=True)
    }
    for stream, sources in after.items():
        for quantity, document in sources.items():
            known = before.get(stream, {}).get(quantity)
            if known is None or known == document or abs(weights[stream]) < least:
                continue
            row = dict(zip(STREAM, stream, strict=True))
            params = {**_named(row), "quantity": quantity, "old": known, "new": document}
            fault = Fault("look_factor_document", Place("factors.csv"), params)
            yield Oddity(
                "factor_document", str(row["to_id"]), str(row["carrier"]), str(row["table"]), (),
                None, None, "", weights[stream], fault,
            )  # fmt: skip


def _sources(side: Inventory) -> dict[tuple[str, ...], dict[str, str]]:
    # of each stream, the documents of its factors, as one text per parameter
    found: dict[tuple[str, ...], dict[str, set[str]]] = {}
    for row in side.entering.select(*STREAM, "choice").unique().iter_rows(named=True):
        stream = tuple(row[name] for name in STREAM)
        for quantity, resolved in side.ledger.choices[row["choice"]].factors.items():
            if quantity != "coal_equivalent":
                documents = found.setdefault(stream, {}).setdefault(quantity, set())
                documents.add(f"{resolved.factor.citation_id}#{resolved.factor.clause}")
    return {s: {q: ", ".join(sorted(d)) for q, d in each.items()} for s, each in found.items()}


def _named(row: Mapping[str, object]) -> dict[str, object]:
    return {"member": row["to_id"], "carrier": row["carrier"]}


def _oddity(
    check: str, row: Mapping[str, object], usual: float | None, *,
    ids: tuple[str, ...] = (), times: object = "",
) -> Oddity:  # fmt: skip
    value = float(str(row["written_amount"]))
    params = {
        **_named(row), "value": f"{value:.6g}", "unit": row["written_unit"], "times": times,
        "usual": f"{usual:.4g}" if usual is not None else "",
    }  # fmt: skip
    fault = Fault(
        f"look_{check}", Place(f"{row['table']}.csv", "", int(str(row["row"])), "quantity"), params
    )
    return Oddity(
        check, str(row["to_id"]), str(row["carrier"]), str(row["table"]),
        ids or (str(row["record_id"]),), value, usual, str(row["written_unit"]),
        float(str(row["co2_t"])), fault,
    )  # fmt: skip
