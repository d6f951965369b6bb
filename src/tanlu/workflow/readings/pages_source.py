"""What the pages of readings read from: channels, clock, day rows, and what is kept of them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from tanlu.errors import NotFoundError
from tanlu.measure.readings.clock import Clock
from tanlu.model.channel import Channel
from tanlu.report.findings import Findings

Days = Callable[[Collection[str], date, date], pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Source:
    """A park's readings as a page sees them.

    `days` gives the rows of some channels from a first day up to the day after the
    last; `kept` one row for each channel and month, see `measure.readings.summary`.
    """

    findings: Findings
    channels: Mapping[str, Channel]
    clock: Clock
    days: Days
    kept: pl.DataFrame

    def channel(self, channel_id: str) -> Channel:
        """A channel by its id.

        Raises:
            NotFoundError: When the park has none of this name.
        """
        if channel_id not in self.channels:
            raise NotFoundError.of("not_found", thing=channel_id)
        return self.channels[channel_id]
