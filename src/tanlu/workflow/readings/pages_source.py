"""What the pages of readings read from: channels, clock, day rows, and what is kept of them."""

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl

from tanlu.errors import ConflictError, NotFoundError
from tanlu.measure.readings.clock import Clock
from tanlu.model.channel import Channel
from tanlu.report.findings import Findings
from tanlu.store.readings import days
from tanlu.store.readings.extent import extent
from tanlu.workflow.desk import Desk
from tanlu.workflow.readings.open import of_desk
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.readings.pages_kept import Kept, keeper_of, kept_of

_REMEMBERED = 32  # a year of quarter hours is 280 kB
Days = Callable[[Collection[str], date, date], pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Source:
    """A park's readings as a page sees them.

    `days` gives the rows of some channels from a first day up to the day after the
    last; `extent` the first and the last day that have any, None when there are none.
    """

    findings: Findings
    channels: Mapping[str, Channel]
    clock: Clock
    days: Days
    opened: Opened
    extent: tuple[date, date] | None
    kept: Kept | None = None
    lags: bool = False
    memory: dict[Hashable, Any] = field(default_factory=dict)

    @property
    def newest(self) -> date:
        """The last day with a reading.

        Raises:
            NotFoundError: When the park has none yet.
        """
        if self.extent is None:
            raise NotFoundError.of("park_without_readings", thing=self.findings.book.park.park_id)
        return self.extent[1]

    def remember(self, key: Hashable, found: Any) -> None:  # noqa: ANN401 - whatever was worked out
        """Keep what was worked out of readings for the next page; the oldest goes."""
        while len(self.memory) >= _REMEMBERED:
            self.memory.pop(next(iter(self.memory)), None)
        self.memory[key] = found

    @property
    def has_own_factors(self) -> bool:
        """Whether some member or supplier has factors of its own."""
        book = self.findings.book
        return book.table("factors").height > 0

    @property
    def bounds(self) -> tuple[date, date]:
        """The first and the last day with a reading.

        Raises:
            NotFoundError: When the park has none yet.
        """
        return (self.newest, self.newest) if self.extent is None else self.extent

    @property
    def sums(self) -> Kept:
        """The kept sums.

        Raises:
            ConflictError: When they are being worked out for the first time.
        """
        if self.kept is None:
            code = "readings_being_summed" if self.extent else "park_without_readings"
            kind = ConflictError if self.extent else NotFoundError
            raise kind.of(code, thing=self.findings.book.park.park_id)
        return self.kept

    def channel(self, channel_id: str) -> Channel:
        """A channel by its id.

        Raises:
            NotFoundError: When the park has none of this name.
        """
        if channel_id not in self.channels:
            raise NotFoundError.of("not_found", thing=channel_id)
        return self.channels[channel_id]


def source_of(desk: Desk, park_id: str) -> Source:
    """The readings of a desk's park.

    Raises:
        NotFoundError: When there is no such park.
    """
    opened = of_desk(desk, park_id)
    kept, lags = kept_of(desk, park_id)
    return Source(
        findings=desk.findings(park_id),
        channels=opened.channels,
        clock=opened.clock,
        days=partial(days, opened.readings),
        opened=opened,
        extent=_extent(opened, kept),
        kept=kept,
        lags=lags,
        memory=keeper_of(desk, park_id).memory,
    )


def _extent(opened: Opened, kept: Kept | None) -> tuple[date, date] | None:
    found = extent(opened.readings)
    if found is None:
        return None
    last = found[1] - timedelta(days=1)
    if kept is not None and kept.newest is not None:
        # a register read at midnight belongs to the next day, in which nothing was used yet
        last = min(last, kept.newest.astimezone(ZoneInfo(opened.clock.zone)).date())
    return found[0], max(found[0], last)
