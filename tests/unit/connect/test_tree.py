"""A tree's folder: all faults together, each at its file and key; units turned to base units."""

import shutil

import pytest

from tanlu.connect.tree.read import read_tree
from tanlu.errors import InputError
from tanlu.workflow.open import bundled
from tanlu.workflow.scenario.open import open_tree

CARD = """tree_id: t
name_en: Tree
name_zh: 树
base_year: 2022
end_year: 2030
scenarios:
  - {scenario_id: as_is, name_en: As is, name_zh: 基准, overlays: []}
  - {scenario_id: less, name_en: Less, name_zh: 更少, overlays: [less]}
"""
BRANCHES = "branch,name_en,name_zh\na/b/c/d/gas,,\na/b/c/d/electricity,,\n"
VALUES = """branch,quantity,year,value,low,high,unit,cite,note
a,activity,2022,2,,,亿元,paper#1,
a/b/c/d/gas,energy,2022,29307.6,,,GJ,paper#1,
a/b/c/d/electricity,energy,2022,10000,,,MWh,paper#1,
supply/gas,factor,2022,56.1,,,t CO2/TJ,paper#1,
supply/electricity,factor,2022,0.5,,,t CO2/MWh,paper#1,
"""
OVERLAY = """id: less
label: {en: Less, zh: 更少}
kind: measure
from: 2025-01-01
values:
  - branch: a/b/c
    quantity: intensity
    how: times
    values:
      2026-01-01: {value: 0.5, low: 0.4, high: 0.6, cite: "paper#2"}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "overlays").mkdir()
    for name, text in (("tree.yaml", CARD), ("branches.csv", BRANCHES), ("values.csv", VALUES),
                       ("overlays/less.yaml", OVERLAY)):  # fmt: skip
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def faults_of(folder):
    with pytest.raises(InputError) as caught:
        open_tree(folder).run("less")
    return [(f.code, f.place.file, f.place.row, f.place.column) for f in caught.value.faults]


def test_units_become_base_units(folder):
    tree = read_tree(folder).tree
    told = {(s.branch, s.quantity): s.knots[0].value for s in tree.stated}
    assert told["a", "activity"] == 2e8
    assert told["a/b/c/d/gas", "energy"] == pytest.approx(1000.0)
    assert told["a/b/c/d/electricity", "energy"] == pytest.approx(36000 / 29.3076)
    assert told["supply/gas", "factor"] == pytest.approx(0.0561 * 29.3076)


def test_a_tree_without_a_park_runs(folder):
    opened = open_tree(folder)
    total = opened.run("as_is").total_t
    assert total[0] == pytest.approx(29307.6 * 0.0561 + 10000 * 0.5)
    less = opened.run("less").total_t
    # from 2025 on; the line from 1 in 2024 to 0.5 in 2026 passes 0.75 in 2025
    assert less[2:5] / total[2:5] == pytest.approx([1.0, 0.75, 0.5])
    assert opened.findings is None


def test_a_date_after_the_first_of_january_counts_from_the_next_year(folder):
    path = folder / "overlays" / "less.yaml"
    path.write_text(OVERLAY.replace("from: 2025-01-01", "from: 2025-07-01"), "utf-8")
    opened = open_tree(folder)
    assert opened.run("less").total_t[3] == opened.run("as_is").total_t[3]


def test_faults_come_together_with_file_and_key(folder):
    (folder / "values.csv").write_text(
        VALUES.replace("2022,2,", "2022,two,").replace("a/b/c/d/gas,energy", "a/b/c/d/gas,weight")
        + "a/x,share,2022,1,,,1,,\n", "utf-8",
    )  # fmt: skip
    (folder / "overlays" / "less.yaml").write_text(
        OVERLAY.replace("how: times", "how: maybe").replace("2026-01-01:", "soon:"), "utf-8"
    )
    found = faults_of(folder)
    assert ("tree_wrong_value", "values.csv", 2, "value") in found
    assert ("tree_no_quantity", "values.csv", 3, "quantity") in found
    assert ("tree_no_branch", "values.csv", None, "branch") in found
    assert ("tree_wrong_value", "overlays/less.yaml", None, "values[0].how") in found
    assert ("tree_wrong_value", "overlays/less.yaml", None, "values[0].soon") in found


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("end_year: 2030", "end_year: 2022", "tree_wrong_value"),
        ("tree_id: t", "x: t", "tree_missing_key"),
        ("overlays: [less]", "overlays: [more]", "tree_no_overlay"),
        ("base_year: 2022", "base_year: soon", "tree_wrong_value"),
        ("tree_id: t\n", "- a\n", "tree_not_yaml"),
    ],
)
def test_faults_of_the_card(folder, old, new, code):
    (folder / "tree.yaml").write_text(CARD.replace(old, new), "utf-8")
    assert code in [each[0] for each in faults_of(folder)]


def test_a_unit_that_does_not_fit_is_told_at_its_cell(folder):
    (folder / "values.csv").write_text(VALUES.replace("29307.6,,,GJ", "29307.6,,,t"), "utf-8")
    assert ("wrong_dimension", "values.csv", 3, "unit") in faults_of(folder)


def test_a_carrier_without_a_factor_is_refused(folder):
    text = "".join(line + "\n" for line in VALUES.splitlines() if "supply/gas" not in line)
    (folder / "values.csv").write_text(text, "utf-8")
    assert [each[0] for each in faults_of(folder)] == ["tree_no_factor"]


def test_portions_that_lose_some_of_the_inventory_are_refused(tmp_path):
    park = tmp_path / "park"
    shutil.copytree(bundled("ganzhou"), park)
    values = park / "tree" / "values.csv"
    text = values.read_text("utf-8")
    values.write_text(
        text.replace("engine/refined_oil,portion,2022,65", "engine/refined_oil,portion,2022,60"),
        "utf-8",
    )
    with pytest.raises(InputError) as caught:
        open_tree(park).run("as_is")
    assert [f.code for f in caught.value.faults] == ["tree_portions"]
    assert dict(caught.value.faults[0].params) == {"carrier": "refined_oil", "total": "0.9500"}
