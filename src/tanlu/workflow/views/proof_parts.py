"""What all proofs are made of: formulas with numbers, records, figures of a year."""

from collections.abc import Mapping
from typing import Any

from tanlu.account.cut import cut
from tanlu.account.facts import facts_of
from tanlu.model.facts import YearFacts
from tanlu.model.formula import Formula
from tanlu.model.inventory import Inventory
from tanlu.report.findings import Findings
from tanlu.workflow.views.catalog import cited
from tanlu.workflow.views.figure import View, figure, key_of, mass, named, text
from tanlu.workflow.views.inventory import slice_label


def proof_of(shown: View, **found: Any) -> View:  # noqa: ANN401 - the record's own parts
    """A proof of a figure; parts not given are empty."""
    empty: View = {"formula": None, "parts": [], "factors": [], "records": [], "notes": []}
    return {"figure": shown, **empty, **found}


def formula_view(formula: Formula, values: Mapping[str, float]) -> View:
    """A formula as text, LaTeX and with numbers put in."""
    return {
        "code": formula.code,
        "text": formula.text(),
        "latex": formula.latex(),
        "numbers": formula.numbers(values),
        "citation": formula.cite,
        "symbols": {s.letter: text(s.label) for s in formula.symbols.values()},
    }


def cut_of(findings: Findings, parts: list[str]) -> Inventory:
    """The inventory that year, boundary and member of a key name."""
    year, boundary, member = int(parts[0]), parts[1], parts[2]
    return cut(findings.ledger, year=year, boundary=boundary, member_id=member)


def facts_at(findings: Findings, year: str, member: str) -> YearFacts:
    """Totals of a year of a member."""
    return facts_of(cut(findings.ledger, year=int(year), member_id=member), findings.book)


def line_figure(findings: Findings, row: Mapping[str, Any]) -> View:
    """The figure of one line. [t CO2e]"""
    key = key_of("line", row["line_id"])
    return mass(findings, key, row["co2_t"], slice_label(findings, "carrier", row["carrier"]))


def record_view(findings: Findings, table: str, record_id: str) -> View:
    """A record as entered, with its evidence."""
    sheet = findings.book.draft.sheet(table)
    row = next(r for r in sheet.rows if r.cells.get("record_id") == record_id)
    return {
        "table": table,
        "row": row.number,
        "record_id": record_id,
        "fields": dict(row.cells),
        "evidence": cited(findings.catalog, row.cells.get("cite")),
    }


def carrier_energy_figure(
    findings: Findings, facts: YearFacts, at: tuple[str, str], carrier: str
) -> View:
    """Energy use of one carrier. [tce]"""
    name = slice_label(findings, "carrier", carrier)
    return figure(key_of("carrier_energy", *at, carrier), facts.energy_by[carrier], "tce", name)


def total_figure(findings: Findings, facts: YearFacts, member: str) -> View:
    """Emissions of a year. [t CO2e]"""
    key = key_of("total", facts.year, "park", member)
    return mass(findings, key, facts.co2_t, named("total"))


def energy_figure_of(facts: YearFacts, member: str) -> View:
    """Energy use of a year. [tce]"""
    key = key_of("energy", facts.year, "park", member)
    return figure(key, facts.whole_energy_tce, "tce", named("energy"))


def output_figure(facts: YearFacts, member: str) -> View:
    """Output value of a year. [CNY]"""
    key = key_of("output", facts.year, member)
    return figure(key, facts.output_cny, "CNY", named("output"))
