"""Monthly sums kept beside the readings: right after anything that may change, by little work."""

import json
from datetime import UTC, date, datetime, timedelta

import numpy as np
import polars as pl
import pytest
from click.testing import CliRunner
from polars.testing import assert_frame_equal

from tanlu.catalog.load import load_catalog
from tanlu.cli import tanlu
from tanlu.errors import InputError
from tanlu.store.readings import Arrival, State, append, fold, state
from tanlu.workflow.readings import rolled as rolled_module
from tanlu.workflow.readings.emissions import Asked, accounting, emissions, months_of, span_of
from tanlu.workflow.readings.open import of_folder
from tanlu.workflow.readings.post import post, span_to_post
from tanlu.workflow.readings.rolled import rolled
from tanlu.workflow.readings.sweep import sweep

CARD = """park_id: demo
name_en: Demo
name_zh: 演示
place: CN-32
method: cn.park
gwp_set: AR5
"""
MEMBERS = """member_id,parent_id,kind,system,name_en,name_zh
a,,enterprise,production,A,甲
a1,a,facility,buildings,A1,甲一
b,,enterprise,production,B,乙
"""
HEAD = "channel_id,member_id,carrier,unit,parent_id,kind,minutes,multiplier,role,factor_channel,"
CHANNELS = """formula
ef,,,kg CO2/kWh,,instant,60,,,,
main,,electricity,kWh,,interval,15,,,,
part,a,electricity,kWh,main,interval,15,,transfer,,
own,b,electricity,kWh,,interval,15,2,,ef,
gas,a1,natural_gas,Nm3,,interval,60,,,,
register,b,electricity,kWh,,counter,,,,,
virtual,a,electricity,kWh,,interval,15,,supply,,0.5*main
"""
BEGIN = datetime(2024, 12, 31, 16, tzinfo=UTC)
HOURS = 59 * 24


def series(channel, minutes, values):
    at = [BEGIN + timedelta(minutes=minutes * n) for n in range(len(values))]
    return pl.DataFrame(
        {"channel": [channel] * len(at), "at": at, "value": values, "flag": [0] * len(at)},
        schema={"channel": pl.String, "at": pl.Datetime("us", "UTC"), "value": pl.Float64,
                "flag": pl.UInt16},
    )  # fmt: skip


@pytest.fixture
def park(tmp_path):
    (tmp_path / "park.yaml").write_text(CARD, "utf-8")
    (tmp_path / "members.csv").write_text(MEMBERS, "utf-8")
    (tmp_path / "channels.csv").write_text(HEAD + CHANNELS, "utf-8")
    draw = np.random.default_rng(1)
    quarters = HOURS * 4
    parts = [
        series("ef", 60, draw.uniform(0.3, 0.7, HOURS)),
        series("main", 15, draw.gamma(2, 20, quarters).round(2)),
        series("part", 15, draw.gamma(2, 5, quarters).round(2)),
        series("own", 15, draw.gamma(2, 20, quarters).round(2)),
        series("gas", 60, draw.gamma(2, 20, HOURS).round(2)),
        series("register", 15, draw.gamma(2, 20, quarters + 1).round(2).cumsum()),
    ]
    opened = of_folder(tmp_path)
    append(opened.readings, pl.concat(parts), Arrival("test", "2025-03-01T00:00:00Z"))
    fold(opened.readings)
    return tmp_path


def found(park):
    opened = of_folder(park)
    asked = Asked()
    span = span_of(opened, asked)
    by, _ = accounting(opened, load_catalog(), span, asked)
    months = months_of(span)
    return rolled(opened, by, months), sweep(opened, by, months), opened


def assert_same(kept, whole):
    assert kept.keys() == whole.keys()
    for month, table in whole.items():
        sums = [
            part.group_by("channel").agg(pl.exclude("channel", "minutes").sum()).sort("channel")
            for part in (kept[month], table)
        ]
        assert_frame_equal(*sums, rel_tol=1e-12, abs_tol=1e-12)


def correct(opened, count, seed=3, channels=("main", "own", "gas", "ef", "register")):
    draw = np.random.default_rng(seed)
    rows = [
        (str(draw.choice(channels)), BEGIN + timedelta(hours=int(draw.integers(HOURS))),
         float(draw.random()), 0)
        for _ in range(count)
    ]  # fmt: skip
    long = pl.DataFrame(rows, schema=series("x", 1, []).schema, orient="row")
    append(opened.readings, long, Arrival("test", "2025-03-02T00:00:00Z", "corrected"))


def test_a_correction_gives_what_a_full_sweep_gives(park):
    kept, whole, opened = found(park)
    assert_same(kept, whole)
    correct(opened, 40)
    after, again, _ = found(park)
    assert_same(after, again)
    changed = [month for month in whole if not whole[month].equals(again[month])]
    assert changed == ["2025-01", "2025-02"]
    fold(opened.readings)
    assert_same(*found(park)[:2])


def test_only_what_changed_is_worked_out_again(park, monkeypatch):
    _, _, opened = found(park)
    asked = []
    read = rolled_module.pick
    monkeypatch.setattr(
        rolled_module, "pick", lambda r, pairs: asked.append(pairs) or read(r, pairs)
    )
    monkeypatch.setattr(rolled_module, "sweep", None)
    correct(opened, 1, channels=("gas",))
    found_again = found_rolled(park)
    assert [pairs.rows() for pairs in asked] == [[("gas", "2025-02")]]
    assert found_again["2025-02"].height == 6


def found_rolled(park):
    opened = of_folder(park)
    span = span_of(opened, Asked())
    by, _ = accounting(opened, load_catalog(), span, Asked())
    return rolled(opened, by, months_of(span))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("own,b,electricity,kWh,,interval,15,2", "own,b,electricity,kWh,,interval,15,3"),
        ("0.5*main", "0.25*main"),
        ("main,,electricity,kWh", "main,,electricity,MWh"),
        ("gas,a1,natural_gas", "gas,a1,coke_oven_gas"),
        ("ef,,,kg CO2/kWh", "ef,,,g CO2/kWh"),
        ("interval,15,2,,ef", "interval,15,2,,"),
    ],
)
def test_a_changed_channel_is_worked_out_again(park, old, new):
    found(park)
    path = park / "channels.csv"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert_same(*found(park)[:2])


def test_a_changed_factor_is_worked_out_again(park):
    kept, _, _ = found(park)
    (park / "citations.csv").write_text("citation_id,title_en,title_zh\nd,D,文\n", "utf-8")
    (park / "factors.csv").write_text(
        "factor_id,subject,quantity,from_on,value,unit,kind,cite\n"
        "x,electricity,emission,2025-02-10,0.4,kg CO2/kWh,stated,d#1\n", "utf-8"
    )  # fmt: skip
    after, whole, _ = found(park)
    assert_same(after, whole)
    assert after["2025-01"].sort("channel").equals(kept["2025-01"].sort("channel"))
    assert not after["2025-02"].sort("channel").equals(kept["2025-02"].sort("channel"))


@pytest.mark.parametrize("content", [b"", b"PAR1 torn", None])
def test_a_rollup_may_be_lost_or_torn(park, content):
    kept, _, opened = found(park)
    (path,) = (opened.readings.folder / "rollup").glob("*.parquet")
    path.unlink() if content is None else path.write_bytes(content)
    assert_same(kept, found(park)[0])


def test_a_part_of_a_month_is_not_kept(park):
    opened = of_folder(park)
    part = emissions(opened, load_catalog(), Asked(end=date(2025, 1, 11)))
    assert not (opened.readings.folder / "rollup").exists()
    whole = emissions(opened, load_catalog(), Asked())
    assert part.totals.total_t < whole.totals.total_t


def test_a_month_asked_later_is_right_though_it_changed_meanwhile(park):
    _, _, opened = found(park)
    correct(opened, 40)
    emissions(opened, load_catalog(), Asked(start=date(2025, 2, 1)))
    assert_same(*found(park)[:2])


def test_a_figure_of_before_is_told_again(park):
    opened = of_folder(park)
    before = emissions(opened, load_catalog(), Asked())
    then = state(opened.readings)
    correct(opened, 40)
    after = emissions(opened, load_catalog(), Asked())
    assert after.totals.total_t != before.totals.total_t
    again = emissions(opened, load_catalog(), Asked(as_of=then))
    assert again.totals.total_t == pytest.approx(before.totals.total_t, rel=1e-12)
    assert again.state == State(1, then.table_version)


def run(*args):
    done = CliRunner().invoke(tanlu, ["readings", *map(str, args)])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize("by", ["month", "day", "hour"])
def test_the_same_total_at_every_step(park, by):
    record = json.loads(run("emissions", park, "--by", by, "--per", "system", "--json"))
    whole = emissions(of_folder(park), load_catalog(), Asked()).totals.total_t
    assert record["total_t"] == pytest.approx(whole, rel=1e-12)
    rows = [row["co2_t"] for row in record["rows"] if row["co2_t"] is not None]
    assert sum(rows) == pytest.approx(whole, rel=1e-12)
    assert record["rows"][0]["start"] == "2025-01-01T00:00:00+08:00"


def test_posted_months_give_the_yearly_account(park):
    first = json.loads(run("post", park, "--year", 2025, "--json"))
    assert {one["table"] for one in first["posted"]} == {"activities", "flows"}
    assert {one["quality"] for one in first["posted"]} == {"measured"}
    assert {one["reason"] for one in first["left"]} == {"no_readings"}
    again = json.loads(run("post", park, "--year", 2025, "--json"))
    assert again["replaced"] == len(again["posted"]) == len(first["posted"])
    record = json.loads(CliRunner().invoke(tanlu, ["account", str(park), "--json"]).stdout)
    by_channel = emissions(of_folder(park), load_catalog(), Asked(per=("channel",))).totals
    own = by_channel.rows.filter(pl.col("channel") == "own")
    # the year takes the catalogue's factor of power, the hours that of the factor channel
    factor = by_factor(park)
    rest = by_channel.total_t - own["co2_t"].sum()
    assert record["total"] == pytest.approx(rest + own["use"].sum() * factor, rel=1e-9)


def by_factor(park):
    opened = of_folder(park)
    span = span_of(opened, Asked())
    by, _ = accounting(opened, load_catalog(), span, Asked())
    return by.plan.sources[by.plan.booked["main"].source].steps[0].co2_t * 1000


def test_a_month_with_gaps_is_posted_only_when_that_is_accepted(park):
    path = park / "channels.csv"
    late = "late,b,electricity,kWh,,interval,15,,,,\n"
    path.write_text(path.read_text("utf-8") + late, "utf-8")
    opened = of_folder(park)
    append(opened.readings, series("late", 15, [1.0] * 96), Arrival("test", "2025-03-03T00:00:00Z"))
    span = span_to_post(2025, 1)
    strict = post(of_folder(park), park, load_catalog(), span)
    assert [(one.channel_id, one.why) for one in strict.left] == [("late", "missing")]
    told = post(of_folder(park), park, load_catalog(), span, accepts_missing=True)
    (row,) = [one for one in told.posted if one.channel_id == "late"]
    assert row.cells["quality"] == "estimated"
    assert row.cells["note"].startswith("96 of 2976 intervals")


def test_records_of_others_are_never_touched_nor_doubled(park):
    flows = park / "flows.csv"
    by_hand = "bill,world,a,electricity,2025-01,5,MWh,invoiced\n"
    head = "record_id,from_id,to_id,carrier,period,quantity,unit,quality\n"
    flows.write_text(head + by_hand, "utf-8")
    post(of_folder(park), park, load_catalog(), span_to_post(2025, None))
    post(of_folder(park), park, load_catalog(), span_to_post(2025, None))
    rows = of_folder(park).book.table("flows")
    assert rows.filter(pl.col("record_id") == "bill")["amount"].to_list() == [5.0]
    doubled = head.replace("period", "channel_id,period") + by_hand.replace(
        "bill,world,a,electricity,2025-01", "bill,world,park,electricity,main,2025-01"
    )
    flows.write_text(doubled, "utf-8")
    with pytest.raises(InputError):
        post(of_folder(park), park, load_catalog(), span_to_post(2025, None))
    assert flows.read_text("utf-8") == doubled
