"""A register that fell: turned over, ran backwards for a moment, or was set back.

Only what is certain becomes use. A fall that nothing explains leaves its step absent.
"""

import math
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tanlu.model.reading import NEGATIVE, RESET, ROLLOVER

MUCH = 3.0  # times the usual rate: more in a step than the channel ever used
DECLARED_MUCH = 10.0  # the same where the table of channels says at which value it turns
AHEAD = 3  # readings within which a fallen register must be back to have been a fault
TOP = 0.9  # share of a power of ten from which on a register may be about to turn
SMALL = 1e-3  # share of a register by which it may step back when no rate is known
_RATES = 3  # rates that are enough to know what is usual

Numbers = npt.NDArray[np.float64]


@dataclass(slots=True)
class Walk:
    """Which readings count, and what the step that ends at one of them is."""

    is_kept: npt.NDArray[np.bool_]
    flag: dict[int, int] = field(default_factory=dict)
    turn: dict[int, float] = field(default_factory=dict)

    def before(self, index: int) -> int:
        """The reading before one that counts; -1 when there is none."""
        index -= 1
        while index >= 0 and not self.is_kept[index]:
            index -= 1
        return index

    def say(self, index: int, flag: int) -> None:
        """Flag the step that ends at a reading."""
        self.flag[index] = self.flag.get(index, 0) | flag

    def drop(self, index: int) -> None:
        """Do not count a reading; what was said of its step goes with it."""
        self.is_kept[index] = False
        self.flag.pop(index, None)


def usual_rate(at: Numbers, value: Numbers) -> float | None:
    """How fast a register grows when it works hard. [1/s]

    Args:
        at: Moments. [s]
        value: The register.

    Returns:
        The 95th percentile of its rates away from falls; None when it never grew.

    Example:
        >>> usual_rate(np.arange(5.0), np.array([0.0, 1, 2, 3, 4]))
        1.0
    """
    change = np.diff(value)
    grows = change > 0
    if not grows.any():
        return None
    rate = change / np.diff(at)
    fell = np.flatnonzero(change < 0)
    calm = grows.copy()
    for near in (-1, 0, 1):
        calm[np.clip(fell + near, 0, calm.size - 1)] = False
    if calm.sum() >= _RATES:
        return float(np.quantile(rate[calm], 0.95, method="lower"))
    return float(np.quantile(rate[grows], 0.5, method="lower"))


@dataclass(frozen=True, slots=True)
class Register:
    """The readings of one meter, and what is usual for it."""

    at: Numbers
    value: Numbers
    usual: float | None
    register_max: float | None

    def is_much(self, start: int, end: int, use: float, times: float = MUCH) -> bool:
        """Whether a use between two readings is more than the channel's own rates allow."""
        if self.usual is None:
            return False
        return bool(use > times * self.usual * (self.at[end] - self.at[start]))

    def rise(self, start: int, end: int) -> float:
        """By how much the register grew."""
        return float(self.value[end] - self.value[start])


def walk(register: Register) -> Walk:
    """Go through the falls of a register and judge each.

    Args:
        register: Its readings, in time.

    Returns:
        The readings that count; flags and, where it turned over, the use of the
        steps that end at them.

    Example:
        >>> found = walk(Register(np.arange(4.0), np.array([9990.0, 9995, 2, 7]), 5.0, None))
        >>> found.is_kept.tolist(), found.turn
        ([True, True, True, True], {2: 7.0})
    """
    size = register.value.size
    found = Walk(np.ones(size, bool))
    done = 0
    for fall in np.flatnonzero(np.diff(register.value) < 0) + 1:
        index = max(int(fall), done)
        while index < size and register.rise(found.before(index), index) < 0:
            _judge(register, found, index)
            index += 1
        if index < size and not found.is_kept[index - 1]:
            found.say(index, NEGATIVE)  # the step over what was left out
        done = max(done, index)
    return found


def _judge(register: Register, found: Walk, index: int) -> None:
    before = found.before(index)
    if _is_spike(register, found, before, index):
        found.drop(before)
        found.say(index, NEGATIVE)
    elif _is_dip(register, before, index) or _is_small(register, before, index):
        found.drop(index)
    else:
        use = turned(register, before, index)
        found.say(index, RESET if use is None else ROLLOVER)
        if use is not None:
            found.turn[index] = use


def _is_spike(register: Register, found: Walk, before: int, index: int) -> bool:
    earlier = found.before(before)
    if earlier < 0 or found.flag.get(before, 0) & (ROLLOVER | RESET):
        return False
    rise = register.rise(earlier, index)
    return (
        rise >= 0
        and register.is_much(earlier, before, register.rise(earlier, before))
        and not register.is_much(earlier, index, rise)
    )


def _is_dip(register: Register, before: int, index: int) -> bool:
    ahead = range(index + 1, min(index + 1 + AHEAD, register.value.size))
    back = next((j for j in ahead if register.rise(before, j) >= 0), None)
    if back is None or register.is_much(before, back, register.rise(before, back)):
        return False
    last = back - 1
    return _is_small(register, before, index) or register.is_much(
        last, back, register.rise(last, back)
    )


def _is_small(register: Register, before: int, index: int) -> bool:
    fall = -register.rise(before, index)
    if register.usual is None:
        return bool(fall <= SMALL * register.value[before])
    step = register.usual * (register.at[index] - register.at[index - 1])
    return bool(fall <= step and register.value[index] > MUCH * step)


def turned(register: Register, before: int, index: int) -> float | None:
    """The use of a step in which the register turned over; None when that is not certain.

    Args:
        register: Its readings.
        before: The reading before the fall.
        index: The reading after it.

    Returns:
        In the register's own unit.
    """
    top, value = register.register_max, float(register.value[before])
    after = float(register.value[index])
    if top:
        use = top - value + after
        is_likely = value <= top and use <= top / 2
        return (
            use if is_likely and not register.is_much(before, index, use, DECLARED_MUCH) else None
        )
    if register.usual is None or value < 100 or after < 0:
        return None
    top = 10.0 ** math.ceil(math.log10(value))
    use = top - value + after
    is_certain = value >= TOP * top and not register.is_much(before, index, use)
    return use if is_certain else None
