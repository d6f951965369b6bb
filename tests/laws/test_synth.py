"""What holds in every invented park, whatever its size and seed."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.workflow.synth.flow import Flows
from tanlu.workflow.synth.park import plan
from tanlu.workflow.synth.size import Size, least_meters
from tanlu.workflow.synth.year import Year

sizes = st.builds(
    lambda enterprises, more, seed: Size(
        enterprises, least_meters(enterprises) + more, 2025, seed, minutes=60
    ),
    st.integers(8, 40),
    st.integers(0, 200),
    st.integers(0, 2**31),
)


@settings(max_examples=12, deadline=None)
@given(sizes, st.integers(1, 12))
def test_a_meter_measures_its_children_their_losses_and_what_is_not_measured(size, month):
    made = plan(size)
    flows = Flows(made)
    all_of = flows.month(month)
    row = made.row
    for index, meter in enumerate(made.meters):
        below = [row[m.channel_id] for m in made.meters if m.parent_id == meter.channel_id]
        own = flows.own(index, month)
        if meter.follows:
            own = own + meter.ratio * all_of[row[meter.follows]]
        expected = own + (1 + meter.loss) * all_of[below].sum(axis=0)
        np.testing.assert_allclose(all_of[index], expected, rtol=1e-9, atol=1e-9)
    assert (all_of >= 0).all()


@settings(max_examples=6, deadline=None)
@given(sizes)
def test_one_seed_one_park(size):
    first, second = (next(Year(plan(size)).months()) for _ in range(2))
    assert first.days.equals(second.days)
    assert first.late.equals(second.late)


@settings(max_examples=6, deadline=None)
@given(sizes, st.integers(1, 12))
def test_a_channel_and_month_can_be_made_alone(size, month):
    made = plan(size)
    index = next(
        i for i, m in enumerate(made.meters) if m.parent_id == "" and m.role == "generation"
    )
    alone = Flows(made).own(index, month)
    meter = made.meters[index]
    if not meter.follows:
        np.testing.assert_array_equal(alone, Flows(made).month(month)[index])


def test_another_seed_another_park():
    one, two = (next(Year(plan(Size(26, 260, 2025, seed))).months()).days for seed in (1, 2))
    assert not one.equals(two)


def test_a_year_uses_about_what_the_plan_says():
    made = plan(Size(26, 260, 2025, minutes=60))
    flows = Flows(made)
    total = sum(flows.month(month).sum(axis=1) for month in range(1, 13))
    for index, meter in enumerate(made.meters):
        children = any(m.parent_id == meter.channel_id for m in made.meters)
        if meter.mean > 0 and not children:
            assert total[index] == pytest.approx(meter.mean * 8760, rel=0.05), meter.channel_id
