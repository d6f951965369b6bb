"""An open workbook and the styles of its cells."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from tanlu.connect.layout import Worksheet
from tanlu.errors import InputError

_LONGEST_CELL = 32_767
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_STYLES: Mapping[str, Mapping[str, object]] = {
    "text": {"num_format": "@"},
    "head": {"bold": True, "bg_color": "#DCE9E2", "border": 1, "text_wrap": True, "valign": "top"},
    "code": {"italic": True, "font_color": "#777777", "font_size": 8},
    "title": {"bold": True, "font_size": 14},
    "plain": {},
    "wrap": {"text_wrap": True, "valign": "top"},
    "bad": {"num_format": "@", "bg_color": "#F8C9C4", "border": 1, "border_color": "#B3261E"},
    "bad_head": {"bold": True, "bg_color": "#F8C9C4", "border": 1, "text_wrap": True},
}


@dataclass(frozen=True, slots=True)
class Pen:
    """An open workbook with its cell styles."""

    book: Any
    styles: Mapping[str, Any]

    def put(self, sheet: Worksheet, row: int, column: int, text: str, style: str = "text") -> None:
        """Write a text as a text, whatever it looks like."""
        if len(text) > _LONGEST_CELL:
            raise InputError.of("too_long", length=len(text), most=_LONGEST_CELL)
        if text:
            sheet.write_string(row, column, text, self.styles[style])
        else:
            sheet.write_blank(row, column, None, self.styles[style])


@contextmanager
def open_pen(path: Path) -> Iterator[Pen]:
    """A new workbook to write into; it is closed, and so written, at the end.

    Args:
        path: The new file.
    """
    with xlsxwriter.Workbook(str(path), _OPTIONS) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
        yield Pen(book, {name: book.add_format(style) for name, style in _STYLES.items()})
