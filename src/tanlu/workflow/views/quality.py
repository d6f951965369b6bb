"""Completeness, what is missing and data-quality grades for the API."""

from typing import Any

from tanlu.account.cut import cut
from tanlu.account.quality.completeness import completeness
from tanlu.account.quality.grade import grades_of
from tanlu.account.quality.total import missing_of, score_of, tonnes_score_of
from tanlu.catalog.expectations import expected_streams, quality_scheme
from tanlu.model.inventory import Inventory
from tanlu.model.label import label
from tanlu.model.quality import Ask, Completeness, Gap, Grades
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.quality_record import graded_tonnes
from tanlu.workflow.views.figure import View, figure, key_of, mass, named, text
from tanlu.workflow.views.inventory import slice_label

MOST_LINES = 200


def quality_view(findings: Findings, inventory: Inventory) -> View:
    """One inventory's quality as the API's record `Quality`."""
    found = complete(findings, inventory)
    grades = grades_of(inventory, findings.book, quality_scheme())
    return {
        "park_id": findings.book.park.park_id,
        "member_id": inventory.member_id,
        "year": inventory.year,
        "version": findings.version,
        "completeness": completeness_figure(found),
        "completeness_by_tonnes": tonnes_figure(found),
        "missing": missing_figure(found),
        "unvalued": len(found.unvalued),
        "grade": grade_figure(inventory, grades),
        "band": band_view(grades, grades.total),
        "scheme": text(grades.scheme.label),
        "scheme_note": text(grades.scheme.note),
        "scheme_cite": grades.scheme.cite,
        "by_stream": [
            {"code": code, "label": text(label("stream", code)), "grade": value,
             "band": band_view(grades, value)}
            for code, value in grades.by_stream.items()
        ],
        "gaps": [gap_view(findings, found, gap) for gap in found.gaps],
        "asks": [ask_view(findings, ask) for ask in found.asks],
        "lines": [line_view(findings, grades, row) for row in lines_of(grades, inventory)],
    }  # fmt: skip


def complete(findings: Findings, inventory: Inventory) -> Completeness:
    """The completeness of an inventory, by the streams that one may expect."""
    return completeness(findings.book, inventory, expected_streams().values())


def graded(findings: Findings, year: int, member: str) -> tuple[Inventory, Grades]:
    """A member's inventory of a year with its grades."""
    inventory = cut(findings.ledger, year=year, member_id=member)
    return inventory, grades_of(inventory, findings.book, quality_scheme())


def lines_of(grades: Grades, inventory: Inventory) -> list[dict[str, Any]]:
    """The lines that weigh most, with their grades."""
    return list(graded_tonnes(grades, inventory).head(MOST_LINES).iter_rows(named=True))


def completeness_figure(found: Completeness) -> View:
    """Share of expected stream-days on record. [1]"""
    key = key_of("completeness", found.year, found.member_id)
    return figure(key, score_of(found), "1", named("completeness"))


def tonnes_figure(found: Completeness) -> View:
    """Share of tonnes booked, of those booked or estimated as missing. [1]"""
    key = key_of("completeness_tonnes", found.year, found.member_id)
    return figure(key, tonnes_score_of(found), "1", named("completeness_tonnes"))


def missing_figure(found: Completeness) -> View:
    """What is missing, as far as it can be valued. [t CO2e]"""
    known = missing_of(found)
    low, mid, high = known or (None, None, None)
    key = key_of("missing", found.year, found.member_id)
    shown = figure(key, mid if found.gaps else 0.0, "t CO2e", named("missing"))
    return {**shown, "lower": low, "upper": high}


def grade_figure(inventory: Inventory, grades: Grades) -> View:
    """The grade of a total. [1]"""
    key = key_of("grade", inventory.year, inventory.member_id)
    return figure(key, grades.total, "1", named("grade"))


def line_grade_figure(findings: Findings, row: dict[str, Any]) -> View:
    """The grade of one line. [1]"""
    name = slice_label(findings, "carrier", carrier_of(findings, row["line_id"]))
    return figure(key_of("line_grade", row["line_id"]), row["grade"], "1", name)


def carrier_of(findings: Findings, line_id: str) -> str:
    """The carrier of a line."""
    lines = findings.ledger.lines
    return str(lines.filter(lines["line_id"] == line_id)["carrier"][0])


def band_view(grades: Grades, value: float | None) -> View | None:
    """The name of the range that a grade lies in."""
    return None if value is None else text(grades.scheme.band(value).label)


def gap_name(findings: Findings, gap: Gap) -> Text:
    """What a gap is about."""
    cell = gap.cell
    if cell.carrier:
        return slice_label(findings, "carrier", cell.carrier)
    return expected_streams()[cell.code].label


def gap_figure(findings: Findings, found: Completeness, gap: Gap) -> View:
    """What a gap is worth; an estimate, never booked. [t CO2e]"""
    cell = gap.cell
    key = key_of("gap", found.year, found.member_id, f"{cell.code}@{cell.member_id}")
    shown = figure(key, gap.mid_t, "t CO2e", gap_name(findings, gap))
    return {**shown, "lower": gap.low_t, "upper": gap.high_t}


def gap_view(findings: Findings, found: Completeness, gap: Gap) -> View:
    """A gap as the API's record `MissingStream`."""
    cell = gap.cell
    return {
        "code": cell.code,
        "label": text(gap_name(findings, gap)),
        "member_id": cell.member_id,
        "member": text(slice_label(findings, "member", cell.member_id)),
        "why": cell.why,
        "table": cell.table,
        "missing_days": cell.missing_days,
        "expected_days": cell.expected_days,
        "basis": text(label("basis", gap.basis)),
        "worth_t": gap_figure(findings, found, gap),
    }


def ask_view(findings: Findings, ask: Ask) -> View:
    """An expected stream as the API's record `AskView`."""
    decided = ask.decision
    return {
        "expected": ask.expected.code,
        "label": text(ask.expected.label),
        "question": text(ask.expected.question),
        "system": ask.expected.system,
        "scope": ask.expected.scope,
        "member_id": ask.member_id,
        "member": text(slice_label(findings, "member", ask.member_id)),
        "state": ask.state,
        "records": ask.records,
        "assets": list(ask.assets),
        "table": ask.expected.tell[0].table,
        "reason": decided["reason"] if decided else None,
        "decided_by": decided["decided_by"] if decided else None,
        "decided_on": decided["decided_on"].isoformat() if decided else None,
    }


def line_view(findings: Findings, grades: Grades, row: dict[str, Any]) -> View:
    """A graded line as the API's record `GradedLine`."""
    lines = findings.ledger.lines
    line = next(lines.filter(lines["line_id"] == row["line_id"]).iter_rows(named=True))
    carrier = slice_label(findings, "carrier", line["carrier"])
    return {
        "line_id": row["line_id"],
        "record_id": line["record_id"],
        "carrier": text(carrier),
        "member": text(slice_label(findings, "member", line["to_id"])),
        "period": f"{line['start']}/{line['end']}",
        "co2_t": mass(findings, key_of("line", row["line_id"]), row["co2_t"], carrier),
        "grade": line_grade_figure(findings, row),
        "band": band_view(grades, row["grade"]),
        "activity": row["activity"],
        "factor": row["factor"],
    }
