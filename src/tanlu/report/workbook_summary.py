"""The first sheet: the statement in figures, each pointing into the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tanlu.report.citations import cited, document
from tanlu.report.findings import Findings
from tanlu.report.meta import meta
from tanlu.report.workbook_compare import DriverCells
from tanlu.report.workbook_drivers import StepCells
from tanlu.report.workbook_pen import Cell, Page, Pen
from tanlu.report.workbook_scenarios import ScenarioCells
from tanlu.report.workbook_sums import SumCells

_NOTES = ("absence", "cut", "location", "share", "regression", "scenario")


@dataclass(frozen=True, slots=True)
class Parts:
    """What the summary points into."""

    sums: SumCells
    used: DriverCells
    steps: StepCells
    scenarios: ScenarioCells
    all_hold: Cell


def write_summary(page: Page, findings: Findings, parts: Parts) -> None:
    """Write the first sheet."""
    words = page.pen.words
    page.widths(52, 24, *[18.0] * max(len(parts.sums.years), 2))
    row = 3
    for index, (head, text) in enumerate(meta(findings, words)):
        page.text(row + index, 0, head)
        page.text(row + index, 1, text)
    row += 10
    page.text(row, 0, words("check.all"), "total")
    shown = page.formula(row, 1, parts.all_hold.at(page), parts.all_hold.value, "check")
    page.coloured(shown.at(page))
    row = _figures(page, row + 2, findings, parts)
    row = _effects(page, row + 2, findings, parts)
    row = _peaks(page, row + 1, findings, parts)
    page.text(row + 1, 0, words("summary.notes"), "section")
    for index, key in enumerate(_NOTES, start=row + 2):
        page.text(index, 0, words(f"summary.note_{key}"))


def _rows(parts: Parts, year: int) -> Mapping[str, Cell]:
    sums = parts.sums
    found = {
        "total": sums.at("scope", "", year),
        "scope1": sums.at("scope", 1, year),
        "scope2": sums.at("scope", 2, year),
        "members": sums.at("reconciliation", "members", year),
        "elimination": sums.at("reconciliation", "elimination", year),
        "sent": sums.at("reconciliation", "sent", year),
        "energy": sums.at("energy", "", year),
    }
    for key in ("output", "per_output", "per_energy", "energy_per_output"):
        found[key] = sums.at("indicator", key, year)
    if year in parts.used.gaps:
        found["gap"] = parts.used.gaps[year]
    return found


_STYLES = {"total": "total", "output": "money", "per_output": "0.0000", "per_energy": "0.0000",
           "energy_per_output": "0.0000"}  # fmt: skip


def _figures(page: Page, row: int, findings: Findings, parts: Parts) -> int:
    words, years = page.pen.words, parts.sums.years
    page.heads(row, [words("summary.figure"), words("summary.unit")])
    page.years(row, years, 2)
    by_year = [_rows(parts, year) for year in years]
    keys: Sequence[str] = list(dict.fromkeys(key for found in by_year for key in found))
    for offset, key in enumerate(keys, start=1):
        page.text(row + offset, 0, words(f"summary.{key}"))
        page.text(row + offset, 1, words(f"summary.{key}_unit"))
        for column, found in enumerate(by_year, start=2):
            if key in found:
                cell, style = found[key], _STYLES.get(key, "tonnes")
                page.formula(row + offset, column, cell.at(page), cell.value, style)
    return _missing(page, row + len(keys) + 1, findings, years)


def _missing(page: Page, row: int, findings: Findings, years: Sequence[int]) -> int:
    words = page.pen.words
    page.text(row, 0, words("summary.missing"))
    page.text(row, 1, words("summary.missing_unit"))
    for column, year in enumerate(years, start=2):
        page.number(row, column, len(findings.inventories[year].missing), "integer")
    return row


def _effects(page: Page, row: int, findings: Findings, parts: Parts) -> int:
    words = page.pen.words
    if not findings.steps:
        return row
    names = list(findings.steps[0].effects)
    page.heads(row, [words("summary.drivers"), words("summary.period")])
    page.heads(row, [words.name("driver", n) for n in names], column=2)
    for step in findings.steps:
        row += 1
        page.text(row, 0, words("summary.effects"))
        page.text(row, 1, f"{step.start}–{step.end}")
        for column, name in enumerate(names, start=2):
            cell = parts.steps.effects[f"{step.start}-{step.end}", name]
            page.formula(row, column, cell.at(page), cell.value, "tonnes")
    return row + 1


def _peaks(page: Page, row: int, findings: Findings, parts: Parts) -> int:
    words, language = page.pen.words, page.pen.words.language
    if not findings.projections:
        return row
    heads = ("scenario", "peak_year", "peak", "is_inside")
    page.heads(row, [words(f"scenario.{name}") for name in heads])
    for projection in findings.projections:
        row += 1
        key = projection.scenario.scenario_id
        page.text(row, 0, projection.scenario.label.of(language))
        cells = (parts.scenarios.peak_year[key], parts.scenarios.peak[key],
                 parts.scenarios.is_inside[key])  # fmt: skip
        for column, (cell, style) in enumerate(
            zip(cells, ("integer", "tonnes", "check"), strict=True), start=1
        ):
            page.formula(row, column, cell.at(page), cell.value, style)
    return row + 1


def write_documents(pen: Pen, findings: Findings) -> None:
    """Write the documents that anything cites."""
    page, words, language = pen.pages["documents"], pen.words, pen.words.language
    names = ("code", "title", "issuer", "number", "published", "kind", "read", "places", "note")
    page.heads(3, [words(f"document.{name}") for name in names])
    page.widths(28, 60, 40, 26, 12, 12, 14, 60, 60)
    page.frozen(4, 1)
    for row, (code, places) in enumerate(cited(findings).items(), start=4):
        known = document(findings, code)
        texts = [code, words("document.unregistered"), "", "", "", "", "", ", ".join(places), ""]
        if known:
            texts[1:4] = [known.title.of(language), known.issuer.of(language), known.number or ""]
            texts[4:7] = [
                known.published_on or "",
                words.name("kind", known.kind),
                words("document.own")
                if known.status == "own"
                else words.name("status", known.read),
            ]
            texts[8] = known.note or ""
        for column, text in enumerate(texts):
            page.text(row, column, text, "wrap" if column in {1, 7, 8} else "text")
