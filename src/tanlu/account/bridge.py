"""Two inventories of one year: the difference, record by record, cause by cause (R12)."""

import math
from dataclasses import dataclass

import polars as pl

from tanlu.account.blame import Blame, blame_of, shares
from tanlu.account.split import FACTOR, METHOD, is_other, split
from tanlu.errors import BalanceError
from tanlu.model.bridge import CAUSES, ITEM_SCHEMA, Bridge, FactorChange, Rules
from tanlu.model.inventory import Inventory

_RECORD = ["table", "match_id"]
_NATURAL = ["table", "from_id", "to_id", "stream", "carrier", "system", "start", "end"]
_KEPT = [
    "table", "record_id", "gas", "row", "from_id", "to_id", "stream", "carrier", "system", "scope",
    "start", "end", "written_amount", "written_unit", "co2_t", "choice",
]  # fmt: skip
_CLOSE = 1e-9  # of the larger total: what floating-point sums may leave


def bridge(old: Inventory, new: Inventory) -> Bridge:
    """The difference between two inventories of the same year and member.

    Records are the same when their code is, or else when exactly one on each
    side has the same place, carrier and period. A line that is on both sides is
    split by the mean over all orders of its causes; one that is on one side only
    has one cause: the boundary when the member or supply came or went, the
    activity when a record did, the factor or method when a gas did.

    Args:
        old: The earlier version.
        new: The later version.

    Returns:
        The bridge; its parts sum to the difference of the totals.

    Raises:
        BalanceError: When they do not.

    Example:
        See `tests/laws/test_bridge.py`: an empty bridge to oneself, parts that sum.
    """
    pairs = _paired(old, new)
    blames = _blames(pairs, old, new)
    unnamed = METHOD if old.ledger.method != new.ledger.method else FACTOR
    blamed = _blamed(pairs, blames).with_columns(pl.col("blame").fill_null(unnamed))
    items = _one_sided(split(blamed).with_columns(boundary=pl.lit(0.0)), old, new)
    found = Bridge(
        old_t=old.total_t, new_t=new.total_t, old_rules=_rules(old), new_rules=_rules(new),
        items=_different(items), changes=_changes(items, blames),
    )  # fmt: skip
    closed(found)
    return found


def closed(found: Bridge) -> None:
    """That the parts of a bridge sum to its difference.

    Raises:
        BalanceError: When they do not.
    """
    open_t = math.fsum(found.parts.values()) - found.difference_t
    if not abs(open_t) <= _CLOSE * max(abs(found.old_t), abs(found.new_t), 1.0):
        raise BalanceError.of("bridge_open", open=f"{open_t:.6g}")


def _rules(side: Inventory) -> Rules:
    return Rules(side.ledger.method, side.ledger.gwp_set, side.ledger.digest)


def _paired(old: Inventory, new: Inventory) -> pl.DataFrame:
    before = _records(old).with_columns(match_id="record_id")
    after = _records(new).with_columns(match_id="record_id")
    joined = _joined(before, after)
    if joined["choice"].has_nulls() and joined["choice_new"].has_nulls():
        joined = _joined(before, after.with_columns(match_id=_matched(before, after)))
    both = {n: pl.coalesce(f"{n}_new", n) for n in _KEPT if n not in ("table", "gas", *_SIDES)}
    return joined.with_columns(
        old_amount="written_amount", new_amount="written_amount_new",
        old_t=pl.col("co2_t").fill_null(0.0), new_t=pl.col("co2_t_new").fill_null(0.0),
        is_same_unit=pl.col("written_unit") == pl.col("written_unit_new"),
        is_coal=(pl.col("written_unit") == "tce") & (pl.col("written_unit_new") == "tce"),
        in_old=pl.col("choice").is_not_null(), in_new=pl.col("choice_new").is_not_null(),
    ).with_columns(**both).with_columns(unit="written_unit")  # fmt: skip


_SIDES = ("choice", "co2_t")
_MIXED = -1  # a record whose pieces took different factors


def _records(side: Inventory) -> pl.DataFrame:
    # one row per record and gas, also where batches or stocks set a record apart in pieces
    lines = side.entering.select(_KEPT)
    key = ["table", "record_id", "gas"]
    if lines.select(key).n_unique() == lines.height:
        return lines
    summed = ("written_amount", "co2_t")
    rest = [name for name in _KEPT if name not in (*key, *summed, "choice")]
    one = pl.col("choice").n_unique() == 1
    return (
        lines.group_by(key, maintain_order=True)
        .agg(
            pl.col(summed).sum(),
            pl.col(rest).first(),
            choice=pl.when(one).then(pl.col("choice").first()).otherwise(_MIXED),
        )
        .select(_KEPT)
    )


def _joined(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    return before.join(after, on=[*_RECORD, "gas"], how="full", coalesce=True, suffix="_new")


def _matched(before: pl.DataFrame, after: pl.DataFrame) -> pl.Series:
    # records renamed by a new file: the same when just one on each side fits
    names = ["table", "record_id"]
    gone = before.join(after, on=names, how="anti").unique(names)
    come = after.join(before, on=names, how="anti").unique(names)
    single = pl.len().over(_NATURAL) == 1
    renamed = come.filter(single).join(
        gone.filter(single).select(*_NATURAL, former="record_id"), on=_NATURAL, nulls_equal=True
    )
    named = after.join(
        renamed.select(*names, "former"), on=names, how="left", maintain_order="left"
    )
    return named.select(pl.coalesce("former", "record_id")).to_series()


def _blames(
    pairs: pl.DataFrame, old: Inventory, new: Inventory
) -> dict[tuple[int, int, bool], Blame]:
    is_ruled = old.ledger.method != new.ledger.method
    sets = (old.ledger.gwp_set, new.ledger.gwp_set)
    is_plain = (pl.col("choice") != _MIXED) & (pl.col("choice_new") != _MIXED)
    both = pairs.filter("in_old", "in_new", is_plain)
    both = both.select("choice", "choice_new", "is_coal").unique()
    return {
        (one, other, is_coal): blame_of(
            old.ledger.choices[one], new.ledger.choices[other], sets,
            is_other=is_ruled, is_coal=is_coal,
        )
        for one, other, is_coal in both.sort("choice", "choice_new", "is_coal").iter_rows()
    }  # fmt: skip


def _blamed(pairs: pl.DataFrame, blames: dict[tuple[int, int, bool], Blame]) -> pl.DataFrame:
    schema = {
        "choice": pl.Int64, "choice_new": pl.Int64, "is_coal": pl.Boolean, "pair": pl.Int64,
        "blame": pl.String, "factor_ratio": pl.Float64, "method_ratio": pl.Float64,
        "is_touched": pl.Boolean,
    }  # fmt: skip
    rows = [
        (*key, index, blame.blame, blame.factor_ratio, blame.method_ratio, bool(blame.differences))
        for index, (key, blame) in enumerate(blames.items())
    ]
    table = pl.DataFrame(rows, schema=schema, orient="row")
    blamed = pairs.join(table, on=["choice", "choice_new", "is_coal"], how="left")
    # most lines of most corrections are as they were
    return blamed.filter(pl.col("is_touched").fill_null(value=True) | is_other())


@dataclass(frozen=True, slots=True)
class _Other:
    """What the other side knows of a record: its tree and its records of the year."""

    inside: list[str]
    records: pl.DataFrame
    entering: pl.DataFrame


def _other(side: Inventory) -> _Other:
    ledger = side.ledger
    names = ["table", "record_id"]
    return _Other(
        inside=[n for n, chain in ledger.chains.items() if side.member_id in chain],
        records=ledger.lines.filter(pl.col("year") == side.year).select(names).unique(),
        entering=side.entering.select(names).unique(),
    )


def _one_sided(items: pl.DataFrame, old: Inventory, new: Inventory) -> pl.DataFrame:
    is_ruled = (old.ledger.method, old.ledger.gwp_set) != (new.ledger.method, new.ledger.gwp_set)
    both = items.filter("in_old", "in_new").with_columns(kind=pl.lit("changed"))
    gone = items.filter(pl.col("in_old"), ~pl.col("in_new"))
    come = items.filter(~pl.col("in_old"), pl.col("in_new"))
    sides = [(gone, new, "old"), (come, old, "new")]
    alone = [_alone(i, _other(o), side, is_ruled=is_ruled) for i, o, side in sides if i.height]
    return pl.concat([both, *alone], how="diagonal")


_KINDS = {"old": ("gas_removed", "left", "removed"), "new": ("gas_added", "joined", "added")}


def _alone(items: pl.DataFrame, other: _Other, side: str, *, is_ruled: bool) -> pl.DataFrame:
    gas, moved, plain = _KINDS[side]
    record = pl.struct("table", "record_id")
    has_record = record.is_in(other.entering.to_struct().implode())
    is_elsewhere = record.is_in(other.records.to_struct().implode())
    is_inside = pl.col("to_id").is_in(other.inside)
    kinds = (
        pl.when(has_record).then(pl.lit(gas))
        .when(is_elsewhere | ~is_inside).then(pl.lit(moved))
        .otherwise(pl.lit(plain))
    )  # fmt: skip
    causes = {gas: METHOD if is_ruled else FACTOR, moved: "boundary", plain: "activity"}
    whole = pl.col("new_t") - pl.col("old_t")
    return items.with_columns(kind=kinds).with_columns(
        pl.when(pl.col("kind").replace_strict(causes, return_dtype=pl.String) == cause)
        .then(whole).otherwise(0.0).alias(cause)
        for cause in CAUSES
    )  # fmt: skip


def _different(items: pl.DataFrame) -> pl.DataFrame:
    return (
        items.filter((pl.col("kind") != "changed") | is_other())
        .select(pl.col(name).cast(kind) for name, kind in ITEM_SCHEMA.items())
        .sort("table", "record_id", "gas")
    )


def _changes(
    items: pl.DataFrame, blames: dict[tuple[int, int, bool], Blame]
) -> tuple[FactorChange, ...]:
    both = items.filter(pl.col("pair").is_not_null())
    sums = {
        row["pair"]: row
        for row in both.group_by("pair").agg(
            pl.col("factor", "method").sum(), pl.len(), pl.col("carrier", "gas").first()
        ).iter_rows(named=True)
    }  # fmt: skip
    found: dict[tuple[object, ...], list[FactorChange]] = {}
    for index, blame in enumerate(blames.values()):
        if not blame.differences:
            continue
        for change in _of_pair(blame, sums[index]):
            key = (
                change.cause,
                change.subject,
                change.quantity,
                change.gas,
                change.old,
                change.new,
            )
            found.setdefault(key, []).append(change)
    merged = [_merged(same) for same in found.values()]
    return tuple(sorted(merged, key=lambda c: -abs(c.co2_t or 0.0)))


def _of_pair(blame: Blame, sums: dict[str, object]) -> list[FactorChange]:
    parts = shares(blame)
    return [
        FactorChange(
            d.cause, str(sums["carrier"]), d.quantity, str(sums["gas"]), d.old, d.new,
            int(str(sums["len"])), _part(sums[d.cause], parts[n]),
        )
        for n, d in enumerate(blame.differences)
    ]  # fmt: skip


def _part(whole: object, share: float | None) -> float | None:
    return None if share is None else float(str(whole)) * share


def _merged(same: list[FactorChange]) -> FactorChange:
    first = same[0]
    parts = [change.co2_t for change in same]
    known = [part for part in parts if part is not None]
    return FactorChange(
        first.cause, first.subject, first.quantity, first.gas, first.old, first.new,
        sum(change.lines for change in same),
        math.fsum(known) if len(known) == len(parts) else None,
    )  # fmt: skip
