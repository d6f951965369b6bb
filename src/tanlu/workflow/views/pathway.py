"""Scenarios for the API: points with fan, peak, targets, assumptions."""

from tanlu.model.pathway import Assumed, Gap, Projection
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.findings_record import point_record
from tanlu.workflow.views.figure import View, figure, key_of, named, text
from tanlu.workflow.views.inventory import slice_label

_PEAK = Text("Emissions peak in {year}.", "{year} 年达峰。")
_RISING = Text(
    "No peak in the span: emissions still rise in {year}, its last year.",
    "期内未达峰：至末年 {year} 仍在上升。",
)
_NO_SCENARIO = Text("No scenario is written down yet.", "尚未建立情景。")


def pathway_view(findings: Findings) -> View:
    """All scenarios as the API's record `Pathway`."""
    return {
        "park_id": findings.book.park.park_id,
        "version": findings.version,
        "base_year": findings.base.year if findings.base else 0,
        "scenarios": [_scenario(findings, p) for p in findings.projections],
        "finding": text(_finding(findings)),
    }


def _finding(findings: Findings) -> Text:
    if not findings.projections:
        return _NO_SCENARIO
    said = [(p.scenario.label, peak_note(p)) for p in findings.projections]
    return Text(
        " ".join(f"{name.en}: {note.en}" for name, note in said),
        "".join(f"{name.zh}：{note.zh}" for name, note in said),
    )


def peak_note(projection: Projection) -> Text:
    """When the scenario peaks, or that it does not."""
    note = _PEAK if projection.peak.is_inside else _RISING
    return note.fill(year=projection.peak.year)


def _scenario(findings: Findings, projection: Projection) -> View:
    scenario, peak = projection.scenario, projection.peak
    return {
        "scenario_id": scenario.scenario_id,
        "label": text(scenario.label),
        "over_id": scenario.over_id,
        "points": [point_record(p) for p in projection.points],
        "branch_labels": {
            c: text(slice_label(findings, "carrier", c)) for c in projection.points[0].branches
        },
        "peak_year": peak.year if peak.is_inside else None,
        "peak_co2": figure(
            key_of("projected", scenario.scenario_id, peak.year), peak.co2_t, "t CO2",
            named("projected"),
        ) if peak.is_inside else None,
        "is_peak_inside": peak.is_inside,
        "peak_note": text(peak_note(projection)),
        "cumulative_t": projection.cumulative_t,
        "targets": [gap_view(g) for g in projection.gaps],
        "assumptions": [
            _assumption(a, scenario.scenario_id) for s in projection.chain for a in s.assumed
        ],
    }  # fmt: skip


def gap_view(gap: Gap) -> View:
    """The distance to a target as the API's record `TargetGap`."""
    return {
        "target_id": gap.target_id,
        "label": text(gap.label),
        "year": gap.year,
        "limit": gap.limit,
        "value": gap.value,
        "unit": gap.unit,
        "gap": gap.gap,
        "is_met": gap.is_met,
        "cite": gap.cite,
    }


def _assumption(assumed: Assumed, scenario_id: str) -> View:
    return {
        "branch": assumed.branch,
        "quantity": assumed.quantity,
        "year": assumed.year,
        "value": assumed.value,
        "low": assumed.low,
        "high": assumed.high,
        "unit": assumed.unit,
        "cite": assumed.cite,
        "note": assumed.note,
        "is_own": assumed.scenario_id == scenario_id,
    }
