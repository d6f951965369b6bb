"""Cost against carbon, on a park small enough to solve again at every point."""

from dataclasses import replace

import pytest

from tanlu.errors import InputError
from tanlu.plan.analyse.front import emitted_t, front
from tanlu.plan.model import Budget, Cap
from tanlu.plan.solve import solve
from tests.unit.plan.analyse.parks import park


def test_points_are_the_optima_of_their_budgets():
    found = front(park(), points=6)
    assert len(found) == 6
    for point in found:
        alone = solve(replace(park(), policies=(Budget("b", point.budget_t + 1e-3),)))
        assert point.cost_cny == pytest.approx(alone.objective_cny, rel=1e-7)
        assert emitted_t(point.design) <= point.budget_t + 1e-3


def test_budgets_fall_and_costs_and_prices_rise():
    found = front(park(), points=8)
    budgets, costs = [p.budget_t for p in found], [p.cost_cny for p in found]
    assert budgets == sorted(budgets, reverse=True)
    assert costs == sorted(costs)
    prices = [p.price_cny_per_t for p in found[:-1]]
    assert prices == pytest.approx(sorted(prices))  # least cost is convex in the budget


def test_price_is_the_slope():
    point = front(park(), points=5)[2]
    less = solve(replace(park(), policies=(Budget("b", point.budget_t - 1.0),)))
    assert less.objective_cny - point.cost_cny == pytest.approx(point.price_cny_per_t, rel=1e-4)


def test_free_offsets_end_the_front_at_zero():
    found = front(park(offsets=float("inf")), points=3)
    assert found[-1].budget_t == pytest.approx(0, abs=1)


def test_what_is_not_feasible_is_refused():
    with pytest.raises(InputError) as caught:
        front(park(Cap("cap", {2040: -1e9})))
    assert caught.value.faults[0].code == "plan_not_feasible"
