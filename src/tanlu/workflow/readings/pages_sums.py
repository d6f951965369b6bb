"""Sums that pages keep: quality by channel and month, and rates of a system's carrier by day."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import polars as pl

from tanlu.catalog.readings import reading_checks
from tanlu.measure.readings.clock import day_table
from tanlu.measure.readings.day import by_size, matrix
from tanlu.measure.readings.pack import pack
from tanlu.measure.readings.quality import day_quality
from tanlu.measure.readings.rates import Series, series_of
from tanlu.measure.readings.screen import screened
from tanlu.model.channel import Channel
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.readings.pages_units import BOOKED, unit_of, weight_of
from tanlu.workflow.readings.use import uses

GRID = 15  # minutes; finer readings are averaged, coarser ones held
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Group:
    """Booked channels of one system that measure one carrier, each with its weight."""

    system: str
    carrier: str
    unit: str
    weights: Mapping[str, float]


def groups_of(channels: Mapping[str, Channel]) -> list[Group]:
    """The groups whose rates are kept; use that cannot be in the group's unit is left out."""
    found: dict[tuple[str, str], list[Channel]] = {}
    for channel in channels.values():
        if channel.role in BOOKED and channel.carrier:
            found.setdefault((channel.system, channel.carrier), []).append(channel)
    units = {carrier: _unit(channels, carrier) for _, carrier in found}
    return [
        Group(system, carrier, units[carrier], _weights(own, units[carrier]))
        for (system, carrier), own in sorted(found.items())
    ]


def _unit(channels: Mapping[str, Channel], carrier: str) -> str:
    return unit_of([c for c in channels.values() if c.role in BOOKED and c.carrier == carrier])


def _weights(channels: Iterable[Channel], unit: str) -> dict[str, float]:
    weights = ((c.channel_id, weight_of(c, unit)) for c in channels)
    return {name: weight for name, weight in weights if weight is not None}


def sums_of(
    opened: Opened, names: Collection[str], groups: list[Group], first: date, end: date
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Quality of channels and rates of groups over a span, all readings read once.

    Args:
        opened: The park's readings.
        names: Channels; those of the groups among them.
        groups: Whose rates are added up.
        first: First local day.
        end: Day after the last.

    Returns:
        Quality by channel and month; rates by group and day.
    """
    totals = [_Total(group) for group in groups]
    parts = []
    for channels, use in uses(opened, list(names), first, end):
        judged = screened(use, channels, reading_checks())
        parts.append(_quality(judged, channels, opened))
        for total in totals:
            total.add(judged, opened, first, end)
    rows = [row for total in totals for row in total.rows()]
    quality = pl.concat(parts) if parts else pl.DataFrame()
    return quality, pl.concat(rows) if rows else pl.DataFrame()


def _quality(use: pl.DataFrame, channels: Mapping[str, Channel], opened: Opened) -> pl.DataFrame:
    counts = day_quality(use, channels).with_columns(
        month=pl.col("day").dt.strftime("%Y-%m"), days=pl.lit(1, pl.Int64)
    )
    read = pl.col("day").filter(pl.col("measured") > 0)
    summed = counts.group_by("channel", "month").agg(pl.exclude("day").sum(), first=read.min())
    last = _last(use, opened)
    return summed.join(last, on=["channel", "month"], how="left").sort("channel", "month")


def _last(use: pl.DataFrame, opened: Opened) -> pl.DataFrame:
    schema = {"channel": pl.String(), "day": pl.Date(), "last_s": pl.Int64(), "value": pl.Float64()}
    parts = [pl.DataFrame(schema=schema), *(_last_of(part) for part in by_size(use))]
    found = pl.concat(parts)
    begins = day_table(found["day"], opened.clock).select("day", "begin")
    at = pl.col("begin") + pl.duration(seconds="last_s")
    placed = found.join(begins, on="day").with_columns(
        last=at, month=pl.col("day").dt.strftime("%Y-%m")
    )
    newest = placed.sort("last").group_by("channel", "month").agg(pl.last("last", "value"))
    return newest.rename({"value": "last_value"})


def _last_of(rows: pl.DataFrame) -> pl.DataFrame:
    values = matrix(rows)
    known = ~np.isnan(values)
    place = known.shape[1] - 1 - known[:, ::-1].argmax(axis=1)
    named = rows.select("channel", "day").with_columns(
        last_s=pl.Series(place * int(rows["minutes"][0]) * 60, dtype=pl.Int64),
        value=pl.Series(values[np.arange(len(values)), place]),
    )
    return named.filter(pl.Series(known.any(axis=1)))


class _Total:
    """The rates of one group, added part by part."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.series: Series | None = None
        self.flagged: Any = None

    def add(self, use: pl.DataFrame, opened: Opened, first: date, end: date) -> None:
        """Add what a part of the channels used."""
        here = set(use["channel"].unique().to_list()) & set(self.group.weights)
        if not here and self.series is not None:
            return
        weights = {name: self.group.weights[name] for name in here}
        more = series_of(use, weights, opened.clock, first, end, minutes=GRID)
        self.series = more if self.series is None else _together(self.series, more)

    def rows(self) -> Iterator[pl.DataFrame]:
        """One row a day."""
        found = self.series
        if found is None:
            return
        missing = len(self.group.weights) - found.sources
        sizes = np.diff(found.offsets)
        for size in np.unique(sizes):
            days = np.flatnonzero(sizes == size)
            at = found.offsets[days][:, None] + np.arange(size)
            yield pl.DataFrame({
                "day": [found.first + int(n) * _DAY for n in days],
                "rate": pack(found.rate[at]),
                "lacking": pack((found.lacking[at] + missing).astype("<i4")),
                "flag": pack(found.flag[at].astype("<u2")),
            }).with_columns(
                system=pl.lit(self.group.system), carrier=pl.lit(self.group.carrier),
                unit=pl.lit(self.group.unit), sources=pl.lit(len(self.group.weights)),
            )  # fmt: skip


def _together(one: Series, other: Series) -> Series:
    rate = np.where(np.isnan(one.rate), other.rate, one.rate + np.nan_to_num(other.rate))
    return Series(
        one.first, one.minutes, one.offsets, rate, one.flag | other.flag,
        one.lacking + other.lacking, one.sources + other.sources,
    )  # fmt: skip
