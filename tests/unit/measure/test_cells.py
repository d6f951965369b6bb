import pytest

from tanlu.measure.cell import near, read_cell
from tanlu.measure.flaw import Flaw
from tanlu.measure.number import Percent, read_number
from tanlu.model.table import tables


@pytest.mark.parametrize(
    ("text", "value"),
    [("1234.5", 1234.5), ("1,234.5", 1234.5), ("1,234,567", 1234567.0), ("１２３．５", 123.5),
     ("+5", 5.0), ("−5", -5.0), ("-0.5", -0.5), (".5", 0.5), ("5.", 5.0), ("1e3", 1000.0),
     (" 7 ", 7.0), ("0", 0.0), ("1,234", 1234.0)],
)  # fmt: skip
def test_numbers(text, value):
    assert read_number(text) == value


@pytest.mark.parametrize("text", ["98%", "98 %", "98％", "１，０００%"])
def test_percent(text):
    assert isinstance(read_number(text), Percent)


@pytest.mark.parametrize(
    ("text", "code"),
    [("1.234,5", "decimal_comma"), ("1234,5", "decimal_comma"), ("1,23", "decimal_comma"),
     ("12,34,567", "text_in_number"), ("nan", "not_finite"), ("-inf", "not_finite"),
     ("1e400", "not_finite"), ("N/A", "absence_in_number"), ("暂无", "absence_in_number"),
     ("-", "absence_in_number"), ("—", "absence_in_number"), ("1_000", "text_in_number"),
     ("0x1F", "text_in_number"), ("12 kWh", "text_in_number"), ("1 2", "text_in_number"),
     ("٣", "text_in_number"), ("½", "text_in_number"), ("5万", "text_in_number"),
     ("%", "text_in_number")],
)  # fmt: skip
def test_what_is_no_number(text, code):
    found = read_number(text)
    assert isinstance(found, Flaw)
    assert found.code == code


def of(table, column):
    return tables()[table].fields[column]


@pytest.mark.parametrize("text", ["acme", "甲厂", "a-1_2.b", "007", "A" * 64])
def test_codes(text):
    assert read_cell(text, of("members", "member_id")) == text


@pytest.mark.parametrize(
    "text", ["a b", "a/b", "a#b", ".a", "a.", "_" * 65, "a\u200bb", "a\nb", "a'b"]
)
def test_what_is_no_code(text):
    assert isinstance(read_cell(text, of("members", "member_id")), Flaw)


def test_a_note_may_have_lines_and_a_dash():
    note = of("activities", "note")
    assert read_cell("one\ntwo", note) == "one\ntwo"
    assert read_cell("-", note) == "-"
    assert read_cell("-5 or so", note).code == "formula_cell"


def test_blank_is_blank():
    assert read_cell("  ", of("activities", "note")) is None
    assert read_cell("\u3000", of("activities", "quantity")).code == "missing_value"


def test_nearest_names_first():
    assert near("flow", ["members", "flows", "targets"]).startswith("flows")
    assert near("x", [str(n) for n in range(50)]).endswith("…")
