"""Granger, panel and frontier: planted effects are found, and gates refuse."""

import numpy as np
import pytest

from tanlu.errors import InputError
from tanlu.explain.frontier import frontier
from tanlu.explain.granger import granger
from tanlu.explain.panel import fixed, hausman, pooled, random


def test_a_planted_lead_is_found_one_way_only():
    rng = np.random.default_rng(3)
    cause = rng.normal(size=200)
    effect = 0.8 * np.roll(cause, 1) + rng.normal(size=200)
    assert granger(effect, cause, 2).p < 1e-6
    assert granger(cause, effect, 2).p > 0.05
    drifting = granger(effect.cumsum(), cause.cumsum(), 2, spare=1)
    assert (drifting.tested, drifting.dof) == (2, 200 - 3 - 7)


def test_granger_equals_the_textbook_f():
    """One lag by hand: y on its lag, with and without the lag of x."""
    rng = np.random.default_rng(5)
    y, x = rng.normal(size=(2, 40))
    a = np.column_stack([np.ones(39), y[:-1]])
    b = np.column_stack([a, x[:-1]])
    rss = [float(np.linalg.lstsq(m, y[1:], rcond=None)[1][0]) for m in (a, b)]
    assert granger(y, x, 1).f == pytest.approx((rss[0] - rss[1]) / (rss[1] / 36))


def test_yearly_data_are_refused():
    with pytest.raises(InputError) as caught:
        granger([1.0] * 12, [2.0] * 12, 1)
    assert caught.value.faults[0].code == "too_short_for_granger"


def enterprises(rng, correlation, months=24):
    groups = np.repeat(np.arange(80), months)
    effect = rng.normal(0, 1, 80)[groups]
    x = rng.normal(size=(len(groups), 2))
    x[:, 0] += correlation * effect
    y = effect + x @ [0.7, -0.3] + rng.normal(0, 0.3, len(groups))
    return y, x, groups


def test_fixed_effects_see_through_what_enterprises_are():
    y, x, groups = enterprises(np.random.default_rng(1), 1.0, months=6)
    inner, mixed = fixed(y, x, groups), random(y, x, groups)
    assert inner.slopes == pytest.approx([0.7, -0.3], abs=0.03)
    assert pooled(y, x, groups).slopes[0] > 1.0
    assert hausman(inner, mixed).takes == "fixed"


def test_random_effects_are_taken_where_they_may_be():
    y, x, groups = enterprises(np.random.default_rng(2), 0.0)
    mixed = random(y, x, groups)
    assert mixed.slopes == pytest.approx([0.7, -0.3], abs=0.03)
    assert mixed.covariance[0, 0] > 0


def test_within_equals_dummies():
    y, x, groups = enterprises(np.random.default_rng(4), 0.5)
    dummies = (groups[:, None] == np.arange(80)).astype(float)
    by_dummies = np.linalg.lstsq(np.column_stack([x, dummies]), y, rcond=None)[0][:2]
    assert fixed(y, x, groups).slopes == pytest.approx(by_dummies)


def test_a_driver_that_never_moves_is_refused():
    y, x, groups = enterprises(np.random.default_rng(4), 0.5)
    x[:, 1] = groups
    with pytest.raises(InputError):
        fixed(y, x, groups)


def test_a_planted_frontier_is_found():
    rng = np.random.default_rng(7)
    x = np.column_stack([np.ones(3000), rng.normal(size=(3000, 2))])
    lag = np.abs(rng.normal(0, 0.6, 3000))
    y = x @ [1.0, 0.4, 0.5] + rng.normal(0, 0.3, 3000) - lag
    found = frontier(y, x)
    assert found.slopes == pytest.approx([1.0, 0.4, 0.5], abs=0.06)
    assert found.gamma == pytest.approx(0.36 / 0.45, abs=0.05)
    assert found.p < 0.001
    assert np.corrcoef(found.efficiency, np.exp(-lag))[0, 1] > 0.7
    assert ((found.efficiency > 0) & (found.efficiency <= 1)).all()


def test_residuals_that_lean_the_other_way_show_no_inefficiency():
    rng = np.random.default_rng(8)
    x = np.column_stack([np.ones(500), rng.normal(size=500)])
    y = x @ [1.0, 0.5] + np.abs(rng.normal(0, 0.6, 500))
    found = frontier(y, x)
    assert found.is_skewed_wrong
    assert (found.gamma, set(found.efficiency)) == (0.0, {1.0})
