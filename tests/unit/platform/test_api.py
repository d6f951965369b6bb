"""The API says what the stages compute, opens every figure, and refuses in the open."""

import io
import time
from urllib.parse import quote

import openpyxl
import pytest

from tanlu.store.parks import latest

API = "/api/v1"


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


def shown(client, park):
    found = {}
    for year in get(client, f"/parks/{park}")["years"]:
        for boundary in ("park", "enterprise", "facility"):
            figures(get(client, f"/parks/{park}/inventory", year=year, boundary=boundary), found)
    for part in ("series", "drivers", "pathway"):
        figures(get(client, f"/parks/{park}/{part}"), found)
    return found


@pytest.mark.parametrize("park", ["ganzhou", "pair"])
def test_every_figure_opens_to_its_own_value(client, park):
    found = shown(client, park)
    assert len(found) > 20
    for key, value in found.items():
        proof = get(client, f"/parks/{park}/figures/{quote(key, safe='')}")
        assert proof["figure"]["value"] == pytest.approx(value, rel=1e-12), key


def test_a_line_shows_formula_factors_documents_and_record(client):
    proof = get(client, "/parks/ganzhou/figures/line~gas-2022.co2")
    assert proof["formula"]["text"] == "FC × NCV × CC × OF × 44 / 12"
    assert "0.0153" in proof["formula"]["numbers"]
    named = {f["quantity"]: f for f in proof["factors"]}
    assert named["carbon"]["clause"] == "table-5"
    assert named["carbon"]["citation"]["citation_id"] == "wang2024"
    record = proof["records"][0]
    assert record["fields"]["unit"] == "万 tce"
    assert record["evidence"]["citation_id"] == "wang2024"


def test_the_parts_of_a_total_sum_to_it(client):
    proof = get(client, "/parks/ganzhou/figures/total~2022~park~ganzhou")
    assert sum(p["value"] for p in proof["parts"]) == pytest.approx(proof["figure"]["value"])


def test_members_less_elimination_are_the_park(client):
    whole = get(client, "/parks/pair/inventory", year=2023)
    split = get(client, "/parks/pair/inventory", year=2023, boundary="enterprise")
    naive = sum(m["co2_t"]["value"] for m in split["by_member"])
    assert split["elimination"]["value"] > 0
    assert naive > whole["total"]["value"]
    assert naive - split["elimination"]["value"] == pytest.approx(whole["total"]["value"])
    assert split["total"]["value"] == pytest.approx(whole["total"]["value"])
    assert whole["exported"]["value"] == pytest.approx(500 * 0.11)


def test_the_refused_regression_carries_no_slope(client):
    verdict = get(client, "/parks/ganzhou/drivers")["verdict"]
    assert verdict["verdict"] == "under-determined"
    assert verdict["is_reported"] is False
    assert "slopes" not in verdict
    assert "coefficients" not in verdict


def test_nothing_unknown_is_found(client):
    for path in (
        "/parks/nowhere",
        "/parks/ganzhou/figures/total~1999~park~ganzhou",
        "/parks/ganzhou/figures/anything",
        "/parks/ganzhou/figures/line~nothing",
        "/parks/ganzhou/tables/nothing",
        "/parks/ganzhou/series?version=99",
        "/jobs/none",
        "/factors/none",
        "/nothing",
    ):
        answer = client.get(API + path)
        assert answer.status_code in (404, 422), path
        assert answer.headers["content-type"] == "application/problem+json"
        fault = answer.json()["faults"][0]
        assert fault["fix"]["en"]
        assert fault["fix"]["zh"]


def change(client, table="activities", **edits):
    view = get(client, f"/parks/pair/tables/{table}")
    rows = view["rows"]
    rows[0].update(edits)
    return {"base_version": view["version"], "rows": rows, "why": "test"}


def test_a_change_is_previewed_saved_and_kept_beside_the_old(client):
    path = f"{API}/parks/pair/tables/activities"
    before = get(client, "/parks/pair/inventory", year=2023)["total"]["value"]
    wanted = change(client, quantity="200")
    preview = client.post(f"{path}/preview", json=wanted).json()
    assert (preview["changed"], preview["added"], preview["removed"]) == (1, 0, 0)
    after = preview["totals"][0]["after_t"]
    assert preview["totals"][0]["before_t"] == pytest.approx(before)
    assert get(client, "/parks/pair/inventory", year=2023)["total"]["value"] == before
    assert client.put(path, json=wanted).json()["version"] == 2
    assert get(client, "/parks/pair/inventory", year=2023)["total"]["value"] == after
    old = get(client, "/parks/pair/inventory", year=2023, version=1)
    assert old["total"]["value"] == before
    assert [v["version"] for v in get(client, "/parks/pair/versions")] == [2, 1]


def test_two_who_save_on_one_version_conflict(client):
    path = f"{API}/parks/pair/tables/activities"
    first, second = change(client, quantity="1"), change(client, quantity="2")
    assert client.put(path, json=first).status_code == 200
    refused = client.put(path, json=second)
    assert refused.status_code == 409
    assert refused.json()["code"] == "conflict"


def test_a_faulty_change_shows_its_cell_and_saves_nothing(client, desk):
    wanted = change(client, quantity="many", unit="furlong")
    path = f"{API}/parks/pair/tables/activities"
    preview = client.post(f"{path}/preview", json=wanted).json()
    assert preview["is_savable"] is False
    places = {(f["table"], f["row"], f["column"]) for f in preview["faults"]}
    assert {("activities", 2, "quantity"), ("activities", 2, "unit")} <= places
    assert client.put(path, json=wanted).status_code == 422
    assert latest(desk.engine, "pair") == 1


def test_the_workbook_goes_out_and_comes_back(client):
    content = client.get(f"{API}/parks/pair/workbook").content
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = next(s for s in book if s.title.startswith("activities") or "活动" in s.title)
    cell = next(c for row in sheet.iter_rows() for c in row if str(c.value) == "50")
    cell.value = "75"
    changed = io.BytesIO()
    book.save(changed)
    seen = client.post(f"{API}/parks/pair/import", files={"file": ("p.xlsx", changed.getvalue())})
    preview = seen.json()
    assert preview["is_savable"], preview["faults"]
    moved = [t for t in preview["tables"] if t["changed"] or t["added"] or t["removed"]]
    assert [(t["table"], t["changed"]) for t in moved] == [("activities", 1)]
    path = f"{API}/parks/pair/import/{preview['upload_id']}"
    saved = client.put(path, json={"base_version": 1, "why": "new diesel figure"})
    assert saved.json()["version"] == 2
    assert get(client, "/parks/pair/tables/activities")["rows"][1]["quantity"] == "75"


def test_another_parks_workbook_is_not_taken(client):
    content = client.get(f"{API}/parks/ganzhou/workbook").content
    seen = client.post(f"{API}/parks/pair/import", files={"file": ("p.xlsx", content)}).json()
    assert seen["is_savable"] is False
    assert seen["faults"][0]["code"] == "other_park"
    path = f"{API}/parks/pair/import/{seen['upload_id']}"
    assert client.put(path, json={"base_version": 1}).status_code == 404


def test_a_report_is_made_in_the_background(client):
    order = {"languages": ["en"], "kinds": ["xlsx"]}
    job = client.post(f"{API}/parks/pair/reports", json=order)
    assert job.status_code == 202
    until = time.monotonic() + 60
    state = job.json()
    while state["state"] in ("waiting", "running") and time.monotonic() < until:
        time.sleep(0.05)
        state = get(client, f"/jobs/{state['job_id']}")
    assert state["state"] == "done", state
    file = client.get(state["files"][0]["url"])
    assert len(file.content) == state["files"][0]["bytes"]
    assert file.headers["content-disposition"].startswith("attachment")
    assert get(client, "/jobs", park_id="pair")[0]["job_id"] == state["job_id"]


def test_the_catalogue_is_searched_in_both_languages(client):
    for word in ("Natural gas", "天然气", "natural_gas"):
        assert "natural_gas" in [s["subject"] for s in get(client, "/factors", search=word)]
    values = get(client, "/factors/natural_gas")
    assert all(v["citation"]["citation_id"] and v["clause"] for v in values)
