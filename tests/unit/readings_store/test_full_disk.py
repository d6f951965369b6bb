"""A full disk: a clear fault, nothing broken, and on it goes when there is space.

On a small tmpfs where one can be mounted (Linux, as root); where not, SQLite's own limit
of pages and a table that cannot be written stand for it.
"""

import subprocess
from contextlib import contextmanager

import numpy as np
import pytest

from tanlu.errors import StateError
from tanlu.store.readings import Arrival, append, close_readings, fold, state
from tanlu.store.readings import table as table_module
from tests.unit.readings_store.stores import frame, new_store, values


@contextmanager
def small_disk(folder):
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
    try:
        made = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        made = False
    if not made:
        pytest.skip("NO SMALL DISK: mounting needs root on Linux; see the test beside this one")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S607 - wherever it lies


def noise(number):
    rng = np.random.default_rng(number)
    return frame("m", rng.normal(size=1000).tolist(), first=number % 5 * 1000)


def fill(store):
    """Append until there is no room; the numbers of what was acknowledged."""
    for number in range(10_000):
        try:
            append(store, noise(number), Arrival("me", "t", key=str(number)))
        except StateError as error:
            codes = [fault.code for fault in error.faults]
            return number if codes == ["readings_disk_full"] else pytest.fail(str(error))
    pytest.fail("never full")


def test_a_small_disk_fills_and_goes_on(tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(4 << 20))
        store = new_store(disk / "readings")
        count = fill(store)
        assert count > 20
        held = values(store)
        with pytest.raises(StateError, match="no space left"):
            fold(store)
        ballast.unlink()
        assert append(store, noise(count), Arrival("me", "t", key=str(count))).seq == count + 1
        assert fold(store).arrivals == count + 1
        again = new_store(disk / "readings")
        assert len(values(again)) == len(held) == 5000
        assert state(again).seq == count + 1
        close_readings(again)
        close_readings(store)


def test_a_journal_that_cannot_grow_refuses_and_keeps_what_it_has(tmp_path):
    store = new_store(tmp_path / "readings")
    append(store, frame("m", [1.0]), Arrival("me", "t"))
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 4}")
    fill(store)
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    assert append(store, frame("m", [2.0], first=9000), Arrival("me", "t")).rows == 1
    assert min(values(store)) == ("m", frame("m", [1.0])["at"][0])


def test_a_table_that_cannot_be_written_leaves_nothing_behind(tmp_path, monkeypatch):
    store = new_store(tmp_path / "readings")
    append(store, frame("m", [1.0]), Arrival("me", "t"))

    def full(*_, **__):
        remains = tmp_path / "readings" / "table" / "park=p" / "half.parquet"
        remains.parent.mkdir(parents=True)
        remains.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("deltalake.write_deltalake", full)
        with pytest.raises(StateError, match="no space left"):
            fold(store)
    assert not list((tmp_path / "readings").rglob("*.parquet"))
    assert fold(store).days == 1
    assert list(values(store).values()) == [1.0]


def test_what_would_not_fit_is_not_begun(tmp_path, monkeypatch):
    monkeypatch.setattr("tanlu.store.readings.disk._free", lambda path: 1 << 20)
    with pytest.raises(StateError, match="no space left"):
        table_module.require_space(tmp_path, 1)
