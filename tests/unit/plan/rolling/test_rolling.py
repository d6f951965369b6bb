"""Rolling control against an independent optimum; limits, states, forecasts."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import linprog

from tanlu.errors import InputError
from tanlu.plan.model import (
    Converter,
    Demand,
    Generator,
    Node,
    Period,
    Slices,
    Stock,
    Store,
    Supply,
    System,
    Value,
)
from tanlu.plan.rolling import State, schedule, simulate, site
from tanlu.plan.rolling.forecast import boosted, perfect, seasonal, skill
from tanlu.plan.rolling.run import uncontrolled

DAYS, HOURS = 4, 24
RNG = np.random.default_rng(5)
SHAPE = np.clip(np.sin((np.arange(24) - 6) / 12 * np.pi), 0, None)
SUN = SHAPE * RNG.uniform(0.3, 1.0, (DAYS, 1))
LOAD = 0.7 + 0.3 * np.sin((np.arange(24) - 9) / 12 * np.pi) + RNG.normal(0, 0.03, (DAYS, 24))
TARIFF = np.tile(np.where((np.arange(24) > 8) & (np.arange(24) < 21), 900.0, 350.0), (DAYS, 1))


def park(*more, limit=12.0, charge=0.0, shift=0.0) -> System:
    return System(
        (Period(2030),),
        Slices(tuple(range(DAYS)), HOURS),
        (Node("power", may_curtail=True), Node("heat")),
        (
            Supply(
                "grid", "power", price=Value((1.0,), "tariff"), limit=limit, factor=0.5,
                charge=charge,
            ),
            Supply("gas", "heat", price=400.0, scope=1, factor=0.22),
            Generator("pv", "power", Stock(), profile=Value((1.0,), "sun")),
            Store("battery", "power", Stock(), hours=2.0, charge=0.95, discharge=0.95),
            Converter("pump", {"power": 1.0}, {"heat": 3.0}, Stock(), ramp=0.25),
            Demand("load", "power", Value((8.0,), "load"), shift=shift, window=6),
            Demand("warm", "heat", 3.0),
            *more,
        ),
        (),
        {"sun": SUN, "load": LOAD, "tariff": TARIFF},
    )  # fmt: skip


BUILT = {"pv": 6.0, "battery": 3.0, "pump": 1.0}


def here(split=1, **changes):
    return site(park(**changes), 2030, BUILT, split)


def independent(load, sun, tariff, step_h=1.0) -> float:
    """Battery, grid, PV, pump and gas by SciPy, from empty, to any level at the end."""
    n = load.size
    # columns: grid, out, in, level, pump, gas, curtailed
    zero, one = np.zeros((n, n)), np.eye(n)
    keep = np.eye(n) - np.eye(n, k=-1)
    equal = np.block(
        [
            [one, one, -one, zero, -one, zero, -one],
            [zero, zero, zero, zero, 3 * one, one, zero],
            [zero, one * step_h / 0.95, -one * step_h * 0.95, keep, zero, zero, zero],
        ]
    )
    right = np.concatenate([load - sun, np.full(n, 3.0), np.zeros(n)])
    ramp = np.diff(np.eye(n), axis=0)
    limits = np.block(
        [[np.zeros((n - 1, 4 * n)), s * ramp, np.zeros((n - 1, 2 * n))] for s in (1, -1)]
    )
    cost = np.concatenate(
        [tariff * step_h, np.zeros(4 * n), np.full(n, 400.0 * step_h), np.zeros(n)]
    )
    bounds = [(0, 12)] * n + [(0, 3)] * 2 * n + [(0, 6)] * n + [(0, 1)] * n + [(0, None)] * 2 * n
    done = linprog(cost, limits, np.full(2 * (n - 1), 0.25 * step_h), equal, right, bounds)
    assert done.status == 0
    return done.fun


def rows(steps, start=0):
    return (
        6 * SUN.ravel()[start : start + steps],
        8 * LOAD.ravel()[start : start + steps],
        TARIFF.ravel()[start : start + steps],
    )


def test_schedule_is_the_independent_optimum():
    sun, load, tariff = rows(36)
    window = {"sun": SUN.ravel()[:36], "load": LOAD.ravel()[:36], "tariff": tariff}
    found = schedule(here(), State(), window)
    assert found.objective_cny == pytest.approx(independent(load, sun, tariff), rel=1e-9)
    assert found.cost_cny.sum() == pytest.approx(found.objective_cny, rel=1e-9)


def test_steps_taken_with_perfect_forecasts_cost_the_independent_optimum():
    sun, load, tariff = rows(24, start=72)
    run = simulate(here(), perfect(here().series), 72, 24, horizon=24)
    assert run.cost_cny == pytest.approx(independent(load, sun, tariff), rel=1e-6)


def test_quarter_hours_cost_no_more_than_hours():
    fine = here(split=4)
    assert fine.steps == 4 * DAYS * HOURS
    run = simulate(fine, perfect(fine.series), fine.steps - 24, 24, horizon=24)
    sun, load, tariff = (np.repeat(row, 4) for row in rows(6, start=90))
    assert run.cost_cny == pytest.approx(independent(load, sun, tariff, 0.25), rel=1e-6)


@pytest.mark.parametrize("season", [24, 48])
def test_no_limit_is_broken_with_real_forecasts(season):
    made = here(limit=10.0, shift=0.2)
    run = simulate(made, seasonal(made.series, season, known=["tariff"]), 24, 48, horizon=24)
    for name, most in (
        ("grid.power", 10),
        ("battery.out", 3),
        ("battery.in", 3),
        ("pump.activity", 1),
    ):
        assert run.points[name].min() >= -1e-9
        assert run.points[name].max() <= most + 1e-7
    level = run.points["battery.level"]
    assert level.min() >= -1e-7
    assert level.max() <= 6 + 1e-7
    moved = (
        np.diff(level) - 0.95 * run.points["battery.in"][1:] + run.points["battery.out"][1:] / 0.95
    )
    assert np.abs(moved).max() < 1e-6
    assert np.abs(np.diff(run.points["pump.activity"])).max() <= 0.25 + 1e-7
    served = run.points["grid.power"] + run.points["pv.power"] + run.points["battery.out"]
    taken = run.points["battery.in"] + run.points["pump.activity"] + 8 * LOAD.ravel()[24:72]
    put_off = run.points["load.shift.out"] - run.points["load.shift.in"]
    assert (served + put_off - taken).min() > -1e-6


def test_control_costs_less_than_none_and_perfect_is_best():
    made = here()
    costs = {}
    for name, forecast, where in (
        ("perfect", perfect(made.series), made),
        ("naive", seasonal(made.series, 24, known=["tariff"]), made),
        ("none", perfect(made.series), uncontrolled(made)),
    ):
        costs[name] = simulate(where, forecast, 60, 36, horizon=36).cost_cny
    assert costs["perfect"] <= costs["naive"] * (1 + 1e-9)
    assert costs["naive"] < costs["none"]


def test_charges_of_the_month_are_paid_once_on_the_highest():
    made = here(charge=20_000.0)
    run = simulate(made, perfect(made.series), 48, 30, horizon=30)
    assert run.charge_cny == pytest.approx(20_000 * run.points["grid.power"].max())
    free = simulate(here(), perfect(made.series), 48, 30, horizon=30)
    assert run.points["grid.power"].max() < free.points["grid.power"].max()


def test_what_is_put_off_is_made_up():
    made = here(shift=0.3)
    run = simulate(made, perfect(made.series), 72, 24, horizon=24)
    assert run.points["load.shift.out"].sum() == pytest.approx(run.points["load.shift.in"].sum())
    assert run.points["load.shift.out"].sum() > 1


def test_limits_that_cannot_hold_are_refused_by_name():
    with pytest.raises(InputError) as caught:
        schedule(here(limit=1.0), State(), {n: r[:6] for n, r in here().series.items()})
    assert caught.value.faults[0].code == "control_not_feasible"


def days(count=58):
    hours = np.arange(count * 24)
    rng = np.random.default_rng(2)
    warm = 15 + 8 * np.sin(hours / 24 * 2 * np.pi) + np.repeat(rng.normal(0, 4, count), 24)
    week = np.where((hours // 24) % 7 < 5, 1.0, 0.6)
    load = 10 * week + 0.3 * np.maximum(warm - 18, 0) + rng.normal(0, 0.1, hours.size)
    return {"load": load, "warm": warm}


def test_learned_forecasts_beat_naive_ones_on_days_not_seen():
    series = days()
    made = boosted(series, 24, until=45 * 24, horizon=36, weather=["warm"])
    told = {s.name: s for s in skill(made, series, 24, range(46 * 24, 57 * 24, 31), 36)}
    assert told["load"].skill > 0.5
    assert told["warm"].error == 0  # known beforehand


def test_seasonal_forecasts_repeat_the_last_season_and_look_no_further():
    series = {"x": np.arange(100.0)}
    made = seasonal(series, 24)
    assert made("x", 50, 30).tolist() == [50, *range(27, 51), *range(27, 32)]
    blind = {"x": np.concatenate([np.arange(51.0), np.full(49, np.nan)])}
    assert np.isfinite(seasonal(blind, 24)("x", 50, 49)).all()


def test_learning_needs_two_weeks():
    with pytest.raises(InputError):
        boosted(days(20), 24, until=13 * 24, horizon=24)


def test_a_site_keeps_the_numbers_of_its_year():
    system = replace(park(), periods=(Period(2030), Period(2040)))
    parts = [replace(c, price=(400.0, 500.0)) if c.name == "gas" else c for c in system.components]
    made = site(system.with_components(parts), 2040, BUILT)
    gas = next(c for c in made.system.components if c.name == "gas")
    assert gas.price == 500.0
    assert made.system.years == (2040,)
