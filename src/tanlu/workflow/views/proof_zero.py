"""Proofs of zero-carbon figures: the steps that lead to them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tanlu.account.formulas import FORMULAS
from tanlu.model.zero_carbon import Limit
from tanlu.model.zero_carbon_result import Assessment, Found, Span, Step
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
    step = _cut_step(found, parts[2:]) or _step_of(steps, views, shown)
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
    # only a step that gives this very figure proves it; a difference has no formula of its own
    same = [
        step
        for step, view in zip(steps, views, strict=True)
        if all(view["result"][part] == shown[part] for part in ("unit", "value", "lower", "upper"))
    ]
    return same[-1] if same else None


def _cut_step(found: Assessment, parts: list[str]) -> Step | None:
    """What is to be cut, as a step: of a whole basis, or of one of its parts."""
    core = next(each for each in found.found if each.rule.measure == "core")
    bases = {core.rule.code: found.bases[0], **{b.code: b for b in found.bases}}
    basis = bases.get(parts[0])
    if basis is None or basis.co2_t is None or basis.energy is None:
        return None
    if parts[1] == "gap" and parts[-1] == "closes":
        gaps = core.gaps if parts[0] == core.rule.code else basis.gaps
        return _cut(basis.label, basis.co2_t, basis.energy, gaps[int(parts[2])].limit, core)
    if parts[1] == "driver" and parts[-1] == "excess":
        part = next(d.part for d in core.drivers if d.part.code == parts[2])
        return _cut(part.label, part.co2_t, part.energy, core.gaps[0].limit, core)
    return None


def _cut(label: Text, co2_t: float, energy: Span, limit: Limit, core: Found) -> Step:
    low, high = (
        {"co2": co2_t, "limit": limit.value, "used": used} for used in (energy.low, energy.high)
    )
    return Step(label, FORMULAS["co2_to_cut"], low, high, core.rule.cite)


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
