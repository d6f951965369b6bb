"""Carbon flow of a year: 8,760 hours, 1,300 nodes, 1,700 branches that turn round; and trade.

The limit is memory: flows and loads are read once, intensities written once, by NumPy on as
many threads as tanlu uses. The peer is scipy's sparse solve of the same equation, hour by
hour, assembly included, timed on some hours and scaled; both must agree. The network is a
park's: a cheapest tree with 401 short rings; a second one has its rings at random, which
costs more fill-in. Embodied carbon of 1,300 enterprises stands beside NumPy's dense solve
and beside the way of pymrio, which forms the inverse (computed as it does; not installed).
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import scipy.sparse as sp
from scipy.sparse.csgraph import minimum_spanning_tree
from scipy.sparse.linalg import splu, spsolve
from scipy.spatial import Delaunay

from benchmarks.run import Row, best
from tanlu.trace.embodied import Trade, embodied
from tanlu.trace.flows import Flows, no_branches
from tanlu.trace.network import Network
from tanlu.trace.solve import solve_plain
from tanlu.trace.traced import system_of, trace
from tanlu.workflow.synth.size import Size
from tanlu.workflow.synth.write import write_park
from tanlu.workflow.trace_hours import hours_of, hours_record, month_by_hour
from tanlu.workflow.trace_kept import hours_of_folder

HOURS, NODES, RINGS, SOURCES, WORKERS = 8_760, 1_300, 401, 60, 2
PEER_HOURS = 24
SMALL = {"hours": 240, "nodes": 60, "rings": 12, "sources": 5}


def branches(nodes: int, rings: int, rng: np.random.Generator, *, short: bool) -> np.ndarray:
    """A cheapest tree among points, and rings by the shortest other edges or random ones."""
    points = rng.random((nodes, 2))
    corners = Delaunay(points).simplices
    sides = np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [0, 2]]])
    edges = np.unique(np.sort(sides, axis=1), axis=0)
    length = np.linalg.norm(points[edges[:, 0]] - points[edges[:, 1]], axis=1)
    graph = sp.coo_matrix((length, edges.T), shape=(nodes, nodes))
    tree = minimum_spanning_tree(graph.tocsr()).tocoo()
    kept = {(min(a, b), max(a, b)) for a, b in zip(tree.row, tree.col, strict=True)}
    rest = np.array([n for n, edge in enumerate(edges) if tuple(edge) not in kept])
    order = np.argsort(length[rest]) if short else rng.permutation(len(rest))
    return np.concatenate([np.array(sorted(kept)), edges[rest[order[:rings]]]])


def year(*, short: bool, hours: int, nodes: int, rings: int, sources: int) -> Flows:
    """Flows of a year by the direct-current model, in memory."""
    rng = np.random.default_rng(1)
    pairs = branches(nodes, rings, rng, short=short)
    at = rng.choice(nodes, sources, replace=False)
    loads = rng.random((hours, nodes))
    given = rng.dirichlet(np.ones(sources), hours) * loads.sum(axis=1, keepdims=True)
    net = -loads
    net[:, at] += given
    every = np.arange(len(pairs))
    ends = (np.concatenate([pairs[:, 0], pairs[:, 1]]), np.concatenate([every, every]))
    signs = np.repeat([1.0, -1.0], len(pairs))
    incidence = sp.coo_matrix((signs, ends), shape=(nodes, len(pairs))).tocsr()
    angle = np.zeros((nodes, hours))
    factor = splu((incidence @ incidence.T).tocsc()[1:, 1:])
    angle[1:] = factor.solve(np.ascontiguousarray(net.T[1:]))
    flow = np.ascontiguousarray((incidence.T @ angle).T)
    carbon = given * rng.random(sources)
    net_ = Network(tuple(map(str, range(nodes))), *np.ascontiguousarray(pairs.T, np.int64))
    none = no_branches(hours)
    return Flows(net_, flow, flow, none, none, at.astype(np.int64), given, carbon, loads)


def by_scipy(flows: Flows, hour: int) -> np.ndarray:
    """One hour by scipy's sparse solver, assembly included."""
    flow, net, nodes = flows.at_start[hour], flows.network, len(flows.network.nodes)
    start = np.where(flow > 0, net.start, net.end)
    end = np.where(flow > 0, net.end, net.start)
    through = flows.loads[hour] + np.bincount(start, np.abs(flow), nodes)
    carried = sp.coo_matrix((np.abs(flow), (end, start)), shape=(nodes, nodes))
    known = np.bincount(flows.at, flows.carbon[hour], nodes)
    return spsolve((sp.diags(through) - carried).tocsc(), known)


def memory(flows: Flows) -> float:
    """Seconds to read flows and loads once and to write intensities once, on the same threads.

    Flows are read into rows that stay in the cache; intensities go to memory that is there.
    """
    flow, loads = flows.at_start, flows.loads
    found, half = np.zeros_like(loads), -(-len(flow) // WORKERS)

    def touch(number: int) -> None:
        rows = np.empty((8, flow.shape[1]))
        for at in range(number * half, min((number + 1) * half, len(flow)), 8):
            part = flow[at : at + 8]
            np.copyto(rows[: len(part)], part)
            np.copyto(found[at : at + 8], loads[at : at + 8])

    with ThreadPoolExecutor(WORKERS) as pool:
        return best(lambda: list(pool.map(touch, range(WORKERS))), 7)


def trade_of(count: int) -> Trade:
    """Trade of enterprises, one sale in a hundred filled in."""
    rng = np.random.default_rng(2)
    sales = rng.random((count, count)) * (rng.random((count, count)) < 0.01)
    deliveries = sales.sum(axis=0) + rng.random(count)
    names = tuple(map(str, range(count)))
    return Trade(names, sales, deliveries, rng.random(count), np.zeros(count))


def by_inverse(trade: Trade) -> np.ndarray:
    """As pymrio does: coefficients, the inverse, then multipliers by a product."""
    shares = trade.sales / trade.output[None, :]
    return (trade.direct_t / trade.output) @ np.linalg.inv(np.eye(len(shares)) - shares)


def by_solve(trade: Trade) -> np.ndarray:
    """One dense solve of the transpose."""
    shares = trade.sales / trade.output[None, :]
    return np.linalg.solve((np.eye(len(shares)) - shares).T, trade.direct_t / trade.output)


def rows_of(flows: Flows, name: str) -> list[Row]:
    """A network beside memory, scipy, and NumPy without a compiler."""
    found = trace(flows, workers=WORKERS)
    hours = [int(h) for h in np.linspace(0, len(flows.loads) - 1, PEER_HOURS)]
    for hour in hours:
        assert np.abs(by_scipy(flows, hour) - found.intensity[hour]).max() < 1e-9
    assert np.abs(found.closing_error).max() < 1e-9
    ours = best(lambda: trace(flows, workers=WORKERS), 7)
    peer = best(lambda: [by_scipy(flows, hour) for hour in hours], 2)
    scaled = peer * len(flows.loads) / len(hours)
    plain = best(lambda: solve_plain(system_of(flows, "sink")), 1)
    return [
        Row(f"trace, {name}", ours, "read and write memory once", memory(flows), "a year"),
        Row(f"trace, {name}", ours, "scipy spsolve per hour", scaled, f"{len(hours)} h, scaled"),
        Row(f"trace without numba, {name}", plain, "scipy spsolve per hour", scaled),
    ]


def run() -> list[Row]:
    """The park's network, a meshed one, and trade. [s]"""
    size = {"hours": HOURS, "nodes": NODES, "rings": RINGS, "sources": SOURCES}
    park = rows_of(year(short=True, **size), "1,300 nodes, 1,700 branches")
    meshed = rows_of(year(short=False, **size), "the same, rings at random")
    return [*park, *meshed, *trade_rows(NODES), *kept_rows(NODES, 3_400)]


def kept_rows(enterprises: int, meters: int) -> list[Row]:
    """An hour of an invented park as it is kept, beside tracing it anew from its month."""
    with TemporaryDirectory() as half:
        size = Size(enterprises, meters, 2025, minutes=60, has_faults=False, has_networks=True)
        park = hours_of_folder(write_park(Path(half) / "park", size).folder)
        day, clock = date(2025, 6, 3), park.opened.clock
        made = month_by_hour(park.ledger, park.book, park.opened, day)
        start = hours_of(clock, day, day + timedelta(days=1))[13][1]
        park.month(day)
        kept = best(lambda: hours_record(park.day(day, 13, "enterprise", "location"), clock), 7)
        anew = best(lambda: hours_record(made.hour(start, "enterprise", "location"), clock), 3)
    name = f"an hour of {enterprises:,} enterprises, kept"
    return [
        Row(name, kept, "traced anew from its month", anew, "members, transfers, mixes"),
        Row(name, kept, "200 ms that a page may take", 0.2, "before it is drawn"),
    ]


def trade_rows(count: int) -> list[Row]:
    """Embodied carbon beside the dense ways."""
    trade = trade_of(count)
    assert np.allclose(embodied(trade).multipliers, by_inverse(trade), rtol=1e-10)
    ours = best(lambda: embodied(trade))
    name, note = f"embodied carbon, {count:,} enterprises", "ours: three views, not one"
    return [
        Row(name, ours, "numpy dense solve", best(lambda: by_solve(trade)), note),
        Row(name, ours, "pymrio's way (inverse)", best(lambda: by_inverse(trade)), note),
    ]


def run_small() -> list[Row]:
    """The same on a network of 60 nodes, for a quick look."""
    return [*rows_of(year(short=True, **SMALL), "small"), *trade_rows(60)]
