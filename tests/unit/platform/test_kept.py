"""Kept inventories: correct once, everything follows; the old stays readable."""

import math
from dataclasses import replace

import pytest

from tanlu.model.book import Draft, Row, Sheet
from tanlu.store.inventories import kept_content, kept_versions
from tanlu.store.inventory_pack import unpack_inventory
from tanlu.store.jobs import keep_upload
from tanlu.workflow.desk import Desk, follow_catalog

BASE = "/api/v1/parks/pair"
POWER = {
    "factor_id": "power", "subject": "electricity", "quantity": "emission",
    "from_on": "2023-01-01", "value": "0.5", "unit": "t CO2/MWh", "kind": "stated",
    "cite": "wang2024#section-4.3",
}  # fmt: skip


def keep(client, year=2023, **rest):
    answer = client.post(f"{BASE}/inventories", json={"year": year, "why": "filed", **rest})
    assert answer.status_code == 201, answer.text
    return answer.json()


def rows(client, table):
    return client.get(f"{BASE}/tables/{table}").json()


def save(client, table, change, why="corrected"):
    shown = rows(client, table)
    body = {"base_version": shown["version"], "rows": change(shown["rows"]), "why": why}
    preview = client.post(f"{BASE}/tables/{table}/preview", json=body).json()
    answer = client.put(f"{BASE}/tables/{table}", json=body)
    assert answer.status_code == 200, answer.text
    return preview


def versions(client, code):
    return client.get(f"{BASE}/inventories/{code}").json()["versions"]


def test_a_factor_with_a_date_gives_a_new_version_with_the_bridge(client):
    first = keep(client)["versions"][0]
    before = client.get(f"{BASE}/inventories/2023.park.pair/versions/1").json()
    preview = save(client, "factors", lambda shown: [*shown, POWER])
    (told,) = preview["restated"]
    newest, oldest = versions(client, "2023.park.pair")
    assert (newest["version"], newest["state"], oldest["state"]) == (2, "draft", "kept")
    assert newest["why"] == "corrected"
    assert told["after_t"] == pytest.approx(newest["total"]["value"])
    found = client.get(f"{BASE}/inventories/2023.park.pair/bridge").json()["bridge"]
    parts = {part["cause"]: part["co2_t"]["value"] for part in found["parts"]}
    moved = newest["total"]["value"] - first["total"]["value"]
    assert parts["factor"] == pytest.approx(moved)
    # 2,000 + 3,000 MWh were bought outside; the park's own transfer cancels
    (change,) = found["changes"]
    assert change["new"]["value"] == 0.5
    assert moved == pytest.approx(5000 * (0.5 - change["old"]["value"]))
    after = client.get(f"{BASE}/inventories/2023.park.pair/versions/1").json()
    assert after == before


def test_what_a_change_does_not_reach_is_left_alone(client):
    keep(client)
    keep(client, member="a")
    # only b burns diesel
    save(client, "activities", lambda shown: [
        {**row, "quantity": "51"} if row["record_id"] == "oil" else row for row in shown
    ])  # fmt: skip
    assert len(versions(client, "2023.park.pair")) == 2
    assert len(versions(client, "2023.park.a")) == 1
    save(client, "indicators", lambda shown: [{**shown[0], "quantity": "4"}])
    assert len(versions(client, "2023.park.pair")) == 2


def test_the_same_month_twice_makes_no_double(client):
    keep(client)
    total = versions(client, "2023.park.pair")[0]["total"]["value"]
    save(client, "activities", lambda shown: shown)
    assert len(versions(client, "2023.park.pair")) == 1
    save(client, "activities", lambda shown: [
        {**row, "quantity": "60"} if row["record_id"] == "oil" else row for row in shown
    ])  # fmt: skip
    found = client.get(f"{BASE}/inventories/2023.park.pair/bridge").json()["bridge"]
    (item,) = found["items"]
    assert (item["record_id"], item["old_amount"], item["new_amount"]) == ("oil", 50.0, 60.0)
    assert found["new"]["value"] - total == pytest.approx(item["activity_t"])


def test_a_member_that_leaves_is_boundary(client, desk, pair):
    keep(client)
    gone = {"oil", "grid-b", "heat", "power", "b"}
    sheets = {
        name: Sheet(name, [r for r in sheet.rows if gone.isdisjoint(r.cells.values())])
        for name, sheet in pair.sheets.items()
    }
    keep_upload(desk.engine, "up", "2026-01-01", replace(pair, sheets=sheets))
    answer = client.put(f"{BASE}/import/up", json={"base_version": 1, "why": "b left"})
    assert answer.status_code == 200, answer.text
    found = client.get(f"{BASE}/inventories/2023.park.pair/bridge").json()["bridge"]
    parts = {part["cause"]: part["co2_t"]["value"] for part in found["parts"]}
    assert parts["boundary"] == pytest.approx(found["difference"]["value"])
    assert parts["activity"] == 0
    assert {item["kind"] for item in found["items"]} == {"left"}


def test_keeping_twice_changes_nothing_and_accepting_is_noted(client):
    keep(client)
    assert len(keep(client)["versions"]) == 1
    save(client, "factors", lambda shown: [*shown, POWER])
    url = f"{BASE}/inventories/2023.park.pair/versions/2/accept"
    answer = client.post(url, json={"why": "right"}).json()
    assert answer["versions"][0]["state"] == "kept"
    assert client.post(url, json={}).json() == answer
    assert client.post(url.replace("/2/", "/9/"), json={}).status_code == 404


def test_every_figure_opens(client):
    keep(client)
    save(client, "factors", lambda shown: [*shown, POWER])
    kept = client.get(f"{BASE}/inventories/2023.park.pair/versions/1").json()
    found = client.get(f"{BASE}/inventories/2023.park.pair/bridge").json()["bridge"]
    figures = [
        kept["total"], kept["elimination"], *(line["co2_t"] for line in kept["lines"]),
        *(s["co2_t"] for part in ("scope", "carrier", "member", "gas") for s in kept[f"by_{part}"]),
        found["old"], found["new"], found["difference"],
        *(part["co2_t"] for part in found["parts"]), *(item["change"] for item in found["items"]),
    ]  # fmt: skip
    for figure in figures:
        answer = client.get(f"{BASE}/figures/{figure['key']}")
        assert answer.status_code == 200, figure["key"]
        proof = answer.json()["figure"]
        assert proof["key"] == figure["key"]
        assert proof["value"] == pytest.approx(figure["value"])
    assert client.get(f"{BASE}/figures/kept~none~1~total").status_code == 404


def test_a_line_proves_itself_by_the_documents_of_its_day(client):
    keep(client)
    kept = client.get(f"{BASE}/inventories/2023.park.pair/versions/1").json()
    line = next(line for line in kept["lines"] if line["record_id"] == "oil")
    proof = client.get(f"{BASE}/figures/{line['co2_t']['key']}").json()
    assert proof["records"][0]["fields"]["quantity"] == "50"
    assert {factor["quantity"] for factor in proof["factors"]} >= {"ncv", "carbon", "oxidised"}
    assert any(told["en"].startswith("net calorific value = ") for told in line["factors"])


def test_another_catalogue_restates_what_it_reaches_once(client, desk):
    keep(client)
    changed = tuple(
        replace(f, value=f.value * 2) if (f.subject, f.quantity) == ("diesel", "ncv") else f
        for f in desk.catalog.factors
    )
    other = Desk(desk.engine, replace(desk.catalog, factors=changed, digest="other"), desk.files)
    follow_catalog(other)
    follow_catalog(other)
    heads = kept_versions(desk.engine, "pair", "2023.park.pair")
    assert [(h.version, h.cause, h.catalog_digest == "other") for h in heads] == [
        (2, "restated", True), (1, "kept", False),
    ]  # fmt: skip
    old = unpack_inventory(kept_content(desk.engine, "pair", "2023.park.pair", 1))
    assert old.inventory.total_t == heads[1].total_t


def test_an_old_version_reads_to_the_last_bit(client, desk):
    for boundary in ("park", "enterprise", "facility"):
        shown = client.get(f"{BASE}/inventory", params={"year": 2023, "boundary": boundary}).json()
        kept = keep(client, boundary=boundary)
        code = kept["inventory_id"]
        read = client.get(f"{BASE}/inventories/{code}/versions/1").json()
        assert read["total"]["value"] == shown["total"]["value"]
        assert read["elimination"]["value"] == shown["elimination"]["value"]
        assert math.fsum(s["co2_t"]["value"] for s in read["by_member"]) == pytest.approx(
            shown["total"]["value"] + shown["elimination"]["value"]
        )


def test_unknown_things_are_not_found(client):
    assert client.get(f"{BASE}/inventories/none").status_code == 404
    assert client.get(f"{BASE}/inventories/none/versions/1").status_code == 404
    answer = client.post(f"{BASE}/inventories", json={"year": 1999})
    assert answer.json()["code"] == "no_year"


def on_base(desk, pair, quantity, base_version, threshold=""):
    card = {**pair.card, "base_year": "2023", "base_threshold": threshold}
    rows = [
        Row(row.number, {**row.cells, "quantity": quantity})
        if row.cells["record_id"] == "grid-b"
        else row
        for row in pair.sheet("flows").rows
    ]
    sheets = {**pair.sheets, "flows": Sheet("flows", rows)}
    keep_upload(desk.engine, f"up{base_version}", "2026-01-01", Draft(card, sheets))
    return f"up{base_version}"


def take(client, upload, base):
    answer = client.put(f"{BASE}/import/{upload}", json={"base_version": base, "why": "mended"})
    assert answer.status_code == 200, answer.text


def test_the_base_year_is_judged_by_what_somebody_answers_for(client, desk, pair):
    told = client.get(f"{BASE}/base-year").json()
    assert (told["base_year"], told["is_significant"]) == (None, None)
    take(client, on_base(desk, pair, "300", 1), 1)
    assert "not kept yet" in client.get(f"{BASE}/base-year").json()["finding"]["en"]
    keep(client)
    # two corrections of some 3 % each: small alone, not together
    take(client, on_base(desk, pair, "330", 2), 2)
    first = client.get(f"{BASE}/base-year").json()
    assert first["is_significant"] is False
    take(client, on_base(desk, pair, "360", 3), 3)
    second = client.get(f"{BASE}/base-year").json()
    assert second["is_significant"] is True
    assert second["kept_version"] == 1
    assert second["change"] == pytest.approx(2 * first["change"])
    client.post(f"{BASE}/inventories/2023.park.pair/versions/3/accept", json={})
    after = client.get(f"{BASE}/base-year").json()
    assert (after["kept_version"], after["change"], after["is_significant"]) == (3, 0.0, False)


def test_a_threshold_of_one_s_own(client, desk, pair):
    take(client, on_base(desk, pair, "300", 1, "2"), 1)
    keep(client)
    take(client, on_base(desk, pair, "330", 2, "2"), 2)
    told = client.get(f"{BASE}/base-year").json()
    assert (told["threshold"], told["threshold_cite"]) == (0.02, "park.yaml")
    assert told["is_significant"] is True
