"""Small systems whose optimum is worked out by hand."""

from dataclasses import replace

import numpy as np
import pytest

from tanlu.plan.model import (
    Budget,
    Cap,
    CarbonPrice,
    Converter,
    Demand,
    Generator,
    Intensity,
    Limit,
    Neutral,
    Node,
    Offset,
    Peak,
    Period,
    Sale,
    Slices,
    Stock,
    Store,
    Supply,
    System,
    Value,
)
from tanlu.plan.solve import answer, open_live, solve

HOUR = Slices((0,), steps=1, step_h=24.0)  # one step stands for the whole year
COAL = Supply("coal", "heat", price=10.0, scope=1, factor=0.4)
GAS = Supply("gas", "heat", price=30.0, scope=1, factor=0.2)
ONE = (Period(2030),)
NEED = Demand("need", "heat", 1.0)  # 8,760 MWh


def heat(*policies, periods=ONE, parts=(), rate=0.0, need=NEED):
    return System(periods, HOUR, (Node("heat"),), (COAL, GAS, need, *parts), policies, rate=rate)


def test_without_a_cap_the_cheapest_fuel():
    design = solve(heat())
    assert design.status == "optimal"
    assert design.objective_cny == pytest.approx(87600)
    assert design.periods[0].co2_t == pytest.approx(3504)
    assert design.periods[0].imports_mwh == pytest.approx({"coal": 8760, "gas": 0})
    assert design.co2_cny_per_t[2030] == 0


def test_a_cap_is_kept_and_priced():
    design = solve(heat(Cap("cap", {2030: 2504.0})))
    # each tonne less moves 5 MWh from coal to gas, at 20 CNY each
    assert design.periods[0].co2_t == pytest.approx(2504)
    assert design.objective_cny == pytest.approx(87600 + 1000 * 100)
    assert design.co2_cny_per_t[2030] == pytest.approx(100)
    assert design.policies["cap"] == pytest.approx((100,))


def test_a_cap_nobody_can_keep_is_infeasible_and_says_so():
    design = solve(heat(Cap("cap", {2030: 1000.0})))
    assert design.status == "infeasible"
    assert design.periods == ()


def test_slack_has_a_price():
    live = open_live(heat(Cap("cap", {2030: 1000.0})), slack_cny=1e4)
    design = answer(live)
    assert design.solution.of(live.model.problem.block("slack.cap")) == pytest.approx([752])


def test_a_budget_is_spent_where_it_saves_least():
    periods = (Period(2030, 5), Period(2035, 5))
    need = replace(NEED, amount=(1.0, 2.0))
    system = heat(Budget("budget", 5 * (3504 + 6000.0)), periods=periods, rate=0.05, need=need)
    design = solve(system)
    # later money is worth less: the cut comes later
    assert [p.co2_t for p in design.periods] == pytest.approx([3504, 6000])
    assert design.co2_cny_per_t[2035] == pytest.approx(100)
    assert design.co2_cny_per_t[2030] < 100


def test_emissions_do_not_rise_after_the_peak():
    periods = (Period(2030), Period(2031), Period(2032))
    need = replace(NEED, amount=(1.0, 1.2, 1.5))
    design = solve(heat(Peak("peak", 2031), periods=periods, need=need))
    assert [p.co2_t for p in design.periods] == pytest.approx([3504, 4204.8, 4204.8])


def test_neutrality_by_offsets_within_their_share():
    offset = Offset("forest", price=50.0)
    neutral = Neutral("neutral", 2030, offset_share=1.0, reference=3504.0)
    design = solve(heat(neutral, parts=(offset,)))
    assert design.periods[0].offset_t == pytest.approx(3504)
    assert design.objective_cny == pytest.approx(87600 + 3504 * 50)
    tight = solve(heat(replace(neutral, offset_share=0.4), parts=(offset,)))
    assert tight.status == "infeasible"  # gas alone still emits 0.5 of it


def test_a_carbon_price_is_paid_and_is_no_shadow_price():
    design = solve(heat(CarbonPrice("ets", 99.0, share=1.0)))
    assert design.periods[0].costs["carbon"] == pytest.approx(3504 * 99)
    assert design.co2_cny_per_t[2030] == pytest.approx(0, abs=1e-6)
    assert solve(heat(CarbonPrice("ets", 101.0))).periods[0].co2_t == pytest.approx(1752)


def test_intensity_per_output_is_a_cap_that_moves_with_it():
    design = solve(heat(Intensity("per output", {2030: 0.25}, per=10000.0)))
    assert design.periods[0].co2_t == pytest.approx(2500)


def battery(slices, **given):
    pv = Generator("pv", "power", Stock(existing=3.0, potential=3.0), Value((1.0,), "sun"))
    store = Store("battery", "power", Stock(existing=2.0, potential=2.0), **given)
    return System(
        (Period(2030),), slices, (Node("power"),),
        (Supply("grid", "power", price=100.0), pv, store, Demand("load", "power", 1.0)),
        series={"sun": np.array([[0.0, 1.0]])},
    )  # fmt: skip


def test_a_store_carries_the_day_into_the_night():
    design = solve(battery(Slices((0,), steps=2, days=1), hours=1.0, charge=0.8))
    # 2 MW in for an hour, 1.6 MWh kept, 1 of them needed: nothing is bought
    assert design.objective_cny == pytest.approx(0)
    lossy = solve(battery(Slices((0,), steps=2, days=1), hours=1.0, charge=0.4))
    assert lossy.objective_cny == pytest.approx(100 * (1 - 2 * 0.4))


def test_a_store_linked_through_the_year_carries_summer_into_winter():
    days = Slices((0, 1, 1), steps=1, days=3)
    system = replace(battery(days, hours=2.0), series={"sun": np.array([[1.0], [0.0], [0.0]])})
    assert solve(system).objective_cny == pytest.approx(200)
    linked = [replace(c, link="year") if isinstance(c, Store) else c for c in system.components]
    assert solve(system.with_components(linked)).objective_cny == pytest.approx(0)
    loose = [replace(c, link="loose") if isinstance(c, Store) else c for c in system.components]
    assert solve(system.with_components(loose)).objective_cny == pytest.approx(0)


def test_converter_with_two_outputs_and_a_limit_on_land():
    nodes = (Node("gas"), Node("power"), Node("heat", may_curtail=True))
    chp = Converter("chp", {"gas": 2.5}, {"power": 1.0, "heat": 1.0}, Stock(investment=1e5))
    parts = (
        Supply("fuel", "gas", price=20.0), Supply("grid", "power", price=100.0), chp,
        Supply("boiler", "heat", price=40.0), Demand("e", "power", 1.0), Demand("q", "heat", 0.5),
        Sale("export", "power", price=10.0),
    )  # fmt: skip
    system = System((Period(2030),), HOUR, nodes, parts, (Limit("land", {"chp": 10.0}, 8.0),))
    design = solve(system)
    assert design.periods[0].capacity["chp"] == pytest.approx(0.8)
    # a year of 8,760 h; the annuity at 0 % over 20 years is 5,000 CNY/MW
    expected = 0.8 * (5000 + 50 * 8760) + 0.2 * 100 * 8760
    assert design.objective_cny == pytest.approx(expected)


def test_units_run_whole_or_not_at_all():
    fuel = Supply("fuel", "gas", price=1.0)
    other = Supply("other", "heat", price=2.0)
    boiler = Converter("boiler", {"gas": 1.0}, {"heat": 1.0}, Stock(3.0, 3.0), least=0.5, unit=1.0)
    nodes = (Node("gas"), Node("heat"))
    parts = (fuel, other, boiler, Demand("need", "heat", 0.4))
    design = solve(System((Period(2030),), HOUR, nodes, parts))
    assert design.algorithm == "mip"
    assert design.objective_cny == pytest.approx(0.4 * 8760 * 2)
    assert design.co2_cny_per_t == {}


def test_blocks_are_built_whole():
    parts = (Generator("pv", "heat", Stock(investment=20.0, block=0.4)), NEED)
    design = solve(System((Period(2030),), HOUR, (Node("heat"),), parts))
    assert design.periods[0].capacity["pv"] == pytest.approx(1.2)


def test_what_is_given_up_saves_its_fixed_cost_and_does_not_return():
    periods = (Period(2030), Period(2031), Period(2032))
    old = Generator("old", "heat", Stock(2.0, 2.0, fixed_om=100.0, may_retire=True))
    need = replace(NEED, amount=(2.0, 1.0, 2.0))
    design = solve(System(periods, HOUR, (Node("heat"),), (old, COAL, need)))
    assert [p.capacity["old"] for p in design.periods] == pytest.approx([2.0, 2.0, 2.0])
    idle = solve(System(periods, HOUR, (Node("heat"),), (old, COAL, replace(need, amount=1.0))))
    assert [p.capacity["old"] for p in idle.periods] == pytest.approx([1.0, 1.0, 1.0])


def test_load_moves_within_its_window_and_is_shed_at_a_price():
    load = Demand("load", "power", 1.0, shift=0.5, window=2, shed=0.1, shed_cost=150.0)
    price = Value((1.0,), "price")
    parts = (Supply("grid", "power", price=price), load)
    day = Slices((0,), steps=4, days=1)
    series = {"price": np.array([[100.0, 200.0, 200.0, 100.0]])}
    system = System((Period(2030),), day, (Node("power"),), parts, series=series)
    design = solve(system)
    assert design.objective_cny == pytest.approx(2 * (1.5 * 100 + 0.4 * 200 + 0.1 * 150))


def test_a_monthly_peak_is_charged_by_month():
    load = Demand("load", "power", Value((1.0,), "load"))
    days = Slices((0, 1), steps=1, month=(0, 1), days=2)
    parts = (Supply("grid", "power", charge=10.0), load)
    series = {"load": np.array([[1.0], [3.0]])}
    design = solve(System((Period(2030),), days, (Node("power"),), parts, series=series))
    assert design.periods[0].costs["charge"] == pytest.approx(6 * 10 * (1 + 3))
