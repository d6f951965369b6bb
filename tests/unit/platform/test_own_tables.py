"""Drivers of a table of one's own: answers, and faults at their rows."""

from pathlib import Path

import pytest

API = "/api/v1/explain"
GOLDEN = Path(__file__).parents[2] / "golden" / "drivers"
HALD = (GOLDEN / "hald.csv").read_text("utf-8")
LMDIR = (GOLDEN / "lmdir.csv").read_text("utf-8")


def post(client, path, **asked):
    answer = client.post(f"{API}/{path}", json=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_what_a_table_holds(client):
    found = post(client, "table", name="own.csv", text="year,co2,who\n2020,1,a\n2021,n/a,b\n")
    assert (found["rows"], found["is_long"]) == (2, False)
    kinds = {c["name"]: c["is_numeric"] for c in found["columns"]}
    assert kinds["year"]
    assert not kinds["who"]


def test_cells_that_are_no_numbers_are_told_with_their_row(client):
    text = "year,co2\n2020,1\n2021,n/a\n2022,3\n2023,\n2024,5\n"
    column = post(client, "table", name="own.csv", text=text)["columns"][1]
    assert [(flaw["row"], flaw["column"]) for flaw in column["flaws"]] == [(3, "co2"), (5, "co2")]


def test_the_printed_case_of_lmdir(client):
    # acceptance A1, as printed by the LMDIR test suite
    found = post(client, "lmdi", name="lmdir.csv", text=LMDIR)
    first = [effect["value"] for effect in found["steps"][0]["effects"]]
    assert first == pytest.approx([69.79006598, -9.455125793, 39.66505981])
    ratios = [effect["ratio"] for effect in found["steps"][0]["effects"]]
    assert ratios == pytest.approx([1.761117821, 0.926191306, 1.379410116])
    running = [effect["value"] for effect in found["running"][-1]["effects"]]
    assert running == pytest.approx([166.8, -52.8, 144.0], abs=0.1)
    for step in (found["whole"], *found["steps"]):
        assert sum(e["value"] for e in step["effects"]) == pytest.approx(step["total"])
        assert sum(c["value"] for c in step["by_category"]) == pytest.approx(step["total"])
    assert {method["code"] for method in found["methods"]} == {"lmdi_1", "lmdi_2", "shapley"}


def test_a_twin_row_is_refused_at_its_row(client):
    text = "period,category,q\n1,a,1\n2,a,2\n2,a,3\n"
    answer = client.post(f"{API}/lmdi", json={"name": "own.csv", "text": text})
    assert answer.status_code == 422
    fault = answer.json()["faults"][0]
    assert (fault["code"], fault["row"], fault["column"]) == ("duplicate_row", 4, "category")


def test_hald_cement(client):
    # acceptance A10
    found = post(client, "regress", name="hald.csv", text=HALD, target=target(HALD), logs=False)
    assert found["verdict"] == "identified"
    assert found["chosen_by"] == "gcv"
    assert found["k"] == pytest.approx(0.324, abs=1e-3)
    ks = {each["code"]: each["k"] for each in found["selectors"]}
    assert ks["hkb"] == pytest.approx(0.0849960, abs=1e-6)
    trace = found["trace"]
    assert len(trace["k"]) == len(trace["worst_vif"]) == len(trace["slopes"][0]["slope"])
    assert trace["k"][0] < min(ks.values()) < max(ks.values()) < trace["k"][-1]
    assert sorted(trace["k"]) == trace["k"]


def target(text):
    return text.splitlines()[0].split(",")[-1] if text.startswith("x") else text.split(",")[0]


def test_two_rows_get_no_slope(client):
    text = "co2,output,energy\n88.87,707,29.66\n97.50,954.7,32.50\n100.60,1162,32.76\n"
    found = post(client, "regress", name="own.csv", text=text, target="co2")
    assert found["verdict"] == "under-determined"
    assert found["intercept"] is None
    assert found["line"] is None
    assert "R²" in found["reasons"][1]["en"]


def test_drivers_that_repeat_each_other_lie_on_a_line(client):
    rows = "\n".join(f"{i},{i},{2 * i}" for i in range(1, 20))
    text = f"y,a,b\n{rows}\n"
    found = post(client, "regress", name="own.csv", text=text, target="y", logs=False)
    assert found["verdict"] == "under-determined"
    line = found["line"]
    for at in range(len(line["at"])):
        a, b = (each["slope"][at] for each in line["slopes"])
        assert a + 2 * b == pytest.approx(1)


def test_which_method(client):
    found = post(client, "which", name="lmdir.csv", text=LMDIR)
    answers = {row["method"]: row["answer"] for row in found["methods"]}
    assert answers["lmdi"] == "yes"
    assert answers["ridge"] == "no"
    assert found["finding"]["en"].endswith(".")


def test_rows_without_a_period_are_no_periods(client):
    rows = "".join(f"{x},{x * x},{3 * x + 1}\n" for x in range(1, 9))
    answers = {}
    for head in ("co2,a,b", "co2,a,year"):
        found = post(client, "which", name="own.csv", text=f"{head}\n{rows}", target="co2")
        answers[head] = {row["method"]: row["answer"] for row in found["methods"]}["tapio"]
    assert answers["co2,a,b"] == "no"
    assert answers["co2,a,year"] != "no"


@pytest.mark.parametrize("text", ["", " \n", "a,a\n1,2\n"])
def test_what_is_no_table_is_refused(client, text):
    assert client.post(f"{API}/table", json={"name": "own.csv", "text": text}).status_code == 422


def test_decoupling_of_a_table(client):
    # acceptance A6, Table 6 of the seed paper
    text = "period,co2,output\n2020,88.87,707\n2021,97.50,954.7\n2022,100.60,1162\n"
    found = post(client, "decoupling", name="own.csv", text=text, co2="co2", output="output")
    points = [*found["points"], found["whole"]]
    assert [round(p["elasticity"], 4) for p in points] == [0.2772, 0.1464, 0.2051]
    assert found["whole"]["state"]["code"] == "weak_decoupling"
    assert found["whole"]["chances"] == []
    asked = {"co2": "co2", "output": "output", "co2_error": 3.0, "output_error": 2.0}
    drawn = post(client, "decoupling", name="own.csv", text=text, **asked)["points"][1]
    assert sum(each["chance"] for each in drawn["chances"]) == pytest.approx(1)
    assert len(drawn["chances"]) > 1
