"""Text files: encodings, separators, numbers, units in cells, totals and notes."""

import pytest

from tanlu.errors import InputError
from tests.unit.connect.readings.files import MAP, csv_of, parse

PLAIN = "时间,用电量\n2025-03-01 00:00,1.5\n2025-03-01 00:15,2\n2025-03-01 00:30,0\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_any_encoding(tmp_path, encoding):
    found = parse(csv_of(tmp_path, PLAIN, encoding), MAP)
    assert found.values() == [1.5, 2.0, 0.0]
    assert found.at() == ["03-01 00:00", "03-01 00:15", "03-01 00:30"]


def test_western_letters_are_not_taken_for_chinese(tmp_path):
    text = "Zeit;Zählerstand\n01.03.2025 00:00;1,5\n01.03.2025 00:15;2,5\n"
    found = parse(
        csv_of(tmp_path, text, "cp1252"),
        "time: {column: Zeit}\nchannels: [{id: m, column: Zählerstand, unit: kWh}]",
    )
    assert found.values() == [1.5, 2.5]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_any_separator(tmp_path, mark):
    assert parse(csv_of(tmp_path, PLAIN.replace(",", mark)), MAP).values() == [1.5, 2.0, 0.0]


def test_separator_line_of_a_spreadsheet(tmp_path):
    found = parse(csv_of(tmp_path, "sep=;\n" + PLAIN.replace(",", ";")), MAP)
    assert found.values() == [1.5, 2.0, 0.0]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends(tmp_path, end):
    assert parse(csv_of(tmp_path, PLAIN.replace("\n", end)), MAP).values() == [1.5, 2.0, 0.0]


@pytest.mark.parametrize(
    "word", ["Not Available", "N/A", "—", "缺", "", "  ", "null", "NaN", "--", "#N/A", "无数据"]
)
def test_absent_is_never_zero(tmp_path, word):
    found = parse(csv_of(tmp_path, PLAIN.replace(",2\n", f",{word}\n")), MAP)
    assert found.values() == [1.5, 0.0]
    assert found.skipped["absent"] == 1
    assert not found.refused


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('"1,234.5"', 1234.5), ('"1,234"', 1234.0), ("１２３．５", 123.5),
        ('"１，２３４．５"', 1234.5), ("(12.3)", -12.3), ("−12.3", -12.3), ("12.3-", -12.3),
        ("12.3 kWh", 12.3),
        ("0.5 MWh", 500.0), ("0.5MWh", 500.0), ("1.2e3", 1200.0), ("1 234.5", 1234.5),
        ("0.0127 MWh", 12.7), ("3度", 3.0),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(tmp_path, written, value):
    text = f"时间,用电量\n2025-03-01 00:00,0.5\n2025-03-01 00:15,{written}\n"
    found = parse(csv_of(tmp_path, text), MAP)
    assert not found.refused
    assert found.values() == [0.5, pytest.approx(value, rel=1e-15)]


def test_european_numbers(tmp_path):
    rows = ["1.234,5", "12,25", "1.500", "0,125", "7"]
    text = "时间;用电量\n" + "".join(f"2025-03-01 0{n}:00;{row}\n" for n, row in enumerate(rows))
    found = parse(csv_of(tmp_path, text), MAP.replace("15", "60"))
    assert found.values() == [1234.5, 12.25, 1500.0, 0.125, 7.0]


def test_a_comma_that_could_be_either_is_refused(tmp_path):
    text = "时间;用电量\n2025-03-01 00:00;1,234\n2025-03-01 00:15;987\n"
    assert parse(csv_of(tmp_path, text), MAP).reasons() == [(2, "用电量", "ambiguous_number")]
    said = MAP + "\ndecimal: ','"
    assert parse(csv_of(tmp_path, text), said).values() == [1.234, 987.0]


def test_cells_that_are_no_readings_are_refused_with_their_place(tmp_path):
    text = (
        "时间,用电量\n2025-03-01 00:00,abc\n2025-03-01 00:15,3 furlong\n2025-03-01 00:30,2 t\n"
        "soon,4\n2025-03-01 01:00,inf\n2025-03-01 01:15,7\n"
    )
    found = parse(csv_of(tmp_path, text), MAP)
    assert found.reasons() == [
        (5, "时间", "bad_time"),
        (2, "用电量", "not_a_number"),
        (3, "用电量", "unknown_unit"),
        (4, "用电量", "wrong_unit"),
        (6, "用电量", "not_finite"),
    ]
    assert found.values() == [7.0]
    assert [each.value for each in found.refused][:2] == ["soon", "abc"]


def test_row_numbers_are_a_spreadsheets(tmp_path):
    text = (
        '某园区,\n\n时间,用电量\n2025-03-01 00:00,"1"\n\n'
        '"2025-03-01 00:15","x\ny"\n2025-03-01 00:30,z\n'
    )
    assert [row for row, *_ in parse(csv_of(tmp_path, text), MAP).reasons()] == [6, 7]


def test_totals_notes_and_repeated_headings_are_passed_over(tmp_path):
    text = (
        "2025 年 3 月用电统计,\n时间,用电量\n单位,kWh\n2025-03-01 00:00,1\n小计,1\n时间,用电量\n"
        "2025-03-01 00:15,2\n合计：,3\nTotal,3\n制表：能源部,\n"
    )
    found = parse(csv_of(tmp_path, text), MAP)
    assert found.values() == [1.0, 2.0]
    assert not found.refused
    assert found.skipped == {"totals_row": 3, "heading": 1, "note": 1}


def test_unit_of_the_heading(tmp_path):
    text = PLAIN.replace("用电量", "用电量(MWh)")
    mapped = "time: {column: 时间}\nchannels: [{id: m, column: 用电量}]"
    assert parse(csv_of(tmp_path, text), mapped).specs["m"].unit == "MWh"
    with pytest.raises(InputError) as caught:
        parse(csv_of(tmp_path, text), MAP)
    assert caught.value.faults[0].code == "reading_unit_differs"


@pytest.mark.parametrize("column", ["用电量", "B", "b", "2", 2])
def test_columns_by_heading_letter_or_number(tmp_path, column):
    mapped = f"time: {{column: A}}\nchannels: [{{id: m, column: {column}, unit: kWh}}]"
    assert parse(csv_of(tmp_path, PLAIN), mapped).values() == [1.5, 2.0, 0.0]


def test_no_heading_at_all(tmp_path):
    text = "01.01.2012;00:15;19,2\n01.01.2012;00:30;18,4\n01.01.2012;24:00;21\n"
    mapped = (
        "time: {column: [1, 2], marks: end}\nchannels: [{id: m, column: 3, unit: kW, minutes: 15}]"
    )
    found = parse(csv_of(tmp_path, text), mapped)
    assert found.at() == ["01-01 00:00", "01-01 00:15", "01-01 23:45"]
    assert found.values() == [19.2, 18.4, 21.0]


def test_a_quotation_mark_that_does_not_pair_stays_in_its_row(tmp_path):
    text = '时间,说明,用电量\n2025-03-01 00:00,5" 管,1\n2025-03-01 00:15,,2\n'
    assert parse(csv_of(tmp_path, text), MAP).values() == [1.0, 2.0]


def test_rows_shorter_and_longer_than_the_heading(tmp_path):
    text = "时间,用电量\n2025-03-01 00:00,1,x,y\n2025-03-01 00:15\n2025-03-01 00:30,3\n"
    found = parse(csv_of(tmp_path, text), MAP)
    assert found.values() == [1.0, 3.0]
    assert found.skipped["absent"] == 1


def test_another_step_than_the_map_says(tmp_path):
    rows = "".join(f"2025-03-01 {h:02d}:00,1\n" for h in range(12))
    with pytest.raises(InputError) as caught:
        parse(csv_of(tmp_path, "时间,用电量\n" + rows), MAP)
    assert caught.value.faults[0].code == "reading_step_differs"
