"""Measures, capture, contracts, fleets and indicators, each worked out by hand."""

from dataclasses import replace

import numpy as np
import pytest

from tanlu.catalog.indicator_sets import indicator_set
from tanlu.plan.model import (
    Cap,
    Capture,
    Certificates,
    CleanShare,
    Converter,
    Demand,
    DirectLine,
    Fleet,
    Generator,
    GreenPower,
    Intensity,
    Match,
    Measure,
    Node,
    Period,
    Process,
    Slices,
    Stock,
    Supply,
    System,
    Value,
)
from tanlu.plan.solve import solve
from tanlu.plan.zero_carbon import as_notice_counts, zero_carbon_policies

HOUR = Slices((0,), steps=1, step_h=24.0)
ONE = (Period(2030),)
GRID = Supply("grid", "power", price=500.0, factor=0.5, market_factor=0.6, tce=0.1229)
LOAD = Demand("load", "power", 1.0)  # 8,760 MWh
NODES = (Node("power"),)


def power(*parts, policies=(), slices=HOUR, series=None, periods=ONE):
    return System(periods, slices, NODES, parts, policies, series or {})


def test_a_measure_saves_part_of_a_demand_where_it_pays():
    lamps = Measure("lamps", "load", 0.1, Stock(potential=1.0, investment=5e6, life=20))
    design = solve(power(GRID, LOAD, lamps))
    # a tenth of 8,760 MWh at 500 CNY is 438,000 a year; the annuity 250,000
    assert design.periods[0].capacity["lamps"] == pytest.approx(1)
    assert design.objective_cny == pytest.approx(0.9 * 8760 * 500 + 250000)
    dear = replace(lamps, stock=replace(lamps.stock, investment=9e6))
    assert solve(power(GRID, LOAD, dear)).periods[0].capacity["lamps"] == pytest.approx(0)


def test_a_measure_on_a_process_and_capture_of_what_is_left():
    kiln = Process("kiln", 1000.0)
    clinker = Measure("clinker", "kiln", 0.2, Stock(potential=1.0, investment=20000.0, life=20))
    capture = Capture("capture", "kiln", 0.9, {"power": 0.3}, price=200.0)
    system = power(GRID, LOAD, kiln, clinker, capture, policies=(Cap("cap", {2030: 4680.0}),))
    design = solve(system)
    # 200 t by the measure at 5 CNY/t; 500 t by capture, whose power itself emits 0.15 t/t
    captured = 500 / 0.85
    assert design.periods[0].carbon["captured"] == pytest.approx(-captured)
    assert design.objective_cny == pytest.approx(8760 * 500 + 1000 + captured * (200 + 0.3 * 500))


def test_capture_takes_no_more_than_its_share_of_a_fuel():
    fuel = Supply("fuel", "power", price=100.0, scope=1, factor=1.0)
    capture = Capture("capture", "fuel", 0.9, price=10.0)
    design = solve(power(fuel, LOAD, capture, policies=(Cap("cap", {2030: 0.0}),)))
    assert design.status == "infeasible"
    loose = solve(power(fuel, LOAD, capture, policies=(Cap("cap", {2030: 876.0}),)))
    assert loose.periods[0].co2_t == pytest.approx(876)


def test_green_power_counts_by_market_and_not_by_location():
    green = GreenPower("green", "grid", premium=30.0)
    system = power(GRID, LOAD, green, policies=(Cap("cap", {2030: 2628.0}, "market"),))
    period = solve(system).periods[0]
    assert period.co2_t == pytest.approx(4380)
    assert period.co2_market_t == pytest.approx(2628)
    assert period.costs["energy"] == pytest.approx(8760 * 500 + 4380 * 30)


def test_no_more_is_claimed_than_was_bought():
    green = GreenPower("green", "grid", premium=-1.0)
    paper = Certificates("paper", "grid", price=-1.0)
    period = solve(power(GRID, LOAD, green, paper)).periods[0]
    assert period.co2_market_t == pytest.approx(0)
    assert period.costs["energy"] == pytest.approx(8760 * 499)


def test_a_direct_line_is_paid_for_what_it_offers():
    line = DirectLine("line", "power", Stock(existing=2.0, potential=2.0), 0.25, 400.0)
    assert solve(power(GRID, LOAD, line)).objective_cny == pytest.approx(4380 * 900)
    paid = replace(line, take_or_pay=True, profile=1.0)
    assert solve(power(GRID, LOAD, paid)).objective_cny == pytest.approx(2 * 8760 * 400)


def test_matching_by_hour_costs_more_than_by_year():
    days = Slices((0, 1), steps=2, days=2, month=(0, 1))
    sun = {"sun": np.array([[1.0, 0.0], [0.8, 0.0]])}
    pv = Generator("pv", "power", Stock(investment=20 * 500.0), Value((1.0,), "sun"))
    wind = Generator("wind", "power", Stock(investment=20 * 2000.0))
    nodes = (Node("power", may_curtail=True),)
    grid = replace(GRID, price=100.0)
    costs = {}
    for window in ("year", "month", "hour"):
        match = Match("match", "power", {2030: 0.5}, window)
        parts = (grid, LOAD, pv, wind)
        costs[window] = solve(System(ONE, days, nodes, parts, (match,), sun)).objective_cny
    assert costs["year"] < costs["month"] < costs["hour"]


def test_certificates_match_by_the_year():
    match = Match("match", "power", {2030: 0.4})
    paper = Certificates("paper", "grid", price=20.0)
    design = solve(power(GRID, LOAD, paper, policies=(match,)))
    assert design.objective_cny == pytest.approx(8760 * (500 + 0.4 * 20))


def test_a_fleet_ages_and_is_renewed():
    periods = (Period(2030), Period(2031), Period(2032))
    nodes = (Node("power"), Node("km"))
    cars = Fleet(
        "cars", "km", {"power": 0.2}, ages=(10.0, 10.0), survival=(1.0, 1.0, 0.5),
        stock=Stock(investment=100.0, life=3),
    )  # fmt: skip
    system = System(periods, HOUR, nodes, (GRID, cars, Demand("trips", "km", 20.0)))
    design = solve(system)
    assert [p.capacity["cars"] for p in design.periods] == pytest.approx([20, 20, 20])
    # 20 stand at first; a year later those of age 1 are half; then those of age 0 too
    assert [p.built["cars"] for p in design.periods] == pytest.approx([0, 5, 10])


def test_indicators_of_a_zero_carbon_park_bind_as_the_notice_counts():
    rules = indicator_set("national")
    policies = zero_carbon_policies(rules, (2030,), 300000.0)
    assert [type(p) for p in policies] == [Intensity, CleanShare]
    assert policies[0].most == {2030: 0.2}
    assert zero_carbon_policies(rules, (2030,), 100.0)[0].name == "clean_share"
    green = GreenPower("green", "grid", premium=30.0)
    system = as_notice_counts(power(GRID, LOAD, green, policies=policies), rules, ["power"])
    period = solve(system).periods[0]
    held = rules.accounting
    allowed = min(0.2 * 8760 * held.equal_value.low, 0.1 * 8760 * held.power.low)
    assert period.carbon["notice"] == pytest.approx(allowed)
    assert period.co2_t == pytest.approx(4380)  # by location nothing changed


def test_clean_share_of_the_energy_used():
    pv = Generator("pv", "power", Stock(investment=1e6), tce=0.1229)
    design = solve(power(GRID, LOAD, pv, policies=(CleanShare("clean", {2030: 0.3}),)))
    assert design.periods[0].capacity["pv"] >= 0.3 - 1e-9


def test_a_ramp_bounds_how_fast_a_converter_moves():
    series = {"load": np.array([[0.2, 1.0, 1.0, 0.2]])}
    load = Demand("load", "power", Value((1.0,), "load"))
    engine = Converter("engine", {}, {"power": 1.0}, Stock(2.0, 2.0), variable=1.0, ramp=0.1)
    day = Slices((0,), steps=4, days=1)
    design = solve(power(replace(GRID, price=10.0), load, engine, slices=day, series=series))
    activity = design.solution.of(design.model.problem.block("engine.activity"))[0, 0]
    assert np.abs(np.diff(activity)).max() <= 0.2 + 1e-9
