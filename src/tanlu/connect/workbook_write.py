"""A park as a workbook, written: every text exactly as it is, never as a formula."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tanlu.catalog.load import load_catalog
from tanlu.connect.folder import columns_of, filled_rows
from tanlu.connect.guide import write_guide
from tanlu.connect.layout import (
    CARD_HEADINGS,
    CARD_SHEET,
    CARD_VALUE,
    FIRST_ROW,
    LISTS,
    Worksheet,
    title,
)
from tanlu.connect.parts import column_letters
from tanlu.connect.pen import Pen, open_pen
from tanlu.connect.whole import write_file
from tanlu.errors import Fault
from tanlu.model.book import Draft
from tanlu.model.table import Field, park_fields, tables

_SPARE_ROWS = 500  # rows below the data that offer the same choices
_FIRST_LONG = 3  # columns of the hidden sheet before it hold the carriers
_LONGEST_LIST = 255  # characters of a list that Excel takes inline
_WIDTHS = {"text": 28, "id": 18, "ref": 18, "carrier": 18, "number": 14, "choice": 16}


@dataclass(frozen=True, slots=True)
class Marks:
    """Reasons by table, row as read (None: the heading), and column."""

    reasons: Mapping[tuple[str, int | None, str], str] = field(default_factory=dict)
    faults: Sequence[Fault] = ()

    def at(self, table: str, row: int | None, column: str) -> str | None:
        """Why a cell is faulty, if it is."""
        return self.reasons.get((table, row, column))


def write_workbook(draft: Draft, path: Path, *, force: bool = False) -> None:
    """A park as a workbook, written whole or not at all.

    Args:
        draft: The park as written.
        path: The workbook; it must not exist unless `force`.
        force: Replace the file that stands there.

    Raises:
        InputError: When the file exists already or cannot be written.
    """
    write_file(path, lambda target: fill_workbook(draft, target, Marks()), force=force)


def fill_workbook(draft: Draft, path: Path, marks: Marks) -> None:
    """Write all sheets of a park, with marks on the faulty cells.

    Args:
        draft: The park as written.
        path: The new file.
        marks: Faulty cells and their reasons; none for a plain workbook.
    """
    with open_pen(path) as pen:
        if marks.faults:
            _write_faults(pen, marks.faults)
        write_guide(pen)
        write_card(pen, draft, marks)
        extra = [name for name in draft.sheets if name not in tables()]
        for name in (*tables(), *extra):
            write_table(pen, draft, name, marks)
        write_lists(pen)


def _write_faults(pen: Pen, faults: Sequence[Fault]) -> None:
    sheet = pen.book.add_worksheet("faults")
    sheet.set_tab_color("#B3261E")
    for column, (text, width) in enumerate(
        [("位置 / Where", 36), ("问题", 48), ("办法", 48), ("What", 48), ("Fix", 48)]
    ):
        pen.put(sheet, 0, column, text, "head")
        sheet.set_column(column, column, width, pen.styles["wrap"])
    for row, fault in enumerate(faults, start=1):
        texts = [fault.place.of("zh"), fault.what("zh"), fault.fix("zh")]
        for column, text in enumerate([*texts, fault.what("en"), fault.fix("en")]):
            pen.put(sheet, row, column, text, "wrap")
    sheet.freeze_panes(1, 0)


def write_card(pen: Pen, draft: Draft, marks: Marks) -> None:
    """Write the card of a park.

    Args:
        pen: The open workbook.
        draft: The park as written.
        marks: Faulty cells and their reasons.
    """
    sheet = pen.book.add_worksheet(CARD_SHEET)
    sheet.set_column(0, 1, 24)
    sheet.set_column(2, 3, 48)
    for column, text in enumerate(CARD_HEADINGS):
        pen.put(sheet, 0, column, text, "head")
    sheet.freeze_panes(1, 0)
    names = dict.fromkeys((*park_fields(), *draft.card))
    for row, name in enumerate(names, start=1):
        entry = park_fields().get(name)
        label, words = (title(entry), f"{entry.help.zh} / {entry.help.en}") if entry else ("", "")
        pen.put(sheet, row, 0, name, "code")
        pen.put(sheet, row, 1, label, "wrap")
        reason = marks.at(CARD_SHEET, None, name)
        _put_marked(pen, sheet, (row, CARD_VALUE), draft.card.get(name, ""), reason)
        pen.put(sheet, row, 3, words, "wrap")
        if entry and entry.choices:
            sheet.data_validation(row, CARD_VALUE, row, CARD_VALUE, _choices(entry.choices))


def _put_marked(
    pen: Pen, sheet: Worksheet, at: tuple[int, int], text: str, reason: str | None
) -> None:
    pen.put(sheet, *at, text, "bad" if reason else "text")
    if reason:
        sheet.write_comment(*at, reason, {"x_scale": 3, "y_scale": 2})


def write_table(pen: Pen, draft: Draft, name: str, marks: Marks) -> None:
    """Write one table: headings, codes, rows, and what a cell may hold.

    Args:
        pen: The open workbook.
        draft: The park as written.
        name: The table.
        marks: Faulty cells and their reasons.
    """
    sheet = pen.book.add_worksheet(name)
    written = draft.sheet(name)
    columns = columns_of(written)
    rows = filled_rows(written, columns)
    numbers = [row.number for row in written.rows if any(map(str.strip, row.cells.values()))]
    _write_head(pen, sheet, name, columns, marks)
    for at, (number, texts) in enumerate(zip(numbers, rows, strict=True), start=FIRST_ROW):
        for column, text in enumerate(texts):
            reason = marks.at(name, number, columns[column])
            if text or reason:
                _put_marked(pen, sheet, (at, column), text, reason)
    last = FIRST_ROW + len(rows) + _SPARE_ROWS
    area = f"A{FIRST_ROW + 1}:{column_letters(max(len(columns), 1))}{last + 1}"
    sheet.ignore_errors({"number_stored_as_text": area, "two_digit_text_year": area})
    fields = tables()[name].fields if name in tables() else {}
    for column, code in enumerate(columns):
        _offer(sheet, column, last, fields.get(code))


def _write_head(
    pen: Pen, sheet: Worksheet, name: str, columns: Sequence[str], marks: Marks
) -> None:
    fields = tables()[name].fields if name in tables() else {}
    for column, code in enumerate(columns):
        entry = fields.get(code)
        reason = marks.at(name, None, code)
        pen.put(sheet, 0, column, title(entry) if entry else code, "bad_head" if reason else "head")
        pen.put(sheet, 1, column, code, "code")
        notes = [reason] if reason else []
        if entry:
            notes += [entry.help.zh, entry.help.en, f"例 / e.g. {entry.example}"]
        sheet.write_comment(0, column, "\n".join(notes), {"x_scale": 2})
        width = _WIDTHS.get(entry.kind if entry else "text", 14)
        sheet.set_column(column, column, width, pen.styles["text"])
    sheet.freeze_panes(FIRST_ROW, 1)


def _offer(sheet: Worksheet, column: int, last: int, entry: Field | None) -> None:
    if entry is None:
        return
    rule = _choices(entry.choices) if entry.choices else _referred(entry)
    if rule:
        sheet.data_validation(FIRST_ROW, column, last, column, rule)


def _choices(choices: tuple[str, ...]) -> dict[str, object]:
    source: object = list(choices)
    if choices in _long_lists():
        column = chr(ord("A") + _FIRST_LONG + _long_lists().index(choices))
        source = f"={LISTS}!${column}$1:${column}${len(choices)}"
    return {"validate": "list", "source": source, "error_type": "warning"}


def _long_lists() -> list[tuple[str, ...]]:
    # a spreadsheet refuses a list that is written into the cell's rule and too long
    lists = [f.choices for table in tables().values() for f in table.fields.values()]
    return [choices for choices in lists if len(",".join(choices)) > _LONGEST_LIST]


def _referred(entry: Field) -> dict[str, object] | None:
    if entry.kind == "carrier":
        source = f"={LISTS}!$A$1:$A${len(load_catalog().carriers)}"
    elif entry.ref:
        source = f"={entry.ref}!$A${FIRST_ROW + 1}:$A$2000"
    else:
        return None
    return {"validate": "list", "source": source, "error_type": "information"}


def write_lists(pen: Pen) -> None:
    """Write the hidden sheet of choices, which the rules of the cells point to.

    Args:
        pen: The open workbook.
    """
    sheet = pen.book.add_worksheet(LISTS)
    for row, carrier in enumerate(load_catalog().carriers.values()):
        pen.put(sheet, row, 0, carrier.carrier_id)
        pen.put(sheet, row, 1, carrier.label.zh)
        pen.put(sheet, row, 2, carrier.label.en)
    for column, choices in enumerate(_long_lists(), start=_FIRST_LONG):
        for row, choice in enumerate(choices):
            pen.put(sheet, row, column, choice)
    sheet.hide()
