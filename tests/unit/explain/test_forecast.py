"""Forecasts and turning points, against sums done by hand."""

import numpy as np
import pytest

from tanlu.explain.ekc import terms, turning_point
from tanlu.explain.forecast import fan, ratio, smearing


def test_growth_compounds_with_its_elasticity():
    by_hand = 1.05 ** (0.6 * 8) * 0.97 ** (0.3 * 8)
    assert ratio({"a": 0.6, "b": 0.3}, {"a": 0.05, "b": -0.03}, 8) == pytest.approx(by_hand)
    assert ratio({"a": 0.6}, {}, 8) == 1.0


def test_the_mean_of_a_lognormal_is_above_its_median():
    residuals = np.array([-0.2, 0.2])
    assert smearing(residuals) == pytest.approx(np.cosh(0.2))


def test_a_fan_without_spread_is_the_line():
    slopes, growth = np.full((5, 1), 0.5), np.full((5, 1), 0.04)
    found = fan(slopes, growth, np.zeros(5), 10, np.array([0.2]))
    assert found.low == pytest.approx(found.high)
    assert found.middle[-1] == pytest.approx(1.04**5)
    assert found.is_extrapolated == [False] * 5 + [True] * 5


def test_a_curve_turns_where_its_slope_is_zero():
    x = np.linspace(10, 100, 40)
    z, _, mean = terms(x)
    top = np.log(50) - mean
    y = 1 + 2 * top * z - z**2  # greatest at z = top
    design = np.column_stack([np.ones(40), z, z**2])
    slopes = np.linalg.lstsq(design, y, rcond=None)[0]
    found = turning_point(slopes[1], slopes[2], np.zeros((2, 2)), mean, x, 2.0)
    assert found.at == pytest.approx(50)
    assert (found.low, found.high) == pytest.approx((50, 50))
    assert not found.is_outside


def test_a_bend_that_is_noise_sets_no_bound():
    found = turning_point(0.1, -0.01, np.diag([0.01, 0.01]), 0.0, np.array([1.0, 2.0]), 2.0)
    assert (found.low, found.high) == (None, None)
    assert found.is_outside
    assert turning_point(0.1, 0.2, np.eye(2), 0.0, np.array([1.0]), 2.0).at is None
