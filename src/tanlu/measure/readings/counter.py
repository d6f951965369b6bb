"""A counter: readings of a register, and what happened to the meter, to steps of use."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tanlu.measure.readings.register import Register, usual_rate, walk
from tanlu.measure.readings.steps import Marks, Steps, joined
from tanlu.model.channel import Channel, MeterEvent
from tanlu.model.reading import REPLACED_METER, RESET, SPREAD

Numbers = npt.NDArray[np.float64]
_SAID = {"replaced": REPLACED_METER, "reset": RESET, "multiplier": 0}


@dataclass(frozen=True, slots=True)
class Points:
    """Readings of one channel in time: seconds since 1970, value as read, flag."""

    at: Numbers
    value: Numbers
    flag: Marks

    def part(self, start: int, end: int) -> "Points":
        """Some of them that follow each other."""
        return Points(self.at[start:end], self.value[start:end], self.flag[start:end])


@dataclass(frozen=True, slots=True)
class _Join:
    """A moment at which one stretch of a register ends and the next begins."""

    at: float
    last: float | None
    first: float | None
    flag: int
    multiplier: float | None
    index: int


def counter_steps(points: Points, channel: Channel) -> Steps:
    """What a counter used between its readings, in the channel's unit.

    Args:
        points: Readings, none of them absent.
        channel: Multiplier, value at which the register turns, what happened to it.

    Returns:
        Steps that together hold the whole use that is known.

    Example:
        >>> marks = np.zeros(2, np.uint16)
        >>> two = Points(np.array([0.0, 900.0]), np.array([100.0, 101.5]), marks)
        >>> counter_steps(two, Channel("m", "kWh", "counter", 0, 40.0)).amount.tolist()
        [60.0]
    """
    usual = usual_rate(points.at, points.value) if points.at.size > 1 else None
    parts, begin, before, times = [], 0, None, channel.multiplier
    for join in [*_joins(points, channel.events), None]:
        stretch = points.part(begin, join.index if join else points.at.size)
        stretch = _ended(stretch, before, join)
        parts.append(_stretch(stretch, usual, channel.register_max, times))
        if join is not None:
            parts.append(_unknown(points, join))
            begin, before, times = join.index, join, join.multiplier or times
    return joined(parts)


def _joins(points: Points, events: tuple[MeterEvent, ...]) -> Iterator[_Join]:
    for event in events:
        at = event.at.timestamp()
        last, first = event.last_value, event.first_value
        index = int(np.searchsorted(points.at, at, "left"))
        if event.kind == "multiplier":
            last, first, flag = _carried(points, event, at, index)
        else:
            first = 0.0 if first is None and event.kind == "reset" else first
            flag = _SAID[event.kind]
            index += _is_old(points, index, at, last, first)
        yield _Join(at, last, first, flag, event.multiplier, index)


def _carried(
    points: Points, event: MeterEvent, at: float, index: int
) -> tuple[float | None, float | None, int]:
    # the register goes on: where nobody read it at that moment it is taken from both sides
    if event.last_value is not None:
        first = event.last_value if event.first_value is None else event.first_value
        return event.last_value, first, 0
    if index < points.at.size and points.at[index] == at:
        return float(points.value[index]), None, 0
    if index in (0, points.at.size) or points.value[index] < points.value[index - 1]:
        return None, None, 0
    value = float(np.interp(at, points.at, points.value))
    return value, value, SPREAD


def _is_old(points: Points, index: int, at: float, last: float | None, first: float | None) -> bool:
    if index >= points.at.size or points.at[index] != at or last is None:
        return False
    value = points.value[index]
    return first is None or abs(value - last) < abs(value - first)


def _ended(stretch: Points, before: _Join | None, after: _Join | None) -> Points:
    at, value, flag = [stretch.at], [stretch.value], [stretch.flag]
    if before and before.first is not None and before.at not in stretch.at[:1]:
        at.insert(0, np.array([before.at]))
        value.insert(0, np.array([before.first]))
        flag.insert(0, np.array([before.flag], np.uint16))
    if after and after.last is not None and after.at not in stretch.at[-1:]:
        at.append(np.array([after.at]))
        value.append(np.array([after.last]))
        flag.append(np.array([after.flag], np.uint16))
    return Points(np.concatenate(at), np.concatenate(value), np.concatenate(flag))


def _unknown(points: Points, join: _Join) -> Steps:
    # a meter taken out or put in without its reading: that stretch of use is absent
    spans = []
    if join.last is None and join.index > 0:
        spans.append((points.at[join.index - 1], join.at))
    is_read = join.index < points.at.size and points.at[join.index] == join.at
    if join.first is None and join.index < points.at.size and not is_read:
        spans.append((join.at, points.at[join.index]))
    start, end = np.array(spans).reshape(-1, 2).T
    flag = np.full(start.size, join.flag, np.uint16)
    return Steps(start, end, np.full(start.size, np.nan), flag)


def _stretch(
    points: Points, usual: float | None, register_max: float | None, multiplier: float
) -> Steps:
    if points.at.size < 2:
        return joined([])
    amount = np.diff(points.value)
    if (amount >= 0).all():
        flag = points.flag[1:] | points.flag[:-1]
        return Steps(points.at[:-1], points.at[1:], amount * multiplier, flag)
    return _fallen(points, Register(points.at, points.value, usual, register_max), multiplier)


def _fallen(points: Points, register: Register, multiplier: float) -> Steps:
    found = walk(register)
    kept = np.flatnonzero(found.is_kept)
    amount, extra = np.diff(points.value[kept]), np.zeros(kept.size - 1, np.uint16)
    for index, flag in found.flag.items():
        step = int(np.searchsorted(kept, index)) - 1
        extra[step] |= flag
        amount[step] = found.turn.get(index, amount[step])
        if flag & RESET:
            amount[step] = np.nan
    flags = points.flag[kept][1:] | points.flag[kept][:-1] | extra
    return Steps(points.at[kept][:-1], points.at[kept][1:], amount * multiplier, flags)
