"""Proofs of emissions: totals, slices, lines, what cancels and what leaves."""

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from tanlu.account.formulas import AMOUNTS, FORMULAS
from tanlu.account.slices import UNSTATED
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.uncertainty import total_worth
from tanlu.workflow.views.catalog import resolved_view
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.inventory import inventory_view, line_rows
from tanlu.workflow.views.proof_measured import notes_of, parts_of_line, records_of
from tanlu.workflow.views.proof_parts import (
    cut_of,
    formula_view,
    line_figure,
    proof_of,
)
from tanlu.workflow.views.uncertainty_words import worth_note


def _total(findings: Findings, parts: list[str]) -> View:
    view = inventory_view(findings, cut_of(findings, parts))
    scopes = {s["code"]: s["co2_t"]["value"] for s in view["by_scope"]}
    values = {"scope1": scopes.get("1", 0.0), "scope2": scopes.get("2", 0.0)}
    shown = [s["co2_t"] for s in view["by_scope"]]
    return proof_of(
        view["total"],
        formula=formula_view(FORMULAS["total_co2"], values),
        parts=[*shown, view["elimination"]] if view["elimination"]["value"] else shown,
        notes=_worth(findings, parts),
    )


def _worth(findings: Findings, parts: list[str]) -> list[View]:
    # how far the total may be off, or why no interval stands beside it (R13)
    worth = total_worth(findings, cut_of(findings, parts))
    return [text(worth_note(worth))] if worth else []


def _slice(findings: Findings, parts: list[str]) -> View:
    inventory = cut_of(findings, parts)
    column, code = parts[3], parts[4]
    view = inventory_view(findings, inventory)
    shown = next(s["co2_t"] for s in view[_SLICES.get(column, f"by_{column}")] if s["code"] == code)
    name = pl.col("cell" if column == "member" else column).cast(pl.String).fill_null(UNSTATED)
    taken = [line_figure(findings, row) for row in line_rows(inventory.lines.filter(name == code))]
    cancelled = inventory.internal.filter(name == code) if column != "member" else pl.DataFrame()
    notes = [_CANCELLED] if len(cancelled) else []
    return proof_of(shown, parts=taken, notes=[text(note) for note in notes])


_SLICES = {"quality": "quality"}
_CANCELLED = Text(
    "Less supply among members, which cancels (R2).", "已扣除成员间供能，相互抵消 (R2)。"
)


def _line(findings: Findings, parts: list[str]) -> View:
    rows = findings.ledger.lines.filter(pl.col("line_id") == parts[0])
    row = next(rows.iter_rows(named=True))
    choice = findings.ledger.choices[row["choice"]]
    formula = FORMULAS[choice.formula]
    values = {name: resolved.value for name, resolved in choice.factors.items()}
    inputs = {n: row["amount"] if n in AMOUNTS else values[n] for n in formula.symbols}
    return proof_of(
        line_figure(findings, row),
        formula=formula_view(formula, inputs),
        factors=[resolved_view(findings.catalog, r) for r in choice.factors.values()],
        parts=parts_of_line(findings, row),
        records=records_of(findings, row),
        notes=_conversion(row, values) + _warming(row, choice.gwp, findings) + notes_of(row),
    )


def _conversion(row: Mapping[str, Any], values: Mapping[str, float]) -> list[View]:
    if row["written_unit"] == row["amount_unit"] or "coal_equivalent" not in values:
        return []
    coal = {"energy": row["written_amount"], "coefficient": values["coal_equivalent"]}
    numbers = FORMULAS["amount_of_coal_equivalent"].numbers(coal)
    result = f"{row['amount']:.10g} {row['amount_unit']}"
    return [
        text(
            Text(
                f"Amount from coal equivalent: {numbers} = {result}.",
                f"由标煤折算实物量：{numbers} = {result}。",
            )
        )
    ]


def _warming(row: Mapping[str, Any], gwp: float, findings: Findings) -> list[View]:
    if row["gas"] == "co2":
        return []
    name = findings.ledger.gwp_set
    said = f"{row['gas_t']:.10g} t × {gwp:g} ({name})"
    return [
        text(Text(f"Mass of gas times warming potential: {said}.", f"气体质量 × GWP：{said}。"))
    ]


def _elimination(findings: Findings, parts: list[str]) -> View:
    inventory = cut_of(findings, parts)
    view = inventory_view(findings, inventory)
    return proof_of(
        view["elimination"],
        parts=[line_figure(findings, row) for row in line_rows(inventory.internal)],
        notes=[text(_CANCELLED)],
    )


def _exported(findings: Findings, parts: list[str]) -> View:
    inventory = cut_of(findings, parts)
    view = inventory_view(findings, inventory)
    note = Text(
        "Energy sent out is reported apart, never subtracted here (R7).",
        "向外输出的能源单列，不在此扣减 (R7)。",
    )
    lines = [line_figure(findings, row) for row in line_rows(inventory.exported)]
    return proof_of(view["exported"], parts=lines, notes=[text(note)])


HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {
    "total": _total,
    "slice": _slice,
    "line": _line,
    "elimination": _elimination,
    "exported": _exported,
}
"""Kind of figure to the function that proves it."""
