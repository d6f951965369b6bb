"""Near-optimal alternatives: within the cost, at the ends of the ranges, and unlike each other."""

from dataclasses import replace

import numpy as np
import pytest

from tanlu.plan.analyse.near import near
from tanlu.plan.model import Budget, Stock
from tanlu.plan.solve import solve
from tests.unit.plan.analyse.parks import park

SYSTEM = park(Budget("budget", 400_000.0))


def fixed(system, capacity):
    """The same park whose last period has these capacities."""
    parts = []
    for part in system.components:
        stock = getattr(part, "stock", None)
        if isinstance(stock, Stock) and part.name in capacity:
            least = capacity[part.name]
            stock = replace(stock, potential=(*(stock.potential,) * 2, min(stock.potential, least)))
            part = replace(part, stock=stock)  # noqa: PLW2901 - the part as it is kept
        parts.append(part)
    return system.with_components(parts)


def test_designs_cost_no_more_than_allowed():
    found = near(SYSTEM, 0.03, count=6)
    for design in found.designs:
        # less may be cheaper still, never dearer than what was allowed
        cost = solve(fixed(SYSTEM, {k: v + 1e-6 for k, v in design.items()})).objective_cny
        assert cost <= found.most_cny * (1 + 1e-9)


def test_ranges_hold_the_optimum_and_widen_with_the_cost():
    tight, wide = near(SYSTEM, 0.01, count=2), near(SYSTEM, 0.05, count=2)
    for small, large in zip(tight.ranges, wide.ranges, strict=True):
        assert small.least - 1e-6 <= small.optimum <= small.most + 1e-6
        assert large.least <= small.least + 1e-6
        assert small.most <= large.most + 1e-6


def test_least_capacity_is_truly_needed():
    found = near(SYSTEM, 0.01, count=2)
    pump = next(r for r in found.ranges if r.component == "heat_pump")
    assert pump.least > 1
    less = solve(fixed(SYSTEM, {"heat_pump": pump.least - 0.5}))
    assert less.objective_cny > found.most_cny


def test_designs_differ_and_start_with_the_optimum():
    found = near(SYSTEM, 0.05, count=8)
    assert len(found.designs) == 9
    rows = np.array([list(d.values()) for d in found.designs])
    assert rows[0].tolist() == pytest.approx([r.optimum for r in found.ranges])
    distances = np.linalg.norm(rows[:, None] - rows[None], axis=2)
    assert distances[~np.eye(9, dtype=bool)].min() > 0.1
