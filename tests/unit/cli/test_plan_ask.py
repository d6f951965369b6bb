"""`tanlu plan front | curve | near | prices | futures | why` on the small plan."""

import json
import shutil

import pytest
import yaml
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


def ask(*words):
    return json.loads(run("plan", *words, "--json"))


def change(folder, **top):
    path = folder / "plan.yaml"
    path.write_text(
        yaml.safe_dump({**yaml.safe_load(path.read_text("utf-8")), **top}, allow_unicode=True),
        "utf-8",
    )


def test_front_starts_at_the_optimum(folder):
    plan, found = ask("solve", folder), ask("front", folder, "--points", 4)
    assert len(found["points"]) == 4
    assert found["points"][0]["cost_cny"] == pytest.approx(plan["objective_cny"], rel=1e-9)


def test_curve_adds_up_to_the_plan(folder):
    plan, found = ask("solve", folder), ask("curve", folder)
    added = sum(step["given"]["cny"] for step in found["steps"])
    assert found["reference"]["cny"] + added == pytest.approx(plan["objective_cny"], rel=1e-6)


def test_near_and_prices_and_futures_say_what_the_plan_says(folder):
    plan = ask("solve", folder)
    near = ask("near", folder, "--share", 0.02, "--count", 3)
    last = plan["periods"]["2035"]["capacity"]
    assert {n: r["optimum"] for n, r in near["ranges"].items()} == pytest.approx(last)
    priced = {(p["name"], p["year"]): p for p in ask("prices", folder)["prices"]}
    assert priced["cap", 2030]["yearly_cny"] == pytest.approx(plan["duals"]["co2"]["2030"])
    futures = ask("futures", folder, "--draws", 8)
    assert futures["draws"] == futures["feasible"] == 8
    assert futures["decisions"]["pv"]["mw"] == pytest.approx(3)


def test_why_names_the_target_and_the_way_out(folder):
    assert ask("why", folder)["feasible"]
    parts = yaml.safe_load((folder / "plan.yaml").read_text("utf-8"))["components"]
    parts["offsets"]["most"] = 10
    policies = {"neutral": {"kind": "neutral", "year": 2035}}
    change(folder, components=parts, policies=policies)
    found = ask("why", folder)
    assert [p["name"] for p in found["policies"]] == ["neutral"]
    way = next(w for w in found["ways"] if w["kind"] == "offset")
    assert way["by"]["2035"] > 0
    assert "抵消每年增购" in run("plan", "why", folder, "--lang", "zh")
    parts["offsets"]["most"] = 10 + way["by"]["2035"] + 0.1
    change(folder, components=parts)
    assert ask("solve", folder)["status"] == "optimal"


def test_faults_of_futures_are_listed_together(folder):
    (folder / "futures.yaml").write_text(
        "uncertain:\n  a: {components: [nobody], field: price, low: 2, mode: 1, high: 3}\n"
        "  b: {components: [pv], field: colour, low: 1, mode: 1}\n",
        "utf-8",
    )
    said = run("plan", "futures", folder, code=2)
    for part in ("nobody", "pv.colour", "high", "futures.yaml"):
        assert part in said


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("verb", ["front", "curve", "near", "prices", "futures", "why"])
def test_each_question_is_answered_in_words(folder, verb, lang):
    more = {"front": ("--points", 3), "near": ("--count", 2), "futures": ("--draws", 3)}
    said = run("plan", verb, folder, *more.get(verb, ()), "--lang", lang)
    assert said.strip()
    assert "None" not in said
