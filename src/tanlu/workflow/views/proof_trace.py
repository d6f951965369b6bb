"""Proofs of carbon flow: statements open to transfers, transfers to mixes and records."""

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from tanlu.model.book import WORLD
from tanlu.report.findings import Findings
from tanlu.trace.formulas import FLOW_FORMULAS
from tanlu.trace.statement import PARTS
from tanlu.types import Text
from tanlu.workflow.trace_park import Transfers
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.proof_parts import formula_view, proof_of, record_view
from tanlu.workflow.views.trace import spread_note
from tanlu.workflow.views.trace_figures import (
    LINK,
    Row,
    in_month,
    link_figures,
    links_of,
    node_figures,
    nodes_in,
    part_figure,
    sum_figure,
)

_MOST = 50
_CLOSES = Text(
    "Transfers cancel: what remains with all members is the park's total (R2).",
    "转移量相互抵消：各成员留存之和等于园区合计 (R2)。",
)
_APART = Text(
    "Reported apart, never subtracted (R7).", "单列，不作扣减 (R7)。"
)  # fmt: skip
_MIXED = Text(
    "What a member passes on is the mean of what it bought, made and got (proportional sharing).",
    "成员转出的能源，其碳强度为其外购、自产与接收能源的加权平均（比例分摊）。",
)
_BOOKED = Text("As the inventory books it.", "按清单账面值。")


def _part(findings: Findings, done: Transfers, parts: list[str]) -> View:
    cell, column, month = parts[3:6]
    shown = part_figure(findings, done, cell, column, month)
    if column == "own_t":
        return _own(findings, done, cell, month)
    if column in _SIDES:
        links = [link for link in _links(findings, done, month) if _SIDES[column](link, cell)]
        notes = [text(_APART)] if column == "sent_out_t" else [text(_MIXED)]
        return proof_of(shown, parts=[link["carbon"] for link in links], notes=notes)
    return proof_of(
        shown, records=_records_of(findings, done, cell, column, month), notes=[text(_BOOKED)]
    )


_SIDES: Mapping[str, Callable[[View, str], bool]] = {
    "bought_t": lambda link, cell: link["to"] == cell and link["from"] == WORLD,
    "received_t": lambda link, cell: link["to"] == cell and link["from"] != WORLD,
    "given_t": lambda link, cell: link["from"] == cell and link["to"] != WORLD,
    "sent_out_t": lambda link, cell: link["from"] == cell and link["to"] == WORLD,
}


def _links(findings: Findings, done: Transfers, month: str) -> list[View]:
    return [
        {"from": row["from_cell"], "to": row["to_cell"],
         "carbon": link_figures(findings, done, row, month)["carbon"]}
        for row in links_of(done.ledgers, month).iter_rows(named=True)
    ]  # fmt: skip


def _own(findings: Findings, done: Transfers, cell: str, month: str) -> View:
    shown = [part_figure(findings, done, cell, name, month) for name in PARTS]
    names = ("direct", "bought", "received", "passed")
    values = {name: part["value"] for name, part in zip(names, shown, strict=True)}
    is_known = all(value is not None for value in values.values())
    formula = formula_view(FLOW_FORMULAS["remaining"], values) if is_known else None
    return proof_of(
        part_figure(findings, done, cell, "own_t", month), formula=formula, parts=shown,
        notes=[text(_CLOSES)],
    )  # fmt: skip


def _records_of(
    findings: Findings, done: Transfers, cell: str, column: str, month: str
) -> list[View]:
    lines = in_month(done.found.lines, month).with_columns(
        cell=pl.col("to_id").replace_strict(
            dict(done.ledgers.cells), default=None, return_dtype=pl.String
        )
    )
    mine = lines.filter(pl.col("cell") == cell)
    chosen = mine.filter(pl.col("table") != "flows") if column == "direct_t" else mine
    rows = chosen.select("table", "record_id").unique(maintain_order=True).head(_MOST)
    return [record_view(findings, table, record) for table, record in rows.iter_rows()]


def _sum(findings: Findings, done: Transfers, parts: list[str]) -> View:
    column, month = parts[3], parts[4]
    cells = done.ledgers.statements["cell"].unique().sort()
    shown = [part_figure(findings, done, cell, column, month) for cell in cells]
    notes = [_CLOSES] if column == "own_t" else [_APART] if column == "sent_out_t" else [_BOOKED]
    return proof_of(
        sum_figure(findings, done, column, month),
        parts=[part for part in shown if part["value"]],
        notes=[text(note) for note in notes],
    )


def _link(findings: Findings, done: Transfers, parts: list[str]) -> View:
    what, month = parts[3], parts[7]
    ends = dict(zip(LINK, parts[4:7], strict=True))
    rows = links_of(done.ledgers, month).filter(*(pl.col(k) == v for k, v in ends.items()))
    row = rows.row(0, named=True)
    shown = link_figures(findings, done, row, month)
    figure = {"carried_t": "carbon", "booked_t": "booked"}.get(what, what)
    records = [record_view(findings, "flows", name) for name in row["record_id"][:_MOST]]
    notes = [spread_note(month)] if row["is_spread"] else []
    beside: dict[str, list[View]] = {
        "amount": [],
        "booked_t": [],
        "carried_t": _mixes(findings, done, row, month),
        "intensity": [shown["carbon"], shown["amount"]],
    }
    notes = [*notes, _BOOKED] if what == "booked_t" else [*notes, _MIXED]
    return proof_of(
        shown[figure], parts=beside[what], records=records, formula=_link_formula(what, shown),
        notes=[text(note) for note in notes],
    )  # fmt: skip


def _link_formula(what: str, shown: View) -> View | None:
    carbon, amount, clean = (shown[name]["value"] for name in ("carbon", "amount", "intensity"))
    if clean is None:
        return None
    if what == "intensity":
        values = {"entering": carbon, "through": amount}
        return formula_view(FLOW_FORMULAS["node_intensity"], values)
    if what == "carried_t":
        return formula_view(FLOW_FORMULAS["carried"], {"intensity": clean, "energy": amount})
    return None


def _mixes(findings: Findings, done: Transfers, row: Row, month: str) -> list[View]:
    if row["from_cell"] == WORLD:
        return []
    cells = done.ledgers.cells
    nodes = nodes_in(done, month).filter(pl.col("carrier") == row["carrier"])
    lines = in_month(done.found.lines, month).filter(
        pl.col("record_id").is_in(row["record_id"]), pl.col("table") == "flows"
    )
    senders = [name for name in lines["from_id"].unique().sort() if cells.get(name)]
    return [
        node_figures(findings, done, node, month)["intensity"]
        for node in nodes.filter(pl.col("node").is_in(senders)).iter_rows(named=True)
    ][:_MOST]


def _node(findings: Findings, done: Transfers, parts: list[str]) -> View:
    what = parts[0]
    carrier, node, month = parts[4:7]
    nodes = nodes_in(done, month)
    row = nodes.filter(pl.col("carrier") == carrier, pl.col("node") == node).row(0, named=True)
    shown = node_figures(findings, done, row, month)
    lines = in_month(done.found.lines, month).filter(
        pl.col("table") == "flows", pl.col("carrier") == carrier,
        (pl.col("to_id") == node) | (pl.col("from_id") == node),
    )  # fmt: skip
    names = lines["record_id"].unique(maintain_order=True).head(_MOST)
    return proof_of(
        shown[what], records=[record_view(findings, "flows", name) for name in names],
        formula=_node_formula(what, shown), notes=[text(_MIXED)],
    )  # fmt: skip


def _node_formula(what: str, shown: Mapping[str, Any]) -> View | None:
    clean, through = shown["intensity"]["value"], shown["through"]["value"]
    if what != "intensity" or clean is None:
        return None
    values = {"entering": clean * through, "through": through}
    return formula_view(FLOW_FORMULAS["node_intensity"], values)


TRACED: Mapping[str, Callable[[Findings, Transfers, list[str]], View]] = {
    "trace_part": _part,
    "trace_sum": _sum,
    "trace_link": _link,
    "trace_node": _node,
}
"""Kind of figure to the function that proves it, of a traced span."""
