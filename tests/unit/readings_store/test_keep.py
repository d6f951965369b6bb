"""Backup, restore, retention, repair, commands, the folder thread."""

import json
import shutil
import threading
from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from click.testing import CliRunner
from sqlalchemy import update

from tanlu.cli import tanlu
from tanlu.errors import ConflictError, InputError, StateError
from tanlu.model.channel import Channel
from tanlu.store.readings import (
    Arrival,
    append,
    changed_since,
    compact,
    fold,
    open_readings,
    pin,
    receipts,
    state,
    unpin,
)
from tanlu.store.readings.backup import backup, restore
from tanlu.store.readings.journal import COMMITS, writing
from tanlu.store.readings.lock import alone
from tanlu.store.readings.retain import retain
from tanlu.workflow.readings.folding import Folder, Pace
from tanlu.workflow.readings.open import of_folder
from tests.unit.readings_store.stores import frame, new_store, values

FOLD = import_module("tanlu.store.readings.fold")
ME = Arrival("me", "2025-01-02T00:00:00Z", "test", "a.csv")


@pytest.fixture
def store(tmp_path):
    return new_store(tmp_path / "readings")


def test_a_backup_is_made_while_readings_come_and_restores_to_the_same(store, tmp_path):
    append(store, frame("m", [1.0, 2.0]), ME)
    fold(store)
    append(store, frame("m", [5.0], first=1), ME)
    going = threading.Event()

    def send():
        number = 100
        while not going.is_set():
            append(store, frame("m", [1.0], first=number), ME)
            number += 1

    sender = threading.Thread(target=send)
    sender.start()
    made = backup(store, tmp_path / "backup")
    going.set()
    sender.join()
    assert made.arrivals >= 2
    assert restore(tmp_path / "backup", tmp_path / "again").seq == made.seq
    again = new_store(tmp_path / "again")
    assert state(again).seq == made.seq
    assert len(values(again)) == made.readings - 1
    assert list(values(again).values())[:2] == [1.0, 5.0]


def test_a_damaged_backup_is_refused_and_nothing_is_written_over(store, tmp_path):
    append(store, frame("m", [1.0]), ME)
    fold(store)
    backup(store, tmp_path / "backup")
    with pytest.raises(InputError, match="already"):
        backup(store, tmp_path / "backup")
    with pytest.raises(InputError, match="already"):
        restore(tmp_path / "backup", tmp_path / "readings")
    part = next((tmp_path / "backup").rglob("*.parquet"))
    part.write_bytes(part.read_bytes()[:-1])
    with pytest.raises(InputError, match="missing or was changed"):
        restore(tmp_path / "backup", tmp_path / "new")
    with pytest.raises(InputError, match="no backup"):
        restore(tmp_path, tmp_path / "new")


def age(store, days):
    """Make versions and files look older than they are."""
    then = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
    with writing(store.engine) as connection:
        connection.execute(update(COMMITS).values(at=then))
    log = store.folder / "table" / "_delta_log"
    for path in log.glob("*.json"):
        lines = [json.loads(line) for line in path.read_text().splitlines()]
        for line in lines:
            if "remove" in line:
                line["remove"]["deletionTimestamp"] -= days * 86_400_000
        path.write_text("\n".join(map(json.dumps, lines)))


def test_old_versions_go_pinned_ones_and_all_values_stay(store):
    append(store, frame("m", [1.0, 2.0]), ME)
    pinned = pin(store, "inventory")
    fold(store)
    append(store, frame("m", [3.0], first=1), ME)
    passing = state(store)
    fold(store)
    append(store, frame("m", [4.0], first=1), ME)
    fold(store)
    compact(store)
    age(store, 40)
    retain(store, 30)
    assert list(values(store).values()) == [1.0, 4.0]
    assert list(values(store, as_of=pinned).values()) == [1.0, 2.0]
    with pytest.raises(StateError, match="can no longer be told"):
        values(store, as_of=passing)
    assert receipts(store)["replaced"].to_list() == [1, 1, None]
    unpin(store, "inventory")
    assert retain(store, 30)
    with pytest.raises(InputError, match="1 day at least"):
        retain(store, 0)


def test_a_commit_that_was_not_booked_is_booked_on_opening(store, monkeypatch):
    append(store, frame("m", [1.0, 2.0]), ME)

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(FOLD, "_confirm", killed)
        with pytest.raises(KeyboardInterrupt):
            fold(store)
    assert state(store).table_version == -1
    assert list(values(store).values()) == [1.0, 2.0]
    again = new_store(store.folder)
    assert state(again).table_version == 0
    assert fold(again).arrivals == 0
    assert list(values(again).values()) == [1.0, 2.0]


@pytest.mark.parametrize("damage", ["log", "file", "page"])
def test_a_commit_that_did_not_reach_the_disk_is_taken_back(store, monkeypatch, damage):
    append(store, frame("m", [1.0, 2.0]), ME)
    fold(store)
    append(store, frame("m", [3.0], first=2), ME)
    with monkeypatch.context() as patch:
        patch.setattr(FOLD, "_confirm", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            fold(store)
    table = store.folder / "table"
    newest = max(table.rglob("*.parquet"), key=lambda path: path.stat().st_mtime_ns)
    if damage == "log":
        (table / "_delta_log" / "00000000000000000001.json").write_text("")
    elif damage == "file":
        newest.unlink()
    else:
        newest.write_bytes(bytes(newest.stat().st_size))
    again = new_store(store.folder)
    assert list(values(again).values()) == [1.0, 2.0, 3.0]
    assert fold(again).arrivals == 1
    assert list(values(again).values()) == [1.0, 2.0, 3.0]


def test_one_at_a_time_folds(store):
    append(store, frame("m", [1.0]), ME)
    with alone(store.folder), pytest.raises(ConflictError, match="Another process"):
        fold(store, wait_s=0)
    assert fold(store).arrivals == 1


def test_a_store_is_of_one_park_and_zone(store):
    with pytest.raises(StateError, match="are of 园区, not of other"):
        open_readings(store.folder, "other", "Asia/Shanghai")
    (store.folder / "settings.yaml").write_text("tabel: x\n", "utf-8")
    with pytest.raises(InputError, match="tabel"):
        new_store(store.folder)


def test_what_is_the_same_is_no_change(store):
    append(store, frame("m", [1.0, 2.0]), ME)
    fold(store)
    append(store, frame("m", [1.0, 2.0]), ME)
    assert changed_since(store, 1).height == 1  # it is pending: nobody compared it yet
    done = fold(store)
    assert (done.arrivals, done.days, done.replaced) == (1, 0, 0)
    assert changed_since(store, 1).is_empty()
    assert state(store).table_version == 0


def test_a_channel_declared_later_keeps_its_readings(tmp_path):
    store = open_readings(tmp_path / "readings", "园区", "Asia/Shanghai")
    append(store, frame("n", [1.0, 2.0, 3.0]), ME)
    fold(store)
    store = new_store(tmp_path / "readings", n=Channel("n"))
    append(store, frame("n", [7.0], first=1), ME)
    assert list(values(store).values()) == [1.0, 7.0, 3.0]
    fold(store)
    assert list(values(store).values()) == [1.0, 7.0, 3.0]


def test_the_folder_folds_when_it_is_due_and_compacts_when_it_is_quiet(store):
    folder = Folder(list, Pace(readings=3, age_s=100, look_s=1, quiet_s=50))
    append(store, frame("m", [1.0, 2.0]), ME)
    folder.look(store, 0.0)
    assert state(store).table_version == -1
    append(store, frame("m", [1.0, 2.0], first=2), ME)
    folder.look(store, 1.0)
    assert state(store).table_version == 0
    append(store, frame("m", [1.0], first=9), ME)
    folder.look(store, 2.0)
    folder.look(store, 101.0)
    assert state(store).table_version == 0
    folder.look(store, 103.0)
    assert state(store).table_version == 1
    folder.look(store, 104.0)
    folder.look(store, 160.0)
    assert state(store).table_version == 2


def test_the_folder_stops(store):
    append(store, frame("m", [1.0]), ME)
    folder = Folder(lambda: [store], Pace(readings=1, look_s=0.01))
    folder.start()
    for _ in range(1000):
        if state(store).table_version == 0:
            break
        threading.Event().wait(0.01)
    folder.close()
    assert state(store).table_version == 0


def test_commands(tmp_path):
    run = CliRunner()

    def call(*arguments):
        answer = run.invoke(tanlu, ["readings", *map(str, arguments)])
        assert answer.exit_code == 0, answer.output
        return answer.output

    park = tmp_path / "park"
    assert run.invoke(tanlu, ["init", str(park)]).exit_code == 0
    readings = of_folder(park).readings
    append(readings, frame("m", [1.0, 2.0]), ME)
    append(readings, frame("m", [3.0]), ME)
    found = json.loads(call("state", park, "--json"))
    assert found["pending"] == {"arrivals": 2, "readings": 3}
    assert json.loads(call("fold", park, "--json"))["replaced"] == 1
    append(readings, frame("m", [4.0], first=5), ME)
    call("fold", park)
    assert json.loads(call("compact", park, "--json")) == {"months": ["2025-01"]}
    assert json.loads(call("retain", park, "--json")) == {"deleted": []}
    told = json.loads(call("history", park, "--channel", "m", "--json"))["replaced"]
    assert [(row["value"], row["who"], row["at"]) for row in told] == [
        (1.0, "me", "2025-01-01T08:00:00+08:00")
    ]
    assert len(json.loads(call("history", park, "--json"))["arrivals"]) == 3
    made = json.loads(call("backup", park, tmp_path / "backup", "--json"))
    shutil.rmtree(park / "readings")
    assert json.loads(call("restore", tmp_path / "backup", park, "--json")) == made
    assert "3" in call("state", park, "--lang", "zh")
