"""Scenario tree and diagnosis over the API: parts sum, and every figure's proof opens."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tanlu.web.app import create_app
from tanlu.workflow.desk import open_desk

PARK = "/api/v1/parks/ganzhou"


def get(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def figures(value):
    if isinstance(value, dict):
        if {"key", "value", "unit"} <= set(value):
            yield value
        for inner in value.values():
            yield from figures(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from figures(inner)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """One store for the whole module: nothing here changes it."""
    desk = open_desk(tmp_path_factory.mktemp("scenario") / "store")
    with TestClient(create_app(desk), base_url="http://127.0.0.1") as opened:
        yield opened


@pytest.fixture(scope="module")
def tree(client):
    return get(client, f"{PARK}/scenarios")


def test_the_base_year_is_the_inventory(client, tree):
    total = get(client, f"{PARK}/inventory?year=2022")["total"]["value"]
    for scenario in tree["scenarios"]:
        assert scenario["co2_t"][0] == pytest.approx(total, rel=1e-9)


@pytest.mark.parametrize("cut", ["by_carrier", "by_sector"])
def test_bands_sum_to_the_line(tree, cut):
    for scenario in tree["scenarios"]:
        sums = [sum(values) for values in zip(*(b["values"] for b in scenario[cut]), strict=True)]
        assert sums == pytest.approx(scenario["co2_t"], rel=1e-9)


def test_wedges_sum_to_the_difference(client, tree):
    first, _, last = tree["scenarios"]
    found = get(client, f"{PARK}/scenarios/wedges?first=as_is&second=deep")
    difference = [b - a for a, b in zip(first["co2_t"], last["co2_t"], strict=True)]
    assert found["total"]["values"] == pytest.approx(difference, abs=1e-3)
    for cut in ("by_driver", "by_branch"):
        sums = [sum(values) for values in zip(*(b["values"] for b in found[cut]), strict=True)]
        assert sums == pytest.approx(difference, abs=1e-3)
    assert found["total"]["sum"]["value"] == pytest.approx(
        last["cumulative"]["value"] - first["cumulative"]["value"]
    )


def test_an_unknown_scenario_is_told(client):
    answer = client.get(f"{PARK}/scenarios/wedges?first=as_is&second=nope")
    assert answer.status_code == 422
    assert answer.json()["code"] == "tree_no_scenario"


def test_every_proof_opens_to_the_same_value(client, tree):
    found = get(client, f"{PARK}/diagnosis")
    wedges = get(client, f"{PARK}/scenarios/wedges?first=as_is&second=deep")
    shown = {f["key"]: f for part in (tree, found, wedges) for f in figures(part)}
    assert len(shown) > 40
    for key, each in shown.items():
        proof = get(client, f"{PARK}/figures/{quote(key, safe='')}")
        if each["value"] is None:
            assert proof["figure"]["value"] is None, key
            continue
        assert proof["figure"]["value"] == pytest.approx(each["value"], rel=1e-12), key
        assert proof["parts"] or proof["notes"] or proof["formula"], key


def test_a_year_opens_to_branches_and_a_branch_to_its_drivers(client):
    proof = get(client, f"{PARK}/figures/tree~deep~2040")
    leaves = [p for p in proof["parts"] if p["key"].startswith("leaf~")]
    assert sum(p["value"] for p in leaves) == pytest.approx(proof["figure"]["value"], rel=1e-9)
    leaf = get(client, f"{PARK}/figures/{quote(leaves[0]['key'], safe='')}")
    assert leaf["formula"]["text"] == "A × s × I × d × f × EF"
    assert any("assumption" in note["en"] for note in leaf["notes"])


@pytest.mark.parametrize(
    "key", ["tree~deep~1999", "tree~nope~2040", "leaf~deep~2040~nothing", "lever~x~2035~alone",
            "wedge~as_is~deep~2040~luck", "distance~none~now"],
)  # fmt: skip
def test_no_such_figure(client, key):
    assert client.get(f"{PARK}/figures/{key}").status_code in (404, 422)


def test_the_diagnosis_says_what_binds_and_what_it_cannot_say(client):
    found = get(client, f"{PARK}/diagnosis")
    assert found["binds"] == "zero-carbon-core"
    assert len(found["levers"]) == 10
    assert {u["code"] for u in found["unsaid"]} >= {"assumed", "no_members", "no_elasticity"}
    first = found["levers"][0]
    assert first["alone"]["lower"] < first["alone"]["value"] < first["alone"]["upper"]
