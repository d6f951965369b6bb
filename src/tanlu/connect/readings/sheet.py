"""Sheets of a workbook as blocks of texts."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineSheet, CalamineWorkbook

from tanlu.connect.archive import MB, MOST_PACKED, check_archive, mending
from tanlu.connect.parts import error_cells, sheet_parts
from tanlu.connect.readings.block import BLOCK_ROWS, HEAD_ROWS, Block, Grid, Source, from_rows
from tanlu.errors import InputError, Place

_MOST_ROWS = 1_048_576  # what a sheet can hold
_MOST_COLUMNS = 2_048
_OLD = (".xls",)
_OTHER = (".xlsb", ".ods")


def open_workbook(path: Path) -> Source:
    """A workbook, every sheet that holds anything.

    Args:
        path: The file.

    Raises:
        InputError: When it is damaged, locked, or not safe to open.
    """
    place = Place(path.name)
    parts = _parts(path, place)
    with mending(place):
        book = CalamineWorkbook.from_path(str(path))
    grids = [grid for name in book.sheet_names if (grid := _grid(path, book, name, parts))]
    if not grids:
        raise InputError.of("empty_file", place)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Source(path.name, digest, path.stat().st_size, grids)


def _parts(path: Path, place: Place) -> Mapping[str, str]:
    if path.suffix.lower() in (*_OLD, *_OTHER):
        size = path.stat().st_size
        if size > MOST_PACKED:
            raise InputError.of("file_too_large", place, size=size // MB, most=MOST_PACKED // MB)
        if path.suffix.lower() in _OTHER:
            check_archive(path)
        return {}
    check_archive(path)
    return sheet_parts(path)


def _grid(path: Path, book: CalamineWorkbook, name: str, parts: Mapping[str, str]) -> Grid | None:
    place = Place(path.name, name)
    errors: Mapping[tuple[int, int], str] = {}
    if name in parts:
        errors = error_cells(
            path, parts[name], place, most_rows=_MOST_ROWS, most_columns=_MOST_COLUMNS
        )
    with mending(place):
        sheet = book.get_sheet_by_name(name)
        rows = sheet.to_python(skip_empty_area=False)
    if not rows:
        return None
    width = max(len(row) for row in rows)
    head = _texts(rows[:HEAD_ROWS], 1, errors)
    return Grid(name, head, lambda: _blocks(rows, width, errors), "", _merged(sheet))


def _merged(sheet: CalamineSheet) -> list[tuple[int, int, int, int]]:
    found = sheet.merged_cell_ranges or ()
    return [(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in found]


def _blocks(
    rows: Sequence[Sequence[object]], width: int, errors: Mapping[tuple[int, int], str]
) -> Iterator[Block]:
    for start in range(0, len(rows), BLOCK_ROWS):
        part = rows[start : start + BLOCK_ROWS]
        yield from_rows(_texts(part, start + 1, errors), width, start + 1)


def _texts(
    rows: Sequence[Sequence[object]], first: int, errors: Mapping[tuple[int, int], str]
) -> list[list[str]]:
    if not errors:
        return [[_text(value) for value in row] for row in rows]
    return [
        [errors.get((number, at)) or _text(value) for at, value in enumerate(row, start=1)]
        for number, row in enumerate(rows, start=first)
    ]


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return _moment(value)


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        # a spreadsheet's day is a double: its microseconds are noise
        return str((value + timedelta(microseconds=500_000)).replace(microsecond=0))
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    if isinstance(value, time):
        near = datetime.combine(date(2000, 1, 1), value) + timedelta(microseconds=500_000)
        return "24:00:00" if near.day == 2 else f"{near:%H:%M:%S}"
    return str(value)
