"""Workbooks: merged headings, rows of units and totals, errors, several sheets, days in rows."""

from datetime import date, datetime, time, timedelta

import openpyxl
import polars as pl
import pytest

from tanlu.errors import InputError
from tests.unit.connect.readings.files import csv_of, parse

START = datetime.fromisoformat("2025-03-01")
ALL = """time: {column: 时间}
channels:
- {id: a, column: 1#车间 有功, unit: kWh, minutes: 15}
- {id: b, column: 1#车间/无功, minutes: 15}
- {id: c, column: D, minutes: 15}
"""


def heading(sheet):
    rows = [
        ["2025年3月用电量统计表"], ["时间", "1#车间", None, "2#车间"],
        [None, "有功", "无功", "有功"], ["单位", "kWh", "kvarh", "MWh"],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    for cells in ("A1:D1", "A2:A3", "B2:C2"):
        sheet.merge_cells(cells)


@pytest.fixture
def path(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "三月"
    heading(sheet)
    for n in range(6):
        sheet.append([START + timedelta(minutes=15 * n), 1234.5 + n, "Not Available", f"1,2{n}0.5"])
    sheet["B6"], sheet["B7"], sheet["D8"], sheet["B9"] = "#DIV/0!", "(12.5)", "abc", "0.5 MWh"
    sheet["B6"].data_type = "e"
    sheet["A10"] = "2025年3月1日 1时15分"
    sheet.append(["小计", 99999, None, 99])
    sheet.append(["2025年3月1日 24:00", 5, 6, 7])
    sheet.append(["合计", 99999, None, 99])
    later = book.create_sheet("四月")
    heading(later)
    later.append([datetime.fromisoformat("2025-04-01"), 1, 2, 3])
    book.create_sheet("说明")["A1"] = "内部使用"
    book.save(tmp_path / "park.xlsx")
    return tmp_path / "park.xlsx"


def test_a_parks_own_workbook(path):
    found = parse(path, ALL)
    assert found.reasons() == [(6, "1#车间 有功", "error_cell"), (8, "2#车间", "not_a_number")]
    assert [each.sheet for each in found.refused] == ["三月", "三月"]
    assert found.values("a") == [1234.5, -12.5, 1237.5, 500.0, 1239.5, 5.0, 1.0]
    assert found.at("a")[-3:] == ["03-01 01:15", "03-02 00:00", "04-01 00:00"]
    assert found.skipped == {"totals_row": 2, "absent": 6}
    assert {name: spec.unit for name, spec in found.specs.items()} == {
        "a": "kWh", "b": "kvarh", "c": "MWh",
    }  # fmt: skip


@pytest.mark.parametrize("row", [2, "2-4", "[2, 3]"])
def test_the_row_of_headings_may_be_said(path, row):
    assert parse(path, f"header_row: {row}\n" + ALL).values("a")[:2] == [1234.5, -12.5]


@pytest.mark.parametrize("sheet", ["四月", 2])
def test_one_sheet_only(path, sheet):
    assert parse(path, f"sheet: {sheet}\n" + ALL).values("c") == [3.0]


def test_a_heading_that_stands_twice_must_be_told_apart(path):
    with pytest.raises(InputError) as caught:
        parse(path, ALL.replace("1#车间 有功", "有功"))
    assert [fault.code for fault in caught.value.faults] == ["ambiguous_reading_column"]


def test_every_fault_of_a_map_against_a_file_at_once(path):
    wrong = ALL.replace("1#车间 有功", "x").replace("1#车间/无功", "y")
    with pytest.raises(InputError) as caught:
        parse(path, wrong)
    assert [fault.code for fault in caught.value.faults] == ["unknown_reading_column"] * 2


def day_sheet(path, heads, cells):
    book = openpyxl.Workbook()
    book.active.append(["日期", *heads, "合计"])
    for n in range(2):
        book.active.append([date(2025, 3, 1 + n), *[n * 100 + c for c in cells], 9999])
    book.active.append(["合计", *cells, 9999])
    book.save(path)
    return path


HOURS = [
    [time(h) for h in range(1, 24)] + ["24:00"],
    [f"{h}:00" for h in range(1, 24)] + ["0:00"],
    [f"{h:02d}:00-{h + 1:02d}:00" for h in range(24)],
    [f"H{h}" for h in range(1, 25)],
    list(range(1, 25)),
    [f"{h}时" for h in range(24)],
]


@pytest.mark.parametrize("heads", HOURS)
def test_a_row_for_each_day(tmp_path, heads):
    path = day_sheet(tmp_path / "d.xlsx", heads, range(24))
    marks = "end" if heads[0] in (time(1), "1:00") else "start"
    found = parse(
        path,
        f"time: {{column: 日期, marks: {marks}}}\nchannels: [{{id: m, column: B..Y, unit: kWh}}]",
    )
    assert found.values() == [*map(float, range(24)), *(100.0 + h for h in range(24))]
    assert found.at()[0] == "03-01 00:00"
    assert found.at()[-1] == "03-02 23:00"
    assert found.specs["m"].minutes == 60


def test_a_row_for_each_meter_and_day(tmp_path):
    heads = ",".join(f"P{n}" for n in range(1, 97))
    rows = "".join(
        f"{meter},2025-03-0{day}," + ",".join(str(day * 1000 + n) for n in range(96)) + "\n"
        for day in (1, 2)
        for meter in ("甲表", "1# 乙表")
    )
    found = parse(
        csv_of(tmp_path, f"表号,日期,{heads}\n{rows}"),
        "time: {column: 日期}\nchannel_column: 表号\nvalue_column: P1..P96\nunit: kWh",
    )
    assert len(found.values("甲表")) == 192
    assert found.specs["甲表"].minutes == 15
    other = next(name for name in found.specs if name != "甲表")
    assert other.startswith("1_乙表-")
    assert found.specs[other].name == "1# 乙表"


def test_day_and_clock_in_two_columns(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["bis", "bis", "Wert"])
    for n in range(1, 97):
        clock = "24:00" if n == 96 else time(n // 4, n % 4 * 15)
        book.active.append([date(2012, 1, 1), clock, n])
    book.save(tmp_path / "l.xlsx")
    found = parse(
        tmp_path / "l.xlsx",
        "time: {column: [A, B], marks: end}\nchannels: [{id: m, column: Wert, unit: kW}]",
    )
    assert found.values() == [float(n) for n in range(1, 97)]
    assert (found.at()[0], found.at()[-1]) == ("01-01 00:00", "01-01 23:45")


def test_long_files(tmp_path):
    text = (
        "channel,time,value,unit\nm1,2025-03-01 00:00,1,kWh\nm2,2025-03-01 00:00,2,MWh\n"
        "m1,2025-03-01 01:00,3,kWh\nm2,2025-03-01 01:00,4,MWh\n合计,2025-03-01 00:00,9,kWh\n"
        ",2025-03-01 00:00,9,kWh\nm1,2025-03-01 02:00,9,t\n"
    )
    found = parse(
        csv_of(tmp_path, text),
        "time: {column: time}\nchannel_column: channel\nvalue_column: value\nunit_column: unit\n"
        "channels: [{id: m1, unit: kWh}, {id: m2, unit: kWh}]",
    )
    assert found.values("m1") == [1.0, 3.0]
    assert found.values("m2") == [2000.0, 4000.0]
    assert found.reasons() == [(7, "value", "no_channel"), (8, "value", "wrong_unit")]
    assert found.skipped == {"totals_row": 1}


def test_parquet(tmp_path):
    stamps = pl.datetime_range(START, START + timedelta(hours=2), "15m", eager=True)
    frame = pl.DataFrame({"at": stamps.dt.replace_time_zone("UTC"), "v": range(9)})
    frame = frame.with_columns(v=pl.when(pl.col("v") == 3).then(None).otherwise(pl.col("v") * 1.5))
    frame.write_parquet(tmp_path / "m.parquet")
    found = parse(
        tmp_path / "m.parquet", "time: {column: at}\nchannels: [{id: m, column: v, unit: kWh}]"
    )
    assert found.values() == [0.0, 1.5, 3.0, 6.0, 7.5, 9.0, 10.5, 12.0]
    assert found.at()[0] == "03-01 08:00"
    assert found.skipped["absent"] == 1
