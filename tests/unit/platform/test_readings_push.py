"""Pushed readings: answered when durable, once for each key, refused with every fault."""

import gzip
import io
import json
from datetime import date

import polars as pl
import pyarrow as pa
import pyarrow.ipc
import pyarrow.parquet
import pytest
from fastapi.testclient import TestClient

from tanlu.measure.readings.day import to_long
from tanlu.store.parks import latest
from tanlu.store.readings import days, fold
from tanlu.web.app import create_app
from tanlu.workflow.edit import save_rows
from tanlu.workflow.readings.open import of_desk
from tanlu.workflow.viewer import LOCAL

PATH = "/api/v1/parks/pair/readings"
CHANNELS = [
    {"channel_id": "m1", "carrier": "electricity", "unit": "kWh"},
    {"channel_id": "daily", "carrier": "natural_gas", "unit": "Nm3", "minutes": "1440"},
    {"channel_id": "register", "carrier": "electricity", "unit": "kWh", "kind": "counter"},
]


@pytest.fixture
def park(desk):
    base = latest(desk.engine, "pair")
    save_rows(desk, LOCAL, "pair", "channels", base, CHANNELS, "meters")
    return desk


@pytest.fixture
def machine(park):
    with TestClient(create_app(park)) as opened:
        yield opened


def line(channel="m1", at="2025-03-01T10:15:00+08:00", value=1.5):
    return json.dumps({"channel": channel, "at": at, "value": value}) + "\n"


def send(client, body, key="", media="application/x-ndjson", path=PATH, **headers):
    named = {"Idempotency-Key": key} if key else {}
    return client.post(path, content=body, headers={"Content-Type": media, **named, **headers})


def stored(desk, channel="m1"):
    opened = of_desk(desk, "pair")
    found = to_long(days(opened.readings, None, date(2024, 1, 1), date(2027, 1, 1)), opened.clock)
    rows = found.filter(pl.col("channel") == channel).select("at", "value").iter_rows()
    return {opened.clock.show(at): value for at, value in rows}


def test_a_push_is_stored_and_says_what_nobody_declared(machine, park):
    answer = send(machine, line() + line("new", 1740795300), key="k1")
    assert answer.status_code == 200, answer.text
    assert answer.json() == {
        "seq": 1,
        "rows": 2,
        "flagged": {"undeclared": 1},
        "undeclared": ["new"],
        "refused": [],
    }
    assert stored(park) == {"2025-03-01T10:15:00+08:00": 1.5}
    assert stored(park, "new") == {"2025-03-01T10:15:00+08:00": 1.5}


def test_the_same_key_counts_once_and_answers_the_same(machine, park):
    first = send(machine, line(), key="k")
    again = send(machine, line(), key="k")
    assert again.status_code == 200
    assert again.json() == first.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    other = send(machine, line(value=2), key="k")
    assert other.status_code == 409
    assert other.json()["code"] == "readings_key_reused"
    assert stored(park) == {"2025-03-01T10:15:00+08:00": 1.5}


def test_a_key_is_known_after_a_restart_and_a_fold(park):
    with TestClient(create_app(park)) as client:
        first = send(client, line(), key="k").json()
    fold(of_desk(park, "pair").readings)
    park.opened.clear()
    with TestClient(create_app(park)) as client:
        again = send(client, line(), key="k")
        assert again.json() == first
        assert send(client, line(value=9), key="k").status_code == 409


def test_declaring_a_channel_between_two_tries_is_no_conflict(machine, park):
    send(machine, line("late"), key="k")
    base = latest(park.engine, "pair")
    rows = [*CHANNELS, {"channel_id": "late", "unit": "kWh"}]
    save_rows(park, LOCAL, "pair", "channels", base, rows, "late meter")
    again = send(machine, line("late"), key="k")
    assert again.status_code == 200
    assert again.json()["undeclared"] == []


def test_every_fault_is_told_with_its_line_and_nothing_is_stored(machine, park):
    bad = [
        line(),
        "no json\n",
        line(channel=""),
        "\n",
        line(at="soon"),
        line(value="1.5"),
        line(value=None),
        '{"channel": "m1", "at": "2025-03-01", "value": NaN}\n',
        '{"channel": "m1", "at": "2025-03-01", "value": 1, "value": 2}\n',
    ]
    answer = send(machine, "".join(bad))
    assert answer.status_code == 422
    told = [(f["row"], f["column"], f["code"]) for f in answer.json()["faults"]]
    assert told == [
        (2, None, "not_json"),
        (3, "channel", "no_channel"),
        (5, "at", "unknown_instant"),
        (6, "value", "no_value"),
        (7, "value", "no_value"),
        (8, None, "not_json"),
        (9, None, "not_json"),
    ]
    assert stored(park) == {}


def test_the_good_lines_are_taken_when_asked_for(machine, park):
    answer = send(machine, line() + line(value="x"), path=f"{PATH}?partial=true")
    assert answer.status_code == 200
    assert answer.json()["rows"] == 1
    assert [f["row"] for f in answer.json()["refused"]] == [2]
    assert len(stored(park)) == 1


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2025-03-01 10:15", "2025-03-01T10:15:00+08:00"),
        ("2025-03-01T02:15Z", "2025-03-01T10:15:00+08:00"),
        (1740795300, "2025-03-01T10:15:00+08:00"),
        (1740795300000, "2025-03-01T10:15:00+08:00"),
        ("2025-02-28T24:00", "2025-03-01T00:00:00+08:00"),
    ],
)
def test_a_moment_is_written_in_many_ways(machine, park, at, shown):
    assert send(machine, line(at=at)).status_code == 200
    assert stored(park) == {shown: 1.5}


def test_stamps_of_the_end_are_put_on_the_start(machine, park):
    body = (
        line(at="2025-03-01T00:15+08:00")
        + line("daily", "2025-03-02")
        + line("register", "2025-03-01 10:07")
    )
    assert send(machine, body, path=f"{PATH}?marks=end").status_code == 200
    assert stored(park) == {"2025-03-01T00:00:00+08:00": 1.5}
    assert stored(park, "daily") == {"2025-03-01T00:00:00+08:00": 1.5}
    assert stored(park, "register") == {"2025-03-01T10:07:00+08:00": 1.5}
    refused = send(machine, line("new"), path=f"{PATH}?marks=end")
    assert refused.status_code == 422
    assert refused.json()["code"] == "end_of_unknown"


def columns(**other):
    table = {"channel": ["m1", "m1"], "at": [1740795300, 1740796200], "value": [1.5, 2.5]}
    return pa.table({**table, **other})


def as_arrow(table):
    sink = io.BytesIO()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue()


def as_parquet(table):
    sink = io.BytesIO()
    pa.parquet.write_table(table, sink)
    return sink.getvalue()


BODIES = {
    "application/vnd.apache.arrow.stream": as_arrow,
    "application/vnd.apache.parquet": as_parquet,
    "application/json": lambda t: json.dumps(t.to_pylist()).encode(),
    "application/x-ndjson": lambda t: "\n".join(map(json.dumps, t.to_pylist())).encode(),
}


@pytest.mark.parametrize("media", BODIES)
@pytest.mark.parametrize("packed", [False, True])
def test_every_form_of_body_gives_the_same(machine, park, media, packed):
    body = BODIES[media](columns())
    headers = {"Content-Encoding": "gzip"} if packed else {}
    answer = send(machine, gzip.compress(body) if packed else body, media=media, **headers)
    assert answer.status_code == 200, answer.text
    assert list(stored(park).values()) == [1.5, 2.5]


def test_the_same_readings_in_another_form_are_the_same_arrival(machine):
    first = send(machine, as_arrow(columns()), key="k", media="application/vnd.apache.arrow.stream")
    body = "\n".join(map(json.dumps, columns().to_pylist()))
    assert send(machine, body, key="k").json() == first.json()


def test_a_park_that_is_not_there(machine):
    assert send(machine, line(), path="/api/v1/parks/nowhere/readings").status_code == 404


def test_a_body_that_is_too_large_or_of_no_kind(machine, monkeypatch):
    monkeypatch.setattr("tanlu.web.api.readings_push.MOST_BODY_MB", 0)
    assert send(machine, line()).status_code == 413
    monkeypatch.undo()
    assert send(machine, line(), media="image/png").status_code == 415
    assert send(machine, b"x", **{"Content-Encoding": "br"}).status_code == 415
    assert send(machine, b"").status_code == 422


def test_too_much_waiting_is_refused_for_a_while(machine, monkeypatch):
    from tanlu.workflow.readings import intake

    def full(self, readings, arrivals, rows):
        raise intake.BusyError.of("too_busy")

    monkeypatch.setattr(intake.Intake, "put", full)
    answer = send(machine, line())
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "1"


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": FORM}, 403),
        ({"Content-Type": "text/plain"}, 403),
        ({"Content-Type": FORM, "Idempotency-Key": "1"}, 200),
        ({"Content-Type": "application/x-ndjson"}, 200),
        ({"Content-Type": FORM, "X-Tanlu-Client": "gateway"}, 200),
        ({"Content-Type": "application/json", "Origin": "https://evil.example"}, 403),
        ({"Content-Type": "application/json", "Origin": "null"}, 403),
        ({"Content-Type": "application/json", "Origin": "http://testserver"}, 200),
        ({"Content-Type": "application/json", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"}, 200),
    ],
)
def test_a_machine_may_push_and_a_foreign_page_may_not(machine, headers, status):
    assert machine.post(PATH, content=line(), headers=headers).status_code == status
