"""What flows through every meter of an invented park in one month."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from tanlu.workflow.synth import chance, days
from tanlu.workflow.synth.chance import Floats
from tanlu.workflow.synth.curves import curves
from tanlu.workflow.synth.data import shapes
from tanlu.workflow.synth.meter import Meter
from tanlu.workflow.synth.park import Plan, depth

_MARGIN = 2  # intervals by which a factory may start early or late
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
        """Curves of the year by shape, their ends prolonged for who starts early or late."""
        made = curves(self.plan.size)
        return {name: np.pad(curve, _MARGIN, mode="edge") for name, curve in made.items()}

    @cached_property
    def shapes(self) -> Mapping[str, Any]:
        """How channels of each shape run."""
        return dict(shapes()["shapes"])

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
        row = self.plan.row
        follow = [index for index, meter in enumerate(meters) if meter.follows]
        made = np.empty((len(meters), self._length(month)))
        for index in range(len(meters)):
            made[index] = self.own(index, month)
        waits = {meters[index].parent_id for index in follow}
        self._gather(made, [pair for pair in self.order if meters[pair[0]].channel_id not in waits])
        for index in follow:
            made[index] += meters[index].ratio * made[row[meters[index].follows]]
        self._gather(made, [pair for pair in self.order if meters[pair[0]].channel_id in waits])
        return made

    def own(self, index: int, month: int) -> Floats:
        """What a channel uses in a month that no sub-channel measures, in its unit."""
        meter, size = self.plan.meters[index], self.plan.size
        length = self._length(month)
        if not meter.mean:
            return np.zeros(length)
        shape, count = self.shapes[meter.shape], length // size.slots
        drawn = chance.bell(size.seed, index * _MONTHS + month, length + count)
        level = (1.0 + shape["day"] * drawn[length:]) * (meter.mean * size.minutes / 60.0)
        flow = drawn[:length].reshape(count, size.slots)
        flow *= shape["noise"]
        flow += 1.0
        flow *= level[:, None]
        flow *= self._curve(meter, month, index).reshape(count, size.slots)
        return np.asarray(np.maximum(flow, 0.0, out=flow)).ravel()

    def _curve(self, meter: Meter, month: int, index: int) -> Floats:
        """The month of a shape's curve; factories start a little earlier or later."""
        size = self.plan.size
        curve, part = self.curves[meter.shape], days.month_slice(size.year, month)
        early = 0 if "sun" in self.shapes[meter.shape] else index * 7 % (2 * _MARGIN + 1) - _MARGIN
        start = part.start * size.slots + early + _MARGIN
        return curve[start : start + self._length(month)]

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
