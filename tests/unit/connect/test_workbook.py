"""Workbooks as people leave them."""

from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter
from click.testing import CliRunner

from tanlu.catalog.load import load_catalog
from tanlu.cli import tanlu
from tanlu.connect.folder import read_folder
from tanlu.connect.look import look_of, shown
from tanlu.connect.park import load_park, open_park
from tanlu.connect.workbook import read_workbook, scan_workbook
from tanlu.connect.workbook_mark import mark_workbook
from tanlu.connect.workbook_write import write_workbook
from tanlu.errors import InputError
from tanlu.measure.border import check
from tanlu.model.table import tables
from tanlu.workflow.open import bundled


@pytest.fixture
def path(tmp_path):
    write_workbook(read_folder(bundled("minimal")), tmp_path / "park.xlsx")
    return tmp_path / "park.xlsx"


def changed(path, change):
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def test_a_workbook_of_the_parks_own(tmp_path):
    """Chinese headings, titles above, totals below, columns mixed, sheets in any order."""
    book = openpyxl.Workbook()
    notes = book.active
    notes.title = "说明"
    notes["A1"] = "内部使用"
    flows = book.create_sheet("能源流")
    flows["A1"] = "2022 年外购能源统计表"
    flows.merge_cells("A1:H1")
    flows["A2"] = "单位：万 kWh"
    heads = ["记录编号", "时段", "来自", "送至", "能源品种", "数量", "单位 Unit", "数据质量"]
    flows.append([])
    flows.append(heads)
    flows.append(["f1", 2022, "world", "acme", "电力", 3000.5, "万 kWh", "invoiced"])
    flows.append([])
    flows.append(["f2", "2021年", "world", "acme", "电力", "2,860", "万 kWh", "invoiced"])
    flows.append(["合计", None, None, None, None, 5860.5])
    members = book.create_sheet("Members")
    members.append(["Member *", "Kind", "名称"])
    members["C1"] = "中文名称"
    members.append(["acme", "enterprise", "甲厂"])
    card = book.create_sheet("园区")
    for name, value in read_folder(bundled("minimal")).card.items():
        card.append([name, value])
    book.save(tmp_path / "统计.xlsx")

    draft = read_workbook(tmp_path / "统计.xlsx")
    assert [fault.code for fault in draft.warnings] == ["unread_sheet", "totals_row"]
    assert draft.warnings[1].place.row == 8
    table = check(draft, load_catalog()).table("flows")
    assert table["row"].to_list() == [5, 7]
    assert table["amount"].to_list() == [30005.0, 28600.0]
    assert table["year"].to_list() == [2022, 2021]


def test_months_that_a_spreadsheet_took_for_days(path):
    def change(book):
        sheet = book["activities"]
        column = list(tables()["activities"].fields).index("period") + 1
        shows = ["mmm-yy", "yyyy-mm-dd", 'yyyy"年"m"月"', "yyyy"]
        for row, look in enumerate(shows, start=3):
            sheet.cell(row, column).value = datetime(2022, 3, 1)  # noqa: DTZ001 - as Excel has it
            sheet.cell(row, column).number_format = look

    sheet = read_workbook(changed(path, change)).sheet("activities")
    assert [row.cells["period"] for row in sheet.rows] == [
        "2022-03", "2022-03-01", "2022-03", "2022",
    ]  # fmt: skip


def test_percent_cells_read_as_they_look(path):
    def change(book):
        sheet = book["indicators"]
        for column, value in enumerate(["s", None, "electricity_share", 2022, 0.725, "%"], start=1):
            sheet.cell(5, column).value = value
        sheet.cell(5, 5).number_format = "0.0%"

    table = check(read_workbook(changed(path, change)), load_catalog()).table("indicators")
    assert table["amount"].to_list()[-1] == pytest.approx(0.725)


def test_stored_results_of_formulas_are_taken(tmp_path, path):
    draft = read_folder(bundled("minimal"))
    book = xlsxwriter.Workbook(tmp_path / "f.xlsx")
    for name in ("park", "members"):
        book.add_worksheet(name)
    for row, (name, value) in enumerate(draft.card.items()):
        book.get_worksheet_by_name("park").write_row(row, 0, [name, value])
    members = book.get_worksheet_by_name("members")
    members.write_row(0, 0, ["member_id", "kind"])
    members.write_formula(1, 0, '="ac"&"me"', None, "acme")
    members.write(1, 1, "enterprise")
    book.close()
    assert read_workbook(tmp_path / "f.xlsx").sheet("members").rows[0].cells["member_id"] == "acme"


@pytest.mark.parametrize(
    ("value", "look", "text"),
    [(120.0, None, "120"), (0.1 + 0.2, None, "0.3"), (1e-7, None, "1e-07"),
     (1e16, None, "10000000000000000"),
     (True, None, "TRUE"), (0.07, "percent", "7%"), (44621.0, "month", "2022-03"),
     (date(2022, 3, 1), None, "2022-03-01"),
     (datetime(2022, 3, 1, 5), None, "2022-03-01 05:00:00")],  # noqa: DTZ001 - as Excel has it
)  # fmt: skip
def test_what_a_person_sees(value, look, text):
    assert shown(value, look) == text


@pytest.mark.parametrize(
    ("code", "look"),
    [("General", None), ("@", None), ('0.00"%"', None), ("0%", "percent"),
     ("[$-804]yyyy/m/d", "day"),
     ("m/d/yyyy h:mm", "day"), ("mmm yyyy", "month"), ("[Red]0.0;[Blue]-0.0", None),
     ("h:mm:ss", None)],
)  # fmt: skip
def test_looks(code, look):
    assert look_of(code) == look


def test_the_marked_workbook_says_why(path, tmp_path):
    def change(book):
        book["activities"]["H4"] = "n/a"
        book["flows"]["D3"] = "unobtainium"

    changed(path, change)
    with pytest.raises(InputError) as raised:
        load_park(path, load_catalog())
    mark_workbook(path, raised.value.faults, tmp_path / "marked.xlsx")
    book = openpyxl.load_workbook(tmp_path / "marked.xlsx")
    assert book.sheetnames[0] == "faults"
    for sheet, cell, word in (("activities", "H4", "absence"), ("flows", "D3", "unobtainium")):
        marked = book[sheet][cell]
        assert marked.fill.fgColor.rgb == "FFF8C9C4"
        assert word in marked.comment.text.lower()
    assert book["activities"]["H3"].fill.fgColor.rgb != "FFF8C9C4"
    again = scan_workbook(tmp_path / "marked.xlsx")
    assert again.sheet("flows").rows[0].cells["carrier"] == "unobtainium"


def test_marked_through_the_command(path, tmp_path):
    changed(path, lambda book: book["park"].__setitem__("C6", "by.feel"))
    out = tmp_path / "marked.xlsx"
    result = CliRunner().invoke(tanlu, ["check", str(path), "--marked", str(out), "--lang", "zh"])
    assert result.exit_code == 2
    assert "已在" in result.stderr
    assert openpyxl.load_workbook(out)["park"]["C6"].comment.text
    again = CliRunner().invoke(tanlu, ["check", str(path), "--marked", str(out)])
    assert again.exit_code == 2
    assert "--force" in again.stderr


def test_what_looks_like_a_formula_is_written_as_text(tmp_path):
    draft = read_folder(bundled("minimal"))
    draft.sheet("members").rows[0].cells["name_en"] = "=HYPERLINK(1)"
    write_workbook(draft, tmp_path / "park.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "park.xlsx")["members"]["E3"]
    assert cell.data_type == "s"
    assert cell.value == "=HYPERLINK(1)"


def test_the_workbook_guides_whoever_fills_it(path):
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["guide", "park", *tables(), "lists"]
    assert book["lists"].sheet_state == "hidden"
    for name, table in tables().items():
        sheet = book[name]
        assert sheet.freeze_panes == "B3"
        heads = [sheet.cell(1, at).value for at in range(1, len(table.fields) + 1)]
        codes = [sheet.cell(2, at).value for at in range(1, len(table.fields) + 1)]
        assert codes == list(table.fields)
        assert all(
            field.label.zh in head for field, head in zip(table.fields.values(), heads, strict=True)
        )
        choices = [field for field in table.fields.values() if field.choices]
        rules = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
        assert len(rules) >= len(choices)
    told = {cell.value for row in book["guide"].iter_rows() for cell in row}
    assert {code for table in tables().values() for code in table.fields} <= told


def test_refilled_by_hand_it_reads_the_same(path):
    before = check(open_park(path), load_catalog())
    changed(path, lambda book: book["activities"].__setitem__("H3", 115.2))
    after = check(open_park(path), load_catalog())
    assert before.table("activities").equals(after.table("activities"))
