"""Trees on the ground of parks: the base year is the inventory, whatever the park holds."""

from pathlib import Path

import pytest

from tanlu.catalog.load import load_catalog
from tanlu.errors import InputError
from tanlu.workflow.assess import assess
from tanlu.workflow.open import bundled, open_book
from tanlu.workflow.scenario.diagnose import diagnose
from tanlu.workflow.scenario.open import open_tree
from tanlu.workflow.scenario.record import compare_record, tree_record


@pytest.mark.parametrize("name", ["ganzhou", "minimal", "opulent"])
def test_the_base_year_is_the_inventory(name):
    opened = open_tree(bundled(name))
    findings = assess(open_book(bundled(name)), load_catalog())
    total = findings.inventories[opened.tree.base_year].total_t
    for case in opened.tree.cases:
        assert opened.run(case).total_t[0] == pytest.approx(total, rel=1e-9)


def test_a_park_without_a_tree_has_its_projection_as_one(tmp_path):
    for file in Path(bundled("ganzhou")).glob("*.*"):
        text = file.read_text("utf-8").replace("park_id: ganzhou", "park_id: other")
        (tmp_path / file.name).write_text(text, "utf-8")
    opened = open_tree(tmp_path)
    assert not opened.is_own
    for projection in opened.findings.projections:
        total = opened.run(projection.scenario.scenario_id).total_t
        assert total.tolist() == pytest.approx([p.co2_t for p in projection.points], rel=1e-12)


def test_records_of_scenarios_and_wedges():
    opened = open_tree(bundled("ganzhou"))
    found = tree_record(opened)
    assert found["assumptions"] == {"stated": 84, "assumed": 83}
    assert [s["peak"]["verdict"] for s in found["scenarios"]] == ["rising", "peak", "peak"]
    wedges = compare_record(opened, "as_is", "deep")
    whole = wedges["cumulative"]
    for parts in (whole["by_driver_t"], whole["by_branch_t"]):
        assert sum(parts.values()) == pytest.approx(whole["total_t"], rel=1e-9)
    with pytest.raises(InputError):
        compare_record(opened, "as_is", "nope")


def test_a_lever_left_out_last_is_what_the_fullest_scenario_lacks():
    opened = open_tree(bundled("ganzhou"))
    found = diagnose(opened)
    lever = next(each for each in found.levers if each.lever_id == "electric_trucks")
    full = opened.run("deep")
    rest = tuple(o for o in full.case.overlays if o != "electric_trucks")
    case = type(full.case)("rest", full.case.label, rest)
    at = full.years.index(lever.year)
    assert lever.last_t == pytest.approx(opened.run_of(case).total_t[at] - full.total_t[at])
    assert lever.low_t < lever.alone_t < lever.high_t
    assert lever.grade == "C"
