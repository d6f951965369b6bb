"""A channel's intervals as one series over all its days, and back."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.measure.readings.pack import cells, flat
from tanlu.model.reading import DAY


@dataclass(frozen=True, slots=True)
class Series:
    """All intervals of one channel in time; `days` are the rows that they come from.

    `day` is the number of the day of each interval (days since 1970), so that what
    is not there is not taken for a neighbour.
    """

    channel_id: str
    days: pl.DataFrame
    values: npt.NDArray[np.float64]
    marks: npt.NDArray[np.uint16]
    day: npt.NDArray[np.int64]
    minutes: npt.NDArray[np.int64]


def series_of(use: pl.DataFrame) -> list[Series]:
    """Series of all channels.

    Args:
        use: Schema `DAY`, on grids.
    """
    return [_series(rows.sort("day")) for rows in use.partition_by("channel", maintain_order=True)]


def _series(rows: pl.DataFrame) -> Series:
    sizes = rows["size"].to_numpy().astype(np.int64)
    marks = np.zeros(int(sizes.sum()), np.uint16)
    carry = np.repeat(rows["flag"].is_not_null().to_numpy(), sizes)
    if carry.any():
        marks[carry] = flat(rows["flag"].drop_nulls(), "<u2")
    return Series(
        str(rows["channel"][0]),
        rows,
        flat(rows["value"], "<f8").copy(),
        marks,
        np.repeat(rows["day"].to_physical().to_numpy().astype(np.int64), sizes),
        np.repeat(rows["minutes"].to_numpy().astype(np.int64), sizes),
    )


def rows_from(
    series: Series, values: npt.NDArray[np.float64], marks: npt.NDArray[np.uint16]
) -> pl.DataFrame:
    """Day rows of a series with other values or flags.

    Args:
        series: Where the days stand.
        values: One for each interval.
        marks: One for each interval.

    Returns:
        Schema `DAY`.
    """
    sizes = series.days["size"].to_numpy().astype(np.int64)
    begins = np.cumsum(sizes) - sizes
    flag = cells(marks.astype("<u2"), sizes)
    is_marked = pl.Series(np.maximum.reduceat(marks, begins) > 0)
    return series.days.with_columns(
        value=cells(values.astype("<f8"), sizes),
        flag=pl.select(pl.when(is_marked).then(flag)).to_series(),
        missing=pl.Series(np.add.reduceat(np.isnan(values), begins, dtype=np.int64)),
    ).select(pl.col(name).cast(kind) for name, kind in DAY.items())


def of_flag(use: pl.DataFrame, bit: int) -> pl.DataFrame:
    """Only the values that carry a flag.

    Args:
        use: Schema `DAY`.
        bit: The flag.

    Returns:
        Schema `DAY`, rows that hold such a value; everything else is NaN.
    """
    parts = [use.clear()]
    for series in series_of(use.filter(pl.col("flag").is_not_null())):
        values = np.where((series.marks & bit) > 0, series.values, np.nan)
        parts.append(rows_from(series, values, series.marks))
    return pl.concat(parts).filter(pl.col("missing") < pl.col("size"))
