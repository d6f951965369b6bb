"""Sums, quality and the tree of channels from the command line."""

import json
from datetime import UTC, datetime, timedelta

import polars as pl
import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.model.reading import LONG
from tanlu.store.readings import Arrival, append
from tanlu.workflow.readings.open import of_folder

CHANNELS = """channel_id,carrier,unit,kind,minutes,multiplier,parent_id,formula,tariff_id
gate,electricity,kWh,counter,60,40,,,tou
hall,electricity,kWh,interval,60,,gate,,
rest,,MWh,,,,,gate - hall,
mute,electricity,kWh,interval,15,,,,
"""
TARIFF = """band_id,tariff_id,valid_from,start,end,band,price,unit
a,tou,2025-01-01,00:00,24:00,flat,0.5,元/kWh
"""
START = datetime(2025, 2, 28, 16, tzinfo=UTC)


@pytest.fixture(scope="module")
def park(tmp_path_factory):
    folder = tmp_path_factory.mktemp("park") / "p"
    assert CliRunner().invoke(tanlu, ["init", str(folder), "--example", "empty"]).exit_code == 0
    (folder / "channels.csv").write_text(CHANNELS, "utf-8")
    (folder / "tariffs.csv").write_text(TARIFF, "utf-8")
    rows = [("gate", START + timedelta(hours=n), 100.0 + n, 0) for n in range(25)]
    rows += [("hall", START + timedelta(hours=n), 10.0, 0) for n in range(24) if n not in (3, 4)]
    arrival = Arrival("me", datetime(2025, 3, 2, tzinfo=UTC), "a test", "test", "k")
    append(of_folder(folder).readings, pl.DataFrame(rows, schema=LONG, orient="row"), arrival)
    (folder / "activities.csv").write_text("record_id,quantity\nx,many\n", "utf-8")
    return folder


def run(*arguments):
    result = CliRunner().invoke(tanlu, ["readings", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def rows(*arguments):
    return json.loads(run("sum", *arguments, "--json").stdout)["rows"]


def test_a_day_with_cost_and_what_is_missing(park):
    found = {row["channel"]: row for row in rows(park, "--by", "day")}
    assert found["gate"] == {
        "channel": "gate", "start": "2025-03-01T00:00:00+08:00", "value": 960.0, "unit": "kWh",
        "missing": 0, "flagged": 0, "expected": 24, "cost_cny": 480.0, "cost_missing": 0,
        "bands": [{"band": "flat", "use": 960.0, "cost_cny": 480.0}],
    }  # fmt: skip
    assert (found["hall"]["value"], found["hall"]["missing"]) == (220.0, 2)
    assert found["rest"]["value"] == pytest.approx((22 * 40 - 220) / 1000)
    assert found["rest"]["missing"] == 2
    assert "mute" not in found


def test_hours_of_one_channel(park):
    found = rows(park, "--by", "hour", "--channel", "hall")
    assert [row["value"] for row in found][2:6] == [10.0, None, None, 10.0]


def test_days_asked_for_that_nobody_read_are_null(park):
    found = rows(
        park, "--by", "day", "--channel", "mute", "--from", "2025-03-01", "--to", "2025-03-02"
    )
    assert [(row["value"], row["missing"]) for row in found] == [(None, 96)]


def test_what_is_filled_is_counted_apart(park):
    found = rows(park, "--by", "month", "--channel", "hall", "--fill", "same_weekday")
    assert found[0]["missing"] == 2  # there is no other Saturday
    assert "filled" not in found[0]


def test_an_unknown_channel_and_an_unknown_method(park):
    for arguments in (("--channel", "nobody"), ("--fill", "guess")):
        result = run("sum", park, *arguments)
        assert result.exit_code == 2
        assert "→" in result.stderr


@pytest.mark.parametrize(("language", "word"), [("en", "score"), ("zh", "得分")])
def test_quality_and_the_tree(park, language, word):
    told = run("quality", park, "--lang", language)
    assert told.exit_code == 0
    assert word in told.stdout
    found = json.loads(run("quality", park, "--json").stdout)
    hall = next(row for row in found["channels"] if row["channel"] == "hall")
    assert hall["quality"]["missing"] == 2
    assert hall["quality"]["parts"]["complete"] == pytest.approx(22 / 24)
    rest = next(row for row in found["channels"] if row["channel"] == "rest")
    assert rest["made_of"][1] == {"channel": "hall", "factor": -1.0, "scale": 0.001}
    tree = json.loads(run("channels", park, "--json").stdout)["channels"]
    assert [(node["channel"], len(node["children"])) for node in tree] == [
        ("gate", 1), ("rest", 0), ("mute", 0),
    ]  # fmt: skip
    assert "hall" in run("channels", park, "--lang", language).stdout


def test_what_gaps_are_filled_from_does_not_count_itself(park):
    days = ("--by", "month", "--channel", "gate", "--from", "2025-03-01", "--to", "2025-03-02")
    plain, filled = rows(park, *days), rows(park, *days, "--fill", "layered")
    assert plain == filled
