"""The market-based view: certificates cover at most the load, each MWh once.

Expected figures are sums of plain products, taken from the drawn records alone.
"""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.account.cut import LEVELS, cut
from tests.laws.parks import flow, ledger_of, member, own

GRID, REST = 0.4, 0.7  # [t CO2/MWh], both stated by the park
MEMBERS = ("a", "b", "c")
AMOUNTS = st.integers(0, 5000)


def power(start, end, mwh, origin=""):
    row = flow(start, end, "electricity", mwh, "MWh")
    return row | {"record_id": f"{start}-{end}-{origin or 'grid'}", "origin": origin}


def gec(name, mwh, **rest):
    row = {
        "certificate_id": name, "kind": "gec", "period": "2022", "quantity": str(mwh),
        "unit": "MWh", "cancelled_on": "2023-01-31", "cite": "wang2024#section-1",
    }  # fmt: skip
    return row | rest


def park(flows, certificates, residual=REST):
    tables = {
        "members": [*(member(n) for n in MEMBERS), member("roof", "a", "facility"), member("bat")],
        "flows": flows,
        "certificates": certificates,
        "factors": [
            own("electricity", "emission", GRID, "t CO2/MWh"),
            own("electricity", "residual", residual, "t CO2/MWh"),
        ],
    }
    return ledger_of(tables, method="cn.park")


bought = st.fixed_dictionaries(dict.fromkeys(MEMBERS, AMOUNTS))
issued = st.lists(st.tuples(st.sampled_from([*MEMBERS, ""]), st.integers(1, 4000)), max_size=6)


def built(bought, passed, issued, order=1):
    flows = [power("world", n, mwh) for n, mwh in bought.items()]
    flows += [power("a", "b", min(passed, bought["a"])), power("world", "park", 100)]
    rows = [gec(f"g{i}", mwh, for_id=user) for i, (user, mwh) in enumerate(issued)]
    return park(flows, rows[::order])


@settings(max_examples=60)
@given(bought, AMOUNTS, issued)
def test_coverage_is_at_most_the_load_and_a_certificate_is_used_once(bought, passed, issued):
    ledger = built(bought, passed, issued)
    assert (ledger.market.lines["market_t"] >= 0).all()
    lines = ledger.lines.join(ledger.market.lines, on="line_id")
    assert (lines["covered_mwh"] <= lines["amount"] + 1e-6).all()
    used = ledger.market.uses.filter(ledger.market.uses["line_id"].is_null())
    sums = {}
    for name, mwh in used.select("certificate_id", "mwh").iter_rows():
        sums[name] = sums.get(name, 0.0) + mwh
    for holding in ledger.market.holdings:
        assert sums.get(holding.certificate_id, 0.0) <= holding.issued_mwh * (1 + 1e-9)
        assert holding.surplus_mwh >= 0
    passed = min(passed, bought["a"])
    loads = {"a": bought["a"] - passed, "b": bought["b"] + passed, "c": bought["c"], "": 100}
    wanted = _used(loads, issued)
    assert math.fsum(sums.values()) == pytest.approx(wanted, abs=1e-6)


def _used(loads, issued):
    # each member's certificates up to its load, the shared ones up to what is left of all
    own_used = {n: min(loads[n], sum(m for u, m in issued if u == n)) for n in MEMBERS}
    left = sum(loads.values()) - sum(own_used.values())
    return sum(own_used.values()) + min(left, sum(m for u, m in issued if u == ""))


@settings(max_examples=60)
@given(bought, AMOUNTS, issued)
def test_sites_sum_to_the_group_wherever_boundaries_are_drawn(bought, passed, issued):
    ledger = built(bought, passed, issued)
    totals = [cut(ledger, year=2022, boundary=level).market_t for level in LEVELS]
    assert totals == pytest.approx([totals[0]] * len(totals), rel=1e-9, abs=1e-9)
    used = sum(h.used_mwh for h in ledger.market.holdings)
    entering = sum(bought.values()) + 100
    assert totals[0] == pytest.approx((entering - used) * REST, rel=1e-9, abs=1e-6)


@settings(max_examples=40)
@given(bought, issued)
def test_the_order_of_certificates_does_not_matter(bought, issued):
    forth, back = built(bought, 0, issued), built(bought, 0, issued, order=-1)
    assert cut(forth, year=2022).market_t == cut(back, year=2022).market_t


@given(bought)
def test_without_instruments_and_with_equal_factors_both_views_are_equal(bought):
    flows = [power("world", n, mwh) for n, mwh in bought.items()]
    found = cut(park(flows, [], residual=GRID), year=2022)
    assert found.market_t == pytest.approx(found.location_t, rel=1e-12, abs=1e-12)
    assert found.market_total_t == pytest.approx(found.total_t, rel=1e-12, abs=1e-12)


@given(st.integers(1, 1000), st.integers(0, 1000), st.floats(0.5, 1.0))
def test_a_store_moves_emissions_and_loses_none(sun, grid, kept):
    out = (sun + grid) * kept
    flows = [power("roof", "bat", sun, "pv"), power("world", "bat", grid),
             power("bat", "b", out, "storage")]  # fmt: skip
    for level in LEVELS:
        found = cut(park(flows, []), year=2022, boundary=level)
        assert found.location_t == pytest.approx(grid * GRID)
        assert found.market_t == pytest.approx(grid * REST)
    given_b = cut(park(flows, []), year=2022, member_id="b")
    assert given_b.location_t == pytest.approx(grid * GRID)
