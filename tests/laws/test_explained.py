"""Layers, Owen, spread, traced carbon, trade: parts sum to the whole; order is nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tanlu.explain.chained import Panel, steps_of
from tanlu.explain.divisia import additive
from tanlu.explain.nested import Nested, nested_panel, rolled
from tanlu.explain.shapley import owen, shapley
from tanlu.explain.spread import Doubt, drawn
from tanlu.explain.structure import Economy, structural_orders
from tanlu.explain.traced import Mix, traced_change

POSITIVE = st.floats(1e-2, 1e2)
ANY = st.just(0.0) | POSITIVE
SIGNED = ANY | POSITIVE.map(lambda x: -x)
FEW = settings(max_examples=60)


def pair(values, *shape):
    return st.tuples(*(arrays(float, shape, elements=values) for _ in range(2)))


def size(x0, x1):
    return float(np.maximum(np.abs(x0), np.abs(x1)).prod(axis=-1).sum()) or 1.0


GROUPS = st.sampled_from([[[0], [1], [2], [3]], [[0, 1, 2, 3]], [[2, 0], [3, 1]], [[0, 1, 3], [2]]])


@FEW
@given(pair(SIGNED, 4), GROUPS)
def test_owen_closes_and_gives_groups_what_shapley_gives_them(ends, groups):
    x0, x1 = ends
    found = owen(x0, x1, groups)
    limit = 1e-9 * size(x0, x1)
    assert abs(found.sum() - (x1.prod() - x0.prod())) <= limit
    whole = shapley(*(np.array([x[g].prod() for g in groups]) for x in ends))
    assert np.abs([found[g].sum() for g in groups] - whole).max() <= limit
    assert np.abs(owen(x1, x0, groups) + found).max() <= limit
    assert np.abs(owen(x0, x1, [[0], [1], [2], [3]]) - shapley(x0, x1)).max() <= limit


@FEW
@given(pair(SIGNED, 3), st.permutations(range(3)))
def test_shapley_minds_neither_order_nor_units(ends, order):
    x0, x1 = ends
    moved = shapley(x0[order], x1[order])
    assert np.abs(moved - shapley(x0, x1)[order]).max() <= 1e-9 * size(x0, x1)
    scale = np.array([10.0, 1.0, 1.0])
    scaled = shapley(x0 * scale, x1 * scale)
    assert np.abs(scaled - 10 * shapley(x0, x1)).max() <= 1e-8 * size(x0, x1)


LEAVES = [("a", "x"), ("a", "y"), ("b", "x"), ("b", "z"), ("c", "x")]
NAMES = ["people", "per_head", "per_output", "share_1", "share_2", "factor"]


@st.composite
def nested(draw):
    activity = draw(arrays(float, (3, 5), elements=ANY))
    activity[:, 0] += 1.0  # something is used in every period
    factor = draw(arrays(float, (3, 5), elements=POSITIVE))
    totals = draw(arrays(float, (3, 2), elements=POSITIVE))
    return Nested(["1", "2", "3"], LEAVES, NAMES, totals, activity, activity * factor)


def vanishes(data):
    """Whether a whole group is absent in some period."""
    groups = sorted({leaf[0] for leaf in data.leaves})
    own = [[leaf[0] == group for leaf in data.leaves] for group in groups]
    return any((data.activity[:, mask].sum(axis=1) == 0).any() for mask in own)


def test_a_group_that_comes_back_otherwise_is_said_to_change_in_two_layers():
    activity = np.array([[1.0, 0, 1, 0, 0], [1, 0, 0, 0, 0], [1, 0, 0, 1, 0]])
    data = Nested(["1", "2", "3"], LEAVES, NAMES, np.ones((3, 2)), activity, activity)
    first, second = steps_of(nested_panel(data), "additive", 1, chained=True)
    assert not first.step.shared.any()
    assert second.step.shared.any()
    assert second.step.effects.sum() == pytest.approx(1.0)


@FEW
@given(nested())
def test_factors_of_layers_multiply_to_the_leaves(data):
    panel = nested_panel(data)
    assert panel.values.prod(axis=2) == pytest.approx(data.value, rel=1e-9)
    for step, (a, b) in zip(
        steps_of(panel, "additive", 1, chained=True), ((0, 1), (1, 2)), strict=True
    ):
        change = data.value[b].sum() - data.value[a].sum()
        assert step.step.effects.sum() == pytest.approx(change, rel=1e-9, abs=1e-7)
        if not vanishes(data):  # then what is absent is so in one layer alone
            assert not step.step.shared.any()


@FEW
@given(nested())
def test_layers_sum_up(data):
    panel = nested_panel(data)
    step = steps_of(panel, "additive", 1, chained=False)[0].step
    for depth, count in ((1, 3), (2, 5)):
        groups = rolled(panel, step.parts, depth)
        assert len(groups) == count
        assert sum(groups.values()) == pytest.approx(step.effects, rel=1e-9, abs=1e-9)


def whole_of(data):
    return steps_of(nested_panel(data), "additive", 1, chained=False)[0].step.effects


def with_quantities(data, totals, activity, value):
    return Nested(data.periods, data.leaves, data.names, totals, activity, value)


@FEW
@given(nested(), st.floats(1e-3, 1e3))
def test_units_of_totals_and_activity_are_nothing_to_layers(data, factor):
    scaled = with_quantities(data, data.totals * [factor, 1.0], data.activity * 1e3, data.value)
    limit = 1e-9 * data.value.sum() + 1e-9
    assert np.abs(whole_of(scaled) - whole_of(data)).max() <= limit
    other = with_quantities(data, data.totals, data.activity, data.value * 1e3)
    assert np.abs(whole_of(other) - 1e3 * whole_of(data)).max() <= 1e3 * limit


@FEW
@given(nested())
def test_layers_backwards_are_the_negative(data):
    turned = with_quantities(data, data.totals[::-1], data.activity[::-1], data.value[::-1])
    assert np.abs(whole_of(turned) + whole_of(data)).max() <= 1e-9 * data.value.sum() + 1e-9


@FEW
@given(nested(), st.permutations(range(5)))
def test_the_order_of_leaves_is_nothing_to_layers(data, order):
    leaves = [LEAVES[i] for i in order]
    moved = Nested(
        data.periods, leaves, data.names, data.totals, data.activity[:, order], data.value[:, order]
    )
    assert np.abs(whole_of(moved) - whole_of(data)).max() <= 1e-9 * data.value.sum() + 1e-9


@FEW
@given(nested())
def test_both_layers_together_are_the_share_of_a_leaf(data):
    """Without its layers a leaf's share has the effect of all layers together."""
    flat = Nested(
        data.periods, [("/".join(leaf),) for leaf in LEAVES], [*NAMES[:3], "share", "factor"],
        data.totals, data.activity, data.value,
    )  # fmt: skip
    layered, plain = (
        steps_of(nested_panel(each), "additive", 1, chained=False)[0].step.effects
        for each in (data, flat)
    )
    whole = [*layered[:3], layered[3] + layered[4], layered[5]]
    assert plain == pytest.approx(whole, rel=1e-7, abs=1e-7)


@settings(max_examples=20)
@given(pair(POSITIVE, 3, 2), st.sampled_from(["all", "periods"]))
def test_an_error_that_both_periods_share_feigns_no_change(ends, shared):
    x0, x1 = ends
    x1[:, 1] = x0[:, 1]
    panel = Panel(["1", "2"], list("abc"), ["energy", "factor"], np.array([x0, x1]))
    found = drawn(panel, [Doubt(1, 0.2, shared)], [(0, 1)], 200, 1)[0]
    assert np.abs(found.effects[:, 1]).max() <= 1e-9 * size(x0, x1)
    assert found.effects.sum(axis=1) == pytest.approx(
        found.total, rel=1e-9, abs=1e-9 * size(x0, x1)
    )
    apart = drawn(panel, [Doubt(1, 0.2, "none")], [(0, 1)], 200, 1)[0]
    assert np.abs(apart.effects[:, 1]).max() > 0


def test_drawn_effects_lie_about_the_effects():
    values = np.array([[[2.0, 3.0], [1.0, 5.0]], [[4.0, 2.0], [3.0, 5.0]]])
    panel = Panel(["1", "2"], list("ab"), ["energy", "factor"], values)
    found = drawn(panel, [Doubt(0, 0.05, "none"), Doubt(1, 0.1, "all")], [(0, 1)], 4000, 3)[0]
    central = additive(values[0], values[1]).effects
    assert found.effects.mean(axis=0) == pytest.approx(central, rel=0.01)
    assert found.rising().tolist() == [1.0, 0.0]
    # a factor that is wrong everywhere by one error scales every effect by it
    shared = drawn(panel, [Doubt(1, 0.1, "all")], [(0, 1)], 4000, 3)[0]
    assert np.std(shared.effects[:, 0]) / central[0] == pytest.approx(0.1, rel=0.05)


@st.composite
def mixes(draw):
    found = []
    for _ in range(2):
        supplied = draw(arrays(float, 4, elements=ANY))
        supplied[0] += 1.0
        carbon = supplied * draw(arrays(float, 4, elements=ANY))
        found.append(Mix(draw(POSITIVE), supplied, carbon))
    return found


def parts_of(found):
    return np.array([found.demand, found.loss, *found.share, *found.intensity])


@FEW
@given(mixes(), st.permutations(range(4)), st.floats(0.1, 10))
def test_traced_carbon_is_explained_whole(pair_of_mixes, order, factor):
    first, last = pair_of_mixes
    found = traced_change(first, last)
    scale = 1e-9 * (first.carbon.sum() + last.carbon.sum() + 1) * 100
    assert abs(parts_of(found).sum() - found.total) <= scale
    back = traced_change(last, first)
    assert np.abs(parts_of(back) + parts_of(found)).max() <= scale
    moved = traced_change(
        *(Mix(m.demand, m.supplied[order], m.carbon[order]) for m in (first, last))
    )
    assert np.abs(moved.share - found.share[order]).max() <= scale
    scaled = traced_change(*(Mix(m.demand, m.supplied, m.carbon * factor) for m in (first, last)))
    assert np.abs(parts_of(scaled) - factor * parts_of(found)).max() <= scale * factor


ECONOMY = st.builds(
    Economy,
    arrays(float, 3, elements=st.floats(0.1, 5)),
    arrays(float, (3, 3), elements=st.floats(0, 0.3)),
    arrays(float, 3, elements=st.floats(0.1, 100)),
)


@FEW
@given(ECONOMY, ECONOMY)
def test_all_orders_of_trade_close_and_turn_with_time(first, last):
    def total(e):
        return e.intensity @ np.linalg.solve(np.eye(3) - e.coefficients, e.demand)

    there, back = structural_orders(first, last), structural_orders(last, first)
    scale = 1e-9 * (total(first) + total(last))
    assert abs(sum(there.values()) - (total(last) - total(first))) <= scale
    assert all(abs(there[n] + back[n]) <= 10 * scale for n in there)
