"""A park as a workbook, read: whatever order, titles and totals its sheets have."""

import difflib
from collections.abc import Mapping, Sequence
from pathlib import Path

from python_calamine import CalamineSheet, CalamineWorkbook

from tanlu.connect.archive import check_archive, mending
from tanlu.connect.grid import Grid, Line, heading_line, read_grid
from tanlu.connect.heading import find_table
from tanlu.connect.layout import CARD_SHEET, CARD_VALUE, OWN_SHEETS
from tanlu.connect.look import shown
from tanlu.connect.parts import Oddities, column_letters, examine_sheet, sheet_parts
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.measure.cell import near
from tanlu.measure.note import NotedDraft
from tanlu.model.book import Sheet
from tanlu.model.table import park_fields, tables


def read_workbook(path: Path) -> NotedDraft:
    """A park from an .xlsx workbook, nothing converted, nothing judged.

    Args:
        path: The workbook.

    Returns:
        The draft, with a warning for each sheet and row of totals passed over.

    Raises:
        InputError: When it cannot be read as a park; all faults together.
    """
    draft = scan_workbook(path)
    raise_errors(draft.warnings)
    return draft


def scan_workbook(path: Path) -> NotedDraft:
    """A park from a workbook as far as it can be read, with all faults in `warnings`.

    Args:
        path: The workbook.

    Returns:
        The draft; a sheet that cannot be read is left out.

    Raises:
        InputError: When it is not a workbook at all, or not safe to open.
    """
    check_archive(path)
    parts = sheet_parts(path)
    with mending(Place(path.name)):
        book = CalamineWorkbook.from_path(str(path))
    faults: list[Fault] = []
    card: dict[str, str] = {}
    sheets: dict[str, Sheet] = {}
    for name in book.sheet_names:
        try:
            _take(_Door(path, book, name, parts.get(name, "")), card, sheets, faults)
        except InputError as error:
            faults += error.faults
    if not any(_is_card(name) for name in book.sheet_names):
        known = ", ".join(book.sheet_names)
        faults.append(
            Fault("missing_sheet", Place(path.name), {"sheet": CARD_SHEET, "known": known})
        )
    ordered = {name: sheets[name] for name in tables() if name in sheets}
    return NotedDraft(card, ordered, tuple(faults))


class _Door:
    """One sheet of an open workbook."""

    def __init__(self, path: Path, book: CalamineWorkbook, name: str, part: str) -> None:
        self.path, self.book, self.name, self.part = path, book, name, part
        self.place = Place(path.name, name)

    def open(self) -> tuple[CalamineSheet, Oddities]:
        """The sheet's cells and its oddities; bounds are checked first."""
        odd = examine_sheet(self.path, self.part, self.place)
        with mending(self.place):
            return self.book.get_sheet_by_name(self.name), odd
        raise AssertionError  # mending() lets nothing through


def _is_card(name: str) -> bool:
    return name.strip().casefold() in (CARD_SHEET, "园区")


def _take(door: _Door, card: dict[str, str], sheets: dict[str, Sheet], faults: list[Fault]) -> None:
    table = find_table(door.name)
    if door.name.casefold() in OWN_SHEETS:
        return
    if _is_card(door.name):
        sheet, odd = door.open()
        card |= _card(_lines(sheet, odd), door.place, faults)
    elif table is None:
        faults.append(_unread(door))
    elif table in sheets:
        raise InputError.of("duplicate_heading", door.place, heading=door.name)
    else:
        sheets[table] = _table(door, table, faults)


def _unread(door: _Door) -> Fault:
    names = ", ".join(tables())
    words = [word for table in tables().values() for word in (table.name, table.label.zh)]
    if difflib.get_close_matches(door.name.casefold(), words, n=1, cutoff=0.8):
        # a misspelt name must not make emissions vanish
        known = near(door.name, tables())
        return Fault("unknown_table", door.place, {"table": door.name, "known": known})
    return Fault("unread_sheet", door.place, {"known": names})


def _lines(sheet: CalamineSheet, odd: Oddities) -> list[Line]:
    rows = enumerate(sheet.to_python(skip_empty_area=False), start=1)
    return [(number, _texts(values, odd, number)) for number, values in rows]


def _texts(values: Sequence[object], odd: Oddities, row: int) -> list[str]:
    return [
        value if isinstance(value, str) else shown(value, odd.looks.get((row, column)))
        for column, value in enumerate(values, start=1)
    ]


def _table(door: _Door, table: str, faults: list[Fault]) -> Sheet:
    sheet, odd = door.open()
    lines = _lines(sheet, odd)
    grid = Grid(table, lines, door.path.name, door.name)
    if not any(text.strip() for _, texts in lines for text in texts):
        return Sheet(table, (), grid.file, grid.sheet)
    at = heading_line(grid)
    first = lines[at][0] if at is not None else 0
    names = dict(enumerate(lines[at][1], start=1)) if at is not None else {}
    faults += _merged(sheet, first, door.place)
    faults += _errors(odd, first, names, door.place)
    found, odd_rows = read_grid(grid)
    faults += odd_rows
    return found


def _merged(sheet: CalamineSheet, heading: int, place: Place) -> list[Fault]:
    faults = []
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        cells = f"{column_letters(left + 1)}{top + 1}:{column_letters(right + 1)}{bottom + 1}"
        if top + 1 > heading:  # titles and headings may be merged
            where = Place(place.file, place.sheet, top + 1, column_letters(left + 1))
            faults.append(Fault("merged_cells", where, {"cells": cells}))
    return faults


def _errors(odd: Oddities, heading: int, names: Mapping[int, str], place: Place) -> list[Fault]:
    return [
        Fault(
            "error_cell" if text != "=" else "unread_formula",
            Place(place.file, place.sheet, row, names.get(column) or column_letters(column)),
            {"text": text},
        )
        for (row, column), text in sorted(odd.errors.items())
        if row > heading
    ]


def _card(lines: list[Line], place: Place, faults: list[Fault]) -> dict[str, str]:
    head, column = _value_column(lines)
    card: dict[str, str] = {}
    for number, texts in lines[head:]:
        value = texts[column] if column < len(texts) else ""
        known = next((found for text in texts[:CARD_VALUE] if (found := _entry(text))), None)
        name = known or (texts[0].strip() if value.strip() else "")
        if name in card:
            where = Place(place.file, place.sheet, number, name)
            faults.append(Fault("duplicate_heading", where, {"heading": name}))
        elif name:
            card[name] = value
    return card


def _value_column(lines: list[Line]) -> tuple[int, int]:
    for index, (_, texts) in enumerate(lines):
        for column, text in enumerate(texts):
            if _is_value(text):
                return index + 1, column
    return 0, 1


def _is_value(text: str) -> bool:
    return text.replace(" ", "").casefold() in ("值/value", "value", "值", "value/值")


def _entry(text: str) -> str | None:
    plain = text.strip().rstrip("* ").casefold()
    for name, column in park_fields().items():
        if plain in (name, column.label.en.casefold(), column.label.zh):
            return name
    return None
