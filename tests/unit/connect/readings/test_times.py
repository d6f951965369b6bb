"""Times: texts of every kind, starts and ends, midnights, hours that come twice or never."""

import pytest

from tanlu.connect.readings.stamp import read_stamp
from tests.unit.connect.readings.files import csv_of, parse

BERLIN = "Europe/Berlin"


def mapped(zone="Asia/Shanghai", marks="start", minutes=15, extra=""):
    return (
        f"time: {{column: t, zone: {zone}, marks: {marks}{extra}}}\n"
        f"channels: [{{id: m, column: v, unit: kWh, minutes: {minutes}}}]"
    )


def series(tmp_path, stamps, text, name="t.csv"):
    rows = "".join(f"{stamp};{n}\n" for n, stamp in enumerate(stamps, 1))
    return parse(csv_of(tmp_path, "t;v\n" + rows, name=name), text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2025年3月1日 0时15分", "2025-03-01 00:15:00"),
        ("2025年3月1日24时", "2025-03-02 00:00:00"),
        ("2025年3月1日 下午3:15", "2025-03-01 15:15:00"), ("2025/3/1 0:15", "2025-03-01 00:15:00"),
        ("01.03.2025 00:15", "2025-03-01 00:15:00"), ("01.03.2025 24:00", "2025-03-02 00:00:00"),
        ("13/3/2025 7:05", "2025-03-13 07:05:00"), ("3/13/2025 12:15 AM", "2025-03-13 00:15:00"),
        ("45717.0104166667", "2025-03-01 00:15:00"), ("20250301 0015", "2025-03-01 00:15:00"),
        ("202503010015", "2025-03-01 00:15:00"), ("1-Mar-2025 00:15", "2025-03-01 00:15:00"),
        ("2025-03-01 00:15 - 00:30", "2025-03-01 00:15:00"), ("1740787200", "2025-03-01 00:00:00"),
        ("1740787200000", "2025-03-01 00:00:00"),
        ("２０２５－０３－０１　００：１５", "2025-03-01 00:15:00"),
    ],
)  # fmt: skip
def test_one_stamp(text, told):
    assert str(read_stamp(text).local) == told


@pytest.mark.parametrize(
    "text",
    ["合计", "1/3/2025 0:15", "2025-02-30", "2025-03-01 24:15", "2025-03-01 23:60", "3.17", "",
     "00:15"],
)  # fmt: skip
def test_what_cannot_be_known_is_no_stamp(text):
    assert read_stamp(text) is None


def test_ends_become_starts_and_24_00_is_the_day_before(tmp_path):
    stamps = ["2025-03-01 00:15", "2025-03-01 00:30", "2025-03-01 24:00"]
    found = series(tmp_path, stamps, mapped(marks="end"))
    assert found.at() == ["03-01 00:00", "03-01 00:15", "03-01 23:45"]


@pytest.mark.parametrize("pattern", ["'%d/%m/%Y %H:%M'", "dd/MM/yyyy HH:mm"])
def test_a_format_decides_the_order_of_day_and_month(tmp_path, pattern):
    found = series(
        tmp_path, ["01/02/2025 00:00", "01/02/2025 00:15"], mapped(extra=f", format: {pattern}")
    )
    assert found.at() == ["02-01 00:00", "02-01 00:15"]


def test_an_order_nobody_knows_is_refused(tmp_path):
    found = series(tmp_path, ["01/02/2025 00:00", "01/02/2025 00:15"], mapped())
    assert [reason for *_, reason in found.reasons()] == ["bad_time", "bad_time"]


def test_the_sequence_tells_the_order(tmp_path):
    stamps = [f"{day:02d}/02/2025 {hour:02d}:00" for day in (1, 2, 3) for hour in range(24)]
    found = series(tmp_path, stamps, mapped(minutes=60))
    assert (found.at()[0], found.at()[-1]) == ("02-01 00:00", "02-03 23:00")


def test_midnight_written_with_the_date_of_the_day_that_ends(tmp_path):
    """As the series of a steel works in the UCI repository has it."""
    stamps = [
        f"{day:02d}/01/2018 {minute // 60 % 24:02d}:{minute % 60:02d}"
        for day in (1, 2, 13)
        for minute in range(15, 1455, 15)
    ]
    found = series(tmp_path, stamps, mapped(marks="end"))
    assert found.at()[0] == "01-01 00:00"
    assert found.at()[95] == "01-01 23:45"
    assert found.values()[95] == 96.0
    assert len(set(found.at())) == 3 * 96


AUTUMN = ["01:45", "02:00", "02:15", "02:30", "02:45", "02:00", "02:15", "02:30", "02:45", "03:00"]


def utc(found):
    return found.frame.sort("at")["at"].dt.strftime("%H:%M").to_list()


def test_the_hour_that_comes_twice_is_told_by_order(tmp_path):
    found = series(tmp_path, [f"2025-10-26 {t}" for t in AUTUMN], mapped(BERLIN))
    assert not found.refused
    assert utc(found)[:6] == ["23:45", "00:00", "00:15", "00:30", "00:45", "01:00"]
    assert found.values() == [float(n) for n in range(1, 11)]


def test_a_file_that_runs_backwards(tmp_path):
    found = series(tmp_path, [f"2025-10-26 {t}" for t in reversed(AUTUMN)], mapped(BERLIN))
    assert found.values() == [float(n) for n in range(10, 0, -1)]


def test_ends_written_by_the_clock_of_what_ends(tmp_path):
    """A German grid operator's profile: 02:15 … 03:00 twice."""
    ends = [
        "02:00",
        "02:15",
        "02:30",
        "02:45",
        "03:00",
        "02:15",
        "02:30",
        "02:45",
        "03:00",
        "03:15",
    ]
    found = series(tmp_path, [f"2025-10-26 {t}" for t in ends], mapped(BERLIN, "end"))
    assert not found.refused
    assert utc(found)[:6] == ["23:45", "00:00", "00:15", "00:30", "00:45", "01:00"]
    assert found.values() == [float(n) for n in range(1, 11)]


def test_ends_written_by_the_clock_of_what_begins(tmp_path):
    ends = [
        "02:00",
        "02:15",
        "02:30",
        "02:45",
        "02:00",
        "02:15",
        "02:30",
        "02:45",
        "03:00",
        "03:15",
    ]
    found = series(tmp_path, [f"2025-10-26 {t}" for t in ends], mapped(BERLIN, "end"))
    assert not found.refused
    assert utc(found)[:6] == ["23:45", "00:00", "00:15", "00:30", "00:45", "01:00"]
    assert found.values() == [float(n) for n in range(1, 11)]


def test_an_hour_that_comes_twice_and_stands_once_is_refused(tmp_path):
    stamps = [f"2025-10-26 {t}" for t in ("01:45", "02:00", "02:15", "02:30", "02:45", "03:00")]
    found = series(tmp_path, stamps, mapped(BERLIN))
    assert [reason for *_, reason in found.reasons()] == ["ambiguous_hour"] * 4
    assert found.values() == [1.0, 6.0]


def test_an_hour_that_does_not_exist(tmp_path):
    stamps = [f"2025-03-30 {t}" for t in ("01:45", "02:00", "02:15", "03:00")]
    found = series(tmp_path, stamps, mapped(BERLIN))
    assert [reason for *_, reason in found.reasons()] == ["no_such_hour"] * 2
    blank = csv_of(tmp_path, "t;v\n2025-03-30 01:45;1\n2025-03-30 02:00;\n2025-03-30 03:00;2\n")
    assert not parse(blank, mapped(BERLIN)).refused


def test_a_text_with_its_offset_needs_no_zone(tmp_path):
    stamps = ["2025-10-26T02:15:00+02:00", "2025-10-26T02:15:00+01:00", "2025-10-26T02:15:00Z"]
    found = series(tmp_path, stamps, mapped(BERLIN))
    assert utc(found) == ["00:15", "01:15", "02:15"]
    assert found.values() == [1.0, 2.0, 3.0]


def test_fixed_zones(tmp_path):
    found = series(tmp_path, ["2025-10-26 02:15", "2025-10-26 02:30"], mapped("UTC+1"))
    assert utc(found) == ["01:15", "01:30"]
