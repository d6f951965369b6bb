"""Sums of readings by hour, day, month or year, with cost beside them where a tariff is named."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import polars as pl

from tanlu.catalog.readings import fill_methods
from tanlu.errors import InputError, Place
from tanlu.measure.readings.bucket import BUCKETS, By, buckets
from tanlu.measure.readings.clock import Clock, day_table
from tanlu.measure.readings.fill import filled, with_filled
from tanlu.measure.readings.screen import ranged
from tanlu.measure.readings.series import of_flag
from tanlu.measure.readings.tariff import Band, by_band, cost_of, tariffs_of
from tanlu.measure.readings.use import between
from tanlu.model.channel import Channel
from tanlu.model.reading import FILLED
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.readings.use import Amend, uses, wanted

_START = ["channel", "start"]
SUMS = {
    **BUCKETS,
    "cost_cny": pl.Float64(),
    "cost_missing": pl.Int64(),
    "filled": pl.Int64(),
    "filled_value": pl.Float64(),
    "bands": pl.List(pl.Struct({"band": pl.String, "use": pl.Float64, "cost_cny": pl.Float64})),
}


def sums(
    opened: Opened,
    names: Sequence[str],
    by: By,
    start: date | None = None,
    end: date | None = None,
    fill: str = "",
) -> pl.DataFrame:
    """What channels used in each bucket.

    Args:
        opened: The park's readings.
        names: Channels; all of the park when empty.
        by: Length of a bucket.
        start: First local day; each channel's first one when None.
        end: Day after the last one.
        fill: A method of `fill_methods()`; empty: gaps stay gaps.

    Returns:
        Schema `BUCKETS`, with `filled` (intervals) and `filled_value` (their part of
        `value`), 0 and null without a method; and `cost_cny` with `cost_missing`
        (intervals used but without a
        price), null where the channel names no tariff.

    Raises:
        InputError: When a name is no channel of the park.
    """
    tariffs = tariffs_of(opened.book)
    asked = wanted(opened, names)
    first, last = _with_history(start, end) if fill else (start, end)
    amend = _filler(opened.clock, fill, start, end)
    parts = [pl.DataFrame(schema=SUMS)]
    for channels, read in uses(opened, asked, first, last, amend=amend):
        use = ranged(between(read, start, end), channels)
        found = buckets(use, channels, opened.clock, by, start, end)
        costs = _costs(use, channels, tariffs, opened.clock, by)
        added = _added(use, channels, opened.clock, by)
        bands = _bands(use, channels, tariffs, opened.clock, by)
        for beside in (costs, added, bands):
            found = found.join(beside, on=_START, how="left")
        parts.append(found.with_columns(pl.col("filled").fill_null(0)).select(*SUMS))
    return pl.concat(parts).sort("channel", "start")


def _with_history(start: date | None, end: date | None) -> tuple[date | None, date | None]:
    # what a gap is filled from lies around it
    weeks = timedelta(weeks=fill_methods()["same_weekday"].limits["weeks"])
    return start and start - weeks, end and end + weeks


def _filler(clock: Clock, method: str, start: date | None, end: date | None) -> Amend:
    methods = fill_methods()
    if method and method not in methods:
        known = ", ".join(methods)
        raise InputError.of("unknown_fill", Place(), method=method[:80], known=known)

    def fill(use: pl.DataFrame, channels: Mapping[str, Channel]) -> pl.DataFrame:
        if not method:
            return use
        gaps = filled(use, channels, clock, method, methods, start, end)
        return with_filled(use, gaps)

    return fill


def _added(use: pl.DataFrame, channels: dict[str, Channel], clock: Clock, by: By) -> pl.DataFrame:
    found = buckets(of_flag(use, FILLED), channels, clock, by)
    count = pl.col("expected") - pl.col("missing")
    return found.select(*_START, filled=count, filled_value="value")


def _costs(
    use: pl.DataFrame,
    channels: dict[str, Channel],
    tariffs: dict[str, tuple[Band, ...]],
    clock: Clock,
    by: By,
) -> pl.DataFrame:
    cost = cost_of(use, channels, tariffs, clock)
    priced = {name: channels[name] for name in cost["channel"].unique().to_list()}
    found = buckets(cost, priced, clock, by)
    known = buckets(use.filter(pl.col("channel").is_in(list(priced))), priced, clock, by)
    beside = known.select(*_START, known=pl.col("missing"))
    return found.join(beside, on=_START, how="left").select(
        *_START, cost_cny="value", cost_missing=pl.col("missing") - pl.col("known")
    )


def _bands(
    use: pl.DataFrame,
    channels: dict[str, Channel],
    tariffs: dict[str, tuple[Band, ...]],
    clock: Clock,
    by: By,
) -> pl.DataFrame:
    schema = {"channel": pl.String(), "start": BUCKETS["start"], "bands": SUMS["bands"]}
    if by == "hour" or not tariffs:
        return pl.DataFrame(schema=schema)
    day = pl.col("day").dt.truncate({"day": "1d", "month": "1mo", "year": "1y"}[by])
    found = by_band(use, channels, tariffs, clock).with_columns(day)
    summed = found.group_by("channel", "day", "band").agg(pl.col("use", "cost_cny").sum())
    listed = (
        summed.sort("channel", "day", "band")
        .group_by("channel", "day")
        .agg(bands=pl.struct("band", "use", "cost_cny"))
    )
    begins = day_table(listed["day"], clock).select("day", start="begin")
    return listed.join(begins, on="day").select(*schema)


def sum_record(opened: Opened, rows: pl.DataFrame) -> dict[str, Any]:
    """Sums as JSON.

    Args:
        opened: The park's readings.
        rows: What `sums` gave.

    Returns:
        `rows`, each with its channel, start in local time, value, unit, the intervals
        missing, flagged and expected, and where the channel names a tariff the cost and,
        for days and longer, use and cost by band.
    """
    return {"rows": [_row(opened, row) for row in rows.iter_rows(named=True)]}


def _row(opened: Opened, row: dict[str, Any]) -> dict[str, Any]:
    found = row | {"start": opened.clock.show(row["start"])}
    if not opened.channels[row["channel"]].tariff_id:
        del found["cost_cny"], found["cost_missing"]
    if found["bands"] is None:
        del found["bands"]
    if not found["filled"]:
        del found["filled"], found["filled_value"]
    return found
