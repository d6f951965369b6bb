"""`tanlu plan schedule | control` on the small plan."""

import csv
import json
import shutil
from datetime import datetime

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.workflow.pathway.folder import example


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "small"
    shutil.copytree(example("small"), made)
    return made


def run(*words, code=0):
    done = CliRunner().invoke(tanlu, [str(word) for word in words])
    assert done.exit_code == code, done.output
    return done.output


def test_set_points_are_written_and_meet_the_need(folder, tmp_path):
    out = tmp_path / "points.csv"
    words = ("plan", "schedule", folder, "--at", "2025-01-01T06:00", "--hours", 12, "--out", out)
    told = json.loads(run(*words, "--minutes", 60, "--forecast", "perfect", "--json"))
    assert told["steps"] == 12
    rows = list(csv.DictReader(out.read_text("utf-8").splitlines()))
    assert [datetime.fromisoformat(r["start"]).hour for r in rows] == list(range(6, 18))
    for row, cost in zip(rows, told["cost_by_step_cny"], strict=True):
        assert float(row["gas.power_mw"]) + float(row["heat_pump.activity_mw"]) >= 0.5 - 1e-6
        spent = 700 * float(row["grid.power_mw"]) + 280 * float(row["gas.power_mw"])
        assert cost == pytest.approx(spent, rel=1e-4)
    said = run(*words, code=2)
    assert "points.csv" in said


def test_a_state_is_kept_and_a_wrong_one_refused(folder, tmp_path):
    state = tmp_path / "state.json"
    state.write_text('{"levels": {"battery": 1e9}}', "utf-8")
    words = ("plan", "schedule", folder, "--at", "2025-01-01", "--hours", 6, "--state", state)
    assert "CNY" in run(*words, "--lang", "en")
    state.write_text('["x"]', "utf-8")
    assert "state.json" in run(*words, code=2)


def test_moments_and_years_outside_are_refused(folder):
    assert "2031-05-01" in run("plan", "schedule", folder, "--at", "2031-05-01", code=2)
    words = ("plan", "schedule", folder, "--at", "2025-01-01", "--year", 2031)
    assert "2025, 2030, 2035" in run(*words, code=2)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_control_stands_beside_none_and_perfect(folder, lang):
    words = ("plan", "control", folder, "--at", "2025-01-01", "--days", 1, "--minutes", 60)
    told = json.loads(run(*words, "--hours", 24, "--json"))
    totals = {name: each["total_cny"] for name, each in told["runs"].items()}
    assert totals["perfect"] <= totals["day"] * (1 + 1e-9)
    assert totals["perfect"] <= totals["none"] * (1 + 1e-9)
    assert run(*words, "--hours", 24, "--lang", lang)
