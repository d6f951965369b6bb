"""Typical days mended against the whole year of a small park."""

from dataclasses import replace

import numpy as np
import pytest

from tanlu.plan.bound import relaxed
from tanlu.plan.model import Budget, Slices, Store, Supply, Value
from tanlu.plan.operate import open_operation
from tanlu.plan.repair import repair
from tanlu.plan.solve import solve
from tanlu.plan.typical import alone, grouped, peak_days, split
from tests.unit.plan.small_park import DAYS, park


@pytest.fixture(scope="module")
def full():
    return solve(park())


@pytest.mark.parametrize("days", [1, 3, 6, 12])
def test_the_optimum_on_mean_days_is_a_lower_bound(full, days):
    design = solve(park().with_slices(grouped(park(), days)))
    assert design.objective_cny <= full.objective_cny * (1 + 1e-9)


def test_finer_groups_give_a_higher_bound():
    slices = grouped(park(), 3)
    finer = split(park(), slices, range(slices.count))
    assert finer.count > slices.count
    costs = [solve(park().with_slices(each)).objective_cny for each in (slices, finer)]
    assert costs[0] <= costs[1] * (1 + 1e-9)


def test_a_design_of_the_whole_year_operates_as_it_was_planned(full):
    years = open_operation(park()).run(full)
    capital = [p.costs["capital"] for p in full.periods]
    costs = [year.cost_cny + c for year, c in zip(years, capital, strict=True)]
    assert costs == pytest.approx([p.cost_cny for p in full.periods], rel=1e-7)
    assert sum(year.unserved.sum() for year in years) == 0


def test_repair_serves_everything_within_its_interval(full):
    told = []
    design = repair(park(), 3, gap=0.01, tell=told.append)
    assert design.unserved_mwh == 0
    assert not design.overshoot
    assert design.interval <= 0.01
    assert design.lower_bound_cny <= full.objective_cny * (1 + 1e-9)
    assert design.full_year_cost_cny >= full.objective_cny * (1 - 1e-9)
    assert told[0].days == 3
    assert [r.lower_cny for r in told] == sorted(r.lower_cny for r in told)


def test_too_little_connection_is_named_where_it_lacks():
    tight = park()
    parts = [replace(c, limit=0.7) if isinstance(c, Supply) and c.name == "grid" else c
             for c in tight.components]  # fmt: skip
    thin = solve(tight.with_slices(grouped(tight, 2, alone=())))
    years = open_operation(tight.with_components(parts)).run(thin)
    assert sum(year.unserved.sum() for year in years) > 0
    assert all(year.unserved.shape == (DAYS,) for year in years)


def test_a_budget_is_kept_through_all_days():
    system = park(policies=(Budget("budget", 20000.0),))
    design = repair(system, 3, gap=0.02)
    assert design.unserved_mwh == 0
    assert not design.overshoot
    total = sum(p.length * p.co2_t for p in design.periods)
    assert total <= 20000 * (1 + 1e-9)


def test_uneven_prices_are_bounded_by_their_least(full):
    system = park()
    prices = {"price": system.series["price"] * np.linspace(0.5, 1.5, DAYS)[:, None]}
    system = replace(system, series={**system.series, **prices})
    whole = solve(system).objective_cny
    rough = replace(system, slices=grouped(system, 2, alone=()))
    assert relaxed(rough) is not rough
    assert solve(relaxed(rough)).objective_cny <= whole
    assert relaxed(replace(park(), slices=grouped(park(), 2))).components


def test_a_store_through_the_year_is_bounded_from_below():
    system = park()
    parts = [replace(c, link="year") if isinstance(c, Store) else c for c in system.components]
    system = system.with_components(parts)
    whole = solve(system).objective_cny
    rough = replace(system, slices=grouped(system, 3))
    assert solve(relaxed(rough)).objective_cny <= whole * (1 + 1e-9)
    assert repair(system, 3, gap=0.05, rounds=6).unserved_mwh == 0


def test_groups_keep_every_day_and_single_days_stay_alone():
    slices = grouped(park(), 6)
    assert len(slices.group) == DAYS
    assert slices.count == 6
    for day in peak_days(park()):
        assert slices.group.count(slices.group[day]) == 1
    apart = alone(Slices((0, 0, 0)), [1])
    assert apart.group == (0, 1, 0)


def test_days_of_other_prices_are_kept_apart():
    system = park()
    price = system.series["price"].copy()
    price[:7] *= 2
    system = replace(system, series={**system.series, "price": price})
    group = grouped(system, 6).group
    assert not set(group[:7]) & set(group[7:])
    assert Value((1.0,), "price") in {getattr(c, "price", None) for c in system.components}
