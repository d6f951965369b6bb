"""Distributions: which one stands for a range, and that it keeps the range."""

import numpy as np
import pytest

from tanlu.account.uncertainty.draw import generators, slabs
from tanlu.account.uncertainty.spread import KINDS, moments, sides, spread_of
from tanlu.model.uncertainty import Spread

CASES = [
    spread_of(0.95, 1.05, 0.3),
    spread_of(0.83, 1.02, 0.3),
    spread_of(0.3, 3.0, 0.3),
    spread_of(-0.2, 2.2, 0.3),
    spread_of(0.9, 1.1, 0.3, "uniform"),
    spread_of(0.8, 1.3, 0.3, "triangular"),
    spread_of(0.9, 1.0, 0.3),
    spread_of(1.0, 1.2, 0.3, "triangular"),
]


def drawn(spread, n=200_000):
    [slab] = slabs([spread])
    blocks = [slab.deviations(g)[0] for g in generators(3, n)]
    return 1 + np.concatenate(blocks)[:n].astype(float)


def test_every_kind_is_drawn():
    assert {spread.kind for spread in CASES} == set(KINDS)


@pytest.mark.parametrize("spread", CASES, ids=lambda s: f"{s.kind}-{s.lower:.2f}-{s.upper:.2f}")
def test_draws_have_the_moments(spread):
    mean, deviation = moments(spread)
    found = drawn(spread)
    assert found.mean() == pytest.approx(mean, abs=4 * deviation / np.sqrt(len(found)))
    assert found.std() == pytest.approx(deviation, rel=0.02)


def test_even_and_large_keeps_the_value_as_its_mean():
    for kind in (None, "lognormal"):
        assert moments(spread_of(0.2, 1.8, 0.3, kind))[0] == pytest.approx(1)


@pytest.mark.parametrize("spread", CASES[:4], ids=lambda s: f"{s.kind}-{s.lower:.2f}")
def test_bounds_hold_the_middle_95_percent(spread):
    low, high = np.percentile(drawn(spread), [2.5, 97.5])
    size = spread.upper - spread.lower
    assert low == pytest.approx(spread.lower, abs=0.02 * size)
    assert high == pytest.approx(spread.upper, abs=0.02 * size)


@pytest.mark.parametrize("spread", CASES[4:6] + CASES[7:], ids=lambda s: s.kind)
def test_limits_are_limits(spread):
    found = drawn(spread)
    assert found.min() >= spread.lower - 1e-6
    assert found.max() <= spread.upper + 1e-6


def test_what_is_one_sided_stays_one_sided():
    assert sides(spread_of(0.83, 1.0, 0.3)) == (pytest.approx(0.17), 0.0)
    assert drawn(spread_of(0.83, 1.0, 0.3)).max() <= 1


def test_large_and_even_becomes_a_lognormal_of_the_same_mean_and_deviation():
    wide = spread_of(-0.2, 2.2, 0.3)
    mean, deviation = moments(wide)
    assert wide.kind == "lognormal"
    assert mean == pytest.approx(1)
    assert deviation == pytest.approx(1.2 / 1.959964, rel=1e-6)
    assert wide.lower > 0


def test_a_stated_normal_stays_normal():
    assert spread_of(0.0, 2.0, 0.3, "normal") == Spread("normal", 0.0, 2.0)
