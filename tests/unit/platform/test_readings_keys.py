"""Keys of senders: shown once, kept as digests, wanted once a park has any."""

import json

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from tanlu.cli import tanlu
from tanlu.connect.folder import read_folder, write_folder
from tanlu.web.app import create_app
from tanlu.workflow.data_folder import open_data
from tanlu.workflow.open import bundled
from tanlu.workflow.readings.keys import FILE

PATH = "/api/v1/parks/p/readings"
LINE = '{"channel": "m-power", "at": "2025-03-01", "value": 1}'


def run(*words):
    result = CliRunner().invoke(tanlu, ["readings", "key", *words])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def folder(tmp_path):
    write_folder(read_folder(bundled("minimal")), tmp_path / "data" / "p")
    return tmp_path / "data"


def push(client, **headers):
    return client.post(PATH, content=LINE, headers={"Content-Type": "application/json", **headers})


def test_a_park_with_keys_takes_no_push_without(folder):
    data = open_data(folder)
    park = str(folder / "p")
    with TestClient(create_app(data.desk, data)) as client:
        assert push(client).status_code == 200
        made = json.loads(run(park, "--name", "gateway-1", "--json"))
        assert made["keys"][0]["name"] == "gateway-1"
        assert made["key"] not in (folder / "p" / "readings" / FILE).read_text()
        for wrong in ({}, {"Authorization": "Bearer wrong"}, {"X-Tanlu-Client": "page"}):
            answer = push(client, **wrong)
            assert answer.status_code == 401
            assert answer.headers["WWW-Authenticate"] == "Bearer"
        stream = client.post(f"{PATH}/stream", content=LINE, headers={"Idempotency-Key": "1"})
        assert stream.status_code == 401
        right = {"Authorization": f"Bearer {made['key']}"}
        assert push(client, **right).status_code == 200
        changed = LINE.replace("1}", "2}")
        client.post(PATH, content=changed, headers={**right, "Content-Type": "application/json"})
        rows = client.get(f"{PATH}/history", params={"channel": "m-power"}).json()["rows"]
        assert [row["who"] for row in rows] == ["gateway-1"]
        assert client.get(PATH).status_code == 200
        run(park, "--drop", "gateway-1")
        assert push(client).status_code == 200


def test_names_are_unique_and_the_list_shows_no_key(folder):
    park = str(folder / "p")
    assert "No keys" in run(park, "--lang", "en")
    run(park, "--name", "a")
    again = CliRunner().invoke(tanlu, ["readings", "key", park, "--name", "a"])
    assert again.exit_code == 5
    assert "tanlu_" not in run(park)
    assert CliRunner().invoke(tanlu, ["readings", "key", park, "--drop", "b"]).exit_code == 5
