"""Two methods over the API: parts sum, every number opens, members stand beside."""

import math
from urllib.parse import quote

import pytest

from tests.unit.platform.test_api import API, figures, get

PAIR = "/parks/pair/methods/compare"
QUERY = {"first": "cn.park", "second": "cn.gbt32150.2015", "year": 2023}


@pytest.fixture
def compared(client):
    return get(client, PAIR, **QUERY)


def test_causes_and_parts_sum_to_the_difference(compared):
    gap = compared["second"]["total"]["value"] - compared["first"]["total"]["value"]
    assert compared["difference"]["value"] == pytest.approx(gap)
    assert math.fsum(c["co2_t"]["value"] for c in compared["causes"]) == pytest.approx(gap)
    streams = compared["streams"]
    assert math.fsum(s["difference"]["value"] for s in streams) == pytest.approx(gap)
    for stream in streams:
        told = math.fsum(part["amount"]["value"] for part in stream["parts"])
        assert told == pytest.approx(stream["difference"]["value"])


def test_every_number_opens(client, compared):
    found = figures(compared, {})
    assert len(found) > 10
    for key, value in found.items():
        proof = get(client, f"/parks/pair/figures/{quote(key, safe='')}")
        assert proof["figure"]["value"] == value
        assert proof["parts"] or proof["factors"] or proof["notes"], key


def test_energy_sent_out_is_a_stream_of_its_own_where_a_method_subtracts_it(compared):
    [sent] = [s for s in compared["streams"] if s["stream"] == "sent_out"]
    assert sent["first"] is None
    assert sent["second"]["value"] == pytest.approx(-0.11 * 500)
    [part] = sent["parts"]
    assert part["cause"] == "export"


def test_rules_that_differ_are_told_with_their_clauses(compared):
    rules = {rule["rule"]: rule for rule in compared["rules"]}
    assert rules["exports"]["first"]["en"] == "left in"
    assert rules["exports"]["second"]["en"] == "subtracted"
    assert rules["exports"]["second_cite"].startswith("cn.gbt32150.2015#")


def test_a_method_that_lacks_a_value_says_that_its_total_is_incomplete(client):
    found = get(client, "/parks/ganzhou/methods/compare", first="wang2024", second="cn.park",
                year=2022)  # fmt: skip
    assert found["first"]["is_complete"]
    assert not found["second"]["is_complete"]
    assert found["second"]["lacking"]


def test_an_unknown_method_is_refused_with_near_names(client):
    answer = client.get(f"{API}{PAIR}", params={**QUERY, "second": "cn.gbt32150"})
    assert answer.status_code >= 400
    assert "cn.gbt32150.2015" in answer.text
