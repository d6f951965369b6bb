"""Every view of embodied carbon shares out what was emitted, whatever the order and the unit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tanlu.errors import InputError
from tanlu.trace.byproduct import EXCHANGE_RULES, Exchange, book
from tanlu.trace.embodied import Trade, embodied


def park(seed):
    rng = np.random.default_rng(seed)
    count = int(rng.integers(1, 9))
    sales = rng.uniform(0, 100, (count, count)) * (rng.random((count, count)) < 0.4)
    sales *= rng.uniform(0.01, 1.5)  # some buy more than they sell
    deliveries = rng.uniform(1, 100, count)
    names = tuple(f"e{n}" for n in range(count))
    return Trade(names, sales, deliveries, rng.uniform(0, 50, count), rng.uniform(0, 5, count))


PARKS = st.integers(0, 10_000).map(park)
TONNES = st.floats(0, 1e6)


@given(PARKS)
def test_each_view_sums_to_what_entered(trade):
    found, total = embodied(trade), trade.carbon.sum()
    for view in (found.final_product, found.income, found.producers + found.consumers):
        assert view.sum() == pytest.approx(total, rel=1e-9)


@given(PARKS)
def test_the_ledger_of_each_enterprise_closes(trade):
    found = embodied(trade)
    taken = trade.carbon + found.moved.sum(axis=0)
    assert taken == pytest.approx(found.multipliers * trade.output, rel=1e-9)


@given(PARKS)
def test_a_dense_inverse_agrees(trade):
    found, one = embodied(trade), np.eye(len(trade.names))
    each = trade.carbon / trade.output
    leontief = np.linalg.inv(one - trade.sales / trade.output[None, :])
    ghosh = np.linalg.inv(one - trade.sales / trade.output[:, None])
    assert found.multipliers == pytest.approx(each @ leontief, rel=1e-8)
    assert found.enabled == pytest.approx(ghosh @ each, rel=1e-8)


@given(PARKS, st.floats(1e-3, 1e3))
def test_the_unit_of_money_is_irrelevant(trade, unit):
    other = Trade(
        trade.names, trade.sales * unit, trade.deliveries * unit, trade.direct_t, trade.brought_t
    )
    here, there = embodied(trade), embodied(other)
    for view in ("final_product", "income", "producers", "consumers"):
        assert getattr(there, view) == pytest.approx(getattr(here, view), rel=1e-8, abs=1e-9)


@given(PARKS)
def test_what_sells_to_itself_changes_nobody_elses_share(trade):
    inner = trade.sales + np.diag(trade.deliveries)
    other = Trade(trade.names, inner, trade.deliveries, trade.direct_t, trade.brought_t)
    here, there = embodied(trade), embodied(other)
    assert there.producers == pytest.approx(here.producers, rel=1e-8, abs=1e-9)
    assert there.final_product == pytest.approx(here.final_product, rel=1e-8, abs=1e-9)


def test_a_circle_that_delivers_nothing_is_refused():
    sales = np.array([[0.0, 5.0, 0.0], [5.0, 0.0, 0.0], [1.0, 0.0, 0.0]])
    trade = Trade(("a", "b", "c"), sales, np.array([0.0, 0.0, 9.0]), np.ones(3), np.zeros(3))
    with pytest.raises(InputError, match="a, b"):
        embodied(trade)


def test_who_emits_and_sells_nothing_is_refused_and_who_does_neither_is_not():
    sales, deliveries = np.zeros((2, 2)), np.array([5.0, 0.0])
    with pytest.raises(InputError, match="idle"):
        embodied(Trade(("a", "idle"), sales, deliveries, np.ones(2), np.zeros(2)))
    found = embodied(Trade(("a", "idle"), sales, deliveries, np.array([1.0, 0.0]), np.zeros(2)))
    assert found.final_product.tolist() == [1.0, 0.0]


@given(st.sampled_from(EXCHANGE_RULES), TONNES, TONNES, TONNES, st.floats(0, 1))
def test_a_by_product_is_booked_once(rule, process, processing, replaced, share):
    done = book(Exchange("x", rule, process, processing, replaced, share))
    size = max(process, processing, replaced, 1.0)
    assert abs(done.giver_t + done.taker_t - (process + processing)) <= 1e-9 * size
    saved = replaced - processing
    assert abs(done.giver_credit_t + done.taker_credit_t - saved) <= 1e-9 * size
