"""Sums of whole parks as tasks of their own, for an engine that runs them elsewhere.

A task is a month of some channels whose rows are their use, or all days of some channels
whose use is worked out first. No sum is parted between tasks, so that it does not matter
which of them ends first, or is done twice because a machine was lost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from tanlu.account.hourly.month import Accounting, Month, loose_parts, parts
from tanlu.measure.readings.use import use_of
from tanlu.model.hourly import PARTS
from tanlu.store.readings import State
from tanlu.store.readings.engine import each
from tanlu.store.readings.kernel import Part
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.readings.use import AT_ONCE

PLAIN_AT_ONCE = 1024
"""Channels of a task whose rows are their use: a month of them is some 24 MB."""

_FIRST, _LAST = date(1900, 1, 1), date(2200, 1, 1)


@dataclass(frozen=True, slots=True)
class PlainSums:
    """Kernel: a month of channels whose day rows are their use but for one number."""

    by: Accounting
    months: Sequence[Month]

    def __call__(self, part: Part, days: pl.DataFrame) -> pl.DataFrame:
        """Sums by channel, schema `PARTS` with `month`."""
        month = next(month for month in self.months if month.name == part.label)
        both = [parts(days, month, self.by), loose_parts(days, month, self.by)]
        return pl.concat(both).with_columns(month=pl.lit(month.name))


@dataclass(frozen=True, slots=True)
class WorkedOutSums:
    """Kernel: all days of channels whose use is worked out first, no virtual ones."""

    by: Accounting
    months: Sequence[Month]

    def __call__(self, part: Part, days: pl.DataFrame) -> pl.DataFrame:
        """Sums by channel and month, schema `PARTS` with `month`."""
        channels = {name: self.by.channels[name] for name in part.names}
        span = self.months[0].start, self.months[-1].end
        use = use_of(days, channels, self.by.clock, *span)
        return pl.concat(
            parts(use, month, self.by, is_use=True).with_columns(month=pl.lit(month.name))
            for month in self.months
        )


def spread(
    opened: Opened, by: Accounting, months: Sequence[Month], as_of: State | None = None
) -> dict[str, pl.DataFrame]:
    """Sums of every booked channel but the virtual ones, by tasks of the park's engine.

    Args:
        opened: The park's readings.
        by: What they are accounted by.
        months: In order.
        as_of: A state of before; the present one when None.

    Returns:
        Month to sums, schema `PARTS`.
    """
    plain = sorted(by.plain)
    rest = sorted(name for name in by.others if not by.channels[name].formula)
    slim = replace(by, channels={name: by.channels[name] for name in by.plan.booked})
    found = [
        *each(opened.readings, list(_monthly(plain, months)), PlainSums(slim, months), as_of),
        *each(opened.readings, list(_whole(rest)), WorkedOutSums(slim, months), as_of),
    ]
    table = pl.concat([pl.DataFrame(schema={**PARTS, "month": pl.String()}), *found])
    by_name = table.partition_by("month", as_dict=True)
    none = table.clear()
    return {m.name: by_name.get((m.name,), none).select(list(PARTS)) for m in months}


def _monthly(names: Sequence[str], months: Sequence[Month]) -> Iterator[Part]:
    for month in months:
        for block in _blocks(names, PLAIN_AT_ONCE):
            yield Part(month.name, block, month.start, month.end)


def _whole(names: Sequence[str]) -> Iterator[Part]:
    for block in _blocks(names, AT_ONCE):
        # the reading before the first day may lie far back: a register read once a month
        yield Part("", block, _FIRST, _LAST)


def _blocks(names: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(names), size):
        yield tuple(names[start : start + size])
