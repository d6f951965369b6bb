"""Arrivals laid over days in the order of their numbers; what each replaced is kept."""

from collections.abc import Mapping

import polars as pl

from tanlu.measure.readings.clock import Clock, locate
from tanlu.measure.readings.day import build, loose_rows, merge_days, once, settle, to_long
from tanlu.model.channel import Channel
from tanlu.model.reading import DAY

_KEY = ["channel", "day"]
_MOMENT = [*_KEY, "second"]
_VALUE = [*_MOMENT, "value", "flag", "seq"]
Laid = tuple[pl.DataFrame, pl.DataFrame]


def lay(
    old: pl.DataFrame, arrived: pl.DataFrame, channels: Mapping[str, Channel], clock: Clock
) -> Laid:
    """Days with arrivals laid over them.

    Args:
        old: Newest rows of the days that are touched (schema `DAY`), and maybe others.
        arrived: Readings of the schema `LONG` with `seq`, ordered by it.
        channels: The park's channels.
        clock: The park's clock.

    Returns:
        Rows that are touched and differ from before, and the replaced values: rows
        without a grid whose `seq` is the arrival that replaced them.
    """
    arrived = arrived.filter(pl.col("value").is_not_nan())
    if arrived.is_empty():
        return pl.DataFrame(schema=DAY), pl.DataFrame(schema=DAY)
    rows = _settled(arrived, channels, clock)
    again = rows.filter(pl.struct(_MOMENT).is_duplicated()) if _is_twice(rows, _MOMENT) else None
    newer, gone = _merged(old, rows, again is not None, clock)
    return newer, _replaced(old, rows, again, gone, clock)


def newest_days(
    old: pl.DataFrame, arrived: pl.DataFrame, channels: Mapping[str, Channel], clock: Clock
) -> pl.DataFrame:
    """What `lay` gives first, for readers who do not ask what was replaced."""
    arrived = arrived.filter(pl.col("value").is_not_nan())
    if arrived.is_empty():
        return pl.DataFrame(schema=DAY)
    rows = _settled(arrived, channels, clock)
    return _merged(old, rows, _is_twice(rows, _MOMENT), clock)[0]


def _settled(arrived: pl.DataFrame, channels: Mapping[str, Channel], clock: Clock) -> pl.DataFrame:
    names = arrived["channel"].unique().to_list()
    used = {name: channels[name] for name in names if name in channels}
    rows = settle(arrived, used, clock)
    return once(rows, [*_MOMENT, "seq"]) if _is_twice(rows, [*_MOMENT, "seq"]) else rows


def _merged(old: pl.DataFrame, rows: pl.DataFrame, is_again: bool, clock: Clock) -> Laid:  # noqa: FBT001 - of this file alone
    newest = rows.unique(_MOMENT, keep="last", maintain_order=True) if is_again else rows
    newer, gone = merge_days(old, build(newest, clock))
    newest_seq = rows.group_by(_KEY).agg(pl.col("seq").max())
    newer = changed(old, newer).drop("seq").join(newest_seq, on=_KEY, how="left")
    return newer.select(list(DAY)).sort(_KEY), gone


def _is_twice(rows: pl.DataFrame, key: list[str]) -> bool:
    return rows.select(key).n_unique() < rows.height


def _replaced(
    old: pl.DataFrame,
    rows: pl.DataFrame,
    again: pl.DataFrame | None,
    gone: pl.DataFrame,
    clock: Clock,
) -> pl.DataFrame:
    """Values that a different one took the place of, the later arrival's number with each."""
    hard = gone.select(_KEY) if again is None else pl.concat(
        [gone.select(_KEY), again.select(_KEY)]
    )  # fmt: skip
    if hard.is_empty():
        return pl.DataFrame(schema=DAY)
    hard = hard.unique()
    before = locate(to_long(old.join(hard, on=_KEY, how="semi"), clock), clock)
    came = rows.join(hard, on=_KEY, how="semi").select(_VALUE)
    told = pl.concat([before.with_columns(seq=pl.lit(0, pl.Int64)).select(_VALUE), came])
    told = told.sort(*_MOMENT, "seq").with_columns(
        by=pl.col("seq").shift(-1).over(_MOMENT), then=pl.col("value").shift(-1).over(_MOMENT)
    )
    lost = told.filter(pl.col("by").is_not_null() & (pl.col("value") != pl.col("then")))
    lost = lost.with_columns(seq="by").sort(*_KEY, "seq", "second")
    about = lost.group_by(*_KEY, "seq", maintain_order=True).len("count")
    return loose_rows(
        about, lost["second"].to_numpy(), lost["value"].to_numpy(), lost["flag"].to_numpy()
    )


def changed(old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    """The rows that say something else than before."""
    both = new.join(old, on=_KEY, how="left", suffix="_old", maintain_order="left")
    same = pl.all_horizontal(
        pl.col(name).eq_missing(pl.col(f"{name}_old"))
        for name in ("minutes", "size", "at", "value", "flag")
    )
    return both.filter(~same).select(list(DAY))
