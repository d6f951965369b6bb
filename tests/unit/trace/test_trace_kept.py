"""A year of an invented park, traced for every hour, kept, and closed to its inventory."""

import json
from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from tanlu.cli import tanlu
from tanlu.errors import NotFoundError
from tanlu.trace.park import trace_lines
from tanlu.trace.park_hours import lines_of_day
from tanlu.web.api.trace import CarbonDay
from tanlu.web.app import create_app
from tanlu.workflow.desk import open_desk
from tanlu.workflow.synth.size import Size
from tanlu.workflow.synth.write import write_park
from tanlu.workflow.trace_hours import month_by_hour
from tanlu.workflow.trace_kept import hours_of_folder, year_record
from tests.unit.platform.conftest import CLIENT

DAY = date(2025, 6, 3)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("kept") / "park"
    size = Size(12, 110, 2025, minutes=60, has_faults=False, has_networks=True)
    return write_park(path, size).folder


@pytest.fixture(scope="module")
def park(folder):
    return hours_of_folder(folder)


def test_every_hour_and_the_year_close_to_the_inventory(park):
    found = year_record(park, 2025, "enterprise")
    assert found["hours"] == 8760
    assert found["own_t"] == pytest.approx(found["inventory_t"], rel=1e-9)
    assert found["closing_error"] < 1e-9
    assert found["worst_hour"] < 1e-9
    assert found["eliminated_t"] > 0.1 * found["inventory_t"]


def test_a_kept_hour_is_the_hour_as_traced_alone(park):
    made = month_by_hour(park.ledger, park.book, park.opened, DAY)
    whole = trace_lines(park.ledger, 2025, lines_of_day(made.lines, made.shares, DAY))
    done = park.day(DAY, 14, "facility", "location").found
    start = done.lines["month"][0]
    key = ["record_id"]
    alone = whole.lines.filter(pl.col("month") == start).sort(key)
    kept = done.lines.sort(key)
    assert kept["record_id"].to_list() == alone["record_id"].to_list()
    for name in ("amount", "co2_t", "market_t", "traced_t", "traced_market_t"):
        np.testing.assert_allclose(
            kept[name].to_numpy(), alone[name].to_numpy(), rtol=1e-12, atol=1e-15, err_msg=name
        )
    names = ["carrier", "node"]
    mixes = whole.nodes.filter(pl.col("month") == start).sort(names)
    for name in ("through", "intensity", "intensity_market"):
        np.testing.assert_allclose(
            done.nodes.sort(names)[name].to_numpy(), mixes[name].to_numpy(), rtol=1e-12
        )


def test_what_is_kept_is_read_again_and_is_renewed_with_its_source(park, folder):
    park.month(DAY)
    first = {path.name for path in (folder / "traced").glob("2025-06.*")}
    assert len(first) == 1
    assert hours_of_folder(folder).mark(2025) == park.mark(2025)
    assert first == {f"2025-06.{park.mark(2025)}"}


def test_a_day_has_no_hour_beyond_its_own(park):
    with pytest.raises(NotFoundError):
        park.day(DAY, 24, "enterprise", "location")


def test_the_command(folder):
    call = ["trace", "year", str(folder), "--level", "facility", "--json"]
    record = json.loads(CliRunner().invoke(tanlu, call).stdout)
    assert record["months"][0]["month"] == "2025-01"
    assert record["closing_error"] < 1e-9


def test_any_hour_over_the_api_and_a_members_card(folder, tmp_path):
    desk = open_desk(tmp_path, (folder,))
    desk.homes["net-12-110"] = folder
    route = "/api/v1/parks/net-12-110/trace/hours"
    with TestClient(create_app(desk), headers=CLIENT) as client:
        asked = {"day": DAY.isoformat(), "hour": 13}
        found = client.get(route, params=asked).json()
        assert CarbonDay.model_validate(found).model_dump(mode="json") == found
        assert found["hours"] == ["2025-06-03T13:00:00+08:00"]
        assert len(found["members"]) == 12
        ring = [t for t in found["transfers"] if t["carrier_id"] == "hot_water"]
        assert ring[0]["carbon"][0] > 0
        mine = client.get(route, params={**asked, "member": ring[0]["to_id"]}).json()
        assert [m["member_id"] for m in mine["members"]] == [ring[0]["to_id"]]
        assert ring[0] in mine["transfers"]
        assert {n["carrier_id"] for n in mine["nodes"]} >= {"electricity", "hot_water"}
        assert client.get(route, params={**asked, "member": "nobody"}).status_code == 404
        later = {"day": (DAY + timedelta(days=9000)).isoformat(), "hour": 1}
        assert client.get(route, params=later).status_code == 422
    desk.engine.dispose()
