"""Use and emissions hour by hour of groups of channels: loads are added first, then weighed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.account.hourly.grid import Slice, present, slices
from tanlu.account.hourly.month import Accounting, Month, grid_rows, valid_days
from tanlu.account.hourly.profile import Weights, weights
from tanlu.measure.readings.day import by_size
from tanlu.measure.readings.pack import Matrix
from tanlu.model.hourly import HOURS, Source

_HOUR = 60  # minutes
_KEY = ["group", "day", "second", "minutes"]
_SUMMED = [name for name in HOURS if name not in _KEY]
Cell = tuple[int, int]  # a group and a source


@dataclass(frozen=True, slots=True)
class _Load:
    """Use of one group and source in each interval of some days, and how many gave it."""

    use: Matrix
    present: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int64]


def hour_sums(
    days: pl.DataFrame,
    month: Month,
    by: Accounting,
    groups: Mapping[str, int],
    use: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Use and emissions of groups of channels in each hour of a month.

    Args:
        days: Day rows of plain channels; others are left out.
        month: The month.
        by: What they are accounted by.
        groups: Channel to its group; a channel that is in none is left out.
        use: Day rows that are use already: of counters, powers, virtual channels.

    Returns:
        Schema `HOURS`. Where nothing of a group is known the sums are null; a channel
        that reads more seldom than hourly is not spread: it keeps its intervals.
    """
    found = [pl.DataFrame(schema=HOURS)]
    seen: set[tuple[str, date]] = set()
    for source, is_use in ((days, False), (use, True)):
        if source is None:
            continue
        rows, scale = grid_rows(source, month, by, is_use=is_use)
        mine = rows.filter(pl.col("channel").is_in(list(groups)))
        for part in by_size(mine) if mine.height else ():
            found += _of_grid(part, by, groups, scale)
        seen |= set(mine.select("channel", "day").iter_rows())
    found.append(_absent(month, by, groups, seen))
    return _summed(pl.concat(found))


def _summed(parts: pl.DataFrame) -> pl.DataFrame:
    present = pl.col("present")
    return (
        parts.group_by(_KEY)
        .agg(pl.col(_SUMMED).sum())
        .with_columns(
            amount=pl.when(present > 0).then("amount"),
            co2_t=pl.when(pl.col("unfactored") < present).then("co2_t"),
        )
        .select(pl.col(name).cast(kind) for name, kind in HOURS.items())
        .sort(_KEY)
    )


def _of_grid(
    part: pl.DataFrame, by: Accounting, groups: Mapping[str, int], scale: Mapping[str, float]
) -> Iterator[pl.DataFrame]:
    whole = sorted(part["day"].unique().to_list())
    minutes, size = int(part["minutes"][0]), int(part["size"][0])
    order = {day: index for index, day in enumerate(whole)}
    part = part.with_columns(place=part["day"].replace_strict(order, return_dtype=pl.Int32))
    cells = {name: (groups[name], by.plan.booked[name].source) for name in part["channel"].unique()}
    loads: dict[Cell, _Load] = {}
    for cell in sorted(set(cells.values())):
        shape = (len(whole), size)
        counts = np.zeros(shape, np.int64), np.zeros((len(whole), 1), np.int64)
        loads[cell] = _Load(np.zeros(shape), *counts)
    for each in slices(part):
        _add(each, cells, scale, loads)
    for (group, source), load in loads.items():
        factor = weights(by.plan.sources[source], whole, minutes, size, by.factors)
        yield _rows(group, load, factor, by.plan.sources[source], whole, minutes)


def _add(
    part: Slice, cells: Mapping[str, Cell], scale: Mapping[str, float], loads: Mapping[Cell, _Load]
) -> None:
    values = present(part.values, part.missing)
    for index, name in enumerate(part.names):
        cut = slice(int(part.starts[index]), int(part.starts[index + 1]))
        load, days = loads[cells[name]], part.day[cut]
        load.use[days] += values[cut] * scale.get(name, 1.0)
        load.rows[days] += 1
        load.present[days] += 1
        for row in np.flatnonzero(part.missing[cut]):
            load.present[days[row]] -= np.isnan(part.values[cut][row])


def _rows(
    group: int, load: _Load, factor: Weights, source: Source, whole: list[date], minutes: int
) -> pl.DataFrame:
    lacks = np.isnan(factor.co2_t)
    fell = np.zeros_like(lacks) if factor.fallback is None else factor.fallback
    size = load.use.shape[1]
    length = max(_HOUR, minutes)
    hours = -(-size * minutes // length)
    table = {
        "amount": load.use * source.amount,
        "co2_t": load.use * np.nan_to_num(factor.co2_t),
        "biogenic_t": load.use * factor.biogenic_t[:, None],
        "present": load.present,
        "missing": load.rows - load.present,
        "unfactored": load.present * lacks,
        "fallback": load.present * fell,
    }
    seconds = np.arange(hours) * 60 * length
    return pl.DataFrame(
        {
            "group": np.full(len(whole) * hours, group),
            "day": pl.Series(whole).gather(np.repeat(np.arange(len(whole)), hours)),
            "second": np.tile(seconds, len(whole)),
            "minutes": np.full(len(whole) * hours, length),
            **{name: _hourly(each, minutes, length) for name, each in table.items()},
        }
    ).select(pl.col(name).cast(kind) for name, kind in HOURS.items())


def _hourly(values: npt.NDArray[np.generic], minutes: int, length: int) -> npt.NDArray[np.generic]:
    # the last hour of a day may be half an hour long, where clocks change by half an hour
    edges = np.arange(0, values.shape[1], length // minutes)
    return np.add.reduceat(values, edges, axis=1).ravel()


def _absent(
    month: Month, by: Accounting, groups: Mapping[str, int], seen: set[tuple[str, date]]
) -> pl.DataFrame:
    counts: dict[tuple[int, date, int], int] = {}
    for name, group in groups.items():
        channel = by.plan.booked[name].channel
        for day in valid_days(channel, month):
            if (name, day) not in seen:
                key = (group, day, channel.minutes or _HOUR)
                counts[key] = counts.get(key, 0) + 1
    parts = [_gap(key, number, by) for key, number in sorted(counts.items())]
    return pl.concat([pl.DataFrame(schema=HOURS), *parts])


def _gap(key: tuple[int, date, int], number: int, by: Accounting) -> pl.DataFrame:
    group, day, minutes = key
    size = by.clock.size(day, minutes)
    none = np.zeros((1, size), np.int64)
    load = _Load(np.zeros((1, size)), none, np.full((1, 1), number))
    nothing = Weights(np.zeros((1, size)), np.zeros(1))
    return _rows(group, load, nothing, Source("", "", ()), [day], minutes)
