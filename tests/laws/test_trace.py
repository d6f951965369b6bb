"""Carbon flow closes each hour, mixes between its sources, and knows no order and no unit."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.trace.flows import LOSSES, Flows, no_branches
from tanlu.trace.network import Network
from tanlu.trace.solve import solve_compiled, solve_plain
from tanlu.trace.traced import (
    lost_of_sources,
    mean_intensity,
    of_meter,
    shares,
    system_of,
    trace,
)
from tests.laws.networks import dc_flows

pytest.importorskip("numba")
SEEDS = st.integers(0, 10_000)
HOURS = 5


def lossless(seed):
    """A meshed network whose flows turn round from hour to hour."""
    rng = np.random.default_rng(seed)
    nodes = int(rng.integers(2, 14))
    tree = [(int(rng.integers(0, n)), n, 1.0) for n in range(1, nodes)]
    pairs = rng.integers(0, nodes, (int(rng.integers(0, 6)), 2))
    branches = tree + [(int(a), int(b), float(rng.uniform(0.1, 3))) for a, b in pairs if a != b]
    loads = rng.uniform(0, 10, (HOURS, nodes)) * (rng.random((HOURS, nodes)) < 0.7)
    at = rng.choice(nodes, size=min(nodes, 3), replace=False)
    parts = rng.dirichlet(np.ones(len(at)), HOURS) * loads.sum(axis=1, keepdims=True)
    given_all = np.zeros((HOURS, nodes))
    given_all[:, at] = parts
    flow, start, end = dc_flows(nodes, branches, given_all, loads)
    carbon = parts * rng.uniform(0, 1.2, len(at))
    none = no_branches(HOURS)
    net = Network(tuple(f"n{n}" for n in range(nodes)), start, end)
    return Flows(net, flow, flow, none, none, at, parts, carbon, loads)


def lossy(seed):
    """Losses on a ring of one-way links with a circle in it; any balanced flows will do."""
    rng = np.random.default_rng(seed)
    nodes = int(rng.integers(3, 9))
    ring = [(n, (n + 1) % nodes) for n in range(nodes)]
    more = [(int(a), int(b)) for a, b in rng.integers(0, nodes, (4, 2)) if a != b]
    links = list(dict.fromkeys(ring + more))
    sent = rng.uniform(0, 5, (HOURS, len(links))) * (rng.random((HOURS, len(links))) < 0.8)
    received = sent * rng.uniform(0.8, 1.0, sent.shape)
    start, end = (np.array([link[i] for link in links]) for i in (0, 1))
    none, one = no_branches(HOURS), np.zeros((HOURS, nodes))
    every = np.arange(nodes)
    net = Network(tuple(map(str, every)), link_start=start, link_end=end)
    bare = Flows(net, none, none, sent, received, every, one, one, one)
    loads = np.maximum(bare.imbalance(), 0.0) + rng.uniform(0, 2, one.shape)
    giving = loads - bare.imbalance()
    carbon = giving * rng.uniform(0, 1, nodes)
    return Flows(net, none, none, sent, received, every, giving, carbon, loads)


FLOWS = st.one_of(SEEDS.map(lossless), SEEDS.map(lossy))
LOSS = st.sampled_from(LOSSES)


@given(FLOWS, LOSS)
def test_every_hour_closes(flows, loss):
    found = trace(flows, loss)
    assert np.abs(found.closing_error).max() < 1e-9


@given(FLOWS)
def test_an_intensity_lies_between_the_least_and_the_greatest_source(flows):
    found = trace(flows)
    with np.errstate(invalid="ignore"):
        each = np.where(flows.given > 0, flows.carbon / flows.given, np.nan)
    for h in range(HOURS):
        # the direct-current model leaves noise of 1e-16 MWh on dead lines
        here = found.intensity[h][flows.outflow[h] > 1e-9]
        if len(here):
            assert here.min() >= np.nanmin(each[h]) - 1e-9
            assert here.max() <= np.nanmax(each[h]) + 1e-9


@given(FLOWS, LOSS)
def test_machine_code_and_numpy_give_the_same_digits(flows, loss):
    system = system_of(flows, loss)
    assert np.array_equal(solve_compiled(system), solve_plain(system), equal_nan=True)


@given(FLOWS, LOSS)
def test_a_dense_solver_agrees(flows, loss):
    found, net = trace(flows, loss), flows.network
    for h in range(HOURS):
        matrix = np.diag(flows.outflow[h])
        at_end, at_start = flows.at_end[h], flows.at_start[h]
        np.add.at(matrix, (net.end, net.start), -np.maximum(at_end, 0))
        np.add.at(matrix, (net.start, net.end), -np.maximum(-at_start, 0))
        links = flows.sent[h] if loss == "gross" else flows.received[h]
        np.add.at(matrix, (net.link_end, net.link_start), -links)
        live = flows.outflow[h] > 1e-9
        known = np.bincount(flows.at, flows.carbon[h], len(matrix))
        dense = np.linalg.solve(matrix[np.ix_(live, live)], known[live])
        assert found.intensity[h][live] == pytest.approx(dense, rel=1e-8, abs=1e-10)


@given(FLOWS, st.randoms(use_true_random=False), LOSS)
def test_the_order_of_nodes_is_irrelevant(flows, chance, loss):
    order = list(range(len(flows.network.nodes)))
    chance.shuffle(order)
    moved = np.argsort(order)  # old number to new
    net = flows.network
    other = Flows(
        Network(
            tuple(net.nodes[n] for n in order),
            *(moved[x] for x in (net.start, net.end, net.link_start, net.link_end)),
        ),
        flows.at_start, flows.at_end, flows.sent, flows.received, moved[flows.at], flows.given,
        flows.carbon, flows.loads[:, order],
    )  # fmt: skip
    there = trace(other, loss).intensity
    assert there == pytest.approx(trace(flows, loss).intensity[:, order], rel=1e-9, nan_ok=True)


@given(FLOWS, st.floats(1e-3, 1e3), st.floats(1e-3, 1e3), LOSS)
def test_the_units_are_irrelevant(flows, energy, mass, loss):
    scaled = Flows(
        flows.network,
        *(x * energy for x in (flows.at_start, flows.at_end, flows.sent, flows.received)),
        flows.at, flows.given * energy, flows.carbon * mass, flows.loads * energy,
    )  # fmt: skip
    there = trace(scaled, loss).intensity * energy / mass
    assert there == pytest.approx(trace(flows, loss).intensity, rel=1e-9, nan_ok=True)


@given(FLOWS, LOSS)
def test_the_transpose_tells_the_same_of_each_meter(flows, loss):
    found = trace(flows, loss).intensity
    for node in range(found.shape[1]):
        told = of_meter(flows, node, loss).sum(axis=1)
        live = ~np.isnan(found[:, node])
        assert told[live] == pytest.approx(found[live, node], rel=1e-9, abs=1e-12)


@given(FLOWS)
def test_shares_of_sources_sum_to_one(flows):
    each = shares(flows, np.arange(len(flows.at))).sum(axis=0)
    live = flows.outflow > 1e-9
    assert each[live] == pytest.approx(1.0, abs=1e-9)


@given(FLOWS)
def test_generators_bear_all_losses_under_net(flows):
    lost = trace(flows, "net").lost_t.sum(axis=1)
    assert lost_of_sources(flows).sum(axis=1) == pytest.approx(lost, rel=1e-9, abs=1e-12)


@given(FLOWS, LOSS)
def test_a_batch_of_hours_is_its_single_hours(flows, loss):
    whole = trace(flows, loss).intensity
    for h in range(HOURS):
        at = slice(h, h + 1)
        parts = (flows.at_start, flows.at_end, flows.sent, flows.received)
        one = Flows(
            flows.network, *(x[at] for x in parts), flows.at, flows.given[at], flows.carbon[at],
            flows.loads[at],
        )  # fmt: skip
        assert np.array_equal(trace(one, loss).intensity[0], whole[h], equal_nan=True)


@settings(max_examples=30)
@given(FLOWS)
def test_the_mean_over_hours_is_weighted_by_energy(flows):
    found = trace(flows)
    carbon = np.nansum(found.intensity * flows.outflow, axis=0)
    through = flows.outflow.sum(axis=0)
    live = through > 0
    told = mean_intensity(found)
    assert told[live] * through[live] == pytest.approx(carbon[live], rel=1e-9)
    assert np.isnan(told[~live]).all()


@given(SEEDS, LOSS, st.integers(0, 255))
def test_branches_with_two_meters_are_links_whichever_way_they_are_drawn(seed, loss, turned):
    links = lossy(seed)
    net, none = links.network, no_branches(HOURS)
    is_turned = np.array([turned >> (n % 8) & 1 for n in range(len(net.link_start))], bool)
    start = np.where(is_turned, net.link_end, net.link_start)
    end = np.where(is_turned, net.link_start, net.link_end)
    # a meter counts from start to end: drawn the other way, both count backwards
    at_start = np.where(is_turned, -links.received, links.sent)
    at_end = np.where(is_turned, -links.sent, links.received)
    branches = Flows(
        Network(net.nodes, start, end), at_start, at_end, none, none, links.at, links.given,
        links.carbon, links.loads,
    )  # fmt: skip
    here, there = trace(links, loss), trace(branches, loss)
    assert there.intensity == pytest.approx(here.intensity, rel=1e-9, nan_ok=True)
    assert there.lost_t == pytest.approx(here.lost_t, rel=1e-9, abs=1e-12)
    assert branches.imbalance() == pytest.approx(links.imbalance(), abs=1e-9)
    assert np.abs(there.closing_error).max() < 1e-9
