"""The guided job over the API: steps, decisions, templates, quality, proofs."""

import io

import openpyxl
import pytest

WRITE = {"X-Tanlu-Client": "test"}


@pytest.fixture
def guided(tmp_path):
    from fastapi.testclient import TestClient

    from tanlu.web.app import create_app
    from tanlu.workflow.desk import open_desk
    from tanlu.workflow.open import bundled

    desk = open_desk(tmp_path, (bundled("empty"), bundled("minimal"), bundled("opulent")))
    with TestClient(create_app(desk)) as client:
        yield client


def get(client, path, status=200):
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == status, answer.text
    return answer.json()


@pytest.mark.parametrize("park", ["new-park", "minimal", "opulent"])
def test_every_park_has_six_steps(guided, park):
    guide = get(guided, f"/parks/{park}/guide")
    assert [step["step"] for step in guide["steps"]] == [1, 2, 3, 4, 5, 6]
    for step in guide["steps"]:
        for number in step["numbers"]:
            if number["key"]:
                proof = get(guided, f"/parks/{park}/figures/{number['key']}")
                assert proof["figure"]["value"] == number["value"]


def test_a_decision_is_stored_with_who_and_when(guided):
    order = {"base_version": 1, "expected": "purchased_heat", "reason": "no network"}
    path = "/api/v1/parks/new-park/decisions"
    assert guided.post(path, json=order).status_code == 403
    saved = guided.post(path, json=order, headers=WRITE)
    assert saved.status_code == 200, saved.text
    rows = get(guided, "/parks/new-park/tables/decisions")["rows"]
    assert rows[0]["reason"] == "no network"
    assert rows[0]["decided_by"]
    assert rows[0]["decided_on"]
    assert guided.post(path, json=order, headers=WRITE).status_code == 409
    wrong = {**order, "base_version": 2, "expected": "magic"}
    assert guided.post(path, json=wrong, headers=WRITE).status_code == 422
    again = {**order, "base_version": 2, "reason": "still none"}
    assert guided.post(path, json=again, headers=WRITE).status_code == 200
    assert len(get(guided, "/parks/new-park/tables/decisions")["rows"]) == 1


def test_quality_opens_to_its_reasons(guided):
    quality = get(guided, "/parks/opulent/quality?year=2022")
    assert quality["completeness"]["value"] == 1
    assert 1 <= quality["grade"]["value"] <= 5
    keys = [quality[name]["key"] for name in
            ("completeness", "completeness_by_tonnes", "missing", "grade")]  # fmt: skip
    keys += [line["grade"]["key"] for line in quality["lines"][:3]]
    for key in keys:
        proof = get(guided, f"/parks/opulent/figures/{key}")
        assert proof["formula"] or proof["parts"] or proof["notes"]
    line = get(guided, f"/parks/opulent/figures/{quality['lines'][0]['grade']['key']}")
    assert len(line["notes"]) >= 9  # five criteria of the record, four of each factor
    assert line["records"]
    assert line["factors"]


def test_gaps_have_proofs(guided):
    quality = get(guided, "/parks/minimal/quality")
    assert quality["unvalued"] == len(quality["gaps"])
    for gap in quality["gaps"][:2]:
        proof = get(guided, f"/parks/minimal/figures/{gap['worth_t']['key']}")
        assert proof["figure"]["value"] is None


def test_the_systems_tell_what_a_park_has(guided):
    found = get(guided, "/parks/opulent/systems")
    kinds = {kind["code"]: kind for system in found["systems"] for kind in system["kinds"]}
    assert len(kinds) == 13
    assert all(kind["state"] == "present" and kind["rows"] for kind in kinds.values())
    empty = get(guided, "/parks/new-park/systems")
    states = {kind["state"] for system in empty["systems"] for kind in system["kinds"]}
    assert states == {"missing"}
    assert len(get(guided, "/systems")) == 5


def test_a_template_comes_down_filled_and_goes_up_merged(guided):
    answer = guided.get("/api/v1/parks/minimal/templates/energy")
    assert answer.status_code == 200
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    columns = [cell.value for cell in book["flows"][2]]
    row = {"from_id": "world", "to_id": "acme", "carrier": "electricity", "period": "2023",
           "quantity": 3100, "unit": "万 kWh", "quality": "invoiced"}  # fmt: skip
    book["flows"].append([row.get(name) for name in columns])
    filled = io.BytesIO()
    book.save(filled)
    files = {"file": ("energy.xlsx", filled.getvalue())}
    shown = guided.post("/api/v1/parks/minimal/templates", files=files, headers=WRITE)
    assert shown.status_code == 200, shown.text
    preview = shown.json()
    counts = {t["table"]: (t["added"], t["removed"], t["changed"]) for t in preview["tables"]}
    assert counts["flows"] == (1, 0, 0)
    assert sum(sum(c) for c in counts.values()) == 1
    assert preview["is_savable"]
    path = f"/api/v1/parks/minimal/import/{preview['upload_id']}"
    body = {"base_version": preview["current_version"], "why": "template"}
    assert guided.put(path, json=body, headers=WRITE).status_code == 200
    assert len(get(guided, "/parks/minimal/tables/flows")["rows"]) == 3


def test_unknown_things_are_named(guided):
    assert guided.get("/api/v1/parks/minimal/templates/space").status_code == 422
    get(guided, "/parks/nowhere/guide", 404)
    get(guided, "/parks/minimal/guide?member=nobody", 404)
    get(guided, "/parks/minimal/figures/gap~2022~minimal~nothing@here", 404)
