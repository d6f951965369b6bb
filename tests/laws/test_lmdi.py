"""LMDI leaves no residue, gives zeros their limits, and knows no order of categories."""

import math
from decimal import Decimal, getcontext

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tanlu.errors import InputError
from tanlu.explain.lmdi import chain, decompose, effects_of, log_mean

getcontext().prec = 60
NAMES = ("output", "intensity", "mix", "factor")
POSITIVE = st.floats(1e-4, 1e6)
VALUES = st.just(0.0) | POSITIVE
SMALL = st.floats(1e-3, 1e3)


def periods(values):
    factors = st.fixed_dictionaries(dict.fromkeys(NAMES, values))
    category = st.tuples(factors, factors)
    return st.dictionaries(st.sampled_from("abcdef"), category, min_size=1)


def split(drawn):
    first = ("1", {name: pair[0] for name, pair in drawn.items()})
    last = ("2", {name: pair[1] for name, pair in drawn.items()})
    return decompose(first, last)


@given(periods(VALUES))
def test_the_effects_close(drawn):
    found = split(drawn)
    values = [[math.prod(pair[at].values()) for pair in drawn.values()] for at in (0, 1)]
    change = math.fsum(values[1]) - math.fsum(values[0])
    scale = max(math.fsum(values[0]), math.fsum(values[1])) or 1.0
    assert abs(math.fsum(found.effects.values()) - change) <= 1e-9 * scale
    for name, effect in found.effects.items():
        parts = math.fsum(effects[name] for effects in found.by_category.values())
        assert parts == pytest.approx(effect, rel=1e-12, abs=1e-12)


@given(periods(VALUES))
def test_each_category_closes_by_itself(drawn):
    for name, effects in split(drawn).by_category.items():
        first, last = (math.prod(values.values()) for values in drawn[name])
        assert abs(math.fsum(effects.values()) - (last - first)) <= 1e-9 * max(first, last)


@given(periods(VALUES))
def test_backwards_is_the_negative(drawn):
    there, back = split(drawn), split({name: pair[::-1] for name, pair in drawn.items()})
    for name in NAMES:
        scale = max(there.start_value, there.end_value)
        assert back.effects[name] == pytest.approx(-there.effects[name], rel=1e-9, abs=1e-9 * scale)


@given(periods(VALUES), st.randoms(use_true_random=False))
def test_the_order_of_categories_is_irrelevant(drawn, chance):
    names = list(drawn)
    chance.shuffle(names)
    mixed = {name: drawn[name] for name in names}
    assert split(mixed).effects == pytest.approx(split(drawn).effects, rel=1e-12, abs=0)


@given(periods(SMALL), st.floats(1e-3, 1e3))
def test_the_unit_of_a_factor_is_irrelevant(drawn, scale):
    scaled = {
        name: tuple({**values, "output": values["output"] * scale} for values in pair)
        for name, pair in drawn.items()
    }
    plain, other = split(drawn), split(scaled)
    size = max(plain.start_value, plain.end_value)
    for name in NAMES:
        assert other.effects[name] / scale == pytest.approx(
            plain.effects[name], rel=1e-9, abs=1e-9 * size
        )


# methods-drivers-transfer 2.1: factors in both periods, and the limit of the effect of x
ZEROS = [
    ({"x": 0.0, "y": 5.0}, {"x": 6.0, "y": 5.0}, 30.0),  # 0 to +, x appears: +v_T
    ({"x": 6.0, "y": 5.0}, {"x": 0.0, "y": 5.0}, -30.0),  # + to 0, x vanishes: -v_0
    ({"x": 2.0, "y": 0.0}, {"x": 4.0, "y": 5.0}, 0.0),  # 0 to +, another factor appears
    ({"x": 2.0, "y": 5.0}, {"x": 4.0, "y": 0.0}, 0.0),  # + to 0, another factor vanishes
    ({"x": 0.0, "y": 5.0}, {"x": 0.0, "y": 7.0}, 0.0),  # nothing before, nothing after
]


@pytest.mark.parametrize(("start", "end", "effect"), ZEROS)
def test_the_five_rows_of_zeros(start, end, effect):
    assert effects_of(start, end)["x"] == effect


def test_factors_that_vanish_together_share_the_change():
    found = effects_of({"x": 2.0, "y": 3.0, "z": 4.0}, {"x": 0.0, "y": 0.0, "z": 5.0})
    assert found == {"x": -12.0, "y": -12.0, "z": 0.0}


@pytest.mark.parametrize(("a", "b"), [(0.0, 3.0), (3.0, 0.0), (0.0, 0.0)])
def test_the_log_mean_with_zero_is_zero(a, b):
    assert log_mean(a, b) == 0.0


@given(POSITIVE)
def test_the_log_mean_of_equal_numbers_is_the_number(a):
    assert log_mean(a, a) == a


@given(POSITIVE, st.floats(-2e-3, 2e-3) | st.sampled_from([1e-4, -1e-4, 1e-8, 1e-12, -1e-15]))
def test_the_log_mean_near_equality(a, step):
    b = a * (1 + step)
    assume(a != b)
    x, y = Decimal(a), Decimal(b)
    exact = (y - x) / (y / x).ln()
    assert log_mean(a, b) == pytest.approx(float(exact), rel=5e-13)
    assert min(a, b) * (1 - 1e-15) <= log_mean(a, b) <= max(a, b) * (1 + 1e-15)


@given(POSITIVE, POSITIVE)
def test_the_log_mean_does_not_mind_the_order(a, b):
    assert log_mean(a, b) == pytest.approx(log_mean(b, a), rel=1e-12)


@given(POSITIVE, st.floats(-1e-12, 1e-12), POSITIVE, POSITIVE)
def test_a_factor_that_stays_has_no_effect_at_all(same, noise, first, last):
    start = {"factor": same, "energy": first}
    end = {"factor": same * (1 + 0.9 * noise), "energy": last}
    found = effects_of(start, end)
    assert found["factor"] == 0.0
    before, after = math.prod(start.values()), math.prod(end.values())
    assert found["energy"] == pytest.approx(after - before, abs=2e-12 * max(before, after))


def test_a_change_of_one_in_a_billion_is_an_effect():
    found = effects_of({"factor": 2.0, "energy": 3.0}, {"factor": 2.0 * (1 + 1e-9), "energy": 3.0})
    assert found["factor"] == pytest.approx(6e-9, rel=1e-6)


# LMDIR's own tests: rows are categories, columns factors, one matrix a year (A1)
LMDIR = {
    "1971": [[1, 10, 2], [4, 5, 3]],
    "1972": [[4, 5, 3], [5, 6, 4]],
    "1973": [[8, 2, 4], [5, 7, 5]],
    "1974": [[10, 1, 5], [6, 8, 6]],
}
PRINTED = {
    "1972": (69.79006598, -9.455125793, 39.66505981),
    "1973": (42.96021467, -34.31902656, 50.3588119),
    "1974": (54.01064234, -9.021284671, 54.01064234),
}


def test_the_numbers_that_lmdir_prints():
    years = [
        (year, {str(i): dict(zip("xyz", map(float, row), strict=True)) for i, row in enumerate(m)})
        for year, m in LMDIR.items()
    ]
    *steps, whole = chain(years)
    for step in steps:
        assert tuple(step.effects.values()) == pytest.approx(PRINTED[step.end], rel=1e-8)
    chained = [math.fsum(step.effects[n] for step in steps) for n in "xyz"]
    assert chained == pytest.approx([166.8, -52.8, 144.0], abs=0.05)
    assert list(whole.effects.values()) == pytest.approx([134.3, -7.1, 130.7], abs=0.05)


def test_the_chinese_commercial_buildings_of_pylmdi():
    # methods-drivers-transfer A4
    start = (1390.08, 59.04367375, 0.51892765, 0.002876626, 3.004500526, 2.07)
    end = (1395.38, 64.52073987, 0.521570193, 0.002743568, 3.053397862, 2.02)
    found = effects_of(*(dict(zip("PgsieK", map(float, v), strict=True)) for v in (start, end)))
    printed = (2.96136422, 69.03218171, 3.95270288, -36.85387877, 12.56275829, -19.02745442)
    # the inputs are printed to seven digits at least
    assert tuple(found.values()) == pytest.approx(printed, rel=2e-4)


def test_two_sectors_of_the_textbook():
    # methods-drivers-transfer A2: activity, structure, intensity of energy use
    energy, output = ((30.0, 20.0), (80.0, 16.0)), ((10.0, 40.0), (40.0, 40.0))
    years = [
        (str(t), {
            str(i): {"activity": sum(q), "structure": q[i] / sum(q), "intensity": e[i] / q[i]}
            for i in (0, 1)
        })
        for t, (e, q) in enumerate(zip(energy, output, strict=True))
    ]  # fmt: skip
    found = decompose(*years).effects
    assert tuple(found.values()) == pytest.approx((32.38464, 38.28487, -24.66951), abs=5e-6)


@pytest.mark.parametrize("value", [-1.0, math.inf, math.nan])
def test_what_is_no_quantity_is_refused(value):
    with pytest.raises(InputError):
        effects_of({"x": 1.0}, {"x": value})


def test_categories_that_differ_are_refused():
    with pytest.raises(InputError, match="b"):
        decompose(("1", {"a": {"x": 1.0}}), ("2", {"b": {"x": 1.0}}))
