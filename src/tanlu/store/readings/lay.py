"""Arrivals laid over days, one after the other, in as few steps as come to the same."""

from collections.abc import Mapping

import polars as pl

from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import merge_days, to_days
from tanlu.model.channel import Channel
from tanlu.model.reading import DAY

_KEY = ["channel", "day"]
Laid = tuple[pl.DataFrame, pl.DataFrame]


def lay(
    old: pl.DataFrame, arrived: pl.DataFrame, channels: Mapping[str, Channel], clock: Clock
) -> Laid:
    """Days with arrivals laid over them in the order of their numbers.

    Args:
        old: Newest rows of the days that are touched (schema `DAY`), and maybe others.
        arrived: Readings of the schema `LONG` with `seq`, ordered by it.
        channels: The park's channels.
        clock: The park's clock.

    Returns:
        Rows that are touched and differ from before, and the replaced values: rows
        whose `seq` is the arrival that replaced them.
    """
    parts = [to_days(part.drop("seq"), channels, clock, int(part["seq"][0]))
             for part in arrived.partition_by("seq", maintain_order=True)]  # fmt: skip
    if not parts:
        return pl.DataFrame(schema=DAY), pl.DataFrame(schema=DAY)
    rows = pl.concat(parts)
    turns = rows.with_columns(turn=pl.col("seq").rank("ordinal").over(_KEY))
    merged, gone = old, []
    for turn in turns.partition_by("turn", maintain_order=True):
        later, replaced = merge_days(merged, turn.drop("turn"))
        merged = pl.concat([merged.join(later.select(_KEY), on=_KEY, how="anti"), later])
        gone.append(replaced)
    touched = merged.join(rows.select(_KEY).unique(), on=_KEY, how="semi")
    return changed(old, touched), pl.concat(gone).sort([*_KEY, "seq"])


def changed(old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    """The rows that say something else than before."""
    both = new.join(old, on=_KEY, how="left", suffix="_old", maintain_order="left")
    same = pl.all_horizontal(
        pl.col(name).eq_missing(pl.col(f"{name}_old"))
        for name in ("minutes", "size", "at", "value", "flag")
    )
    return both.filter(~same).select(DAY.keys())
