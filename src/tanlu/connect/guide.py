"""The first sheet of a workbook: what stands where, in both languages."""

from tanlu.connect.layout import GUIDE, Worksheet, title
from tanlu.connect.pen import Pen
from tanlu.model.table import Field, Table, tables
from tanlu.units import COMMON

_LINES = (
    ("碳路园区数据工作簿", "tanlu: workbook of a park"),
    ("每张工作表是一张表；第一行是标题，第二行是代码，数据从第三行开始。",
     "Every sheet is a table; headings in row 1, codes in row 2, data from row 3."),
    ("* 为必填。数值未知时请删除整行：缺失不等于零 (R1)。",
     "* is required. When a value is not known, delete the row: absence is not zero (R1)."),
    ("数量只写数字，单位写在“单位”列；计量单位可用：" + COMMON,
     "Quantities are digits only, units stand in their own column; units: " + COMMON),
    ("时段写 2022、2022Q1、2022-03 或“首日/末日次日”，不得跨年。",
     "Periods: 2022, 2022Q1, 2022-03 or first day/day after the last; never across a year's end."),
    ("请勿合并单元格；合计行会被略去。", "Do not merge cells; rows of totals are left out."),
    ("检查：tanlu check 本文件 --marked 标记后.xlsx",
     "Check: tanlu check THIS-FILE --marked MARKED.xlsx"),
)  # fmt: skip
_HEADINGS = ("表 / Table", "列 / Column", "代码 / Code", "说明", "Help", "例 / Example")
_WIDTHS = (30, 34, 18, 50, 60, 24)


def write_guide(pen: Pen) -> None:
    """Write the guide: how to fill in, one line per table and column.

    Args:
        pen: The open workbook.
    """
    sheet = pen.book.add_worksheet(GUIDE)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    for row, (zh, en) in enumerate(_LINES):
        pen.put(sheet, row, 0, zh, "title" if row == 0 else "plain")
        pen.put(sheet, row, 4, en, "title" if row == 0 else "plain")
    row = len(_LINES) + 1
    for column, text in enumerate(_HEADINGS):
        pen.put(sheet, row, column, text, "head")
    for table in tables().values():
        row = _write_table(pen, sheet, row + 1, table)


def _write_table(pen: Pen, sheet: Worksheet, row: int, table: Table) -> int:
    texts = (title(table), "", table.name, table.help.zh, table.help.en, "")
    for column, text in enumerate(texts):
        pen.put(sheet, row, column, text, "head")
    for entry in table.fields.values():
        row += 1
        _write_field(pen, sheet, row, entry)
    return row


def _write_field(pen: Pen, sheet: Worksheet, row: int, entry: Field) -> None:
    choices = f" [{', '.join(entry.choices)}]" if entry.choices else ""
    texts = ("", title(entry), entry.name, entry.help.zh + choices, entry.help.en + choices)
    for column, text in enumerate((*texts, entry.example)):
        pen.put(sheet, row, column, text, "wrap")
