"""Quality of channels over months, out of what is kept; worst first, and what to mend."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any

import polars as pl

from tanlu.measure.readings.quality import scored
from tanlu.model.channel import Channel
from tanlu.model.reading import FLAG_TEXT
from tanlu.types import Text
from tanlu.workflow.readings.pages_span import Span

_DAY = timedelta(days=1)
_SAID = ("rollover", "outside", "replaced_meter")  # they say what happened, not that it is wrong


def channel_scores(
    quality: pl.DataFrame, channels: Mapping[str, Channel], span: Span
) -> pl.DataFrame:
    """Counts and scores of channels over the months of a span.

    Args:
        quality: As it is kept, by channel and month.
        channels: The park's channels; those without a reading are in the answer too.
        span: Which days; months that it touches count as a whole.

    Returns:
        One row a channel, worst first: counts, `complete`, `score`, `last`, `last_value`.
    """
    first, last = f"{span.first:%Y-%m}", f"{span.last:%Y-%m}"
    within = quality.filter(pl.col("month").is_between(pl.lit(first), pl.lit(last)))
    counts = [n for n, kind in within.schema.items() if kind == pl.Int64]
    summed = (
        within.sort("month")
        .group_by("channel")
        .agg(pl.col(counts).sum(), pl.col("last").max(), pl.col("last_value").last())
    )
    begun = quality.group_by("channel").agg(begun=pl.col("first").min())
    every = _days_of(channels, span, dict(begun.iter_rows())).join(summed, on="channel", how="left")
    per_day = pl.col("expected") / pl.col("days")
    wanted = (per_day * pl.max_horizontal("valid_days", "days")).round().cast(pl.Int64)
    filled = every.with_columns(
        pl.col([n for n in counts if n not in ("expected", "days")]).fill_null(0),
        expected=wanted.fill_null(pl.col("valid_days")),
        days=pl.col("days").fill_null(0),
    )
    return scored(filled).sort("score", "complete", "channel", nulls_last=True)


def _days_of(
    channels: Mapping[str, Channel], span: Span, begun: Mapping[str, date | None]
) -> pl.DataFrame:
    rows = [(n, _valid(channel, span, begun.get(n))) for n, channel in channels.items()]
    schema = {"channel": pl.String(), "valid_days": pl.Int64()}
    return pl.DataFrame(rows, schema=schema, orient="row").filter(pl.col("valid_days") > 0)


def _valid(channel: Channel, span: Span, begun: date | None) -> int:
    # readings are expected from the date declared on, else from the first one on
    first = max(channel.valid_from or begun or span.first, span.first)
    end = min(channel.valid_until or span.end, span.end)
    return (end - first).days


def whole_months(span: Span, extent: tuple[date, date]) -> Span:
    """The months that a span touches, as far as there are readings at all."""
    first = span.first.replace(day=1)
    end = (span.last.replace(day=1) + timedelta(days=32)).replace(day=1)
    return Span(max(first, extent[0]), max(min(end, extent[1] + _DAY), first + _DAY))


def flag_counts(row: Mapping[str, Any]) -> dict[str, int]:
    """The flags that a channel carries, the most frequent first."""
    found = {name: int(row[name]) for name in FLAG_TEXT if row.get(name)}
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def to_mend(row: Mapping[str, Any]) -> Text | None:
    """What to look at first; None where nothing is wrong."""
    missing = int(row["expected"]) - int(row["measured"])
    flagged = {n: c for n, c in flag_counts(row).items() if n in _MEND}
    worst = max(flagged, key=lambda name: flagged[name], default="")
    if not row["measured"]:
        return _SILENT
    if missing > flagged.get(worst, 0):
        return _MISSING.fill(n=f"{missing:,}")
    return _MEND[worst].fill(n=f"{flagged[worst]:,}") if worst else None


def worst_flags(rows: pl.DataFrame, names: Collection[str]) -> dict[str, int]:
    """How many readings carry each flag, over all channels."""
    sums = rows.select(pl.col(n).sum() for n in names if n in rows.columns and n not in _SAID)
    return {n: int(v) for n, v in sums.row(0, named=True).items() if v} if rows.height else {}


_SILENT = Text(
    "Nothing was read: is the meter connected, and its channel declared under the name it sends?",
    "无任何读数：请检查表计是否在线、通道编号是否与上传一致。",
)
_MISSING = Text(
    "{n} readings are missing: fetch them from the meter or gateway, or bring its file in again.",
    "缺失 {n} 个读数：请从表计或网关补采，或重新导入文件。",
)
_MEND = {
    "range": Text(
        "{n} outside the range: check multiplier and unit, then the declared limits.",
        "{n} 个超出范围：先核对倍率与单位，再核对上下限。",
    ),
    "rate": Text(
        "{n} jump too fast: look for a spike or a wrong multiplier.",
        "{n} 个变化过快：请检查尖峰或倍率错误。",
    ),
    "stuck": Text(
        "{n} do not move: meter or gateway may repeat its last value.",
        "{n} 个数值不变：表计或网关可能在重复上一值。",
    ),
    "duplicate": Text(
        "{n} came twice with two values: find out which sender is right.",
        "{n} 个重复且数值不同：请确认以哪一来源为准。",
    ),
    "balance": Text(
        "{n} do not balance with the sub-meters: check parent, multiplier and clocks.",
        "{n} 个与分表不平衡：请核对上下级关系、倍率与时钟。",
    ),
    "clock": Text(
        "{n} are off the grid: set the clock of the meter.",
        "{n} 个时刻偏离：请校准表计时钟。",
    ),
    "reset": Text(
        "{n} resets of the register: write them into the table of meter events.",
        "表码回落 {n} 次：请在“计量表事件”中登记。",
    ),
    "negative": Text(
        "{n} steps backwards: a replaced meter that nobody noted, or crossed wires.",
        "倒走 {n} 次：可能换表未登记或接线反向。",
    ),
    "undeclared": Text(
        "{n} of a channel that is not declared.",
        "{n} 个来自未登记通道。",
    ),
}
