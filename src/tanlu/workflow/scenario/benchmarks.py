"""The park beside the national zero-carbon indicators, as the diagnosis tells it."""

from tanlu.errors import TanluError
from tanlu.model.zero_carbon_result import Found, Gap
from tanlu.workflow.scenario.diagnose import Diagnosis
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.zero_carbon import span_figure, zero_key
from tanlu.workflow.zero_carbon import zero_carbon


def benchmarks(found: Diagnosis) -> list[View]:
    """Core and guiding indicators with limit and verdict; what has no figure says so."""
    findings = found.findings
    try:
        done = zero_carbon(findings.book, findings.ledger, findings.catalog)
    except TanluError:  # a park without a year has no indicators to be beside
        return []
    at = (done.rules.set_id, done.year)
    return [_beside(each, at) for each in done.found]


def _beside(each: Found, at: tuple[str, int]) -> View:
    rule = each.rule
    gap = each.gaps[0] if each.gaps else None
    key = zero_key(at, rule.code, "value")
    return {
        "code": rule.code,
        "label": text(rule.label),
        "unit": rule.unit,
        "sense": rule.sense,
        "cite": rule.cite,
        "value": span_figure(key, each.measured.span, rule.unit, rule.label),
        "limit": _limit(gap),
        "verdict": gap.verdict if gap else "unknown",
    }


def _limit(gap: Gap | None) -> float | None:
    return gap.limit.value if gap else None
