"""What goes wrong with the meters of an invented park, planned before any reading is made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

import numpy as np

from tanlu.workflow.synth import chance, days
from tanlu.workflow.synth.chance import Floats
from tanlu.workflow.synth.park import Plan
from tanlu.workflow.synth.size import Size

Slip: TypeAlias = Literal[
    "gap", "stuck", "spike", "duplicate", "late", "clock_shift", "rollover", "reset",
    "replacement", "negative_step",
]  # fmt: skip

# Chance of a kind in a year, by kind of reading; hours it lasts at least and at most
# (0: one reading). Invented, dense enough that a check can be scored on a small park.
_HOURS: Mapping[Slip, tuple[float, float]] = MappingProxyType(
    {
        "gap": (1.0, 72.0), "stuck": (12.0, 60.0), "spike": (0.0, 0.0), "duplicate": (1.0, 12.0),
        "late": (4.0, 96.0), "clock_shift": (48.0, 168.0), "reset": (0.0, 0.0),
        "replacement": (0.0, 0.0), "negative_step": (0.0, 0.0), "rollover": (0.0, 0.0),
    }
)  # fmt: skip
_ODDS: Mapping[str, Mapping[Slip, float]] = MappingProxyType(
    {
        "interval": {"gap": 0.12, "stuck": 0.04, "spike": 0.06, "duplicate": 0.03, "late": 0.03,
                     "clock_shift": 0.02},
        "instant": {"gap": 0.12, "stuck": 0.05, "spike": 0.06},
        "counter": {"gap": 0.12, "stuck": 0.03, "late": 0.03, "rollover": 0.1, "reset": 0.1,
                    "replacement": 0.1, "negative_step": 0.1},
    }
)  # fmt: skip
_MOST = 12  # kinds that a channel may suffer: one a month, so that no two meet


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing planned to go wrong: row of the meter, kind, month, first interval, how many."""

    row: int
    kind: Slip
    month: int
    start: int
    length: int
    size: float  # an even number of [0, 1): how large

    @property
    def stop(self) -> int:
        """The first interval after it."""
        return self.start + self.length


def planned(plan: Plan) -> list[Fault]:
    """Every fault of a year, at most one of a kind for a channel and one a month.

    Example:
        >>> from tanlu.workflow.synth.park import plan
        >>> found = planned(plan(Size(26, 260, 2025)))
        >>> {"gap", "spike", "stuck"} <= {fault.kind for fault in found}
        True
        >>> planned(plan(Size(26, 260, 2025, has_faults=False)))
        []
    """
    if not plan.size.has_faults:
        return []
    return [fault for row in range(len(plan.meters)) for fault in _of(plan, row)]


def _of(plan: Plan, row: int) -> Iterator[Fault]:
    kinds = _ODDS[plan.meters[row].kind]
    draws = chance.uniform(plan.size.seed, chance.FAULTS + row, _MOST * 5)
    happens, order, where, long, large = draws.reshape(5, _MOST)
    months = np.argsort(order) + 1
    for place, (kind, odds) in enumerate(kinds.items()):
        if happens[place] < odds:
            yield _placed(plan.size, row, kind, int(months[place]), where[place], long[place],
                          float(large[place]))  # fmt: skip


def _placed(
    size: Size, row: int, kind: Slip, month: int, where: float, long: float, large: float
) -> Fault:
    least, most = _HOURS[kind]
    length = max(round((least + (most - least) * long**2) * 60 / size.minutes), 1)
    part = days.month_slice(size.year, month)
    intervals = (part.stop - part.start) * size.slots
    # never on the first day, so that what came before is seen; in the morning, when things run
    free = (intervals - length) // size.slots - 1
    day = 1 + int(where * max(free, 1))
    hour = 9.0 + (where * 7919) % 3.0
    start = min(day * size.slots + int(hour * 60 / size.minutes), intervals - length)
    return Fault(row, kind, month, start, length, large)


def by_month(faults: list[Fault], month: int) -> list[Fault]:
    """The faults of a month."""
    return [fault for fault in faults if fault.month == month]


def apply(values: Floats, fault: Fault) -> None:
    """Do to the readings of a month what a fault does to an interval or instant channel.

    Args:
        values: Readings of one channel, one for each interval of the month; changed in place.
        fault: gap, stuck, spike or clock_shift; the other kinds change no value.
    """
    start, stop = fault.start, fault.stop
    if fault.kind == "gap":
        values[start:stop] = np.nan
    elif fault.kind == "stuck":
        values[start:stop] = values[start]
    elif fault.kind == "spike":
        values[start] *= round(20 + 40 * fault.size)
    elif fault.kind == "clock_shift":
        late = 2 + int(fault.size * 3)
        values[start:stop] = values[start - late : stop - late].copy()
