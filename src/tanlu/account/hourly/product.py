"""Use and emissions of whole months: one matrix product for all channels of one rhythm."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.account.hourly.grid import Ints, Slice, even, present, slices, some
from tanlu.account.hourly.profile import Factors, Weights, weights
from tanlu.measure.readings.day import by_size
from tanlu.measure.readings.pack import Matrix
from tanlu.model.hourly import PARTS, Plan

_COUNTS = ("present", "flagged", "unfactored", "fallback")


@dataclass(frozen=True, slots=True)
class _Grid:
    """What all rows of one grid share."""

    minutes: int
    size: int
    by_source: dict[int, Weights]
    flat: dict[int, float]
    varying: list[int]
    columns: dict[bytes, list[Matrix]] = field(default_factory=dict)


def products(
    days: pl.DataFrame, plan: Plan, factors: Factors, scale: Mapping[str, float]
) -> pl.DataFrame:
    """Use and emissions by channel, of rows of booked channels on grids.

    Args:
        days: Day rows on grids.
        plan: Channels and their sources.
        factors: What factor channels read.
        scale: By what a channel's values are multiplied to be its use; 1 when left out.

    Returns:
        One row for each channel and grid, what is absent left out of the sums and counted.
    """
    found = [pl.DataFrame(schema=PARTS)]
    for part in _grids(days):
        whole = sorted(part["day"].unique().to_list())
        order = {day: index for index, day in enumerate(whole)}
        place = part["day"].replace_strict(order, return_dtype=pl.Int32)
        found.append(_of_grid(part.with_columns(place=place), whole, plan, factors, scale))
    return pl.concat(found)


def _grids(days: pl.DataFrame) -> Iterator[pl.DataFrame]:
    if days.height and days["minutes"].n_unique() == days["size"].n_unique() == 1:
        yield days  # as most chunks are: no row need be moved
    elif days.height:
        yield from by_size(days)


def _of_grid(
    part: pl.DataFrame, whole: list[date], plan: Plan, factors: Factors, scale: Mapping[str, float]
) -> pl.DataFrame:
    minutes, size = int(part["minutes"][0]), int(part["size"][0])
    names = part["channel"].rle().struct.field("value").to_list()
    source = np.array([plan.booked[name].source for name in names])
    used = np.unique(source).tolist()
    by_source = {key: weights(plan.sources[key], whole, minutes, size, factors) for key in used}
    flat = {key: found.flat for key, found in by_source.items()}
    known = {key: one for key, one in flat.items() if one is not None}
    grid = _Grid(minutes, size, by_source, known, [key for key in used if key not in known])
    sums = [_of_slice(each, source[each.first :][: len(each.names)], grid) for each in slices(part)]
    by = np.array([scale.get(name, 1.0) for name in names])
    return _table(names, sums, by, minutes)


def _table(
    names: list[str], sums: list[tuple[Matrix, Ints]], by: Matrix, minutes: int
) -> pl.DataFrame:
    masses = np.concatenate([mass for mass, _ in sums]) * by[:, None]
    counts = np.concatenate([count for _, count in sums])
    return pl.DataFrame(
        {
            "channel": names,
            **dict(zip(("use", "co2_t", "biogenic_t"), masses.T, strict=True)),
            **dict(zip(_COUNTS, counts.T, strict=True)),
            "present_s": counts[:, 0] * (60 * minutes),
            "minutes": np.full(len(names), minutes),
        }
    ).select(pl.col(name).cast(kind) for name, kind in PARTS.items())


def _of_slice(part: Slice, source: Ints, grid: _Grid) -> tuple[Matrix, Ints]:
    sums = _sums(part, grid)
    use = sums[0]
    co2 = np.empty_like(use)
    for key in set(source.tolist()):
        mine = source == key
        column = 1 + grid.varying.index(key) if key in grid.varying else 0
        co2[mine] = sums[column][mine] * grid.flat.get(key, 1.0)
    missing = np.add.reduceat(part.missing, part.starts[:-1])
    there = np.diff(part.starts) * grid.size - missing
    flagged = np.add.reduceat(part.flagged, part.starts[:-1])
    counts = np.stack([there, flagged, *_counts(part, source, grid)], axis=1)
    return np.stack([use, co2, _biogenic(part, source, grid)], axis=1), counts


def _sums(part: Slice, grid: _Grid) -> list[Matrix]:
    like = even(part)
    if like.all():
        return _even(part, grid)
    # some channels lack days: they are done row by row, so that the others need not be
    sums = [np.empty(len(part.names)) for _ in range(1 + len(grid.varying))]
    for mine, how in ((like, _even), (~like, _uneven)):
        if mine.any():
            found = how(some(part, mine), grid)
            for total, one in zip(sums, found, strict=True):
                total[mine] = one
    return sums


def _even(part: Slice, grid: _Grid) -> list[Matrix]:
    days = part.day[: int(part.starts[1])]
    columns = _columns(grid, days)
    by_channel = part.values.reshape(len(part.names), -1)
    sums = [by_channel @ column for column in columns]
    # absent values spoil only the sums of their own channels: those are done again
    gaps = part.missing.reshape(len(part.names), -1)
    mine = gaps.any(axis=1)
    if mine.any():
        size = (-1, grid.size)
        known = present(by_channel[mine].reshape(size), gaps[mine].ravel())
        for total, column in zip(sums, columns, strict=True):
            total[mine] = known.reshape(int(mine.sum()), -1) @ column
    return sums


def _columns(grid: _Grid, days: Ints) -> list[Matrix]:
    # ones, then each source whose factor changes within these days; absent ones as nothing
    key = days.tobytes()
    if key not in grid.columns:
        ones = np.ones(len(days) * grid.size)
        factors = (grid.by_source[source].co2_t[days] for source in grid.varying)
        grid.columns[key] = [ones, *(np.nan_to_num(factor).ravel() for factor in factors)]
    return grid.columns[key]


def _uneven(part: Slice, grid: _Grid) -> list[Matrix]:
    values = present(part.values, part.missing)
    each = [values.sum(axis=1)]
    for key in grid.varying:
        factor = np.nan_to_num(grid.by_source[key].co2_t)[part.day]
        each.append(np.einsum("ij,ij->i", values, factor))
    return [np.add.reduceat(one, part.starts[:-1]) for one in each]


def _biogenic(part: Slice, source: Ints, grid: _Grid) -> Matrix:
    found = np.zeros(len(part.names))
    for key in grid.by_source:
        factor = grid.by_source[key].biogenic_t
        if factor.any():
            rows = np.nansum(part.values, axis=1) * factor[part.day]
            mine = source == key
            found[mine] = np.add.reduceat(rows, part.starts[:-1])[mine]
    return found


def _counts(part: Slice, source: Ints, grid: _Grid) -> tuple[Ints, Ints]:
    lacks, fell = np.zeros(len(part.names), np.int64), np.zeros(len(part.names), np.int64)
    for key, found in grid.by_source.items():
        if key in grid.flat:
            continue
        mine = source == key
        gaps = np.isnan(found.co2_t)
        for counts, marks in ((lacks, gaps), (fell, found.fallback)):
            if marks is not None and marks.any():
                counts[mine] = _marked(part, marks)[mine]
    return lacks, fell


def _marked(part: Slice, marks: npt.NDArray[np.bool_]) -> Ints:
    # intervals with a reading on which a mark of the factor lies
    rows = marks.sum(axis=1)[part.day]
    gaps = part.missing > 0
    rows[gaps] = (marks[part.day[gaps]] & ~np.isnan(part.values[gaps])).sum(axis=1)
    return np.add.reduceat(rows, part.starts[:-1])
