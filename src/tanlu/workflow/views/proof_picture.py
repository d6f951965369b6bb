"""Proofs of what only a picture of carbon flow has: bands, sources, how a span closes."""

from collections.abc import Callable, Mapping

import polars as pl

from tanlu.model.book import WORLD
from tanlu.report.findings import Findings
from tanlu.trace.picture import Band
from tanlu.types import Text
from tanlu.workflow.trace_bands import emitted, picture
from tanlu.workflow.trace_park import Transfers
from tanlu.workflow.trace_span import Span, lines_in, span_of
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.proof_parts import proof_of, record_view
from tanlu.workflow.views.trace import spread_note
from tanlu.workflow.views.trace_figures import sum_figure
from tanlu.workflow.views.trace_picture import (
    band_figure,
    close_figure,
    emitted_figure,
    entered_figure,
)

_MOST = 50
_LARGEST = Text("The {n} largest of {all} parts.", "共 {all} 项，列出最大的 {n} 项。")
_ENTERED = Text(
    "What members emit themselves and what comes with energy from outside, record by record.",
    "各成员直接排放与外购能源携带的碳，逐条记录相加。",
)
_CLOSES = Text(
    "(Remains with all members − entered) / entered; rounding of the computer alone.",
    "（各成员留存之和 − 流入）/ 流入，仅余计算机舍入。",
)
_YEAR = Text("Of a year, what entered is the park's inventory (R2).",
             "全年流入量即园区清单合计 (R2)。")  # fmt: skip


def _span(parts: list[str]) -> Span:
    return span_of(parts[-1], int(parts[0]))


def _band(findings: Findings, done: Transfers, parts: list[str]) -> View:
    start, end, carrier, most = parts[3:7]
    span = _span(parts)
    drawn = picture(done, span, int(most))
    band = next(
        b for b in drawn.bands if (b.start, b.end, b.carrier) == (start, end, carrier)
    )  # fmt: skip
    inner = sorted(_ends(band), key=lambda b: -b.carbon_t)
    shown = [band_figure(findings, done, span, int(most), one) for one in inner[:_MOST]]
    told = _LARGEST.fill(n=len(shown), all=len(inner))
    return proof_of(
        band_figure(findings, done, span, int(most), band), parts=shown, notes=[text(told)]
    )


def _ends(band: Band) -> list[Band]:
    return [one for part in band.parts for one in _ends(part)] or [band]


def _emitted(findings: Findings, done: Transfers, parts: list[str]) -> View:
    cell, carrier = parts[3:5]
    span = _span(parts)
    rows = emitted(done, span).filter(pl.col("cell") == cell, pl.col("carrier") == carrier)
    shown = emitted_figure(findings, done, (cell, carrier), span, rows.row(0)[2])
    nodes = [node for node, of in done.ledgers.cells.items() if of == cell]
    lines = lines_in(done, span).filter(
        pl.col("table") != "flows", pl.col("carrier") == carrier, pl.col("to_id").is_in(nodes)
    )
    names = lines.select("table", "record_id").unique(maintain_order=True).head(_MOST)
    notes = [text(spread_note(span.key))] if lines["is_spread"].any() else []
    return proof_of(
        shown, records=[record_view(findings, *row) for row in names.iter_rows()], notes=notes
    )


def _entered(findings: Findings, done: Transfers, parts: list[str]) -> View:
    span = _span(parts)
    lines = lines_in(done, span).filter(
        (pl.col("table") != "flows") | (pl.col("from_id") == WORLD)
    )  # fmt: skip
    largest = lines.sort("co2_t", descending=True).select("table", "record_id")
    names = largest.unique(maintain_order=True).head(_MOST)
    told = _LARGEST.fill(n=len(names), all=lines["record_id"].n_unique())
    sums = [sum_figure(findings, done, name, span.key) for name in ("direct_t", "bought_t")]
    return proof_of(
        entered_figure(findings, done, span), parts=sums,
        records=[record_view(findings, *row) for row in names.iter_rows()],
        notes=[text(_ENTERED), text(told)],
    )  # fmt: skip


def _close(findings: Findings, done: Transfers, parts: list[str]) -> View:
    span = _span(parts)
    notes = [_CLOSES, _YEAR] if span.kind == "year" else [_CLOSES]
    shown = [
        sum_figure(findings, done, "own_t", span.key), entered_figure(findings, done, span),
    ]  # fmt: skip
    return proof_of(
        close_figure(findings, done, span), parts=shown, notes=[text(note) for note in notes]
    )


PICTURED: Mapping[str, Callable[[Findings, Transfers, list[str]], View]] = {
    "trace_band": _band,
    "trace_emitted": _emitted,
    "trace_entered": _entered,
    "trace_close": _close,
}
"""Kind of figure to the function that proves it, of a traced span."""
