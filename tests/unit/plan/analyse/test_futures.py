"""Many futures: draws as stated, knowing never worse than not knowing, decisions that hold."""

from dataclasses import replace

import numpy as np
import pytest

from tanlu.errors import InputError
from tanlu.plan.analyse.futures import Uncertain, draw, drawn_system, futures, no_regret
from tanlu.plan.model import Budget
from tanlu.plan.solve import solve
from tests.unit.plan.analyse.parks import park

SYSTEM = park(Budget("budget", 450_000.0), rate=0.05)
PRICE = Uncertain("power price", ("grid",), "price", 0.7, 1.0, 1.6)
GROWTH = Uncertain("growth", ("load", "warm"), "amount", -0.02, 0.0, 0.01, grows=True)
COST = Uncertain("pv cost", ("pv",), "stock.investment", 0.6, 0.9, 1.2)
ALL = (PRICE, GROWTH, COST)


def test_draws_keep_their_triangle_and_their_correlation():
    wanted = np.array([[1, 0.6, 0], [0.6, 1, 0], [0, 0, 1.0]])
    drawn = draw(ALL, 4000, wanted)
    assert drawn.shape == (4000, 3)
    for u, column in zip(ALL, drawn.T, strict=True):
        assert u.low <= column.min() <= column.max() <= u.high
        assert column.mean() == pytest.approx(
            (u.low + u.mode + u.high) / 3, abs=0.02 * (u.high - u.low)
        )
    assert np.corrcoef(drawn.T)[0, 1] == pytest.approx(0.6, abs=0.05)
    assert abs(np.corrcoef(drawn.T)[0, 2]) < 0.05
    assert np.array_equal(drawn, draw(ALL, 4000, wanted))


def test_a_correlation_that_cannot_be_is_refused():
    with pytest.raises(InputError):
        draw(ALL, 10, np.array([[1, 2, 0], [2, 1, 0], [0, 0, 1.0]]))


@pytest.fixture(scope="module")
def made():
    design = solve(SYSTEM)
    return design, futures(SYSTEM, design, ALL, draws=25)


def test_each_future_is_that_of_an_independent_solve(made):
    _, found = made
    for at in (0, 7, 24):
        alone = solve(drawn_system(SYSTEM, ALL, found.draws[at]))
        assert found.best_cny[at] == pytest.approx(alone.objective_cny, rel=1e-7)


def test_knowing_is_never_worse_than_not_knowing(made):
    _, found = made
    both = np.isfinite(found.best_cny) & np.isfinite(found.fixed_cny)
    assert both.any()
    assert (found.fixed_cny >= found.best_cny * (1 - 1e-9))[both].all()
    assert found.information_cny >= 0


def test_a_future_as_planned_costs_what_was_planned():
    still = [replace(u, low=u.mode, high=u.mode) for u in (PRICE, GROWTH)]
    design = solve(SYSTEM)
    found = futures(SYSTEM, design, still, draws=2)
    assert found.fixed_cny == pytest.approx(np.full(2, design.objective_cny), rel=1e-9)
    assert found.broken == pytest.approx(np.zeros(2), abs=1e-6)


def test_decisions_that_hold_are_named(made):
    design, found = made
    held = no_regret(found, design)
    assert set(held) == {n for n, mw in design.periods[0].built.items() if mw > 1e-6}
    for name, (holds, often) in held.items():
        share = np.mean(found.capacity[name] >= 0.5 * design.periods[0].built[name])
        assert often == pytest.approx(share)
        assert holds == (share >= 0.9)
