"""Maps: every fault with its line; proposals that load as they are."""

import pytest

from tanlu.connect.readings.map_read import parse_map
from tanlu.connect.readings.map_write import map_record, write_map
from tanlu.connect.readings.propose import propose
from tanlu.connect.readings.source import open_source
from tanlu.errors import InputError
from tests.unit.connect.readings.files import csv_of, parse


def test_all_faults_of_a_map_together_with_their_lines():
    text = """time:
  column: t
  format: when
  zone: Mars/Olympus
  marks: middle
channels:
- {id: a, column: b, unit: furlong, kind: guess, minutes: -5}
- {id: a, unit: kWh}
- {column: c, unit: kWh}
- {id: "x y", column: d, unit: kWh, clour: red}
header: 3
"""
    with pytest.raises(InputError) as caught:
        parse_map(text, "map.yaml")
    found = {(fault.code, fault.place.row) for fault in caught.value.faults}
    assert found == {
        ("bad_time_format", 3), ("unknown_zone", 4), ("bad_reading_map", 5), ("unknown_unit", 7),
        ("bad_reading_map", 7), ("bad_reading_map", 8), ("bad_reading_map", 9),
        ("bad_reading_map", 10), ("bad_reading_map", 11),
    }  # fmt: skip
    assert all(fault.what("zh") and fault.fix("en") for fault in caught.value.faults)


@pytest.mark.parametrize(
    "text",
    ["", "just text", "time: {column: A}", "channels: []", "a: &x 1\nb: *x", "time: [", "- 1",
     "time: {column: A}\nchannel_column: B", "time: {column: A}\nchannels: 3"],
)  # fmt: skip
def test_what_is_no_map(text):
    with pytest.raises(InputError):
        parse_map(text, "map.yaml")


def test_a_map_comes_back_as_it_was():
    text = """time: {column: [A, B], format: "%d.%m.%Y %H:%M", zone: Europe/Berlin, marks: end}
sheet: 2
header_row: 3
decimal: ","
channels:
- {id: m, column: C, unit: kW, kind: instant, minutes: 15, carrier: electricity, multiplier: 40}
"""
    mapped = parse_map(text, "map.yaml")
    assert parse_map(write_map(map_record(mapped)), "again.yaml") == mapped


def steps(heads, cells, count=30):
    rows = [
        ",".join([f"2025-03-01 {n // 4:02d}:{n % 4 * 15:02d}", *[str(c(n)) for c in cells]])
        for n in range(count)
    ]
    return "\n".join([",".join(["时间", *heads]), *rows]) + "\n"


def test_a_proposal_of_columns_loads_as_it_is(tmp_path):
    heads = ["总表 电量(kWh)", "温度(℃)", "表码(MWh)", "合计", "序号"]
    cells = [lambda n: n * 1.5, lambda n: 20 - n % 3, lambda n: 5000 + n, lambda n: n, lambda n: n]
    path = csv_of(tmp_path, steps(heads, cells))
    mapped = propose(open_source(path), "Asia/Shanghai")
    assert [(c.unit, c.kind) for c in mapped.channels] == [
        ("kWh", "interval"), ("°C", "instant"), ("MWh", "counter"),
    ]  # fmt: skip
    found = parse(path, write_map(map_record(mapped)))
    assert len(found.values(mapped.channels[0].channel_id)) == 30


def test_a_proposal_of_a_long_file(tmp_path):
    rows = "".join(f"m{c},2025-03-01 0{h}:00,{h}.5,kWh\n" for h in range(5) for c in range(3))
    path = csv_of(tmp_path, "meter,time,value,unit\n" + rows)
    mapped = propose(open_source(path), "Asia/Shanghai")
    assert (mapped.channel_column, mapped.value_column, mapped.unit_column) == (
        "meter", "value", "unit",
    )  # fmt: skip
    assert len(parse(path, write_map(map_record(mapped))).values("m1")) == 5


def test_a_proposal_of_a_row_for_each_day(tmp_path):
    heads = ",".join(f"{n // 4}:{n % 4 * 15:02d}" for n in range(1, 97))
    rows = "".join(f"2025-03-0{d}," + ",".join("1" for _ in range(96)) + "\n" for d in (1, 2, 3))
    path = csv_of(tmp_path, f"日期,{heads}\n{rows}")
    mapped = propose(open_source(path), "Asia/Shanghai")
    assert mapped.channels[0].column == "B..CS"
    assert mapped.channels[0].unit == ""


def test_a_file_without_times_has_no_proposal(tmp_path):
    assert propose(open_source(csv_of(tmp_path, "a,b\n1,2\n")), "Asia/Shanghai") is None
