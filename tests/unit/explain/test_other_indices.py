"""Tapio, GDIM, Fisher and structural decomposition against figures worked out elsewhere."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tanlu.errors import InputError
from tanlu.explain.divisia import additive
from tanlu.explain.gdim import gdim, gdim_in_units
from tanlu.explain.indices import fisher, laspeyres, paasche, shapley_effects, side_by_side
from tanlu.explain.structure import Economy, structural
from tanlu.explain.tapio import STATES, chain_of_causes, decoupling, probabilities

CO2 = np.array([88.87, 100.60])  # wang2024 table 6, 2020 and 2022 [10⁴ t]
ENERGY = np.array([29.66, 32.76])
OUTPUT = np.array([707.0, 1162.0])
TEXTBOOK = (np.array([[10.0, 3.0], [40.0, 0.5]]), np.array([[40.0, 2.0], [40.0, 0.4]]))


@pytest.mark.parametrize(
    ("pair", "state"),
    [
        ((-0.1, 0.1), "strong_decoupling"),
        ((0.05, 0.1), "weak_decoupling"),
        ((0.1, 0.1), "expansive_coupling"),
        ((0.2, 0.1), "expansive_negative_decoupling"),
        ((0.1, -0.1), "strong_negative_decoupling"),
        ((-0.05, -0.1), "weak_negative_decoupling"),
        ((-0.1, -0.1), "recessive_coupling"),
        ((-0.2, -0.1), "recessive_decoupling"),
        ((0.1, 0.0), "not_resolvable"),
    ],
)
def test_the_states_of_tapio(pair, state):
    assert decoupling(*pair).state == state
    assert state in STATES


def test_the_seed_park_decouples_weakly():
    years = {"co2": [88.87, 97.50, 100.60], "output": [707.0, 954.7, 1162.0]}
    for a, b, wanted in ((0, 1, 0.2772), (1, 2, 0.1464), (0, 2, 0.2051)):
        changes = [values[b] / values[a] - 1 for values in years.values()]
        found = decoupling(*changes)
        assert (round(found.elasticity, 4), found.state) == (wanted, "weak_decoupling")


def test_output_that_hardly_moved_resolves_nothing():
    assert decoupling(0.1, 0.001, resolution=0.01).elasticity is None


def test_draws_give_probabilities_that_sum_to_one():
    draws = np.random.default_rng(1).normal([0.05, 0.1], 0.05, (1000, 2)).T
    found = probabilities(*draws)
    assert sum(found.values()) == pytest.approx(1)
    assert next(iter(found)) in ("weak_decoupling", "expansive_coupling")


def test_causes_sum_to_the_elasticity():
    parts = chain_of_causes(np.array([46.992, -37.590, 2.328]), 88.87, 1162 / 707 - 1)
    assert parts.sum() == pytest.approx(11.73 / 88.87 / (1162 / 707 - 1), rel=1e-9)


@pytest.mark.parametrize(
    ("scales", "wanted"),
    [
        ((1, 1, 1), [0.057, -0.043, 9.394, 2.322, 0.000]),
        ((0.01, 1, 1), [34.536, -29.830, 2.496, 0.359, 4.169]),
        ((1, 1e4, 1e4), [40.682, -35.280, 1.266, 0.000, 5.061]),
        ((1 / 707, 1 / 29.66, 1 / 88.87), [24.184, -15.718, 4.567, 1.289, -2.592]),
    ],
)
def test_gdim_changes_with_the_units(scales, wanted):
    g, e, c = (x * s for x, s in zip((OUTPUT, ENERGY, CO2), scales, strict=True))
    found = gdim_in_units(g, e, c)
    assert found.sum() == pytest.approx(c[1] - c[0], rel=1e-4)
    assert found * 11.73 / found.sum() == pytest.approx(wanted, abs=6e-4)


def test_gdim_takes_indices_only():
    with pytest.raises(InputError):
        gdim(OUTPUT, ENERGY, CO2)
    found = gdim(OUTPUT / 707, ENERGY / 29.66, CO2 / 88.87)
    assert found.sum() == pytest.approx(11.73 / 88.87, rel=1e-4)


def test_the_textbook_case_by_every_formula():
    """Intensity effect of the two-sector case; Ang and Zhang 2000 type of data."""
    shares = [np.array([[50, q / 50, i] for q, i in t]) for t in TEXTBOOK]
    shares[1] = np.array([[80, q / 80, i] for q, i in TEXTBOOK[1]])
    x0, x1 = shares
    assert shapley_effects(x0, x1) == pytest.approx([34.35, 39.30, -27.65], abs=0.006)
    assert fisher(x0[:, 1:], x1[:, 1:]) == pytest.approx([1.70783, 0.70265], abs=5e-6)
    assert laspeyres(x0[:, 1:], x1[:, 1:]) == pytest.approx([1.75, 0.72], abs=5e-6)
    assert paasche(x0[:, 1:], x1[:, 1:]) == pytest.approx([1.66667, 0.68571], abs=5e-6)
    beside = side_by_side(x0, x1)
    assert beside["lmdi_1"] == pytest.approx(additive(x0, x1).effects)
    for name in ("lmdi_1_ratio", "lmdi_2_ratio", "fisher_ratio"):
        assert beside[name].prod() == pytest.approx(96 / 50)


@given(*(arrays(float, (3, 3), elements=st.floats(0.1, 10)) for _ in range(2)))
def test_fisher_leaves_no_residue(x0, x1):
    ratio = x1.prod(axis=1).sum() / x0.prod(axis=1).sum()
    assert fisher(x0, x1).prod() == pytest.approx(ratio, rel=1e-9)


ECONOMY = st.tuples(
    arrays(float, 3, elements=st.floats(0.1, 5)),
    arrays(float, (3, 3), elements=st.floats(0, 0.3)),
    arrays(float, 3, elements=st.floats(0.1, 100)),
)


@given(ECONOMY, ECONOMY)
def test_structural_effects_close(first, last):
    def total(f, a, y):
        return f @ np.linalg.solve(np.eye(3) - a, y)

    found = structural(Economy(*first), Economy(*last))
    change = total(*last) - total(*first)
    scale = abs(total(*last)) + abs(total(*first))
    assert abs(sum(found.values()) - change) <= 1e-9 * scale
