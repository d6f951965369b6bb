"""What always holds of a plan, whatever the park."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.plan.lp import open_session
from tanlu.plan.model import (
    Budget,
    Cap,
    Converter,
    Generator,
    Neutral,
    Offset,
    Period,
    Slices,
    Stock,
    Store,
    Supply,
    System,
    Value,
    build,
)
from tanlu.plan.model.stock import payments, salvage_cost
from tanlu.plan.operate import open_operation
from tanlu.plan.solve import answer, open_live, solve
from tanlu.plan.typical import grouped
from tests.unit.plan.small_park import park

FEW = settings(max_examples=6, deadline=None)
SEEDS = st.integers(0, 10**6)
CAPS = st.floats(1500.0, 6000.0)


def small(seed, cap=2500.0, **changes):
    """The small park on four typical days, with offsets so dear that a cap can be kept."""
    system = park(cap, seed, **changes)
    system = system.with_components([*system.components, Offset("dear", 5000.0)])
    return system.with_slices(grouped(system, 4))


def cost(system):
    return solve(system).objective_cny


@FEW
@given(SEEDS, CAPS, st.floats(0.5, 1.0))
def test_cost_never_falls_when_a_constraint_is_added_or_tightened(seed, cap, tighter):
    live = open_live(small(seed, cap))
    free = cost(small(seed, policies=()))
    first = answer(live).objective_cny
    live.bound("cap", [1.6 * cap * tighter, cap * tighter])
    second = answer(live).objective_cny
    assert free <= first * (1 + 1e-9) <= second * (1 + 1e-8)


@FEW
@given(SEEDS, st.floats(0.1, 50.0))
def test_scaling_all_prices_scales_cost(seed, factor):
    def scaled(value):
        if isinstance(value, Value):
            return replace(value, by_period=tuple(factor * v for v in value.by_period))
        return tuple(factor * v for v in value) if isinstance(value, tuple) else factor * value

    system = small(seed)
    parts = []
    for part in system.components:
        made = replace(part, price=scaled(part.price)) if isinstance(part, Supply) else part
        if hasattr(made, "stock"):
            stock = made.stock
            money = {n: scaled(getattr(stock, n)) for n in ("investment", "fixed_om")}
            made = replace(made, stock=replace(stock, **money))
        parts.append(made)
    assert cost(system.with_components(parts)) == pytest.approx(factor * cost(system), rel=1e-7)


@FEW
@given(SEEDS, st.randoms(use_true_random=False))
def test_the_order_of_components_changes_nothing(seed, random):
    system = small(seed)
    parts = list(system.components)
    random.shuffle(parts)
    assert cost(system.with_components(parts)) == pytest.approx(cost(system), rel=1e-9)


@FEW
@given(SEEDS, CAPS)
def test_the_carbon_dual_is_a_finite_difference(seed, cap):
    live = open_live(small(seed, cap))
    design = answer(live)
    prices = np.array([p.discount * design.co2_cny_per_t[p.year] for p in design.periods])
    for place in range(2):
        change = []
        for step in (-0.5, 0.5):
            bounds = np.array([1.6 * cap, cap])
            bounds[place] += step
            live.bound("cap", bounds)
            moved = answer(live).objective_cny
            change.append((moved - design.objective_cny) / -step)
        # the cost is convex: the dual lies between the slopes to both sides
        slack = 1e-6 * abs(design.objective_cny) ** 0.5
        assert change[1] - slack <= prices[place] <= change[0] + slack


@FEW
@given(SEEDS)
def test_a_free_unlimited_offset_makes_carbon_free(seed):
    system = small(seed, cap=10.0)
    free = system.with_components([*system.components, Offset("free", 0.0)])
    design = solve(replace(free, policies=(*free.policies, Neutral("zero", 2030))))
    assert design.objective_cny == pytest.approx(cost(small(seed, policies=())), rel=1e-9)
    assert max(design.co2_cny_per_t.values()) == pytest.approx(0, abs=1e-6)


@FEW
@given(SEEDS, st.floats(0.5, 1.0), st.floats(0.5, 1.0), st.floats(0.0, 0.1))
def test_storage_never_creates_energy(seed, charge, discharge, loss):
    system = small(seed)
    parts = [
        replace(c, charge=charge, discharge=discharge, loss=loss) if isinstance(c, Store) else c
        for c in system.components
    ]
    design = solve(system.with_components(parts))
    hours = design.model.system.slices.weights()[None, :, None] * 4.0
    into, out = (
        (design.solution.of(design.model.problem.block(f"battery.{n}")) * hours).sum(axis=(1, 2))
        for n in ("in", "out")
    )
    assert np.all(out <= charge * discharge * into + 1e-6)


@settings(max_examples=3, deadline=None)
@given(SEEDS, st.integers(2, 8))
def test_bound_optimum_and_operation_stand_in_order(seed, days):
    whole = park(seed=seed)
    rough = solve(whole.with_slices(grouped(whole, days)))
    best = solve(whole)
    if best.status != "optimal":
        return
    years = open_operation(whole).run(rough)
    capital = [p.costs["capital"] for p in rough.periods]
    total = sum(
        p.discount * (year.cost_cny + c)
        for p, year, c in zip(rough.periods, years, capital, strict=True)
    )
    assert rough.objective_cny <= best.objective_cny * (1 + 1e-9)
    if not any(year.unserved.sum() > 0 or year.overshoot for year in years):
        assert total >= best.objective_cny * (1 - 1e-9)


@given(
    st.floats(0.0, 0.15), st.integers(3, 45), st.lists(st.integers(1, 10), min_size=1, max_size=6)
)
def test_annuity_and_capital_less_salvage_agree(rate, life, lengths):
    starts = 2025 + np.concatenate([[0], np.cumsum(lengths)[:-1]])
    periods = tuple(Period(int(y), n) for y, n in zip(starts, lengths, strict=True))
    system = System(periods, Slices((0,)), (), (), rate=rate)
    stock = Stock(life=life)
    by_annuity = payments(stock, system).sum(axis=0)
    assert by_annuity == pytest.approx(salvage_cost(stock, system), rel=1e-9)


def test_annuity_and_salvage_give_the_same_optimum():
    system = small(1)
    model = build(system)
    session = open_session(model.problem)
    first = session.solve().objective
    costs = np.zeros(model.problem.matrix().cost.size)
    for part in system.components:
        if not isinstance(part, Generator | Store | Converter):
            continue
        build_at = model.problem.block(f"{part.name}.build").at
        spent = np.broadcast_to(np.array(part.stock.investment, float), (2,))
        costs[build_at] = salvage_cost(part.stock, system) * spent
        session.set_cost(build_at, costs[build_at])
    assert session.solve().objective == pytest.approx(first, rel=1e-9)


@FEW
@given(SEEDS, CAPS)
def test_a_budget_costs_no_more_than_caps_of_the_same_sum(seed, cap):
    capped = solve(small(seed, cap))
    total = 5 * (1.6 * cap + cap)
    assert cost(small(seed, policies=(Budget("b", total),))) <= capped.objective_cny * (1 + 1e-9)


@FEW
@given(SEEDS)
def test_splitting_a_period_day_by_itself_changes_nothing(seed):
    system = park(seed=seed, policies=(Cap("cap", {2035: 4000.0}),))
    days = list(range(28))
    twice = {k: np.concatenate([v, v]) for k, v in system.series.items()}
    double = replace(system, series=twice, slices=replace(system.slices, group=tuple(days + days)))
    assert cost(double) == pytest.approx(cost(system), rel=1e-9)
