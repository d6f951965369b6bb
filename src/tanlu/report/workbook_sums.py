"""Sums over the lines by year: scope, carrier, system, gas and member, all as SUMIFS."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from tanlu.report.findings import Findings
from tanlu.report.workbook_lines import LineCells
from tanlu.report.workbook_pen import Cell, Page, Pen
from tanlu.report.workbook_records import RecordCells, conversion

FIRST = 2  # the column of the first year
Code = str | int


@dataclass(frozen=True, slots=True)
class Block:
    """A group of sums: the column that is summed, and the column and codes it is split by."""

    key: str
    summed: str
    split: str
    codes: Mapping[Code, str]
    is_gross: bool = False  # what members book, before supply among them cancels


@dataclass
class SumCells:
    """Cells of sums by (block, code, year); code "" is the block's total."""

    years: list[int]
    cells: dict[tuple[str, Code, int], Cell] = field(default_factory=dict)

    def at(self, block: str, code: Code, year: int) -> Cell:
        """The cell of a sum."""
        return self.cells[block, code, year]


def blocks_of(findings: Findings, lines: LineCells, pen: Pen) -> list[Block]:
    """The groups that the park's lines have."""
    language, words, frame = pen.words.language, pen.words, lines.frame
    carriers: dict[Code, str] = {
        c: findings.catalog.carriers[c].label.of(language)
        for c in frame["carrier"].unique(maintain_order=True)
    }
    systems: dict[Code, str] = {
        s or "none": words.name("system", s) for s in frame["system"].unique(maintain_order=True)
    }
    gases: dict[Code, str] = {g: words.name("gas", g) for g in sorted(frame["gas"].unique())}
    labels, ledger = findings.ledger.labels, findings.ledger
    members: dict[Code, str] = {
        lines.numbers[m]: labels[m].of(language)
        for m in ledger.chains
        if m == ledger.park_id or m in set(frame["cell"])
    }
    scopes: dict[Code, str] = {s: words.name("scope", s) for s in (1, 2)}
    return [
        Block("scope", "co2", "scope", scopes),
        Block("carrier", "co2", "carrier_id", carriers),
        Block("system", "co2", "system_id", systems),
        Block("gas", "co2", "gas", gases),
        Block("gas_mass", "gas_t", "gas", gases),
        Block("energy", "energy", "carrier_id", carriers),
        Block("member", "co2", "cell", members, is_gross=True),
    ]


def write_sums(pen: Pen, findings: Findings, lines: LineCells, records: RecordCells) -> SumCells:
    """Write all groups, the elimination among members, and output value."""
    page = pen.pages["sums"]
    page.widths(24, 40, *[18.0] * len(findings.inventories))
    page.frozen(3, 2)
    cells = SumCells(sorted(findings.inventories))
    row = 3
    for block in blocks_of(findings, lines, pen):
        row = _Writer(page, lines, cells, block).write(row) + 2
    row = _write_elimination(page, row, cells, lines) + 2
    _write_output(page, row, cells, findings, records)
    return cells


class _Writer:
    """Writes one group of sums."""

    def __init__(self, page: Page, lines: LineCells, cells: SumCells, block: Block) -> None:
        self.page, self.lines, self.cells, self.block = page, lines, cells, block
        self.values = _values(lines, block)

    def write(self, row: int) -> int:
        """Write heading, one row a code, and the total; gives the total's row."""
        page, block, words = self.page, self.block, self.page.pen.words
        page.text(row, 0, words(f"sum.{block.key}"), "head")
        page.text(row, 1, "", "head")
        heads = page.years(row, self.cells.years, FIRST)
        for index, (code, label) in enumerate(block.codes.items(), start=row + 1):
            self._write_code(index, code, label, heads)
        last = row + len(block.codes)
        if block.key == "gas_mass":  # tonnes of different gases are not added (R4)
            return last
        page.text(last + 1, 0, words("sum.total"), "total")
        page.text(last + 1, 1, "", "total")
        for index, year in enumerate(self.cells.years):
            parts = [self.cells.at(block.key, code, year) for code in block.codes]
            total = math.fsum(part.number for part in parts)
            span = f"{parts[0].at(page)}:{parts[-1].at(page)}" if parts else "0"
            cell = page.formula(last + 1, FIRST + index, f"SUM({span})", total, "total")
            self.cells.cells[block.key, "", year] = cell
        return last + 1

    def _write_code(self, row: int, code: Code, label: str, heads: Sequence[Cell]) -> None:
        page, block = self.page, self.block
        key = (
            page.text(row, 0, code) if isinstance(code, str) else page.number(row, 0, code, "key")
        ).at(page)
        page.text(row, 1, label)
        for index, head in enumerate(heads):
            year = self.cells.years[index]
            value = self.values.get((code, year), 0.0)
            formula = _net(self.lines, block, head.at(page), key)
            cell = page.formula(row, FIRST + index, formula, value, "tonnes")
            self.cells.cells[block.key, code, year] = cell


def _net(lines: LineCells, block: Block, year: str, key: str) -> str:
    def part(flag: str) -> str:
        pairs = [("year", year), (flag, "1"), (block.split, key)]
        criteria = ",".join(f"{lines.span(name)},{value}" for name, value in pairs)
        return f"SUMIFS({lines.span(block.summed)},{criteria})"

    if block.is_gross:
        return part("booked")
    less = ["cancels", "sent"] if block.summed == "energy" else ["cancels"]
    return "-".join(part(flag) for flag in ["booked", *less])


_COLUMNS = {"co2": "co2_t", "gas_t": "gas_t", "energy": "energy_tce"}
_SPLITS = {"carrier_id": "carrier", "system_id": "system"}


def _values(lines: LineCells, block: Block) -> dict[tuple[Code, int], float]:
    sign = pl.col("booked").cast(pl.Float64)
    if not block.is_gross:
        sign = sign - pl.col("cancels")
    if block.summed == "energy":
        sign = sign - pl.col("sent")
    split = _SPLITS.get(block.split, block.split)
    found = (
        lines.frame.with_columns(net=pl.col(_COLUMNS[block.summed]).fill_null(0.0) * sign)
        .with_columns(pl.col("system").fill_null("none"))
        .group_by(split, "year")
        .agg(pl.col("net").sum())
    )
    numbers = lines.numbers if block.split == "cell" else {}
    return {(numbers.get(code, code), year): value for code, year, value in found.iter_rows()}


def _write_elimination(page: Page, row: int, cells: SumCells, lines: LineCells) -> int:
    words, frame = page.pen.words, lines.frame
    page.text(row, 0, words("sum.reconciliation"), "head")
    page.text(row, 1, "", "head")
    heads = page.years(row, cells.years, FIRST)
    for offset, key in enumerate(("members", "elimination", "park", "sent"), start=1):
        page.text(row + offset, 0, key)
        page.text(row + offset, 1, words(f"sum.{key}"))
    for index, (head, year) in enumerate(zip(heads, cells.years, strict=True)):
        column, at = FIRST + index, head.at(page)
        gross = cells.at("member", "", year)
        first = page.formula(row + 1, column, gross.at(page), gross.value, "tonnes")
        flags = [_flagged(page, row + r, column, flag, year, at, lines, frame)
                 for r, flag in ((2, "cancels"), (4, "sent"))]  # fmt: skip
        formula = f"{first.at(page)}-{flags[0].at(page)}"
        net = first.number - flags[0].number
        park = page.formula(row + 3, column, formula, net, "total")
        named = zip(("members", "elimination", "park", "sent"), (first, flags[0], park, flags[1]),
                    strict=True)  # fmt: skip
        cells.cells.update({("reconciliation", name, year): cell for name, cell in named})
    return row + 4


def _flagged(
    page: Page, row: int, column: int, flag: str, year: int, at: str, lines: LineCells,
    frame: pl.DataFrame,
) -> Cell:  # fmt: skip
    value = frame.filter(pl.col("year") == year, pl.col(flag) == 1)["co2_t"].sum()
    formula = f"SUMIFS({lines.span('co2')},{lines.span('year')},{at},{lines.span(flag)},1)"
    return page.formula(row, column, formula, float(value), "tonnes")


def _write_output(
    page: Page, row: int, cells: SumCells, findings: Findings, records: RecordCells
) -> None:
    words = page.pen.words
    base = findings.book.park.price_base or words("price_base_missing")
    page.text(row, 0, words("sum.indicators"), "head")
    page.text(row, 1, "", "head")
    page.years(row, cells.years, FIRST)
    names = ("output", "per_output", "per_energy", "energy_per_output")
    for offset, key in enumerate(names, start=1):
        page.text(row + offset, 0, key)
        page.text(row + offset, 1, words(f"sum.{key}", base=base))
    for index, year in enumerate(cells.years):
        column = FIRST + index
        output = _output(page, row + 1, column, year, findings, records)
        co2, energy = cells.at("scope", "", year), cells.at("energy", "", year)
        cells.cells["indicator", "output", year] = output
        ratios = ((2, "per_output", co2, output, 1e4), (3, "per_energy", co2, energy, 1.0),
                  (4, "energy_per_output", energy, output, 1e4))  # fmt: skip
        for offset, key, above, below, scale in ratios:
            cell = _ratio(page, row + offset, column, above, below, scale)
            cells.cells["indicator", key, year] = cell


def _output(
    page: Page, row: int, column: int, year: int, findings: Findings, records: RecordCells
) -> Cell:
    if findings.facts[year].output_cny is None:
        return page.text(row, column, page.pen.words("unknown"))
    rows = findings.book.table("indicators").filter(
        pl.col("member_id") == findings.ledger.park_id,
        pl.col("indicator") == "output_value",
        pl.col("year") == year,
    )
    parts = []
    for record in rows.iter_rows(named=True):
        cell = records.find("indicators", record["row"], "quantity")
        times, over = conversion(record["unit"], record["amount_unit"])
        parts.append(f"{cell.at(page)}*{times}/{over}" if cell else f"{record['amount']!r}")
    return page.formula(row, column, "+".join(parts), findings.facts[year].output_cny, "money")


def _ratio(page: Page, row: int, column: int, above: Cell, below: Cell, scale: float) -> Cell:
    if not below.number:
        return page.text(row, column, page.pen.words("unknown"))
    times = f"*{scale:g}" if scale != 1 else ""
    formula = f"{above.at(page)}/{below.at(page)}{times}"
    value = above.number / below.number * scale
    return page.formula(row, column, formula, value, "0.0000")
