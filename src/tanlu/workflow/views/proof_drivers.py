"""Proofs of drivers, projections and published figures."""

from collections.abc import Callable, Mapping

from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.views.drivers import drivers_view
from tanlu.workflow.views.figure import View, figure, key_of, named, text
from tanlu.workflow.views.inventory import slice_label
from tanlu.workflow.views.pathway import pathway_view
from tanlu.workflow.views.proof_parts import (
    facts_at,
    proof_of,
    record_view,
    total_figure,
)
from tanlu.workflow.views.series import series_view


def _published(findings: Findings, parts: list[str]) -> View:
    compared = next(c for c in findings.comparisons.values() if c.record_id == parts[0])
    finding = series_view(findings, "")["comparison"]
    return proof_of(
        figure(key_of("published", *parts), compared.published_t, "t CO2", named("published")),
        records=[record_view(findings, "published", parts[0])],
        notes=[finding],
    )


_LMDI = Text(
    "Σ over carriers of L(C₁, C₀) · ln(x₁ / x₀), L(a, b) = (b − a) / ln(b / a); Ang 2015, LMDI-I.",
    "各能源 L(C₁, C₀) · ln(x₁ / x₀) 之和，L(a, b) = (b − a) / ln(b / a)；Ang 2015，LMDI-I。",
)


def _step(findings: Findings, parts: list[str]) -> View:
    years = (int(parts[0]), int(parts[1]))
    steps = drivers_view(findings)["steps"]
    found: View = next(s for s in steps if (s["from_year"], s["to_year"]) == years)
    return found


def _change(findings: Findings, parts: list[str]) -> View:
    step = _step(findings, parts)
    return proof_of(step["total"], parts=[e["co2_t"] for e in step["effects"]], notes=[text(_LMDI)])


def _effect(findings: Findings, parts: list[str]) -> View:
    step = next(s for s in findings.steps if [s.start, s.end] == parts[:2])
    shown = next(e["co2_t"] for e in _step(findings, parts)["effects"] if e["code"] == parts[2])
    by_carrier = [
        Text(
            f"{slice_label(findings, 'carrier', c).en}: {effects[parts[2]]:,.1f} t",
            f"{slice_label(findings, 'carrier', c).zh}：{effects[parts[2]]:,.1f} t",
        )
        for c, effects in step.by_category.items()
    ]
    return proof_of(shown, notes=[text(note) for note in (_LMDI, *by_carrier)])


def _carrier_effect(findings: Findings, parts: list[str]) -> View:
    effects = _step(findings, parts)["by_carrier"]
    shown = next(e["co2_t"] for e in effects if e["code"] == parts[2])
    return proof_of(shown, notes=[text(_LMDI)])


def _endpoint(findings: Findings, parts: list[str]) -> View:
    step = _step(findings, parts)
    basis = drivers_view(findings)["basis"]
    year = parts[0] if parts[2] == "start" else parts[1]
    member = findings.book.park.park_id
    facts = facts_at(findings, year, member)
    total = total_figure(findings, facts, member)
    return proof_of(step[parts[2]], parts=[total], notes=[basis])


def _assumed(stated: View) -> Text:
    name = f"{stated['branch']} {stated['quantity']} {stated['year']}"
    value = f"{stated['value']:g} {stated['unit']}"
    return Text(f"{name}: {value} ({stated['cite']})", f"{name}：{value}（{stated['cite']}）")


def _projected(findings: Findings, parts: list[str]) -> View:
    scenario_id, year = parts[0], int(parts[1])
    view = next(s for s in pathway_view(findings)["scenarios"] if s["scenario_id"] == scenario_id)
    point = next(p for p in view["points"] if p["year"] == year)
    said = [_assumed(a) for a in view["assumptions"]]
    rule = Text(
        "Σ over branches of output × intensity × share × factor.",
        "各分支 产值 × 能耗强度 × 占比 × 因子 之和。",
    )
    shown = figure(key_of("projected", *parts), point["co2_t"], "t CO2", named("projected"))
    return proof_of(shown, notes=[text(note) for note in (rule, *said)])


HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {
    "published": _published,
    "change": _change,
    "effect": _effect,
    "carrier_effect": _carrier_effect,
    "endpoint": _endpoint,
    "projected": _projected,
}
"""Kind of figure to the function that proves it."""
