"""Proofs of what only a monthly statement has: energy in and out, and records of a month."""

from collections.abc import Callable, Mapping

import polars as pl

from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.trace_park import Transfers
from tanlu.workflow.trace_span import lines_in, span_of
from tanlu.workflow.trace_statement import balance_of, record_figure
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.proof_parts import proof_of, record_view
from tanlu.workflow.views.trace import spread_note
from tanlu.workflow.views.trace_figures import link_figures, links_of

_KEPT = Text(
    "What came in less what went out. Own use and losses are told apart only by a meter between "
    "them; below nothing, the member made the difference itself.",
    "输入减输出。自用与损耗须有分表才能区分；为负表示差额由该成员自产。",
)


def _balance(findings: Findings, done: Transfers, parts: list[str]) -> View:
    side, cell, carrier, month = parts[3:7]
    span = span_of(month, int(parts[0]))
    shown = balance_of(done, [side, cell, carrier], span)
    rows = links_of(done.ledgers, month).filter(pl.col("carrier") == carrier)
    if side == "kept":
        sides = [
            balance_of(done, [one, cell, carrier], span) for one in ("in", "out")
        ]  # fmt: skip
        return proof_of(shown, parts=sides, notes=[text(_KEPT)])
    chosen = rows.filter(pl.col("to_cell" if side == "in" else "from_cell") == cell)
    found = [
        link_figures(findings, done, row, month)["amount"] for row in chosen.iter_rows(named=True)
    ]
    return proof_of(shown, parts=found)


def _record(findings: Findings, done: Transfers, parts: list[str]) -> View:
    record, month = parts[3:5]
    span = span_of(month, int(parts[0]))
    lines = lines_in(done, span).filter(pl.col("record_id") == record)
    row = lines.row(0, named=True)
    shown = record_figure(done, record, span, row["amount"], row["amount_unit"])
    notes = [text(spread_note(month))] if row["is_spread"] else []
    return proof_of(shown, records=[record_view(findings, row["table"], record)], notes=notes)


STATED: Mapping[str, Callable[[Findings, Transfers, list[str]], View]] = {
    "trace_balance": _balance,
    "trace_record": _record,
}
"""Kind of figure to the function that proves it, of a traced span."""
