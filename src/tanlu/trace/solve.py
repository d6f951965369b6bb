"""The solution of the equation of carbon flow: by machine code, or by NumPy, with equal digits."""

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from types import FunctionType
from typing import Any

import numpy as np

from tanlu.errors import need
from tanlu.trace import loops
from tanlu.trace.columns import BLOCK, trace_columns
from tanlu.trace.loops import Values
from tanlu.trace.system import System

_FEW = 3_000  # places and blocks that NumPy gets through before a compiler has started
_COMPILED = ("fill_block", "pass_on", "reduce_block", "solve_block", "trace_hours")


def solve(system: System, workers: int = 2) -> Values:
    """Solve for every right-hand side, node and hour.

    Args:
        system: Flows and injections.
        workers: Threads of the compiled path; the result does not depend on them.

    Returns:
        Solutions; not a number where nothing flows. (right-hand sides, hours, nodes)

    Source: [grassmann1985], state reduction without subtractions.
    """
    steps = -(-system.hours // BLOCK) * system.plan.slots
    is_worth_it = steps > _FEW and find_spec("numba")
    return solve_compiled(system, workers) if is_worth_it else solve_plain(system)


def solve_compiled(system: System, workers: int = 2) -> Values:
    """`solve` by machine code; hours are parted among threads."""
    found = np.empty((system.columns, system.hours, system.plan.nodes))
    run, values = _machine_code(), _arguments(system, found)
    step = -(-system.hours // (workers * loops.LANES)) * loops.LANES or 1
    spans = [(at, min(at + step, system.hours)) for at in range(0, system.hours, step)]
    if len(spans) == 1:
        run(*spans[0], *values)
        return found
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(lambda span: run(*span, *values), spans))
    return found


def solve_plain(system: System) -> Values:
    """`solve` without numba: slower, the same numbers."""
    found = np.empty((system.columns, system.hours, system.plan.nodes))
    trace_columns(system, 0, system.hours, found)
    return found


def _arguments(system: System, found: Values) -> tuple[Any, ...]:
    plan = system.plan
    push, pull = (plan.into, plan.away) if system.is_adjoint else (plan.away, plan.into)
    flows = (system.ahead, system.behind, system.links, system.leaving)
    return (
        *(np.ascontiguousarray(values, float) for values in flows),
        system.node, system.column, np.ascontiguousarray(system.amount, float), plan.number,
        system.forward, system.back, system.link, plan.first, plan.near, plan.away, plan.into,
        plan.pairs, plan.past, push, pull, plan.slots,
        0.0 if system.is_adjoint else math.nan, found,
    )  # fmt: skip


@cache
def _machine_code() -> Callable[..., None]:
    # compiled copies call each other; the plain functions stay what they are
    names = dict(vars(loops))
    for name in _COMPILED:
        plain = vars(loops)[name]
        names[name] = _compiled(FunctionType(plain.__code__, names, name))
    run: Callable[..., None] = names["trace_hours"]
    return run


def _compiled(function: FunctionType) -> Any:  # noqa: ANN401 - numba's own object
    compile_it = need("numba", "trace").njit
    try:
        return compile_it(nogil=True, error_model="numpy", cache=True)(function)
    except RuntimeError:  # no folder to keep machine code in: compile once per process
        return compile_it(nogil=True, error_model="numpy")(function)
