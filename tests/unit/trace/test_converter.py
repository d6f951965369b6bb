"""Boilers, heat pumps and joint plants as nodes of one equation over all carriers."""

import numpy as np
import pytest

from tanlu.errors import BalanceError
from tanlu.trace.converter import Converter, connect, one_output
from tanlu.trace.traced import trace
from tests.laws.networks import flows_of


def converter(name, inputs, taken, outputs, given, shares, direct):
    rows = ([taken], [given], [shares])
    taken, given, shares = (np.array(row, float) for row in rows)
    at = (np.array(inputs, np.int64), np.array(outputs, np.int64))
    return Converter(name, at[0], taken, at[1], given, shares, np.array([direct], float))


def test_a_boiler_and_a_heat_pump_on_one_heat_network():
    # nodes: 0 power, 1 heat; boiler 80 MWh at 20 t, pump takes 10 MWh at 0.5 and gives 30
    flows = flows_of(["power", "heat"], [], [("power", 10, 0.5)], {"heat": 110})
    boiler = converter("boiler", [], [], [1], [80], [1], 20)
    pump = converter("pump", [0], [10], [1], [30], [1], 0)
    found = trace(connect(flows, [boiler, pump]))
    assert found.intensity[0, 1] == pytest.approx(25 / 110)
    assert found.closing_error == pytest.approx(0, abs=1e-12)


def test_a_joint_plant_fed_by_what_its_own_power_makes():
    # power network 0, heat network 1: the plant gives 35 and 45 of 20 t; a pump turns 5 MWh
    # of the power into 15 MWh of heat, and 2 MWh of heat go back into the plant
    flows = flows_of(["power", "heat"], [], [], {"power": 30, "heat": 58})
    plant = converter("plant", [1], [2], [0, 1], [35, 45], [0.6, 0.4], 20)
    pump = converter("pump", [0], [5], [1], [15], [1], 0)
    found = trace(connect(flows, [plant, pump]))
    power, heat = found.intensity[0, :2]
    carbon = 20 + 2 * heat
    assert power * 35 == pytest.approx(0.6 * carbon)
    assert heat * 60 == pytest.approx(0.4 * carbon + 5 * power)
    assert found.loads_t.sum() == pytest.approx(20)


def test_heat_may_carry_less_than_nothing():
    flows = flows_of(["power", "heat"], [], [], {"power": 10, "heat": 10})
    plant = converter("plant", [], [], [0, 1], [10, 10], [1.1, -0.1], 5)
    found = trace(connect(flows, [plant]))
    assert found.intensity[0, :2] == pytest.approx([0.55, -0.05])
    assert found.loads_t.sum() == pytest.approx(5)


def test_what_a_plant_emits_while_it_gives_nothing_stays_with_it():
    flows = flows_of(["heat"], [], [], {})
    boiler = converter("boiler", [], [], [0], [0], [1], 3)
    found = trace(connect(flows, [boiler]))
    assert found.loads_t[0] == pytest.approx([0, 3])
    assert np.isnan(found.intensity[0, 0])


def test_shares_must_sum_to_one():
    flows = flows_of(["heat"], [], [], {"heat": 1})
    with pytest.raises(BalanceError):
        connect(flows, [converter("boiler", [], [], [0], [1], [0.9], 3)])


def test_one_output_bears_all():
    assert one_output(3).tolist() == [[1.0]] * 3
