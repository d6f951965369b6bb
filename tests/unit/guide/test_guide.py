"""The guided job: from an empty park to a total, on the command line, in both languages."""

import json
import re

import pytest
from click.testing import CliRunner

from tanlu.catalog.load import load_catalog
from tanlu.cli import tanlu
from tanlu.connect.folder import read_folder
from tanlu.connect.park import scan_park
from tanlu.model.book import Draft, Row, Sheet
from tanlu.workflow.guide.job import open_job
from tanlu.workflow.guide.record import guide_record
from tanlu.workflow.guide.steps import steps_of
from tanlu.workflow.open import bundled

HAN = re.compile(r"[一-鿿]")


def call(*arguments, code=0, lang="en"):
    result = CliRunner().invoke(tanlu, [str(a) for a in arguments], env={"TANLU_LANG": lang})
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result.stdout


def states(park, *options):
    record = json.loads(call("guide", park, "--json", *options))
    return [step["state"] for step in record["steps"]]


def write(park, name, *lines):
    (park / name).write_text("\n".join(lines) + "\n", "utf-8")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_from_an_empty_park_to_a_total(tmp_path, lang):
    park = tmp_path / "park"
    call("init", park, "--example", "empty", lang=lang)
    assert states(park) == ["open", "open", "open", "blocked", "blocked", "blocked"]
    printed = call("guide", park, lang=lang)
    assert bool(HAN.search(printed)) == (lang == "zh")
    call("decide", park, "boundary", "--because", "one site", "--by", "me", lang=lang)
    assert states(park)[0] == "done"
    write(park, "flows.csv",
          "record_id,from_id,to_id,carrier,period,quantity,unit,quality",
          "power,world,park,electricity,2022,1000,MWh,invoiced")  # fmt: skip
    assert states(park) == ["done", "open", "done", "done", "done", "open"]
    record = json.loads(call("guide", park, "--json"))
    assert record["next"] == 2
    for todo in record["steps"][1]["todo"]:
        if todo["expected"]:
            call("decide", park, todo["expected"], "--because", "not here", "--by", "me")
    again = json.loads(call("guide", park, "--step", "2", "--json"))
    for todo in again["todo"]:
        call("decide", park, todo["expected"], "--because", "not here", "--by", "me")
    assert states(park) == ["done"] * 6
    numbers = json.loads(call("guide", park, "--json"))["steps"]
    assert numbers[5]["numbers"]["total"] == pytest.approx(1000 * 0.5366)  # national, 2022
    assert numbers[4]["numbers"] == {
        "combustion": None, "process": None, "purchased": pytest.approx(536.6),
    }  # fmt: skip
    assert numbers[2]["numbers"]["completeness"] == 1
    last = call("guide", park, lang=lang)
    assert ("All six steps" in last) == (lang == "en")
    assert bool(HAN.search(last)) == (lang == "zh")


def test_a_park_with_faults_still_says_what_to_do():
    draft = read_folder(bundled("minimal"))
    rows = [Row(2, {**draft.sheet("flows").rows[0].cells, "unit": "furlong"})]
    broken = Draft(draft.card, {**draft.sheets, "flows": Sheet("flows", rows)})
    steps = steps_of(open_job(broken, load_catalog()))
    assert [step.state for step in steps] == ["done"] + ["blocked"] * 5
    assert steps[1].faults
    assert steps[1].todos


def test_a_missing_factor_is_a_step_of_its_own():
    draft = read_folder(bundled("opulent"))
    sheets = {name: sheet for name, sheet in draft.sheets.items() if name != "factors"}
    steps = steps_of(open_job(Draft(draft.card, sheets), load_catalog()))
    assert [step.state for step in steps] == ["done", "done", "done", "open", "blocked", "blocked"]
    assert {fault.code for fault in steps[3].faults} == {"no_factor"}


def test_a_card_without_entries_names_each():
    steps = steps_of(open_job(Draft({"park_id": "p"}, {}), load_catalog()))
    assert steps[0].state == "open"
    assert len(steps[0].todos) >= 5


def test_the_opulent_park_is_done():
    record = guide_record(open_job(scan_park(bundled("opulent")), load_catalog()))
    assert record["next"] is None
    numbers = record["steps"][5]["numbers"]
    assert numbers["total"] == pytest.approx(
        sum(record["steps"][4]["numbers"].values())
    )  # fmt: skip


def test_a_contradicted_decision_opens_the_step_again():
    draft = read_folder(bundled("opulent"))
    row = dict(draft.sheet("decisions").rows[-1].cells)
    row |= {"decision_id": "wrong", "expected": "road_fuel", "member_id": ""}
    rows = [*draft.sheet("decisions").rows, Row(99, row)]
    changed = Draft(draft.card, {**draft.sheets, "decisions": Sheet("decisions", rows)})
    step = steps_of(open_job(changed, load_catalog()))[1]
    assert step.state == "open"
    assert [fault.code for fault in step.faults] == ["decision_contradicted"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("guide", "nowhere"), "nowhere"),
        (("guide", str(bundled("minimal")), "--member", "nobody"), "nobody"),
        (("decide", "nowhere", "boundary", "--because", "x", "--by", "y"), "nowhere"),
    ],
)
def test_faults_are_told(arguments, words):
    result = CliRunner().invoke(tanlu, list(arguments))
    assert result.exit_code == 2
    assert words in result.output


def test_an_unknown_stream_cannot_be_decided(tmp_path):
    call("init", tmp_path / "p")
    before = (tmp_path / "p" / "park.yaml").read_bytes()
    call("decide", tmp_path / "p", "magic", "--because", "x", "--by", "y", code=2)
    call("decide", tmp_path / "p", "storage", "--because", " ", "--by", "y", code=2)
    assert not (tmp_path / "p" / "decisions.csv").exists()
    assert (tmp_path / "p" / "park.yaml").read_bytes() == before
