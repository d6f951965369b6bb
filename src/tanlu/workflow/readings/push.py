"""A push: the body read, checked against the park's channels, and what is answered."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from tanlu.connect.push.body import read_body
from tanlu.connect.push.few import MOST_BYTES, Few, read_few
from tanlu.connect.push.taken import Taken
from tanlu.errors import Fault, InputError, Place
from tanlu.model.channel import Channel
from tanlu.store.readings import Receipt
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.views.figure import View, fault_view

MOST_FAULTS = 1000
_DAY_MINUTES = 1440
_LINES = ("application/x-ndjson", "application/json", "application/x-www-form-urlencoded", "")


@dataclass(frozen=True, slots=True)
class Body:
    """What a sender sent: its bytes, and how they are to be read.

    `is_end`: stamps mark the end of an interval. `takes_part`: good readings are
    taken though others are faulty.
    """

    content: bytes
    media: str = ""
    coding: str = ""
    is_end: bool = False
    takes_part: bool = False


@dataclass(frozen=True, slots=True)
class Pushed:
    """Readings ready to be stored, those of channels that nobody declared, and what is refused."""

    readings: pl.DataFrame | Few
    undeclared: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[Fault, ...] = ()


def read_push(opened: Opened, body: Body) -> Pushed:
    """The readings of a push.

    Args:
        opened: The park's readings with its channels and zone.
        body: What the sender sent.

    Raises:
        InputError: With each fault at its line; nothing is stored then.
    """
    if (
        body.media in _LINES
        and not (body.coding or body.is_end)
        and len(body.content) <= MOST_BYTES
    ):
        few = read_few(body.content, opened.clock.zone)
        if few is not None:
            return Pushed(few, undeclared((name for name, _, _ in few), opened.channels))
    found = read_body(body.content, body.media, body.coding, opened.clock.zone)
    if body.is_end:
        found = from_ends(found, opened)
    _check(found, body)
    names = found.long["channel"].value_counts()
    counts = {str(name): int(count) for name, count in names.iter_rows()}
    return Pushed(
        found.long,
        {name: count for name, count in sorted(counts.items()) if name not in opened.channels},
        found.faults,
    )


def _check(found: Taken, body: Body) -> None:
    if found.faults and not (body.takes_part and found.long.height):
        raise InputError(some_of(found.faults))
    if not found.long.height:
        raise InputError.of("empty_push")


def some_of(faults: Sequence[Fault]) -> list[Fault]:
    """The first faults, and how many more there are.

    Example:
        >>> len(some_of([Fault("empty_push")] * 2000))
        1001
    """
    rest = len(faults) - MOST_FAULTS
    more = [Fault("more_faults", params={"count": rest})] if rest > 0 else []
    return [*faults[:MOST_FAULTS], *more]


def undeclared(names: Iterable[str], channels: Mapping[str, Channel]) -> dict[str, int]:
    """How many readings came of each channel that nobody declared.

    Example:
        >>> undeclared(["a", "b", "a"], {"b": Channel("b")})
        {'a': 2}
    """
    return dict(sorted(Counter(name for name in names if name not in channels).items()))


def from_ends(found: Taken, opened: Opened) -> Taken:
    """Stamps of the ends of intervals as their starts.

    A channel that nobody declared has no known interval: its readings are refused.
    """
    grid = pl.DataFrame(
        {
            "channel": list(opened.channels),
            "minutes": [c.minutes if c.kind == "interval" else 0 for c in opened.channels.values()],
        },
        schema={"channel": pl.String, "minutes": pl.Int64},
    )
    rows = found.long.with_columns(line=found.lines)
    rows = rows.join(grid, on="channel", how="left", maintain_order="left")
    local = pl.col("at").dt.convert_time_zone(opened.clock.zone)
    start = (
        pl.when(pl.col("minutes") == _DAY_MINUTES)  # a day is not always 24 hours
        .then(local.dt.offset_by("-1d").dt.convert_time_zone("UTC"))
        .otherwise(pl.col("at") - pl.duration(minutes=pl.col("minutes")))
    )
    unknown = rows.filter(pl.col("minutes").is_null())
    faults = [
        Fault("end_of_unknown", Place(row=line, column="channel"), {"channel": channel})
        for line, channel in unknown.select("line", "channel").iter_rows()
    ]
    kept = rows.filter(pl.col("minutes").is_not_null()).with_columns(at=start)
    return Taken(kept.select(found.long.columns), kept["line"], (*found.faults, *faults))


def receipt_view(pushed: Pushed, receipt: Receipt) -> View:
    """What is answered once the readings are durable; the same again for the same key."""
    counts = pushed.undeclared
    return {
        "seq": receipt.seq,
        "rows": receipt.rows,
        "flagged": {"undeclared": sum(counts.values())} if counts else {},
        "undeclared": list(counts),
        "refused": [fault_view(fault) for fault in some_of(pushed.refused)],
    }
