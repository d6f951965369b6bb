"""Published cases of carbon flow, to their printed digits."""

import numpy as np
import pytest

from tanlu.trace.flows import Flows, no_branches
from tanlu.trace.network import Network
from tanlu.trace.traced import lost_of_sources, of_meter, shares, trace
from tests.laws.networks import dc_flows, flows_of


def test_proportional_sharing_at_one_node():
    # Hume 2010 after Bialek 1996: 40 and 60 come in, 70 and 30 go out
    links = [("a", "n", 40, 40), ("b", "n", 60, 60), ("n", "c", 70, 70), ("n", "d", 30, 30)]
    flows = flows_of("abncd", links, [("a", 40, 0.1), ("b", 60, 0.9)], {"c": 70, "d": 30})
    parts = shares(flows, np.array([0, 1]))[:, 0, :] * flows.loads
    assert parts[:, 3] == pytest.approx([28, 42], abs=1e-12)
    assert parts[:, 4] == pytest.approx([12, 18], abs=1e-12)


TWO_BUSES = flows_of(
    "AB", [("A", "B", 110, 104.6)], [("A", 210, 0.5), ("B", 55.4, 0.9)], {"A": 100, "B": 160}
)


def test_two_buses_users_bear_the_loss():
    # Hume 2010: load B is 55.4 from B and 110 gross from A
    found = trace(TWO_BUSES, "gross")
    assert found.intensity[0] == pytest.approx([0.5, 0.655375], abs=1e-12)
    assert found.loads_t[0] == pytest.approx([50, 104.86], abs=1e-9)
    assert found.loads_t.sum() == pytest.approx(154.86, abs=1e-9)
    gross = shares(TWO_BUSES, np.array([0, 1]), "gross")[:, 0, 1] * 160
    assert gross == pytest.approx([110, 55.4], abs=1e-9)


@pytest.mark.parametrize("loss", ["sink", "net"])
def test_two_buses_operator_or_generator_bears_the_loss(loss):
    found = trace(TWO_BUSES, loss)
    assert found.loads_t[0] == pytest.approx([50, 104.6 * 0.5 + 55.4 * 0.9], abs=1e-9)
    assert found.lost_t[0] == pytest.approx([2.7, 0], abs=1e-9)
    assert lost_of_sources(TWO_BUSES)[0] == pytest.approx([2.7, 0], abs=1e-9)


# the 14-bus system of IEEE: from, to, reactance (with the ratio of the transformer)
BRANCHES = [
    (1, 2, 0.05917), (1, 5, 0.22304), (2, 3, 0.19797), (2, 4, 0.17632), (2, 5, 0.17388),
    (3, 4, 0.17103), (4, 5, 0.04211), (4, 7, 0.20912 * 0.978), (4, 9, 0.55618 * 0.969),
    (5, 6, 0.25202 * 0.932), (6, 11, 0.19890), (6, 12, 0.25581), (6, 13, 0.13027),
    (7, 8, 0.17615), (7, 9, 0.11001), (9, 10, 0.08450), (9, 14, 0.27038), (10, 11, 0.19207),
    (12, 13, 0.19988), (13, 14, 0.34802),
]  # fmt: skip
LOADS = [0, 21.7, 94.2, 47.8, 7.6, 11.2, 0, 0, 29.5, 9, 3.5, 6.1, 13.5, 14.9]
INTENSITY = [
    875, 756.30, 275.05, 792.76, 828.16, 694.93, 303.73, 0, 430.39, 545.79, 694.93, 694.93,
    694.93, 531.94,
]  # fmt: skip
FLUX = [
    120, 117.95, 94.20, 72.77, 69.47, 43.95, 32.42, 20, 43.75, 9.00, 7.43, 7.71, 19.22, 14.90,
]  # fmt: skip
TONNES = [16.41, 25.91, 37.89, 6.29, 7.78, 12.70, 4.91, 2.43, 4.24, 9.38, 7.93]


def fourteen():
    at = np.array([0, 1, 2, 5, 7])
    given, loads = np.zeros((1, 14)), np.array([LOADS], float)
    given[0, at] = 120, 40, 60, 19, 20
    branches = [(a - 1, b - 1, x) for a, b, x in BRANCHES]
    flow, start, end = dc_flows(14, branches, given, loads)
    carbon = given[:, at] * np.array([0.875, 0.525, 0, 0.52, 0])
    net = Network(tuple(map(str, range(1, 15))), start, end)
    none = no_branches(1)
    return Flows(net, flow, flow, none, none, at, given[:, at], carbon, loads)


def test_fourteen_buses_of_zhou_and_kang():
    # Zhou and Kang 2012, by a public re-implementation; t/h and g/kWh
    flows = fourteen()
    found = trace(flows)
    assert found.intensity[0] * 1000 == pytest.approx(INTENSITY, abs=0.005)
    assert flows.outflow[0] == pytest.approx(FLUX, abs=0.005)
    assert found.loads_t[0][np.array(LOADS) > 0] == pytest.approx(TONNES, abs=0.005)
    assert found.entered_t == pytest.approx([105 + 21 + 9.88])
    assert found.loads_t.sum() == pytest.approx(105 + 21 + 9.88)


def test_one_meter_of_the_fourteen_by_the_transpose():
    flows = fourteen()
    parts = of_meter(flows, 13)[0]
    assert parts.sum() * 1000 == pytest.approx(531.94, abs=0.005)
    assert parts.sum() == pytest.approx(trace(flows).intensity[0, 13], rel=1e-13)


def test_three_zones_in_a_circle():
    links = [("A", "B", 30, 30), ("B", "C", 20, 20), ("C", "A", 10, 10)]
    sources = [("A", 100, 0.8), ("B", 50, 0.1), ("C", 80, 0.4)]
    found = trace(flows_of("ABC", links, sources, {"A": 80, "B": 60, "C": 90}))
    assert found.intensity[0] == pytest.approx([0.7627, 0.3485, 0.3897], abs=5e-5)
    assert found.loads_t.sum() == pytest.approx(117.0, abs=1e-12)
