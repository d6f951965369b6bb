"""Months of readings as records of the park's own tables, so that its account takes them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

import polars as pl

from tanlu.model.book import PARK, WORLD, Row, Sheet
from tanlu.model.hourly import Booked, Plan

CITE = "readings#"
"""How the evidence of a record begins that was made of readings."""

Why: TypeAlias = Literal["no_readings", "missing", "generation", "negative", "to_itself"]
"""Why a month of a channel makes no record."""


@dataclass(frozen=True, slots=True)
class Posting:
    """A record that a channel's month makes: its table and its cells."""

    table: str
    channel_id: str
    month: str
    missing: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Unposted:
    """A channel's month that makes no record, and why."""

    channel_id: str
    month: str
    why: Why
    missing: int


@dataclass(frozen=True, slots=True)
class Terms:
    """How months are posted: whose park, read up to which arrival, gaps taken or not.

    `filled` names the method by which gaps were filled, empty when they were not.
    """

    park_id: str
    seq: int
    accepts_missing: bool = False
    filled: str = ""


def postings(
    sums: pl.DataFrame, plan: Plan, units: Mapping[str, str], terms: Terms
) -> tuple[list[Posting], list[Unposted]]:
    """The records that months of channels make.

    A month with intervals missing makes none unless that is accepted; then its quality
    says `estimated`, and its note how many are missing.

    Args:
        sums: Schema `SUMS`.
        plan: How the channels are booked.
        units: The unit of use of each channel.
        terms: How they are posted.
    """
    posted, left = [], []
    for row in sums.sort("channel", "month").iter_rows(named=True):
        one = plan.booked[row["channel"]]
        why = _why_not(row, one, terms)
        if why:
            left.append(Unposted(row["channel"], row["month"], why, row["missing"]))
        else:
            posted.append(_posting(row, one, units[row["channel"]], terms))
    return posted, left


def _why_not(row: Mapping[str, Any], one: Booked, terms: Terms) -> Why | None:
    if one.channel.role == "generation":
        return "generation"  # its origin stands in no channel: sun, wind and gas are not alike
    if row["use"] is None:
        return "no_readings"
    if row["missing"] and not terms.accepts_missing:
        return "missing"
    if row["use"] < 0:
        return "negative"
    return "to_itself" if one.giver and one.giver == one.channel.member_id else None


def _posting(row: Mapping[str, Any], one: Booked, unit: str, terms: Terms) -> Posting:
    channel, month = one.channel, row["month"]
    is_whole = not row["missing"] and not terms.filled
    cells = {
        "record_id": f"{CITE.rstrip('#')}.{channel.channel_id}.{month}",
        "carrier": channel.carrier,
        "system": channel.system,
        "channel_id": channel.channel_id,
        "period": month,
        "quantity": repr(float(row["use"])),
        "unit": unit,
        "quality": "measured" if is_whole else "estimated",
        "cite": f"{CITE}{channel.channel_id}/{month}",
        "note": _note(row, terms),
    }
    where, table = _where(one, terms.park_id)
    return Posting(table, channel.channel_id, month, row["missing"], {**cells, **where})


def _where(one: Booked, park_id: str) -> tuple[dict[str, str], str]:
    member = _named(one.channel.member_id, park_id)
    if one.scope == 1:
        return {"member_id": member, "stream": one.stream}, "activities"
    if one.side == "export":
        return {"from_id": member, "to_id": WORLD}, "flows"
    return {"from_id": _named(one.giver, park_id), "to_id": member}, "flows"


def _named(member: str, park_id: str) -> str:
    return PARK if member in ("", park_id) else member


def _note(row: Mapping[str, Any], terms: Terms) -> str:
    whole = row["present"] + row["missing"]
    read = f"{row['present']} of {whole} intervals; arrivals up to {terms.seq}"
    filled = f"; gaps filled by {terms.filled}" if terms.filled else ""
    return f"{read}{filled}" if row["missing"] or filled else f"all {read}"


def posted_sheet(sheet: Sheet, new: Iterable[Posting], months: Collection[str]) -> Sheet:
    """A table with records of readings in the place of those that were there before.

    Args:
        sheet: The table as written.
        new: Records of this table.
        months: Months that are posted: records of readings of these go, all others stay.
    """
    kept = [row for row in sheet.rows if not is_posted(row, months)]
    number = max((row.number for row in sheet.rows), default=1)
    added = [Row(number + n, posting.cells) for n, posting in enumerate(new, 1)]
    return replace(sheet, rows=[*kept, *added])


def is_posted(row: Row, months: Collection[str]) -> bool:
    """Whether a row was made of readings of some months.

    Example:
        >>> is_posted(Row(2, {"cite": "readings#m/2025-03", "period": "2025-03"}), {"2025-03"})
        True
    """
    is_ours = (row.cells.get("cite") or "").startswith(CITE)
    return is_ours and (row.cells.get("period") or "").strip() in months
