"""Proofs of a network: branches, sources, and shares of sources at a node."""

from collections.abc import Callable, Mapping

import polars as pl

from tanlu.report.findings import Findings
from tanlu.trace.park_shares import OUTSIDE, OWN
from tanlu.types import Text
from tanlu.workflow.trace_day import share_figure
from tanlu.workflow.trace_map import branch_figures, branches, source_figures
from tanlu.workflow.trace_park import Transfers
from tanlu.workflow.trace_span import lines_in, span_of
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.proof_parts import proof_of, record_view
from tanlu.workflow.views.trace import spread_note

_MOST = 50
_SHARED = Text(
    "Proportional sharing: what leaves a node has the sources of what entered it, in the same "
    "parts; hours are weighted by what flows through the node. Records: what this class gave.",
    "比例分摊：流出节点的能量与流入的来源构成一致；各小时按节点通过量加权。记录为该类来源的供给。",
)


def _branch(findings: Findings, done: Transfers, parts: list[str]) -> View:
    what, start, end, carrier, at = parts[3:8]
    span = span_of(at, int(parts[0]))
    rows = branches(done, span, carrier).filter(
        pl.col("from_id") == start, pl.col("to_id") == end
    )  # fmt: skip
    shown = branch_figures(findings, done, span, carrier, rows.row(0, named=True))
    lines = lines_in(done, span).filter(
        pl.col("table") == "flows", pl.col("carrier") == carrier, pl.col("from_id") == start,
        pl.col("to_id") == end,
    )  # fmt: skip
    beside = [shown["amount"]] if what == "carbon" else []
    return _records(findings, shown[what], lines, at, beside)


def _records(
    findings: Findings, shown: View, lines: pl.DataFrame, at: str, beside: list[View]
) -> View:
    names = lines["record_id"].unique(maintain_order=True).head(_MOST)
    notes = [text(spread_note(at))] if lines["is_spread"].any() else []
    return proof_of(
        shown, parts=beside, records=[record_view(findings, "flows", name) for name in names],
        notes=notes,
    )  # fmt: skip


def _source(findings: Findings, done: Transfers, parts: list[str]) -> View:
    what, carrier, node, at = parts[3:7]
    span = span_of(at, int(parts[0]))
    given = branches(done, span, carrier).filter(pl.col("from_id") == node)
    shown = source_figures(findings, done, span, (carrier, node), given)[what]
    sides = ("carbon", "amount") if what == "intensity" else ("amount",)
    found = [
        branch_figures(findings, done, span, carrier, row)[side]
        for row in given.head(_MOST).iter_rows(named=True)
        for side in sides
    ]
    return proof_of(shown, parts=found)


def _share(findings: Findings, done: Transfers, parts: list[str]) -> View:
    carrier, node, kind, at = parts[3:7]
    shown = share_figure(done, span_of(at, int(parts[0])), (carrier, node, kind))
    lines = done.found.lines.filter(pl.col("table") == "flows", pl.col("carrier") == carrier)
    of_kind = (
        pl.col("from_id") == "world" if kind == OUTSIDE
        else pl.col("origin").is_null() if kind == OWN
        else (pl.col("origin") == kind) & (pl.col("from_id") != "world")
    )  # fmt: skip
    found = _records(findings, shown, lines.filter(of_kind), at, [])
    return {**found, "notes": [text(_SHARED), *found["notes"]]}


MAPPED: Mapping[str, Callable[[Findings, Transfers, list[str]], View]] = {
    "trace_branch": _branch,
    "trace_source": _source,
    "trace_share": _share,
}
"""Kind of figure to the function that proves it, of a traced span."""
