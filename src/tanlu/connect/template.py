"""Templates of the five systems: only the tables that a system needs, with help and examples.

Examples stand apart from the tables (a sheet, or the folder's TEMPLATE.md), where no
reader takes them for data.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from tanlu.connect.card import CARD, write_card
from tanlu.connect.folder import HELP, columns_of, filled_rows
from tanlu.connect.layout import EXAMPLES, GUIDE, Worksheet, title
from tanlu.connect.pen import Pen, open_pen
from tanlu.connect.whole import write_file, write_tree
from tanlu.connect.workbook_write import Marks, write_lists, write_table
from tanlu.connect.workbook_write import write_card as write_card_sheet
from tanlu.errors import InputError
from tanlu.model.book import Draft
from tanlu.model.systems import DataKind, examples_of, kinds_of, systems, tables_of
from tanlu.model.table import park_fields, tables
from tanlu.units import COMMON

KEPT = ("members", "channels", "assets")
"""Tables whose rows a template takes from a park, so that new rows can name them."""
_HOW = (
    ("每张工作表是一张表，数据从第三行开始；* 为必填。",
     "Every sheet is a table, data from row 3; * is required."),
    ("示例只在 examples 中，不会计入清单；请照样填写自己的数据。",
     "Examples stand in examples only, never in an inventory; write your own rows like them."),
    ("未知的数值请不要填 0，整行删去 (R1)。",
     "Do not write 0 for what is not known: leave the row out (R1)."),
    ("单位可用：" + COMMON, "Units: " + COMMON),
    ("记录编号可留空，合并时自动生成；再次合并更正后的文件不会产生重复。",
     "Codes of records may stay blank: merging makes them, and makes no doubles when repeated."),
    ("填好后：tanlu template take 本文件 园区文件夹",
     "When filled: tanlu template take THIS-FILE PARK"),
)  # fmt: skip
_HEADINGS = ("序号", "数据 / Data", "表 / Tables", "单位 / Units",
             "论文表 1", "Table 1 of the paper", "用途", "Use")  # fmt: skip
_WIDTHS = (8, 34, 26, 24, 50, 50, 60, 60)


def check_system(system: str) -> None:
    """That there is such a system.

    Raises:
        InputError: When there is none; the message lists those there are.
    """
    if system not in systems():
        raise InputError.of("unknown_system", system=system[:40], known=", ".join(systems()))


def blank(system: str, park: Draft | None = None) -> Draft:
    """What a template holds: a park's card and the rows that new ones may name.

    Args:
        system: One of the five systems.
        park: The park that the template is for, if one.

    Raises:
        InputError: When there is no such system.

    Example:
        >>> blank("transport").card["park_id"]
        ''
    """
    check_system(system)
    empty = Draft(dict.fromkeys(park_fields(), ""), {})
    if park is None:
        return empty
    return Draft(park.card, {n: park.sheet(n) for n in tables_of(system) if n in KEPT})


def write_template(
    system: str, path: Path, park: Draft | None = None, *, force: bool = False
) -> None:
    """A system's template as a workbook (.xlsx), or else as a folder.

    Args:
        system: One of the five systems.
        path: Where it shall stand; it must not exist unless `force`.
        park: The park that it is for, if one.
        force: Replace what stands there.

    Raises:
        InputError: When there is no such system, or the file cannot be written.
    """
    draft = blank(system, park)
    if path.suffix.lower() == ".xlsx":
        write_file(path, lambda target: _workbook(system, draft, target), force=force)
        return
    names = [CARD, HELP, *(f"{name}.csv" for name in tables_of(system))]
    write_tree(path, lambda folder: _folder(system, draft, folder), names, force=force)


def _workbook(system: str, draft: Draft, path: Path) -> None:
    with open_pen(path) as pen:
        _guide(pen, system)
        write_card_sheet(pen, draft, Marks())
        for name in tables_of(system):
            write_table(pen, draft, name, Marks())
        _examples(pen, system)
        write_lists(pen)


def _guide(pen: Pen, system: str) -> None:
    sheet = pen.book.add_worksheet(GUIDE)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    found = systems()[system]
    pen.put(sheet, 0, 0, f"碳路数据模板：{found.label.zh} / Template: {found.label.en}", "title")
    row = 1
    for zh, en in [*_HOW, *([(found.note.zh, found.note.en)] if found.note else [])]:
        pen.put(sheet, row, 1, zh, "plain")
        pen.put(sheet, row + 1, 1, en, "plain")
        row += 2
    _line(pen, sheet, row + 1, _HEADINGS, "head")
    for at, kind in enumerate(kinds_of(system), start=row + 2):
        _line(pen, sheet, at, _cells(kind), "wrap")


def _cells(kind: DataKind) -> tuple[str, ...]:
    places = "\n".join(dict.fromkeys(place.table for place in kind.places))
    name = f"{kind.label.zh} / {kind.label.en}"
    head = (str(kind.number), name, places, ", ".join(kind.units))
    return (*head, kind.says.zh, kind.says.en, kind.use.zh, kind.use.en)


def _line(pen: Pen, sheet: Worksheet, row: int, texts: tuple[str, ...], style: str) -> None:
    for column, text in enumerate(texts):
        pen.put(sheet, row, column, text, style)


def _grouped(system: str) -> Mapping[str, list[Mapping[str, str]]]:
    found: dict[str, list[Mapping[str, str]]] = {name: [] for name in tables_of(system)}
    for example in examples_of(system):
        found[example.table].append(example.cells)
    return {name: rows for name, rows in found.items() if rows}


def _examples(pen: Pen, system: str) -> None:
    sheet = pen.book.add_worksheet(EXAMPLES)
    sheet.set_tab_color("#B8B8B8")
    sheet.set_column(0, 24, 18)
    pen.put(sheet, 0, 0, "示例，不计入清单 / Examples, never part of an inventory", "title")
    row = 2
    for name, rows in _grouped(system).items():
        fields = tables()[name].fields
        pen.put(sheet, row, 0, title(tables()[name]), "head")
        _line(pen, sheet, row + 1, tuple(title(field) for field in fields.values()), "head")
        for at, cells in enumerate(rows, start=row + 2):
            _line(pen, sheet, at, tuple(cells.get(column, "") for column in fields), "wrap")
        row += len(rows) + 3


def _folder(system: str, draft: Draft, folder: Path) -> None:
    (folder / CARD).write_text(write_card(draft.card), "utf-8", newline="\n")
    for name in tables_of(system):
        columns = columns_of(draft.sheet(name))
        rows = filled_rows(draft.sheet(name), columns)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([columns, *rows])
    (folder / HELP).write_text("\n".join(_help(system)) + "\n", "utf-8", newline="\n")


def _help(system: str) -> Iterator[str]:
    found = systems()[system]
    yield f"# {found.label.zh} / {found.label.en}\n"
    for zh, en in _HOW[1:]:
        yield f"- {zh} {en}"
    for kind in kinds_of(system):
        yield f"\n## {kind.number}. {kind.label.zh} / {kind.label.en}\n"
        yield f"{kind.says.zh} {kind.use.zh}\n\n{kind.says.en} {kind.use.en}"
    yield "\n## 示例 / Examples\n"
    for name, rows in _grouped(system).items():
        yield f"`{name}.csv`\n\n```csv"
        used = [c for c in tables()[name].fields if any(c in cells for cells in rows)]
        yield ",".join(used)
        yield from (",".join(cells.get(c, "") for c in used) for cells in rows)
        yield "```\n"
