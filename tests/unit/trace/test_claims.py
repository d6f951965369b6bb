"""Market-based tracing and the green ledger: each kWh is owned once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tanlu.errors import InputError
from tanlu.trace.claims import Contract, market_view
from tanlu.trace.green import KINDS, Claim, green_hours
from tanlu.trace.traced import trace
from tests.laws.networks import flows_of

LINKS = [("grid", "a", 60, 58), ("grid", "b", 40, 40), ("pv", "a", 20, 20)]
SOURCES = [("grid", 100, 0.6), ("pv", 20, 0.0)]


def one_hour():
    return flows_of(["grid", "pv", "a", "b"], LINKS, SOURCES, {"a": 78, "b": 40})


def test_both_views_close_and_stand_beside_each_other():
    flows = one_hour()
    contract = Contract("c", 3, 0, np.array([30.0]), 0.0)
    view = market_view(flows, [contract], np.array([0.7, 0.0]))
    assert view.residual == pytest.approx([70 * 0.7 / 90])
    assert view.loads_t[0, 3] == pytest.approx(10 * view.residual[0])
    assert view.loads_t.sum() + view.lost_t[0] == pytest.approx(70 * 0.7)
    assert view.closing_error == pytest.approx(0, abs=1e-12)
    assert trace(flows).entered_t == pytest.approx(60)


def test_what_has_no_residual_mix_is_refused():
    view = market_view(one_hour(), [], np.array([np.nan, 0.0]))
    assert np.isnan(view.loads_t[0, 2:]).all()


def test_a_contract_beyond_its_source_is_refused():
    with pytest.raises(InputError):
        market_view(one_hour(), [Contract("c", 2, 1, np.array([21.0]), 0.0)], np.zeros(2))
    with pytest.raises(InputError):
        market_view(one_hour(), [Contract("c", 3, 0, np.array([41.0]), 0.0)], np.zeros(2))


@given(st.integers(0, 10_000))
def test_each_kwh_is_owned_once(seed):
    rng = np.random.default_rng(seed)
    hours, members, sources = 4, 3, 3
    loads, given_ = rng.uniform(0, 5, (hours, members)), rng.uniform(0, 5, (hours, sources))
    claims = [
        Claim(str(n), KINDS[rng.integers(0, 4)], int(rng.integers(0, members)),
              int(rng.integers(0, sources)), rng.uniform(0, 6, hours))
        for n in range(int(rng.integers(0, 7)))
    ]  # fmt: skip
    done = green_hours(loads, given_, claims)
    assert (done.granted >= 0).all()
    assert (done.surplus >= -1e-12).all()
    for m in range(members):
        mine = sum(done.of_member(m)[kind] for kind in KINDS)
        assert loads[:, m] - mine == pytest.approx(done.open_load[:, m], abs=1e-9)
        assert (mine <= loads[:, m] + 1e-9).all()
    for s in range(sources):
        owned = done.granted[:, [c.source == s for c in claims]].sum(axis=1)
        assert given_[:, s] - owned == pytest.approx(done.unclaimed[:, s], abs=1e-9)
