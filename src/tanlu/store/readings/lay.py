"""Arrivals laid over days, one after the other, in as few steps as come to the same."""

from collections.abc import Mapping

import polars as pl

from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.day import merge_days, to_days
from tanlu.model.channel import Channel
from tanlu.model.reading import DAY

_KEY = ["channel", "day"]
Laid = tuple[pl.DataFrame, pl.DataFrame]
Channels = Mapping[str, Channel]


def lay(old: pl.DataFrame, arrived: pl.DataFrame, channels: Channels, clock: Clock) -> Laid:
    """Days with arrivals laid over them in the order of their numbers.

    Days in which no moment came twice are laid in one step: there the order does not
    matter. The others go arrival by arrival, so that each value that was replaced is
    kept with the arrival that did it.

    Args:
        old: Newest rows of the days that are touched (schema `DAY`), and maybe others.
        arrived: Readings of the schema `LONG` with `seq`, ordered by it.
        channels: The park's channels.
        clock: The park's clock.

    Returns:
        Rows that are touched and differ from before, and the replaced values: rows
        whose `seq` is the arrival that replaced them.
    """
    if arrived.is_empty():
        return _none(), _none()
    names = arrived["channel"].unique().to_list()
    used = {name: channels[name] for name in names if name in channels}
    if arrived["seq"].n_unique() == 1:
        return _by_turns(old, arrived, used, clock)
    local = pl.col("at").dt.convert_time_zone(clock.zone).dt.date().alias("day")
    placed = arrived.with_columns(local)
    newer, gone = merge_days(old, to_days(arrived.drop("seq"), used, clock))
    again = _come_again(placed, newer, old)
    hard = pl.concat([gone.select(_KEY), newer.join(again, on="channel", how="semi").select(_KEY)])
    simple = _numbered(changed(old, newer.join(hard, on=_KEY, how="anti")), placed)
    if hard.is_empty():
        return simple, _none()
    laid, replaced = _by_turns(
        old.join(hard, on=_KEY, how="semi"), _around(placed, hard), used, clock
    )
    laid, replaced = (rows.join(hard, on=_KEY, how="semi") for rows in (laid, replaced))
    return pl.concat([simple, laid]).sort(_KEY), replaced.sort([*_KEY, "seq"])


def _none() -> pl.DataFrame:
    return pl.DataFrame(schema=DAY)


def _come_again(placed: pl.DataFrame, newer: pl.DataFrame, old: pl.DataFrame) -> pl.DataFrame:
    """Channels of which several readings fell on one moment."""
    came = placed.filter(pl.col("value").is_not_nan()).group_by("channel").len("came")
    had = old.join(newer.select(_KEY), on=_KEY, how="semi")
    held = pl.concat([
        newer.select("channel", n=pl.col("size").cast(pl.Int64) - pl.col("missing")),
        had.select("channel", n=pl.col("missing").cast(pl.Int64) - pl.col("size")),
    ])  # fmt: skip
    gained = held.group_by("channel").agg(pl.col("n").sum())
    both = came.join(gained, on="channel", how="left")
    return both.filter(pl.col("came") != pl.col("n").fill_null(0)).select("channel")


def _numbered(rows: pl.DataFrame, placed: pl.DataFrame) -> pl.DataFrame:
    """Each row with the newest arrival of its day; of its channel where a clock is off."""
    of_day = placed.group_by(_KEY).agg(pl.col("seq").max().alias("of_day"))
    of_channel = placed.group_by("channel").agg(pl.col("seq").max().alias("of_channel"))
    return (
        rows.join(of_day, on=_KEY, how="left", maintain_order="left")
        .join(of_channel, on="channel", how="left", maintain_order="left")
        .with_columns(seq=pl.coalesce("of_day", "of_channel"))
        .select(list(DAY))
    )


def _around(placed: pl.DataFrame, hard: pl.DataFrame) -> pl.DataFrame:
    """Readings of some days and of the days beside them, where a wrong clock may put them."""
    near = pl.concat([hard.with_columns(pl.col("day") + pl.duration(days=n)) for n in (-1, 0, 1)])
    return placed.join(near.unique(), on=_KEY, how="semi", maintain_order="left").drop("day")


def _by_turns(old: pl.DataFrame, arrived: pl.DataFrame, channels: Channels, clock: Clock) -> Laid:
    turns = arrived.with_columns(turn=pl.col("seq").rank("dense").over("channel"))
    merged, gone, keys = old, [_none()], []
    for part in turns.partition_by("turn", maintain_order=True):
        seqs = part.group_by("channel").agg(pl.col("seq").first())
        rows = to_days(part.drop("seq", "turn"), channels, clock)
        rows = rows.drop("seq").join(seqs, on="channel", how="left", maintain_order="left")
        later, replaced = merge_days(merged, rows.select(list(DAY)))
        merged = pl.concat([merged.join(later, on=_KEY, how="anti"), later])
        gone.append(replaced)
        keys.append(rows.select(_KEY))
    touched = merged.join(pl.concat(keys).unique(), on=_KEY, how="semi")
    return changed(old, touched).sort(_KEY), pl.concat(gone).sort([*_KEY, "seq"])


def changed(old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    """The rows that say something else than before."""
    both = new.join(old, on=_KEY, how="left", suffix="_old", maintain_order="left")
    same = pl.all_horizontal(
        pl.col(name).eq_missing(pl.col(f"{name}_old"))
        for name in ("minutes", "size", "at", "value", "flag")
    )
    return both.filter(~same).select(list(DAY))
