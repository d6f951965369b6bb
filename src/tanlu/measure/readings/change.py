"""What an arrival says beside what is held: new, unchanged or corrected, reading by reading."""

from collections.abc import Mapping

import polars as pl

from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import placed, to_long
from tanlu.model.channel import Channel


def classify(
    readings: pl.DataFrame, days: pl.DataFrame, channels: Mapping[str, Channel], clock: Clock
) -> pl.DataFrame:
    """Readings beside those that are held.

    Args:
        readings: Schema `LONG`, in the order in which they came.
        days: Schema `DAY`: what is held of their channels and days.
        channels: The park's channels.
        clock: The park's clock.

    Returns:
        The same rows in the same order with `placed` (the moment under which the
        reading is kept), `before` (value held or said earlier in this arrival, null
        when none) and `change`: "new", "unchanged", "corrected", or "absent" for a
        reading without a value, which takes the place of nothing. `flag` carries
        what placing found: a clock off its grid.
    """
    rows = placed(readings, channels, clock).with_row_index("order")
    key = ["channel", "placed"]
    held = to_long(days, clock).select("channel", placed="at", held="value")
    says = pl.col("value").is_not_null() & pl.col("value").is_not_nan()
    rows = rows.join(held, on=key, how="left", maintain_order="left")
    earlier = pl.when(says).then("value").shift(1).forward_fill().over(key, order_by="order")
    rows = rows.with_columns(before=pl.coalesce(earlier, "held"))
    change = (
        pl.when(~says).then(pl.lit("absent"))
        .when(pl.col("before").is_null()).then(pl.lit("new"))
        .when(pl.col("before") == pl.col("value")).then(pl.lit("unchanged"))
        .otherwise(pl.lit("corrected"))
    )  # fmt: skip
    return rows.with_columns(change=change).drop("order", "held")
