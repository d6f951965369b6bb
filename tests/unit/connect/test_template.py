"""Templates: made, filled in by people, merged; examples never count."""

import csv

import openpyxl
import pytest
from click.testing import CliRunner

from tanlu.catalog.load import load_catalog
from tanlu.cli import tanlu
from tanlu.connect.folder import read_folder, write_folder
from tanlu.connect.park import open_park
from tanlu.connect.template import write_template
from tanlu.errors import InputError
from tanlu.measure.merge import merge
from tanlu.model.book import Draft, Row, Sheet
from tanlu.model.systems import systems, tables_of
from tanlu.workflow.open import bundled, open_book
from tanlu.workflow.templates import take_file

CODES = 2  # row of a sheet that holds the columns' codes


@pytest.fixture
def park(tmp_path):
    write_folder(read_folder(bundled("minimal")), tmp_path / "park")
    return tmp_path / "park"


def call(*arguments, code=0):
    result = CliRunner().invoke(tanlu, [str(a) for a in arguments])
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def fill(path, sheet, **cells):
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    columns = [cell.value for cell in page[CODES]]
    row = [None] * len(columns)
    for name, value in cells.items():
        row[columns.index(name)] = value
    page.append(row)
    book.save(path)


POWER = {
    "from_id": "world",
    "to_id": "acme",
    "carrier": "电力",
    "unit": "MWh",
    "quality": "invoiced",
}


@pytest.mark.parametrize("system", systems())
@pytest.mark.parametrize("ending", [".xlsx", ""])
def test_a_template_holds_what_its_system_needs_and_no_example(tmp_path, park, system, ending):
    path = tmp_path / f"{system}{ending}"
    call("template", "make", system, path, "--park", park)
    draft = open_park(path)
    assert not draft.warnings
    assert set(draft.sheets) <= set(tables_of(system))
    ids = {row.cells.get("member_id") for row in draft.sheet("members").rows}
    assert ids == {"acme"}
    assert all(not draft.sheet(n).rows for n in ("flows", "activities", "exchanges"))
    assert "merged" not in call("template", "take", path, park).output
    assert (
        open_book(park).draft.sheet("flows").rows
        == open_book(bundled("minimal")).draft.sheet("flows").rows
    )


def test_a_template_for_nobody_needs_a_card(tmp_path):
    write_template("energy", tmp_path / "new.xlsx")
    with pytest.raises(InputError) as error:
        open_book(tmp_path / "new.xlsx")
    assert {fault.place.column for fault in error.value.faults} >= {"park_id", "place"}


def test_filled_in_twice_corrected_the_second_time_makes_no_doubles(tmp_path, park):
    path = tmp_path / "energy.xlsx"
    call("template", "make", "energy", path, "--park", park)
    fill(path, "flows", period="2023年1月", quantity=250, **POWER)
    fill(path, "flows", period="2023-02", quantity=240, **POWER)
    assert '"added": 2' in call("template", "take", path, park, "--json").output
    first = {r.cells["record_id"] for r in open_park(park).sheet("flows").rows}
    assert len(first) == 4
    book = openpyxl.load_workbook(path)
    page = book["flows"]
    columns = [cell.value for cell in page[CODES]]
    page.cell(page.max_row, columns.index("quantity") + 1).value = 245
    page.cell(page.max_row - 1, columns.index("period") + 1).value = "2023-01"
    book.save(path)
    taken = call("template", "take", path, park, "--json").stdout
    assert '"added": 0' in taken
    assert '"changed": 2' in taken  # one amount, one period written otherwise
    rows = {r.cells["record_id"]: r.cells for r in open_park(park).sheet("flows").rows}
    assert set(rows) == first
    assert sorted(float(r["quantity"]) for r in rows.values())[:2] == [245.0, 250.0]


def test_a_fault_stands_where_it_was_written(tmp_path, park):
    path = tmp_path / "energy.xlsx"
    call("template", "make", "energy", path, "--park", park)
    fill(path, "flows", period="2023-01", quantity="many", **POWER)
    before = {f.name: f.read_bytes() for f in park.iterdir()}
    with pytest.raises(InputError) as error:
        take_file(path, park)
    fault = error.value.faults[-1]
    assert (fault.place.file, fault.place.sheet, fault.place.row) == ("energy.xlsx", "flows", 3)
    assert fault.place.column == "quantity"
    call("template", "take", path, park, code=2)
    assert {f.name: f.read_bytes() for f in park.iterdir()} == before


def test_a_template_of_another_park_is_refused(tmp_path, park):
    write_template("energy", tmp_path / "t", read_folder(bundled("opulent")))
    with pytest.raises(InputError, match="opulent"):
        take_file(tmp_path / "t", park)


def test_unknown_system_names_the_five(tmp_path):
    result = call("template", "make", "space", tmp_path / "x.xlsx", code=2)
    assert "infrastructure" in result.output
    assert not (tmp_path / "x.xlsx").exists()


def test_nothing_is_overwritten_unasked(tmp_path):
    (tmp_path / "x.xlsx").write_text("mine")
    call("template", "make", "energy", tmp_path / "x.xlsx", code=2)
    assert (tmp_path / "x.xlsx").read_text() == "mine"


def test_the_folder_shows_examples_as_text(tmp_path):
    write_template("transport", tmp_path / "t")
    text = (tmp_path / "t" / "TEMPLATE.md").read_text("utf-8")
    assert "diesel" in text
    with (tmp_path / "t" / "activities.csv").open(encoding="utf-8") as file:
        assert len(list(csv.reader(file))) == 1


def test_a_filled_cell_replaces_and_a_blank_one_leaves():
    catalog = load_catalog()
    old = {"record_id": "a", "from_id": "world", "to_id": "park", "carrier": "electricity",
           "period": "2022", "quantity": "1", "unit": "MWh", "quality": "invoiced"}  # fmt: skip
    park = Draft({"park_id": "p"}, {"flows": Sheet("flows", [Row(2, old)])})
    new = {"record_id": "", "from_id": "world", "to_id": "p", "carrier": "电力",
           "period": "2022年", "quantity": "2", "unit": ""}  # fmt: skip
    found = merge(park, Draft({}, {"flows": Sheet("flows", [Row(9, new)])}), catalog)
    (row,) = found.draft.sheet("flows").rows
    assert (row.cells["record_id"], row.cells["quantity"], row.cells["unit"]) == ("a", "2", "MWh")
    assert (found.added, found.changed, found.same) == (0, 1, 0)


def test_the_list_tells_all_thirteen():
    printed = call("template", "list", "--json").stdout
    # metering in four more systems, four kinds more in infrastructure
    assert printed.count(chr(34) + "number" + chr(34)) == 13 + 4 + 4
