"""A file of readings given back as a workbook: faulty cells red, the reason in a comment."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from tanlu.connect.archive import mending
from tanlu.connect.layout import Worksheet
from tanlu.connect.pen import Pen, open_pen
from tanlu.connect.readings.block import Source
from tanlu.connect.readings.parsed import REASONS, Refused
from tanlu.connect.whole import write_file
from tanlu.errors import Place

_WHOLE = 200_000  # rows up to which a text file is given back whole
_WIDEST = 16_384
_LISTED = 10_000
_HEADS = ("工作表 Sheet", "行 Row", "列 Column", "值 Value", "原因", "Reason")
_FORMATS: Mapping[type, str] = {
    datetime: "yyyy-mm-dd hh:mm:ss",
    date: "yyyy-mm-dd",
    time: "hh:mm:ss",
    timedelta: "[h]:mm:ss",
}
Row = tuple[int, Sequence[object]]


def mark_file(
    path: Path, source: Source, refused: Sequence[Refused], out: Path, *, force: bool = False
) -> None:
    """Give a file back with its faulty cells marked.

    Args:
        path: The file.
        source: The same, opened.
        refused: What was refused of it.
        out: The new workbook; it must not exist unless `force`.
        force: Replace the file that stands there.

    Raises:
        InputError: When the workbook exists already or cannot be written.
    """
    write_file(out, lambda target: _fill(path, source, refused, target), force=force)


def _fill(path: Path, source: Source, refused: Sequence[Refused], target: Path) -> None:
    with open_pen(target) as pen:
        _list(pen, refused)
        for grid in source.grids:
            of_sheet = [each for each in refused if each.sheet == grid.name]
            rows = _rows(path, source, grid.name, {each.row for each in of_sheet})
            _sheet(pen, grid.name or "data", rows, of_sheet)


def _list(pen: Pen, refused: Sequence[Refused]) -> None:
    sheet = pen.book.add_worksheet("refused 拒绝")
    sheet.set_tab_color("#B3261E")
    sheet.freeze_panes(1, 0)
    for column, text in enumerate(_HEADS):
        sheet.set_column(column, column, 24 if column > 3 else 16)
        pen.put(sheet, 0, column, text, "head")
    for row, each in enumerate(refused[:_LISTED], start=1):
        why = REASONS[each.reason]
        texts = (each.sheet, str(each.row), each.column, each.value[:1000], why.zh, why.en)
        for column, text in enumerate(texts):
            pen.put(sheet, row, column, text)


def _rows(path: Path, source: Source, name: str, faulty: set[int]) -> Iterator[Row]:
    if name:
        with mending(Place(path.name, name)):
            book = CalamineWorkbook.from_path(str(path))
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        yield from enumerate(rows, start=1)
        return
    grid = source.grids[0]
    is_whole = sum(block.cells.height for block in grid.blocks()) <= _WHOLE
    head = len(grid.head) if is_whole else 20
    for block in grid.blocks():
        for number, values in enumerate(block.cells.iter_rows(), start=block.first):
            if is_whole or number <= head or number in faulty:
                yield number, values


def _sheet(pen: Pen, name: str, rows: Iterator[Row], refused: Sequence[Refused]) -> None:
    sheet = pen.book.add_worksheet(name[:31])
    reasons: dict[tuple[int, int], str] = {}
    for each in refused[:_LISTED]:
        why = REASONS[each.reason]
        reasons[each.row, each.place] = f"{why.zh}\n{why.en}"
    looks = {kind: pen.book.add_format({"num_format": text}) for kind, text in _FORMATS.items()}
    bad = {kind: pen.book.add_format(_bad(text)) for kind, text in _FORMATS.items()}
    for at, (number, values) in enumerate(rows):
        for column, value in enumerate(values[:_WIDEST]):
            reason = reasons.get((number, column))
            _put(pen, sheet, (at, column), value, (bad if reason else looks), is_bad=bool(reason))
            if reason:
                told = reason if at == number - 1 else f"{number}: {reason}"
                sheet.write_comment(at, column, told, {"x_scale": 2})


def _bad(pattern: str) -> dict[str, object]:
    return {"num_format": pattern, "bg_color": "#F8C9C4", "border": 1, "border_color": "#B3261E"}


def _put(
    pen: Pen, sheet: Worksheet, place: tuple[int, int], value: object,
    looks: Mapping[type, Any], *, is_bad: bool,
) -> None:  # fmt: skip
    style = pen.styles["bad" if is_bad else "plain"]
    if isinstance(value, bool | str) or value is None:
        text = "" if value is None else str(value)[:32_000]
        if text or is_bad:
            pen.put(sheet, *place, text, "bad" if is_bad else "plain")
    elif isinstance(value, int | float):
        sheet.write_number(*place, value, style)
    elif type(value) in looks:
        sheet.write_datetime(*place, value, looks[type(value)])
    else:
        pen.put(sheet, *place, str(value), "bad" if is_bad else "plain")
