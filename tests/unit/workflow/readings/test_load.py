"""A file of readings into a park, from the command line: counts, corrections, doubles, marks."""

import csv
import json

import openpyxl
import polars as pl
import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.measure.readings.day import to_long
from tanlu.store.readings import close_readings, days
from tanlu.workflow.readings.open import of_folder

MAP = """time: {column: 时间, zone: Asia/Shanghai}
channels:
- {id: m1, column: 总表, unit: kWh, carrier: electricity}
- {id: m2, column: 分表, unit: kWh, kind: counter}
"""
HEAD = "时间,总表,分表\n"


def line(hour, *cells):
    return f"2025-03-01 {hour:02d}:00," + ",".join(map(str, cells)) + "\n"


GOOD = HEAD + "".join(line(h, h + 0.5, 1000 + h) for h in range(24))


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "map.yaml").write_text(MAP, "utf-8")
    return tmp_path


def run(*words, code=0):
    result = CliRunner().invoke(tanlu, [*map(str, words)])
    assert result.exit_code == code, result.output
    return result


def load(desk, text, *more, name="a.csv", code=0, mapped=True):
    (desk / name).write_text(text, "utf-8")
    words = ["--map", desk / "map.yaml"] if mapped else []
    result = run(
        "readings", "import", desk / "park", desk / name, "--json", *words, *more, code=code
    )
    return json.loads(result.stdout) if code == 0 else result.output


def held(desk):
    from datetime import date

    opened = of_folder(desk / "park")
    try:
        found = days(opened.readings, None, date(2000, 1, 1), date(2100, 1, 1))
        return to_long(found, opened.clock)
    finally:
        close_readings(opened.readings)


def counts(record):
    return tuple(record[key] for key in ("readings", "taken", "unchanged", "corrected"))


def test_a_new_park_is_made_with_its_channels(desk):
    record = load(desk, GOOD)
    assert counts(record) == (48, 48, 0, 0)
    assert record["refused"] == []
    assert record["rows"] == 24  # of two channels each
    assert [each["id"] for each in record["channels"] if each["is_new"]] == ["m1", "m2"]
    with (desk / "park" / "channels.csv").open(encoding="utf-8") as file:
        rows = {row["channel_id"]: row for row in csv.DictReader(file)}
    assert rows["m1"]["minutes"] == "60"
    assert rows["m1"]["carrier"] == "electricity"
    assert rows["m2"]["kind"] == "counter"
    assert held(desk).height == 48


def test_a_file_loaded_twice_changes_nothing(desk):
    load(desk, GOOD)
    before = held(desk)
    assert counts(load(desk, GOOD)) == (48, 0, 48, 0)
    assert held(desk).equals(before)


def test_a_corrected_file_changes_what_differs_and_can_be_set_back(desk):
    load(desk, GOOD)
    better = GOOD.replace("03:00,3.5", "03:00,33.5") + "2025-03-02 00:00,7,1024\n"
    record = load(desk, better, name="b.csv")
    assert counts(record) == (50, 2, 47, 1)
    (only,) = record["corrections"]
    assert (only["channel"], only["before"], only["value"], only["row"]) == ("m1", 3.5, 33.5, 5)
    assert only["at"] == "2025-03-01T03:00:00+08:00"
    assert counts(load(desk, GOOD)) == (48, 0, 47, 1)
    values = held(desk).filter(pl.col("channel") == "m1")["value"].to_list()
    assert values[3] == 3.5
    assert len(values) == 25


def test_refused_rows_never_stop_the_good_ones(desk):
    bad = GOOD.replace("03:00,3.5", "03:00,broken").replace("2025-03-01 05:00", "2025-03-01 5 Uhr")
    record = load(desk, bad + "合计,276,\n")
    assert counts(record) == (47, 45, 0, 0)
    told = [(r["row"], r["column"], r["value"], r["reason"]) for r in record["refused"]]
    assert told == [
        (7, "时间", "2025-03-01 5 Uhr", "bad_time"),
        (5, "总表", "broken", "not_a_number"),
    ]
    assert record["flagged"] == {"totals_row": 1}


def test_strict_takes_nothing(desk):
    bad = GOOD.replace("03:00,3.5", "03:00,broken")
    assert "--strict" in load(desk, bad, "--strict", code=2)
    assert not (desk / "park").exists()


def test_absence_is_counted_and_never_a_zero(desk):
    record = load(desk, GOOD.replace("03:00,3.5", "03:00,N/A").replace("04:00,4.5", "04:00,0"))
    assert record["flagged"] == {"absent": 1}
    values = held(desk).filter(pl.col("channel") == "m1")["value"].to_list()
    assert len(values) == 23
    assert values[3] == 0.0


def test_duplicates_are_told_and_the_later_row_wins(desk):
    record = load(desk, GOOD + line(3, 3.5, 1003) + line(4, 99, 1004))
    assert record["flagged"]["duplicate"] == 4
    assert counts(record) == (52, 48, 0, 0)
    differ = [each for each in record["duplicates"] if each["differ"]]
    assert [(d["channel"], d["rows"], d["values"]) for d in differ] == [
        ("m1", [6, 27], [4.5, 99.0])
    ]
    rows = held(desk).filter(pl.col("channel") == "m1")
    assert rows["value"].to_list()[4] == 99.0
    assert rows["flag"].to_list()[4] == 8
    assert counts(load(desk, GOOD + line(3, 3.5, 1003) + line(4, 99, 1004))) == (52, 0, 48, 0)


def test_without_a_map_one_is_proposed_and_nothing_is_loaded(desk):
    record = load(desk, GOOD, mapped=False)
    assert [each["column"] for each in record["proposal"]["channels"]] == ["总表", "分表"]
    assert (desk / "a.csv.map.yaml").is_file()
    assert not (desk / "park").exists()


def test_a_map_is_remembered_units_and_all(desk):
    load(desk, GOOD)
    april = GOOD.replace("2025-03", "2025-04")
    record = load(desk, april, name="april.csv", mapped=False)
    assert record["is_map_remembered"]
    assert counts(record) == (48, 48, 0, 0)


def test_another_meter_of_the_same_form_is_not_taken_for_corrections(desk):
    load(desk, GOOD)
    other = HEAD + "".join(line(h, h + 70, 5000 + h) for h in range(24))
    assert "--map" in load(desk, other, name="other.csv", mapped=False, code=2)
    assert held(desk).filter(pl.col("channel") == "m1")["value"].to_list()[3] == 3.5


def test_channels_that_the_park_has_are_never_changed(desk):
    load(desk, GOOD)
    (desk / "map.yaml").write_text(MAP.replace("kind: counter", "kind: instant"), "utf-8")
    assert "m2" in load(desk, GOOD, code=2)
    (desk / "map.yaml").write_text(MAP.replace("unit: kWh, carrier", "unit: t, carrier"), "utf-8")
    assert "m1" in load(desk, GOOD, code=2)


def test_a_file_in_another_unit_is_the_same_file(desk):
    load(desk, GOOD)
    text = HEAD + "".join(line(h, f"{(h + 0.5) / 1000:.6g}", 1000 + h) for h in range(24))
    (desk / "map.yaml").write_text(MAP.replace("unit: kWh, carrier", "unit: MWh, carrier"), "utf-8")
    assert counts(load(desk, text, name="mwh.csv")) == (48, 0, 48, 0)


def test_several_meters_below_each_other(desk):
    other = "".join(line(h, h + 70, 5000 + h) for h in range(24))
    assert load(desk, GOOD + other, code=2)


def test_an_unknown_carrier_is_a_fault_of_the_map(desk):
    (desk / "map.yaml").write_text(MAP.replace("electricity", "phlogiston"), "utf-8")
    output = load(desk, GOOD, code=2)
    assert "phlogiston" in output
    assert "map.yaml" in output


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_file_given_back_with_its_faults_marked(desk, kind):
    rows = [["时间", "总表", "分表"], ["2025-03-01 00:00", 1.5, 10], ["2025-03-01 01:00", "x", 11]]
    path = desk / f"f.{kind}"
    if kind == "csv":
        path.write_text("\n".join(",".join(map(str, row)) for row in rows), "utf-8")
    else:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)
    run("readings", "import", desk / "park", path, "--map", desk / "map.yaml",
        "--marked", desk / "out.xlsx", "--json")  # fmt: skip
    book = openpyxl.load_workbook(desk / "out.xlsx")
    sheet = book[book.sheetnames[1]]
    assert "not a number" in sheet["B3"].comment.text
    assert sheet["B3"].fill.fgColor.rgb == "FFF8C9C4"
    assert sheet["B2"].comment is None
    assert book[book.sheetnames[0]]["B2"].value == "3"


def test_a_park_that_was_begun_by_init(desk):
    run("init", desk / "park")
    assert load(desk, GOOD)["taken"] == 48
    with (desk / "park" / "channels.csv").open(encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) > 2
    run("check", desk / "park")


def test_text_in_both_languages(desk):
    (desk / "a.csv").write_text(GOOD.replace("03:00,3.5", "03:00,x"), "utf-8")
    words = ["readings", "import", desk / "park", desk / "a.csv", "--map", desk / "map.yaml"]
    assert "not a number" in run(*words, "--lang", "en").output
    assert "不是数字" in run(*words, "--lang", "zh").output
