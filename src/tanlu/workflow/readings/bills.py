"""Bills into a park: daily values of a channel, months that add up to each bill."""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from tanlu.connect.readings.bills import BillMap, Bills, read_bills
from tanlu.connect.readings.parsed import REASONS, TAKEN, Refused
from tanlu.connect.readings.source import open_source
from tanlu.connect.readings.spec import Spec
from tanlu.connect.readings.spill import Spill
from tanlu.errors import InputError, Place, raise_errors
from tanlu.measure.readings.bill import (
    Bill,
    by_days,
    by_month,
    by_shape,
    gaps,
    overlaps,
    spread,
)
from tanlu.measure.readings.day import matrix
from tanlu.measure.readings.use import use_of
from tanlu.model.reading import SPREAD
from tanlu.store.readings import close_readings, days
from tanlu.workflow.readings.channels_table import add_channels, conflicts, is_park, start_park
from tanlu.workflow.readings.load import ZONE, Loaded, Request, channels_in, store_parts
from tanlu.workflow.readings.open import of_folder
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.views.figure import text

_DAY_MIN = 1440
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BillRequest:
    """Which bills to load where. `shape`: the channel that says how days differ; "" for none."""

    park: Path
    file: Path
    mapped: BillMap
    shape: str = ""
    who: str = ""
    why: str = ""


@dataclass(slots=True)
class Spread:
    """Bills with their days."""

    bills: Bills
    days: dict[int, dict[date, float]] = field(default_factory=dict)


def load_bills(request: BillRequest) -> dict[str, Any]:
    """Load bills into a park as daily values of their channels.

    Args:
        request: Which bills to load where, by which method.

    Returns:
        The counts of an import, the method, and the months of each channel, which
        add up to its bills exactly.

    Raises:
        InputError: With every fault of the map, or when bills overlap.
    """
    source = open_source(request.file)
    bills = read_bills(source, request.mapped)
    _refuse_overlaps(bills, request)
    specs = [
        _spec(channel, bills, request) for channel in sorted({b.channel_id for b in bills.bills})
    ]
    raise_errors(conflicts(specs, channels_in(request.park), request.file.name))
    if not is_park(request.park):
        start_park(request.park, ZONE)
    added = add_channels(request.park, specs, request.file.name)
    opened = of_folder(request.park)
    loaded = Loaded(opened=opened, added=added, refused=bills.refused)
    try:
        found = _spread(bills, opened, request)
        loaded.refused_count = len(bills.refused)
        loaded.flagged.update(absent=bills.absent, totals_row=bills.totals)
        with Spill(opened.readings.folder, opened.clock.zone) as spill:
            spill.add(_readings(found, opened))
            asked = Request(request.park, request.file, who=request.who, why=request.why)
            store_parts(spill, opened, asked, loaded, source.digest)
    finally:
        close_readings(opened.readings)
    return _record(found, loaded, request)


def _refuse_overlaps(bills: Bills, request: BillRequest) -> None:
    both = overlaps(bills.bills)
    if both:
        raise InputError.of(
            "bills_overlap", Place(request.file.name, row=both[0][1].row),
            rows=", ".join(f"{a.row}/{b.row}" for a, b in both[:20]),
        )  # fmt: skip


def _spec(channel: str, bills: Bills, request: BillRequest) -> Spec:
    mapped = request.mapped
    return Spec(
        channel, bills.unit, bills.unit, "interval", _DAY_MIN, mapped.carrier, None,
        mapped.member_id,
    )  # fmt: skip


def _spread(bills: Bills, opened: Opened, request: BillRequest) -> Spread:
    found = Spread(bills)
    use = _use(request.shape, bills.bills, opened) if request.shape else {}
    for bill in bills.bills:
        parts = by_shape(bill, use) if request.shape else by_days(bill)
        if parts is None:
            why = Refused(bill.row, request.shape, f"{bill.amount:g}", "no_shape")
            bills.refused.append(why)
        else:
            found.days[bill.row] = parts
    return found


def _use(shape: str, bills: list[Bill], opened: Opened) -> Mapping[date, float]:
    """What the channel that gives the shape used, by day; days with gaps are left out."""
    if shape not in opened.channels:
        known = ", ".join(list(opened.channels)[:20])
        raise InputError.of("unknown_channel", Place(column="--by"), channel=shape, known=known)
    if not bills:
        return {}
    start, end = min(b.start for b in bills), max(b.end for b in bills)
    held = days(opened.readings, [shape], start - _ONE_DAY, end + _ONE_DAY)
    rows = use_of(held, opened.channels, opened.clock, start, end).filter(pl.col("missing") == 0)
    found = {}
    for row in rows.iter_slices(1):
        found[row["day"][0]] = float(matrix(row).sum())
    return found


def _readings(found: Spread, opened: Opened) -> pl.DataFrame:
    channels = {bill.row: bill.channel_id for bill in found.bills.bills}
    rows = [
        (channels[row], row, 0, 0, opened.clock.begin(day), value, SPREAD)
        for row, parts in found.days.items()
        for day, value in parts.items()
    ]
    return pl.DataFrame(rows, schema=TAKEN, orient="row")


def _record(found: Spread, loaded: Loaded, request: BillRequest) -> dict[str, Any]:
    return {
        "rows": len(found.bills.bills) + _unread(found),
        "taken": loaded.taken,
        "unchanged": loaded.unchanged,
        "corrected": loaded.corrected,
        "flagged": {name: count for name, count in sorted(loaded.flagged.items()) if count},
        "refused": [
            {"row": r.row, "column": r.column, "value": r.value, "reason": r.reason,
             "says": text(REASONS[r.reason])}
            for r in found.bills.refused
        ],
        "method": f"shape:{request.shape}" if request.shape else "days",
        "quality": "calculated",
        "months": _months(found),
        "gaps": [
            {"channel": channel, "from": start.isoformat(), "to": end.isoformat()}
            for channel, start, end in gaps(found.bills.bills)
        ],
        "channels": [{"id": name, "is_new": True} for name in loaded.added],
    }  # fmt: skip


def _unread(found: Spread) -> int:
    return len({each.row for each in found.bills.refused if each.reason != "no_shape"})


def _months(found: Spread) -> list[dict[str, Any]]:
    sums: dict[tuple[str, str], list[tuple[float, float | None, int]]] = defaultdict(list)
    for bill in found.bills.bills:
        months = by_month(found.days.get(bill.row, {}))
        costs = _costs(bill, list(months.values()))
        for (month, value), cost in zip(months.items(), costs, strict=True):
            sums[bill.channel_id, month].append((value, cost, bill.row))
    return [
        _month(channel, month, parts, found) for (channel, month), parts in sorted(sums.items())
    ]


def _costs(bill: Bill, months: list[float]) -> list[float | None]:
    """A bill's cost in proportion to its months' amounts, to the last bit."""
    if bill.cost is None or not months or not any(months):
        return [None] * len(months)
    return list(spread(bill.cost, [abs(value) for value in months]))


def _month(
    channel: str, month: str, parts: list[tuple[float, float | None, int]], found: Spread
) -> dict[str, Any]:
    costs = [cost for _, cost, _ in parts if cost is not None]
    return {
        "channel": channel,
        "month": month,
        "quantity": math.fsum(value for value, _, _ in parts),
        "unit": found.bills.unit,
        "cost": math.fsum(costs) if costs else None,
        "bills": [row for _, _, row in parts],
    }
