"""The cost curve: its steps add up to the plan, and none is counted twice."""

from dataclasses import replace

import pytest

from tanlu.errors import InputError
from tanlu.plan.analyse.curve import OPERATION, OTHER, curve
from tanlu.plan.analyse.front import emitted_t
from tanlu.plan.model import (
    Budget,
    Cap,
    Converter,
    Demand,
    Generator,
    Node,
    Period,
    Slices,
    Stock,
    Supply,
    System,
)
from tanlu.plan.solve import solve
from tests.unit.plan.analyse.parks import park


@pytest.fixture(scope="module")
def made():
    system = park(Budget("budget", 270_000.0))
    design = solve(system)
    return system, design, curve(system, design)


def test_steps_add_up_from_the_reference_to_the_plan(made):
    system, design, found = made
    free = solve(replace(system, policies=()))
    assert found.reference.cny == pytest.approx(free.objective_cny, rel=1e-9)
    assert found.reference.t == pytest.approx(emitted_t(free), rel=1e-9)
    assert sum(s.given.cny for s in found.steps) == pytest.approx(
        design.objective_cny - free.objective_cny, rel=1e-6
    )
    assert sum(s.given.t for s in found.steps) == pytest.approx(
        emitted_t(free) - emitted_t(design), rel=1e-6
    )


def test_the_last_step_is_nothing_where_carbon_is_the_only_target(made):
    _, design, found = made
    assert found.steps[0].measure == OPERATION
    assert found.steps[-1].measure == OTHER
    assert found.steps[-1].given.cny == pytest.approx(0, abs=1e-6 * design.objective_cny)


def test_every_measure_that_the_plan_builds_has_a_bar(made):
    *_, found = made
    assert {"pv", "battery"} & {s.measure for s in found.steps}
    assert all(s.alone is not None for s in found.steps[1:-1])


def boilers() -> System:
    """An old boiler, a better one, and insulation: what each saves depends on the other."""
    old, new = Stock(existing=20.0, potential=20.0), Stock(investment=2.5e7, life=20)
    return System(
        (Period(2025, 20),),
        Slices((0,), steps=1, step_h=24.0),
        (Node("gas"), Node("heat")),
        (
            Supply("gas", "gas", price=300.0, scope=1, factor=0.2),
            Converter("old", {"gas": 1 / 0.7}, {"heat": 1.0}, stock=old),
            Converter("new", {"gas": 1 / 0.95}, {"heat": 1.0}, stock=new),
            Generator("insulation", "heat", Stock(potential=4.0, investment=8e7, life=20)),
            Demand("need", "heat", 10.0),
        ),
        (Budget("budget", 10.0 * 8760 * 20 * 0.2 / 0.95 * 0.7),),
    )


def test_bars_are_those_of_a_hand_calculation():
    found = curve(boilers(), solve(boilers()))
    year, old, new = 8760 * 20 * 0.2, 1 / 0.7, 1 / 0.95
    steps = {s.measure: s for s in found.steps}
    assert list(steps) == [OPERATION, "insulation", "new", OTHER]
    share = (10 - 4 - found.plan.t / year / old) / (1 - new / old)  # MW that the new one gives
    assert steps["insulation"].given.t == pytest.approx(4 * year * old)
    saved = 4 * 8760 * 20 * 300 * old
    assert steps["insulation"].given.cny == pytest.approx(4 * 8e7 - saved)
    assert steps["new"].given.t == pytest.approx(share * year * (old - new))


def test_bars_alone_do_not_add_up():
    dear = [
        replace(c, stock=replace(c.stock, investment=1.5e7)) if c.name == "pv" else c
        for c in park().components
    ]
    system = park(Budget("budget", 450_000.0)).with_components(dear)
    steps = {s.measure: s for s in curve(system, solve(system)).steps}
    assert steps["battery"].alone.t < 0.1 * steps["battery"].given.t  # nothing to store without PV


def test_targets_that_cannot_be_kept_have_no_curve():
    system = park(Cap("cap", {2040: -1e9}))
    with pytest.raises(InputError):
        curve(system, solve(system))
