"""The order in time of periods as people name them."""

import re
from collections.abc import Callable, Sequence

_DIGITS = re.compile(r"\d+", re.ASCII)
_YEAR = 4


def in_time(periods: Sequence[str]) -> list[str]:
    """Names of periods in their order in time.

    Numbers are put in order; so are names alike but for their numbers, the year first
    wherever it is written. What has no such order keeps the order of the file.

    Args:
        periods: Names, each once, as the file has them.

    Returns:
        The same names.

    Example:
        >>> in_time(["2020-10", "2020-9"]), in_time(["Q1 2021", "Q4 2020"])
        (['2020-9', '2020-10'], ['Q4 2020', 'Q1 2021'])
        >>> in_time(["before", "after"])
        ['before', 'after']
    """
    try:
        return sorted(periods, key=float)
    except ValueError:
        key = _key(periods)
        return sorted(periods, key=key) if key else list(periods)


def _key(periods: Sequence[str]) -> Callable[[str], list[int]] | None:
    parts = {name: _DIGITS.findall(name) for name in periods}
    is_alike = len({_DIGITS.sub("#", name) for name in periods}) == 1
    if not is_alike or not all(parts.values()):
        return None
    if all(len(found[0]) == _YEAR for found in parts.values()):
        return lambda name: [int(n) for n in parts[name]]
    if all(len(found[-1]) == _YEAR for found in parts.values()):
        return lambda name: [int(n) for n in reversed(parts[name])]
    if all(len(found) == 1 for found in parts.values()):
        return lambda name: [int(parts[name][0])]
    return None
