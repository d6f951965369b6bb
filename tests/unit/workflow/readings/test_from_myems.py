"""A door in from MyEMS: a small database after its public schema."""

import json
import sqlite3
from datetime import date

import polars as pl
import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.measure.readings.day import to_long
from tanlu.store.readings import close_readings, days
from tanlu.workflow.readings.open import of_folder

TABLES = {
    "tbl_energy_categories": (
        "id, name, unit_of_measure", [(1, "Electricity", "kWh"), (2, "Magic", "sparks")],
    ),
    "tbl_meters": (
        "id, name, energy_category_id, is_counted, master_meter_id",
        [(1, "Main", 1, 1, None), (2, "Sub", 1, 0, 1), (3, "Odd", 2, 1, None)],
    ),
    "tbl_offline_meters": ("id, name, energy_category_id, is_counted", [(1, "Hand", 1, 1)]),
    "tbl_virtual_meters": (
        "id, name, energy_category_id, is_counted, equation", [(1, "Rest", 1, 1, "x1-x2")],
    ),
    "tbl_variables": (
        "id, name, virtual_meter_id, meter_type, meter_id",
        [(1, "x1", 1, "meter", 1), (2, "x2", 1, "meter", 2)],
    ),
    "tbl_spaces": ("id, name, parent_space_id", [(1, "Works", None), (2, "Hall", 1)]),
    "tbl_spaces_meters": ("id, space_id, meter_id", [(1, 1, 1)]),
    "tbl_tenants": ("id, name", [(7, "Firm")]),
    "tbl_tenants_offline_meters": ("id, tenant_id, offline_meter_id", [(1, 7, 1)]),
    "tbl_equipments_meters": ("id, equipment_id, meter_id", [(1, 5, 2)]),
    "tbl_spaces_equipments": ("id, space_id, equipment_id", [(1, 2, 5)]),
    "tbl_meter_hourly": (
        "id, meter_id, start_datetime_utc, actual_value",
        [(n, m, f"2025-03-01 {n:02d}:00:00", n * m) for n in range(24) for m in (1, 2, 3)],
    ),
    "tbl_offline_meter_hourly": (
        "id, offline_meter_id, start_datetime_utc, actual_value",
        [(1, 1, "2025-03-01 00:00:00", 5.5)],
    ),
}  # fmt: skip


@pytest.fixture(params=["database", "folder"])
def source(request, tmp_path):
    if request.param == "folder":
        (tmp_path / "dump").mkdir()
        for name, (columns, rows) in TABLES.items():
            pl.DataFrame(rows, schema=columns.split(", "), orient="row").write_csv(
                tmp_path / "dump" / f"{name}.csv"
            )
        return str(tmp_path / "dump")
    connection = sqlite3.connect(tmp_path / "myems.db")
    for name, (columns, rows) in TABLES.items():
        connection.execute(f"CREATE TABLE {name} ({columns})")
        places = ", ".join("?" for _ in columns.split(", "))
        connection.executemany(f"INSERT INTO {name} VALUES ({places})", rows)  # noqa: S608 - names of the test
    connection.commit()
    connection.close()
    return f"sqlite:///{tmp_path / 'myems.db'}"


def take(source, park):
    result = CliRunner().invoke(tanlu, ["readings", "from-myems", source, str(park), "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_meters_places_and_hours(source, tmp_path):
    record = take(source, tmp_path / "p")
    assert record["added"] == {"members": 3, "channels": 4}
    assert record["taken"] == 49
    assert [(each["id"], each["why"]) for each in record["left_out"]] == [("m3", "unit sparks")]
    assert record["zeros"] == {"m1": 1 / 24, "m2": 1 / 24}
    opened = of_folder(tmp_path / "p")
    try:
        channels = opened.channels
        found = to_long(
            days(opened.readings, ["m2"], date(2025, 1, 1), date(2026, 1, 1)), opened.clock
        )
    finally:
        close_readings(opened.readings)
    assert channels["m1"].member_id == "s1"
    assert (channels["m2"].parent_id, channels["m2"].member_id, channels["m2"].role) == (
        "m1", "s2", "check",
    )  # fmt: skip
    assert channels["o1"].member_id == "t7"
    assert channels["v1"].formula == "m1-m2"
    assert (channels["m1"].carrier, channels["m1"].minutes) == ("electricity", 60)
    assert found["value"].to_list() == [2.0 * n for n in range(24)]
    assert opened.clock.show(found["at"][0]) == "2025-03-01T08:00:00+08:00"


def test_taken_twice_nothing_doubles(source, tmp_path):
    take(source, tmp_path / "p")
    record = take(source, tmp_path / "p")
    assert (record["taken"], record["unchanged"]) == (0, 49)
    assert record["added"] == {"members": 0, "channels": 0}


def test_what_is_no_myems(tmp_path):
    for source in (
        f"sqlite:///{tmp_path / 'none.db'}",
        str(tmp_path / "nowhere"),
        "x://y:secret@z",
    ):
        result = CliRunner().invoke(tanlu, ["readings", "from-myems", source, str(tmp_path / "p")])
        assert result.exit_code == 2
        assert "secret" not in result.output
