"""`tanlu plan actions`: the plan's folder as dated actions, and as a workbook."""

import json
import shutil

import openpyxl
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
    done = CliRunner().invoke(tanlu, ["plan", *(str(word) for word in words)])
    assert done.exit_code == code, done.output
    return done.output


def test_actions_bring_owner_proof_and_clause(folder):
    told = json.loads(run("actions", folder, "--json"))
    plan = json.loads(run("solve", folder, "--json"))
    pv = next(a for a in told["actions"] if a["component"] == "pv")
    assert pv["mw"] == pytest.approx(plan["periods"]["2025"]["built"]["pv"])
    assert (pv["owner"], pv["direction"], pv["option"]) == ("service", "energy", "pv_roof")
    assert pv["proof"]["zh"] == "并网点双向电能表"
    assert pv["clauses"] == ["cn.peak_action.2021"]
    assert told["cash_cny"]["2025"]["service"] == pytest.approx(9_000_000 + 135_000)


def test_a_component_nobody_speaks_of_stays_open(folder):
    (folder / "actions.yaml").unlink()
    told = json.loads(run("actions", folder, "--json"))
    assert all(a["owner"] is None and a["proof"] is None for a in told["actions"])


def test_faults_of_roles_are_listed_together(folder):
    (folder / "actions.yaml").write_text(
        "pv: {owner: nobody, after: [battery], clauses: [cn.no.such]}\n"
        "battery: {after: [pv], option: no_such, colour: red}\nstranger: {}\n",
        "utf-8",
    )
    said = run("actions", folder, code=2)
    for part in ("nobody", "cn.no.such", "no_such", "colour", "stranger", "actions.yaml"):
        assert part in said


def test_a_circle_is_refused(folder):
    (folder / "actions.yaml").write_text(
        "pv: {after: [battery]}\nbattery: {after: [pv]}\n", "utf-8"
    )
    assert "pv, battery" in run("actions", folder, code=2)


def test_a_slip_tells_cost_and_who_waits(folder):
    (folder / "actions.yaml").write_text("heat_pump: {after: [pv]}\n", "utf-8")
    told = json.loads(run("actions", folder, "--slip", "pv", "--json"))
    assert told["targets_kept"]
    assert told["cost_cny"] > 0
    assert told["waiting"] == ["heat_pump"]
    assert "battery" in run("actions", folder, "--slip", "battery", code=2)


@pytest.mark.parametrize(("lang", "sheets"), [
    ("en", ["Actions", "Cash flow", "Gantt", "Payments"]),
    ("zh", ["行动清单", "现金流", "甘特图", "付款明细"]),
])  # fmt: skip
def test_the_workbook_is_live_and_adds_up(folder, tmp_path, lang, sheets):
    out = tmp_path / "plan.xlsx"
    run("actions", folder, "--out", out, "--lang", lang)
    live, shown = openpyxl.load_workbook(out), openpyxl.load_workbook(out, data_only=True)
    assert live.sheetnames == sheets
    cash = [row for row in live[sheets[1]].iter_rows(min_row=6, values_only=True) if row[0]]
    assert all(str(cell).startswith("=SUMIFS") for row in cash for cell in row[1:-1])
    paid = {}
    for year, _, _, _, cny in shown[sheets[3]].iter_rows(min_row=6, values_only=True):
        paid[year] = paid.get(year, 0.0) + cny
    for row in shown[sheets[1]].iter_rows(min_row=6, values_only=True):
        assert row[-1] == pytest.approx(paid[row[0]])
    run("actions", folder, "--out", out, code=2)
    first = out.read_bytes()
    run("actions", folder, "--out", out, "--force", "--lang", lang)
    assert out.read_bytes() == first
