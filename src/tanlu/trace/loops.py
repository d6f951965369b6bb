"""The elimination of a block of hours, as plain loops that a compiler can take.

Every node's pivot is the sum of what leaves it, to the nodes still there and for good;
nothing is ever subtracted, so that no digit is lost and a pivot of zero is exactly zero.
Method: Grassmann, Taksar and Heyman 1985, state reduction, on the equation of carbon flow.
`columns.py` does the same operations in the same order without a compiler.
"""

import numpy as np
import numpy.typing as npt

LANES = 32
"""Hours that go through the loops together, so that each step is a few vector operations."""

Values = npt.NDArray[np.float64]
Index = npt.NDArray[np.int64]


def fill_block(
    at: int, hours: int, ahead: Values, behind: Values, links: Values, forward: Index, back: Index,
    link: Index, work: Values,
) -> None:  # fmt: skip
    """Put an hour's flows into their places; what flows backwards goes the other way.

    Args:
        at: First hour of the block.
        hours: How many.
        ahead: What a branch carries to its end, where it is positive. (hours, branches)
        behind: What it carries to its start, where it is negative. (hours, branches)
        links: What each one-way link carries. (hours, links)
        forward: Place of each branch from start to end.
        back: Place of each branch from end to start.
        link: Place of each link.
        work: Places. (slots, lanes)
    """
    work[:, :] = 0.0
    for branch in range(forward.shape[0]):
        there, here = work[forward[branch]], work[back[branch]]
        for lane in range(hours):
            there[lane] += max(ahead[at + lane, branch], 0.0)
            here[lane] += max(-behind[at + lane, branch], 0.0)
    for number in range(link.shape[0]):
        there = work[link[number]]
        for lane in range(hours):
            there[lane] += links[at + lane, number]


def reduce_block(
    first: Index, near: Index, away: Index, into: Index, pairs: Index, past: Index,
    work: Values, kept: Values, inverse: Values, share: Values,
) -> None:  # fmt: skip
    """Take away node after node; what flowed through it flows past it.

    Args:
        first: First neighbour of each step.
        near: Neighbours' numbers.
        away: Place of what flows to a neighbour.
        into: Place of what comes from it.
        pairs: First of a neighbour's entries in `past`.
        past: Place between two neighbours; -1 for one and the same.
        work: Places, changed. (slots, lanes)
        kept: What leaves each node for good, changed. (nodes, lanes)
        inverse: Becomes one over the pivot; 0 for a dead node. (nodes, lanes)
        share: Room. (lanes,)
    """
    for node in range(first.shape[0] - 1):
        low, high = first[node], first[node + 1]
        mine, one = kept[node], inverse[node]
        for lane in range(LANES):
            one[lane] = mine[lane]
        for t in range(low, high):
            row = work[away[t]]
            for lane in range(LANES):
                one[lane] += row[lane]
        for lane in range(LANES):
            one[lane] = 1.0 / one[lane] if one[lane] > 0.0 else 0.0
        for t in range(low, high):
            row, other = work[into[t]], kept[near[t]]
            for lane in range(LANES):
                share[lane] = row[lane] * one[lane]
            for lane in range(LANES):
                other[lane] += share[lane] * mine[lane]
            pass_on(low, high, pairs[t], away, past, work, share)


def pass_on(
    low: int, high: int, pair: int, away: Index, past: Index, work: Values, share: Values
) -> None:
    """What came from one neighbour goes straight to the others.

    Args:
        low: First neighbour of the node that goes.
        high: First neighbour no more.
        pair: First entry in `past` of the neighbour it came from.
        away: See `reduce_block`.
        past: See `reduce_block`.
        work: Places, changed. (slots, lanes)
        share: What came from the neighbour, per unit that flows through. (lanes,)
    """
    for u in range(low, high):
        slot = past[pair + u - low]
        if slot >= 0:
            target, row = work[slot], work[away[u]]
            for lane in range(LANES):
                target[lane] += share[lane] * row[lane]


def solve_block(
    first: Index, near: Index, push: Index, pull: Index, work: Values, inverse: Values,
    known: Values, dead: float,
) -> None:  # fmt: skip
    """Solve for one right-hand side in place.

    Args:
        first: First neighbour of each step.
        near: Neighbours' numbers.
        push: Place of what is handed on to a neighbour: `away`; for the adjoint `into`.
        pull: Place of what is taken from it: `into`; for the adjoint `away`.
        work: Places after the reduction. (slots, lanes)
        inverse: One over each pivot; 0 for a dead node. (nodes, lanes)
        known: Right-hand side, becomes the solution. (nodes, lanes)
        dead: The solution of a dead node: not a number; for the adjoint 0.
    """
    steps = first.shape[0] - 1
    for node in range(steps):
        mine, one = known[node], inverse[node]
        for t in range(first[node], first[node + 1]):
            row, other = work[push[t]], known[near[t]]
            for lane in range(LANES):
                other[lane] += row[lane] * one[lane] * mine[lane]
    for done in range(steps):
        node = steps - 1 - done
        mine, one = known[node], inverse[node]
        for t in range(first[node], first[node + 1]):
            row, other = work[pull[t]], known[near[t]]
            for lane in range(LANES):
                # a dead neighbour counts only where something comes from it
                mine[lane] += row[lane] * other[lane] if row[lane] != 0.0 else 0.0
        for lane in range(LANES):
            mine[lane] = mine[lane] * one[lane] if one[lane] > 0.0 else dead


def trace_hours(
    low: int, high: int, ahead: Values, behind: Values, links: Values, leaving: Values,
    node: Index, column: Index, amount: Values, number: Index, forward: Index, back: Index,
    link: Index, first: Index, near: Index, away: Index, into: Index, pairs: Index, past: Index,
    push: Index, pull: Index, slots: int, dead: float, found: Values,
) -> None:  # fmt: skip
    """Fill, reduce and solve hours `low` to `high`, block by block.

    Args:
        low: First hour.
        high: First hour no more.
        ahead: See `fill_block`.
        behind: See `fill_block`.
        links: See `fill_block`.
        leaving: What leaves each node for good. (hours, nodes)
        node: Node of each injection.
        column: Right-hand side that an injection belongs to.
        amount: Injections. (hours, injections)
        number: Each node's number in the elimination.
        forward: See `fill_block`.
        back: See `fill_block`.
        link: See `fill_block`.
        first: See `reduce_block`.
        near: See `reduce_block`.
        away: See `reduce_block`.
        into: See `reduce_block`.
        pairs: See `reduce_block`.
        past: See `reduce_block`.
        push: See `solve_block`.
        pull: See `solve_block`.
        slots: How many places.
        dead: See `solve_block`.
        found: Becomes the solutions. (right-hand sides, hours, nodes)
    """
    nodes = number.shape[0]
    work, share = np.zeros((slots, LANES)), np.zeros(LANES)
    kept, inverse = np.zeros((nodes, LANES)), np.zeros((nodes, LANES))
    known = np.zeros((found.shape[0], nodes, LANES))
    for at in range(low, high, LANES):
        hours = min(LANES, high - at)
        fill_block(at, hours, ahead, behind, links, forward, back, link, work)
        kept[:, :] = 0.0
        known[:, :, :] = 0.0
        for n in range(nodes):
            mine = kept[number[n]]
            for lane in range(hours):
                mine[lane] = leaving[at + lane, n]
        for i in range(node.shape[0]):
            mine = known[column[i], number[node[i]]]
            for lane in range(hours):
                mine[lane] += amount[at + lane, i]
        reduce_block(first, near, away, into, pairs, past, work, kept, inverse, share)
        for k in range(known.shape[0]):
            solve_block(first, near, push, pull, work, inverse, known[k], dead)
            for n in range(nodes):
                mine = known[k, number[n]]
                for lane in range(hours):
                    found[k, at + lane, n] = mine[lane]
