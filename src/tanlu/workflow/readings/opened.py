"""A park's readings with what says how to read them."""

from collections.abc import Mapping
from dataclasses import dataclass

from tanlu.measure.readings.clock import Clock
from tanlu.model.book import Book
from tanlu.model.channel import Channel
from tanlu.store.readings import Readings


@dataclass(frozen=True, slots=True)
class Opened:
    """A park's readings, its channels and clock, and the park that they were read from."""

    readings: Readings
    channels: Mapping[str, Channel]
    clock: Clock
    park_id: str
    book: Book
    version: int = 0
