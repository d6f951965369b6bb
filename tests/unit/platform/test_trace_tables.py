"""Carbon flow of tables that a browser sends."""

import pytest
from fastapi.testclient import TestClient

from tanlu.web.app import create_app
from tanlu.workflow.desk import open_desk
from tests.unit.platform.conftest import CLIENT

TABLES = {
    "flows": "hour,from,to,sent_mwh,received_mwh\n0,A,B,110,104.6\n",
    "sources": "hour,node,mwh,intensity_t_per_mwh\n0,A,210,0.5\n0,B,55.4,0.9\n",
    "loads": "hour,node,mwh\n0,A,100\n0,B,160\n",
}


@pytest.fixture(scope="module")
def api(tmp_path_factory):
    desk = open_desk(tmp_path_factory.mktemp("desk"))
    with TestClient(create_app(desk), headers=CLIENT) as client:
        yield lambda route, body: client.post(f"/api/v1/trace/{route}", json=body)
    desk.engine.dispose()


def test_two_buses_with_all_that_may_be_asked(api):
    asked = {"tables": TABLES, "loss": "net", "shares": True, "meter": "B", "rules": True}
    found = api("flow", asked).json()
    assert found["hours"][0]["nodes"] == pytest.approx({"A": 0.5, "B": 0.6385})
    assert found["hours"][0]["lost_by_source"] == pytest.approx({"A": 2.7})
    assert found["shares"][0]["nodes"]["A"] == {"A": 1.0}
    assert found["meter"][0]["intensity"] == pytest.approx(0.6385)
    assert {rule["rule"] for rule in found["rules"]} > {"energy", "efficiency"}
    assert found["warnings"] == []


def test_meters_are_reconciled_first(api):
    tables = {**TABLES, "loads": "hour,node,mwh\n0,A,100\n0,B,161\n"}
    assert api("flow", {"tables": tables}).status_code == 422
    found = api("flow", {"tables": tables, "meter_class": 1}).json()
    assert found["reconciled"]["largest"]["meter"] == "+B"
    assert found["reconciled"]["dof"] == 2


def test_stores_plants_and_contracts_have_ledgers(api):
    more = {
        "stores": "store,node,charge_efficiency,discharge_efficiency,opening_mwh,opening_t\n"
        "s,B,1,1,0,0\n",
        "storage": "hour,store,charged_mwh,given_mwh\n0,s,10,0\n",
        "converters": "converter,rule\np,\n",
        "conversions": "hour,converter,node,taken_mwh,given_mwh,direct_t\n0,p,B,5,,\n0,p,H,,15,\n",
        "loads": "hour,node,mwh\n0,A,100\n0,B,145\n0,H,15\n",
    }
    found = api("flow", {"tables": {**TABLES, **more}}).json()
    assert found["stores"]["s"]["hours"][0]["held_t"] == pytest.approx(6.385)
    assert found["converters"]["p"]["hours"][0]["outputs"] == pytest.approx({"H": 0.6385 / 3})
    contracts = "hour,contract,source,node,mwh,factor_t_per_mwh\n0,k,A,A,40,0.1\n"
    market = api("flow", {"tables": {**TABLES, "contracts": contracts}}).json()["market"][0]
    assert market["covered_mwh"]["A"] == 40
    assert market["closing_error"] == pytest.approx(0, abs=1e-12)


def test_faults_of_tables_are_told_together(api):
    found = api("flow", {"tables": {"flows": "hour\n", "odd": ""}}).json()
    told = " ".join(fault["where"]["en"] for fault in found["faults"])
    assert {"sources.csv", "loads.csv", "odd.csv"} <= set(told.replace(",", "").split())


def test_trade_and_byproducts(api):
    text = "enterprise,a,b,deliveries,co2_t\na,150,500,350,100\nb,200,100,1700,50\n"
    found = api("exchange", {"name": "trade.csv", "text": text}).json()
    assert sum(found["final_product"].values()) == pytest.approx(150)
    head = "pair,rule,giver,taker,process_t,processing_t,replaced_t\n"
    booked = api("byproducts", {"text": head + "s,half,a,b,100,2,30\n"}).json()
    assert booked["enterprises"]["b"]["booked_t"] == pytest.approx(16)
