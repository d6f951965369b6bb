"""A year of readings of an invented park, month after month, and the truth about its faults."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import polars as pl
from numpy.typing import NDArray

from tanlu.model.book import ZONE
from tanlu.model.reading import DAY, DUPLICATE
from tanlu.workflow.synth.chance import Floats
from tanlu.workflow.synth.curves import grid_factor
from tanlu.workflow.synth.days import month_slice
from tanlu.workflow.synth.faults import Fault, apply, by_month, planned
from tanlu.workflow.synth.flow import Flows
from tanlu.workflow.synth.park import Plan
from tanlu.workflow.synth.registers import Event, Register, registers
from tanlu.workflow.synth.rows import Marks, grid_rows, loose_rows

FACTOR = "grid-factor"
FIRST, LATER = 1, 2
TRUTH = {"channel": pl.String, "from": pl.String, "to": pl.String, "kind": pl.String}
_ROWS = 1024  # meters that become rows at once, so that a month needs little memory


@dataclass(frozen=True, slots=True)
class Month:
    """Readings of a month: `days` as they came first, `late` what came after its end."""

    month: int
    days: pl.DataFrame
    late: pl.DataFrame


@dataclass
class Year:
    """Makes the months of a plan in order; after the last, the truth is whole.

    Example:
        >>> from tanlu.workflow.synth.park import plan
        >>> from tanlu.workflow.synth.size import Size
        >>> year = Year(plan(Size(26, 260, 2025, minutes=60)))
        >>> next(year.months()).days.height > 31 * 255
        True
    """

    plan: Plan
    faults: list[Fault] = field(init=False)
    counters: dict[int, Register] = field(init=False)
    used: dict[int, Floats] = field(default_factory=dict)
    """What flowed through each meter, by month, in its unit: true, whatever it reads."""

    def __post_init__(self) -> None:
        self.faults = planned(self.plan)
        self.counters = registers(self.plan, self.faults)

    def months(self) -> Iterator[Month]:
        """The twelve months, then the registers' closing readings of next New Year."""
        flows = Flows(self.plan)
        for month in range(1, 13):
            faults = by_month(self.faults, month)
            flow = flows.month(month)
            self.used[month] = flow.sum(axis=1)
            values = self._read(flow, month, faults)
            yield self._month(values, month, faults)
        yield Month(13, self._closing(), pl.DataFrame(schema=DAY))

    def truth(self) -> pl.DataFrame:
        """What went wrong: channel, from, to (first moment after), kind."""
        rows = [
            self._line(f.row, f.month, f.start, f.stop, f.kind)
            for f in self.faults
            if f.kind != "rollover"
        ]
        rows += [
            self._line(counter.row, month, at, at + 1, "rollover")
            for counter in self.counters.values()
            for month, at in counter.turns
        ]
        return pl.DataFrame(sorted(rows), TRUTH, orient="row")

    def events(self) -> list[tuple[Event, datetime]]:
        """Meters replaced, as somebody wrote them down; resets were noticed by nobody."""
        found = [e for c in self.counters.values() for e in c.events if e.kind == "replacement"]
        return [(event, self._moment(event.month, event.at)) for event in found]

    def _read(self, flow: Floats, month: int, faults: list[Fault]) -> Floats:
        """Use to readings, in place: what every meter shows."""
        by_row: dict[int, list[Fault]] = {}
        for fault in faults:
            by_row.setdefault(fault.row, []).append(fault)
        per_hour = 60.0 / self.plan.size.minutes
        for row, meter in enumerate(self.plan.meters):
            here = by_row.get(row, [])
            if meter.kind == "counter":
                flow[row] = self.counters[row].month(flow[row], month, here)
                continue
            scale = (per_hour if meter.kind == "instant" else 1.0) / meter.multiplier
            flow[row] = np.round(flow[row] * scale, meter.digits)
            for fault in here:
                apply(flow[row], fault)
        return flow

    def _month(self, values: Floats, month: int, faults: list[Fault]) -> Month:
        held = [fault for fault in faults if fault.kind == "late"]
        late = np.full((len(held), values.shape[1]), np.nan)
        for place, fault in enumerate(held):
            late[place, fault.start : fault.stop] = values[fault.row, fault.start : fault.stop]
            values[fault.row, fault.start : fault.stop] = np.nan
        twice = {f.row: f for f in faults if f.kind == "duplicate"}
        blocks = [
            self._rows(list(range(at, min(at + _ROWS, len(values)))), values[at : at + _ROWS],
                       month, twice, FIRST)
            for at in range(0, len(values), _ROWS)
        ]  # fmt: skip
        blocks.append(self._factor(month))
        came = self._rows([f.row for f in held], late, month, {}, LATER)
        return Month(month, pl.concat(blocks).sort("channel", "day"), came)

    def _rows(
        self, rows: list[int], values: Floats, month: int, twice: dict[int, Fault], seq: int
    ) -> pl.DataFrame:
        size, first = self.plan.size, self._first(month)
        on_grid = np.array([self.plan.meters[row].kind == "interval" for row in rows], bool)
        marks = self._marks(np.array(rows, np.int64)[on_grid], values.shape, twice)
        names = [self.plan.meters[row].channel_id for row in rows]
        grid = [name for name, is_grid in zip(names, on_grid, strict=True) if is_grid]
        loose = [name for name, is_grid in zip(names, on_grid, strict=True) if not is_grid]
        return pl.concat(
            [
                grid_rows(grid, first, size.minutes, values[on_grid], marks, seq),
                loose_rows(loose, first, size.minutes, values[~on_grid], seq),
            ]
        ).sort("channel", "day")

    def _marks(
        self, rows: NDArray[np.int64], shape: tuple[int, ...], twice: dict[int, Fault]
    ) -> Marks:
        marked = [place for place, row in enumerate(rows) if int(row) in twice]
        if not marked:
            return np.empty(0, np.uint16)
        marks = np.zeros((len(rows), shape[1]), np.uint16)
        for place in marked:
            fault = twice[int(rows[place])]
            marks[place, fault.start : fault.stop] = DUPLICATE
        return marks

    def _factor(self, month: int) -> pl.DataFrame:
        part = month_slice(self.plan.size.year, month)
        hours = grid_factor(self.plan.size)[part.start * 24 : part.stop * 24]
        return loose_rows([FACTOR], self._first(month), 60, hours[None, :], FIRST)

    def _closing(self) -> pl.DataFrame:
        minutes = self.plan.size.minutes
        shown = np.full((len(self.counters), 1440 // minutes), np.nan)
        shown[:, 0] = [counter.now() for counter in self.counters.values()]
        names = [counter.meter.channel_id for counter in self.counters.values()]
        return loose_rows(names, date(self.plan.size.year + 1, 1, 1), minutes, shown, FIRST)

    def _first(self, month: int) -> date:
        return date(self.plan.size.year, month, 1)

    def _moment(self, month: int, interval: int) -> datetime:
        first = self._first(month)
        begin = datetime(first.year, first.month, 1, tzinfo=ZoneInfo(ZONE))
        return begin + timedelta(minutes=interval * self.plan.size.minutes)

    def _line(
        self, row: int, month: int, start: int, stop: int, kind: str
    ) -> tuple[str, str, str, str]:
        name = self.plan.meters[row].channel_id
        begin, end = (self._moment(month, at).isoformat() for at in (start, stop))
        return name, begin, end, kind
