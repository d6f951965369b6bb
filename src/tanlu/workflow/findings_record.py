"""Findings as plain records for JSON: years, drivers, scenarios."""

from typing import Any

from tanlu.model.driver import Decomposition, Identification
from tanlu.model.facts import Comparison, YearFacts
from tanlu.model.pathway import Gap, Point, Projection
from tanlu.report.findings import Findings

PER_100M_CNY = 1e8


def year_record(facts: YearFacts) -> dict[str, float | None]:
    """A year's totals: [t CO2], [tce], and intensity per 10⁸ yuan of output.

    Energy is null when a coal equivalent is unknown: a part is no total (R1).
    """
    intensity = facts.intensity
    return {
        "co2_t": facts.co2_t,
        "scope1_t": facts.scope1_t,
        "scope2_t": facts.scope2_t,
        "energy_tce": None if facts.unknown_energy else facts.energy_tce,
        "intensity_t_per_100m_cny": None if intensity is None else intensity * PER_100M_CNY,
    }


def step_record(step: Decomposition) -> dict[str, float]:
    """Effects of one step and their total. [t CO2]"""
    return {**step.effects, "total": step.total}


def lmdi_record(findings: Findings) -> dict[str, dict[str, float]]:
    """All steps by name such as "2020-2021", the whole span included. [t CO2]"""
    return {f"{step.start}-{step.end}": step_record(step) for step in findings.steps}


def verdict_record(found: Identification | None) -> dict[str, Any] | None:
    """What a regression may say; slopes are never part of it unless identified."""
    if found is None:
        return None
    return {
        "verdict": found.verdict,
        "dof": found.dof,
        "rank": found.rank,
        "observations": found.observations,
        "drivers": list(found.drivers),
        "not_estimable": list(found.not_estimable),
        "null_direction": found.null_direction,
        "line_of_exact_solutions": line_record(found),
        "contrasts": [dict(c) for c in found.contrasts],
        "reported": found.is_reported,
    }


def line_record(found: Identification) -> dict[str, Any] | None:
    """The line point + t · direction of all exact solutions, with its intercept."""
    if found.null_direction is None:
        return None
    return {
        "point": dict(zip(found.drivers, found.point, strict=True)),
        "direction": dict(zip(found.drivers, found.null_direction, strict=True)),
        "intercept": found.intercept,
        "intercept_slope": found.intercept_slope,
        "units": dict(found.units),
    }


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """A computed total beside the published one. [t CO2]"""
    return {
        "computed_t": comparison.computed_t,
        "published_t": comparison.published_t,
        "gap_t": comparison.gap_t,
        "cite": comparison.cite,
        "carrier": comparison.carrier or None,
        "stated_share": comparison.stated_share,
        "needed_share": comparison.needed_share,
    }


def drivers_record(findings: Findings) -> dict[str, Any]:
    """Decomposition and verdict side by side."""
    return {
        "lmdi": lmdi_record(findings),
        "lmdi_by_carrier": {
            f"{s.start}-{s.end}": {c: dict(e) for c, e in s.by_category.items()}
            for s in findings.steps
        },
        "calibrated": findings.is_calibrated,
        "comparison": {str(y): comparison_record(c) for y, c in findings.comparisons.items()},
        "stirpat": verdict_record(findings.identification),
    }


def projection_record(projection: Projection) -> dict[str, Any]:
    """A scenario's points, peak, gaps and assumptions."""
    return {
        "scenario": projection.scenario.scenario_id,
        "over": projection.scenario.over_id,
        "points": [point_record(p) for p in projection.points],
        "peak": {
            "year": projection.peak.year if projection.peak.is_inside else None,
            "highest_year": projection.peak.year,
            "co2_t": projection.peak.co2_t,
        },
        "cumulative_t": projection.cumulative_t,
        "targets": [gap_record(g) for g in projection.gaps],
    }


def point_record(point: Point) -> dict[str, Any]:
    """One projected year. [t CO2], [tce], [CNY]"""
    return {
        "year": point.year,
        "co2_t": point.co2_t,
        "low_t": point.low_t,
        "high_t": point.high_t,
        "energy_tce": point.energy_tce,
        "output_cny": point.output_cny,
        "branches": dict(point.branches),
    }


def gap_record(gap: Gap) -> dict[str, Any]:
    """The distance to a target, in the unit of its indicator."""
    return {
        "target": gap.target_id,
        "indicator": gap.indicator,
        "year": gap.year,
        "limit": gap.limit,
        "value": gap.value,
        "unit": gap.unit,
        "gap": gap.gap,
        "is_met": gap.is_met,
        "cite": gap.cite,
    }


def demo_record(findings: Findings, reports: list[str]) -> dict[str, Any]:
    """The whole chain in one record, of the shape that scripts rely on.

    More stands in the records of `explain drivers` and `plan project`.
    """
    verdict = verdict_record(findings.identification) or {}
    told = (
        "verdict", "dof", "rank", "drivers", "null_direction", "not_estimable", "reported",
    )  # fmt: skip
    return {
        "park": findings.book.park.park_id,
        "years": {str(y): year_record(f) for y, f in findings.facts.items()},
        "drivers": {
            "lmdi": lmdi_record(findings),
            "stirpat": {name: verdict[name] for name in told} if verdict else None,
        },
        "reports": reports,
    }
