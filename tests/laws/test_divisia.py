"""Decomposition over tables: it closes, reverses, adds up, and minds neither order nor units."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tanlu.errors import InputError
from tanlu.explain.chained import Panel, cumulated, steps_of
from tanlu.explain.divisia import additive, attribution, effects, multiplicative
from tanlu.explain.shapley import shapley

POSITIVE = st.floats(1e-3, 1e3)
ANY = st.just(0.0) | POSITIVE
SIGNED = ANY | POSITIVE.map(lambda x: -x)


def tables(values, rows=4, columns=3):
    return st.tuples(*(arrays(float, (rows, columns), elements=values) for _ in range(2)))


def size(x0, x1):
    # Shapley passes through products of first and last values, which may be larger than both
    return float(np.maximum(np.abs(x0), np.abs(x1)).prod(axis=-1).sum()) or 1.0


@given(tables(SIGNED))
def test_additive_effects_sum_to_the_change(pair):
    step = additive(*pair)
    assert abs(step.effects.sum() - step.total) <= 1e-9 * size(*pair)
    rows = pair[1].prod(axis=1) - pair[0].prod(axis=1)
    assert np.abs(step.parts.sum(axis=1) - rows).max() <= 1e-9 * size(*pair)


@given(tables(ANY), st.sampled_from([1, 2]))
def test_ratios_multiply_to_the_ratio(pair, model):
    pair = [np.vstack([x, x[:1] + 1.0]) for x in pair]  # one category is there in both periods
    try:
        step = multiplicative(*pair, model)
    except InputError:
        assume(model == 1)  # the second may lack weights; the first never does
        raise
    # a category that all but vanishes takes its share of the logarithm with it
    assert np.log(step.effects).sum() == pytest.approx(np.log(step.total), rel=1e-6, abs=1e-9)
    parts = attribution(step).sum(axis=0)
    assert parts == pytest.approx(step.effects - 1, rel=1e-9, abs=1e-9)


@given(tables(POSITIVE))
def test_both_models_turn_one_form_into_the_other(pair):
    for model in (1, 2):
        ratio, change = multiplicative(*pair, model), additive(*pair, model)
        assume(abs(ratio.total - 1) > 1e-6)
        mean = change.total / np.log(ratio.total)
        assert change.effects == pytest.approx(mean * np.log(ratio.effects), rel=1e-6, abs=1e-6)


@given(tables(ANY))
def test_time_backwards_is_the_negative(pair):
    there, back = additive(*pair), additive(*pair[::-1])
    assert np.abs(there.effects + back.effects).max() <= 1e-9 * size(*pair)


@given(tables(ANY), st.permutations(range(4)), st.permutations(range(3)))
def test_order_does_not_matter(pair, rows, columns):
    first = additive(*pair).effects
    moved = additive(*(x[np.ix_(rows, columns)] for x in pair)).effects
    assert moved == pytest.approx(first[list(columns)], rel=1e-9, abs=1e-9 * size(*pair))


@given(tables(ANY), st.floats(1e-3, 1e3), st.integers(0, 2))
def test_units_do_not_matter(pair, factor, column):
    scale = np.ones(3)
    scale[column] = factor
    plain, scaled = additive(*pair), additive(*(x * scale for x in pair))
    limit = 1e-9 * size(*pair) * factor
    assert np.abs(scaled.effects - plain.effects * factor).max() <= limit + 1e-12


@given(tables(ANY, rows=6))
def test_parts_of_a_park_sum_to_the_park(pair):
    """LMDI-I is consistent in aggregation."""
    whole = additive(*pair).effects
    parts = sum(additive(*(x[rows] for x in pair)).effects for rows in (slice(0, 2), slice(2, 6)))
    assert parts == pytest.approx(whole, rel=1e-9, abs=1e-9 * size(*pair))


@given(arrays(float, 4, elements=SIGNED), arrays(float, 4, elements=SIGNED))
def test_shapley_closes_for_any_sign(x0, x1):
    change = x1.prod() - x0.prod()
    assert abs(shapley(x0, x1).sum() - change) <= 1e-9 * size(x0, x1)


@pytest.mark.parametrize(
    ("x0", "x1", "wanted"),
    [
        ([0.0, 2.0], [3.0, 2.0], [6.0, 0.0]),
        ([3.0, 2.0], [0.0, 2.0], [-6.0, 0.0]),
        ([0.0, 2.0], [0.0, 5.0], [0.0, 0.0]),
        ([0.0, 0.0], [3.0, 2.0], [3.0, 3.0]),
        ([-2.0, 3.0], [-4.0, 3.0], [-6.0, 0.0]),
    ],
)
def test_zeros_have_their_limits_and_credits_their_sign(x0, x1, wanted):
    found, shared, turned = effects(np.array([x0]), np.array([x1]))
    assert found[0] == pytest.approx(wanted)
    assert shared[0] == (x0 == [0.0, 0.0])
    assert not turned[0]


def test_a_change_of_sign_is_split_by_shapley_and_said():
    found, _, turned = effects(
        np.array([[5.0, 2.0], [1.0, 1.0]]), np.array([[-5.0, 2.0], [2.0, 1.0]])
    )
    assert turned.tolist() == [True, False]
    assert found.tolist() == [[-20.0, 0.0], [1.0, 0.0]]


def test_ratios_need_a_ratio():
    with pytest.raises(InputError) as caught:
        multiplicative(np.zeros((1, 2)), np.ones((1, 2)))
    assert caught.value.faults[0].code == "driver_no_ratio"


@settings(max_examples=30)
@given(arrays(float, (5, 3, 3), elements=POSITIVE))
def test_a_chain_explains_what_its_ends_show(values):
    panel = Panel(list("12345"), list("abc"), list("xyz"), values)
    for form, whole in (
        ("additive", values[-1].prod(axis=1).sum() - values[0].prod(axis=1).sum()),
        ("multiplicative", values[-1].prod(axis=1).sum() / values[0].prod(axis=1).sum()),
    ):
        found, total = cumulated(steps_of(panel, form, 1, chained=True), form)
        joined = found.sum() if form == "additive" else found.prod()
        assert (total, joined) == pytest.approx((whole, whole), rel=1e-6, abs=1e-6)
