"""Whatever is sent to a park's readings is answered, never with a fault of the server's own."""

import gzip
import json

import polars as pl
import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tanlu.connect.push.body import READERS
from tanlu.connect.push.few import read_few
from tanlu.connect.push.lines import read_lines
from tanlu.connect.push.messages import read_messages
from tanlu.web.app import create_app
from tanlu.workflow.data_folder import new_desk
from tanlu.workflow.desk import bring_in
from tanlu.workflow.open import bundled, open_book
from tanlu.workflow.readings.intake import joined, table_of

PATH = "/api/v1/parks/minimal/readings"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
MOMENTS = st.sampled_from(
    ["2025-03-01", "2025-03-01T10:15:00+08:00", "2025-03-01 24:00", "2025-10-26T02:30", "now", ""]
)
CELLS = {
    "channel": st.sampled_from(["m-power", "m-gas", "new", "", "a\x00b", "\ud800", "=1"]) | JSON,
    "at": MOMENTS | st.integers(-(10**20), 10**20) | st.floats() | JSON,
    "value": st.floats() | st.integers() | st.just(10**400) | JSON,
}
READINGS = st.fixed_dictionaries({}, optional={**CELLS, "key": JSON, "other": JSON})
PLAIN = st.fixed_dictionaries(
    {
        "channel": st.sampled_from(["m-power", "表 1", "x y", "5"]),
        "at": MOMENTS | st.integers(1_000_000_000, 3_000_000_000),
        "value": st.floats(allow_nan=False, allow_infinity=False) | st.integers(-9, 9),
    }
)
LINES = st.lists(READINGS.map(json.dumps) | st.text(max_size=30), max_size=6).map("\n".join)
BODIES = (
    st.binary(max_size=300)
    | LINES.map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.lists(READINGS, max_size=4).map(lambda rows: json.dumps(rows).encode())
    | LINES.map(lambda text: gzip.compress(text.encode("utf-8", "surrogatepass")))
    | st.sampled_from([b"[" * 50_000, b'{"a":' * 50_000, b"PAR1" * 20, b"\xff" * 40])
)
MEDIA = st.sampled_from([*READERS, "image/png", "text/csv; charset=gbk", "\x7f"])


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    desk = new_desk(tmp_path_factory.mktemp("hostile"))
    bring_in(desk, open_book(bundled("minimal")))
    with TestClient(create_app(desk), raise_server_exceptions=False) as opened:
        yield opened


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    body=BODIES,
    media=MEDIA,
    coding=st.sampled_from(["", "gzip", "br", "identity"]),
    query=st.sampled_from(["", "?partial=true", "?marks=end", "?marks=x", "?why=%00"]),
    key=st.sampled_from(["", "k1", "k2", "k" * 300, "é"]),
    end=st.sampled_from(["", "/stream"]),
)
def test_no_body_is_answered_with_a_fault_of_the_server(
    client, body, media, coding, query, key, end
):
    headers = {"Content-Type": media, "Content-Encoding": coding, "X-Tanlu-Client": "test"}
    if key:
        headers["Idempotency-Key"] = key.encode()
    answer = client.post(PATH + end + query, content=body, headers=headers)
    assert answer.status_code < 500, (answer.status_code, answer.text)
    if answer.status_code >= 400:
        assert answer.json()["faults"]


@settings(max_examples=80)
@given(rows=st.lists(PLAIN, min_size=1, max_size=4), zone=st.sampled_from(["UTC", "Europe/Berlin"]))
def test_the_quick_ways_read_what_the_slow_way_reads(rows, zone):
    body = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    slow = read_lines(body + b" \n", zone)  # a blank line goes the slow way
    quick = read_lines(body, zone)
    assert quick.long.equals(slow.long)
    assert [f.place.row for f in quick.faults] == [f.place.row for f in slow.faults]
    few = read_few(body, zone)
    assert few is None or (not slow.faults and table_of(few).equals(slow.long))
    wide = body + b" " * (2**20)  # large enough for the way of tables
    for block in (body, wide):
        found = read_messages(block, zone)
        assert joined([found.readings]).equals(slow.long)
        assert sorted(found.faulty) == sorted({f.place.row - 1 for f in slow.faults})


def few_of(table):
    return list(zip(table["channel"], table["at"].dt.epoch("us"), table["value"], strict=True))


@given(parts=st.lists(st.lists(PLAIN, min_size=1, max_size=3), min_size=1, max_size=5))
def test_a_group_holds_its_parts_in_order(parts):
    tables = [read_lines("\n".join(map(json.dumps, part)).encode(), "UTC").long for part in parts]
    mixed = [
        t
        if n % 2 or t.is_empty()
        else list(zip(t["channel"], t["at"].dt.epoch("us"), t["value"], strict=True))
        for n, t in enumerate(tables)
    ]
    assert joined(mixed).equals(pl.concat(tables))
