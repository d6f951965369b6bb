"""What always holds of readings, of use and of sums."""

import math
from datetime import UTC, date, datetime, timedelta

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.measure.readings.bucket import buckets
from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import matrix, merge_days, to_days, to_long
from tanlu.measure.readings.use import use_of
from tanlu.measure.readings.virtual import all_use
from tanlu.model.channel import Channel, MeterEvent
from tanlu.model.reading import LONG

ZONES = st.sampled_from(
    ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]
)
BEGINS = st.sampled_from(
    [date(2025, 3, 29), date(2025, 10, 25), date(2025, 4, 5), date(2025, 6, 1)]
)
VALUES = st.floats(-1e6, 1e6, allow_nan=False)
EVEN = Channel("a", "kWh", "interval", 15)
LOOSE = Channel("b", "kWh", "counter", 0)
CHANNELS = {"a": EVEN, "b": LOOSE, "c": Channel("c", "kW", "instant", 0)}


def near(value):
    return pytest.approx(value, rel=1e-9, abs=1e-6)


@st.composite
def arrivals(draw):
    """Readings of some days, in the order in which they come, each perhaps more than once."""
    clock = Clock(draw(ZONES))
    begin = clock.begin(draw(BEGINS))
    rows = draw(
        st.lists(
            st.tuples(st.sampled_from("abc"), st.integers(0, 3 * 96), VALUES, st.integers(0, 3)),
            min_size=1, max_size=60,
        )
    )  # fmt: skip
    readings = [(c, begin + timedelta(minutes=15 * n), v, f * 1024) for c, n, v, f in rows]
    return clock, pl.DataFrame(readings, schema=LONG, orient="row")


def last_of_each(readings):
    return (
        readings.with_row_index("order")
        .unique(["channel", "at"], keep="last", maintain_order=True)
        .drop("order")
        .sort("channel", "at")
    )


@settings(max_examples=60, deadline=None)
@given(arrivals())
def test_days_hold_what_came_last(found):
    clock, readings = found
    back = to_long(to_days(readings, CHANNELS, clock), clock)
    want = last_of_each(readings)
    assert back.select("channel", "at", "value").equals(want.select("channel", "at", "value"))


@settings(max_examples=60, deadline=None)
@given(arrivals(), st.integers(0, 60))
def test_it_is_all_the_same_where_an_arrival_is_cut(found, cut):
    clock, readings = found
    old = to_days(readings[:cut], CHANNELS, clock, 1)
    new = to_days(readings[cut:], CHANNELS, clock, 2)
    merged, _ = merge_days(old, new)
    key = ["channel", "day"]
    whole = pl.concat([old.join(merged.select(key), on=key, how="anti"), merged])
    want = last_of_each(readings)
    back = to_long(whole, clock)
    assert back.select("channel", "at", "value").equals(want.select("channel", "at", "value"))


@settings(max_examples=60, deadline=None)
@given(arrivals(), st.integers(0, 60))
def test_what_a_correction_replaced_is_kept(found, cut):
    clock, readings = found
    old = to_days(readings[:cut], CHANNELS, clock, 1)
    new = to_days(readings[cut:], CHANNELS, clock, 2)
    _, replaced = merge_days(old, new)
    before = {(c, at): v for c, at, v, _ in to_long(old, clock).iter_rows()}
    after = {(c, at): v for c, at, v, _ in to_long(new, clock).iter_rows()}
    want = {k: v for k, v in before.items() if k in after and after[k] != v}
    assert {(c, at): v for c, at, v, _ in to_long(replaced, clock).iter_rows()} == want


def series(values, minutes, clock, begin, channel="m"):
    at = clock.begin(begin)
    rows = [
        (channel, at + timedelta(minutes=minutes * n), float(v), 0) for n, v in enumerate(values)
        if v is not None
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=LONG, orient="row")


MAYBE = st.lists(st.one_of(st.none(), st.integers(0, 1000)), min_size=1, max_size=400)


@settings(max_examples=40, deadline=None)
@given(MAYBE, ZONES, BEGINS, st.sampled_from([15, 30, 60]))
def test_hours_add_up_to_days_and_months_and_years(values, zone, begin, minutes):
    clock, channels = Clock(zone), {"m": Channel("m", "kWh", "interval", minutes)}
    readings = series(values, minutes, clock, begin)
    use = use_of(to_days(readings, channels, clock), channels, clock)
    sums = {by: buckets(use, channels, clock, by) for by in ("hour", "day", "month", "year")}
    total = math.fsum(v for v in values if v is not None)
    for by, found in sums.items():
        assert found["value"].sum() == near(total), by
        assert found["missing"].sum() == sums["day"]["missing"].sum()
        assert found["expected"].sum() == sums["day"]["expected"].sum()
    assert (sums["hour"]["start"].diff().drop_nulls() > timedelta(0)).all()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 4000), st.integers(0, 500)), min_size=2, max_size=60),
    ZONES, BEGINS, st.integers(0, 8),
)  # fmt: skip
def test_the_use_of_a_counter_adds_up_over_any_cut(steps, zone, begin, day):
    clock, channels = Clock(zone), {"m": Channel("m", "kWh", "counter", 0, 40.0)}
    at, value, rows = clock.begin(begin), 1000.0, []
    for minutes, grows in steps:
        rows.append(("m", at, value, 0))
        at, value = at + timedelta(minutes=minutes), value + grows
    days = to_days(pl.DataFrame(rows, schema=LONG, orient="row"), channels, clock)
    whole = use_of(days, channels, clock)
    cut = begin + timedelta(days=day)
    early, late = use_of(days, channels, clock, None, cut), use_of(days, channels, clock, cut)

    def total(use):
        return buckets(use, channels, clock, "day")["value"].sum()

    assert total(early) + total(late) == near(total(whole))
    known = (rows[-1][2] - rows[0][2]) * 40
    assert total(whole) <= known * (1 + 1e-9) + 1e-6
    inner = buckets(whole, channels, clock, "day")
    assert (inner["value"].drop_nulls() >= 0).all()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 200), min_size=20, max_size=80), st.integers(1, 70))
def test_a_register_that_turned_over_used_what_one_without_end_did(grows, spin):
    clock, begin = Clock("Asia/Shanghai"), date(2025, 6, 1)
    endless = np.cumsum([0, *grows]) + 100_000 - min(spin * 40, sum(grows))
    turning = endless % 100_000
    marks = {"m": Channel("m", "kWh", "counter", 60, register_max=1e5)}

    def total(values):
        days = to_days(series(values, 60, clock, begin), marks, clock)
        return buckets(use_of(days, marks, clock), marks, clock, "month")["value"][0]

    assert total(turning) == near(float(sum(grows)))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 300), min_size=4, max_size=60), st.data(),
    st.integers(0, 59), st.integers(0, 10**6),
)  # fmt: skip
def test_a_meter_replaced_changes_nothing_of_the_use(grows, data, minute, first):
    clock, begin = Clock("Europe/Berlin"), date(2025, 3, 29)
    at = data.draw(st.integers(1, len(grows) - 1))
    endless = np.cumsum([0, *grows]) + 5000.0
    moment = clock.begin(begin) + timedelta(hours=at, minutes=minute)
    last = float(endless[at]) if minute == 0 else float(endless[at] + endless[at + 1]) / 2
    swapped = [v if n < at + 1 else v - last + first for n, v in enumerate(endless)]
    if minute == 0:
        swapped[at] = last
    event = MeterEvent("e", "m", moment, "replaced", last, float(first))
    plain = {"m": Channel("m", "kWh", "counter", 60)}
    replaced = {"m": Channel("m", "kWh", "counter", 60, events=(event,))}

    def total(values, channels):
        days = to_days(series(values, 60, clock, begin), channels, clock)
        return buckets(use_of(days, channels, clock), channels, clock, "year")["value"][0]

    assert total(swapped, replaced) == near(total(endless, plain))


@settings(max_examples=40, deadline=None)
@given(MAYBE, ZONES, BEGINS)
def test_a_channel_less_itself_is_zero_where_it_is_there(values, zone, begin):
    clock = Clock(zone)
    channels = {
        "m": Channel("m", "kWh", "interval", 15),
        "zero": Channel("zero", "MWh", formula="m - m"),
        "twice": Channel("twice", "MWh", formula="2*m"),
    }
    days = to_days(series(values, 15, clock, begin), channels, clock)
    use = all_use(days, channels, clock)

    def of(name):
        rows = use.filter(pl.col("channel") == name)
        return np.concatenate([matrix(row)[0] for row in rows.iter_slices(1)] or [np.empty(0)])

    assert np.array_equal(np.isnan(of("zero")), np.isnan(of("m")))
    assert (np.nan_to_num(of("zero")) == 0).all()
    assert np.allclose(of("twice"), of("m") / 500, equal_nan=True)


@settings(max_examples=30, deadline=None)
@given(MAYBE)
def test_the_unit_of_a_channel_does_not_matter(values):
    clock, begin = Clock("Asia/Shanghai"), date(2025, 6, 1)
    in_kwh = {"m": Channel("m", "kWh", "interval", 15)}
    in_mwh = {"m": Channel("m", "MWh", "interval", 15)}
    thousandth = [None if v is None else v / 1000 for v in values]

    def total(numbers, channels):
        days = to_days(series(numbers, 15, clock, begin), channels, clock)
        return buckets(use_of(days, channels, clock), channels, clock, "year")["value"].sum()

    assert total(values, in_kwh) == near(total(thousandth, in_mwh) * 1000)


def test_the_instants_of_a_day_are_those_of_the_clock():
    assert Clock("Europe/Berlin").begin(date(2025, 3, 30)) == datetime(2025, 3, 29, 23, tzinfo=UTC)
