"""The same table on S3-compatible storage, named by URL: moto's server on loopback."""

import boto3
import pytest
from moto.server import ThreadedMotoServer

from tanlu.store.readings import (
    Arrival,
    append,
    close_readings,
    compact,
    fold,
    pin,
    replaced,
    scan,
)
from tanlu.store.readings.backup import backup, restore
from tests.unit.readings_store.stores import SPAN, frame, new_store, values


@pytest.fixture(scope="module")
def bucket():
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {
            "AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_ALLOW_HTTP": "true",
            "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": "us-east-1",
        }.items():  # fmt: skip
            patch.setenv(name, value)
        client = boto3.client("s3", region_name="us-east-1")
        client.create_bucket(Bucket="parks")
        yield client
    server.stop()


def keys(client, prefix):
    found = client.list_objects_v2(Bucket="parks", Prefix=prefix)
    return [item["Key"] for item in found.get("Contents", ())]


def on_bucket(folder, name):
    folder.mkdir()
    (folder / "settings.yaml").write_text(f"table: s3://parks/{name}\n", "utf-8")
    return new_store(folder)


def test_the_table_lies_in_the_bucket_and_is_read_from_there(tmp_path, bucket):
    store = on_bucket(tmp_path / "readings", "one/table")
    append(store, frame("m", [1.0, 2.0, 3.0]), Arrival("me", "t"))
    before = pin(store, "first")
    append(store, frame("m", [9.0], first=1), Arrival("you", "t", "typing error"))
    assert list(values(store).values()) == [1.0, 9.0, 3.0]
    fold(store)
    assert any("_delta_log" in key for key in keys(bucket, "one/table"))
    assert not (tmp_path / "readings" / "table").exists()
    compact(store)
    assert list(values(store).values()) == [1.0, 9.0, 3.0]
    assert list(values(store, as_of=before).values()) == [1.0, 2.0, 3.0]
    assert replaced(store, "m", *SPAN)["value"].to_list() == [2.0]
    assert [month for month, _ in scan(store)] == ["2025-01"]


def test_a_backup_of_the_bucket_is_restored_to_another_place_in_it(tmp_path, bucket):
    store = on_bucket(tmp_path / "readings", "two/table")
    append(store, frame("m", [1.0, 2.0]), Arrival("me", "t"))
    fold(store)
    append(store, frame("m", [3.0], first=2), Arrival("me", "t"))
    made = backup(store, tmp_path / "backup")
    folder = tmp_path / "restored"
    folder.mkdir()
    (folder / "settings.yaml").write_text("table: s3://parks/three/table\n", "utf-8")
    assert restore(tmp_path / "backup", folder) == made
    again = new_store(folder)
    assert keys(bucket, "three/table")
    assert list(values(again).values()) == [1.0, 2.0, 3.0]
    close_readings(again)
