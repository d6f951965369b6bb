"""A month of readings to the use and emissions of each channel."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import polars as pl

from tanlu.account.hourly.product import products
from tanlu.account.hourly.profile import Factors
from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.use import use_of
from tanlu.model.channel import Channel, is_rate
from tanlu.model.hourly import SUMS, Plan
from tanlu.periods import month_period

_DAY = timedelta(days=1)
_USUAL = 60  # minutes by which absent readings of a channel without a grid are counted


@dataclass(frozen=True, slots=True)
class Month:
    """A month, as far as readings of it can be there: days from `start` to before `end`."""

    name: str
    start: date
    end: date


def month_named(name: str, start: date | None = None, end: date | None = None) -> Month:
    """A month, or what of it lies between two days.

    Example:
        >>> month_named("2025-02").end
        datetime.date(2025, 3, 1)
    """
    whole = month_period(int(name[:4]), int(name[5:]))
    return Month(name, max(whole.start, start or whole.start), min(whole.end, end or whole.end))


@dataclass(frozen=True)
class Accounting:
    """What readings are accounted by: plan, factors read, clock, channels."""

    plan: Plan
    clock: Clock
    channels: Mapping[str, Channel]
    factors: Factors = field(default_factory=Factors)

    @cached_property
    def plain(self) -> Mapping[str, float]:
        """Channels whose day rows are their use but for one number, and that number."""
        return plain_channels(self.plan)


def plain_channels(plan: Plan) -> dict[str, float]:
    """Channels whose day rows are their use but for one number, and that number."""
    found = {}
    for name, one in plan.booked.items():
        channel = one.channel
        is_plain = channel.kind == "interval" and channel.minutes and not channel.formula
        if is_plain and not any(event.multiplier for event in channel.events):
            hours = channel.minutes / 60 if is_rate(channel.unit) else 1.0
            found[name] = channel.multiplier * hours
    return found


def month_sums(days: pl.DataFrame, month: Month, by: Accounting) -> pl.DataFrame:
    """Use and emissions of each booked channel in a month.

    Args:
        days: Day rows; of counters and instants also the days around the month.
        month: The month.
        by: What they are accounted by.

    Returns:
        Schema `SUMS`, one row for every channel that is valid in the month, also for those
        without a reading: absent is not zero.
    """
    found = [products(rows, by.plan, by.factors, scale) for rows, scale in
             grid_parts(days, month, by)]  # fmt: skip
    return _completed(pl.concat(found), month, by)


def grid_parts(
    days: pl.DataFrame, month: Month, by: Accounting
) -> Iterator[tuple[pl.DataFrame, Mapping[str, float]]]:
    """The rows of booked channels in a month on grids, and what makes their values use.

    Args:
        days: Day rows of any channels and kinds.
        month: The month.
        by: What they are accounted by.

    Returns:
        Rows as stored with a number for each channel; and, where use has to be worked out
        first, rows that are use already.
    """
    plain = by.plain
    inside = pl.col("day").is_between(month.start, month.end, closed="left")
    is_plain = pl.col("channel").is_in(list(plain))
    yield _valid(days.filter(is_plain & inside & (pl.col("minutes") > 0)), by), plain
    booked = pl.col("channel").is_in(list(by.plan.booked))
    loose = days.filter(booked & (~is_plain | (pl.col("minutes") == 0)))
    if loose.height:
        yield use_of(loose, by.channels, by.clock, month.start, month.end), {}


def valid_days(channel: Channel, month: Month) -> list[date]:
    """The days of a month on which a channel measures."""
    first = max(month.start, channel.valid_from or month.start)
    last = min(month.end, channel.valid_until or month.end)
    return [first + n * _DAY for n in range((last - first).days)]


def _valid(days: pl.DataFrame, by: Accounting) -> pl.DataFrame:
    bounds = [
        (name, one.channel.valid_from, one.channel.valid_until)
        for name, one in by.plan.booked.items()
        if one.channel.valid_from or one.channel.valid_until
    ]
    if not bounds or days.is_empty():
        return days
    schema = {"channel": pl.String(), "valid_from": pl.Date(), "valid_until": pl.Date()}
    table = pl.DataFrame(bounds, schema=schema, orient="row")
    late = (pl.col("day") >= pl.col("valid_until")).fill_null(value=False)
    early = (pl.col("day") < pl.col("valid_from")).fill_null(value=False)
    out = days.select("channel", "day").join(table, on="channel", how="left", maintain_order="left")
    return days.filter(out.select(~(late | early)).to_series())


def _completed(found: pl.DataFrame, month: Month, by: Accounting) -> pl.DataFrame:
    sums = found.group_by("channel").agg(
        pl.col("use", "co2_t", "biogenic_t", "present", "present_s").sum(),
        pl.col("minutes").min(),
        pl.col("flagged", "unfactored", "fallback").sum(),
    )
    whole = _expected(month, by).join(sums, on="channel", how="left", maintain_order="left")
    present = pl.col("present").fill_null(0)
    is_known = (present > 0) & (pl.col("unfactored") < pl.col("present"))
    absent_s = pl.col("expected_s") - pl.col("present_s").fill_null(0)
    step_s = 60 * pl.coalesce("minutes", "usual")
    counted = ("present", "present_s", "flagged", "unfactored", "fallback")
    return whole.with_columns(
        pl.lit(month.name).alias("month"),
        use=pl.when(present > 0).then("use"),
        co2_t=pl.when(is_known).then("co2_t"),
        biogenic_t=pl.when(is_known).then("biogenic_t"),
        missing=(absent_s / step_s).round().clip(0),
        **{name: pl.col(name).fill_null(0) for name in counted},
    ).select(pl.col(name).cast(kind) for name, kind in SUMS.items())


def _expected(month: Month, by: Accounting) -> pl.DataFrame:
    seconds = seconds_of(month, by.clock)
    whole = sum(seconds.values())
    rows = []
    for name, one in by.plan.booked.items():
        channel, long = one.channel, whole
        if channel.valid_from or channel.valid_until:
            long = sum(seconds[day] for day in valid_days(channel, month))
        rows.append((name, long, channel.minutes or _USUAL))
    schema = {"channel": pl.String(), "expected_s": pl.Int64(), "usual": pl.Int64()}
    return pl.DataFrame(rows, schema=schema, orient="row").filter(pl.col("expected_s") > 0)


def seconds_of(month: Month, clock: Clock) -> dict[date, int]:
    """The days of a month and how long each is. [s]"""
    count = max((month.end - month.start).days, 0)
    days = [month.start + n * _DAY for n in range(count)]
    return {day: clock.seconds(day) for day in days}
