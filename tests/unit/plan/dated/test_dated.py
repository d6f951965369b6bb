"""Dated actions: they are the design, no more and no less; money adds up; slips cost."""

import numpy as np
import pytest

from tanlu.plan.analyse.curve import curve
from tanlu.plan.dated import actions_of, payments_of, slip
from tanlu.plan.dated.action import order_of
from tanlu.plan.model import Budget, Cap
from tanlu.plan.solve import solve
from tests.unit.plan.analyse.parks import park

SYSTEM = park(Budget("budget", 400_000.0))


@pytest.fixture(scope="module")
def design():
    return solve(SYSTEM)


def test_actions_are_the_design(design):
    found = actions_of(SYSTEM, design)
    assert [a.year for a in found] == sorted(a.year for a in found)
    for period in design.periods:
        for name, mw in period.built.items():
            own = [a.mw for a in found if (a.component, a.year) == (name, period.year)]
            assert sum(own) == pytest.approx(mw, abs=1e-6)


def test_tonnes_of_actions_are_those_of_the_curve(design):
    made = curve(SYSTEM, design)
    found = actions_of(SYSTEM, design, made)
    for step in made.steps:
        own = [a.avoided_t for a in found if a.component == step.measure]
        if own and step.alone:
            assert sum(own) == pytest.approx(step.given.t)
    known = {s.measure for s in made.steps}
    assert all(a.avoided_t is None for a in found if a.component not in known)


def test_payments_for_running_add_up_to_the_cost_without_capital(design):
    found = payments_of(SYSTEM, design, {"pv": "service"})
    by_year = np.array([p.year for p in found if p.kind != "investment"])
    money = np.array([p.cny for p in found if p.kind != "investment"])
    running = sum(p.discount * (p.cost_cny - p.costs.get("capital", 0.0)) for p in design.periods)
    assert (money * SYSTEM.factor(by_year)).sum() == pytest.approx(running, rel=1e-9)
    assert {p.owner for p in found if p.component == "pv"} == {"service"}


def test_a_slip_costs_and_moves_others():
    system = park(Cap("cap", {2040: 9_000.0}))
    design = solve(system)
    found = slip(system, design, "pv")
    assert found.is_kept
    assert found.cny > 0
    assert found.moved
    assert "pv" not in found.moved


def test_a_slip_that_breaks_targets_is_told(design):
    found = slip(SYSTEM, design, "pv")
    assert not found.is_kept
    assert found.cny is None


def test_what_is_needed_before_comes_before():
    assert order_of([], {"a": ["b"], "b": ["c"], "c": []}) == ["c", "b", "a"]
    with pytest.raises(ValueError, match="a, b"):
        order_of([], {"a": ["b"], "b": ["a"]})
