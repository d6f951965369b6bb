"""Carbon flow on the API: every figure opens a proof that says the same; parts sum."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tanlu.account.cut import cut
from tanlu.catalog.load import load_catalog
from tanlu.measure.border import check
from tanlu.web.api.trace import (
    CarbonDay,
    CarbonNetwork,
    GreenDay,
    JointPlants,
    MemberCarbon,
    ParkTransfers,
)
from tanlu.web.app import create_app
from tanlu.workflow.assess import assess
from tanlu.workflow.desk import open_desk
from tanlu.workflow.open import bundled
from tanlu.workflow.trace_park import transfers_of
from tanlu.workflow.views.proof import proof
from tanlu.workflow.views.trace import card_view, network_view, transfers_view
from tanlu.workflow.views.trace_joint import joint_view
from tests.laws.big_park import draft
from tests.laws.parks import book_of, burned, member, own
from tests.laws.test_market import power
from tests.laws.test_trace_park import GRID, RESIDUAL
from tests.unit.platform.conftest import CLIENT
from tests.unit.platform.test_scope2 import figures

LAST = {"enterprise": "works", "facility": "roof"}


@pytest.fixture(scope="module")
def findings():
    tables = {
        "members": [member("estate"), member("roof", "estate", "facility"), member("works")],
        "flows": [power("world", "estate", 100), power("roof", "estate", 25, "pv"),
                  power("estate", "works", 80), power("estate", "world", 3)],
        "activities": [burned("works", "natural_gas", 1000, "Nm3", "2022-03")],
        "factors": [own("electricity", "emission", GRID, "t CO2/MWh"),
                    own("electricity", "residual", RESIDUAL, "t CO2/MWh")],
    }  # fmt: skip
    return assess(book_of(tables, method="cn.park"), load_catalog())


@pytest.mark.parametrize("view", ["location", "market", "booked"])
@pytest.mark.parametrize("level", ["enterprise", "facility"])
def test_every_figure_opens_a_proof_of_the_same_value(findings, level, view):
    done = transfers_of(findings.ledger, 2022, level, view)
    shown = [
        ParkTransfers.model_validate(transfers_view(findings, done, "year")),
        ParkTransfers.model_validate(transfers_view(findings, done, "2022-03")),
        CarbonNetwork.model_validate(network_view(findings, done, "2022-03")),
        MemberCarbon.model_validate(
            card_view(findings, done, "works" if level == "enterprise" else "roof")
        ),
    ]
    found = [each for record in shown for each in figures(record.model_dump())]
    assert len(found) > 60
    for each in found:
        opened = proof(findings, each["key"])
        assert opened["figure"]["value"] == each["value"], each["key"]
        assert opened["figure"]["unit"] == each["unit"], each["key"]
        assert opened["figure"]["label"] == each["label"], each["key"]
        assert opened["parts"] or opened["records"] or opened["notes"], each["key"]
        for part in opened["parts"]:
            assert proof(findings, part["key"])["figure"]["value"] == part["value"], part["key"]


def test_what_remains_is_the_park(findings):
    done = transfers_of(findings.ledger, 2022, "enterprise", "location")
    shown = transfers_view(findings, done, "year")
    total = cut(findings.ledger, year=2022).total_t
    assert shown["total"]["value"] == pytest.approx(total)
    assert sum(m["own"]["value"] for m in shown["members"]) == pytest.approx(total)
    months = [transfers_view(findings, done, m)["total"]["value"] for m in shown["months"]]
    assert sum(months) == pytest.approx(total)
    opened = proof(findings, shown["total"]["key"])
    assert sum(p["value"] for p in opened["parts"]) == pytest.approx(total)


def test_bands_into_a_member_are_the_bands_out_of_it(findings):
    done = transfers_of(findings.ledger, 2022, "enterprise", "location")
    sankey = transfers_view(findings, done, "year")["sankey"]
    for node in (n["id"] for n in sankey["nodes"] if n["kind"] == "member"):
        into = sum(b["carbon"]["value"] for b in sankey["links"] if b["to_id"] == node)
        inner = [b for b in sankey["links"] if b["to_id"] != "member:world"]
        out = sum(b["carbon"]["value"] for b in inner if b["from_id"] == node)
        assert into == pytest.approx(out)


@pytest.fixture(scope="module")
def opulent(tmp_path_factory):
    desk = open_desk(tmp_path_factory.mktemp("desk"), (bundled("opulent"),))
    with TestClient(create_app(desk), headers=CLIENT) as opened:
        yield opened
    desk.engine.dispose()


def test_the_routes_answer(opulent):
    whole = opulent.get("/api/v1/parks/opulent/trace", params={"year": 2022}).json()
    assert whole["total"]["value"] == pytest.approx(64961.4836088079)
    card = opulent.get("/api/v1/parks/opulent/trace/members/opto", params={"year": 2022}).json()
    steam = next(t for t in card["received"] if t["carrier_id"] == "steam")
    assert (steam["from_id"], steam["carbon"]["value"]) == ("utility", pytest.approx(12245.2))
    assert len(card["months"]) == 12
    net = opulent.get("/api/v1/parks/opulent/trace/network", params={"month": "2022-03"}).json()
    assert {n["carrier_id"] for n in net["nodes"]} >= {"electricity", "steam"}
    assert (
        opulent.get("/api/v1/parks/opulent/trace", params={"month": "2022-13"}).status_code == 404
    )
    assert opulent.get("/api/v1/parks/opulent/trace/members/nobody").status_code == 404


def test_green_power_of_a_day(opulent):
    route = "/api/v1/parks/opulent/trace/green"
    found = GreenDay.model_validate(opulent.get(route, params={"day": "2022-03-05"}).json())
    motors = next(m for m in found.members if m.member_id == "motors")
    for hour in range(24):
        parts = (motors.own, motors.store, motors.contract, motors.certificate, motors.open)
        assert motors.used[hour] == pytest.approx(sum(part[hour] for part in parts))
    assert sum(motors.own) > 0


def test_joint_plants_under_every_rule():
    catalog = load_catalog()
    findings = assess(check(draft(12), catalog), catalog)
    shown = JointPlants.model_validate(joint_view(findings, 2022))
    (plant,) = shown.plants
    assert [rule.rule for rule in plant.rules if rule.is_taken] == ["efficiency"]
    for rule in plant.rules:
        for each in (rule.power, rule.heat):
            opened = proof(findings, each.key)
            assert opened["figure"]["value"] == each.value
            assert opened["formula"]
            assert opened["records"]


def test_a_day_by_hour(opulent):
    route = "/api/v1/parks/opulent/trace/hours"
    day = CarbonDay.model_validate(opulent.get(route, params={"day": "2022-03-05"}).json())
    assert len(day.hours) == 24
    assert day.hours[0] == "2022-03-05T00:00:00+08:00"
    assert day.spread == 1.0  # the bundled park has no readings
    month = opulent.get("/api/v1/parks/opulent/trace", params={"month": "2022-03"}).json()
    total = sum(sum(member.own) for member in day.members)
    assert total * 31 == pytest.approx(month["total"]["value"])
    opto = next(member for member in day.members if member.member_id == "opto")
    figure = opulent.get(f"/api/v1/parks/opulent/figures/{quote(opto.key, safe='')}").json()
    assert sum(opto.own) * 31 == pytest.approx(figure["figure"]["value"])
    one = opulent.get(route, params={"day": "2022-03-05", "hour": 7}).json()
    assert one["hours"] == [day.hours[7]]
    assert one["members"][1]["own"] == pytest.approx([day.members[1].own[7]])
    assert opulent.get(route, params={"day": "2022-03-05", "hour": 24}).status_code == 404
    assert opulent.get(route, params={"day": "1999-03-05"}).status_code in (404, 422)
