"""The records as entered: one sheet a table, numbers as numbers, texts as texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tanlu.model.book import Book, Row
from tanlu.model.table import Table, tables
from tanlu.report.workbook_pen import Cell, Page, Pen
from tanlu.units import parse_unit

TABLES = (
    "activities", "flows", "batches", "stocks", "parts", "mass_balance", "cems", "indicators",
    "published", "factors", "members", "channels", "scenarios", "assumptions", "targets",
    "citations",
)  # fmt: skip
HEAD_ROW = 2
_NUMERIC = {"number", "percent", "accuracy", "integer", "year"}


@dataclass
class RecordCells:
    """Cells of numbers as entered, by table, row number and column."""

    numbers: dict[tuple[str, int, str], Cell] = field(default_factory=dict)

    def find(self, table: str, row: int, column: str) -> Cell | None:
        """The cell of a number as entered."""
        return self.numbers.get((table, row, column))


def write_records(pen: Pen, book: Book) -> RecordCells:
    """Write every table that the park filled in."""
    cells = RecordCells()
    for name in TABLES:
        if book.table(name).height:
            _write_table(pen, book, tables()[name], cells)
    return cells


def _write_table(pen: Pen, book: Book, table: Table, cells: RecordCells) -> None:
    language = pen.words.language
    name = pen.words("sheet.records.name", table=table.label.of(language))
    page = pen.page(name)
    page.text(0, 0, table.label.of(language), "title")
    page.text(1, 0, pen.words("sheet.records.help"), "note")
    page.heads(
        HEAD_ROW, [pen.words("record.row"), *(_head(f, language) for f in table.fields.values())]
    )
    drafted = {row.number: row for row in book.draft.sheet(table.name).rows}
    for index, typed in enumerate(book.table(table.name).iter_rows(named=True)):
        _write_row(page, table, HEAD_ROW + 1 + index, typed, drafted.get(typed["row"]), cells)
    page.widths(6, 24, *[18.0] * (len(table.fields) - 1))
    page.frozen(HEAD_ROW + 1, 2)


def _head(column: Any, language: Any) -> str:  # noqa: ANN401 - a Field and a Language
    return f"{column.label.of(language)} ({column.name})"


def _write_row(
    page: Page, table: Table, row: int, typed: Mapping[str, Any], drafted: Row | None,
    cells: RecordCells,
) -> None:  # fmt: skip
    number = int(typed["row"])
    page.number(row, 0, number, "integer")
    for column, (name, shape) in enumerate(table.fields.items(), start=1):
        written = drafted.cells.get(name, "") if drafted else str(typed[name] or "")
        if shape.kind in _NUMERIC and typed[name] is not None:
            style = _as_printed(written, typed[name])
            cells.numbers[table.name, number, name] = page.number(row, column, typed[name], style)
        else:
            page.text(row, column, written.strip())


def _as_printed(written: str, value: float) -> str:
    # 32.50 keeps its second decimal on the page, as entered
    plain = written.strip()
    try:
        is_plain = float(plain) == value and "e" not in plain.lower()
    except ValueError:
        return "general"
    places = len(plain.partition(".")[2])
    return ("0." + "0" * places if places else "0") if is_plain else "general"


def conversion(written: str, wanted: str) -> tuple[int, int]:
    """By what a number in one unit is multiplied and divided to be in another, exactly.

    Example:
        >>> conversion("万 tce", "tce"), conversion("kWh", "MWh")
        ((10000, 1), (1, 1000))
    """
    scale: Fraction = parse_unit(written).factor / parse_unit(wanted).factor
    return scale.numerator, scale.denominator
