"""An assessment of uncertainty as a plain record for JSON."""

from typing import Any

from tanlu.model.uncertainty import Assessment, Contribution, Input, Mend, Simulated, Trend, Worth
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.views.uncertainty_words import ASK, BASES, EXACT, KINDS, input_name

Record = dict[str, Any]


def uncertainty_record(findings: Findings, found: Assessment) -> Record:
    """Everything about what a year is worth.

    Returns:
        Intervals [t CO2e], contributions, what to mend, what is unknown, the trend.
    """
    year = str(found.year)
    return {
        "park": findings.book.park.park_id,
        "member": found.member,
        "year": found.year,
        "unit": findings.mass_unit,
        "draws": found.draws,
        "seed": found.seed,
        "clipped": found.clipped,
        "total": worth_record(found.total),
        "mean_t": found.mean,
        "by_scope": _by(found, "scope", year),
        "by_member": _by(found, "member", year),
        "contributions": [contribution_record(findings, found, c) for c in found.contributions],
        "interactions": found.interactions,
        "is_exact": found.is_exact,
        "mend_first": [mend_record(findings, found, m) for m in found.mends],
        "unknown": [
            {**input_record(findings, found.inputs[n]), "tonnes": tonnes,
             "fix": _both(ASK[found.inputs[n].kind])}
            for n, tonnes in found.unknown
        ],
        "trend": _trend(findings, found, found.trend) if found.trend else None,
    }  # fmt: skip


def _by(found: Assessment, kind: str, year: str) -> Record:
    return {
        key[2]: worth_record(worth)
        for key, worth in found.figures.items()
        if key[0] == kind and key[1] == year
    }


def worth_record(worth: Worth, scale: float = 1.0) -> Record:
    """A figure with both approaches and the share whose range is known. [t CO2e] or [%]"""
    percent = worth.interval.percent
    return {
        "value": worth.interval.value * scale,
        "lower": worth.interval.lower * scale,
        "upper": worth.interval.upper * scale,
        "percent": list(percent) if percent else None,
        # of nothing stated follows nothing: no width is not exactness
        "stated_only": [worth.stated.lower * scale, worth.stated.upper * scale]
        if worth.stated.width
        else None,
        "shares": dict(worth.shares),
        "approach_2": _simulated(worth.simulated, scale) if worth.simulated else None,
    }


def _simulated(found: Simulated, scale: float) -> Record:
    return {
        "lower": found.interval.lower * scale,
        "upper": found.interval.upper * scale,
        "mean": found.mean * scale,
        "median": found.median * scale,
        "deviation": found.deviation * scale,
        "edges": [edge * scale for edge in found.edges],
        "counts": list(found.counts),
    }


def input_record(findings: Findings, each: Input) -> Record:
    """An input: what it is, how far it may be off, who says so, where it stands."""
    spread = each.spread
    return {
        "key": each.key,
        "kind": each.kind,
        "name": _both(input_name(findings, each)),
        "subject": each.subject,
        "quantity": each.quantity,
        "value": each.value,
        "unit": each.unit,
        "basis": each.basis,
        "basis_label": _both(BASES[each.basis]),
        "distribution": _both(KINDS[spread.kind]) if spread else None,
        "lower_pct": 100 * (spread.lower - 1) if spread else None,
        "upper_pct": 100 * (spread.upper - 1) if spread else None,
        "cite": each.cite,
        "status": each.status,
        "document": each.document,
        "factor_id": each.factor_id or None,
        "table": each.table or None,
        "row": each.row,
        "records": list(each.records),
        "channel": each.channel or None,
        "quality": each.quality or None,
    }


def contribution_record(findings: Findings, found: Assessment, part: Contribution) -> Record:
    """An input with its share of the variance. [1]"""
    about = input_record(findings, found.inputs[part.index])
    return {
        **about,
        "first": float(part.first),
        "share": float(part.share),
        "tonnes": found.tonnes[part.index],
    }


def mend_record(findings: Findings, found: Assessment, mend: Mend) -> Record:
    """An input with what mending it wins. [t CO2e] of interval width"""
    reach = mend.reach
    return {
        **input_record(findings, found.inputs[mend.index]),
        "now_pct": 100 * mend.now,
        "reach_pct": reach.percent if reach else None,
        "reach_cite": reach.cite if reach else None,
        "reach_status": reach.status if reach else None,
        "how": _both(reach.note if reach else EXACT),
        "won_t": mend.won_t,
        "most_t": mend.most_t,
    }


def _trend(findings: Findings, found: Assessment, trend: Trend) -> Record:
    return {
        "from_year": trend.from_year,
        "to_year": trend.to_year,
        "change_pct": worth_record(trend.worth, 100.0),
        "inputs": [
            {
                **input_record(findings, found.inputs[part.index]),
                "sensitivity": "A" if part.is_shared else "B",
                "points_per_percent": part.sensitivity,
                "share": part.share,
            }
            for part in trend.parts
        ],
    }


def _both(text: Text) -> dict[str, str]:
    return text.both()
