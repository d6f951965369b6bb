"""Completeness, what the missing is worth, and data-quality grades, year by year (R1)."""

from tanlu.account.quality.completeness import completeness
from tanlu.account.quality.grade import grades_of
from tanlu.account.quality.total import missing_of, score_of
from tanlu.catalog.expectations import expected_streams, quality_scheme
from tanlu.model.quality import Completeness, Grades
from tanlu.report.block import Block, Paragraph, Table
from tanlu.report.setting import Setting


def grade_blocks(setting: Setting) -> list[Block]:
    """The table of completeness and grades with the scheme behind it; nothing without years."""
    if not setting.years:
        return []
    words, findings, scheme = setting.words, setting.findings, quality_scheme()
    inventories = [findings.inventories[year] for year in setting.years]
    streams = expected_streams().values()
    found = [completeness(findings.book, inventory, streams) for inventory in inventories]
    grades = [grades_of(inventory, findings.book, scheme) for inventory in inventories]
    rows = [
        [words("quality.completeness"), *(_score(setting, one) for one in found)],
        [words("quality.asked"), *(str(len(one.open_asks)) for one in found)],
        [words("quality.missing_t"), *(_missing(one) for one in found)],
        [words("quality.unvalued"), *(str(len(one.unvalued)) for one in found)],
        [words("quality.dqr"), *(_grade(setting, one) for one in grades)],
    ]
    table = Table(words("quality.grades"), ["", *map(str, setting.years)], rows)
    note = scheme.note.of(words.language)
    return [table, Paragraph(words("quality.scheme", cite=scheme.cite, note=note))]


def _score(setting: Setting, found: Completeness) -> str:
    score = score_of(found)
    return "—" if score is None else setting.percent(score, 0)


def _missing(found: Completeness) -> str:
    known = missing_of(found)
    if known is None:
        return "—" if found.gaps else "0"
    low, mid, high = known
    return f"{mid:,.0f} ({low:,.0f}–{high:,.0f})"


def _grade(setting: Setting, grades: Grades) -> str:
    if grades.total is None:
        return "—"
    band = grades.scheme.band(grades.total).label.of(setting.words.language)
    return f"{grades.total:.2f} {band}"
