"""The knowledge base through the API: every figure opens, and is the command line's number."""

import json
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from tanlu.catalog.options import options
from tanlu.catalog.policies import policies
from tanlu.cli import tanlu

KNOWLEDGE = "/api/v1/knowledge"


def get(client, path, **query):
    answer = client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def told(*words):
    answer = CliRunner().invoke(tanlu, [*words, "--json"])
    assert answer.exit_code == 0, answer.output
    return json.loads(answer.output)


def proof(client, key):
    return get(client, f"/api/v1/parks/pair/figures/{quote(key)}")


def test_policies_are_found_and_open(client):
    found = get(client, f"{KNOWLEDGE}/policies", words="零碳园区", place="CN-36")
    names = [each["policy_id"] for each in found["policies"]]
    assert "cn.jiangxi.zero_carbon_park.2025" in names
    assert found["total"] == len(policies())
    assert names == [
        each["id"] for each in told("policy", "search", "零碳园区", "--region", "江西")
    ]
    one = get(client, f"{KNOWLEDGE}/policies/cn.zero_carbon_park.indicators.2025")
    figures = [clause["figure"] for clause in one["clauses"] if clause["figure"]]
    opened = proof(client, figures[0]["key"])
    assert opened["figure"] == figures[0]
    assert opened["notes"][0] == one["clauses"][0]["says"]


def test_what_replaces_a_policy_is_named(client):
    old = get(client, f"{KNOWLEDGE}/policies/cn.eco_parks.2015")
    new = get(client, f"{KNOWLEDGE}/policies/cn.eco_parks.2026")
    assert old["superseded_by"]["policy_id"] == new["policy_id"]
    assert new["supersedes"][0]["policy_id"] == old["policy_id"]


@pytest.mark.parametrize(
    "option_id", ["heat_pump_80c", "battery", "chiller_electric", "offset_ccer"]
)
def test_every_number_of_an_option_opens_to_itself(client, option_id):
    view = get(client, f"{KNOWLEDGE}/options/{option_id}", on="2035")
    printed = told("option", "show", option_id, "--on", "2035")["values"]
    for value in view["values"]:
        shown = proof(client, value["figure"]["key"])
        assert shown["figure"] == value["figure"]
        assert value["figure"]["value"] == printed[value["name"]]["value"]
        statuses = {factor["status"] for factor in shown["factors"]}
        assert value["status"] in statuses
        if value["status"] == "assumed":
            assert shown["notes"]


def test_the_numbers_put_in_give_the_figure(client):
    key = "option~heat_pump_80c~investment~2027-01-01~2025"
    opened = proof(client, key)
    product = 1.0
    for number in opened["formula"]["numbers"].split(" × "):
        product *= float(number)
    assert product == pytest.approx(opened["figure"]["value"], rel=1e-7)


def test_options_are_listed_by_kind_and_direction(client):
    found = get(client, f"{KNOWLEDGE}/options", kind="store")
    assert {each["kind"] for each in found["options"]} == {"store"}
    assert found["total"] == len(options())
    assert len(get(client, f"{KNOWLEDGE}/options", direction="digital")["options"]) >= 2
    listed = [each["id"] for each in told("option", "list", "--kind", "store")]
    assert sorted(listed) == sorted(each["option_id"] for each in found["options"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/options/nothing", 404),
        ("/policies/nothing", 404),
        ("/options/battery?on=soon", 422),
        ("/options/battery?prices=1900", 422),
    ],
)
def test_what_is_not_there_is_a_problem(client, path, status):
    answer = client.get(KNOWLEDGE + path)
    assert answer.status_code == status, answer.text
    assert answer.json()["faults"] or status == 404


@pytest.mark.parametrize(
    "key", ["option~nothing~life~2030-01-01~2025", "option~battery~x~2030-01-01~2025", "policy~x~0"]
)
def test_a_key_of_nothing_opens_nothing(client, key):
    assert client.get(f"/api/v1/parks/pair/figures/{quote(key)}").status_code in (404, 422)


def test_the_command_line_speaks_both_languages(tmp_path):
    runner = CliRunner()
    assert (
        "热泵" in runner.invoke(tanlu, ["option", "show", "heat_pump_80c", "--lang", "zh"]).output
    )
    assert (
        "Heat pump" in runner.invoke(tanlu, ["option", "list", "heat pump", "--lang", "en"]).output
    )
    shown = runner.invoke(tanlu, ["policy", "show", "cn.ganzhou.peak.2022", "--lang", "zh"]).output
    assert "27.4 %" in shown


def test_a_quote_of_the_park_is_taken_by_the_command_line(tmp_path):
    (tmp_path / "options").mkdir()
    (tmp_path / "citations.csv").write_text("citation_id,title_en\noffer,Offer\n")
    quote_text = (
        "of: battery\ncite: offer#1\ninvestment: {unit: 元/Wh, price_year: 2025, value: 0.9}\n"
    )
    path = tmp_path / "options" / "battery.yaml"
    path.write_text(quote_text, "utf-8")
    shown = told("option", "show", "battery", "--park", str(tmp_path), "--prices", "2025")
    assert shown["values"]["investment"]["value"] == pytest.approx(9e5)
    assert shown["values"]["investment"]["status"] == "own"
    path.write_text(quote_text.replace("offer", "nobody"), "utf-8")
    answer = CliRunner().invoke(tanlu, ["option", "list", "--park", str(tmp_path)])
    assert answer.exit_code == 2
    assert "nobody is not registered" in answer.output
