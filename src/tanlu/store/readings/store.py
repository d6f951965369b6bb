"""An open readings store: its journal, its table, and what is kept in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl
from sqlalchemy import Engine

from tanlu.measure.readings.clock import Clock
from tanlu.model.channel import Channel
from tanlu.store.readings.records import Settings


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one reader sees: the table at a version, and the arrivals after it.

    `version` is -1 while there is no table. `upto` is the newest arrival folded into
    that version, `seq` the newest arrival of all.
    """

    version: int
    upto: int
    seq: int
    pending: pl.DataFrame


@dataclass
class Memory:
    """What a reader need not read twice: all of it can be read again at any time."""

    blocks: dict[int, pl.DataFrame] = field(default_factory=dict)
    files: dict[int, pl.DataFrame] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Readings:
    """A park's readings. Make one with `open_readings`; threads may share it."""

    folder: Path
    park_id: str
    clock: Clock
    channels: Mapping[str, Channel]
    settings: Settings
    engine: Engine
    memory: Memory = field(default_factory=Memory, compare=False, repr=False)

    @property
    def table(self) -> str:
        """Where the table of days lies: a folder or a URL."""
        return self.settings.table or str(self.folder / "table")

    @property
    def is_local(self) -> bool:
        """Whether the table lies on a disk of this machine."""
        return "://" not in self.table
