"""How good readings are: a score for each channel and day, with the parts it is made of.

    score = complete × sound × direct

`complete`: measured of expected intervals. `sound`: of the measured ones, those that no
check doubts (range, rate, standstill, duplicates, balance, clock). `direct`: of the
measured ones, those read as they are (not spread, estimated, entered by hand, nor taken
over a register that ran backwards).
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
import polars as pl

from tanlu.measure.readings.day import by_size, flags, matrix
from tanlu.measure.readings.use import outside
from tanlu.model.channel import Channel
from tanlu.model.reading import (
    BALANCE,
    CLOCK,
    DUPLICATE,
    ESTIMATED,
    FLAGS,
    MANUAL,
    NEGATIVE,
    RANGE,
    RATE,
    SPREAD,
    STUCK,
)

DOUBTED: Final = RANGE | RATE | STUCK | DUPLICATE | BALANCE | CLOCK
INDIRECT: Final = SPREAD | ESTIMATED | MANUAL | NEGATIVE
_COUNTS: Final = ("expected", "measured", "sound", "direct", *FLAGS)


def day_quality(use: pl.DataFrame, channels: Mapping[str, Channel]) -> pl.DataFrame:
    """The quality of each channel and day of which there is a row.

    Args:
        use: Schema `DAY`, screened.
        channels: The park's channels.

    Returns:
        `channel`, `day`; intervals `expected`, `measured`, and of these `sound` and
        `direct`; intervals by flag, each in a column of its name. Days outside a
        channel's dates are left out.
    """
    schema = {"channel": pl.String, "day": pl.Date, **dict.fromkeys(_COUNTS, pl.Int64)}
    parts = [pl.DataFrame(schema=schema), *(_counted(part) for part in by_size(use))]
    found = pl.concat([part.select(*schema) for part in parts])
    return found.filter(~outside(found, channels)).sort("channel", "day")


def _counted(rows: pl.DataFrame) -> pl.DataFrame:
    marks = flags(rows)
    known = ~np.isnan(matrix(rows))
    count = {
        "expected": np.full(rows.height, known.shape[1]),
        "measured": known.sum(axis=1),
        "sound": (known & ((marks & DOUBTED) == 0)).sum(axis=1),
        "direct": (known & ((marks & INDIRECT) == 0)).sum(axis=1),
        **{name: ((marks & bit) > 0).sum(axis=1) for name, bit in FLAGS.items()},
    }
    counts = pl.DataFrame(count).cast(pl.Int64)
    return pl.concat([rows.select("channel", "day"), counts], how="horizontal")


def unbalanced(days: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """Quality with the days of parents doubted whose sub-meters exceed them.

    Args:
        days: What `day_quality` gave.
        found: What `balances` gave.

    Returns:
        The same rows; on those days nothing of the parent is sound.
    """
    odd = found.filter(pl.col("state") == "exceeded").select("channel", "day", is_odd=True)
    joined = days.join(odd, on=["channel", "day"], how="left", maintain_order="left")
    is_odd = pl.col("is_odd").fill_null(value=False)
    return joined.with_columns(
        sound=pl.when(is_odd).then(0).otherwise("sound"),
        balance=pl.when(is_odd).then("measured").otherwise("balance"),
    ).drop("is_odd")


def scored(counts: pl.DataFrame) -> pl.DataFrame:
    """Counts with the parts of the score and the score beside them.

    Args:
        counts: Columns as `day_quality` gives them, of days or of sums of days.

    Returns:
        The same with `complete`, `sound_share`, `direct_share` and `score`, 0 to 1;
        null where nothing was expected, 0 where nothing was measured.

    Example:
        >>> one = {"expected": [96], "measured": [48], "sound": [48], "direct": [24]}
        >>> scored(pl.DataFrame(one))["score"][0]
        0.25
    """
    expected, measured = pl.col("expected"), pl.col("measured")
    of_measured = [
        pl.when(measured > 0).then(pl.col(name) / measured).alias(f"{name}_share")
        for name in ("sound", "direct")
    ]
    parts = counts.with_columns(
        *of_measured, complete=pl.when(expected > 0).then(measured / expected)
    )
    score = pl.col("complete") * pl.col("sound_share") * pl.col("direct_share")
    return parts.with_columns(
        score=pl.when(expected > 0).then(pl.when(measured > 0).then(score).otherwise(0.0))
    )


def channel_quality(days: pl.DataFrame, silent: pl.DataFrame, complete: float) -> pl.DataFrame:
    """The quality of each channel over all its days.

    Args:
        days: What `day_quality` gave.
        silent: `channel`, `expected`: intervals of days of which there is no row.
        complete: Share of values from which on a day is complete.

    Returns:
        One row a channel: counts summed, days, days that are complete, score.
    """
    is_complete = pl.col("measured") >= complete * pl.col("expected")
    summed = days.group_by("channel").agg(
        pl.col(_COUNTS).sum(), days=pl.len(), complete_days=is_complete.sum(),
        first=pl.col("day").min(), last=pl.col("day").max(),
    )  # fmt: skip
    more = silent.group_by("channel").agg(silent=pl.col("expected").sum(), silent_days=pl.len())
    joined = summed.join(more, on="channel", how="left").with_columns(
        expected=pl.col("expected") + pl.col("silent").fill_null(0),
        days=pl.col("days") + pl.col("silent_days").fill_null(0),
    )
    return scored(joined.drop("silent", "silent_days")).sort("channel")
