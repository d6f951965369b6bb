"""Screening, filling, balances and scores, on figures worked out by hand."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import polars as pl
import pytest

from tanlu.catalog.load import load_catalog
from tanlu.catalog.readings import fill_methods, reading_checks
from tanlu.measure.border import check
from tanlu.measure.readings.against import against_records
from tanlu.measure.readings.balance import balances
from tanlu.measure.readings.bucket import day_sums
from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import flags, matrix, to_days
from tanlu.measure.readings.fill import filled, with_filled
from tanlu.measure.readings.quality import channel_quality, day_quality, scored, unbalanced
from tanlu.measure.readings.screen import screened
from tanlu.measure.readings.use import use_of
from tanlu.model.book import Draft, Row, Sheet
from tanlu.model.channel import Channel
from tanlu.model.reading import ESTIMATED, FILLED, LONG, names_of

CLOCK = Clock("Asia/Shanghai")
MONDAY = datetime(2025, 3, 2, 16, tzinfo=UTC)  # 3 March, local
CHECKS = reading_checks()


def use(channels, flag=0, **values):
    rows = [
        (name, MONDAY + timedelta(minutes=channels[name].minutes * n), float(value), flag)
        for name, row in values.items() for n, value in enumerate(row) if value is not None
    ]  # fmt: skip
    return use_of(
        to_days(pl.DataFrame(rows, schema=LONG, orient="row"), channels, CLOCK), channels, CLOCK
    )


def hourly(name="m", unit="kWh", kind="interval", **facts):
    return Channel(name, unit, kind, 60, **facts)


def said(table):
    return [names_of(int(mark)) for row in table.iter_slices(1) for mark in flags(row)[0]]


def test_outside_its_range():
    channels = {"m": hourly(most=100.0)}
    marks = said(screened(use(channels, m=[1, -1, 101, 100]), channels, CHECKS))
    assert marks[:4] == [(), ("range",), ("range",), ()]


def test_the_range_of_a_power_is_compared_with_the_mean_power():
    channels = {"m": Channel("m", "kW", "instant", 15, most=100.0)}
    marks = said(screened(use(channels, m=[90, 110]), channels, CHECKS))
    assert marks[:2] == [(), ("range",)]


def test_a_value_that_jumps_as_none_ever_did():
    channels = {"m": hourly()}
    rng = np.random.default_rng(1)
    values = [*(50 + rng.random(200)), 5000.0, *(50 + rng.random(200))]
    marks = said(screened(use(channels, m=values), channels, CHECKS))
    assert [n for n, mark in enumerate(marks) if mark] == [200, 201]
    assert marks[200] == ("rate",)


def test_a_value_that_does_not_move():
    channels = {"m": hourly()}
    values = [*range(1, 25), *([7.5] * 30), *range(24)]
    marks = said(screened(use(channels, m=values), channels, CHECKS))
    assert marks[24:54] == [("stuck",)] * 30
    assert not any(marks[:24] + marks[54:])
    still = said(screened(use(channels, m=[0.0] * 48), channels, CHECKS))
    assert not any(still)


def test_a_short_gap_is_a_straight_line_and_a_long_one_stays():
    channels = {"m": Channel("m", "kWh", "interval", 15)}
    values = [10.0, None, None, None, 50, *([None] * 8), 50]
    found = filled(use(channels, m=values), channels, CLOCK, "linear", fill_methods())
    assert matrix(found)[0][:5].tolist() == pytest.approx([np.nan, 20, 30, 40, np.nan], nan_ok=True)
    assert np.isnan(matrix(found)[0][5:13]).all()  # eight quarter hours are two hours
    assert set(flags(found)[0][1:4]) == {FILLED}


def test_a_day_is_filled_from_the_same_weekday():
    channels = {"m": hourly()}
    weeks = [[float(week * 10)] * 24 for week in range(1, 4)]
    values = []
    for week in weeks:
        values += week + [99.0] * 24 * 6
    values[24 * 7 : 24 * 8] = [None] * 24  # the second Monday
    read = use(channels, m=values)
    found = filled(read, channels, CLOCK, "layered", fill_methods())
    assert found["day"].to_list() == [date(2025, 3, 10)]
    assert set(matrix(found)[0]) == {20.0}
    whole = with_filled(read, found)
    assert whole["missing"].sum() == 0
    assert read["missing"].sum() == 0  # the row of that day was not there at all
    assert whole.height == read.height + 1


def test_a_state_keeps_its_last_value():
    channels = {"t": Channel("t", "°C", "instant", 60)}
    read = use(channels, t=[20.0, *([None] * 5), 30])
    found = filled(read, channels, CLOCK, "hold", fill_methods())
    assert (matrix(found)[0][2:6] == 20).all()
    energy = {"m": hourly()}
    nothing = filled(use(energy, m=[1.0, None, 1]), energy, CLOCK, "hold", fill_methods())
    assert nothing.is_empty()


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ((60.0, 40.0), "balanced"),
        ((60.0, 41.0), "balanced"),  # √(1² + 0.6² + 0.41²) = 1.24
        ((60.0, 42.0), "exceeded"),
        ((60.0, 36.0), "loss"),
        ((60.0, 20.0), "unmetered"),
        ((60.0, None), "unknown"),
    ],
)
def test_the_balance_of_a_day(parts, state):
    day = Channel("all", "kWh", "interval", 1440, meter_class=1.0)
    channels = {
        "all": day,
        "a": Channel("a", "kWh", "interval", 1440, parent_id="all", meter_class=1.0),
        "b": Channel("b", "MWh", "interval", 1440, parent_id="all", meter_class=1.0),
    }
    last = None if parts[1] is None else parts[1] / 1000
    read = use(channels, all=[100.0], a=[parts[0]], b=[last])
    found = balances(day_sums(read), channels, CHECKS["balance"])
    assert found["state"].to_list() == [state]


def test_a_score_is_made_of_its_parts():
    channels = {"m": hourly(most=9.0)}
    values = [1.0, 2, 10, 3, *[None] * 8, *range(12)]
    judged = screened(use(channels, m=values[:12] + [1, 2] * 6), channels, CHECKS)
    day = scored(day_quality(judged, channels)).row(0, named=True)
    assert (day["expected"], day["measured"], day["sound"], day["range"]) == (24, 16, 15, 1)
    assert day["score"] == pytest.approx(16 / 24 * 15 / 16 * 1)


def test_a_day_nobody_read_counts_against_the_channel():
    channels = {"m": hourly()}
    days = day_quality(use(channels, m=[1.0, 2] * 12), channels)
    silent = pl.DataFrame({"channel": ["m"], "day": [date(2025, 3, 4)], "expected": [24]})
    found = channel_quality(days, silent, 0.9).row(0, named=True)
    assert (found["days"], found["complete_days"], found["complete"], found["score"]) == (
        2,
        1,
        0.5,
        0.5,
    )


def test_what_was_estimated_is_not_direct():
    channels = {"m": hourly()}
    day = scored(day_quality(use(channels, ESTIMATED, m=[1.0, 2] * 12), channels))
    assert day["score"][0] == 0


def test_a_day_on_which_parts_exceed_the_whole_is_doubted():
    channels = {"m": hourly()}
    days = day_quality(use(channels, m=[1.0, 2] * 12), channels)
    odd = pl.DataFrame({"channel": ["m"], "day": [date(2025, 3, 3)], "state": ["exceeded"]})
    assert scored(unbalanced(days, odd))["score"][0] == 0


@pytest.mark.parametrize(
    ("recorded", "state"), [("24", "within"), ("25", "within"), ("26", "differs")]
)
def test_readings_stand_beside_the_record_of_their_channel(recorded, state):
    record = {
        "record_id": "r", "from_id": "world", "to_id": "p", "carrier": "electricity",
        "channel_id": "m", "period": "2025-03-03", "quantity": recorded, "unit": "kWh",
        "quality": "measured",
    }  # fmt: skip
    card = {"park_id": "p", "name_en": "P", "name_zh": "园", "place": "CN", "method": "wang2024",
            "gwp_set": "AR5"}  # fmt: skip
    meter = {"channel_id": "m", "carrier": "electricity", "unit": "kWh", "minutes": "60"}
    sheets = {
        "channels": Sheet("channels", [Row(2, meter)]), "flows": Sheet("flows", [Row(2, record)]),
    }  # fmt: skip
    book = check(Draft(card, sheets), load_catalog())
    channels = {"m": hourly()}
    silent = pl.DataFrame(schema={"channel": pl.String, "day": pl.Date, "expected": pl.Int64})
    sums = day_sums(use(channels, m=[1.0] * 24))
    found = against_records(sums, silent, book, channels, CHECKS["month"])
    assert found.select("state", "missing").rows() == [(state, 0)]
    sums = day_sums(use(channels, m=[1.0] * 23))
    found = against_records(sums, silent, book, channels, CHECKS["month"])
    assert found["state"].to_list() == ["incomplete"]
