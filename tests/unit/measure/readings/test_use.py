"""Day rows of any kind to use per interval, on figures worked out by hand."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import polars as pl
import pytest

from tanlu.measure.readings.bucket import buckets
from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import flags, matrix, to_days
from tanlu.measure.readings.use import use_of
from tanlu.model.channel import Channel, MeterEvent
from tanlu.model.reading import LONG, names_of

SHANGHAI = Clock("Asia/Shanghai")
START = datetime(2025, 2, 28, 16, tzinfo=UTC)  # midnight of 1 March in Shanghai


def readings(values, minutes=60, channel="m", start=START):
    rows = [
        (channel, start + timedelta(minutes=minutes * n), value, 0)
        for n, value in enumerate(values)
        if value is not None
    ]
    return pl.DataFrame(rows, schema=LONG, orient="row")


def hours(channel, values, minutes=60, by="hour", clock=SHANGHAI, start=START):
    channels = {channel.channel_id: channel}
    days = to_days(readings(values, minutes, channel.channel_id, start), channels, clock)
    return buckets(use_of(days, channels, clock), channels, clock, by)


def said(channel, values, minutes=60):
    channels = {"m": channel}
    use = use_of(to_days(readings(values, minutes), channels, SHANGHAI), channels, SHANGHAI)
    return [names_of(int(flag)) for flag in flags(use)[0]], matrix(use)[0]


def counter(**facts):
    return Channel("m", "kWh", "counter", facts.pop("minutes", 60), **facts)


def test_a_counter_gives_differences_times_its_multiplier():
    found = hours(counter(multiplier=40.0), [100.0, 101.5, 101.5, 104.0])
    assert found["value"].to_list()[:4] == [60.0, 0.0, 100.0, None]
    assert found["missing"].to_list()[:4] == [0, 0, 0, 1]
    assert found["start"][0] == START


def test_a_register_that_turns_over_where_it_is_declared():
    marks, use = said(counter(register_max=1e5), [99980.0, 99990, 5, 15])
    assert use[:3].tolist() == [10, 15, 10]
    assert marks[1] == ("rollover",)


def test_a_register_that_turns_over_undeclared_near_a_power_of_ten():
    marks, use = said(counter(), [99970.0, 99980, 99990, 5, 15, 25])
    assert use[:5].tolist() == [10, 10, 15, 10, 10]
    assert marks[2] == ("rollover",)


def test_a_fall_that_nothing_explains_is_absent():
    marks, use = said(counter(), [5000.0, 5010, 5020, 3, 13, 23])
    assert np.isnan(use[2])
    assert use[[0, 1, 3, 4]].tolist() == [10, 10, 10, 10]
    assert marks[2] == ("reset",)


@pytest.mark.parametrize("glitch", [0.0, 90, 99999, 50])
def test_a_reading_that_returns_keeps_the_total(glitch):
    values = [100.0, 110, 120, glitch, 140, 150, 160]
    marks, use = said(counter(), values)
    assert use[:6].tolist() == [10, 10, 10, 10, 10, 10]
    assert marks[2] == marks[3] == ("negative", "spread")


def test_a_small_step_back_is_no_use_and_no_loss():
    marks, use = said(counter(), [100.0, 110, 120, 119, 124, 134, 144])
    assert use[:6].sum() == pytest.approx(44)
    assert (use[:6] >= 0).all()
    assert "negative" in marks[2]


def test_a_meter_replaced_adds_both_parts():
    event = MeterEvent("e", "m", START + timedelta(minutes=90), "replaced", 1012.0, 3.0)
    marks, use = said(counter(events=(event,)), [1000.0, 1010, 4, 14])
    assert use[:3].tolist() == [10, 3, 10]
    assert marks[1] == ("replaced_meter",)


def test_a_meter_replaced_with_a_missing_end_reading_is_absent():
    event = MeterEvent("e", "m", START + timedelta(minutes=90), "replaced", None, 3.0)
    marks, use = said(counter(events=(event,)), [1000.0, 1010, 4, 14])
    assert np.isnan(use[1])
    assert use[[0, 2]].tolist() == [10, 10]
    assert marks[1] == ("replaced_meter",)


def test_another_multiplier_from_an_event_on():
    event = MeterEvent("e", "m", START + timedelta(minutes=60), "multiplier", multiplier=80.0)
    _, use = said(counter(multiplier=40.0, events=(event,)), [1.0, 2, 3])
    assert use[:2].tolist() == [40, 80]


def test_another_multiplier_between_two_readings():
    event = MeterEvent("e", "m", START + timedelta(minutes=30), "multiplier", multiplier=80.0)
    _, use = said(counter(multiplier=40.0, events=(event,)), [1.0, 2, 3])
    assert use[:2].tolist() == [60, 80]


def test_readings_further_apart_than_the_grid_are_spread():
    marks, use = said(counter(), [0.0, None, None, 30, 40])
    assert use[:4].tolist() == [10, 10, 10, 10]
    assert marks[:4] == [("spread",)] * 3 + [()]


def test_a_power_becomes_energy():
    found = hours(Channel("p", "kW", "instant", 15), [100.0, 200, 300, 400, 50], 15)
    assert found.row(0)[2:6] == (250.0, "kWh", 0, 0)
    assert found.row(1)[2:6] == (12.5, "kWh", 3, 0)


def test_a_power_holds_over_one_lost_reading_and_no_longer():
    marks, use = said(
        Channel("m", "kW", "instant", 15), [40.0, None, 80, None, None, None, None, 8], 15
    )
    assert use[:8].tolist() == pytest.approx([10, 10, 20, *[np.nan] * 4, 2], nan_ok=True)
    assert marks[:2] == [("spread",)] * 2


def test_a_temperature_is_a_mean():
    found = hours(Channel("t", "°C", "instant", 15), [10.0, 20, 30, 40], 15)
    assert found.row(0)[2:6] == (25.0, "°C", 0, 0)
    assert hours(Channel("t", "°C", "instant", 15), [10.0, 20, 30, 40], 15, "day")["value"][0] == 25


def test_outside_its_dates_nothing_counts():
    channel = Channel("m", "kWh", "interval", 60, valid_from=date(2025, 3, 2))
    found = hours(channel, [1.0] * 48, by="day")
    assert found.select("value", "missing", "flagged").rows() == [(None, 0, 24), (24.0, 0, 0)]


def test_a_day_nobody_read_is_null_and_missing():
    found = hours(Channel("m", "kWh", "interval", 60), [1.0] * 24 + [None] * 24 + [1.0], by="day")
    assert found.select("value", "missing").rows() == [(24.0, 0), (None, 24), (1.0, 23)]


@pytest.mark.parametrize(
    ("day", "hours_of_day"), [((2025, 3, 29, 23), 23), ((2025, 10, 25, 22), 25)]
)
def test_days_on_which_clocks_move(day, hours_of_day):
    channel = Channel("m", "kWh", "interval", 15)
    start = datetime(*day, tzinfo=UTC)
    berlin = Clock("Europe/Berlin")
    values = [1.0] * (hours_of_day * 4)
    found = hours(channel, values, 15, "day", berlin, start)
    assert found.select("value", "missing").rows() == [(4.0 * hours_of_day, 0)]
    assert hours(channel, values, 15, "hour", berlin, start).height == hours_of_day


def test_a_daily_interval_by_hour_is_spread_and_says_so():
    found = hours(Channel("m", "kWh", "interval", 1440), [240.0, 48], 1440)
    assert found.height == 48
    assert found.row(0)[2:6] == (10.0, "kWh", 0, 1)


def test_a_reading_just_outside_the_range_is_used():
    channels = {"m": counter()}
    days = to_days(readings([float(n) for n in range(49)]), channels, SHANGHAI)
    found = use_of(days, channels, SHANGHAI, date(2025, 3, 2), date(2025, 3, 3))
    assert found["day"].to_list() == [date(2025, 3, 2)]
    assert matrix(found).sum() == 24
