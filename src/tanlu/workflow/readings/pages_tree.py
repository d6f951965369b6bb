"""The tree of channels with their quality: members with sums, the channels of one of them."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from tanlu.model.channel import Channel
from tanlu.model.reading import FLAG_TEXT
from tanlu.workflow.readings.pages_facts import figure_for
from tanlu.workflow.readings.pages_scores import (
    channel_scores,
    flag_counts,
    to_mend,
    whole_months,
    worst_flags,
)
from tanlu.workflow.readings.pages_source import Source
from tanlu.workflow.readings.pages_span import Span
from tanlu.workflow.readings.pages_subject import chain_of
from tanlu.workflow.viewer import Viewer
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.inventory import slice_label

MOST = 200  # channels in one answer


def scores_in(source: Source, viewer: Viewer, span: Span) -> tuple[Span, pl.DataFrame]:
    """Scores of the channels that a viewer may see, over whole months."""
    months = whole_months(span, source.bounds)
    sums = source.sums
    version = source.findings.version
    key = ("scores", version, sums.seq, sums.mark, months, viewer.member_id)
    known: pl.DataFrame | None = source.memory.get(key)
    if known is not None:
        return months, known
    mine = {n: c for n, c in source.channels.items() if _may_see(source, viewer, c)}
    found = channel_scores(sums.quality, mine, months)
    source.remember(key, found)
    return months, found


def _may_see(source: Source, viewer: Viewer, channel: Channel) -> bool:
    return viewer.member_id is None or viewer.member_id in chain_of(source, channel)


def tree_view(source: Source, viewer: Viewer, span: Span, member: str, search: str) -> View:
    """Members with sums of their channels, and the channels of one, or those found.

    Args:
        source: The park's readings.
        viewer: Who asks.
        span: Which days; months count as a whole.
        member: Whose channels, with those below; all when empty.
        search: Part of a channel's id or name.
    """
    months, rows = scores_in(source, viewer, span)
    names = [n for n in rows["channel"] if _fits(source, n, member, search)]
    shown = rows.filter(pl.col("channel").is_in(sorted(names)[:MOST])).sort("channel")
    return {
        **head(source, months),
        "members": _members(source, rows),
        "channels": [node(source, row, months) for row in shown.iter_rows(named=True)],
        "found": len(names),
    }


def quality_view(source: Source, viewer: Viewer, span: Span, member: str, offset: int) -> View:
    """Channels, the worst first, and what to mend; counts of flags over all."""
    months, rows = scores_in(source, viewer, span)
    if member and member != source.findings.book.park.park_id:
        mine = [n for n in rows["channel"] if member in chain_of(source, source.channels[n])]
        rows = rows.filter(pl.col("channel").is_in(mine))
    sums = rows.select(pl.col("expected", "measured", "sound").sum()).row(0, named=True)
    flags = worst_flags(rows, list(FLAG_TEXT))
    shown = rows.slice(offset, MOST).iter_rows(named=True)
    return {
        **head(source, months),
        "channels": [node(source, row, months) for row in shown],
        "found": rows.height,
        "good": rows.filter(pl.col("score") >= 1).height,
        "silent": rows.filter(pl.col("measured") == 0).height,
        "completeness": figure_for(
            "complete", ("park", source.findings.book.park.park_id, "-"), months,
            sums["measured"] / sums["expected"] if sums["expected"] else None,
        ),
        "flags": [{"flag": n, "label": text(FLAG_TEXT[n]), "count": c} for n, c in flags.items()],
    }  # fmt: skip


def head(source: Source, months: Span) -> View:
    """What every answer about quality says of itself."""
    return {
        "park_id": source.findings.book.park.park_id,
        "first": months.first.isoformat(),
        "last": months.last.isoformat(),
        "extent": [day.isoformat() for day in source.extent or ()],
        "zone": source.clock.zone,
        "lags": source.lags,
    }


def node(source: Source, row: Mapping[str, Any], months: Span) -> View:
    """A channel with its quality."""
    channel = source.channels[row["channel"]]
    who = ("channel", channel.channel_id, channel.carrier or "-")
    mend = to_mend(row)
    last = row["last"]
    return {
        "channel_id": channel.channel_id,
        "name": text(channel.name),
        "member_id": channel.member_id,
        "member": text(slice_label(source.findings, "member", channel.member_id)),
        "parent_id": channel.parent_id or None,
        "carrier": channel.carrier,
        "carrier_label": text(slice_label(source.findings, "carrier", channel.carrier))
        if channel.carrier else None,
        "unit": channel.unit,
        "kind": "virtual" if channel.formula else channel.kind,
        "role": channel.role,
        "minutes": channel.minutes,
        "last": source.clock.show(last) if last is not None else None,
        "completeness": figure_for("complete", who, months, row["complete"]),
        "score": figure_for("score", who, months, row["score"]),
        "missing": int(row["expected"]) - int(row["measured"]),
        "flags": [
            {"flag": n, "label": text(FLAG_TEXT[n]), "count": c}
            for n, c in flag_counts(row).items()
        ],
        "mend": text(mend) if mend else None,
    }  # fmt: skip


def _fits(source: Source, name: str, member: str, search: str) -> bool:
    channel = source.channels[name]
    if member and member not in chain_of(source, channel):
        return False
    said = f"{name} {channel.name.en} {channel.name.zh}".lower()
    return search.lower() in said


def _members(source: Source, rows: pl.DataFrame) -> list[View]:
    above = {n: c.member_id for n, c in source.channels.items()}
    placed = rows.with_columns(
        member=pl.col("channel").replace_strict(above, return_dtype=pl.String())
    )
    sums = placed.group_by("member").agg(
        pl.col("expected", "measured", "sound", "direct").sum(),
        pl.col("score").min().alias("worst"), pl.len().alias("channels"),
    )  # fmt: skip
    found = {row["member"]: row for row in sums.iter_rows(named=True)}
    chains = source.findings.ledger.chains
    return [
        {
            "member_id": member,
            "parent_id": chains[member][1] if len(chains.get(member, ())) > 1 else None,
            "name": text(slice_label(source.findings, "member", member)),
            "channels": found[member]["channels"],
            "complete": found[member]["measured"] / found[member]["expected"]
            if found[member]["expected"] else None,
            "worst": found[member]["worst"],
        }
        for member in [m for m in chains if m in found] + [m for m in found if m not in chains]
    ]  # fmt: skip
