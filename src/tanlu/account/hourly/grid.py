"""Day rows of one grid as arrays, channel by channel, in slices that stay in the cache."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.measure.readings.pack import Matrix, unpack

SLICE = 2048
"""Rows that are worked on at once: some 1.5 MB of quarter hours."""

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Slice:
    """Rows of some channels, one after the other.

    The channel `first + i` of all, `names[i]`, has the rows from `starts[i]` up to
    `starts[i + 1]`; the last entry of `starts` is the number of rows. `day` is the place
    of each row's day.
    """

    first: int
    names: list[str]
    starts: Ints
    day: Ints
    values: Matrix
    missing: Ints
    flagged: Ints


def slices(part: pl.DataFrame, rows: int = SLICE) -> Iterator[Slice]:
    """The rows of one grid, cut between channels.

    Args:
        part: Day rows of one grid with `place`, the place of the day in a list of days.
        rows: About how many at once.
    """
    if part.is_empty():
        return
    size = int(part["size"][0])
    runs = part["channel"].rle().struct.unnest()
    names = runs["value"].to_list()
    ends = np.cumsum(runs["len"].to_numpy(), dtype=np.int64)
    place = part["place"].to_numpy().astype(np.int64)
    missing = part["missing"].to_numpy().astype(np.int64)
    flagged = flag_counts(part)
    first = start = 0
    for last in _cuts(ends, rows):
        end = int(ends[last - 1])
        starts = np.concatenate(([start], ends[first:last])) - start
        values = unpack(part["value"].slice(start, end - start), "<f8", size)
        cut = slice(start, end)
        yield Slice(
            first, names[first:last], starts, place[cut], values, missing[cut], flagged[cut]
        )
        first, start = last, end


def _cuts(ends: Ints, rows: int) -> Iterator[int]:
    at = 0
    while at < len(ends):
        begin = int(ends[at - 1]) if at else 0
        at = max(at + 1, int(np.searchsorted(ends, begin + rows, side="right")))
        yield at


def flag_counts(part: pl.DataFrame) -> Ints:
    """How many values of each row carry a flag."""
    counts = np.zeros(part.height, np.int64)
    carry = part["flag"].is_not_null()
    if carry.any():
        size = int(part["size"][0])
        marks = unpack(part["flag"].drop_nulls(), "<u2", size)
        counts[carry.to_numpy()] = np.count_nonzero(marks, axis=1)
    return counts


def present(values: Matrix, missing: Ints) -> Matrix:
    """Values with 0 in place of what is absent, for sums that count it apart.

    Args:
        values: Rows, shape (n, size).
        missing: How many of each row are absent, shape (n,).
    """
    gaps = missing > 0
    if not gaps.any():
        return values
    known = values.copy()
    known[gaps] = np.nan_to_num(known[gaps])
    return known


def even(part: Slice) -> npt.NDArray[np.bool_]:
    """Which channels have the days that most of them have, in the same order."""
    lengths = np.diff(part.starts)
    usual = int(np.bincount(lengths).argmax())
    like: npt.NDArray[np.bool_] = np.asarray(lengths == usual)
    begins = part.starts[:-1][like]
    days = part.day[begins[:, None] + np.arange(usual)]
    like[like] = (days == days[0]).all(axis=1)
    return like


def some(part: Slice, mine: npt.NDArray[np.bool_]) -> Slice:
    """Some channels of a slice."""
    lengths = np.diff(part.starts)
    rows = np.repeat(mine, lengths)
    starts = np.concatenate(([0], np.cumsum(lengths[mine])))
    names = [name for name, is_mine in zip(part.names, mine, strict=True) if is_mine]
    return Slice(
        part.first, names, starts, part.day[rows], part.values[rows], part.missing[rows],
        part.flagged[rows],
    )  # fmt: skip
