"""A small park that every analysis can be tried on: three periods, two days of six steps."""

import numpy as np

from tanlu.plan.model import (
    Converter,
    Demand,
    Generator,
    Node,
    Offset,
    Period,
    Slices,
    Stock,
    Store,
    Supply,
    System,
    Value,
)

YEARS = (Period(2025, 5), Period(2030, 10), Period(2040, 10))
SUN = np.array([[0, 0.1, 0.7, 0.8, 0.2, 0], [0, 0.2, 0.9, 1.0, 0.3, 0]])
LOAD = np.array([[0.6, 0.8, 1.0, 1.0, 0.9, 0.7], [0.5, 0.7, 0.9, 0.9, 0.8, 0.6]])


def park(*policies, offsets: float = 2_000.0, roof: float = 60.0, rate: float = 0.05) -> System:
    return System(
        YEARS,
        Slices((0, 1), steps=6, step_h=4.0),
        (Node("power", "power", may_curtail=True), Node("heat", "heat", may_curtail=True)),
        (
            Supply("grid", "power", price=600.0, factor=(0.55, 0.4, 0.2)),
            Supply("gas", "heat", price=330.0, scope=1, factor=0.22),
            Generator(
                "pv", "power", profile=Value((1.0,), "sun"),
                stock=Stock(potential=roof, investment=6e6, fixed_om=6e4, life=25),
            ),
            Store("battery", "power", Stock(investment=(9e6, 7e6, 6e6), life=15), hours=4.0,
                  charge=0.95, discharge=0.95),
            Converter(
                "heat_pump", {"power": 1.0}, {"heat": 3.0},
                stock=Stock(investment=9e6, fixed_om=9e4, life=20),
            ),
            Offset("offset", 400.0, offsets),
            Demand("load", "power", Value((20.0, 25.0, 28.0), "load")),
            Demand("warm", "heat", Value((12.0, 14.0, 15.0), "load")),
        ),
        policies,
        {"sun": SUN, "load": LOAD},
        rate,
    )  # fmt: skip
