"""A park's change by every identity, its decoupling, and what it may be regressed on."""

from dataclasses import replace
from urllib.parse import quote

import pytest

from tanlu.store.parks import save
from tanlu.workflow.viewer import LOCAL
from tests.unit.platform.conftest import CARD, sheet

API = "/api/v1"
YEARS = {
    "members": """member_id,parent_id,kind,system,name_en,name_zh
a,,enterprise,energy,Plant A,甲厂
b,,enterprise,production,Plant B,乙厂
""",
    "activities": """record_id,member_id,stream,carrier,period,quantity,unit,quality,uncertainty_pct
gas-1,a,combustion,natural_gas,2021,100,万 Nm³,measured,2
oil-1,b,combustion,diesel,2021,50,t,invoiced,2
gas-2,a,combustion,natural_gas,2022,120,万 Nm³,measured,2
oil-2,b,combustion,diesel,2022,40,t,invoiced,2
lime-2,b,process,limestone,2022,100,t,invoiced,2
gas-3,a,combustion,natural_gas,2023,110,万 Nm³,measured,2
coal-3,b,combustion,bituminous_coal,2023,60,t,invoiced,2
""",
    "flows": """record_id,from_id,to_id,carrier,period,quantity,unit,quality,uncertainty_pct
grid-1,world,a,electricity,2021,2000,MWh,invoiced,1
heat-1,a,b,heat,2021,8000,GJ,measured,1
grid-2,world,b,electricity,2022,2500,MWh,invoiced,1
grid-3,world,b,electricity,2023,2600,MWh,invoiced,1
""",
    "indicators": """record_id,member_id,indicator,period,quantity,unit
i1,,output_value,2021,3,亿元
i2,,output_value,2022,3.6,亿元
i3,,output_value,2023,3.5,亿元
a1,a,output_value,2021,1,亿元
a2,a,output_value,2022,1.2,亿元
a3,a,output_value,2023,1,亿元
b1,b,output_value,2021,2,亿元
b2,b,output_value,2022,2.4,亿元
b3,b,output_value,2023,2.5,亿元
""",
}


def get(client, path, **query):
    answer = client.get(f"{API}{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def figures(value, found):
    if isinstance(value, dict):
        if set(value) >= {"key", "value", "unit", "label"}:
            found[value["key"]] = value["value"]
        for part in value.values():
            figures(part, found)
    elif isinstance(value, list):
        for part in value:
            figures(part, found)
    return found


def total(rows):
    return sum(row["co2_t"]["value"] for row in rows)


@pytest.fixture
def years(desk, pair):
    tables = {**YEARS, "factors": FACTORS, "citations": CITATIONS}
    draft = replace(
        pair, card={**CARD, "park_id": "years"},
        sheets={name: sheet(name, text) for name, text in tables.items()},
    )  # fmt: skip
    desk.judge(draft)
    save(desk.engine, "years", draft, 0, desk.saving(LOCAL, "test"))
    return "years"


FACTORS = """factor_id,subject,quantity,from_on,value,lower,upper,unit,kind,cite
grid,electricity,emission,2020-01-01,0.58,0.55,0.61,t CO2/MWh,stated,bill#1
steam,heat,emission,2020-01-01,0.11,0.10,0.13,t CO2/GJ,stated,bill#2
"""
CITATIONS = "citation_id,title_en,title_zh\nbill,Bills,账单\n"
IDENTITIES = ["carrier", "enterprise", "enterprise_output", "output", "energy"]


@pytest.mark.parametrize("identity", IDENTITIES)
def test_every_identity_closes_to_the_inventory(client, years, identity):
    found = get(client, f"/parks/{years}/drivers/split", identity=identity)
    assert all(choice["reason"] is None for choice in found["identities"])
    for change in (found["whole"], *found["steps"]):
        for side, year in (("start", change["from_year"]), ("end", change["to_year"])):
            inventory = get(client, f"/parks/{years}/inventory", year=year)
            assert change[side]["value"] == pytest.approx(inventory["total"]["value"])
        moved = change["end"]["value"] - change["start"]["value"]
        assert change["total"]["value"] == pytest.approx(moved)
        assert total(change["effects"]) == pytest.approx(moved)
        for rows in (change["by_member"], change["by_carrier"]):
            assert not rows or total(rows) == pytest.approx(moved)
    last = found["running"][-1]
    assert total(last["effects"]) == pytest.approx(last["total"]["value"])


@pytest.mark.parametrize("identity", IDENTITIES)
def test_every_figure_opens_to_its_own_value(client, years, identity):
    found = figures(get(client, f"/parks/{years}/drivers/split", identity=identity), {})
    assert len(found) > 8
    inner = {}
    for key, value in found.items():
        proof = get(client, f"/parks/{years}/figures/{quote(key, safe='')}")
        assert proof["figure"]["value"] == pytest.approx(value, rel=1e-12), key
        figures(proof["parts"], inner)
    for key in sorted(set(inner) - set(found))[:8]:  # a cell opens as the rest of them do
        proof = get(client, f"/parks/{years}/figures/{quote(key, safe='')}")
        assert proof["figure"]["value"] == pytest.approx(inner[key], rel=1e-12), key


def test_what_carries_no_energy_is_told(client, years):
    found = get(client, f"/parks/{years}/drivers/split")
    assert found["identity"] == "carrier"
    codes = [effect["code"] for effect in found["whole"]["effects"]]
    assert codes == ["output", "intensity", "mix", "factor", "direct_intensity"]
    assert any("emissions per output" in note["en"] for note in found["notes"])


def test_the_paper_by_carrier(client):
    # acceptance A5: 10⁴ t, to the printed digits
    found = get(client, "/parks/ganzhou/drivers/split")
    rows = [found["steps"][0], found["steps"][1], found["whole"]]
    effects = [e["co2_t"]["value"] / 1e4 for row in rows for e in row["effects"]]
    printed = [27.970, -19.455, 0.115, 0, 19.455, -18.667, 2.311, 0, 46.992, -37.590, 2.328, 0]
    assert effects == pytest.approx(printed, abs=1e-3)
    proof = get(client, f"/parks/ganzhou/figures/{rows[2]['effects'][2]['co2_t']['key']}")
    assert "ln(0.3947 / 0.3655)" in proof["formula"]["numbers"]
    assert [round(part["value"] / 1e4, 3) for part in proof["parts"]] == [4.307, -2.259, 0.279]


def test_an_identity_that_data_do_not_allow_is_refused_with_the_reason(client):
    path = f"{API}/parks/ganzhou/drivers/split"
    answer = client.get(path, params={"identity": "enterprise"})
    assert answer.status_code == 422
    assert "enterprises" in answer.json()["faults"][0]["what"]["en"]
    answer = client.get(path, params={"from_year": 2022})
    assert answer.json()["faults"][0]["code"] == "driver_years"


def test_decoupling_of_the_paper(client):
    # acceptance A6
    found = get(client, "/parks/ganzhou/drivers/decoupling")
    points = [*found["points"], found["whole"]]
    assert [round(p["elasticity"]["value"], 4) for p in points] == [0.2772, 0.1464, 0.2051]
    assert {p["state"]["code"] for p in points} == {"weak_decoupling"}
    for point in points:
        causes = sum(c["elasticity"]["value"] for c in point["causes"])
        assert causes == pytest.approx(point["elasticity"]["value"])
        assert point["chances"] == []
    assert len(found["states"]) == 9
    assert (found["low"], found["high"]) == (0.8, 1.2)


def test_chances_where_the_data_carry_ranges(client, years):
    found = get(client, f"/parks/{years}/drivers/decoupling")
    for point in (*found["points"], found["whole"]):
        assert sum(each["chance"] for each in point["chances"]) == pytest.approx(1)
    assert "20,000" in found["chances_note"]["en"]
    for key, value in figures(found, {}).items():
        proof = get(client, f"/parks/{years}/figures/{quote(key, safe='')}")
        assert proof["figure"]["value"] == pytest.approx(value, rel=1e-12), key


def test_a_park_without_output_has_no_decoupling(client, desk, years):
    answer = client.get(f"{API}/parks/pair/drivers/decoupling")
    assert answer.json()["faults"][0]["code"] == "driver_years"


def test_the_refused_regression_of_the_paper(client):
    found = get(client, "/parks/ganzhou/drivers/regression")
    assert found["verdict"] == "under-determined"
    assert (found["observations"], found["unknowns"], found["dof"]) == (3, 4, 0)
    assert all(driver["slope"] is None for driver in found["drivers"])
    assert (found["k"], found["trace"], found["selectors"]) == (None, None, [])
    line = found["line"]
    middle = {each["code"]: each["slope"][len(line["at"]) // 2] for each in line["slopes"]}
    # the solution of least norm, as methods-drivers-transfer section 1.2 has it
    assert middle == pytest.approx(
        {"output_value": 0.2357, "energy_total": 0.2512, "electricity_share": -0.2357}, abs=5e-5
    )
    assert any("one of these sets" in reason["en"] for reason in found["reasons"])
    assert len(found["needed"]) >= 3
    assert [name["en"] for name in found["not_estimable"]] == ["share of lead industries"]


def test_what_the_park_allows(client):
    found = get(client, "/parks/ganzhou/drivers/which")
    answers = {row["method"]: row["answer"] for row in found["methods"]}
    assert (answers["lmdi"], answers["tapio"], answers["ridge"]) == ("yes", "yes", "no")
    assert found["data"]["periods"] == 3


def test_a_park_without_published_totals_has_nothing_to_regress_on(client, years):
    answer = client.get(f"{API}/parks/{years}/drivers/regression")
    assert answer.json()["faults"][0]["code"] == "no_regression"
