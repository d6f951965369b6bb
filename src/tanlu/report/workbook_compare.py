"""Computed totals beside published ones, and the shares that drivers are computed with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from tanlu.model.facts import Comparison, YearFacts
from tanlu.report.findings import Findings
from tanlu.report.workbook_pen import Cell, Page, Pen
from tanlu.report.workbook_records import RecordCells, conversion
from tanlu.report.workbook_sums import SumCells

_ROWS = ("computed", "published", "gap", "gap_share", "stated", "needed", "moved", "source")


@dataclass
class DriverCells:
    """Energy [tce] and CO2 [t] by carrier and year that drivers use, and output [CNY]."""

    energy: dict[tuple[str, int], Cell] = field(default_factory=dict)
    co2: dict[tuple[str, int], Cell] = field(default_factory=dict)
    moved: dict[int, Cell] = field(default_factory=dict)
    gaps: dict[int, Cell] = field(default_factory=dict)


def write_comparison(
    pen: Pen, findings: Findings, sums: SumCells, records: RecordCells
) -> DriverCells:
    """Write the comparison and the data that drivers use."""
    page = pen.pages["comparison"]
    page.widths(46, 34, *[18.0] * len(sums.years))
    cells = DriverCells()
    row = 3
    if findings.comparisons:
        row = _write_comparisons(page, row, findings, sums, records, cells)
    _write_used(page, row, findings, sums, cells)
    return cells


def _write_comparisons(
    page: Page, row: int, findings: Findings, sums: SumCells, records: RecordCells,
    cells: DriverCells,
) -> int:  # fmt: skip
    words = page.pen.words
    page.heads(row, [words("compare.what"), words("compare.unit")])
    page.years(row, sums.years, 2)
    for offset, key in enumerate(_ROWS, start=1):
        page.text(row + offset, 0, words(f"compare.{key}"))
        page.text(row + offset, 1, words(f"compare.{key}_unit"))
    rows = {key: row + offset for offset, key in enumerate(_ROWS, start=1)}
    for column, year in enumerate(sums.years, start=2):
        if year in findings.comparisons:
            _write_year(page, rows, column, findings, year, sums, records, cells)
    page.text(row + len(_ROWS) + 1, 0, words("compare.note"), "note")
    return row + len(_ROWS) + 3


def _write_year(
    page: Page, rows: Mapping[str, int], column: int, findings: Findings, year: int,
    sums: SumCells, records: RecordCells, cells: DriverCells,
) -> None:  # fmt: skip
    found = findings.comparisons[year]
    total = sums.at("scope", "", year)
    computed = page.formula(rows["computed"], column, total.at(page), found.computed_t, "tonnes")
    published = _published(page, rows["published"], column, findings, found, records)
    formula = f"{computed.at(page)}-{published.at(page)}"
    gap = page.formula(rows["gap"], column, formula, found.gap_t, "tonnes")
    cells.gaps[year] = gap
    formula = f"{gap.at(page)}/{published.at(page)}"
    page.formula(rows["gap_share"], column, formula, found.gap_t / found.published_t, "share")
    page.text(rows["source"], column, found.cite)
    if found.needed_share is not None:
        _write_shares(page, rows, column, findings.facts[year], found, sums, gap, cells)


def _published(
    page: Page, row: int, column: int, findings: Findings, found: Comparison,
    records: RecordCells,
) -> Cell:  # fmt: skip
    rows = findings.book.table("published").filter(pl.col("record_id") == found.record_id)
    record = rows.row(0, named=True)
    cell = records.find("published", record["row"], "quantity")
    if cell is None:
        return page.number(row, column, found.published_t, "tonnes")
    unit = record["unit"].replace("CO2eq", "").replace("CO2e", "").replace("CO2", "").strip()
    times, over = conversion(unit, "t")
    return page.formula(row, column, f"{cell.at(page)}*{times}/{over}", found.published_t, "tonnes")


def _write_shares(
    page: Page, rows: Mapping[str, int], column: int, facts: YearFacts, found: Comparison,
    sums: SumCells, gap: Cell, cells: DriverCells,
) -> None:  # fmt: skip
    year = found.year
    of = {
        (block, carrier): sums.at(block, carrier, year).at(page)
        for block in ("carrier", "energy")
        for carrier in (found.carrier, found.against)
    }
    whole = sums.at("energy", "", year).at(page)
    stated = page.formula(
        rows["stated"],
        column,
        f"{of['energy', found.carrier]}/{whole}",
        found.stated_share,
        "share",
    )
    per = (
        f"({of['carrier', found.carrier]}/{of['energy', found.carrier]}"
        f"-{of['carrier', found.against]}/{of['energy', found.against]})"
    )
    share = found.needed_share or 0.0
    formula = f"{stated.at(page)}-{gap.at(page)}/{per}/{whole}"
    needed = page.formula(rows["needed"], column, formula, share, "share")
    moved = (share - (found.stated_share or 0.0)) * facts.energy_tce
    formula = f"({needed.at(page)}-{stated.at(page)})*{whole}"
    cells.moved[year] = page.formula(rows["moved"], column, formula, moved, "tonnes")


def _write_used(
    page: Page, row: int, findings: Findings, sums: SumCells, cells: DriverCells
) -> None:
    words, language = page.pen.words, page.pen.words.language
    page.heads(row, [words("compare.used"), words("compare.unit")])
    page.years(row, sums.years, 2)
    carriers = list(dict.fromkeys(c for f in findings.driver_facts.values() for c in f.energy_by))
    for index, carrier in enumerate(carriers):
        label = findings.catalog.carriers[carrier].label.of(language)
        for block, unit in ((0, "tce"), (len(carriers), "t CO2")):
            page.text(row + 1 + block + index, 0, label)
            page.text(row + 1 + block + index, 1, unit)
        for column, year in enumerate(sums.years, start=2):
            places = (row + 1 + index, row + 1 + len(carriers) + index)
            _write_carrier(page, places, column, findings, carrier, year, sums, cells)


def _write_carrier(
    page: Page, rows: tuple[int, int], column: int, findings: Findings, carrier: str, year: int,
    sums: SumCells, cells: DriverCells,
) -> None:  # fmt: skip
    used = findings.driver_facts[year]
    energy, co2 = (sums.at(block, carrier, year) for block in ("energy", "carrier"))
    found = findings.comparisons.get(year)
    moved = cells.moved.get(year)
    sign = _sign(found, carrier) if moved else ""
    shift = f"{sign}{moved.at(page)}" if moved and sign else ""
    value = used.energy_by.get(carrier, 0.0)
    cell = page.formula(rows[0], column, f"{energy.at(page)}{shift}", value, "tonnes")
    ratio = f"{cell.at(page)}*{co2.at(page)}/{energy.at(page)}"
    formula = ratio if shift else co2.at(page)
    cells.energy[carrier, year] = cell
    cells.co2[carrier, year] = page.formula(
        rows[1], column, formula, used.co2_by.get(carrier, 0.0), "tonnes"
    )


def _sign(found: Comparison | None, carrier: str) -> str:
    if found is None:
        return ""
    return {found.carrier: "+", found.against: "-"}.get(carrier, "")
