"""Use of a park's channels out of the store, some channels at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

import polars as pl

from tanlu.errors import InputError, Place
from tanlu.measure.cell import near
from tanlu.measure.readings.use import use_of
from tanlu.measure.readings.virtual import leaves, with_virtual
from tanlu.model.channel import Channel
from tanlu.store.readings import State, days
from tanlu.workflow.readings.opened import Opened

AT_ONCE = 128  # channels; a year of quarter hours of them is some 40 MB
_FIRST, _LAST = date(1900, 1, 1), date(2200, 1, 1)


def wanted(opened: Opened, names: Sequence[str]) -> list[str]:
    """The channels asked for; all when none is named.

    Raises:
        InputError: For each name that is no channel of the park.
    """
    unknown = [name for name in names if name not in opened.channels]
    if unknown:
        faults = [
            InputError.of(
                "unknown_channel", Place(), channel=name[:80], known=near(name, opened.channels)
            ).faults[0]
            for name in unknown
        ]
        raise InputError(faults)
    return list(dict.fromkeys(names)) or list(opened.channels)


Amend: TypeAlias = Callable[[pl.DataFrame, Mapping[str, Channel]], pl.DataFrame]
"""What is done to the use of channels with readings before virtual ones are made of it."""


def _as_read(use: pl.DataFrame, _: Mapping[str, Channel]) -> pl.DataFrame:
    return use


def uses(
    opened: Opened,
    names: Sequence[str],
    start: date | None = None,
    end: date | None = None,
    as_of: State | None = None,
    amend: Amend = _as_read,
) -> Iterator[tuple[dict[str, Channel], pl.DataFrame]]:
    """Use of channels, some at a time, virtual ones with all that they are made of.

    Args:
        opened: The park's readings.
        names: Channels, none unknown.
        start: First local day; from the first reading when None.
        end: Day after the last one.
        as_of: A state of before; the present one when None.
        amend: What is done to use before virtual channels are made of it.

    Yields:
        Channels of a part, and their use: schema `DAY`.
    """
    for group in _groups(opened, names):
        needed = leaves(group, opened.channels)
        channels = {name: opened.channels[name] for name in opened.channels if name in needed}
        read = amend(_use(opened, channels, start, end, as_of), channels)
        found = with_virtual(read, channels, opened.clock)
        asked = {name: opened.channels[name] for name in group}
        yield asked, found.filter(pl.col("channel").is_in(group))


def _groups(opened: Opened, names: Sequence[str]) -> Iterator[list[str]]:
    plain = sorted(name for name in names if not opened.channels[name].formula)
    for at in range(0, len(plain), AT_ONCE):
        yield plain[at : at + AT_ONCE]
    for name in names:
        if opened.channels[name].formula:
            yield [name]


def _use(
    opened: Opened,
    channels: dict[str, Channel],
    start: date | None,
    end: date | None,
    as_of: State | None,
) -> pl.DataFrame:
    even = [n for n, c in channels.items() if c.kind == "interval" and not c.formula]
    rest = [n for n, c in channels.items() if c.kind != "interval" and not c.formula]
    parts = [
        days(opened.readings, even, start or _FIRST, end or _LAST, as_of),
        # the reading before the first day may lie far back: a register read once a month
        days(opened.readings, rest, _FIRST, _LAST, as_of),
    ]
    return use_of(pl.concat(parts), channels, opened.clock, start, end)
