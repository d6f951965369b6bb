"""What the columns of a file are: a map, as people write it and as it is kept."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tanlu.model.channel import Kind

Ref: TypeAlias = str | int
"""A column by its heading, its number from 1, or its letter; "B..CS" for several."""
Marks: TypeAlias = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class TimeMap:
    """Where a file says when: one column, or one of days and one of clocks."""

    columns: tuple[Ref, ...]
    format: str = ""
    zone: str = ""
    marks: Marks = "start"


@dataclass(frozen=True, slots=True)
class ChannelMap:
    """A channel of a file: its code, its column, and what its values are.

    `column`: empty in a long file where the code itself stands in its column of
    channels. `minutes`: None to find out.
    """

    channel_id: str
    column: Ref = ""
    unit: str = ""
    kind: Kind | None = None
    minutes: int | None = None
    carrier: str = ""
    multiplier: float | None = None
    member_id: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReadingMap:
    """A map of a file of readings.

    `usual`: what holds for channels of a long file that are not listed.
    `header_row`: first and last row of headings; None to find out, (0, 0) for none.
    """

    time: TimeMap
    channels: tuple[ChannelMap, ...] = ()
    sheet: Ref = ""
    header_row: tuple[int, int] | None = None
    channel_column: Ref = ""
    value_column: Ref = ""
    unit_column: Ref = ""
    decimal: str = ""
    separator: str = ""
    usual: ChannelMap = field(default_factory=lambda: ChannelMap(""))

    @property
    def is_long(self) -> bool:
        """Whether each row names its channel."""
        return self.channel_column != ""
