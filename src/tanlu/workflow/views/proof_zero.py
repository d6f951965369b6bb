"""Proofs of zero-carbon figures: the steps that lead to them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tanlu.model.zero_carbon_result import Assessment, Step
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.views.figure import View, key_of, text
from tanlu.workflow.views.proof_parts import proof_of
from tanlu.workflow.views.zero_carbon import zero_view
from tanlu.workflow.zero_carbon import zero_carbon


def _zero(findings: Findings, parts: list[str]) -> View:
    set_id, year, group = parts[0], int(parts[1]), parts[2]
    found = zero_carbon(findings.book, findings.ledger, findings.catalog, set_id, year)
    view = zero_view(found, findings.catalog)
    shown = next(f for f in _figures(view) if f["key"] == key_of("zero", *parts))
    steps, views = _steps(found, group), _step_views(view, group)
    step = _step_of(steps, views, shown)
    return proof_of(
        shown,
        formula=_formula(step) if step else None,
        parts=[v["result"] for v in views if v["result"]["key"] != shown["key"]],
        notes=[text(_WAY), *_group(view, group)["notes"]],
    )


_WAY = Text(
    "Every step of the way is below, each with its formula.", "下列为各计算步骤，均附公式。"
)


def _steps(found: Assessment, group: str) -> tuple[Step, ...]:
    by_basis = {basis.code: basis.steps for basis in found.bases}
    by_rule = {each.rule.code: each.measured.steps for each in found.found}
    return {**by_basis, **by_rule}[group]


def _group(view: View, group: str) -> View:
    found: View = next(g for g in (*view["bases"], *view["indicators"]) if g["code"] == group)
    return found


def _step_views(view: View, group: str) -> list[View]:
    views: list[View] = _group(view, group)["steps"]
    return views


def _step_of(steps: tuple[Step, ...], views: list[View], shown: View) -> Step | None:
    # a step's own figure shows its formula; what follows from all steps shows the last one's
    keys = [v["result"]["key"] for v in views]
    if shown["key"] in keys:
        return steps[keys.index(shown["key"])]
    same = [s for s in steps if s.formula.unit == shown["unit"]]
    return same[-1] if same else None


def _formula(step: Step) -> View:
    formula = step.formula
    return {
        "code": formula.code,
        "text": formula.text(),
        "latex": formula.latex(),
        "numbers": " … ".join(step.numbers),
        "citation": formula.cite,
        "symbols": {s.letter: text(s.label) for s in formula.symbols.values()},
    }


def _figures(value: Any) -> Iterator[View]:  # noqa: ANN401 - walks whatever the view holds
    if isinstance(value, dict):
        if {"key", "value", "unit"} <= set(value):
            yield value
        for inner in value.values():
            yield from _figures(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _figures(inner)


HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {"zero": _zero}
"""Kind of figure to the function that proves it."""
