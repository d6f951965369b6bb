"""What a channel's month was worked out by, as one number: when it differs, it is done again."""

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
import polars as pl

from tanlu.account.hourly.month import Accounting, Month
from tanlu.account.hourly.profile import step_on
from tanlu.measure.readings.virtual import leaves
from tanlu.model.channel import Channel
from tanlu.model.hourly import Source


def marks(months: Sequence[Month], by: Accounting) -> pl.DataFrame:
    """The mark of every booked channel in some months.

    Args:
        months: The months.
        by: What their readings are accounted by.

    Returns:
        `channel`, `month` and `mark` (u64), which depends on the channel's row, its meter's
        events and the factors that hold in the month, on nothing else.
    """
    names = list(by.plan.booked)
    source = np.array([one.source for one in by.plan.booked.values()], np.int64)
    if not by.meters:  # a channel's row stays what it is as long as the plan does
        by.meters.update({n: _channel(one.channel, by) for n, one in by.plan.booked.items()})
    meter = np.array([by.meters[name] for name in names], np.uint64)
    bounded = [(i, one.channel) for i, one in enumerate(by.plan.booked.values()) if
               one.channel.valid_from or one.channel.valid_until]  # fmt: skip
    tables = []
    for month in months:
        factors = [_source(each, month, by) for each in by.plan.sources]
        mark = meter ^ np.array(factors, np.uint64)[source]
        for index, channel in bounded:
            mark[index] ^= np.uint64(_validity(channel, month))
        tables.append(pl.DataFrame({"channel": names, "month": [month.name] * len(names),
                                    "mark": mark}))  # fmt: skip
    return pl.concat(tables)


def _number(about: object) -> int:
    return int.from_bytes(blake2b(repr(about).encode(), digest_size=8).digest(), "little")


def _channel(channel: Channel, by: Accounting) -> int:
    return _number((_meter(channel), [_meter(by.channels[name]) for name in _parts(channel, by)]))


def _validity(channel: Channel, month: Month) -> int:
    bounds = (channel.valid_from, channel.valid_until)
    return _number([_within(day, month) for day in bounds])


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


def _source(source: Source, month: Month, by: Accounting) -> int:
    held = [step_on(source, month.start)]
    held += [s for s in source.steps if month.start < s.from_on < month.end]
    values = [(str(s.from_on) if i else "", s.co2_t, s.biogenic_t, s.of_co2_t) for i, s in
              enumerate(held)]  # fmt: skip
    factor = by.channels.get(source.channel)
    read_by = _meter(factor) if factor else ()
    about = (source.carrier, source.unit, source.channel, read_by, source.amount, values)
    return _number(about)
