"""The balance of a meter and its sub-meters, day by day, within what their errors allow."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from tanlu.measure.readings.use import is_mean, use_unit
from tanlu.model.channel import Channel
from tanlu.model.oddity import Check
from tanlu.units import find_unit, ratio

BALANCES: Final[Mapping[str, pl.DataType]] = {
    "channel": pl.String(),
    "day": pl.Date(),
    "use": pl.Float64(),
    "parts": pl.Float64(),
    "rest": pl.Float64(),
    "allowed": pl.Float64(),
    "state": pl.String(),
}
"""A parent's use of a day, its sub-meters' sum, the rest, and by how much that sum may
exceed it (all in the parent's unit). `state`: "balanced", "loss" (a rest within the expected
loss), "unmetered" (a larger rest), "exceeded" (the parts are more than the whole), "unknown"
(an interval of one of them is absent)."""


def families(channels: Mapping[str, Channel]) -> dict[str, list[str]]:
    """Parents with the sub-meters that count what the parent counts.

    Args:
        channels: The park's channels.

    Returns:
        Parent to its children; virtual channels and states are left out.
    """
    found: dict[str, list[str]] = {}
    for name, channel in channels.items():
        parent = channels.get(channel.parent_id)
        if parent is not None and not channel.formula and _same(channel, parent):
            found.setdefault(parent.channel_id, []).append(name)
    return found


def _same(one: Channel, other: Channel) -> bool:
    if is_mean(one) or is_mean(other):
        return False
    own, above = find_unit(use_unit(one)), find_unit(use_unit(other))
    return own is not None and above is not None and own.dimension == above.dimension


def balances(days: pl.DataFrame, channels: Mapping[str, Channel], check: Check) -> pl.DataFrame:
    """Each parent's balance of each day.

    Args:
        days: What `day_sums` gave for all channels.
        channels: The park's channels.
        check: `reading_checks()["balance"]`.

    Returns:
        Schema `BALANCES`, sorted by channel and day.
    """
    parts = [pl.DataFrame(schema=BALANCES)]
    for parent, children in families(channels).items():
        parts.append(_balance(parent, children, days, channels, check.limits))
    return pl.concat(parts).sort("channel", "day")


def _balance(
    parent: str,
    children: list[str],
    days: pl.DataFrame,
    channels: Mapping[str, Channel],
    limits: Mapping[str, float],
) -> pl.DataFrame:
    unit = use_unit(channels[parent])
    facts = pl.DataFrame(
        {
            "channel": children,
            "scale": [ratio(use_unit(channels[name]), unit) for name in children],
            "error": [_class(channels[name], limits) for name in children],
        }
    )
    below = days.join(facts, on="channel").with_columns(amount=pl.col("amount") * pl.col("scale"))
    summed = below.group_by("day").agg(
        parts=pl.col("amount").sum(), square=((pl.col("amount") * pl.col("error")) ** 2).sum(),
        count=pl.len(), absent=pl.col("absent").sum(),
    )  # fmt: skip
    whole = days.filter(pl.col("channel") == parent).rename({"amount": "use"})
    own = pl.col("use") * _class(channels[parent], limits)
    joined = whole.join(summed, on="day", suffix="_parts").with_columns(
        rest=pl.col("use") - pl.col("parts"), allowed=(pl.col("square") + own**2).sqrt()
    )
    is_whole = (pl.col("absent") + pl.col("absent_parts") == 0) & (pl.col("count") == len(children))
    state = (
        pl.when(~is_whole).then(pl.lit("unknown"))
        .when(-pl.col("rest") > pl.col("allowed")).then(pl.lit("exceeded"))
        .when(pl.col("rest") <= pl.col("allowed")).then(pl.lit("balanced"))
        .when(pl.col("rest") <= limits["loss"] * pl.col("use") + pl.col("allowed"))
        .then(pl.lit("loss")).otherwise(pl.lit("unmetered"))
    )  # fmt: skip
    return joined.select(
        pl.lit(parent).alias("channel"), "day", "use", "parts", "rest", "allowed", state=state
    )


def _class(channel: Channel, limits: Mapping[str, float]) -> float:
    percent = limits["class_percent"] if channel.meter_class is None else channel.meter_class
    return percent / 100
