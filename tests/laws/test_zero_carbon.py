"""Laws of the assessment: parts sum to the whole, more green power never hurts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tanlu.account.zero_carbon.gap import drivers_of, levers_of
from tanlu.account.zero_carbon.power import PowerUse
from tanlu.model.zero_carbon import Limit
from tanlu.model.zero_carbon_result import Basis, Part, Span
from tanlu.types import Text
from tests.laws.parks import flow
from tests.unit.zero_carbon.parks import assessed, record

SIZE = st.floats(1.0, 1e7)
TEXT = Text("x", "x")


@given(
    st.lists(st.tuples(SIZE, SIZE, st.floats(1.0, 2.0)), min_size=1, max_size=6),
    st.floats(0.1, 3.0),
)
def test_what_drives_the_gap_sums_to_it(parts, limit):
    made = tuple(
        Part(str(n), TEXT, co2, Span(energy, energy * wide))
        for n, (co2, energy, wide) in enumerate(parts)
    )
    co2, low, high = (
        sum(v) for v in zip(*((p.co2_t, p.energy.low, p.energy.high) for p in made), strict=True)
    )
    basis = Basis("b", TEXT, "", co2, Span(low, high), None, parts=made)
    drivers = drivers_of(basis, Limit(limit))
    assert sum(d.excess.high for d in drivers) == pytest.approx(co2 - limit * low, abs=1e-6 * co2)
    assert sum(d.excess.low for d in drivers) == pytest.approx(co2 - limit * high, abs=1e-6 * co2)


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_more_green_power_never_raises_the_ratio(first, second):
    less, more = sorted((first, second))
    ratios = [
        assessed(
            flows=[flow("world", "park", "electricity", 1e6, "MWh")],
            indicators=[record("power_coal_use", 0.3, "kgce/kWh")],
            power=PowerUse(received_mwh=1e6, direct_mwh=share * 1e6, is_recorded=True),
        ).bases[0].ratio.low
        for share in (less, more)
    ]  # fmt: skip
    assert ratios[1] <= ratios[0] + 1e-12


@given(SIZE, SIZE, st.floats(1.0, 1e6), st.floats(0.05, 2.0))
def test_a_lever_meets_the_limit_exactly(rest, energy, grid, limit):
    basis = Basis("b", TEXT, "", rest + grid * 0.8325, Span(energy, energy), None)
    levers = {each.code: each.span for each in levers_of(basis, Limit(limit), grid, 0.8325)}
    if levers["power_factor"] is not None:
        reached = (rest + grid * levers["power_factor"].low) / energy
        assert reached == pytest.approx(limit, rel=1e-9)
