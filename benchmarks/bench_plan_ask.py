"""A front of 20 points beside one cold solve; rolling control on four weeks of the synthetic park.

The front's peer is the first solve of the same problem by the same solver. Control runs on a
week of each season with steps of a quarter of an hour and a look ahead of two days: beside no
control, and beside a perfect forecast. The independent optimum of a whole look ahead is a
problem written down anew and given to HiGHS in `tests/unit/plan/rolling`.
"""

import os
from datetime import datetime
from time import perf_counter

import numpy as np

from benchmarks.run import Row
from tanlu.connect.plan.folder import read_plan
from tanlu.plan.analyse.front import front
from tanlu.plan.solve import answer, open_live
from tanlu.workflow.pathway.control import control_of, worth_record
from tanlu.workflow.pathway.folder import example, system_of

SEASONS = tuple(
    datetime.fromisoformat(day) for day in ("2025-01-13", "2025-04-14", "2025-07-14", "2025-10-13")
)
DAYS = int(os.environ.get("TANLU_BENCH_DAYS", "7"))


def run() -> list[Row]:
    """Both parts, on the synthetic plan."""
    return [_front(), *_control()]


def _front() -> Row:
    system = system_of(read_plan(example("synthetic")))
    start = perf_counter()
    first = answer(open_live(system))
    cold = perf_counter() - start
    start = perf_counter()
    points = front(system, 20)
    whole = perf_counter() - start
    assert len(points) == 20
    assert np.isclose(points[0].cost_cny, first.objective_cny or 0.0, rtol=1e-7)
    note = f"the front is {whole / cold:.2f} x one cold solve (goal: at most 3)"
    return Row("front of 20 points, 12 days x 8 periods", whole, "one cold solve", cold, note)


def _control() -> list[Row]:
    made = control_of(example("synthetic"), 2030, 15)
    rows = []
    for moment in SEASONS:
        start = perf_counter()
        told = worth_record(made, moment, DAYS, 48, "learned")
        seconds = perf_counter() - start
        runs = told["runs"]
        totals = {name: each["total_cny"] for name, each in runs.items()}
        assert totals["perfect"] <= totals["none"]
        carbon = ", ".join(f"{name} {each['co2_t']:,.0f} t" for name, each in runs.items())
        cost = ", ".join(f"{name} {value:,.0f}" for name, value in totals.items())
        slowest = max(each["slowest_step_s"] for each in runs.values())
        skills = ", ".join(
            f"{name} {each['skill']:.0%}"
            for name, each in told["skill"].items()
            if each["skill"] is not None
        )
        note = f"CNY: {cost}; {carbon}; slowest solve {slowest:.3f} s; skill: {skills}"
        steps = 2 * DAYS * 96
        rows.append(Row(f"a step of control, {DAYS} days from {moment:%Y-%m-%d}", seconds / steps,
                        "goal", 0.2, note))  # fmt: skip
    return rows
