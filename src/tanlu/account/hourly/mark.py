"""What a channel's month was worked out by, as one number: when it differs, it is done again."""

from collections.abc import Mapping
from hashlib import blake2b

import polars as pl

from tanlu.account.hourly.month import Accounting, Month
from tanlu.account.hourly.profile import step_on
from tanlu.measure.readings.virtual import leaves
from tanlu.model.channel import Channel
from tanlu.model.hourly import Booked, Source


def marks(month: Month, by: Accounting) -> pl.DataFrame:
    """The mark of every booked channel in a month.

    Args:
        month: The month.
        by: What its readings are accounted by.

    Returns:
        `channel` and `mark` (u64), which depends on the channel's row, its meter's events and
        the factors that hold in the month, on nothing else.
    """
    known = {index: _source(source, month, by) for index, source in enumerate(by.plan.sources)}
    rows = [(name, _mark(one, known, month, by)) for name, one in by.plan.booked.items()]
    schema = {"channel": pl.String(), "mark": pl.UInt64()}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _mark(one: Booked, sources: Mapping[int, bytes], month: Month, by: Accounting) -> int:
    channel = one.channel
    about = (
        _meter(channel), [_meter(by.channels[name]) for name in _parts(channel, by)],
        _within(channel.valid_from, month), _within(channel.valid_until, month),
    )  # fmt: skip
    hashed = blake2b(repr(about).encode(), digest_size=8)
    hashed.update(sources[one.source])
    return int.from_bytes(hashed.digest(), "little")


def _meter(channel: Channel) -> tuple[object, ...]:
    return (
        channel.unit, channel.kind, channel.minutes, channel.multiplier, channel.formula,
        channel.register_max, channel.events,
    )  # fmt: skip


def _parts(channel: Channel, by: Accounting) -> list[str]:
    return sorted(leaves([channel.channel_id], by.channels)) if channel.formula else []


def _within(day: object, month: Month) -> str:
    # a border outside the month matters only by the side on which it lies
    first, last = month.start.replace(day=1).isoformat(), f"{month.name}-32"
    text = "" if day is None else str(day)
    return text if not text or first < text < last else ("<" if text <= first else ">")


def _source(source: Source, month: Month, by: Accounting) -> bytes:
    held = [step_on(source, month.start)]
    held += [s for s in source.steps if month.start < s.from_on < month.end]
    values = [(str(s.from_on) if i else "", s.co2_t, s.biogenic_t, s.of_co2_t) for i, s in
              enumerate(held)]  # fmt: skip
    factor = by.channels.get(source.channel)
    read_by = _meter(factor) if factor else ()
    about = (source.carrier, source.unit, source.channel, read_by, source.amount, values)
    return repr(about).encode()
