"""What holds of any uncertainty: shared inputs, order, units, splitting, √n."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.account.cut import cut
from tanlu.account.ledger import ledger
from tanlu.account.uncertainty.contribution import variance_of
from tanlu.account.uncertainty.ranges import Ranges
from tanlu.account.uncertainty.result import uncertainty_of
from tanlu.account.uncertainty.system import system_of
from tanlu.catalog.load import load_catalog
from tanlu.catalog.uncertainty_rules import uncertainty_rules
from tests.laws.parks import book_of, burned, flow, member, own

FACTOR = {"lower": "0.5", "upper": "0.7"}


def ranged(subject="electricity", quantity="emission", value=0.6, unit="t CO2/MWh", **rest):
    return own(subject, quantity, value, unit, **FACTOR | rest) | {"factor_id": "ranged"}


RANGED = ranged()


def power(name, mwh, percent="", period="2022", **rest):
    row = flow("world", name, "electricity", mwh, "MWh", period)
    return row | {"uncertainty_pct": str(percent)} | rest


def park(rows, names, factors=(RANGED,), **tables):
    return book_of({"members": [member(n) for n in names], "flows": rows,
                    "factors": list(factors), **tables})  # fmt: skip


def judged(book, draws=0, years=(2022,), **rest):
    catalog = load_catalog()
    lines = ledger(book, catalog)
    inventories = [cut(lines, year=y, boundary="enterprise", **rest) for y in years]
    return uncertainty_of(inventories, Ranges(book, catalog, uncertainty_rules()), draws)


def half(interval):
    return (interval.upper - interval.lower) / 2 / interval.value


few = settings(max_examples=12, deadline=None)
percents = st.floats(0.5, 20)
amounts = st.floats(1, 1e6)


@few
@given(amounts, amounts, percents, percents)
def test_a_shared_factor_adds_and_amounts_square(a, b, u, v):
    worth = judged(park([power("x", a, u), power("y", b, v)], "xy")).total
    amount = math.hypot(a * u, b * v) / (a + b) / 100
    assert half(worth.interval) == pytest.approx(math.hypot(amount, 1 / 6), rel=1e-6)


@few
@given(st.integers(2, 12), percents)
def test_independent_amounts_give_root_n(n, u):
    names = [f"m{i}" for i in range(n)]
    exact = ranged(lower="", upper="", value=0.6)
    worth = judged(park([power(m, 100, u) for m in names], names, [exact])).total
    assert half(worth.interval) == pytest.approx(u / 100 / math.sqrt(n), rel=1e-6)
    assert worth.unknown_share == 1  # the factor's range is stated nowhere


@few
@given(st.integers(2, 6), st.floats(0, 0.3))
def test_fully_correlated_amounts_add_linearly(n, part):
    # one meter, many records of a year: one error
    rows = [power("x", 10 * (i + 1), 5, f"2022-{i + 1:02d}", channel_id="m") for i in range(n)]
    meter = {"channel_id": "m", "member_id": "x", "carrier": "electricity", "unit": "MWh"}
    split = judged(park(rows, "x", channels=[meter])).total
    whole = judged(park([power("x", sum(10 * (i + 1) for i in range(n)), 5)], "x")).total
    assert half(split.interval) == pytest.approx(half(whole.interval), rel=1e-9)


@few
@given(st.integers(2, 5), amounts, percents)
def test_splitting_a_member_changes_nothing_by_the_shared_factor(n, mwh, u):
    names = [f"m{i}" for i in range(n)]
    split = judged(park([power(m, mwh / n, 1e-9) for m in names], names)).total
    whole = judged(park([power("m0", mwh, 1e-9)], names)).total
    assert half(split.interval) == pytest.approx(half(whole.interval), rel=1e-6)


@few
@given(st.floats(1e-3, 1e3))
def test_scale_does_not_matter(scale):
    small = judged(park([power("x", 100, 3), power("y", 50, 8)], "xy")).total
    large = judged(park([power("x", 100 * scale, 3), power("y", 50 * scale, 8)], "xy")).total
    assert half(large.interval) == pytest.approx(half(small.interval), rel=1e-6)


@few
@given(st.permutations(range(6)))
def test_order_does_not_matter(order):
    rows = [power(f"m{i}", 100 + 10 * i, 1 + i) for i in range(6)]
    rows += [burned(f"m{i}", "natural_gas", 5 + i, "万 Nm³") for i in range(3)]
    names = [f"m{i}" for i in range(6)]

    def mixed(book_order):
        flows = [rows[i] for i in book_order]
        return judged(park(flows, names, activities=rows[6:]))

    one, other = mixed(range(6)), mixed(order)
    assert other.total.interval.upper == pytest.approx(one.total.interval.upper, rel=1e-12)
    assert other.total.shares == pytest.approx(one.total.shares)
    name = {i.key: p.share for p in one.contributions for i in [one.inputs[p.index]]}
    again = {i.key: p.share for p in other.contributions for i in [other.inputs[p.index]]}
    assert again == pytest.approx(name)


@few
@given(st.lists(st.tuples(amounts, percents), min_size=1, max_size=6))
def test_shares_of_variance_sum_to_one(given_rows):
    names = [f"m{i}" for i in range(len(given_rows))]
    rows = [power(m, a, u) for m, (a, u) in zip(names, given_rows, strict=True)]
    fuel = [burned(m, "natural_gas", 7, "万 Nm³") for m in names]
    found = judged(park(rows, names, activities=fuel))
    assert sum(part.share for part in found.contributions) == pytest.approx(1, abs=1e-12)
    assert sum(part.share for part in found.trend.parts) == 1 if found.trend else True
    assert 0 <= found.interactions < 0.05


def test_approaches_agree_within_one_percent_on_a_linear_case():
    names = [f"m{i}" for i in range(20)]
    rows = [power(m, 100 + 20 * n, 2 + n % 7) for n, m in enumerate(names)]
    exact = ranged(lower="", upper="")
    found = judged(park(rows, names, [exact]), draws=100_000).total
    ratio = found.simulated.interval.width / found.interval.width
    assert abs(ratio - 1) < 0.01
    assert found.simulated.mean == pytest.approx(found.interval.value, rel=1e-3)


def test_draws_have_the_variance_that_the_shares_divide():
    names = [f"m{i}" for i in range(5)]
    rows = [power(m, 100, 10 + n) for n, m in enumerate(names)]
    fuel = [burned(m, "natural_gas", 5, "万 Nm³") for m in names]
    skew = ranged(lower="0.55", upper="0.8")
    wide = own("natural_gas", "carbon", 0.0153, "t C/GJ", lower="0.006", upper="0.04")
    book = park(rows, names, [skew, wide], activities=fuel)
    catalog = load_catalog()
    lines = ledger(book, catalog)
    system = system_of([cut(lines, year=2022)], Ranges(book, catalog, uncertainty_rules()))
    apart = variance_of(system, system.outputs()["total", "2022"])
    drawn = judged(book, draws=100_000).total.simulated
    assert drawn.mean == pytest.approx(apart.mean, rel=3e-3)
    assert drawn.deviation == pytest.approx(math.sqrt(apart.variance), rel=0.03)
    assert apart.is_exact


def test_a_factor_of_both_years_nearly_cancels_in_the_trend():
    rows = [power("x", 100, 1e-9, "2021"), power("x", 100, 1e-9, "2022")]
    found = judged(park(rows, "x"), draws=20_000, years=(2021, 2022))
    assert found.trend.worth.interval.width < 1e-6
    assert found.trend.worth.simulated.interval.width < 1e-6
    assert half(found.total.interval) == pytest.approx(1 / 6)


def test_amounts_of_two_years_do_not():
    rows = [power("x", 100, 5, "2021"), power("x", 110, 5, "2022")]
    found = judged(park(rows, "x"), draws=100_000, years=(2021, 2022))
    trend = found.trend.worth
    assert trend.interval.width / 2 == pytest.approx(1.1 * math.sqrt(2) * 0.05, rel=1e-6)
    assert trend.simulated.interval.width == pytest.approx(trend.interval.width, rel=0.02)
    assert [part.is_shared for part in found.trend.parts] == [False, False]


def test_supply_between_members_stays_out_of_the_total():
    rows = [power("x", 100, 5), flow("x", "y", "electricity", 40, "MWh")]
    found = judged(park(rows, "xy"), draws=2_000)
    alone = judged(park(rows[:1], "xy"), draws=2_000)
    assert found.total.interval == alone.total.interval
    assert found.figures["member", "2022", "y"].interval.value == pytest.approx(24)


@pytest.mark.parametrize("draws", [1, 511, 512, 513, 5_000])
def test_fewer_draws_are_the_first_of_more(draws):
    from tanlu.account.uncertainty.simulate import approach_2

    book = park([power("x", 100, 5), power("y", 10, 70)], "xy")
    catalog = load_catalog()
    lines = ledger(book, catalog)
    system = system_of([cut(lines, year=2022)], Ranges(book, catalog, uncertainty_rules()))
    outputs = system.outputs()
    many = approach_2(system, outputs, 6_000, 7).values
    for workers in (1, 3):
        few = approach_2(system, outputs, draws, 7, workers).values
        assert np.array_equal(few, many[:, :draws])
    assert not np.array_equal(approach_2(system, outputs, draws, 8).values, many[:, :draws])
