"""A diagnosis for command line and API: every figure with the key of its proof."""

from tanlu.model.pathway import Gap
from tanlu.plan.diagnose.distance import Distance
from tanlu.plan.diagnose.levers import Lever
from tanlu.types import Text
from tanlu.workflow.scenario.answer import answer, binds_text
from tanlu.workflow.scenario.benchmarks import benchmarks
from tanlu.workflow.scenario.diagnose import Diagnosis
from tanlu.workflow.scenario.names import lever_name
from tanlu.workflow.scenario.policies import policy_views
from tanlu.workflow.views.drivers import drivers_view
from tanlu.workflow.views.figure import View, figure, key_of, text
from tanlu.workflow.views.proof_parts import total_figure

CO2 = "t CO2"
_GRADES = {
    "A": Text("arithmetic on the inventory alone", "仅依据清单的算术"),
    "B": Text("every value has a document", "每个取值均有依据"),
    "C": Text("{assumed} of its {stated} values are assumptions",
              "{stated} 个取值中 {assumed} 个为假设"),
}  # fmt: skip
_NAMES = {
    "now": Text("Value of the base year", "基年值"),
    "gap": Text("Distance from the target", "与目标的差距"),
    "case": Text("Value of the scenario", "情景值"),
    "alone": Text("Saved when laid alone", "单独实施的减排量"),
    "last": Text("Lost when left out of the fullest scenario", "从最全情景中去除所失减排量"),
    "sum": Text("Saved over all years when laid alone", "单独实施的累计减排量"),
}


def diagnosis_view(found: Diagnosis) -> View:
    """A diagnosis as the API's record `Diagnosis`."""
    findings = found.findings
    year = found.tree.base_year
    binds = found.binds
    return {
        "park_id": findings.book.park.park_id,
        "version": findings.version,
        "year": year,
        "end_year": found.tree.end_year,
        "is_own": found.opened.is_own,
        "answer": text(answer(found)),
        "total": total_figure(findings, findings.facts[year], findings.book.park.park_id),
        "distances": [_distance(found, each) for each in found.distances],
        "binds": None if binds is None else binds.target.target_id,
        "binds_why": text(binds_text(found)) if binds else None,
        "levers": [_lever(found, each) for each in found.levers],
        "lever_year": found.levers[0].year if found.levers else year,
        "drivers": _drivers(found),
        "benchmarks": benchmarks(found),
        "members": [_member(found, *row) for row in found.members],
        "unsaid": [{"code": u.code, "what": text(u.what), "needs": text(u.needs)}
                   for u in found.unsaid],
        "policies": policy_views(findings, year),
    }  # fmt: skip


def _distance(found: Diagnosis, each: Distance) -> View:
    target = each.target
    at = ("distance", target.target_id)
    now = figure(key_of(*at, "now"), each.now, target.unit, _NAMES["now"])
    gap = figure(key_of(*at, "gap"), each.gap_now, target.unit, _NAMES["gap"])
    return {
        "target_id": target.target_id,
        "label": text(target.label),
        "indicator": target.indicator,
        "year": target.year,
        "limit": target.limit,
        "unit": target.unit,
        "cite": target.cite,
        "verdict": each.verdict,
        "pace": each.pace,
        "now": None if each.now is None else now,
        "gap": None if each.now is None else gap,
        "scenarios": [_reached(found, each, case, own) for case, own in each.cases.items()],
    }


def _reached(found: Diagnosis, each: Distance, case: str, own: Gap) -> View:
    key = key_of("distance", each.target.target_id, "case", case)
    return {
        "scenario_id": case,
        "label": text(found.tree.cases[case].label),
        "value": None if own.value is None else figure(key, own.value, own.unit, _NAMES["case"]),
        "is_met": own.is_met,
    }


def lever_figure(lever: Lever, part: str, value: float | None) -> View | None:
    """A figure of a lever. [t CO2]"""
    if value is None:
        return None
    found = figure(key_of("lever", lever.lever_id, lever.year, part), value, CO2, _NAMES[part])
    ends = {"lower": lever.low_t, "upper": lever.high_t} if part == "alone" else {}
    return {**found, **ends}


def _lever(found: Diagnosis, lever: Lever) -> View:
    why = _GRADES[lever.grade].fill(assumed=lever.assumed, stated=lever.stated)
    overlay = found.tree.overlays.get(lever.lever_id)
    return {
        "lever_id": lever.lever_id,
        "kind": lever.kind,
        "label": text(lever_name(found.opened, lever.lever_id)),
        "year": lever.year,
        "alone": lever_figure(lever, "alone", lever.alone_t),
        "last": lever_figure(lever, "last", lever.last_t),
        "sum": lever_figure(lever, "sum", lever.sum_t),
        "grade": lever.grade,
        "grade_why": text(why),
        "cite": overlay.cite if overlay else "",
        "policies": list(overlay.policies) if overlay else [],
    }


def _drivers(found: Diagnosis) -> View | None:
    steps = drivers_view(found.findings)["steps"]
    if not steps:
        return None
    step = steps[-1]
    return {
        "from_year": step["from_year"],
        "to_year": step["to_year"],
        "effects": [{**each["co2_t"], "label": each["label"]} for each in step["effects"]],
        "total": step["total"],
    }


def _member(found: Diagnosis, member_id: str, own_t: float | None) -> View:
    name = found.findings.ledger.labels.get(member_id, Text(member_id, member_id))
    return {"member_id": member_id, "member": text(name), "own_t": own_t}
