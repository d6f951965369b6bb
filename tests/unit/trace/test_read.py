"""The three tables of `tanlu trace flow`: every fault at once, with its row."""

import json

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.errors import InputError
from tanlu.workflow.trace_flow import trace_folder

FLOWS = "hour,from,to,sent_mwh,received_mwh\n"
SOURCES = "hour,node,mwh,intensity_t_per_mwh\n"
LOADS = "hour,node,mwh\n"


def folder(path, flows, sources, loads):
    for name, text in (
        ("flows", FLOWS + flows), ("sources", SOURCES + sources), ("loads", LOADS + loads),
    ):  # fmt: skip
        (path / f"{name}.csv").write_text(text, "utf-8")
    return path


def faults(path):
    with pytest.raises(InputError) as raised:
        trace_folder(path, "sink")
    return [(f.code, f.place.file, f.place.row) for f in raised.value.faults]


def test_the_record_of_an_hour(tmp_path):
    path = folder(
        tmp_path, "7,A,B,110,104.6\n", "7,A,210,0.5\n7,B,55.4,0.9\n", "7,A,100\n7,B,160\n"
    )
    run = CliRunner().invoke(tanlu, ["trace", "flow", str(path), "--json", "--loss", "gross"])
    hour = json.loads(run.stdout)["hours"][0]
    assert list(hour) == ["hour", "nodes", "loads", "losses_t", "closing_error"]
    assert hour["hour"] == 7
    assert hour["nodes"] == pytest.approx({"A": 0.5, "B": 0.655375})
    assert hour["loads"] == pytest.approx({"A": 50, "B": 104.86})
    assert hour["losses_t"] == 0
    text = CliRunner().invoke(tanlu, ["trace", "flow", str(path), "--lang", "zh"]).stdout
    assert "损耗 2.7 t" in text


def test_all_faults_are_told_together(tmp_path):
    flows = "0,A,B,10,11\n0,A,B,-1,0\n0,A,A,1,1\n0,A,C,x,1\n0,B,C,,1\n"
    path = folder(tmp_path, flows, "0,A,20,0.5\n", "0,B,5\n0,nowhere,3\n0,B,-2\n")
    assert faults(path) == [
        ("trace_received_above_sent", "flows.csv", 2),
        ("negative", "flows.csv", 3),
        ("trace_to_itself", "flows.csv", 4),
        ("text_in_number", "flows.csv", 5),
        ("missing_value", "flows.csv", 6),
        ("negative", "loads.csv", 4),
        ("trace_unknown_node", "loads.csv", 3),
    ]


def test_a_node_that_does_not_balance_says_by_how_much(tmp_path):
    path = folder(
        tmp_path, "0,A,B,10,10\n1,A,B,10,10\n", "0,A,10,0.5\n1,A,12,0.5\n", "0,B,7\n1,B,10\n"
    )
    with pytest.raises(InputError) as raised:
        trace_folder(path, "sink")
    told = {f.params["node"]: f for f in raised.value.faults}
    assert told["A"].params["off"] == "+2"
    assert told["A"].params["hour"] == "1"
    assert told["B"].params["off"] == "+3"
    assert told["B"].place.file == "loads.csv"
    assert "--reconcile" in told["B"].fix("en")


def test_rounded_digits_are_no_imbalance(tmp_path):
    path = folder(tmp_path, "0,A,B,33.33,33.33\n", "0,A,33.334,0.5\n", "0,B,33.3\n")
    record, _ = trace_folder(path, "sink")
    assert abs(record["hours"][0]["closing_error"]) < 1e-3


def test_a_dead_node_has_no_intensity(tmp_path):
    path = folder(tmp_path, "0,A,B,10,10\n0,C,D,0,0\n", "0,A,10,0.5\n", "0,B,10\n0,D,0\n")
    hour = trace_folder(path, "sink")[0]["hours"][0]
    assert hour["nodes"] == {"A": 0.5, "B": 0.5, "C": None, "D": None}
    assert hour["loads"] == {"B": 5.0, "D": 0.0}


def test_a_circle_that_nothing_feeds_is_warned_of(tmp_path):
    path = folder(tmp_path, "0,A,B,10,10\n0,C,D,2,2\n0,D,C,2,2\n", "0,A,10,0.5\n", "0,B,10\n")
    record, warnings = trace_folder(path, "sink")
    assert record["hours"][0]["nodes"]["C"] is None
    assert record["hours"][0]["nodes"]["D"] is None
    assert [(w.code, w.params["node"]) for w in warnings] == [
        ("trace_circle", "C"), ("trace_circle", "D"),
    ]  # fmt: skip


def test_a_node_may_feed_itself(tmp_path):
    path = folder(tmp_path, "", "0,A,10,0.5\n", "0,A,10\n")
    assert trace_folder(path, "sink")[0]["hours"][0]["loads"] == {"A": 5.0}


def test_hours_are_put_in_order(tmp_path):
    path = folder(tmp_path, "", "10,A,1,0.5\n9,A,2,0.5\n", "9,A,2\n10,A,1\n")
    assert [h["hour"] for h in trace_folder(path, "sink")[0]["hours"]] == [9, 10]


def test_a_column_that_is_missing(tmp_path):
    (tmp_path / "flows.csv").write_text("hour,from,to,sent_mwh\n0,A,B,1\n", "utf-8")
    (tmp_path / "sources.csv").write_text(SOURCES, "utf-8")
    (tmp_path / "loads.csv").write_text(LOADS, "utf-8")
    assert faults(tmp_path) == [("missing_column", "flows.csv", 1)]


def test_files_that_are_missing_are_told_together(tmp_path):
    (tmp_path / "flows.csv").write_text(FLOWS, "utf-8")
    assert faults(tmp_path) == [
        ("no_such_file", "sources.csv", None), ("no_such_file", "loads.csv", None),
    ]  # fmt: skip


def test_without_numba_the_same_digits(tmp_path, monkeypatch):
    path = folder(tmp_path, "0,A,B,9,8\n", "0,A,10,0.5\n", "0,A,1\n0,B,8\n")
    there = trace_folder(path, "gross")
    monkeypatch.setattr("tanlu.trace.solve.find_spec", lambda name: None)
    assert trace_folder(path, "gross") == there
