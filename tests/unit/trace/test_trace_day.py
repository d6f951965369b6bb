"""A day of a park on disk: hours follow what its meters read."""

import json
from datetime import UTC, datetime, timedelta

import polars as pl
import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.store.readings import Arrival, append
from tanlu.workflow.readings.open import of_folder
from tanlu.workflow.trace_kept import trace_day

MARCH = datetime(2022, 2, 28, 16, tzinfo=UTC)  # midnight of the first in Shanghai


@pytest.fixture(scope="module")
def park(tmp_path_factory):
    path = tmp_path_factory.mktemp("day") / "park"
    CliRunner().invoke(tanlu, ["init", "--example", "opulent", str(path)], catch_exceptions=False)
    opened = of_folder(path)
    times = [MARCH + timedelta(minutes=15 * n) for n in range(31 * 96)]
    values = [4.0 if 8 <= (t.hour + 8) % 24 < 16 else 1.0 for t in times]
    long = pl.DataFrame(
        {
            "channel": ["m-opto"] * len(times),
            "at": times,
            "value": values,
            "flag": [0] * len(times),
        },
        schema_overrides={"at": pl.Datetime("us", "UTC"), "flag": pl.UInt16},
    )
    append(opened.readings, long, Arrival("test", MARCH.isoformat(), "test", "test", "one"))
    return path


def test_hours_follow_the_meter_and_sum_to_the_record(park):
    found = trace_day(park, MARCH.date() + timedelta(days=6), "enterprise", "location")
    (moved,) = (t for t in found["transfers"] if t["from_cell"] == "world"
                and t["to_cell"] == "opto" and t["carrier"] == "electricity")  # fmt: skip
    assert len(found["hours"]) == 24
    assert moved["amount"][9] > 2 * moved["amount"][3]
    assert 0.0 < found["spread"] < 1.0
    for hour in range(24):
        own = sum(member["own_t"][hour] for member in found["members"])
        in_ = sum(m["direct_t"][hour] + m["bought_t"][hour] for m in found["members"])
        assert own == pytest.approx(in_, rel=1e-9)


def test_the_command(park):
    call = ["trace", "hours", str(park), "--day", "2022-03-07"]
    found = json.loads(CliRunner().invoke(tanlu, [*call, "--json"]).stdout)
    assert found["hours"][7] == "2022-03-07T07:00:00+08:00"
    assert "无读数" in CliRunner().invoke(tanlu, [*call, "--lang", "zh"]).stdout
    assert (
        CliRunner().invoke(tanlu, ["trace", "hours", str(park), "--day", "1990-01-01"]).exit_code
        == 2
    )
