"""The readings of a small park, and whether the truth file tells the truth about them."""

from datetime import date, datetime, timedelta

import numpy as np
import polars as pl
import pytest

from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import to_days, to_long
from tanlu.model.channel import Channel
from tanlu.model.reading import DUPLICATE
from tanlu.store.readings import close_readings, days, open_readings
from tanlu.workflow.synth.park import plan
from tanlu.workflow.synth.size import Size
from tanlu.workflow.synth.write import write_park
from tanlu.workflow.synth.year import Year

CLOCK = Clock("Asia/Shanghai")
QUARTER = timedelta(minutes=15)
KINDS = {"gap", "stuck", "spike", "duplicate", "late", "clock_shift", "rollover", "reset",
         "replacement", "negative_step"}  # fmt: skip


@pytest.fixture(scope="session")
def long(small_park):
    readings = open_readings(small_park.folder / "readings", "synth-26-260", "Asia/Shanghai")
    found = to_long(days(readings, None, date(2025, 1, 1), date(2026, 1, 2)), CLOCK)
    close_readings(readings)
    return found


@pytest.fixture(scope="session")
def clean():
    """The same park without faults."""
    year = Year(plan(Size(26, 260, 2025, has_faults=False)))
    return to_long(pl.concat([month.days for month in year.months()]), CLOCK)


@pytest.fixture(scope="session")
def truth(small_park):
    return pl.read_csv(small_park.folder / "readings" / "truth.csv").with_columns(
        pl.col("from", "to").str.to_datetime(time_zone="UTC")
    )


def window(table, channel, start, end):
    return table.filter(
        (pl.col("channel") == channel) & (pl.col("at") >= start) & (pl.col("at") < end)
    )


def of_kind(truth, kind):
    found = truth.filter(pl.col("kind") == kind)
    assert found.height, f"the small park has no {kind}"
    return found.rows(named=True)


def test_every_kind_of_fault_is_there(truth):
    assert set(truth["kind"].unique()) == KINDS


def test_a_gap_has_no_readings_and_all_else_is_there(truth, long, clean):
    for row in of_kind(truth, "gap"):
        assert window(long, row["channel"], row["from"], row["to"]).is_empty()
    absent = clean.join(long, on=["channel", "at"], how="anti")
    gaps = truth.filter(pl.col("kind") == "gap").select("channel", "from", "to")
    within = absent.join(gaps, on="channel").filter(
        (pl.col("at") >= pl.col("from")) & (pl.col("at") < pl.col("to"))
    )
    assert within.select("channel", "at").unique().height == absent.height


def test_stuck_is_one_value(truth, long):
    for row in of_kind(truth, "stuck"):
        assert window(long, row["channel"], row["from"], row["to"])["value"].n_unique() == 1


def test_a_spike_is_far_above(truth, long, clean):
    for row in of_kind(truth, "spike"):
        ours, was = (window(t, row["channel"], row["from"], row["to"])["value"][0]
                     for t in (long, clean))  # fmt: skip
        assert ours >= 20 * was > 0


def test_a_duplicate_is_flagged(truth, long):
    flagged = long.filter(pl.col("flag") == DUPLICATE).height
    expected = sum(round((r["to"] - r["from"]) / QUARTER) for r in of_kind(truth, "duplicate"))
    assert flagged == expected
    assert (long["flag"] != 0).sum() == expected


def test_a_clock_shift_gives_values_of_earlier(truth, long, clean):
    for row in of_kind(truth, "clock_shift"):
        ours = window(long, row["channel"], row["from"], row["to"])["value"].to_numpy()
        shifts = [
            window(clean, row["channel"], row["from"] - k * QUARTER, row["to"] - k * QUARTER)
            for k in (2, 3, 4)
        ]
        assert any(np.array_equal(ours, shifted["value"].to_numpy()) for shifted in shifts)


def test_a_rollover_falls_by_the_register(truth, long):
    for row in of_kind(truth, "rollover"):
        pair = window(long, row["channel"], row["from"] - QUARTER, row["to"])["value"]
        if len(pair) == 2:  # a gap may hide it
            assert pair[0] - pair[1] > 5_000


def test_a_reset_starts_at_nothing(truth, long):
    for row in of_kind(truth, "reset"):
        assert window(long, row["channel"], row["from"], row["to"])["value"].to_list() == [0.0]


def test_a_negative_step_is_below_the_reading_before(truth, long):
    for row in of_kind(truth, "negative_step"):
        pair = window(long, row["channel"], row["from"] - QUARTER, row["to"])["value"]
        assert pair[1] < pair[0]


def test_a_replaced_meter_loses_nothing(truth, long, clean, small_park):
    """Register differences, joined by the values of the event, are those without faults."""
    events = pl.read_csv(small_park.folder / "meter_events.csv", infer_schema=False)
    assert events.height == len(of_kind(truth, "replacement"))
    for row in events.iter_rows(named=True):
        at = datetime.fromisoformat(row["at"]).astimezone()
        name = row["channel_id"]
        ours, was = (window(t, name, at - QUARTER, at + QUARTER)["value"] for t in (long, clean))
        assert ours[1] == pytest.approx(float(row["first_value"]))
        used = float(row["last_value"]) - ours[0]
        assert used == pytest.approx(was[1] - was[0], abs=1e-3)


def test_what_came_late_came_in_an_arrival_of_its_own(truth, small_park):
    readings = open_readings(small_park.folder / "readings", "synth-26-260", "Asia/Shanghai")
    for row in of_kind(truth, "late"):
        day = row["from"].astimezone().date()
        found = days(readings, [row["channel"]], day, day + timedelta(days=2))
        assert found["seq"].max() > 1
    close_readings(readings)


def test_day_rows_are_those_that_arriving_readings_would_give():
    made = plan(Size(26, 260, 2025))
    month = next(Year(made).months()).days
    channels = {
        m.channel_id: Channel(m.channel_id, kind=m.kind, minutes=15 if m.kind == "interval" else 0)
        for m in made.meters
    }
    channels["grid-factor"] = Channel("grid-factor", kind="instant", minutes=60)
    assert to_days(to_long(month, CLOCK), channels, CLOCK, 1).equals(month)


def test_no_faults_means_none(tmp_path):
    made = write_park(tmp_path / "p", Size(8, 60, 2025, minutes=60, has_faults=False))
    assert made.faults == {}
    assert "meter_events" not in made.tables
    # 60 meters and the factor, every hour of the year, and the registers' closing readings
    counters = sum(m.kind == "counter" for m in plan(Size(8, 60, 2025, minutes=60)).meters)
    assert made.readings == 61 * 8760 + counters
