"""Months and days worked out by hand; each sum stands beside its figure."""

from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from tanlu.measure.readings.bucket import buckets
from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import to_days
from tanlu.measure.readings.tariff import Band, by_band, cost_of
from tanlu.measure.readings.use import use_of
from tanlu.model.channel import Channel, MeterEvent
from tanlu.model.reading import LONG

SHANGHAI, BERLIN = Clock("Asia/Shanghai"), Clock("Europe/Berlin")
LOCAL = timedelta(hours=8)


def at(month, day, hour=0, minute=0):
    return datetime(2025, month, day, hour, minute, tzinfo=UTC) - LOCAL


def days_of(rows, channels, clock):
    table = pl.DataFrame([(c, t, v, 0) for c, t, v in rows], schema=LONG, orient="row")
    return to_days(table, channels, clock)


def test_a_month_with_a_rollover_and_another_meter():
    # A five-digit register, CT ratio 40, read by hand; it turns over between the 11th and
    # the 16th and is replaced on the 21st at 10:15.
    read = [
        (at(3, 1), 99_400.0),
        (at(3, 11), 99_900.0),  # + 500
        (at(3, 16), 150.0),  # 100,000 − 99,900 + 150 = 250
        (at(3, 26), 240.5),  # old 420.5 − 150 = 270.5, new 240.5 − 12 = 228.5
        (at(4, 1), 600.5),  # + 360
    ]
    event = MeterEvent("e", "m", at(3, 21, 10, 15), "replaced", 420.5, 12.0)
    channels = {"m": Channel("m", "kWh", "counter", 0, 40.0, register_max=1e5, events=(event,))}
    days = days_of([("m", *row) for row in read], channels, SHANGHAI)
    use = use_of(days, channels, SHANGHAI)

    month = buckets(use, channels, SHANGHAI, "month")
    # (500 + 250 + 270.5 + 228.5 + 360) × 40 = 1,609 × 40
    assert month["value"][0] == pytest.approx(64_360, abs=1e-6)
    assert month.select("missing", "expected").row(0) == (0, 744)

    by_day = buckets(use, channels, SHANGHAI, "day")
    assert by_day["value"][0] == pytest.approx(500 / 10 * 40)
    assert by_day["value"][12] == pytest.approx(250 / 5 * 40)
    # the 21st: the old meter's 270.5 over 130.25 h, of which 10.25 h are this day's; the
    # new meter's 228.5 over 109.75 h, of which 13.75 h are
    parts = 270.5 * 10.25 / 130.25 + 228.5 * 13.75 / 109.75
    assert by_day["value"][20] == pytest.approx(parts * 40)
    assert by_day["value"][30] == pytest.approx(360 / 6 * 40)


def test_a_quarter_hour_channel_on_the_days_on_which_clocks_move():
    channels = {"m": Channel("m", "kWh", "interval", 15)}
    for day, hours in ((date(2025, 3, 30), 23), (date(2025, 10, 26), 25)):
        begin = BERLIN.begin(day)
        rows = [("m", begin + timedelta(minutes=15 * n), 0.25) for n in range(4 * hours)]
        use = use_of(days_of(rows, channels, BERLIN), channels, BERLIN)
        found = buckets(use, channels, BERLIN, "day")
        assert found.select("value", "missing", "expected").row(0) == (hours, 0, 4 * hours)
        starts = [BERLIN.show(t)[11:] for t in buckets(use, channels, BERLIN, "hour")["start"]]
        assert len(starts) == hours
        assert starts[2:4] == (
            ["03:00:00+02:00", "04:00:00+02:00"]
            if hours == 23
            else ["02:00:00+02:00", "02:00:00+01:00"]
        )


def band(name, start, end, price, days="all", months=range(1, 13)):
    return Band(
        "t", date(2025, 1, 1), date.max, frozenset(months), days, int(start * 60), int(end * 60),
        name, price, "元/kWh",
    )  # fmt: skip


TWO = (band("valley", 0, 8, 0.3), band("peak", 8, 24, 1.0))


@pytest.mark.parametrize("minutes", [15, 30, 60])
@pytest.mark.parametrize(
    ("day", "cost", "valley"),
    [
        (date(2025, 6, 2), 8 * 0.3 + 16, 8),
        (date(2025, 3, 30), 7 * 0.3 + 16, 7),  # the night loses an hour
        (date(2025, 10, 26), 9 * 0.3 + 16, 9),  # and has it twice
    ],
)
def test_a_tariff_goes_by_the_clock_on_the_wall(minutes, day, cost, valley):
    channels = {"m": Channel("m", "kWh", "interval", minutes, tariff_id="t")}
    begin, count = BERLIN.begin(day), BERLIN.size(day, minutes)
    rows = [("m", begin + timedelta(minutes=minutes * n), minutes / 60) for n in range(count)]
    use = use_of(days_of(rows, channels, BERLIN), channels, BERLIN)
    found = buckets(cost_of(use, channels, {"t": TWO}, BERLIN), channels, BERLIN, "day")
    assert found["value"][0] == pytest.approx(cost)
    bands = {b: (u, c) for b, u, c in by_band(use, channels, {"t": TWO}, BERLIN)[:, 2:].iter_rows()}
    assert bands == {
        "valley": pytest.approx((valley, valley * 0.3)),
        "peak": pytest.approx((16, 16)),
    }


def test_an_hour_across_the_border_of_two_bands_is_split_by_minutes():
    tariff = (band("valley", 0, 8.5, 0.3), band("peak", 8.5, 24, 1.0))
    channels = {"m": Channel("m", "MWh", "interval", 60, tariff_id="t")}
    rows = [("m", at(6, 2, 8), 1.0)]
    use = use_of(days_of(rows, channels, SHANGHAI), channels, SHANGHAI)
    cost = buckets(cost_of(use, channels, {"t": tariff}, SHANGHAI), channels, SHANGHAI, "day")
    assert cost["value"][0] == pytest.approx(500 * 0.3 + 500 * 1.0)


def test_winter_and_summer_workday_and_weekend():
    winter, summer = (11, 12, 1, 2, 3, 4), range(5, 11)
    tariff = (
        band("flat", 0, 24, 0.6, months=winter),
        band("sharp", 0, 24, 1.2, "workdays", summer),
        band("valley", 0, 24, 0.2, "weekends", summer),
    )
    channels = {"m": Channel("m", "kWh", "interval", 60, tariff_id="t")}
    rows = [("m", at(*when, 12), 10.0) for when in ((1, 15), (6, 6), (6, 7))]  # Wed, Fri, Sat
    use = use_of(days_of(rows, channels, SHANGHAI), channels, SHANGHAI)
    found = by_band(use, channels, {"t": tariff}, SHANGHAI)
    assert found.select("day", "band", "cost_cny").rows() == [
        (date(2025, 1, 15), "flat", 6.0),
        (date(2025, 6, 6), "sharp", 12.0),
        (date(2025, 6, 7), "valley", 2.0),
    ]
