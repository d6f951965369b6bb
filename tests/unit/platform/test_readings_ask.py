"""Readings asked for: pending and folded alike, flags by name, page by page, what was before."""

import io
import json

import polars as pl
import pytest
from fastapi.testclient import TestClient

from tanlu.store.parks import latest
from tanlu.store.readings import fold
from tanlu.web.app import create_app
from tanlu.workflow.edit import save_rows
from tanlu.workflow.readings.open import of_desk
from tanlu.workflow.viewer import LOCAL

PATH = "/api/v1/parks/pair/readings"
MEDIA = {"Content-Type": "application/x-ndjson"}


@pytest.fixture
def park(desk):
    rows = [{"channel_id": c, "carrier": "electricity", "unit": "kWh"} for c in ("m1", "m2")]
    save_rows(desk, LOCAL, "pair", "channels", latest(desk.engine, "pair"), rows, "meters")
    return desk


@pytest.fixture
def machine(park):
    with TestClient(create_app(park)) as opened:
        yield opened


def send(client, *readings, **query):
    body = "".join(json.dumps({"channel": c, "at": at, "value": v}) + "\n" for c, at, v in readings)
    answer = client.post(PATH, content=body, headers=MEDIA, params=query)
    assert answer.status_code == 200, answer.text


def ask(client, path=PATH, **query):
    answer = client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


QUARTERS = [
    (channel, f"2025-03-0{day}T{hour:02d}:00:00+08:00", float(day + hour))
    for channel in ("m1", "m2", "other")
    for day in (1, 2, 3)
    for hour in range(24)
]


@pytest.mark.parametrize("is_folded", [False, True])
def test_what_was_pushed_comes_back(machine, park, is_folded):
    send(machine, *QUARTERS)
    if is_folded:
        fold(of_desk(park, "pair").readings)
    found = ask(machine)
    assert found["next"] is None
    assert [(r["channel"], r["at"], r["value"]) for r in found["rows"]] == QUARTERS
    units = {(r["channel"], r["unit"], *r["flags"]) for r in found["rows"]}
    assert units == {("m1", "kWh"), ("m2", "kWh"), ("other", None, "undeclared")}


def test_channels_and_a_span_are_chosen(machine):
    send(machine, *QUARTERS)
    span = {"from": "2025-03-01T22:00", "to": "2025-03-02T02:00:00+08:00"}
    rows = ask(machine, channel=["m2", "m1"], **span)["rows"]
    assert [(r["channel"], r["at"][8:13]) for r in rows] == [
        (c, h) for c in ("m1", "m2") for h in ("01T22", "01T23", "02T00", "02T01")
    ]
    answer = machine.get(f"{PATH}?channel=m1&from=2025-03-03T23:00:00+08:00")
    assert [r["at"] for r in answer.json()["rows"]] == ["2025-03-03T23:00:00+08:00"]


@pytest.mark.parametrize("limit", [1, 7, 72, 216])
def test_pages_are_the_whole(machine, limit):
    send(machine, *QUARTERS)
    found, query = [], {"limit": limit}
    while True:
        part = ask(machine, **query)
        assert len(part["rows"]) <= limit
        found += part["rows"]
        if part["next"] is None:
            break
        query["cursor"] = part["next"]
    assert [(r["channel"], r["at"], r["value"]) for r in found] == QUARTERS


def test_other_forms(machine):
    send(machine, ("m1", "2025-03-01", 1.5), ("=1+1", "2025-03-01T00:00:07+08:00", 2.0))
    texts = {k: machine.get(PATH, params={"format": k}) for k in ("ndjson", "csv")}
    lines = [json.loads(line) for line in texts["ndjson"].text.splitlines()]
    assert [line["at"] for line in lines] == [
        "2025-03-01T00:00:07+08:00",
        "2025-03-01T00:00:00+08:00",
    ]
    assert texts["csv"].text.splitlines()[1].startswith("'=1+1,")
    arrow = machine.get(PATH, headers={"Accept": "application/vnd.apache.arrow.stream"})
    parquet = machine.get(PATH, params={"format": "parquet"})
    one = pl.read_ipc_stream(io.BytesIO(arrow.content))
    assert one.equals(pl.read_parquet(io.BytesIO(parquet.content)))
    assert one["value"].to_list() == [2.0, 1.5]


def test_what_comes_out_goes_in_again(machine):
    send(machine, *QUARTERS)
    before = ask(machine)
    for kind in ("ndjson", "arrow", "parquet"):
        content = machine.get(PATH, params={"format": kind})
        headers = {"Content-Type": content.headers["content-type"]}
        answer = machine.post(PATH, content=content.content, headers=headers)
        assert answer.status_code == 200, answer.text
    assert ask(machine) == before
    assert ask(machine, f"{PATH}/history", channel="m1")["rows"] == []


def test_an_answer_that_did_not_change_is_not_sent_again(machine, park):
    send(machine, ("m1", "2025-03-01", 1.5))
    tag = machine.get(PATH).headers["ETag"]
    again = machine.get(PATH, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert not again.content
    send(machine, ("m1", "2025-03-01", 2.5))
    assert machine.get(PATH, headers={"If-None-Match": tag}).status_code == 200
    assert machine.get(PATH, params={"limit": 5}, headers={"If-None-Match": tag}).status_code == 200


def test_what_was_replaced_is_told_with_who_when_and_why(machine, park):
    send(machine, ("m1", "2025-03-01", 1.5))
    send(machine, ("m1", "2025-03-01", 2.5), why="meter read again")
    fold(of_desk(park, "pair").readings)
    send(machine, ("m1", "2025-03-01", 3.5), why="and again")
    rows = ask(machine, f"{PATH}/history", channel="m1")["rows"]
    assert [(r["value"], r["seq"], r["who"], r["why"]) for r in rows] == [
        (1.5, 2, "local", "meter read again"),
        (2.5, 3, "local", "and again"),
    ]
    assert rows[0]["at"] == "2025-03-01T00:00:00+08:00"
    assert ask(machine)["rows"][0]["value"] == 3.5


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"from": "soon"}, 422),
        ({"cursor": "nonsense"}, 422),
        ({"cursor": "WyJhIl0="}, 422),
        ({"limit": 0}, 422),
        ({"channel": "nothing"}, 404),
        ({"channel": "m1"}, 200),
        ({"format": "xml"}, 422),
    ],
)
def test_odd_questions(machine, query, status):
    assert machine.get(PATH, params=query).status_code == status
