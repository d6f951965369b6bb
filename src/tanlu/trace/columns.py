"""The elimination of `loops.py` in NumPy: the same operations in the same order, slower.

A block is many hours wide here, so that Python's own time is spread over them.
"""

import numpy as np

from tanlu.trace.loops import Values
from tanlu.trace.order import Programme
from tanlu.trace.system import System

BLOCK = 1024


def trace_columns(system: System, low: int, high: int, found: Values) -> None:
    """Fill, reduce and solve hours `low` to `high`.

    Args:
        system: What is to be traced.
        low: First hour.
        high: First hour no more.
        found: Becomes the solutions. (right-hand sides, hours, nodes)
    """
    for at in range(low, high, BLOCK):
        _block(system, slice(at, min(at + BLOCK, high)), found)


def _block(system: System, span: slice, found: Values) -> None:
    plan = system.plan
    work = _filled(system, span)
    kept = np.empty((plan.nodes, work.shape[1]))
    kept[plan.number] = system.leaving[span].T
    inverse = _reduced(plan, work, kept)
    for k in range(len(found)):
        known = np.zeros_like(kept)
        for i in np.flatnonzero(system.column == k):
            known[plan.number[system.node[i]]] += system.amount[span, i]
        _solve(plan, work, inverse, known, is_adjoint=system.is_adjoint)
        found[k, span] = known[plan.number].T


def _filled(system: System, span: slice) -> Values:
    work = np.zeros((system.plan.slots, len(system.leaving[span])))
    ahead, behind = system.ahead[span].T, system.behind[span].T
    for n in range(len(system.forward)):
        work[system.forward[n]] += np.maximum(ahead[n], 0.0)
        work[system.back[n]] += np.maximum(-behind[n], 0.0)
    for slot, carried in zip(system.link, system.links[span].T, strict=True):
        work[slot] += carried
    return work


def _reduced(plan: Programme, work: Values, kept: Values) -> Values:
    inverse = np.empty_like(kept)
    for node in range(plan.nodes):
        low, high = plan.first[node], plan.first[node + 1]
        away, pivot = plan.away[low:high], kept[node].copy()
        for slot in away:
            pivot += work[slot]
        one = np.divide(1.0, pivot, out=np.zeros_like(pivot), where=pivot > 0.0)
        inverse[node] = one
        for t in range(low, high):
            share = work[plan.into[t]] * one
            kept[plan.near[t]] += share * kept[node]
            for slot, other in zip(plan.past[plan.pairs[t] :], away, strict=False):
                if slot >= 0:
                    work[slot] += share * work[other]
    return inverse


def _solve(
    plan: Programme, work: Values, inverse: Values, known: Values, *, is_adjoint: bool
) -> None:
    dead = 0.0 if is_adjoint else np.nan  # what goes there reaches no meter
    push, pull = (plan.into, plan.away) if is_adjoint else (plan.away, plan.into)
    for node in range(plan.nodes):
        for t in range(plan.first[node], plan.first[node + 1]):
            known[plan.near[t]] += work[push[t]] * inverse[node] * known[node]
    for node in reversed(range(plan.nodes)):
        for t in range(plan.first[node], plan.first[node + 1]):
            row = work[pull[t]]
            known[node] += np.where(row != 0.0, row * known[plan.near[t]], 0.0)
        known[node] = np.where(inverse[node] > 0.0, known[node] * inverse[node], dead)
