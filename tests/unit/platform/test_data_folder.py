"""A folder of parks: brought in when it changed, never over what the browser saved."""

import shutil

import pytest
from fastapi.testclient import TestClient

from tanlu.connect.card import CARD
from tanlu.connect.folder import read_folder, write_folder
from tanlu.errors import InputError, NotFoundError
from tanlu.store.parks import latest, park_ids, read
from tanlu.web.app import create_app
from tanlu.workflow.data_folder import open_data
from tanlu.workflow.edit import save_rows
from tanlu.workflow.open import bundled
from tanlu.workflow.readings.open import of_desk
from tanlu.workflow.viewer import LOCAL


def put(folder, name="minimal", **card):
    draft = read_folder(bundled(name))
    write_folder(type(draft)({**draft.card, **card}, draft.sheets), folder)


def channels(desk, park):
    rows = read(desk.engine, park, latest(desk.engine, park)).sheet("channels").rows
    return {row.cells["channel_id"] for row in rows}


@pytest.fixture
def folder(tmp_path):
    put(tmp_path / "data" / "first", park_id="one")
    put(tmp_path / "data" / "second", park_id="two")
    return tmp_path / "data"


def test_sub_folders_are_parks_by_id_and_by_name(folder):
    data = open_data(folder)
    assert park_ids(data.desk.engine) == ["one", "two"]
    assert data.park_id("one") == "one"
    assert data.park_id("second") == "two"
    with pytest.raises(NotFoundError):
        data.park_id("third")
    assert (folder / ".tanlu" / "tanlu.db").exists()


def test_the_folder_itself_may_be_a_park(folder):
    data = open_data(folder / "first")
    assert park_ids(data.desk.engine) == ["one"]
    assert of_desk(data.desk, "one").readings.folder == (folder / "first" / "readings").resolve()


def test_an_empty_or_new_folder_starts(tmp_path):
    data = open_data(tmp_path / "new")
    assert not data.has_parks()
    put(tmp_path / "new" / "p", park_id="late")
    assert data.park_id("late") == "late"


def test_an_edit_in_the_browser_outlives_a_restart(folder):
    first = open_data(folder)
    rows = [{"channel_id": "m-new", "unit": "kWh"}]
    base = latest(first.desk.engine, "one")
    draft = read(first.desk.engine, "one", base)
    had = [dict(row.cells) for row in draft.sheet("channels").rows]
    save_rows(first.desk, LOCAL, "one", "channels", base, [*had, *rows], "new meter")
    again = open_data(folder)
    assert "m-new" in channels(again.desk, "one")
    assert latest(again.desk.engine, "two") == 1


def test_a_folder_that_changed_comes_in(folder):
    data = open_data(folder)
    with (folder / "first" / "channels.csv").open("a") as file:
        file.write("m-late,,,kWh" + "," * 17 + "\n")
    data.look(now=True)
    assert not data.faults
    assert "m-late" in channels(data.desk, "one")
    assert latest(data.desk.engine, "one") == 2


def test_two_folders_of_one_park_are_refused(folder):
    put(folder / "third", park_id="one")
    data = open_data(folder)
    (faults,) = data.faults.values()
    assert faults[0].code == "two_folders"
    assert data.desk.homes["one"].name == "first"


def test_a_renamed_folder_takes_its_readings_along(folder):
    open_data(folder)
    (folder / "first").rename(folder / "renamed")
    data = open_data(folder)
    assert data.desk.homes["one"].name == "renamed"
    assert latest(data.desk.engine, "one") == 1


def test_a_folder_that_broke_leaves_the_park_as_it_was(folder):
    open_data(folder)
    (folder / "first" / CARD).write_text("park_id: one\nplace: nowhere\n")
    data = open_data(folder)
    assert data.faults
    assert data.desk.homes["one"].name == "first"
    assert latest(data.desk.engine, "one") == 1


def test_no_park_readable_is_an_error_with_all_faults(folder):
    for name in ("first", "second"):
        (folder / name / CARD).write_text("nothing: x\n")
    with pytest.raises(InputError):
        open_data(folder)
    shutil.rmtree(folder)
    folder.write_text("a file")
    with pytest.raises(InputError):
        open_data(folder)


def test_the_first_park_needs_no_file_to_edit(tmp_path):
    data = open_data(tmp_path / "new")
    with TestClient(create_app(data.desk, data), headers={"X-Tanlu-Client": "test"}) as client:
        assert client.get("/api/v1/parks").json() == []
        begun = client.post("/api/v1/parks", json={"example": "minimal"})
        assert (begun.status_code, begun.json()) == (201, {"park_id": "minimal"})
        assert [park["park_id"] for park in client.get("/api/v1/parks").json()] == ["minimal"]
        assert client.post("/api/v1/parks", json={"example": "minimal"}).status_code == 422
    assert (tmp_path / "new" / "minimal" / CARD).exists()
