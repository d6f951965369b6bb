"""Carbon statements of members: what they emitted, bought, got, passed on, and what remains.

What remains, summed over all members, is the park's total: transfers cancel, month by month.
Beside it stands the view of the protocols, where each books its own scope 1 and 2 and one
line eliminates what members supplied to each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from tanlu.account.cut import cells_of
from tanlu.model.book import WORLD
from tanlu.model.inventory import PRIMARY
from tanlu.trace.formulas import remaining
from tanlu.trace.park import ParkTrace

PARTS = ("direct_t", "bought_t", "received_t", "given_t")


@dataclass(frozen=True, slots=True)
class Ledgers:
    """Statements at one level of a park.

    `statements`: month, cell, the parts, `own_t` (what remains), `booked_t` (scope 1 and 2
    as each books them), `sent_out_t` (apart, never subtracted), `kept_t` (what remains, less
    what of it was sent out), `eliminated_t`.
    `transfers`: month, from_cell, to_cell, carrier, amount_unit, amount, traced_t, booked_t.
    World is the outside.
    """

    level: str
    cells: Mapping[str, str]
    statements: pl.DataFrame
    transfers: pl.DataFrame

    def total_t(self, column: str = "own_t") -> float | None:
        """A column over all months and members; None where a part is refused. [t CO2e]"""
        values = self.statements[column]
        return None if values.null_count() else float(values.sum())


def ledgers(found: ParkTrace, level: str = "enterprise", column: str = "traced_t") -> Ledgers:
    """The statements of all members of a level.

    Args:
        found: A traced year.
        level: `enterprise` or `facility`.
        column: `traced_t`, `traced_market_t` (null where refused), or `co2_t` as booked.

    Returns:
        Statements and transfers by month.
    """
    member = found.ledger.park_id
    cells = cells_of(found.ledger, member, level)
    booked = "market_t" if column == "traced_market_t" else "co2_t"
    lines = found.lines.with_columns(
        from_cell=_cell("from_id", cells), to_cell=_cell("to_id", cells),
        carried_t=pl.col(column), booked_t=_booked(booked),
    )  # fmt: skip
    moved = lines.filter(
        pl.col("table") == "flows", pl.col("from_cell").eq_missing(pl.col("to_cell")).not_()
    )
    return Ledgers(level, cells, _statements(lines, moved), _transfers(moved))


def _booked(column: str) -> pl.Expr:
    return pl.when(pl.col("table") == "flows").then(column).otherwise("co2_t")


def _cell(column: str, cells: Mapping[str, str]) -> pl.Expr:
    named = pl.col(column).replace_strict(dict(cells), default=None, return_dtype=pl.String)
    return pl.when(pl.col(column) == WORLD).then(pl.lit(WORLD)).otherwise(named)


def _sum(lines: pl.DataFrame, side: str, name: str, column: str = "carried_t") -> pl.DataFrame:
    # an unknown part makes the sum unknown: absence is not zero
    total = pl.when(pl.col(column).null_count() == 0).then(pl.col(column).sum())
    return lines.group_by("month", pl.col(side).alias("cell")).agg(total.alias(name))


def _statements(lines: pl.DataFrame, moved: pl.DataFrame) -> pl.DataFrame:
    outside = pl.col("from_cell") == WORLD
    to_world = pl.col("to_cell") == WORLD
    inner = moved.filter(outside.not_(), to_world.not_())
    direct = lines.filter(pl.col("table") != "flows")
    gained = pl.col("origin").is_in(PRIMARY).fill_null(value=False)
    # supply inside one member stays in it; what sun and wind give was never in the sum (R8)
    supplied = moved.filter(to_world.not_())
    parts = [
        _sum(direct, "to_cell", "direct_t"),
        _sum(moved.filter(outside), "to_cell", "bought_t"),
        _sum(inner, "to_cell", "received_t"),
        _sum(inner, "from_cell", "given_t"),
        _sum(moved.filter(to_world), "from_cell", "sent_out_t"),
        _sum(pl.concat([direct, supplied]), "to_cell", "booked_t", "booked_t"),
        _sum(inner.filter(gained.not_()), "to_cell", "eliminated_t", "booked_t"),
    ]
    found = pl.concat([part.select("month", "cell") for part in parts]).unique()
    for part in parts:
        name = part.columns[-1]
        there = part.with_columns(here=pl.lit(1))
        found = found.join(there, on=["month", "cell"], how="left")
        found = found.with_columns(
            pl.when(pl.col("here").is_null()).then(0.0).otherwise(pl.col(name)).alias(name)
        ).drop("here")
    own = remaining(*(pl.col(name) for name in PARTS))
    return (
        found.with_columns(own_t=own)
        .with_columns(kept_t=pl.col("own_t") - pl.col("sent_out_t"))
        .sort("month", "cell")
    )


def _transfers(moved: pl.DataFrame) -> pl.DataFrame:
    def whole(column: str) -> pl.Expr:
        return pl.when(pl.col(column).null_count() == 0).then(pl.col(column).sum())

    keys = ["month", "from_cell", "to_cell", "carrier", "amount_unit"]
    return (
        moved.group_by(keys)
        .agg(
            pl.col("amount").sum(), whole("carried_t").alias("carried_t"),
            whole("booked_t").alias("booked_t"), pl.col("record_id").unique().sort(),
            pl.col("is_spread").any(),
        )
        .sort(keys)
    )  # fmt: skip
