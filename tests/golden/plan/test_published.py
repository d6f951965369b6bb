"""Published problems, solved as plans; each also solved apart, written out for scipy.

How each figure was found stands with its case: "read" where the text itself was seen, "recalled"
where it was not, and then the separate solve is the only witness.
"""

import numpy as np
import pytest
from scipy.optimize import linprog, milp

from tanlu.plan.model import (
    Cap,
    Converter,
    Demand,
    Generator,
    Limit,
    Measure,
    Node,
    Period,
    Process,
    Sale,
    Slices,
    Stock,
    Store,
    Supply,
    System,
    Value,
)
from tanlu.plan.solve import solve

ONCE = Slices((0,), steps=1, days=1)  # a year of one hour: money and energy as printed
ONE = (Period(2030),)


def nodes(*names, curtail=False):
    return tuple(Node(name, may_curtail=curtail) for name in names)


def test_lands():
    """Louveaux and Smeers (1988), as Higle and Sen (1996) print it; 381.8533, read (SMPS data)."""
    invest, run = [10.0, 7.0, 16.0, 6.0], [4.0, 4.5, 3.2, 5.5]
    hours, chance, first = [10.0, 6.0, 1.0], [0.3, 0.4, 0.3], [3.0, 5.0, 7.0]
    needs = [Value((1.0,), "first"), 3.0, 2.0]
    parts = []
    for i in range(4):
        parts.append(Generator(f"p{i}", f"plant{i}", Stock(investment=invest[i], life=1)))
        parts += [
            Converter(f"p{i}m{j}", {f"plant{i}": 1.0}, {f"mode{j}": 1.0},
                      Stock(100.0, 100.0), variable=run[i] * hours[j])
            for j in range(3)
        ]  # fmt: skip
    parts += [Demand(f"d{j}", f"mode{j}", needs[j]) for j in range(3)]
    names = [*(f"plant{i}" for i in range(4)), *(f"mode{j}" for j in range(3))]
    least = Limit("least", {f"p{i}": -1.0 for i in range(4)}, -12.0)
    budget = Limit("budget", {f"p{i}": invest[i] for i in range(4)}, 120.0)
    cut = Slices((0, 1, 2), steps=1, weight=tuple(chance))
    series = {"first": np.array(first)[:, None]}
    design = solve(System(ONE, cut, nodes(*names), tuple(parts), (least, budget), series))
    assert design.objective_cny == pytest.approx(381.853333, abs=1e-6)
    capacity = [design.periods[0].capacity[f"p{i}"] for i in range(4)]
    assert capacity == pytest.approx([8 / 3, 4, 10 / 3, 2])

    cost = np.concatenate([invest, *(p * np.outer(run, hours).ravel() for p in chance)])
    upper, most = [np.concatenate([-np.ones(4), np.zeros(36)])], [-12.0]
    upper.append(np.concatenate([invest, np.zeros(36)]))
    most.append(120.0)
    for s in range(3):
        at = 4 + 12 * s
        for i in range(4):
            row = np.zeros(40)
            row[i], row[at + 3 * i : at + 3 * i + 3] = -1.0, 1.0
            upper.append(row)
            most.append(0.0)
        for j, need in enumerate([first[s], 3.0, 2.0]):
            row = np.zeros(40)
            row[at + j : at + 12 : 3] = -1.0
            upper.append(row)
            most.append(-need)
    assert linprog(cost, np.array(upper), most).fun == pytest.approx(381.853333, abs=1e-6)


def test_transport():
    """Dantzig (1963), Linear Programming and Extensions, 3.3 (GAMS `trnsport`): 153.675, read."""
    supply = {"seattle": 350.0, "san_diego": 600.0}
    demand = {"new_york": 325.0, "chicago": 300.0, "topeka": 275.0}
    miles = {"seattle": (2.5, 1.7, 1.8), "san_diego": (2.5, 1.8, 1.4)}
    parts = [Supply(f"plant {n}", n, limit=most) for n, most in supply.items()]
    parts += [Demand(f"market {n}", n, amount) for n, amount in demand.items()]
    parts += [
        Converter(f"{a}-{b}", {a: 1.0}, {b: 1.0}, Stock(1e3, 1e3), variable=0.09 * far)
        for a in supply
        for b, far in zip(demand, miles[a], strict=True)
    ]
    design = solve(System(ONE, ONCE, nodes(*supply, *demand), tuple(parts)))
    assert design.objective_cny == pytest.approx(153.675, abs=1e-9)

    cost = 0.09 * np.array([miles["seattle"], miles["san_diego"]]).ravel()
    ship, meet = np.kron(np.eye(2), np.ones(3)), np.kron(np.ones(2), np.eye(3))
    apart = linprog(cost, ship, list(supply.values()), meet, list(demand.values()))
    assert apart.fun == pytest.approx(153.675, abs=1e-9)


def test_screening_curve():
    """PyPSA's example "screening curve analysis": 14706.194; 490, 500, 10 MW; read."""
    steps = 1001
    load = 1000.0 - 1000.0 * np.linspace(0, 1, steps)
    cut = Slices((0,), steps=steps, step_h=1 / steps, days=1)
    costs = {"coal": (2.0, 15.0), "gas": (12.0, 10.0), "shed": (1012.0, 0.0)}
    parts = [
        Generator(name, "bus", Stock(investment=capital, life=1), variable=run)
        for name, (run, capital) in costs.items()
    ]
    need = Demand("load", "bus", Value((1.0,), "load"))
    system = System(ONE, cut, nodes("bus"), (*parts, need), series={"load": load[None]})
    design = solve(system)
    assert design.objective_cny == pytest.approx(14706.194, abs=5e-4)
    capacity = design.periods[0].capacity
    assert [capacity[n] for n in ("gas", "coal", "shed")] == pytest.approx([490, 500, 10])

    # by hand: below a step of load, each MW is served by what is cheapest for its running time
    running = np.array([(load > level).sum() / steps for level in range(1000)])
    cheapest = np.min([c + m * running for m, c in costs.values()], axis=0)
    assert cheapest.sum() == pytest.approx(14706.194, abs=5e-4)


def test_farmer():
    """Birge and Louveaux (1997), Introduction to Stochastic Programming, 1.1: 108,390; recalled."""
    sown, tonnes = {"wheat": 150.0, "corn": 230.0, "beet": 260.0}, (2.5, 3.0, 20.0)
    factors = np.array([0.8, 1.0, 1.2])
    parts = [
        Generator(crop, crop, Stock(investment=cost, life=1), Value((yields,), "weather"))
        for (crop, cost), yields in zip(sown.items(), tonnes, strict=True)
    ]
    parts += [
        Supply("buy wheat", "wheat", price=238.0), Sale("sell wheat", "wheat", price=170.0),
        Supply("buy corn", "corn", price=210.0), Sale("sell corn", "corn", price=150.0),
        Sale("beet under quota", "beet", price=36.0, limit=6000.0),
        Sale("beet above quota", "beet", price=10.0),
        Demand("wheat fed", "wheat", 200.0), Demand("corn fed", "corn", 240.0),
    ]  # fmt: skip
    land = Limit("land", dict.fromkeys(sown, 1.0), 500.0)
    cut = Slices((0, 1, 2), steps=1, weight=(1 / 3,) * 3)
    series = {"weather": factors[:, None]}
    design = solve(System(ONE, cut, nodes(*sown), tuple(parts), (land,), series))
    assert design.objective_cny == pytest.approx(-108390, abs=1e-6)
    capacity = design.periods[0].capacity
    assert [capacity[crop] for crop in sown] == pytest.approx([170, 80, 250])

    # per scenario: wheat and corn bought and sold, beet under and above quota
    cost = np.concatenate([[150, 230, 260], np.tile([238, -170, 210, -150, -36, -10], 3) / 3])
    upper, most = [np.concatenate([np.ones(3), np.zeros(18)])], [500.0]
    for s, factor in enumerate(factors):
        at = 3 + 6 * s
        for crop, need in ((0, 200.0), (1, 240.0)):
            row = np.zeros(21)
            row[crop], row[at + 2 * crop], row[at + 2 * crop + 1] = -factor * tonnes[crop], -1, 1
            upper.append(row)
            most.append(-need)
        row = np.zeros(21)
        row[2], row[at + 4], row[at + 5] = -factor * 20.0, 1, 1
        upper.append(row)
        most.append(0.0)
    bounds = [(0, None)] * 21
    for s in range(3):
        bounds[3 + 6 * s + 4] = (0, 6000)
    assert linprog(cost, np.array(upper), most, bounds=bounds).fun == pytest.approx(-108390)


UNITS = {"one": (0.0, 1000.0, 50.0), "two": (300.0, 1000.0, 100.0)}


def dispatch(unit, wind, load):
    parts = [
        Converter(f"g {name}", {}, {"bus": 1.0}, Stock(most, most), variable=cost,
                  least=least / most, unit=unit and most)
        for name, (least, most, cost) in UNITS.items()
    ]  # fmt: skip
    farm = Generator("wind", "bus", Stock(wind, wind), variable=50.0)
    parts += [farm, Demand("load", "bus", load)]
    return solve(System(ONE, ONCE, nodes("bus"), tuple(parts)))


def test_economic_dispatch():
    """Baldick (2012), IEEE Systems Journal 6, 27-34, data of JuMP's example: 90,000; recalled."""
    design = dispatch(None, 200.0, 1500.0)
    assert design.objective_cny == pytest.approx(90000)
    cost = [50.0, 100.0, 50.0]
    bounds = [(0, 1000), (300, 1000), (0, 200)]
    apart = linprog(cost, A_eq=[[1, 1, 1]], b_eq=[1500.0], bounds=bounds)
    assert design.objective_cny == pytest.approx(apart.fun)


@pytest.mark.parametrize("load", [250.0, 1100.0, 1201.0, 1500.0])
def test_unit_commitment(load):
    """The same units, each of which may stand still: the second one starts only when it must."""
    design = dispatch(1000.0, 200.0, load)
    cost = np.array([50.0, 100.0, 50.0, 0.0, 0.0])
    rows = [[1, 1, 1, 0, 0], [1, 0, 0, -1000, 0], [0, 1, 0, 0, -1000], [0, -1, 0, 0, 300]]
    from scipy.optimize import Bounds, LinearConstraint

    limits = LinearConstraint(rows, [load, -np.inf, -np.inf, -np.inf], [load, 0, 0, 0])
    apart = milp(
        cost, constraints=limits, integrality=[0, 0, 0, 1, 1],
        bounds=Bounds([0] * 5, [1000, 1000, 200, 1, 1]),
    )  # fmt: skip
    assert design.objective_cny == pytest.approx(apart.fun)


def test_two_periods_of_expansion():
    """Textbook form of multi-period expansion: invest early, or later at a lower price.

    No published figure: by hand below, and by a separate solve.
    """
    periods = (Period(2030, 1), Period(2031, 1))
    plant = Generator("plant", "bus", Stock(investment=(100.0, 60.0), life=2, potential=3.0))
    grid = Supply("grid", "bus", price=70.0)
    need = Demand("load", "bus", (1.0, 2.0))
    design = solve(System(periods, ONCE, nodes("bus"), (plant, grid, need)))
    # two years for 100 is 50 a year, against 70 bought: built at once for both years. A second
    # MW for the last year costs half of 60, the horizon ends before its second payment.
    assert design.objective_cny == pytest.approx(100 + 30)
    cost = [100.0, 30.0, 70.0, 70.0]
    upper = [[-1, 0, -1, 0], [-1, -1, 0, -1]]
    assert linprog(cost, upper, [-1.0, -2.0]).fun == pytest.approx(130)


def test_storage_between_two_prices():
    """A store with losses on both sides, day after day: no published figure, a separate solve."""
    prices = np.array([[20.0, 90.0, 35.0, 100.0]])
    day = Slices((0,), steps=4, days=1)
    store = Store("store", "bus", Stock(1.0, 1.0), hours=1.0, charge=0.9, discharge=0.8)
    parts = (
        Supply("buy", "bus", price=Value((1.0,), "price")),
        Sale("sell", "bus", price=Value((1.0,), "price")), store,
    )  # fmt: skip
    design = solve(System(ONE, day, nodes("bus"), parts, series={"price": prices}))
    # columns: in, out and level of each step; a full store gives 0.8 MWh for 1/0.9 bought
    cost = np.concatenate([prices[0], -prices[0], np.zeros(4)])
    keep = np.zeros((4, 12))
    for t in range(4):
        keep[t, t], keep[t, 4 + t] = -0.9, 1 / 0.8
        keep[t, 8 + t], keep[t, 8 + (t - 1) % 4] = 1.0, -1.0
    apart = linprog(cost, A_eq=keep, b_eq=np.zeros(4), bounds=[(0, 1)] * 12)
    assert design.objective_cny == pytest.approx(apart.fun)
    assert design.objective_cny < 0


def test_choice_of_projects():
    """0/1 choice under a budget (knapsack): all sixteen choices are tried."""
    saves, cost, budget = [16.0, 22.0, 12.0, 8.0], [5.0, 7.0, 4.0, 3.0], 14.0
    stream = Process("stream", 100.0)
    parts = [
        Measure(f"m{i}", "stream", saves[i] / 100,
                Stock(potential=1.0, block=1.0, investment=0.0, life=1))
        for i in range(4)
    ]  # fmt: skip
    from tanlu.plan.model import CarbonPrice

    limit = Limit("budget", {f"m{i}": cost[i] for i in range(4)}, budget)
    system = System(ONE, ONCE, nodes("bus"), (stream, *parts), (limit, CarbonPrice("tax", 1.0)))
    best = max(
        sum(s for i, s in enumerate(saves) if pick >> i & 1)
        for pick in range(16)
        if sum(c for i, c in enumerate(cost) if pick >> i & 1) <= budget
    )
    assert solve(system).objective_cny == pytest.approx(100 - best)


def test_merit_order_under_a_cap():
    """Two fuels and a cap: the dual is the cost of switching a tonne, by hand and apart."""
    fuels = {"coal": (30.0, 0.9), "gas": (60.0, 0.4), "clean": (200.0, 0.0)}
    parts = [
        Supply(name, "bus", price=cost, scope=1, factor=factor, limit=80.0)
        for name, (cost, factor) in fuels.items()
    ]
    need = Demand("load", "bus", 100.0)
    design = solve(System(ONE, ONCE, nodes("bus"), (*parts, need), (Cap("cap", {2030: 50.0}),)))
    cost, factor = (np.array(part) for part in zip(*fuels.values(), strict=True))
    apart = linprog(cost, [factor], [50.0], [[1, 1, 1]], [100.0], bounds=[(0, 80)] * 3)
    assert design.objective_cny == pytest.approx(apart.fun)
    assert design.co2_cny_per_t[2030] == pytest.approx(-apart.ineqlin.marginals[0])
    assert design.co2_cny_per_t[2030] == pytest.approx((60 - 30) / (0.9 - 0.4))
