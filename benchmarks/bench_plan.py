"""Least-cost plans: build and solve, beside the bare matrix and beside PyPSA.

The park is the synthetic plan that comes with tanlu, cut to what both can state: PV, wind, a
battery, a heat pump, a gas boiler, CHP, an electric and an absorption chiller, a heat store,
power by time of use and a CO2 cap a period. Three things are measured:

- build + solve of a plan, beside the same matrix handed to HiGHS (goal: at most 1.3 × of it);
- the same problem in PyPSA, multi-period, one asset a vintage, its objective equal to 1e-6
  (goal: it takes at least 5 × as long);
- memory, the most of the process after each.

`run()` is small, so that `make bench` stays short; the figures of the design note are those of
`run(days=(12, 52), periods=8, pypsa_days=12)`.
"""

import resource
import time
import warnings
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from benchmarks.run import Row
from tanlu.connect.plan.folder import read_plan
from tanlu.plan.lp import open_session
from tanlu.plan.model import (
    Cap,
    Converter,
    Demand,
    Generator,
    Slices,
    Stock,
    Store,
    Supply,
    System,
    Value,
    build,
)
from tanlu.plan.model.stock import annuity
from tanlu.plan.model.value import by_year, value_of
from tanlu.workflow.pathway.folder import example

KINDS = (Supply, Generator, Store, Converter, Demand)


def park(days: int, periods: int) -> System:
    """The synthetic plan on `days` evenly sampled days, end to end, as PyPSA can state it too."""
    whole = read_plan(example("synthetic")).system
    kept = whole.periods[:periods]
    picked = np.linspace(0, 364, days).astype(int)
    series = {k: v[picked].reshape(1, -1) for k, v in whole.series.items()}
    slices = Slices((0,), steps=24 * days, step_h=1.0, days=365.0 / days)
    parts = [_plain(part, periods) for part in whole.components if isinstance(part, KINDS)]
    caps = {period.year: 60000.0 - 6000.0 * n for n, period in enumerate(kept)}
    return System(
        kept, slices, whole.nodes, tuple(parts), (Cap("cap", caps),), series, whole.rate
    )  # fmt: skip


def _plain(part: Any, periods: int) -> Any:  # noqa: ANN401 - any component
    """Without what PyPSA has not: peaks charged by month, factors that fall; nothing exists yet."""
    if isinstance(part, Supply):
        part = replace(part, charge=0.0, factor=float(by_year(part.factor, 8)[0]))
        return replace(part, price=_cut(part.price, periods), market_factor=None)
    if isinstance(part, Demand):
        return replace(part, amount=_cut(part.amount, periods))
    stock = part.stock
    names = ("investment", "fixed_om")
    money = {name: tuple(by_year(getattr(stock, name), 8)[:periods]) for name in names}
    return replace(part, stock=Stock(life=stock.life, **money))


def _cut(given: Any, periods: int) -> Value:  # noqa: ANN401 - a quantity
    value = value_of(given)
    return replace(value, by_period=value.by_period[:periods])


def network(system: System) -> Any:  # noqa: ANN401 - PyPSA ships no types
    """The same park in PyPSA: one asset a vintage."""
    import pandas as pd
    import pypsa

    net = pypsa.Network()
    steps = range(system.slices.steps)
    index = pd.MultiIndex.from_product([system.years, steps], names=["period", "timestep"])
    net.set_snapshots(index)
    net.investment_periods = list(system.years)
    net.investment_period_weightings["objective"] = system.discounts()
    net.investment_period_weightings["years"] = [p.length for p in system.periods]
    hours = float(system.slices.weights()[0])
    net.snapshot_weightings["objective"] = hours
    net.snapshot_weightings["generators"] = hours
    net.snapshot_weightings["stores"] = 1.0
    for node in system.nodes:
        net.add("Bus", node.name)
    net.add("Generator", "waste", bus="heat", sign=-1, p_nom=1e4)
    for part in system.components:
        _ADD[type(part)](net, system, part, index)
    for year, most in system.policies[0].most.items():
        net.add(
            "GlobalConstraint", f"cap {year}", type="primary_energy", sense="<=",
            carrier_attribute="co2_emissions", constant=most, investment_period=year,
        )  # fmt: skip
    return net


def _profile(system: System, given: Any, index: Any) -> Any:  # noqa: ANN401 - pandas ships no types
    import pandas as pd

    value = value_of(given)
    by_period = np.broadcast_to(np.array(value.by_period), (len(system.periods),))
    shape = system.series[value.series][0] if value.series else np.ones(system.slices.steps)
    return pd.Series(np.outer(by_period, shape).ravel(), index=index)


def _supply(net: Any, system: System, part: Supply, index: Any) -> None:  # noqa: ANN401 - as above
    net.add("Carrier", part.name, co2_emissions=part.factor)
    limit = float(by_year(part.limit, 1)[0])
    net.add(
        "Generator", part.name, bus=part.node, carrier=part.name,
        p_nom=limit if np.isfinite(limit) else 1e4,
        marginal_cost=_profile(system, part.price, index),
    )  # fmt: skip


def _demand(net: Any, system: System, part: Demand, index: Any) -> None:  # noqa: ANN401 - as above
    net.add("Load", part.name, bus=part.node, p_set=_profile(system, part.amount, index))


def _vintages(system: System, part: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any component
    """A vintage's year, life and yearly cost: annuity, and fixed cost as of its own year."""
    periods = len(system.periods)
    rate = annuity(system.rate, part.stock.life)
    invest, fixed = (by_year(getattr(part.stock, n), periods) for n in ("investment", "fixed_om"))
    return [
        {"build_year": year, "lifetime": part.stock.life, "capital_cost": rate * i + f}
        for year, i, f in zip(system.years, invest, fixed, strict=True)
    ]


def _generator(net: Any, system: System, part: Generator, index: Any) -> None:  # noqa: ANN401 - as above
    for own in _vintages(system, part):
        net.add(
            "Generator", f"{part.name} {own['build_year']}", bus=part.node, p_nom_extendable=True,
            p_max_pu=_profile(system, part.profile, index), **own,
        )  # fmt: skip


def _store(net: Any, system: System, part: Store, _: Any) -> None:  # noqa: ANN401 - as above
    for own in _vintages(system, part):
        net.add(
            "StorageUnit", f"{part.name} {own['build_year']}", bus=part.node,
            p_nom_extendable=True, max_hours=part.hours, efficiency_store=part.charge,
            efficiency_dispatch=part.discharge, standing_loss=part.loss,
            cyclic_state_of_charge=True, cyclic_state_of_charge_per_period=True, **own,
        )  # fmt: skip


def _converter(net: Any, system: System, part: Converter, _: Any) -> None:  # noqa: ANN401 - as above
    """A link is sized by its first input; ours by its activity."""
    (first, ratio), *more = part.inputs.items()
    ends = [(node, float(value)) for node, value in part.outputs.items()]
    ends += [(node, -float(value)) for node, value in more]
    names = [("bus1", "efficiency")] + [(f"bus{n}", f"efficiency{n}") for n in range(2, 5)]
    made: dict[str, Any] = {}
    for (bus, efficiency), (node, value) in zip(names, ends, strict=False):
        made |= {bus: node, efficiency: value / float(ratio)}
    for own in _vintages(system, part):
        cost = own["capital_cost"] / float(ratio)
        net.add(
            "Link", f"{part.name} {own['build_year']}", bus0=first, p_nom_extendable=True,
            marginal_cost=float(by_year(part.variable, 1)[0]) / float(ratio),
            **{**own, "capital_cost": cost}, **made,
        )  # fmt: skip


_ADD = {
    Supply: _supply, Demand: _demand, Generator: _generator, Store: _store,
    Converter: _converter,
}  # fmt: skip


def flat(system: System) -> System:
    """Fixed cost of the first period for all: PyPSA's is of the vintage, ours of the year."""
    parts = []
    for part in system.components:
        if hasattr(part, "stock"):
            fixed = float(by_year(part.stock.fixed_om, len(system.periods))[0])
            parts.append(replace(part, stock=replace(part.stock, fixed_om=fixed)))
        else:
            parts.append(part)
    return system.with_components(parts)


def timed(system: System) -> tuple[float, float, float]:
    """Seconds to build and to solve, and the objective."""
    begun = time.perf_counter()
    model = build(system)
    session = open_session(model.problem)
    built = time.perf_counter() - begun
    solution = session.solve()
    assert solution.objective is not None
    return built, time.perf_counter() - begun - built, solution.objective


def bare(system: System) -> float:
    """Seconds of HiGHS alone on the same matrix."""
    matrix = build(system).problem.matrix()
    begun = time.perf_counter()
    open_session(matrix).solve()
    return time.perf_counter() - begun


def peer(system: System) -> tuple[float, float]:
    """Seconds of PyPSA from data to optimum, and its objective."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        begun = time.perf_counter()
        net = network(system)
        net.optimize(
            multi_investment_periods=True, solver_name="highs",
            solver_options={"output_flag": False}, include_objective_constant=False,
        )  # fmt: skip
        return time.perf_counter() - begun, float(net.objective)


def memory() -> str:
    """The most memory that the process has had."""
    return f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GB"


def run(days: Sequence[int] = (4,), periods: int = 3, pypsa_days: int = 2) -> list[Row]:
    """One row for each number of days, and one beside PyPSA."""
    timed(park(1, 1))  # libraries are loaded once
    rows = []
    for count in days:
        system = park(count, periods)
        built, solved, _ = timed(system)
        alone = bare(system)
        note = f"build {built:.2f} s; {memory()}"
        task = f"plan, {count} days × {periods} periods, build + solve"
        rows.append(Row(task, built + solved, "HiGHS, bare matrix", alone, note))
    system = flat(park(pypsa_days, periods))
    built, solved, ours = timed(system)
    seconds, theirs = peer(system)
    assert abs(ours - theirs) <= 1e-6 * abs(theirs), (ours, theirs)
    task = f"plan, {pypsa_days} days × {periods} periods"
    rows.append(Row(task, built + solved, "PyPSA, a vintage an asset", seconds, memory()))
    return rows
