"""Laws of bills: days and months add up to the bill, to the last bit."""

import math
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tanlu.measure.readings.bill import Bill, by_days, by_month, by_shape, spread

AMOUNTS = st.floats(-1e12, 1e12, allow_nan=False).map(lambda amount: round(amount, 6))
DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(AMOUNTS, DAYS, st.integers(1, 400))
def test_days_and_months_add_up_to_the_bill(amount, start, length):
    days = by_days(Bill("m", start, start + timedelta(days=length), amount))
    assert len(days) == length
    assert math.fsum(days.values()) == amount
    assert math.fsum(by_month(days).values()) == amount


@given(AMOUNTS, st.lists(st.floats(0, 1e9), min_size=1, max_size=60).filter(any))
def test_a_shape_changes_nothing_of_the_whole(amount, weights):
    start = date(2025, 1, 20)
    use = {start + timedelta(days=n): weight for n, weight in enumerate(weights)}
    days = by_shape(Bill("m", start, start + timedelta(days=len(weights)), amount), use)
    assert math.fsum(days.values()) == amount
    assert all(days[day] == 0 for day, weight in use.items() if weight == 0)


@given(AMOUNTS, st.lists(st.floats(1e-3, 1e6), min_size=1, max_size=40))
def test_parts_are_in_proportion(amount, weights):
    parts = spread(amount, weights)
    for part, weight in zip(parts, weights, strict=True):
        assert math.isclose(part, amount * weight / sum(weights), rel_tol=1e-6, abs_tol=1e-6)
