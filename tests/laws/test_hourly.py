"""Hours and years agree: with a constant factor the sum of hours is the ledger's figure."""

from datetime import date

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.account.cut import cut
from tanlu.account.hourly.month import Accounting, month_named, month_sums
from tanlu.account.hourly.plan import Span, plan_of
from tanlu.account.hourly.total import attributes, enterprises_of, totals
from tanlu.account.ledger import ledger
from tanlu.catalog.load import load_catalog
from tanlu.measure.border import check
from tanlu.measure.readings.channels import channels_of
from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import day_rows
from tanlu.model.book import Draft, Row, Sheet

CASES = [
    ("electricity", "kWh", "flows"),
    ("electricity", "MWh", "flows"),
    ("electricity", "tce", "flows"),
    ("heat", "GJ", "flows"),
    ("heat", "MWh", "flows"),
    ("natural_gas", "Nm3", "activities"),
    ("natural_gas", "GJ", "activities"),
    ("natural_gas", "tce", "activities"),
    ("diesel", "kg", "activities"),
    ("anthracite", "t", "activities"),
]
DAY = date(2025, 3, 3)


def table(name, *rows):
    return Sheet(name, [Row(number, cells) for number, cells in enumerate(rows, 2)])


def park(method, gwp_set, **tables):
    card = {"park_id": "p", "name_en": "P", "name_zh": "园", "place": "CN-32",
            "method": method, "gwp_set": gwp_set}  # fmt: skip
    found = {name: table(name, *rows) for name, rows in tables.items()}
    return check(Draft(card, found), load_catalog())


def by_year(method, gwp_set, carrier, unit, side, amount):
    where = {"from_id": "world", "to_id": "park"} if side == "flows" else {"stream": "combustion"}
    record = {"record_id": "r", "carrier": carrier, "period": f"{DAY}", "quantity": repr(amount),
              "unit": unit, "quality": "measured", **where}  # fmt: skip
    book = park(method, gwp_set, **{side: [record]})
    return cut(ledger(book, load_catalog()), year=DAY.year)


def by_hour(method, gwp_set, channels, values):
    book = park(method, gwp_set, channels=channels)
    found = channels_of(book, load_catalog())
    plan, faults = plan_of(book, found, load_catalog(), Span(DAY, date(2025, 3, 4)))
    assert not faults
    names = pl.DataFrame({"channel": list(values), "day": [DAY] * len(values)}).with_columns(
        minutes=pl.lit(15, pl.Int16), seq=pl.lit(1, pl.Int64)
    )
    days = day_rows(names, np.array(list(values.values()), float))
    month = month_named("2025-03", DAY, date(2025, 3, 4))
    sums = month_sums(days, month, Accounting(plan, Clock("Asia/Shanghai"), found))
    about = attributes(plan, enterprises_of(book))
    return totals(sums.join(about, on="channel").with_columns(amount=pl.col("use")), ["month"], ())


@pytest.mark.parametrize("method", ["wang2024", "cn.park", "ipcc.2006"])
@pytest.mark.parametrize(("carrier", "unit", "side"), CASES)
def test_the_sum_of_hours_is_the_account_of_the_same_amount(method, carrier, unit, side):
    values = np.random.default_rng(3).gamma(2, 20, 96).round(2)
    channel = {"channel_id": "m", "carrier": carrier, "unit": unit}
    hours = by_hour(method, "AR5", [channel], {"m": values})
    year = by_year(method, "AR5", carrier, unit, side, float(values.sum()))
    assert hours.total_t == pytest.approx(year.total_t, rel=1e-12)
    assert hours.biogenic_t == pytest.approx(year.biogenic_t, rel=1e-12)
    assert hours.total_t > 0


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.floats(0, 1e6), min_size=96, max_size=96),
    st.permutations(["kWh", "MWh", "GJ"]),
    st.floats(0.01, 0.99),
)
def test_order_units_and_splitting_do_not_matter(values, units, share):
    values = np.array(values)
    scale = {"kWh": 1.0, "MWh": 1e-3, "GJ": 3.6e-3}
    channels = [{"channel_id": unit, "carrier": "electricity", "unit": unit} for unit in units]
    split = {unit: values * scale[unit] for unit in units}
    three = by_hour("cn.park", "AR5", channels, split)
    one = by_hour("cn.park", "AR5", channels[:1], {units[0]: values * scale[units[0]]})
    assert three.total_t == pytest.approx(3 * one.total_t, rel=1e-12)
    parts = [{**channels[0], "channel_id": name} for name in ("x", "y")]
    amount = values * scale[units[0]]
    halves = by_hour("cn.park", "AR5", parts, {"x": amount * share, "y": amount * (1 - share)})
    assert halves.total_t == pytest.approx(one.total_t, rel=1e-9, abs=1e-9)
