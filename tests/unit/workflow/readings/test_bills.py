"""Bills into a park: months by days or by another channel's shape."""

import json
import math

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu

BILLS = (
    '户号,起,止,电量,电费\nA,2025-01-15,2025-02-15,"3,100",1550\nA,2025-02-15,2025-03-15,2800,1400\n'
    "A,2025-03-20,2025-04-20,N/A,\nB,2025-01-10,2025-02-10,310,x\n合计,,,6210,\n"
)
MAP = (
    "start: 起\nend: 止\nquantity: 电量\ncost: 电费\nchannel_column: 户号\nunit: kWh\n"
    "carrier: electricity\n"
)


def run(tmp_path, text, mapped, *more, code=0):
    (tmp_path / "bills.csv").write_text(text, "utf-8")
    (tmp_path / "map.yaml").write_text(mapped, "utf-8")
    words = ["readings", "bills", tmp_path / "p", tmp_path / "bills.csv", "--map"]
    words += [tmp_path / "map.yaml", "--json", *more]
    result = CliRunner().invoke(tanlu, [*map(str, words)])
    assert result.exit_code == code, result.output
    return json.loads(result.stdout) if code == 0 else result.output


def test_months_add_up_to_the_bills(tmp_path):
    record = run(tmp_path, BILLS, MAP)
    months = {(m["channel"], m["month"]): m for m in record["months"]}
    assert months["A", "2025-01"]["quantity"] == 1700.0  # 17 days of 100 kWh
    assert months["A", "2025-02"]["quantity"] == 2800.0  # 14 of 100, 14 of 100
    assert months["A", "2025-01"]["cost"] == pytest.approx(850)
    assert months["B", "2025-02"]["cost"] is None
    assert math.fsum(m["quantity"] for m in record["months"]) == 6210.0
    assert record["flagged"] == {"absent": 1, "totals_row": 1}
    assert [(r["row"], r["column"], r["reason"]) for r in record["refused"]] == [
        (5, "电费", "not_a_number")
    ]
    assert record["method"] == "days"
    assert record["taken"] == 31 + 28 + 31


def test_loaded_twice_nothing_changes(tmp_path):
    run(tmp_path, BILLS, MAP)
    record = run(tmp_path, BILLS, MAP)
    assert (record["taken"], record["unchanged"], record["corrected"]) == (0, 90, 0)


def test_the_shape_of_another_channel(tmp_path):
    rows = "".join(f"2025-01-{d:02d} 00:00,{1 if d < 31 else 3}\n" for d in range(30, 32))
    rows += "2025-02-01 00:00,6\n"
    (tmp_path / "r.csv").write_text("t,v\n" + rows, "utf-8")
    (tmp_path / "r.yaml").write_text("time: t\nchannels: [{id: r, column: v, unit: kWh}]", "utf-8")
    words = ["readings", "import", tmp_path / "p", tmp_path / "r.csv", "--map", tmp_path / "r.yaml"]
    assert CliRunner().invoke(tanlu, [*map(str, words)]).exit_code == 0
    text = "起,止,电量\n2025-01-30,2025-02-02,100\n2025-02-02,2025-02-05,9\n"
    mapped = "start: 起\nend: 止\nquantity: 电量\nchannel: m\nunit: kWh\n"
    record = run(tmp_path, text, mapped, "--by", "shape:r")
    assert [(m["month"], m["quantity"]) for m in record["months"]] == [
        ("2025-01", 40.0), ("2025-02", 60.0),
    ]  # fmt: skip
    assert [(r["row"], r["reason"]) for r in record["refused"]] == [(3, "no_shape")]


def test_an_end_that_could_be_either_must_be_said(tmp_path):
    text = "起,止,电量\n2025-01-15,2025-02-15,100\n"
    mapped = "start: 起\nend: 止\nquantity: 电量\nchannel: m\nunit: kWh\n"
    assert "ends:" in run(tmp_path, text, mapped, code=2)
    record = run(tmp_path, text, mapped + "ends: inclusive\n")
    assert record["taken"] == 32


def test_bills_that_overlap_are_refused(tmp_path):
    text = "起,止,电量\n2025-01-01,2025-02-01,1\n2025-02-01,2025-03-01,1\n2025-02-20,2025-03-20,1\n"
    mapped = "start: 起\nend: 止\nquantity: 电量\nchannel: m\nunit: kWh\n"
    assert "3/4" in run(tmp_path, text, mapped, code=2)
