"""How a difference that several changes make together is shared among them.

The order in which changes are made must not matter, so each takes the mean of
what it adds over all orders (Shapley). The shares sum to the whole difference,
and turn their sign when the two sides are exchanged.
"""

from collections.abc import Callable, Sequence
from itertools import combinations
from math import factorial

MOST = 8
"""More changes than this are not told apart: the work doubles with each."""


def shares(changes: Sequence[str], value: Callable[[frozenset[str]], float]) -> dict[str, float]:
    """Each change's part in a difference.

    Args:
        changes: Names of the changes, at most `MOST`.
        value: The result when the named changes are made and the others not.

    Returns:
        Name to part; they sum to the value with all changes less the one with none.

    Example:
        Twice the fuel at half the factor, 100 t × 4:

        >>> def made(done):
        ...     return (200 if "fuel" in done else 100) * (2 if "factor" in done else 4)
        >>> shares(["fuel", "factor"], made)
        {'fuel': 300.0, 'factor': -300.0}

    Source: Shapley 1953, the value of a game.
    """
    known: dict[frozenset[str], float] = {}

    def at(done: frozenset[str]) -> float:
        if done not in known:
            known[done] = value(done)
        return known[done]

    return {name: _share(name, [n for n in changes if n != name], at) for name in changes}


def _share(name: str, others: Sequence[str], at: Callable[[frozenset[str]], float]) -> float:
    count = len(others) + 1
    part = 0.0
    for size in range(count):
        weight = factorial(size) * factorial(count - size - 1) / factorial(count)
        for chosen in combinations(others, size):
            before = frozenset(chosen)
            part += weight * (at(before | {name}) - at(before))
    return part
