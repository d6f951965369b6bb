"""What holds at the border whatever a park contains."""

import csv
import random
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tanlu.catalog.load import load_catalog
from tanlu.connect.folder import read_folder, write_folder
from tanlu.connect.park import open_park, save_park
from tanlu.connect.workbook import read_workbook
from tanlu.connect.workbook_write import write_workbook
from tanlu.errors import InputError
from tanlu.measure.border import check
from tanlu.measure.change import compare
from tanlu.model.book import Draft, Row, Sheet
from tanlu.model.table import park_fields, tables
from tanlu.periods import Period, find_period
from tanlu.units import convert, find_unit
from tanlu.workflow.open import bundled

ODD = """=1+1|"|'|a,b|a;b|_x0041_| a |１２|1.10|007|+5|NULL|2022-01-01|1e5|TRUE|~|yes|😀
https://x.y|<b>&amp;|{x}|#|- x|a: b|null|0x1F|1_000|.5|%|合计|total|单位"""
# any text that a cell may hold: formulas, quotation marks and escapes of XML included
TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn"), exclude_characters="\ufffe\uffff"),
    max_size=12,
) | st.sampled_from(["a\nb", *ODD.replace("\n", "|").split("|")])
FILLED = TEXTS.filter(lambda text: text.strip() not in {"", "合计", "total"})  # rows of totals go


@st.composite
def drafts(draw):
    card = {name: draw(TEXTS) for name in park_fields()}
    names = draw(st.lists(st.sampled_from(list(tables())), max_size=3, unique=True))
    return Draft(card, {name: draw(sheets(name)) for name in tables() if name in names})


@st.composite
def sheets(draw, name):
    columns = list(tables()[name].fields)
    count = draw(st.integers(1, 4))
    cells = [
        {column: draw(FILLED if at == 0 else TEXTS) for at, column in enumerate(columns)}
        for _ in range(count)
    ]
    return Sheet(name, [Row(number, each) for number, each in enumerate(cells, start=2)])


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@settings(max_examples=40)
@given(drafts())
def test_folder_to_workbook_to_folder_loses_nothing(draft):
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_folder(draft, folder / "first")
        first = read_folder(folder / "first")
        write_workbook(first, folder / "park.xlsx")
        write_folder(read_workbook(folder / "park.xlsx"), folder / "second")
        assert content(folder / "first") == content(folder / "second")
        assert first.card == dict(draft.card)
        assert not compare(draft, first) or _has_equal_ids(draft)


def _has_equal_ids(draft):
    return any(
        len({row.cells[tables()[name].id_field].strip() for row in sheet.rows}) < len(sheet.rows)
        for name, sheet in draft.sheets.items()
    )


@pytest.mark.parametrize("name", ["minimal", "ganzhou"])
@pytest.mark.parametrize("door", ["park.xlsx", "park.zip"])
def test_bundled_parks_pass_every_door(name, door, tmp_path):
    write_folder(read_folder(bundled(name)), tmp_path / "first")
    save_park(open_park(tmp_path / "first"), tmp_path / door)
    save_park(open_park(tmp_path / door), tmp_path / "second")
    assert content(tmp_path / "first") == content(tmp_path / "second")


def test_the_same_park_makes_the_same_bytes(tmp_path):
    draft = read_folder(bundled("minimal"))
    for door in ("park.zip", "park.xlsx"):
        for copy in ("a", "b"):
            (tmp_path / copy).mkdir(exist_ok=True)
            save_park(draft, tmp_path / copy / door)
        assert (tmp_path / "a" / door).read_bytes() == (tmp_path / "b" / door).read_bytes()


def test_the_minimal_park_is_written_canonically(tmp_path):
    write_folder(read_folder(bundled("minimal")), tmp_path / "park")
    assert content(tmp_path / "park") == content(bundled("minimal"))


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_is_irrelevant(order: random.Random):
    draft = read_folder(bundled("minimal"))
    mixed = {}
    for name, sheet in draft.sheets.items():
        rows = list(sheet.rows)
        order.shuffle(rows)
        mixed[name] = Sheet(name, rows, sheet.file)
    book, other = (check(each, load_catalog()) for each in (draft, Draft(draft.card, mixed)))
    for name, table in tables().items():
        key = table.id_field
        assert book.table(name).sort(key).equals(other.table(name).sort(key))


ENERGY = ["kWh", "MWh", "GWh", "万 kWh", "亿 kWh", "GJ", "TJ", "MJ", "度", "kcal", "10⁴ MWh"]


@given(
    st.floats(1e-6, 1e12),
    st.sampled_from(ENERGY),
    st.sampled_from(ENERGY),
)
def test_changing_the_unit_there_and_back_cancels(value, one, other):
    assert convert(convert(value, one, other), other, one) == pytest.approx(value, rel=1e-12)


@settings(max_examples=30)
@given(st.decimals(0, 10**6, places=3), st.sampled_from(ENERGY[:5]), st.sampled_from(ENERGY[:5]))
def test_the_unit_written_does_not_change_the_amount(quantity, one, other):
    ratio = find_unit(one).factor / find_unit(other).factor
    rewritten = f"{float(quantity) * float(ratio):.17g}"
    amounts = [_amount(str(quantity), one), _amount(rewritten, other)]
    assert amounts[1] == pytest.approx(amounts[0], rel=1e-12)


def _amount(quantity: str, unit: str) -> float:
    draft = read_folder(bundled("minimal"))
    row = dict(draft.sheet("flows").rows[0].cells) | {"quantity": quantity, "unit": unit}
    flows = Sheet("flows", [Row(2, row)])
    book = check(Draft(draft.card, {**draft.sheets, "flows": flows}), load_catalog())
    assert book.table("flows")["amount_unit"].to_list() == ["MWh"]
    return book.table("flows")["amount"][0]


@given(st.dates(), st.integers(1, 800))
def test_a_period_is_read_as_it_is_written(start, days):
    assume(start.toordinal() + days < date.max.toordinal())
    period = Period(start, start + timedelta(days=days))
    assert find_period(str(period)) == period


@settings(max_examples=30)
@given(st.sampled_from(list(tables())), st.data())
def test_no_text_breaks_the_check(name, data):
    sheet = data.draw(sheets(name))
    draft = Draft(read_folder(bundled("minimal")).card, {name: sheet})
    try:
        faults = check(draft, load_catalog()).warnings
    except InputError as error:
        faults = error.faults
    assert all(fault.line("zh") and fault.line("en") for fault in faults)


def test_csv_is_plain(tmp_path):
    write_folder(read_folder(bundled("minimal")), tmp_path / "park")
    for path in (tmp_path / "park").glob("*.csv"):
        rows = list(csv.reader(path.read_text("utf-8").splitlines()))
        assert rows[0] == list(tables()[path.stem].fields)
        assert b"\r" not in path.read_bytes()
