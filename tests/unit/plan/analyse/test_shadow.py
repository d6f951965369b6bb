"""Shadow prices against finite differences, and the span within which they hold."""

from dataclasses import replace

import numpy as np
import pytest

from tanlu.errors import InputError
from tanlu.plan.analyse.shadow import shadows
from tanlu.plan.model import Budget, Cap, Demand, Stock, Value
from tanlu.plan.solve import open_live, solve
from tests.unit.plan.analyse.parks import park


def of(system):
    live = open_live(system)
    return {(s.kind, s.name, s.year): s for s in shadows(live, live.session.solve())}


def test_target_price_is_the_finite_difference_within_its_span():
    def cost(most):
        return solve(park(Budget("budget", most))).objective_cny

    found = of(park(Budget("budget", 400_000.0)))["policy", "budget", None]
    assert found.price_cny == pytest.approx(cost(399_999.0) - cost(400_000.0), rel=1e-5)
    inside = found.low + 0.01 * (found.limit - found.low)
    assert (cost(inside) - cost(400_000.0)) / (400_000 - inside) == pytest.approx(
        found.price_cny, rel=1e-6
    )
    beyond = found.low - 20_000
    assert (cost(beyond) - cost(found.low)) / 20_000 > found.price_cny * (1 + 1e-6)


def test_target_of_a_year_is_priced_in_that_years_money():
    system = park(Cap("cap", {2040: 9_000.0}))
    found = of(system)["policy", "cap", 2040]
    assert found.yearly_cny == pytest.approx(solve(system).co2_cny_per_t[2040])
    assert found.price_cny == pytest.approx(found.yearly_cny * system.discounts()[2])


def test_loose_targets_cost_nothing():
    found = of(park(Budget("budget", 1e9)))["policy", "budget", None]
    assert (found.price_cny, found.low, found.high) == (0.0, None, None)


def test_potential_price_is_the_finite_difference():
    def cost(roof):
        return solve(park(Budget("b", 720_000.0), roof=roof)).objective_cny

    found = of(park(Budget("b", 720_000.0), roof=40.0))
    total = sum(
        s.price_cny for (kind, name, _), s in found.items() if (kind, name) == ("potential", "pv")
    )
    assert total == pytest.approx((cost(39.999) - cost(40.0)) / 0.001, rel=1e-4)
    assert total > 0


def test_energy_price_is_that_of_a_megawatt_more():
    system = park()
    found = of(system)["energy", "power", 2030]
    more = Demand("more", "power", Value((0.0, 1e-3, 0.0)))
    dearer = solve(system.with_components([*system.components, more])).objective_cny
    assert found.price_cny == pytest.approx((dearer - solve(system).objective_cny) / 1e-3, rel=1e-4)


def test_whole_numbers_have_no_prices():
    parts = [
        replace(c, stock=Stock(investment=6e6, block=10.0)) if c.name == "pv" else c
        for c in park().components
    ]
    live = open_live(park().with_components(parts))
    with pytest.raises(InputError):
        shadows(live, live.session.solve())
    assert np.isfinite(live.session.solve().objective)
