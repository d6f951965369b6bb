"""Cells of a workbook: each is written once, knows its address, and carries its value.

A formula is written with the value that Python computed, so that a reader that
does not recalculate shows numbers; a string is always written as a string.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any, TypeAlias

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from tanlu.report.wording import Words

Value: TypeAlias = float | str | bool | None

_PRINTED = 190  # characters of width that stay readable on a page across
_FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
_HEAD = {"bold": True, "bg_color": "#0b7a75", "font_color": "#ffffff", "text_wrap": True}
STYLES: dict[str, dict[str, object]] = {
    "text": {},
    "wrap": {"text_wrap": True},
    "title": {"bold": True, "font_size": 15, "font_color": "#0b7a75"},
    "section": {"bold": True, "font_size": 11, "font_color": "#0b7a75", "bottom": 1},
    "note": {"font_color": "#5f6b6d", "italic": True},
    "head": {**_HEAD, "align": "left", "valign": "vcenter"},
    "year": {**_HEAD, "align": "right", "valign": "vcenter", "num_format": "0"},
    "integer": {"num_format": "0"},
    "key": {"num_format": "0", "align": "left"},
    "general": {"num_format": "General"},
    "factor": {"num_format": "0.0#########"},
    "tonnes": {"num_format": "#,##0.00"},
    "total": {"num_format": "#,##0.00", "bold": True, "top": 1},
    "money": {"num_format": "#,##0"},
    "share": {"num_format": "0.00%"},
    "small": {"num_format": "0.000E+00"},
    "check": {"bold": True, "align": "center"},
    "date": {"num_format": "yyyy-mm-dd"},
}
PASSED = {"bg_color": "#d5ebe9", "font_color": "#0b7a75"}
FAILED = {"bg_color": "#f7d9c4", "font_color": "#8a3b00"}
_MADE_ON = datetime(2000, 1, 1)  # noqa: DTZ001 - a constant: equal input gives an equal file


class _Sheet(Worksheet):  # type: ignore[misc]  # xlsxwriter ships no types
    """A sheet whose formulas are written as they are: none uses a newer function's name."""

    def _prepare_formula(self, formula: str, *_: bool, **__: bool) -> str:
        return formula.removeprefix("=")


@dataclass(frozen=True, slots=True)
class Cell:
    """A written cell: where it is and the value that Python computed for it."""

    sheet: str
    row: int
    column: int
    value: Value

    def at(self, page: "Page") -> str:
        """Its address as a formula of another page, or of its own, writes it."""
        if page.name == self.sheet:
            return str(xl_rowcol_to_cell(self.row, self.column))
        fixed = xl_rowcol_to_cell(self.row, self.column, row_abs=True, col_abs=True)
        return f"'{self.sheet}'!{fixed}"

    @property
    def number(self) -> float:
        """Its value as a number; 0 for a blank, as a spreadsheet reads it."""
        return float(self.value) if isinstance(self.value, int | float) else 0.0


@dataclass
class Page:
    """A sheet that is being written."""

    name: str
    sheet: Any
    pen: "Pen"

    def text(self, row: int, column: int, value: str | None, style: str = "text") -> Cell:
        """Write a string, never a formula."""
        if value:
            self.sheet.write_string(row, column, value, self.pen.style(style))
        else:
            self.sheet.write_blank(row, column, None, self.pen.style(style))
        return Cell(self.name, row, column, value or "")

    def number(self, row: int, column: int, value: float | None, style: str = "general") -> Cell:
        """Write a number; leave the cell blank for None."""
        if value is not None:
            self.sheet.write_number(row, column, value, self.pen.style(style))
        return Cell(self.name, row, column, value)

    def formula(
        self, row: int, column: int, formula: str, value: Value, style: str = "general"
    ) -> Cell:
        """Write a live formula with the value that it must give."""
        shown = "" if value is None else value
        self.sheet.write_formula(row, column, f"={formula}", self.pen.style(style), shown)
        return Cell(self.name, row, column, value)

    def heads(self, row: int, names: list[str], column: int = 0) -> None:
        """Write a row of headings."""
        for index, name in enumerate(names, start=column):
            self.text(row, index, name, "head")

    def years(self, row: int, years: list[int], column: int) -> list[Cell]:
        """Write a heading of years as numbers, to be referred to."""
        return [self.number(row, column + i, y, "year") for i, y in enumerate(years)]

    def coloured(self, span: str) -> None:
        """Colour TRUE and FALSE in a range: teal holds, orange does not."""
        for wanted, look in (("TRUE", PASSED), ("FALSE", FAILED)):
            shape = self.pen.look(look)
            rule = {"type": "cell", "criteria": "==", "value": wanted, "format": shape}
            self.sheet.conditional_format(span, rule)

    def widths(self, *widths: float) -> None:
        """Set column widths from the first column on; wide sheets print on several pages."""
        for index, width in enumerate(widths):
            self.sheet.set_column(index, index, width)
        self.sheet.fit_to_pages(max(1, round(sum(widths) / _PRINTED)), 0)

    def span(self, column: int, first: int, last: int) -> str:
        """A range of one column as other pages write it."""
        letter = xl_col_to_name(column)
        return f"'{self.name}'!${letter}${first + 1}:${letter}${last + 1}"

    def frozen(self, row: int, column: int) -> None:
        """Keep the first rows and columns in view, on paper too."""
        self.sheet.freeze_panes(row, column)
        self.sheet.repeat_rows(0, max(row - 1, 0))
        if column:
            self.sheet.repeat_columns(0, column - 1)


@dataclass
class Pen:
    """A workbook that is being written, in one language, in memory."""

    words: Words
    buffer: BytesIO = field(default_factory=BytesIO)
    formats: dict[str, Any] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the workbook."""
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.book = xlsxwriter.Workbook(self.buffer, options)

    def style(self, name: str) -> Any:  # noqa: ANN401 - xlsxwriter ships no types
        """A cell format by its name, or by a number format such as `0.00`."""
        if name not in self.formats:
            wanted = STYLES.get(name, {"num_format": name})
            self.formats[name] = self.book.add_format({**_FONT, **wanted})
        return self.formats[name]

    def look(self, wanted: Mapping[str, object]) -> Any:  # noqa: ANN401 - xlsxwriter ships no types
        """A format for a condition."""
        return self.book.add_format(dict(wanted))

    def page(self, name: str) -> Page:
        """Add a sheet after those there are."""
        sheet = self.book.add_worksheet(name[:31], worksheet_class=_Sheet)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.5, 0.5, 0.6, 0.6)
        sheet.set_footer("&L&A&R&P / &N")
        sheet.hide_gridlines(1)
        return Page(name[:31], sheet, self)

    def lay_out(self, keys: Sequence[str]) -> None:
        """Add sheets in the order of reading; they may be filled in any order."""
        for key in keys:
            page = self.page(self.words(f"sheet.{key}.name"))
            page.sheet.set_row(0, 24)
            page.text(0, 0, self.words(f"sheet.{key}.title"), "title")
            page.text(1, 0, self.words(f"sheet.{key}.help"), "note")
            self.pages[key] = page

    def close(self, title: str, subject: str) -> bytes:
        """The finished workbook."""
        self.book.set_properties(
            {"title": title, "subject": subject, "author": "tanlu 碳路", "created": _MADE_ON}
        )
        self.book.set_calc_mode("auto")
        self.book.close()
        return self.buffer.getvalue()
