"""A small park with a year of four weeks, for tests that need many solves."""

import numpy as np

from tanlu.plan.model import (
    Cap,
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

DAYS, STEPS = 28, 6


def series(seed=1):
    rng = np.random.default_rng(seed)
    shape = np.array([0.0, 0.3, 0.8, 0.7, 0.1, 0.0])
    busy = np.array([0.6, 0.9, 1.2, 1.1, 1.0, 0.7])
    sun = shape * rng.uniform(0.2, 1.0, (DAYS, 1))
    load = busy * rng.uniform(0.7, 1.2, (DAYS, 1)) * rng.uniform(0.95, 1.05, (DAYS, STEPS))
    heat = rng.uniform(0.3, 1.0, (DAYS, 1)) * np.ones(STEPS)
    price = np.tile([300.0, 600.0, 900.0, 600.0, 900.0, 300.0], (DAYS, 1))
    return {"sun": sun, "load": load, "heat": heat, "price": price}


def park(cap=2500.0, seed=1, **changes):
    parts = (
        Supply("grid", "power", price=Value((1.0,), "price"), factor=(0.6, 0.3), limit=20.0),
        Supply("gas", "heat", price=300.0, scope=1, factor=0.2),
        Generator("pv", "power", Stock(potential=4.0, investment=2.5e6, life=25),
                  Value((1.0,), "sun")),
        Store("battery", "power", Stock(investment=(3e6, 1.5e6), life=15), hours=4.0,
              charge=0.95, discharge=0.95),
        Converter("pump", {"power": 0.4}, {"heat": 1.0}, Stock(investment=2.5e6)),
        Demand("load", "power", Value((1.0, 1.3), "load")),
        Demand("warmth", "heat", Value((0.8,), "heat")),
    )  # fmt: skip
    periods = (Period(2030, 5), Period(2035, 5))
    days = Slices(tuple(range(DAYS)), STEPS, 4.0, days=365.0)
    nodes = (Node("power", may_curtail=True), Node("heat"))
    policies = (Cap("cap", {2030: 1.6 * cap, 2035: cap}),)
    given = {"policies": policies, "series": series(seed), "rate": 0.05} | changes
    return System(periods, days, nodes, parts, **given)
