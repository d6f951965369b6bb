"""Readings are opened from a folder and from a desk, and follow the table of channels."""

from tanlu.connect.folder import read_folder, write_folder
from tanlu.store.parks import latest
from tanlu.workflow.edit import save_rows
from tanlu.workflow.open import bundled
from tanlu.workflow.readings.open import of_desk, of_folder
from tanlu.workflow.viewer import LOCAL


def test_a_folder_opens_its_own_readings(tmp_path):
    write_folder(read_folder(bundled("minimal")), tmp_path / "p")
    opened = of_folder(tmp_path / "p")
    assert opened.readings.folder == tmp_path / "p" / "readings"
    assert opened.channels["m-power"].minutes == 15
    assert opened.clock.zone == "Asia/Shanghai"


def test_a_desk_opens_once_and_follows_the_channels(desk):
    first = of_desk(desk, "pair")
    assert of_desk(desk, "pair") is first
    rows = [{"channel_id": "m1", "carrier": "electricity", "unit": "kWh"}]
    save_rows(desk, LOCAL, "pair", "channels", latest(desk.engine, "pair"), rows, "meter")
    second = of_desk(desk, "pair")
    assert set(second.channels) == {"m1"}
    assert second.readings.engine is first.readings.engine
