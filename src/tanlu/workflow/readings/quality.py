"""The quality of a park's readings: by channel, by day, and the tree of channels with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from tanlu.catalog.readings import reading_checks
from tanlu.measure.readings.against import AGAINST, against_records
from tanlu.measure.readings.balance import BALANCES, balances
from tanlu.measure.readings.bucket import day_sums, unread_days
from tanlu.measure.readings.quality import channel_quality, day_quality, scored, unbalanced
from tanlu.measure.readings.screen import screened
from tanlu.measure.readings.virtual import terms_of
from tanlu.model.channel import Channel
from tanlu.model.reading import FLAG_TEXT
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.readings.use import uses, wanted


@dataclass(frozen=True, slots=True)
class Quality:
    """What is known of the quality of readings.

    `days`: as `day_quality`, with the parts of the score; `channels`: as
    `channel_quality`; `balances`: as `balances`; `records`: as `against_records`.
    """

    days: pl.DataFrame
    channels: pl.DataFrame
    balances: pl.DataFrame
    records: pl.DataFrame


def quality_of(
    opened: Opened, names: Sequence[str] = (), start: date | None = None, end: date | None = None
) -> Quality:
    """Judge readings; nothing of them is changed.

    Args:
        opened: The park's readings.
        names: Channels; all of the park when empty.
        start: First local day; each channel's first one when None.
        end: Day after the last one.

    Returns:
        Scores by channel and day, and the balances of meters with sub-meters.

    Raises:
        InputError: When a name is no channel of the park.
    """
    checks = reading_checks()
    days, sums, silent = [], [], []
    for channels, use in uses(opened, wanted(opened, names), start, end):
        judged = screened(use, channels, checks)
        days.append(day_quality(judged, channels))
        sums.append(day_sums(judged))
        silent.append(unread_days(judged, channels, opened.clock, start, end))
    if not days:
        empty = pl.DataFrame(schema=BALANCES)
        return Quality(pl.DataFrame(), pl.DataFrame(), empty, pl.DataFrame(schema=AGAINST))
    summed, unread = pl.concat(sums), pl.concat(silent)
    balanced = balances(summed, opened.channels, checks["balance"])
    every = unbalanced(pl.concat(days), balanced)
    limit = checks["complete"].limits["share"]
    beside = against_records(summed, unread, opened.book, opened.channels, checks["month"])
    return Quality(scored(every), channel_quality(every, unread, limit), balanced, beside)


def quality_record(opened: Opened, found: Quality) -> dict[str, Any]:
    """Quality of each channel as JSON, with the checks and their documents.

    Args:
        opened: The park's readings.
        found: What `quality_of` gave.

    Returns:
        `channels` (one row each, flags by name), `balances` (days that do not
        balance), `records` (of activities and flows, beside the readings of their
        channel), `checks` (label, why, document, limits).
    """
    rows = {row["channel"]: row for row in _rows(found.channels)}
    channels = [
        _channel(opened, channel, rows.get(name)) for name, channel in opened.channels.items()
    ]
    odd = found.balances.filter(pl.col("state").is_in(["exceeded", "unmetered"]))
    return {
        "channels": channels,
        "balances": _rows(odd),
        "records": _rows(found.records),
        "checks": _checks(),
    }


def tree_record(opened: Opened, found: Quality) -> dict[str, Any]:
    """The channels as a tree, each with its quality and the channels behind it.

    Args:
        opened: The park's readings.
        found: What `quality_of` gave.

    Returns:
        `channels`: those behind no other, with `children`.
    """
    rows = {row["channel"]: row for row in _rows(found.channels)}
    below: dict[str, list[dict[str, Any]]] = {}
    nodes = {}
    for name, channel in opened.channels.items():
        nodes[name] = _channel(opened, channel, rows.get(name)) | {
            "children": below.setdefault(name, [])
        }
    roots: list[dict[str, Any]] = []
    for name, channel in opened.channels.items():
        is_root = channel.parent_id not in nodes
        (roots if is_root else below[channel.parent_id]).append(nodes[name])
    return {"channels": roots}


def _rows(table: pl.DataFrame) -> list[dict[str, Any]]:
    dates = [name for name, kind in table.schema.items() if kind == pl.Date]
    return table.with_columns(pl.col(dates).cast(pl.String)).to_dicts() if dates else []


def _channel(opened: Opened, channel: Channel, row: dict[str, Any] | None) -> dict[str, Any]:
    about: dict[str, Any] = {
        "channel": channel.channel_id, "name": channel.name.both(),
        "parent": channel.parent_id or None, "carrier": channel.carrier or None,
        "unit": channel.unit, "kind": "virtual" if channel.formula else channel.kind,
        "role": channel.role, "formula": channel.formula or None, "member": channel.member_id,
    }  # fmt: skip
    if channel.formula:
        terms = terms_of(channel, opened.channels)
        about["made_of"] = [
            {"channel": term.channel_id, "factor": term.factor, "scale": term.scale}
            for term in terms
        ]
    return about | {"quality": None if row is None else _quality(row)}


def _quality(row: dict[str, Any]) -> dict[str, Any]:
    plain = {
        name: row[name]
        for name in ("first", "last", "days", "complete_days", "expected", "measured", "score")
    }
    parts = {name: row[name] for name in ("complete", "sound_share", "direct_share")}
    flags = {name: row[name] for name in FLAG_TEXT if row[name]}
    missing = {"missing": row["expected"] - row["measured"]}
    return plain | missing | {"parts": parts, "flags": flags}


def _checks() -> list[dict[str, Any]]:
    return [
        {
            "id": check.check_id, "label": check.label.both(),
            "why": check.why.both(), "cite": check.cite,
            "limits": dict(check.limits),
        }
        for check in reading_checks().values()
    ]  # fmt: skip
