"""Counters: what a register shows, month after month."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from tanlu.workflow.synth import chance, days
from tanlu.workflow.synth.chance import Floats
from tanlu.workflow.synth.faults import Fault, apply
from tanlu.workflow.synth.meter import Meter
from tanlu.workflow.synth.park import Plan


@dataclass(frozen=True, slots=True)
class Event:
    """A register replaced or set back: row of the meter, month, interval, values around it."""

    row: int
    kind: str
    month: int
    at: int
    last_value: float
    first_value: float


@dataclass
class Register:
    """The state of one counter between months: used so far, and what the register adds."""

    meter: Meter
    row: int
    offset: float
    used: float = 0.0
    turns: list[tuple[int, int]] = field(default_factory=list)  # month, interval
    events: list[Event] = field(default_factory=list)

    def month(self, use: Floats, month: int, faults: Sequence[Fault]) -> Floats:
        """Readings at the start of every interval of a month.

        Args:
            use: Use of each interval, in the channel's unit.
            month: 1 to 12.
            faults: What goes wrong with this counter in this month.

        Returns:
            The register as read, shape of `use`.
        """
        ends = self.used + np.cumsum(use) / self.meter.multiplier
        before = np.concatenate(([self.used], ends[:-1]))
        self.used = float(ends[-1])
        shown = before + self.offset
        for fault in faults:
            shown = self._event(shown, before, month, fault)
        values = self._dial(shown, month)
        for fault in faults:
            self._damage(values, fault)
        return values

    def now(self) -> float:
        """What the register shows after all months so far."""
        return float(self._read(np.array([self.used + self.offset]))[0])

    def _event(self, shown: Floats, before: Floats, month: int, fault: Fault) -> Floats:
        if fault.kind not in ("reset", "replacement"):
            return shown
        at = fault.start
        first = 0.0 if fault.kind == "reset" else round(3.0 + 40.0 * fault.size, 1)
        last = float(self._read(shown[at : at + 1])[0])
        self.offset = first - float(before[at])
        self.events.append(Event(self.row, fault.kind, month, at, last, first))
        return np.concatenate((shown[:at], before[at:] + self.offset))

    def _read(self, shown: Floats) -> Floats:
        digits = self.meter.digits
        turned = np.mod(np.round(shown, digits), self.meter.register_max)
        return np.asarray(np.round(turned, digits), np.float64)

    def _dial(self, shown: Floats, month: int) -> Floats:
        lap = np.floor(np.round(shown, self.meter.digits) / self.meter.register_max)
        self.turns += [(month, int(at) + 1) for at in np.flatnonzero(np.diff(lap) > 0)]
        return self._read(shown)

    def _damage(self, values: Floats, fault: Fault) -> None:
        if fault.kind == "negative_step":
            before = values[fault.start - 1]
            back = max(3 * (values[fault.start] - before), 2 * 10.0**-self.meter.digits)
            values[fault.start] = round(float(max(before - back, 0.0)), self.meter.digits)
        else:
            apply(values, fault)


def registers(plan: Plan, faults: Sequence[Fault]) -> dict[int, Register]:
    """The counters of a plan before the year begins, by row.

    A counter that is to turn over starts as far below its largest value as it will use until
    then.
    """
    turning = {fault.row: fault for fault in faults if fault.kind == "rollover"}
    begun = chance.uniform(plan.size.seed, chance.STRUCTURE - 2, len(plan.meters))
    return {
        row: Register(meter, row, _offset(plan, meter, float(begun[row]), turning.get(row)))
        for row, meter in enumerate(plan.meters)
        if meter.kind == "counter"
    }


def _offset(plan: Plan, meter: Meter, draw: float, fault: Fault | None) -> float:
    if fault is None:
        return round(draw * 0.6 * meter.register_max, meter.digits)
    day = days.month_slice(plan.size.year, fault.month).start + fault.start / plan.size.slots
    used = meter.mean / meter.multiplier * 24 * float(day)
    return round(meter.register_max - used, meter.digits)
