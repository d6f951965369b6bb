"""Proofs of completeness, of what is missing, and of data-quality grades."""

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from tanlu.account.cut import cut
from tanlu.account.formulas import FORMULAS
from tanlu.account.quality.grade import ACTIVITY, grades_of
from tanlu.account.quality.total import missing_of
from tanlu.catalog.expectations import quality_scheme
from tanlu.model.expected import Criterion
from tanlu.model.label import label
from tanlu.model.quality import Completeness, Gap, Grades
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.views.catalog import resolved_view
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.proof_parts import formula_view, proof_of, record_view
from tanlu.workflow.views.quality import (
    complete,
    completeness_figure,
    gap_figure,
    gap_name,
    grade_figure,
    graded,
    line_grade_figure,
    lines_of,
    missing_figure,
    tonnes_figure,
)

_MOST = 40
_ESTIMATE = Text(
    "An estimate of what records would add; it is never part of a total.",
    "仅为补齐记录后可能增加量的估计，不计入任何合计。",
)
_SUMMED = Text("Only gaps that can be valued are summed.", "仅汇总可估值的缺失。")


def _found(findings: Findings, parts: list[str]) -> Completeness:
    inventory = cut(findings.ledger, year=int(parts[0]), member_id=parts[1])
    return complete(findings, inventory)


def _completeness(findings: Findings, parts: list[str]) -> View:
    found = _found(findings, parts)
    values = {
        "covered_days": float(found.covered_days),
        "expected_days": float(found.expected_days),
    }
    notes = [
        Text(f"{c.code} · {c.member_id}: {c.covered_days} / {c.expected_days} d",
             f"{c.code} · {c.member_id}：{c.covered_days} / {c.expected_days} 天")
        for c in found.cells[:_MOST]
    ]  # fmt: skip
    return proof_of(
        completeness_figure(found),
        formula=formula_view(FORMULAS["completeness_score"], values),
        notes=[text(note) for note in notes],
    )


def _tonnes(findings: Findings, parts: list[str]) -> View:
    found = _found(findings, parts)
    missing = missing_of(found)
    values = {"booked": found.present_t, "missing_tonnes": missing[1] if missing else 0.0}
    return proof_of(
        tonnes_figure(found),
        formula=formula_view(FORMULAS["tonnes_score"], values),
        parts=[missing_figure(found)],
        notes=[text(_ESTIMATE)],
    )


def _missing(findings: Findings, parts: list[str]) -> View:
    found = _found(findings, parts)
    return proof_of(
        missing_figure(found),
        parts=[gap_figure(findings, found, gap) for gap in found.valued[:_MOST]],
        notes=[text(_ESTIMATE), text(_SUMMED)],
    )


def _gap(findings: Findings, parts: list[str]) -> View:
    found = _found(findings, parts)
    gap = next(g for g in found.gaps if f"{g.cell.code}@{g.cell.member_id}" == parts[2])
    rate = None if gap.mid_t is None else gap.mid_t / gap.cell.missing_days
    values = {"daily": rate or 0.0, "missing_days": float(gap.cell.missing_days)}
    return proof_of(
        gap_figure(findings, found, gap),
        formula=None if rate is None else formula_view(FORMULAS["gap_value"], values),
        notes=[text(_basis(findings, gap)), text(_ESTIMATE)],
    )


def _basis(findings: Findings, gap: Gap) -> Text:
    said = Text("{stream}: {basis}; samples: {n}.", "{stream}：{basis}；样本数 {n}。")
    return said.fill(stream=gap_name(findings, gap), basis=label("basis", gap.basis), n=gap.samples)


def _grade(findings: Findings, parts: list[str]) -> View:
    inventory, grades = graded(findings, int(parts[0]), parts[1])
    rows = lines_of(grades, inventory)
    entering = grades.lines.join(inventory.entering.select("line_id"), on="line_id")
    weight = entering["co2_t"].abs()
    values = {
        "graded": float((entering["grade"] * weight).sum()), "graded_tonnes": float(weight.sum()),
    }  # fmt: skip
    return proof_of(
        grade_figure(inventory, grades),
        formula=formula_view(FORMULAS["weighted_grade"], values),
        parts=[line_grade_figure(findings, row) for row in rows[:_MOST]],
        notes=[text(grades.scheme.note)],
    )


def _line_grade(findings: Findings, parts: list[str]) -> View:
    lines = findings.ledger.lines.filter(pl.col("line_id") == parts[0])
    line = next(lines.iter_rows(named=True))
    # drawn at the lowest level, so that lines that cancel higher up are there too
    inventory = cut(findings.ledger, year=line["year"], boundary="facility")
    grades = grades_of(inventory, findings.book, quality_scheme())
    row = next(grades.lines.filter(pl.col("line_id") == parts[0]).iter_rows(named=True))
    values = {"record_grade": row["activity"], "factors_grade": row["factor"]}
    choice = findings.ledger.choices[line["choice"]]
    return proof_of(
        line_grade_figure(findings, row),
        formula=formula_view(FORMULAS["line_grade"], values) if row["factor"] else None,
        factors=[resolved_view(findings.catalog, r) for r in choice.factors.values()],
        records=[record_view(findings, line["table"], line["record_id"])],
        notes=[text(note) for note in _reasons(row, grades)],
    )


def _reasons(row: Mapping[str, Any], grades: Grades) -> list[Text]:
    scheme = grades.scheme
    record = Text("record", "活动数据")
    found = [_reason(record, scheme.activity[name], row[name]) for name in ACTIVITY]
    for factor in grades.factors.get(row["choice"], ()):
        name = Text(factor.factor_id, factor.factor_id)
        found += [_reason(name, scheme.factor[c], score) for c, score in factor.scores.items()]
    return found


def _reason(side: Text, criterion: Criterion, score: int) -> Text:
    said = Text("{criterion} of {side}: {score}, {why}.", "{side}·{criterion}：{score} 级，{why}。")
    why = criterion.levels[score].says
    return said.fill(criterion=criterion.label, side=side, score=score, why=why)


HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {
    "completeness": _completeness,
    "completeness_tonnes": _tonnes,
    "missing": _missing,
    "gap": _gap,
    "grade": _grade,
    "line_grade": _line_grade,
}
"""Kind of figure to the function that proves it."""
