"""Sums by enterprise, member, system, scope and carrier, in which nothing counts twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from tanlu.catalog.overlay import ancestry
from tanlu.model.book import Book
from tanlu.model.hourly import Booked, Plan

PER: Final = ("enterprise", "member", "system", "scope", "carrier", "channel")
"""What sums can be told by."""

_OF_MEMBERS = ("enterprise", "member", "channel")
_COUNTS = ("missing", "flagged", "unfactored", "fallback", "present")
_ATTRIBUTES = {
    "channel": pl.String(), "enterprise": pl.String(), "member": pl.String(),
    "system": pl.String(), "scope": pl.Int8(), "carrier": pl.String(), "side": pl.String(),
    "amount_by": pl.Float64(), "unit": pl.String(), "giver": pl.String(),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Totals:
    """Rows of sums; the total of the park is what they say less what members moved."""

    rows: pl.DataFrame
    total_t: float | None
    elimination_t: float
    exported_t: float
    biogenic_t: float
    is_complete: bool


def enterprises_of(book: Book) -> dict[str, str]:
    """Each member to the enterprise at its top, itself where there is none above."""
    kinds = dict(book.table("members").select("member_id", "kind").iter_rows())
    chains = ancestry(book.table("members"), book.park.park_id)
    return {
        member: next((m for m in reversed(chain) if kinds.get(m) == "enterprise"), member)
        for member, chain in chains.items()
    }


def attributes(plan: Plan, enterprises: Mapping[str, str]) -> pl.DataFrame:
    """What each booked channel can be summed by.

    Args:
        plan: The park's channels.
        enterprises: Member to the enterprise that it belongs to.
    """
    rows = [_attributes(name, one, plan, enterprises) for name, one in plan.booked.items()]
    return pl.DataFrame(rows, schema=_ATTRIBUTES, orient="row")


def _attributes(
    name: str, one: Booked, plan: Plan, enterprises: Mapping[str, str]
) -> tuple[object, ...]:
    source, channel = plan.sources[one.source], one.channel
    giver = enterprises.get(one.giver, one.giver)
    return (
        name, one.enterprise, channel.member_id, channel.system or None, one.scope,
        channel.carrier, one.side, source.amount, source.amount_unit, giver,
    )  # fmt: skip


def totals(sums: pl.DataFrame, key: Sequence[str], per: Sequence[str]) -> Totals:
    """Sums told by what is asked for.

    A transfer between members is booked by who receives it, where members are told apart,
    and taken off again in the total; else it is not seen at all, as in a cut of the ledger.

    Args:
        sums: Sums of channels or groups with the columns of `attributes`, `amount`, `co2_t`,
            `biogenic_t` and counts.
        key: Columns that say when.
        per: Some of `PER`.
    """
    mine = sums.filter(_is_seen(per))
    booked = pl.col("side") != "export"
    is_one = pl.col("unit").filter(booked).n_unique() == 1
    names = [*key, *per]
    rows = (
        mine.group_by(names)
        .agg(
            unit=pl.when(is_one).then(pl.col("unit").filter(booked).first()),
            use=pl.when(is_one).then(_sum("amount", booked)),
            co2_t=_sum("co2_t", booked),
            biogenic_t=_sum("biogenic_t", booked),
            exported_t=_sum("co2_t", ~booked),
            **{name: pl.col(name).sum() for name in _COUNTS},
        )
        .sort(names, nulls_last=True)
    )
    own = sums.filter(pl.col("side") == "booked")
    total = own.select(_sum("co2_t", pl.lit(value=True))).item()
    moved = mine.filter(pl.col("side") == "transfer")["co2_t"].sum()
    gaps = own.select(pl.col("missing", "unfactored").sum()).row(0)
    return Totals(
        rows, total, float(moved), float(sums.filter(~booked)["co2_t"].sum()),
        float(own["biogenic_t"].sum()), total is not None and not any(gaps),
    )  # fmt: skip


def _is_seen(per: Sequence[str]) -> pl.Expr:
    moved = pl.col("side") == "transfer"
    if not set(per) & set(_OF_MEMBERS):
        return ~moved
    if per[0] == "enterprise" and not set(per) & {"member", "channel"}:
        return ~moved | (pl.col("giver") != pl.col("enterprise"))
    return pl.lit(value=True)


def _sum(column: str, which: pl.Expr) -> pl.Expr:
    # the sum of nothing known is not known
    mine = pl.col(column).filter(which)
    return pl.when(mine.count() > 0).then(mine.sum())
