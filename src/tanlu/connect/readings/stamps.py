"""A column of times to instants, each text read once."""

from collections.abc import Mapping
from datetime import datetime

import polars as pl

from tanlu.connect.readings.stamp import read_stamp
from tanlu.connect.readings.stamp_format import StampStyle
from tanlu.connect.readings.zone import Zone, to_instants

_NAIVE = pl.Datetime("us")
_UTC = pl.Datetime("us", "UTC")
SCHEMA = {"local": _NAIVE, "early": _UTC, "late": _UTC, "reason": pl.String()}


def read_stamps(cells: pl.Series, style: StampStyle, zone: Zone) -> pl.DataFrame:
    """Cells of a time column to instants.

    Args:
        cells: Texts, or datetimes as a typed file has them.
        style: How the file writes time.
        zone: Whose clock it is.

    Returns:
        `local`, `early` and `late` (differing where the hour comes twice) and `reason`,
        one row for each cell.

    Example:
        >>> cells = pl.Series(["2025-03-01 24:00", "soon"])
        >>> read_stamps(cells, StampStyle(), Zone("Asia/Shanghai")).rows()[1][3]
        'bad_time'
    """
    found = pl.DataFrame({"t": cells})
    if isinstance(cells.dtype, pl.Datetime | pl.Date):
        known = _typed(cells.unique().drop_nulls(), zone)
    else:
        found = found.select(pl.col("t").cast(pl.String).fill_null("").str.strip_chars())
        known = _texts(found["t"].unique(), style, zone)
    return (
        found.join(known, on="t", how="left", maintain_order="left")
        .with_columns(pl.col("reason").fill_null("no_time"))
        .drop("t")
    )


def _typed(cells: pl.Series, zone: Zone) -> pl.DataFrame:
    found = pl.DataFrame({"t": cells})
    if isinstance(cells.dtype, pl.Datetime) and cells.dtype.time_zone:
        at = pl.col("t").cast(pl.Datetime("us", cells.dtype.time_zone)).dt.convert_time_zone("UTC")
        return found.select(
            "t", local=at.dt.replace_time_zone(None), early=at, late=at
        ).with_columns(reason=pl.lit(""))
    local = cells.cast(_NAIVE)
    return _judged(found.with_columns(local=local), to_instants(local, zone))


def _texts(texts: pl.Series, style: StampStyle, zone: Zone) -> pl.DataFrame:
    local = pl.Series([None], dtype=_NAIVE).new_from_index(0, len(texts))
    if style.fast:
        local = texts.str.strptime(_NAIVE, style.fast, strict=False, exact=True)
    found = pl.DataFrame({"t": texts, "local": local})
    slow = found.filter(pl.col("local").is_null())["t"]
    read = {
        text: stamp
        for text in slow.to_list()
        if (stamp := read_stamp(text, day_first=style.day_first, takes_end=style.takes_end))
    }
    told = {text: stamp.utc for text, stamp in read.items() if stamp.offset is not None}
    late = {text: stamp.local for text, stamp in read.items() if stamp.offset is None}
    found = found.with_columns(
        local=pl.coalesce("local", _looked_up(late)),
        told=_looked_up(told).dt.replace_time_zone("UTC"),
    )
    if style.fast.endswith("Z"):
        found = found.with_columns(
            told=pl.coalesce("told", pl.col("local").dt.replace_time_zone("UTC"))
        )
    return _judged(found.drop("told"), to_instants(found["local"], zone), found["told"])


def _looked_up(known: Mapping[str, datetime | None]) -> pl.Expr:
    if not known:
        return pl.lit(None, _NAIVE)
    return pl.col("t").replace_strict(dict(known), default=None, return_dtype=_NAIVE)


def _judged(
    found: pl.DataFrame, instants: pl.DataFrame, told: pl.Series | None = None
) -> pl.DataFrame:
    both = found.hstack(instants)
    if told is not None:
        both = both.with_columns(
            early=pl.coalesce(told, pl.col("early")), late=pl.coalesce(told, pl.col("late"))
        ).with_columns(local=pl.coalesce("local", told.dt.replace_time_zone(None)))
    blank = pl.col("t").cast(pl.String) == ""
    reason = (
        pl.when(pl.col("early").is_not_null()).then(pl.lit(""))
        .when(blank).then(pl.lit("no_time"))
        .when(pl.col("local").is_not_null()).then(pl.lit("no_such_hour"))
        .otherwise(pl.lit("bad_time"))
    )  # fmt: skip
    return both.with_columns(reason=reason)
