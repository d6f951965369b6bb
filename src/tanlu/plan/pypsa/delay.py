"""Flows that arrive later than they left."""

import numpy as np

from tanlu.plan.pypsa.network import Flags, Numbers, Places, Time


def sources(time: Time, delay: float, *, is_cyclic: bool) -> tuple[Places, Flags]:
    """From which snapshot comes what arrives at each snapshot, and whether anything does.

    Time runs by the weights of generation, anew in each period; a flow arrives with the
    latest snapshot that began `delay` hours before. Without `is_cyclic` nothing arrives in
    the first hours, and what leaves in the last is lost.

    Args:
        time: Snapshots.
        delay: Whole units of the weights. [h]
        is_cyclic: Whether a period follows itself.

    Returns:
        Numbers of the sources, and whether they count. Shape: snapshots.

    Example:
        >>> ones = np.ones(4)
        >>> time = Time(("a", "b", "c", "d"), ones, ones, ones)
        >>> sources(time, 1, is_cyclic=True)[0]
        array([3, 0, 1, 2])
    """
    everything = np.arange(len(time))
    if delay <= 0:
        return everything, np.ones(len(time), bool)
    pieces = np.split(everything, np.flatnonzero(time.starts)[1:])
    found = [_within(time.generators[piece], delay, is_cyclic=is_cyclic) for piece in pieces]
    at = np.concatenate([each[0] + piece[0] for each, piece in zip(found, pieces, strict=True)])
    return at, np.concatenate([each[1] for each in found])


def _within(weight: Numbers, delay: float, *, is_cyclic: bool) -> tuple[Places, Flags]:
    begin = np.concatenate([[0.0], np.cumsum(weight[:-1])])
    left = begin - delay
    if is_cyclic:
        left = np.mod(left, float(weight.sum()))
    at = np.searchsorted(begin, left, side="right") - 1
    return np.clip(at, 0, weight.size - 1), (left >= 0)
