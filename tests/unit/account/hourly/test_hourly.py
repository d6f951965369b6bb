"""Use times factor: by channel and month, by group and hour, what is absent told."""

from datetime import date

import numpy as np
import polars as pl
import pytest

from tanlu.account.hourly.hours import hour_sums
from tanlu.account.hourly.month import Accounting, month_named, month_sums
from tanlu.account.hourly.plan import Span, plan_of
from tanlu.account.hourly.profile import Factors, Read, regrid
from tanlu.account.hourly.total import attributes, enterprises_of, totals
from tanlu.catalog.load import load_catalog
from tanlu.errors import InputError, raise_errors
from tanlu.measure.border import check
from tanlu.measure.readings.channels import channels_of
from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import day_rows
from tanlu.model.book import Draft, Row, Sheet

CARD = {
    "park_id": "p", "name_en": "P", "name_zh": "园", "place": "CN", "method": "wang2024",
    "gwp_set": "AR5",
}  # fmt: skip
MEMBERS = [
    {"member_id": "a", "kind": "enterprise", "system": "production"},
    {"member_id": "b", "kind": "enterprise", "system": "buildings"},
]
YEAR = Span(date(2025, 1, 1), date(2026, 1, 1))


def sheet(name, rows):
    return Sheet(name, [Row(number, cells) for number, cells in enumerate(rows, 2)])


def plan_for(channels, factors=(), zone="Asia/Shanghai"):
    tables = {"members": MEMBERS, "channels": channels, "factors": factors}
    cites = [{"citation_id": "d", "title_en": "D", "title_zh": "文"}] if factors else []
    tables["citations"] = cites
    draft = Draft({**CARD, "time_zone": zone}, {n: sheet(n, rows) for n, rows in tables.items()})
    book = check(draft, load_catalog())
    found = channels_of(book, load_catalog())
    plan, faults = plan_of(book, found, load_catalog(), YEAR)
    raise_errors(faults)
    return Accounting(plan, Clock(zone), found), book


def rows_of(channel, first, values, minutes=15):
    values = np.asarray(values, float)
    days = [date.fromordinal(first.toordinal() + n) for n in range(len(values))]
    names = pl.DataFrame({"channel": [channel] * len(days), "day": days}).with_columns(
        minutes=pl.lit(minutes, pl.Int16), seq=pl.lit(1, pl.Int64)
    )
    return day_rows(names, values)


def power(name, **more):
    return {"channel_id": name, "member_id": "a", "carrier": "electricity", "unit": "kWh", **more}


def test_a_constant_factor_by_hand():
    by, _ = plan_for([power("m", multiplier="10")])
    (source,) = by.plan.sources
    days = rows_of("m", date(2025, 1, 1), np.ones((31, 96)))
    (row,) = month_sums(days, month_named("2025-01"), by).to_dicts()
    assert row["use"] == 31 * 96 * 10
    # wang2024 prints 0.581 t CO2/MWh
    assert row["co2_t"] == pytest.approx(31 * 96 * 10 / 1000 * 0.581, rel=1e-14)
    assert source.steps[0].choices[0].factors["emission"].value == 0.581
    assert (row["missing"], row["present_s"]) == (0, 31 * 86400)


def test_a_factor_changes_on_its_day():
    own = {"subject": "electricity", "quantity": "emission", "unit": "kg CO2/kWh",
           "kind": "stated", "cite": "d#1"}  # fmt: skip
    factors = [
        {**own, "factor_id": "x", "value": "0.5", "from_on": "2025-01-01", "to_on": "2025-01-17"},
        {**own, "factor_id": "y", "value": "0.7", "from_on": "2025-01-17"},
    ]
    by, _ = plan_for([power("m")], factors)
    days = rows_of("m", date(2025, 1, 1), np.ones((31, 96)))
    (row,) = month_sums(days, month_named("2025-01"), by).to_dicts()
    assert row["co2_t"] == pytest.approx(96 / 1000 * (16 * 0.5 + 15 * 0.7), rel=1e-14)


def with_factor(by, values, absent="absent", minutes=60, day=date(2025, 1, 1)):
    read = {("f", "kWh", day): Read(minutes, np.asarray(values, float))}
    return Accounting(by.plan, by.clock, by.channels, Factors(read, absent))


FACTOR = {"channel_id": "f", "unit": "kg CO2/kWh", "kind": "instant", "minutes": "60"}


def test_an_hourly_factor_is_held_on_quarter_hours():
    by, _ = plan_for([power("m", factor_channel="f"), FACTOR])
    by = with_factor(by, np.arange(24) / 1000)
    days = rows_of("m", date(2025, 1, 1), [np.arange(96)])
    (row,) = month_sums(days, month_named("2025-01"), by).to_dicts()
    by_hand = sum(slot * (slot // 4) / 1000 for slot in range(96))
    assert row["co2_t"] == pytest.approx(by_hand, rel=1e-14)
    assert row["missing"] == 30 * 96


def test_an_absent_factor_leaves_the_emission_open_and_is_counted():
    by, _ = plan_for([power("m", factor_channel="f"), FACTOR])
    read = np.full(24, 0.001)
    read[3] = np.nan
    days = rows_of("m", date(2025, 1, 1), np.ones((1, 96)))
    january = month_named("2025-01")
    (row,) = month_sums(days, january, with_factor(by, read)).to_dicts()
    assert row["unfactored"] == 4
    assert row["co2_t"] == pytest.approx(92 * 0.001)
    (named,) = month_sums(days, january, with_factor(by, read, "catalogue")).to_dicts()
    assert (named["unfactored"], named["fallback"]) == (0, 4)
    assert named["co2_t"] == pytest.approx(92 * 0.001 + 4 * 0.000581)
    (none,) = month_sums(days, january, with_factor(by, read * np.nan)).to_dicts()
    assert none["co2_t"] is None
    assert none["unfactored"] == 96


def test_absent_readings_are_counted_and_are_no_zero():
    by, _ = plan_for([power("m"), power("silent")])
    values = np.ones((2, 96))
    values[1, 5] = np.nan
    found = month_sums(rows_of("m", date(2025, 1, 1), values), month_named("2025-01"), by)
    rows = {row["channel"]: row for row in found.to_dicts()}
    assert rows["m"]["use"] == 191
    assert rows["m"]["missing"] == 1 + 29 * 96
    assert rows["silent"]["use"] is None
    assert rows["silent"]["co2_t"] is None
    assert rows["silent"]["missing"] == 31 * 96


def test_a_day_of_23_hours():
    by, _ = plan_for([power("m")], zone="Europe/Berlin")
    days = pl.concat([
        rows_of("m", date(2025, 3, 1), np.ones((29, 96))),
        rows_of("m", date(2025, 3, 30), np.ones((1, 92))),
        rows_of("m", date(2025, 3, 31), np.ones((1, 96))),
    ])  # fmt: skip
    march = month_named("2025-03")
    (row,) = month_sums(days, march, by).to_dicts()
    assert (row["use"], row["missing"]) == (30 * 96 + 92, 0)
    hours = hour_sums(days, march, by, {"m": 0})
    assert hours.height == 31 * 24 - 1
    assert hours["amount"].sum() == pytest.approx(row["use"] / 1000)


def test_hours_and_months_agree():
    by, _ = plan_for([power("m", factor_channel="f"), power("n", multiplier="3"), FACTOR])
    generator = np.random.default_rng(1)
    by = with_factor(by, generator.random(24))
    values = generator.gamma(2, 20, (1, 96))
    values[0, 7] = np.nan
    days = pl.concat([rows_of("m", date(2025, 1, 1), values),
                      rows_of("n", date(2025, 1, 1), values)])  # fmt: skip
    month = month_sums(days, month_named("2025-01"), by)
    hours = hour_sums(days, month_named("2025-01"), by, {"m": 0, "n": 0})
    for name in ("co2_t", "missing", "unfactored"):
        assert hours[name].sum() == pytest.approx(month[name].sum(), rel=1e-12)


def test_a_daily_channel_is_not_spread_over_hours():
    by, _ = plan_for([power("m", minutes="1440")])
    days = rows_of("m", date(2025, 1, 1), np.full((31, 1), 24.0), minutes=1440)
    hours = hour_sums(days, month_named("2025-01"), by, {"m": 0})
    assert hours["minutes"].unique().to_list() == [1440]
    assert hours.height == 31


@pytest.mark.parametrize(
    ("have", "want", "size", "expected"),
    [
        (60, 15, 8, [1, 1, 1, 1, 3, 3, 3, 3]),
        (60, 120, 1, [2]),
        (40, 60, 2, [1 + 2 / 3, np.nan]),
    ],
)
def test_regrid(have, want, size, expected):
    found = regrid(Read(have, np.array([1.0, 3.0])), want, size)
    np.testing.assert_allclose(found, expected)


def test_channels_that_lack_days_do_not_spoil_the_others():
    by, _ = plan_for([power(f"m{n}", factor_channel="f") for n in range(6)] + [FACTOR])
    draw = np.random.default_rng(5)
    whole = {f"m{n}": draw.gamma(2, 20, (31, 96)) for n in range(6)}
    whole["m2"][7, 3] = np.nan
    lacking = {"m1": [4], "m3": [0, 30], "m4": range(1, 31)}
    parts = []
    for name, values in whole.items():
        rows = rows_of(name, date(2025, 1, 1), values)
        parts.append(rows.filter(~pl.int_range(pl.len()).is_in(list(lacking.get(name, [])))))
    read = draw.random(24)
    factors = {("f", "kWh", date(2025, 1, 1 + n)): Read(60, read * (n + 1)) for n in range(31)}
    by = Accounting(by.plan, by.clock, by.channels, Factors(factors))
    found = month_sums(pl.concat(parts), month_named("2025-01"), by)
    weight = np.repeat(read, 4)[None, :] * np.arange(1, 32)[:, None]
    for row in found.to_dicts():
        values = whole[row["channel"]].copy()
        values[list(lacking.get(row["channel"], []))] = np.nan
        assert row["co2_t"] == pytest.approx(np.nansum(values * weight), rel=1e-12)
        assert row["missing"] == np.isnan(values).sum()


def test_a_factor_channel_must_be_a_mass_per_use():
    with pytest.raises(InputError, match="no emission factor"):
        plan_for([power("m", factor_channel="f"), {**FACTOR, "unit": "°C"}])


def test_check_meters_and_what_stands_behind_another_are_not_booked():
    by, _ = plan_for([power("m"), power("sub", parent_id="m"), {"channel_id": "t", "unit": "°C"}])
    assert set(by.plan.booked) == {"m"}
    assert by.plan.left_out == {"sub": "check", "t": "no_carrier"}


def summed(channels, values=1.0, per=()):
    by, book = plan_for(channels)
    days = [rows_of(name, date(2025, 1, 1), np.full((31, 96), values)) for name in by.plan.booked]
    found = month_sums(pl.concat(days), month_named("2025-01"), by)
    about = attributes(by.plan, enterprises_of(book))
    joined = found.join(about, on="channel").with_columns(amount=pl.col("use") / 1000)
    return totals(joined, ["month"], per)


def test_a_transfer_is_booked_once_and_exports_stand_apart():
    channels = [
        power("main", member_id=""),
        power("to_a", parent_id="main", role="transfer"),
        power("out", role="export"),
    ]
    one = 31 * 96 / 1000 * 0.581
    whole = summed(channels)
    assert whole.total_t == pytest.approx(one)
    assert whole.elimination_t == 0
    assert whole.exported_t == pytest.approx(one)
    told = summed(channels, per=("enterprise",))
    assert told.total_t == pytest.approx(one)
    assert told.elimination_t == pytest.approx(one)
    assert dict(told.rows.select("enterprise", "co2_t").iter_rows()) == pytest.approx(
        {"a": one, "p": one}
    )
    assert told.rows["co2_t"].sum() - told.elimination_t == pytest.approx(told.total_t)


def test_own_generation_carries_nothing():
    told = summed([power("pv", role="generation")])
    assert told.total_t == 0
