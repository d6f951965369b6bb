"""What flows through every meter of an invented park in one month."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tanlu.workflow.synth import chance, days
from tanlu.workflow.synth.chance import Floats
from tanlu.workflow.synth.curves import curves
from tanlu.workflow.synth.data import shapes
from tanlu.workflow.synth.meter import Meter
from tanlu.workflow.synth.park import Plan, depth

_MONTHS = 16  # room for the months of a channel in its stream


@dataclass(frozen=True)
class Flows:
    """Makes months of a plan; the curves of the year are made once.

    Example:
        >>> from tanlu.workflow.synth.park import plan
        >>> from tanlu.workflow.synth.size import Size
        >>> Flows(plan(Size(26, 260, 2025))).month(2).shape
        (260, 2688)
    """

    plan: Plan

    @cached_property
    def curves(self) -> Mapping[str, Floats]:
        """Curves of the year by shape."""
        return curves(self.plan.size)

    @cached_property
    def order(self) -> list[tuple[int, list[int]]]:
        """Channels with sub-channels, deepest first, and the rows of the sub-channels."""
        own = {meter.channel_id: meter for meter in self.plan.meters}
        row, below = self.plan.row, dict[str, list[int]]()
        for index, meter in enumerate(self.plan.meters):
            if meter.parent_id:
                below.setdefault(meter.parent_id, []).append(index)
        deepest = sorted(below, key=lambda name: (-depth(own[name], own), name))
        return [(row[name], below[name]) for name in deepest]

    def month(self, month: int) -> Floats:
        """Use of every channel in every interval of a month, multiplier applied.

        Args:
            month: 1 to 12.

        Returns:
            Use in the channel's unit (kWh for one that shows kW), shape
            (meters, days · slots); rows in the order of the plan's meters.
        """
        meters = self.plan.meters
        follow = [index for index, meter in enumerate(meters) if meter.follows]
        made = np.empty((len(meters), self._length(month)))
        for index in range(len(meters)):
            made[index] = self.own(index, month)
        waits = {meters[index].parent_id for index in follow}
        self._gather(made, [pair for pair in self.order if meters[pair[0]].channel_id not in waits])
        for index in follow:
            made[index] += meters[index].ratio * made[self.plan.row[meters[index].follows]]
        self._gather(made, [pair for pair in self.order if meters[pair[0]].channel_id in waits])
        return made

    def own(self, index: int, month: int) -> Floats:
        """What a channel uses in a month that no sub-channel measures, in its unit."""
        meter, size = self.plan.meters[index], self.plan.size
        length = self._length(month)
        if not meter.mean:
            return np.zeros(length)
        shape = shapes()["shapes"][meter.shape]
        stream = index * _MONTHS + month
        shake = 1.0 + shape["noise"] * chance.bell(size.seed, stream, length)
        curve = self._curve(meter, month, index) * shake
        if shape["day"]:
            curve *= np.repeat(self._daily(shape["day"], stream, length), size.slots)
        return np.asarray(np.maximum(curve, 0.0) * (meter.mean * size.minutes / 60.0))

    def _daily(self, deviation: float, stream: int, length: int) -> Floats:
        bell = chance.bell(self.plan.size.seed, stream + (1 << 40), length // self.plan.size.slots)
        return np.asarray(1.0 + deviation * bell.astype(np.float64))

    def _curve(self, meter: Meter, month: int, index: int) -> Floats:
        """The month of a shape's curve; factories start a little earlier or later."""
        size = self.plan.size
        curve, part = self.curves[meter.shape], days.month_slice(size.year, month)
        early = 0 if "sun" in shapes()["shapes"][meter.shape] else index * 7 % 5 - 2
        at = np.arange(part.start * size.slots, part.stop * size.slots) + early
        return np.asarray(curve[np.clip(at, 0, len(curve) - 1)])

    def _gather(self, made: Floats, order: list[tuple[int, list[int]]]) -> None:
        for above, below in order:
            loss = self.plan.meters[above].loss
            for index in below:
                made[above] += (1.0 + loss) * made[index]

    def _length(self, month: int) -> int:
        part = days.month_slice(self.plan.size.year, month)
        return int(part.stop - part.start) * self.plan.size.slots


def months(plan: Plan) -> Iterator[tuple[int, Floats]]:
    """The months of a plan, one after another."""
    flows = Flows(plan)
    for month in range(1, 13):
        yield month, flows.month(month)
