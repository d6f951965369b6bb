"""Peak year and gap to each target of a scenario, as formulas over its years."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from tanlu.model.pathway import Gap, Projection
from tanlu.report.findings import Findings
from tanlu.report.targets import is_met
from tanlu.report.workbook_pen import Cell, Page
from tanlu.report.workbook_records import RecordCells, conversion

_COLUMNS = {"co2": "total", "co2_per_energy": "per_energy", "co2_per_output": "per_output"}
_HEADS = ("target", "indicator", "cite", "unit", "year", "limit", "value", "gap", "met")


@dataclass(frozen=True, slots=True)
class Span:
    """The rows of a scenario's years, and its columns by name."""

    first: int
    last: int
    columns: Mapping[str, int]

    def at(self, row: int, name: str) -> str:
        """A cell of a row by its column's name."""
        return _address(row, self.columns[name])

    def all(self, name: str) -> str:
        """The whole column of the years."""
        return f"{self.at(self.first, name)}:{self.at(self.last, name)}"


def _address(row: int, column: int) -> str:
    return str(xl_rowcol_to_cell(row, column))


@dataclass(frozen=True, slots=True)
class PeakCells:
    """The highest year of a scenario."""

    year: Cell
    co2: Cell
    is_inside: Cell
    last_row: int


def write_targets(
    page: Page, row: int, span: Span, projection: Projection, records: RecordCells,
    findings: Findings,
) -> PeakCells:  # fmt: skip
    """Write the highest year, whether it is a peak, and the gap to each target."""
    words, peak = page.pen.words, projection.peak
    for offset, key in enumerate(("peak_year", "peak", "is_inside", "cumulative")):
        page.text(row + offset, 0, words(f"scenario.{key}"))
    total, years = span.all("total"), span.all("year")
    top = f"INDEX({years},MATCH(MAX({total}),{total},0))"
    year = page.formula(row, 1, top, peak.year, "integer")
    co2 = page.formula(row + 1, 1, f"MAX({total})", peak.co2_t, "tonnes")
    formula = f"{year.at(page)}<{span.at(span.last, 'year')}"
    inside = page.formula(row + 2, 1, formula, peak.is_inside, "check")
    sums = f"SUM({total})-{span.at(span.first, 'total')}"
    page.formula(row + 3, 1, sums, projection.cumulative_t, "tonnes")
    page.heads(row + 5, [words(f"scenario.{name}") for name in _HEADS])
    targets = {r["target_id"]: r for r in findings.book.table("targets").iter_rows(named=True)}
    for index, gap in enumerate(projection.gaps, start=row + 6):
        _write_gap(page, index, span, projection, gap, targets[gap.target_id], year, records)
    return PeakCells(year, co2, inside, row + 5 + len(projection.gaps))


def _write_gap(
    page: Page, row: int, span: Span, projection: Projection, gap: Gap,
    target: Mapping[str, Any], peak_year: Cell, records: RecordCells,
) -> None:  # fmt: skip
    words, language = page.pen.words, page.pen.words.language
    texts = (gap.label.of(language), words(f"scenario.target_{gap.indicator}"), gap.cite, gap.unit)
    for column, text in enumerate(texts):
        page.text(row, column, text)
    page.number(row, 4, gap.year, "integer")
    limit = _limit(page, row, gap, target, records)
    if gap.value is None:
        page.text(row, 6, words("scenario.no_value"))
        if is_met(projection, gap) is False:
            last = span.at(span.last, "year")
            page.formula(row, 8, f"{last}<={limit.at(page)}", value=False, style="check")
        else:
            page.text(row, 8, words("unknown"))
        return
    value = page.formula(row, 6, _value(span, gap, peak_year.at(page)), gap.value)
    formula = f"{value.at(page)}-{limit.at(page)}"
    distance = page.formula(row, 7, formula, gap.gap)
    page.formula(row, 8, f"{distance.at(page)}<=0", gap.is_met, "check")


def _limit(page: Page, row: int, gap: Gap, target: Mapping[str, Any], records: RecordCells) -> Cell:
    entered = records.find("targets", target["row"], "value")
    if entered is None:
        return page.number(row, 5, gap.limit)
    times, over = conversion(target["unit"], gap.unit)
    scale = f"*{times}/{over}" if (times, over) != (1, 1) else ""
    return page.formula(row, 5, f"{entered.at(page)}{scale}", gap.limit)


def _value(span: Span, gap: Gap, peak_year: str) -> str:
    if gap.indicator == "peak_year":
        return peak_year
    column = span.all(_COLUMNS[gap.indicator])
    return f"INDEX({column},MATCH({gap.year},{span.all('year')},0))"
