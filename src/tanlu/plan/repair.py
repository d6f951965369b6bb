"""Typical days mended until the design survives the whole year, between two costs.

Each round solves the plan on grouped days, operates its design through every calendar day,
and looks at what went wrong: days that were not served stand for themselves from then on,
policies that were broken are tightened by as much, and where the interval of cost is still
wide, the groups whose mean hides most of the cost are cut in two.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tanlu.plan.bound import relaxed
from tanlu.plan.design import Design
from tanlu.plan.lp.problem import Numbers
from tanlu.plan.lp.session import Choice, has_hipo
from tanlu.plan.model import Budget, Slices, System, build, yearly
from tanlu.plan.model.assemble import MONEY, daily
from tanlu.plan.operate import Year, open_operation
from tanlu.plan.solve import answer, open_live
from tanlu.plan.typical import alone, grouped, split

MANY = 3000
"""Steps of all periods from which a cold start is faster by interior points (measured)."""


@dataclass(frozen=True, slots=True)
class Round:
    """One round: days of the model, costs [CNY], what was not served [MWh], what was broken."""

    number: int
    days: int
    lower_cny: float
    cost_cny: float
    unserved_mwh: float
    overshoot: Mapping[str, float]


def silent(_: Round) -> None:
    """Tell nobody."""


def repair(
    system: System,
    days: int,
    gap: float = 0.03,
    rounds: int = 12,
    tell: Callable[[Round], None] = silent,
) -> Design:
    """The least-cost design that serves every step of every calendar day.

    Args:
        system: The system, with every calendar day.
        days: Days of the model to begin with. [1]
        gap: Width of the cost interval at which it may stop, as a share of the cost. [1]
        rounds: Rounds at most.
        tell: Told after each round.

    Returns:
        The cheapest design that was found to serve everything; the last one where none was,
        with what it could not serve. `lower_bound_cny` is the highest that was proven.
    """
    slices = grouped(system, days)
    margins: dict[str, dict[int, float]] = {}
    operation = open_operation(system)
    best: Design | None = None
    lower, number = -np.inf, 0
    while True:
        number += 1
        design, bound = _designed(system.with_slices(slices), margins)
        if not design.periods and margins and number < rounds:
            margins = _halved(margins)
            continue
        if not design.periods:
            return best or design
        lower = max(lower, bound)
        years = operation.run(design)
        design = _judged(design, years, lower, number)
        tell(_round(design, years, number))
        best = _better(best, design)
        best = replace(best, lower_bound_cny=lower, rounds=number)
        is_done = _is_served(best) and (best.interval or 0.0) <= gap
        if is_done or number == rounds or slices.count == len(slices.group):
            return best
        margins = _more_margin(margins, system, years)
        is_wide = (design.interval or 0.0) > 0.7 * gap
        slices = _refined(system, slices, design, years, is_wide=is_wide)


def _designed(system: System, margins: Mapping[str, Mapping[int, float]]) -> tuple[Design, float]:
    """A design, and a proven bound from the same groups without margins."""
    own = relaxed(system)
    live = open_live(own, _choice(system))
    first = answer(live)
    bound = -np.inf if first.solution.bound is None else first.solution.bound
    if own is not system:
        return answer(open_live(system, _choice(system), margins=margins)), bound
    if not margins:
        return first, bound
    tight = build(system, margins=margins).problem
    matrix = tight.matrix()
    for name in live.model.policy_rows:  # the same rows, closer bounds: a warm solve
        rows = tight.row_block(f"policy.{name}")
        live.session.set_rows(rows.at, rows.of(matrix.row_low), rows.of(matrix.row_high))
    return answer(live), bound


def _choice(system: System) -> Choice:
    """Simplex for few steps, an interior point method (and crossover) for many."""
    slices = system.slices
    steps = slices.count * slices.steps * len(system.periods)
    return "hipo" if steps > MANY and has_hipo() else "auto"


def _judged(design: Design, years: Sequence[Year], lower: float, number: int) -> Design:
    discounts = design.model.discounts
    capital = yearly(design.model, design.values, "capital")
    running = np.array([year.cost_cny for year in years])
    lengths = np.array([period.length for period in design.model.system.periods], float)
    unserved = np.array([year.unserved.sum() for year in years]) @ lengths
    over: dict[str, float] = {}
    for year in years:
        for name, amount in year.overshoot.items():
            over[f"{name}.{year.year}"] = amount
    return replace(
        design,
        lower_bound_cny=lower,
        full_year_cost_cny=float((capital + running) @ discounts),
        unserved_mwh=float(unserved),
        overshoot=over,
        rounds=number,
        solve_s=design.solve_s + sum(year.seconds for year in years),
    )


def _round(design: Design, years: Sequence[Year], number: int) -> Round:
    return Round(
        number, design.model.system.slices.count, design.lower_bound_cny or 0.0,
        design.full_year_cost_cny or 0.0, sum(float(y.unserved.sum()) for y in years),
        design.overshoot,
    )  # fmt: skip


def _is_served(design: Design) -> bool:
    return not design.overshoot and (design.unserved_mwh or 0.0) == 0.0


def _better(best: Design | None, design: Design) -> Design:
    """The one that serves more; of those that serve all, the cheaper."""
    if best is None:
        return design

    def rank(d: Design) -> tuple[bool, float, float]:
        return not _is_served(d), d.unserved_mwh or 0.0, d.full_year_cost_cny or np.inf

    return min(best, design, key=rank)


def _more_margin(
    margins: Mapping[str, Mapping[int, float]], system: System, years: Sequence[Year]
) -> dict[str, dict[int, float]]:
    """Tighten what was broken by as much and a tenth."""
    found = {name: dict(by_place) for name, by_place in margins.items()}
    budgets = {rule.name for rule in system.policies if isinstance(rule, Budget)}
    for place, year in enumerate(years):
        for name, amount in year.overshoot.items():
            at, is_sum = found.setdefault(name, {}), name in budgets
            where, length = (0, system.periods[place].length) if is_sum else (place, 1)
            at[where] = at.get(where, 0.0) + 1.1 * amount * length
    return found


def _halved(margins: Mapping[str, Mapping[int, float]]) -> dict[str, dict[int, float]]:
    """Half of what was asked, where all of it cannot be kept."""
    return {name: {at: m / 2 for at, m in by.items()} for name, by in margins.items()}


def _refined(
    system: System, slices: Slices, design: Design, years: Sequence[Year], *, is_wide: bool
) -> Slices:
    unserved = np.max([year.unserved for year in years], axis=0)
    worst = np.argsort(-unserved)[: max(6, slices.count // 3)]
    bad = [int(day) for day in worst if unserved[day] > 0.0]
    hidden = _hidden(slices, design, years)
    cut = [
        int(g)
        for g in np.argsort(-hidden)[: max(4, slices.count // 4)]
        if hidden[g] > 0 and is_wide
    ]
    return alone(split(system, slices, cut), bad)


def _hidden(slices: Slices, design: Design, years: Sequence[Year]) -> Numbers:
    """Cost of each group's days in operation above what their mean day was thought to cost."""
    thought = daily(design.model, design.values, *MONEY)
    group = np.array(slices.group)
    total = np.zeros(slices.count)
    for place, year in enumerate(years):
        costs = np.bincount(group, year.daily, slices.count)
        total += (costs - thought[place]) * design.model.discounts[place]
    return total
