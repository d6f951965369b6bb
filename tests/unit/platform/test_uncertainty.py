"""What figures are worth, asked through the API and the command line."""

import json
from dataclasses import replace
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.store.parks import save
from tanlu.workflow.open import bundled
from tanlu.workflow.viewer import LOCAL
from tests.unit.platform.conftest import sheet

API = "/api/v1/parks/pair"
FACTORS = """factor_id,subject,quantity,from_on,value,lower,upper,unit,kind,cite
grid,electricity,emission,2020-01-01,0.58,0.55,0.61,t CO2/MWh,stated,bill#1
steam,heat,emission,2020-01-01,0.11,0.10,0.13,t CO2/GJ,stated,bill#2
"""
CITATIONS = "citation_id,title_en,title_zh\nbill,Bills,账单\n"


def get(client, path, **query):
    answer = client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.fixture
def known(desk, pair, client):
    """The pair with a range for every factor, as its second version."""
    extra = {"factors": sheet("factors", FACTORS), "citations": sheet("citations", CITATIONS)}
    draft = replace(pair, sheets={**pair.sheets, **extra})
    desk.judge(draft)
    save(desk.engine, "pair", draft, 1, desk.saving(LOCAL, "ranges"))
    return client


def test_what_is_unknown_is_told_and_no_interval_stands_beside_the_total(client):
    found = get(client, f"{API}/uncertainty", year=2023, draws=2000)
    assert 0.5 < found["total"]["shares"]["unknown"] < 1
    assert not found["is_shown"]
    assert {u["subject"] for u in found["unknown"]} == {"electricity"}
    total = get(client, f"{API}/inventory", year=2023)["total"]
    assert total["lower"] is None
    notes = get(client, f"{API}/figures/{quote(total['key'])}")["notes"]
    assert "No interval stands here" in notes[0]["en"]


def test_with_ranges_the_total_has_its_interval(known):
    found = get(known, f"{API}/uncertainty", year=2023, draws=20_000)
    total = get(known, f"{API}/inventory", year=2023)["total"]
    assert found["is_shown"]
    assert found["total"]["shares"]["unknown"] == 0
    assert total["lower"] == pytest.approx(found["total"]["lower"])
    assert total["lower"] < total["value"] < total["upper"]
    drawn = found["total"]["approach_2"]
    width = total["upper"] - total["lower"]
    assert drawn["upper"] - drawn["lower"] == pytest.approx(width, rel=0.05)
    assert sum(drawn["counts"]) == 20_000
    assert sum(part["share"] for part in found["contributions"]) == pytest.approx(1)


def test_members_and_scopes_have_theirs(known):
    found = get(known, f"{API}/uncertainty", year=2023, draws=0)
    assert {part["code"] for part in found["by_scope"]} == {"1", "2"}
    assert {part["code"] for part in found["by_member"]} == {"a", "b"}
    assert found["total"]["approach_2"] is None
    inventory = get(known, f"{API}/inventory", year=2023, boundary="enterprise")
    members = {s["code"]: s["co2_t"]["value"] for s in inventory["by_member"]}
    assert {p["code"]: p["value"] for p in found["by_member"]} == pytest.approx(members)
    one = get(known, f"{API}/uncertainty", year=2023, member="b", draws=0)
    assert one["total"]["value"] == pytest.approx(members["b"])


def test_what_mending_wins_opens(known):
    found = get(known, f"{API}/uncertainty", year=2023, draws=0)
    won = [m["won"]["value"] for m in found["mend_first"] if not m["is_limit"]]
    assert won == sorted(won, reverse=True)
    assert won[0] > 0
    for mend in found["mend_first"]:
        proof = get(known, f"{API}/figures/{quote(mend['won']['key'], safe='')}")
        assert proof["figure"] == mend["won"]
        assert proof["records"] or proof["factors"]


def test_figures_of_the_page_open(known):
    found = get(known, f"{API}/uncertainty", year=2023, draws=0)
    for part in (found["total"], *found["by_scope"], *found["by_member"]):
        proof = get(known, f"{API}/figures/{quote(part['figure']['key'], safe='')}")
        assert proof["figure"]["value"] == pytest.approx(part["value"])


def test_a_year_that_is_not_there(client):
    answer = client.get(f"{API}/uncertainty", params={"year": 2023, "from_year": 2020})
    assert answer.json()["code"] == "no_earlier_year"
    assert client.get(f"{API}/uncertainty", params={"year": 1999}).json()["code"] == "no_year"


def call(*arguments):
    result = CliRunner().invoke(tanlu, [*arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_command_line():
    park = str(bundled("minimal"))
    found = json.loads(call("uncertainty", park, "--draws", "5000", "--json"))
    again = json.loads(call("uncertainty", park, "--draws", "5000", "--json"))
    assert found == again
    other = json.loads(call("uncertainty", park, "--draws", "5000", "--seed", "2", "--json"))
    assert other["total"]["approach_2"] != found["total"]["approach_2"]
    assert found["trend"]["from_year"] == 2021
    assert found["total"]["stated_only"] is None
    assert found["mend_first"][0]["records"] == ["power-2022"]
    first = json.loads(call("uncertainty", park, "--approach", "1", "--json"))
    assert first["draws"] == 0
    assert first["total"]["approach_2"] is None
    for language, word in (("en", "mend first"), ("zh", "优先改进")):
        assert word in call("uncertainty", park, "--lang", language)


@pytest.mark.parametrize(
    ("column", "text", "wanted"),
    [("uncertainty_pct", "3", 3.0), ("uncertainty_pct", "3 %", 3.0), ("meter_class", "0.5S", 0.5)],
)
def test_percentages_are_read_as_people_write_them(desk, pair, column, text, wanted):
    meters = f"channel_id,member_id,carrier,unit,meter_class\nm,a,heat,GJ,{text}\n"
    gas = pair.sheets["activities"]
    told = f"record_id,member_id,stream,carrier,period,quantity,unit,quality,{column}\n"
    told += f"gas,a1,combustion,natural_gas,2023,100,万 Nm³,measured,{text}\n"
    table, body = ("channels", meters) if column == "meter_class" else ("activities", told)
    draft = replace(pair, sheets={**pair.sheets, "activities": gas, table: sheet(table, body)})
    assert desk.judge(draft).book.table(table)[column][0] == wanted
