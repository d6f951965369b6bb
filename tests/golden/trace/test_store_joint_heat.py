"""Checked cases of stores, joint plants and heat (methods-drivers-transfer 3.2, 3.5, 3.6)."""

import numpy as np
import pytest

from tanlu.catalog.joint import JointRule, joint_rules
from tanlu.trace.formulas import heat_above_return, mixed_heat
from tanlu.trace.joint import Joint, under_rules
from tanlu.trace.store import Store, keep
from tanlu.types import Text

CHARGED = np.array([2.0, 2, 2, 2, 0, 0, 0])
GIVEN = np.array([0.0, 0, 0, 0, 2, 2, 2])
GRID = np.array([0.2, 0.3, 0.6, 0.1, 0.9, 0.9, 0.9])


def test_a_store_of_four_hours():
    found = keep(Store("b", 0, CHARGED, GIVEN, 0.95, 0.95), GRID)
    assert found.held_mwh[3] == pytest.approx(7.6)
    assert found.held_t[3] == pytest.approx(2.4)
    assert found.held_t[3] / found.held_mwh[3] == pytest.approx(0.315789, abs=5e-7)
    assert found.given_t[4:] == pytest.approx([0.66482] * 3, abs=5e-6)
    assert found.given_t[4:] / 2 == pytest.approx([0.33241] * 3, abs=5e-6)
    assert found.held_mwh[-1] == pytest.approx(1.2842, abs=5e-5)
    assert found.held_t[-1] == pytest.approx(0.40554, abs=5e-6)
    assert found.given_t[4] / 2 == pytest.approx(0.30 / 0.9025, rel=1e-12)


# rule, power, heat [t/MWh] of 1000 MWh fuel at 0.20196, power 350, heat 450, 120 °C, 10 °C
RULES = {
    "energy": (0.2525, 0.2525),
    "efficiency": (0.3693, 0.1616),
    "exergy": (0.4244, 0.1187),
    "separate_gas": (0.3297, 0.1923),
    "separate_coal": (0.3672, 0.1632),
    "heat_first": (0.2525, 0.2525),  # by hand: 450 / 0.8 of 1000 MWh are 0.5625
    "heat_90": (0.2885, 0.2244),
    "ratio_2": (0.3512, 0.1756),
    "ratio_2_5": (0.3811, 0.1524),
    "heat_125": (0.3693, 0.1616),
    "heat_200": (0.4472, 0.1010),
}
PLANT = Joint(1000, 350, 450, 201.96, 393.15, 283.15)


@pytest.mark.parametrize("found", under_rules(PLANT, joint_rules()), ids=lambda f: f.rule)
def test_a_joint_plant_under_each_rule(found):
    assert (found.power, found.heat) == pytest.approx(RULES[found.rule], abs=5e-5)
    assert found.power * 350 + found.heat * 450 == pytest.approx(201.96)


def test_every_rule_is_checked():
    assert set(RULES) == set(joint_rules())


def test_power_that_bears_what_it_displaces():
    rule = JointRule("power_first", Text("bonus", "电优先"), {"power": 0.5703}, "recalled", "")
    (found,) = under_rules(PLANT, {"bonus": rule})
    assert (found.power, found.heat) == pytest.approx((0.5703, 0.0052), abs=5e-5)


def test_heat_that_mixes():
    first, second = heat_above_return(10, 4.186, 90, 50), heat_above_return(5, 4.186, 80, 50)
    assert (first, second) == pytest.approx((1.6744, 0.6279), abs=5e-5)
    mixed = mixed_heat(first, first * 0.25, second, second * 0.05)
    assert mixed == pytest.approx(0.19545, abs=5e-6)
    carbon = mixed * (first + second)
    left = heat_above_return(15, 4.186, (10 * 90 + 5 * 80) / 15 - 1.2, 50)
    assert left == pytest.approx(2.22695, abs=5e-6)
    assert carbon / left == pytest.approx(0.20207, abs=5e-6)
