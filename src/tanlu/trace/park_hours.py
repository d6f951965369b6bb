"""Records of months laid out over hours by their meters, so that each hour closes to the month.

A record follows the meter it was read from, scaled so that its hours sum to what the record
says, whether the record is a bill or the meter's own sum. Where there is no reading an hour
has its even part, and says so.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import polars as pl

REACH = ["channel", "first", "beyond"]
"""What a record follows: its meter, over the days of the month that it reaches over."""
_SUMS = ("amount", "co2_t", "market_t")


def hour_shares(
    lines: pl.DataFrame, use: pl.DataFrame, hours: Sequence[tuple[date, datetime]]
) -> pl.DataFrame:
    """What part of a record's month each hour has.

    Args:
        lines: Records of one month as `park_lines` gives them, with `channel`.
        use: `channel`, `start` (UTC), `value`: hourly sums of the month's readings.
        hours: Local day and start of every hour of the month.

    Returns:
        `channel`, `first`, `beyond`, `start`, `day`, `share` (sums to 1 over the hours of
        a key), `is_read`.

    Example:
        See `tests/unit/trace/test_park_hours.py`: a bill of 310 MWh over a meter's month.
    """
    keys = with_reach(lines).select(REACH).unique(maintain_order=True)
    every = pl.DataFrame(hours, schema={"day": pl.Date, "start": use.schema["start"]}, orient="row")
    both = keys.join(every, how="cross").filter(
        pl.col("day") >= pl.col("first"), pl.col("day") < pl.col("beyond")
    )
    known = use.select("channel", "start", pl.col("value").clip(0.0))
    laid = both.join(known, on=["channel", "start"], how="left", maintain_order="left")
    mean = pl.col("value").mean().over(REACH, mapping_strategy="group_to_rows")
    weight = pl.coalesce("value", mean, pl.lit(1.0))
    total = weight.sum().over(REACH)
    count = pl.len().over(REACH)
    share = pl.when(total > 0.0).then(weight / total).otherwise(1.0 / count)
    return laid.with_columns(share=share, is_read=pl.col("value").is_not_null()).drop("value")


def with_reach(lines: pl.DataFrame) -> pl.DataFrame:
    """Records of a month with the days of it that they reach over; `channel` never null."""
    end = pl.col("month").dt.offset_by("1mo")
    return lines.with_columns(
        first=pl.max_horizontal("start", "month"), beyond=pl.min_horizontal("end", end),
        channel=pl.col("channel").fill_null(""),
    )  # fmt: skip


def lines_of_day(lines: pl.DataFrame, shares: pl.DataFrame, day: date) -> pl.DataFrame:
    """The records of a month in each hour of one of its days.

    Args:
        lines: Records of the month, with `channel`.
        shares: What `hour_shares` gave.
        day: Local day.

    Returns:
        As `park_lines`, with `month` as the start of the hour, and `is_read`.
    """
    return lines_of_days(lines, shares, day, day + timedelta(days=1))


def lines_of_days(
    lines: pl.DataFrame, shares: pl.DataFrame, first: date, beyond: date
) -> pl.DataFrame:
    """The records of a month in each hour of some of its days.

    Args:
        lines: Records of the month, with `channel`.
        shares: What `hour_shares` gave.
        first: First local day.
        beyond: The day after the last.

    Returns:
        As `lines_of_day`.
    """
    is_here = pl.col("day").is_between(first, beyond, closed="left")
    here = shares.filter(is_here).drop("day").rename({"start": "hour"})
    laid = with_reach(lines).join(here, on=REACH, how="inner", maintain_order="left")
    return laid.with_columns(
        *(pl.col(name) * pl.col("share") for name in _SUMS), month=pl.col("hour"),
        is_spread=pl.col("is_read").not_(),
    ).drop("first", "beyond", "share", "hour")  # fmt: skip
