"""Figures of carbon flow in a park: each has a key that says which month, member and partner."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from tanlu.model.book import WORLD
from tanlu.model.label import label
from tanlu.report.findings import Findings
from tanlu.trace.statement import PARTS, Ledgers
from tanlu.types import Text
from tanlu.workflow.trace_park import Transfers, intensity_of, sum_of
from tanlu.workflow.views.figure import View, figure, key_of, mass, named, text
from tanlu.workflow.views.inventory import slice_label

YEAR = "year"
"""Stands for the month in a key where the whole year is meant."""
COLUMNS = (*PARTS, "own_t", "booked_t", "eliminated_t", "sent_out_t")
LINK = ("from_cell", "to_cell", "carrier")
Row = Mapping[str, Any]


def at(done: Transfers) -> tuple[int, str, str]:
    """Year, level and view: the parts of a key that name what was traced."""
    return (done.found.year, done.ledgers.level, done.view)


def in_month(rows: pl.DataFrame, month: str) -> pl.DataFrame:
    """Rows of a month such as "2022-03"; all of a year, and of a day or hour, alone as it is."""
    is_month = len(month) == len("2022-03")
    return rows.filter(pl.col("month").dt.strftime("%Y-%m") == month) if is_month else rows


def nodes_in(done: Transfers, month: str) -> pl.DataFrame:
    """Nodes of a span: what flows through, and the mean of its mix by what flows. [t/unit]"""

    def mean(column: str) -> pl.Expr:
        carbon = (pl.col(column) * pl.col("through")).sum()
        flowing = pl.col("through").filter(pl.col(column).is_not_null()).sum()
        is_one = pl.len() == 1
        mixed = pl.when(flowing > 0.0).then(carbon / flowing)
        return pl.when(is_one).then(pl.col(column).first()).otherwise(mixed).alias(column)

    rows = in_month(done.found.nodes, month)
    return (
        rows.group_by("carrier", "node", "amount_unit")
        .agg(pl.col("through").sum(), mean("intensity"), mean("intensity_market"))
        .sort("carrier", "node")
    )


def part_figure(
    findings: Findings, done: Transfers, cell: str, column: str, month: str = YEAR
) -> View:
    """One part of a member's statement. [t CO2e]"""
    rows = in_month(done.ledgers.statements.filter(pl.col("cell") == cell), month)
    key = key_of("trace_part", *at(done), cell, column, month)
    return mass(findings, key, sum_of(rows, column), label("trace_part", column))


def sums_by_member(done: Transfers, month: str) -> pl.DataFrame:
    """Statements of a span, one row per member, the largest first; null where refused. [t]"""

    def known(column: str) -> pl.Expr:
        is_known = pl.col(column).null_count() == 0
        return pl.when(is_known).then(pl.col(column).sum()).alias(column)

    rows = in_month(done.ledgers.statements, month)
    sums = rows.group_by("cell").agg(known(column) for column in COLUMNS)
    return sums.sort(pl.col("own_t").abs(), "cell", descending=[True, False], nulls_last=True)


def statement_of_row(findings: Findings, done: Transfers, row: Row, month: str) -> View:
    """A row of `sums_by_member` as the API's record `CarbonStatement`."""
    cell = row["cell"]
    keys = {c: key_of("trace_part", *at(done), cell, c, month) for c in COLUMNS}
    return {
        "member_id": cell,
        "member": text(who(findings, cell)),
        **{
            c.removesuffix("_t"): mass(findings, keys[c], row[c], label("trace_part", c))
            for c in COLUMNS
        },
    }


def sum_figure(findings: Findings, done: Transfers, column: str, month: str = YEAR) -> View:
    """One part of all statements together. [t CO2e]"""
    value = sum_of(in_month(done.ledgers.statements, month), column)
    key = key_of("trace_sum", *at(done), column, month)
    return mass(findings, key, value, label("trace_part", column))


def links_of(whole: Ledgers, month: str) -> pl.DataFrame:
    """Transfers of a month or the year, one row per pair and carrier."""

    def known(column: str) -> pl.Expr:
        is_known = pl.col(column).null_count() == 0
        return pl.when(is_known).then(pl.col(column).sum()).alias(column)

    rows = in_month(whole.transfers, month)
    return (
        rows.group_by([*LINK, "amount_unit"])
        .agg(
            pl.col("amount").sum(), known("carried_t"), known("booked_t"),
            pl.col("record_id").explode().unique().sort(), pl.col("is_spread").any(),
        )
        .sort([*LINK])
    )  # fmt: skip


def link_figures(findings: Findings, done: Transfers, row: Row, month: str = YEAR) -> View:
    """What a transfer is: amount, carbon as traced and as booked, and how clean it is."""
    ends = (*(row[name] for name in LINK), month)
    name = slice_label(findings, "carrier", row["carrier"])
    unit = f"{findings.mass_unit}/{row['amount_unit']}"
    keys = {k: key_of("trace_link", *at(done), k, *ends) for k in ("carried_t", "booked_t")}
    amount = key_of("trace_link", *at(done), "amount", *ends)
    clean = key_of("trace_link", *at(done), "intensity", *ends)
    return {
        "amount": figure(amount, row["amount"], row["amount_unit"], name),
        "carbon": mass(findings, keys["carried_t"], row["carried_t"], name),
        "booked": mass(findings, keys["booked_t"], row["booked_t"], name),
        "intensity": figure(clean, intensity_of(row), unit, named("trace_intensity")),
    }


def node_figures(findings: Findings, done: Transfers, row: Row, month: str) -> View:
    """What flows through a member of a carrier in a span, and the intensity of its mix."""
    where = (*at(done), row["carrier"], row["node"], month)
    value = row["intensity_market"] if done.view == "market" else row["intensity"]
    unit = f"{findings.mass_unit}/{row['amount_unit']}"
    through = key_of("trace_node", "through", *where)
    return {
        "through": figure(
            through, row["through"], row["amount_unit"], named("trace_through")
        ),
        "intensity": figure(
            key_of("trace_node", "intensity", *where), value, unit, named("trace_intensity")
        ),
    }  # fmt: skip


def who(findings: Findings, cell: str) -> Text:
    """A member's name; the outside where it is the world."""
    return label("place_outside", cell) if cell == WORLD else slice_label(findings, "member", cell)
