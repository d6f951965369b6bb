"""From a system to a design: build, solve, read."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter

import numpy as np
from numpy.typing import ArrayLike

from tanlu.plan.design import Design, carbon_prices, periods_of, policy_prices
from tanlu.plan.lp import Session, open_session
from tanlu.plan.lp.session import Choice
from tanlu.plan.model import Model, System, build


@dataclass(frozen=True, slots=True)
class Live:
    """A model with its solver kept alive: the next question costs little.

    Example:
        >>> from tanlu.plan.model import *
        >>> parts = (
        ...     Supply("coal", "heat", price=1.0, scope=1, factor=0.5),
        ...     Supply("gas", "heat", price=3.0, scope=1, factor=0.1),
        ...     Demand("need", "heat", 1.0),
        ... )
        >>> caps = (Cap("cap", {2030: 3000.0}),)
        >>> year = Slices((0,), steps=1, step_h=24.0)
        >>> live = open_live(System((Period(2030),), year, (Node("heat"),), parts, caps))
        >>> round(answer(live).objective_cny)
        15660
        >>> live.bound("cap", 2000.0)
        >>> design = answer(live)
        >>> round(design.objective_cny), round(design.co2_cny_per_t[2030], 9)
        (20660, 5.0)
    """

    model: Model
    session: Session
    build_s: float

    def bound(self, policy: str, most: ArrayLike) -> None:
        """Another upper bound for a policy, one number or one for each of its rows."""
        rows = self.model.problem.row_block(f"policy.{policy}").at
        self.session.set_rows(rows, -np.inf, most)


def open_live(
    system: System,
    choice: Choice = "auto",
    slack_cny: float | None = None,
    margins: Mapping[str, Mapping[int, float]] | None = None,
) -> Live:
    """A system in a solver.

    Args:
        system: The system.
        choice: Algorithm.
        slack_cny: Price of breaking a policy by one unit, in present value; None forbids it.
        margins: By policy and place of the period, by how much to keep it tighter.

    Returns:
        The living model.
    """
    begun = perf_counter()
    model = build(system, slack_cny, margins)
    session = open_session(model.problem, choice)
    return Live(model, session, perf_counter() - begun)


def answer(live: Live) -> Design:
    """Solve as it stands now, and read the optimum.

    Returns:
        The design; without periods where nothing feasible was found. Where every day of the
        year is a day of the model, it is its own full-year check.
    """
    solution = live.session.solve()
    model, is_found = live.model, solution.values is not None
    slices = model.system.slices
    is_full = is_found and len(set(slices.group)) == len(slices.group) and not slices.pick
    return Design(
        status=solution.status,
        objective_cny=solution.objective,
        lower_bound_cny=solution.bound if is_full else None,
        full_year_cost_cny=solution.objective if is_full else None,
        unserved_mwh=0.0 if is_full else None,
        algorithm=solution.algorithm,
        build_s=live.build_s,
        solve_s=solution.seconds,
        periods=() if solution.values is None else periods_of(model, solution.values),
        co2_cny_per_t=carbon_prices(model, solution),
        policies=policy_prices(model, solution),
        model=model,
        solution=solution,
    )


def solve(system: System, choice: Choice = "auto") -> Design:
    """The least-cost design of a system on its steps.

    Args:
        system: The system.
        choice: Algorithm; by size where not given.

    Returns:
        The design.

    Raises:
        MissingExtraError: When the extra `plan` is not installed.
    """
    return answer(open_live(system, choice))
