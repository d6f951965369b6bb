"""The parts of a workbook read before its tables are: bounds, looks, errors."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from tanlu.connect.archive import mending
from tanlu.connect.look import Look, looks
from tanlu.errors import InputError, Place
from tanlu.measure.page import MOST_ROWS

MOST_COLUMNS = 256
_STYLES = "xl/styles.xml"
_SPARE_ROWS = 1_000  # titles, blank rows and rows of totals beside the data
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br\s*=\s*[\"'](\d+)")
_CELL = re.compile(rb"\br\s*=\s*[\"']([A-Z]{1,3})(\d+)[\"']")
_FULL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_STYLE = re.compile(rb"\bs\s*=\s*[\"'](\d+)")
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>(.*?)</", re.DOTALL)
_ERROR = re.compile(rb"\bt\s*=\s*[\"']e[\"']")
Cell = tuple[int, int]  # row and column, from 1


@dataclass(frozen=True, slots=True)
class Oddities:
    """Cells of a sheet that its plain values do not tell about."""

    looks: dict[Cell, Look] = field(default_factory=dict)
    errors: dict[Cell, str] = field(default_factory=dict)


def sheet_parts(path: Path) -> dict[str, str]:
    """The part of a workbook that holds each sheet, by the sheet's name.

    Args:
        path: An .xlsx file that has passed `check_archive`.

    Raises:
        InputError: When it is an archive, but not of a workbook.
    """
    place = Place(path.name)
    with mending(place), zipfile.ZipFile(path) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            raise InputError.of("broken_archive", place, reason="no xl/workbook.xml")
        book = _xml(archive, "xl/workbook.xml", place)
        links = _xml(archive, "xl/_rels/workbook.xml.rels", place)
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    return {
        sheet.get("name", ""): posixpath.normpath(posixpath.join("/xl", targets[key])).lstrip("/")
        for sheet in book.iterfind("{*}sheets/{*}sheet")
        if (key := _link(sheet)) in targets
    }


def _link(sheet: ET.Element) -> str | None:
    return next((value for name, value in sheet.items() if name.endswith("}id")), None)


def _xml(archive: zipfile.ZipFile, name: str, place: Place) -> ET.Element:
    data = archive.read(name)
    _refuse_entities(data, name, place)
    return ET.fromstring(data)  # noqa: S314 - entities were refused one line above


def _refuse_entities(data: bytes, name: str, place: Place) -> None:
    if b"\0" in data or b"<!DOCTYPE" in data or b"<!ENTITY" in data:  # NUL: UTF-16 would hide them
        raise InputError.of("broken_archive", place, reason=f"{name} defines entities")


def examine_sheet(path: Path, part: str, place: Place) -> Oddities:
    """Look through a sheet before its cells are laid out in memory.

    Args:
        path: The workbook.
        part: The part that holds the sheet.
        place: The sheet, for messages.

    Returns:
        Cells with a look of their own, and cells that show an error.

    Raises:
        InputError: When cells lie so far out that laying them out would not fit.
    """
    with mending(place), zipfile.ZipFile(path) as archive:
        data = archive.read(part)
        styles = archive.read(_STYLES) if _STYLES in archive.namelist() else b""
        _refuse_entities(styles, _STYLES, place)
        _refuse_entities(data, part, place)
        kinds = looks(styles) if styles else {}
    _check_bounds(data, place, MOST_ROWS + _SPARE_ROWS, MOST_COLUMNS)
    odd = Oddities()
    if kinds or _ERROR.search(data) or b"<f" in data:
        for cell, attributes, body in _cells(data):
            _note(odd, cell, attributes, body, kinds)
    return odd


def error_cells(
    path: Path, part: str, place: Place, *, most_rows: int, most_columns: int
) -> dict[Cell, str]:
    """Cells of a sheet that show an error, or a formula that was never computed.

    Args:
        path: The workbook.
        part: The part that holds the sheet.
        place: The sheet, for messages.
        most_rows: Rows that may be laid out in memory.
        most_columns: Columns likewise.

    Returns:
        What each shows; "=" for a formula without a value.

    Raises:
        InputError: When cells lie so far out that laying them out would not fit.
    """
    with mending(place), zipfile.ZipFile(path) as archive:
        data = archive.read(part)
        _refuse_entities(data, part, place)
    _check_bounds(data, place, most_rows, most_columns)
    odd = Oddities()
    if _ERROR.search(data) or b"<f" in data:
        for cell, attributes, body in _cells(data):
            _note(odd, cell, attributes, body, {})
    return odd.errors


def _check_bounds(data: bytes, place: Place, most_rows: int, most_columns: int) -> None:
    rows = [int(number) for number in _ROW.findall(data)]
    last = max(max(rows, default=0), data.count(b"<row"))
    if last > most_rows:
        raise InputError.of("too_many_rows", place, count=last, most=most_rows)
    columns = {letters for letters, _ in _CELL.findall(data)}
    widest = max((column_number(letters.decode()) for letters in columns), default=0)
    if widest > most_columns:
        raise InputError.of("too_many_columns", place, count=widest, most=most_columns)


def column_number(letters: str) -> int:
    """The number of a column from its letters.

    Example:
        >>> column_number("A"), column_number("AB")
        (1, 28)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """The letters of a column, counted from 1.

    Example:
        >>> column_letters(28)
        'AB'
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _cells(data: bytes) -> Iterator[tuple[Cell, bytes, bytes]]:
    for match in _FULL.finditer(data):
        at = _CELL.search(match[1])
        if at:
            yield (int(at[2]), column_number(at[1].decode())), match[1], match[2] or b""


def _note(
    odd: Oddities, cell: Cell, attributes: bytes, body: bytes, kinds: dict[int, Look]
) -> None:
    style = _STYLE.search(attributes)
    look = kinds.get(int(style[1])) if style else None
    if look:
        odd.looks[cell] = look
    value = _VALUE.search(body)
    if _ERROR.search(attributes):
        odd.errors[cell] = value[1].decode("utf-8", "replace")[:20] if value else "#ERROR"
    elif b"<f" in body and value is None:
        odd.errors[cell] = "="
