"""Proofs of numbers of a comparison of two methods."""

from collections.abc import Callable, Mapping

import polars as pl

from tanlu.account.side_by_side import SENT_OUT
from tanlu.account.side_by_side_words import sentence
from tanlu.model.side_by_side import Pair, Part
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.methods import Compared, compare_methods
from tanlu.workflow.views.catalog import resolved_view
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.methods import figure_at, pair_at
from tanlu.workflow.views.proof_parts import proof_of, record_view

_MOST_RECORDS = 50
_SHARED = Text(
    "What several changes make together is shared by the mean over all orders of making them.",
    "多个差异共同造成的部分，按所有先后次序的平均值分摊。",
)


def _method(findings: Findings, parts: list[str]) -> View:
    first, second, year, member, *where = parts
    compared = compare_methods(findings.book, findings.catalog, (first, second), int(year), member)
    shown = figure_at(findings, compared, *where)
    return proof_of(shown, **_PARTS[where[0]](findings, compared, tuple(where)))


def _total(findings: Findings, compared: Compared, where: tuple[str, ...]) -> View:
    side = where[0]
    figures = [
        figure_at(findings, compared, "stream", p.scope, p.stream, p.carrier, side)
        for p in compared.result.pairs
        if (p.first_t if side == "first" else p.second_t) is not None
    ]
    return {"parts": figures, "notes": [text(_note(compared, side))]}


def _note(compared: Compared, side: str) -> Text:
    method = compared.sides[0 if side == "first" else 1].method
    return Text(f"{method.note.en} [{method.cite}]", f"{method.note.zh} [{method.cite}]")


def _difference(findings: Findings, compared: Compared, _: tuple[str, ...]) -> View:
    causes = [figure_at(findings, compared, "cause", c) for c in compared.result.by_cause]
    return {"parts": causes, "notes": [text(_SHARED)]}


def _cause(findings: Findings, compared: Compared, where: tuple[str, ...]) -> View:
    parts = compared.result.parts
    own = [n for n, part in enumerate(parts) if part.cause == where[1]]
    return {"parts": [figure_at(findings, compared, "part", n) for n in own]}


def _part(findings: Findings, compared: Compared, where: tuple[str, ...]) -> View:
    part = compared.result.parts[int(where[1])]
    told = text(sentence(part, compared.result, findings.catalog))
    return {"factors": _factors(findings, part), "notes": [told, text(_SHARED)]}


def _factors(findings: Findings, part: Part) -> list[View]:
    taken = (part.first, *part.inputs[0], part.second, *part.inputs[1])
    return [resolved_view(findings.catalog, resolved) for resolved in taken if resolved]


def _stream(findings: Findings, compared: Compared, where: tuple[str, ...]) -> View:
    pair, side = pair_at(compared, where), where[4]
    if side == "difference":
        own = [n for n, part in enumerate(compared.result.parts) if part in pair.parts]
        return {"parts": [figure_at(findings, compared, "part", n) for n in own]}
    counted = compared.sides[0 if side == "first" else 1]
    lines = counted.inventory.exported if pair.stream == SENT_OUT else counted.inventory.entering
    rows = lines.filter(_is_of(pair))
    choices = [counted.choice(c) for c in rows["choice"].unique().sort()]
    factors = {r.factor.factor_id: r for c in choices for r in c.factors.values()}
    named = rows.select("table", "record_id").unique(maintain_order=True).head(_MOST_RECORDS)
    return {
        "factors": [resolved_view(findings.catalog, r) for r in factors.values()],
        "records": [record_view(findings, *row) for row in named.iter_rows()],
    }


def _is_of(pair: Pair) -> pl.Expr:
    stream = "purchased" if pair.stream == SENT_OUT else pair.stream
    same_scope, same_stream = pl.col("scope") == pair.scope, pl.col("stream") == stream
    return same_scope & same_stream & (pl.col("carrier") == pair.carrier)


_PARTS: Mapping[str, Callable[[Findings, Compared, tuple[str, ...]], View]] = {
    "first": _total,
    "second": _total,
    "difference": _difference,
    "cause": _cause,
    "part": _part,
    "stream": _stream,
}

HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {"method": _method}
"""Kind of figure to the function that proves it."""
