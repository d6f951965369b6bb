"""A month of readings to the use and emissions of each channel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import polars as pl

from tanlu.account.hourly.product import products
from tanlu.account.hourly.profile import Factors
from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.use import use_of
from tanlu.model.channel import Channel, is_rate
from tanlu.model.hourly import PARTS, SUMS, Plan
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
    meters: dict[str, int] = field(default_factory=dict, compare=False)

    @cached_property
    def plain(self) -> Mapping[str, float]:
        """Channels whose day rows are their use but for one number, and that number."""
        return plain_channels(self.plan)

    @cached_property
    def bounds(self) -> pl.DataFrame:
        """Booked channels that measure from a day on or up to one, and those days."""
        rows = [
            (name, one.channel.valid_from, one.channel.valid_until)
            for name, one in self.plan.booked.items()
            if one.channel.valid_from or one.channel.valid_until
        ]
        schema = {"channel": pl.String(), "valid_from": pl.Date(), "valid_until": pl.Date()}
        return pl.DataFrame(rows, schema=schema, orient="row")

    @cached_property
    def others(self) -> tuple[str, ...]:
        """Booked channels whose use has to be worked out first."""
        return tuple(name for name in self.plan.booked if name not in self.plain)


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


def month_sums(
    days: pl.DataFrame, month: Month, by: Accounting, use: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Use and emissions of each booked channel in a month.

    Args:
        days: Day rows of plain channels; others are left out.
        month: The month.
        by: What they are accounted by.
        use: Day rows that are use already: of counters, powers, virtual channels.

    Returns:
        Schema `SUMS`, one row for every channel that is valid in the month, also for those
        without a reading: absent is not zero.
    """
    return completed([parts(days, month, by), parts(use, month, by, is_use=True)], month, by)


def parts(
    rows: pl.DataFrame | None, month: Month, by: Accounting, *, is_use: bool = False
) -> pl.DataFrame:
    """Sums of some rows of a month, which `completed` adds up; schema `PARTS`."""
    if rows is None:
        return pl.DataFrame(schema=PARTS)
    mine, scale = grid_rows(rows, month, by, is_use=is_use)
    return products(mine, by.plan, by.factors, scale)


def loose_parts(rows: pl.DataFrame, month: Month, by: Accounting) -> pl.DataFrame:
    """Sums of what came before its channel was declared, and so lies on no grid yet."""
    if rows.select((pl.col("minutes") > 0).all()).item():
        return pl.DataFrame(schema=PARTS)
    loose = rows.filter(pl.col("minutes") == 0)
    mine = loose.filter(pl.col("channel").is_in(list(by.plain)))
    if mine.is_empty():
        return pl.DataFrame(schema=PARTS)
    use = use_of(mine, by.channels, by.clock, month.start, month.end)
    return products(use, by.plan, by.factors, {})


def grid_rows(
    rows: pl.DataFrame, month: Month, by: Accounting, *, is_use: bool
) -> tuple[pl.DataFrame, Mapping[str, float]]:
    """The rows of booked channels in a month, and by what their values become use."""
    inside = pl.col("day").is_between(month.start, month.end, closed="left")
    keep = rows.select((inside & (pl.col("minutes") > 0)).alias("keep")).to_series()
    # most chunks are wanted whole: rows that are moved cost more than rows that are looked at
    mine = rows if keep.all() else rows.filter(keep)
    wanted = set(by.others) if is_use else by.plain.keys()
    if not wanted >= set(mine["channel"].rle().struct.field("value").to_list()):
        mine = mine.filter(pl.col("channel").is_in(list(wanted)))
    return (mine, {}) if is_use else (_valid(mine, by), by.plain)


def valid_days(channel: Channel, month: Month) -> list[date]:
    """The days of a month on which a channel measures."""
    first = max(month.start, channel.valid_from or month.start)
    last = min(month.end, channel.valid_until or month.end)
    return [first + n * _DAY for n in range((last - first).days)]


def _valid(days: pl.DataFrame, by: Accounting) -> pl.DataFrame:
    if by.bounds.is_empty() or days.is_empty():
        return days
    late = (pl.col("day") >= pl.col("valid_until")).fill_null(value=False)
    early = (pl.col("day") < pl.col("valid_from")).fill_null(value=False)
    out = days.select("channel", "day").join(
        by.bounds, on="channel", how="left", maintain_order="left"
    )
    return days.filter(out.select(~(late | early)).to_series())


def completed(found: Sequence[pl.DataFrame], month: Month, by: Accounting) -> pl.DataFrame:
    """Sums of parts of a month added up, and what is missing in them.

    Args:
        found: Schema `PARTS`, any number of rows of a channel.
        month: The month.
        by: What they are accounted by.

    Returns:
        Schema `SUMS`, one row for every channel that is valid in the month.
    """
    sums = (
        pl.concat(found)
        .group_by("channel")
        .agg(
            pl.col("use", "co2_t", "biogenic_t", "present", "present_s").sum(),
            pl.col("minutes").min(),
            pl.col("flagged", "unfactored", "fallback").sum(),
        )
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
