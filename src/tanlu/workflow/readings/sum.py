"""Sums of readings by hour, day, month or year, with cost beside them where a tariff is named."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl

from tanlu.measure.readings.bucket import BUCKETS, By, buckets
from tanlu.measure.readings.clock import Clock
from tanlu.measure.readings.tariff import Band, cost_of, tariffs_of
from tanlu.model.channel import Channel
from tanlu.workflow.readings.open import Opened
from tanlu.workflow.readings.use import uses, wanted

_COST = ["channel", "start"]


def sums(
    opened: Opened,
    names: Sequence[str],
    by: By,
    start: date | None = None,
    end: date | None = None,
) -> pl.DataFrame:
    """What channels used in each bucket.

    Args:
        opened: The park's readings.
        names: Channels; all of the park when empty.
        by: Length of a bucket.
        start: First local day; each channel's first one when None.
        end: Day after the last one.

    Returns:
        Schema `BUCKETS`; and `cost_cny` with `cost_missing` (intervals used but without a
        price), null where the channel names no tariff.

    Raises:
        InputError: When a name is no channel of the park.
    """
    tariffs = tariffs_of(opened.book)
    asked = wanted(opened, names)
    empty = pl.DataFrame(schema={**BUCKETS, "cost_cny": pl.Float64(), "cost_missing": pl.Int64()})
    parts = [empty]
    for channels, use in uses(opened, asked, start, end):
        found = buckets(use, channels, opened.clock, by, start, end)
        costs = _costs(use, channels, tariffs, opened.clock, by)
        parts.append(found.join(costs, on=_COST, how="left", maintain_order="left"))
    return pl.concat(parts).sort("channel", "start")


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
    beside = known.select(*_COST, known=pl.col("missing"))
    return found.join(beside, on=_COST, how="left").select(
        *_COST, cost_cny="value", cost_missing=pl.col("missing") - pl.col("known")
    )


def sum_record(opened: Opened, rows: pl.DataFrame) -> dict[str, Any]:
    """Sums as JSON.

    Args:
        opened: The park's readings.
        rows: What `sums` gave.

    Returns:
        `rows`, each with its channel, start in local time, value, unit, the intervals
        missing, flagged and expected, and the cost where the channel names a tariff.
    """
    return {"rows": [_row(opened, row) for row in rows.iter_rows(named=True)]}


def _row(opened: Opened, row: dict[str, Any]) -> dict[str, Any]:
    found = row | {"start": opened.clock.show(row["start"])}
    if not opened.channels[row["channel"]].tariff_id:
        del found["cost_cny"], found["cost_missing"]
    return found
