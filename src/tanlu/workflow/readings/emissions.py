"""Emissions of a park's readings, hour by hour or month by month."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, TypeAlias

import polars as pl

from tanlu.account.hourly.month import Accounting, Month, completed, month_named
from tanlu.account.hourly.plan import Span, plan_of
from tanlu.account.hourly.profile import Absent, Factors, factors_of
from tanlu.account.hourly.total import Totals, attributes, enterprises_of, totals
from tanlu.catalog.content import Catalog
from tanlu.errors import Fault, InputError, raise_errors
from tanlu.measure.readings.day import month_of
from tanlu.measure.readings.use import use_of
from tanlu.model.hourly import Plan
from tanlu.store.readings.extent import extent
from tanlu.store.readings.read import days
from tanlu.store.readings.records import State
from tanlu.store.readings.state import state
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.readings.rolled import rolled
from tanlu.workflow.readings.sweep import hourly

Step: TypeAlias = Literal["month", "day", "hour"]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the readings.

    `start` and `end` (the day after the last) are those of the readings when None;
    `as_of` is the present state when None.
    """

    by: Step = "month"
    per: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    as_of: State | None = None
    absent: Absent = "absent"


@dataclass(frozen=True, slots=True)
class Emissions:
    """What was found, by which state, rules and warnings."""

    asked: Asked
    span: Span
    state: State
    plan: Plan
    totals: Totals
    faults: tuple[Fault, ...]


def emissions(opened: Opened, catalog: Catalog, asked: Asked) -> Emissions:
    """Use times factor of every booked channel, summed as asked.

    Args:
        opened: The park's readings.
        catalog: The rules.
        asked: Which days, how finely, told by what.

    Returns:
        Sums with what is missing in them.

    Raises:
        InputError: When there are no readings, or a factor channel has another unit.
    """
    span = span_of(opened, asked)
    by, faults = accounting(opened, catalog, span, asked)
    sums = _sums(opened, by, span, asked)
    return Emissions(
        replace(asked, start=span.start, end=span.end), span,
        asked.as_of or state(opened.readings), by.plan,
        totals(sums, ["start"] if asked.by == "month" else ["day", "second", "minutes"], asked.per),
        tuple(faults),
    )  # fmt: skip


def span_of(opened: Opened, asked: Asked) -> Span:
    """The days asked for; those of which there are readings where nobody says."""
    start, end = asked.start, asked.end
    found = extent(opened.readings, asked.as_of)
    if found is not None:
        start, end = start or found[0], end or _last(opened, found[1], asked.as_of)
    if start is None or end is None or start >= end:
        raise InputError.of("no_readings", park=opened.park_id)
    return Span(start, end)


def _last(opened: Opened, end: date, as_of: State | None) -> date:
    # a register read at the midnight that ends a year says nothing of the day it begins
    rows = days(opened.readings, None, end - _DAY, end, as_of)
    begins = (pl.col("size") == 1) & (pl.col("at") == bytes(4))
    return end - _DAY if rows.height and rows.select(begins.all()).item() else end


def accounting(
    opened: Opened, catalog: Catalog, span: Span, asked: Asked
) -> tuple[Accounting, list[Fault]]:
    """What readings are accounted by: the plan, and what factor channels read."""
    plan, faults = plan_of(opened.book, opened.channels, catalog, span)
    raise_errors(faults)
    by = Accounting(plan, opened.clock, opened.channels)
    units = {(source.channel, source.unit) for source in plan.sources if source.channel}
    if not units:
        return by, faults
    names = sorted({name for name, _ in units})
    rows = days(opened.readings, names, span.start - _DAY, span.end + _DAY, asked.as_of)
    read = use_of(rows, opened.channels, opened.clock, span.start, span.end)
    return replace(
        by, factors=Factors(factors_of(read, opened.channels, units), asked.absent)
    ), faults


def months_of(span: Span) -> list[Month]:
    """The months of a span, its first and last one perhaps in part."""
    count = (span.end - span.start).days
    names = dict.fromkeys(month_of(span.start + n * _DAY) for n in range(count))
    return [month_named(name, span.start, span.end) for name in names]


def _sums(opened: Opened, by: Accounting, span: Span, asked: Asked) -> pl.DataFrame:
    about = attributes(by.plan, enterprises_of(opened.book))
    if asked.by == "month":
        return _by_month(opened, by, span, asked).join(about, on="channel", how="left")
    return _by_hour(opened, by, span, asked, about)


def _by_month(opened: Opened, by: Accounting, span: Span, asked: Asked) -> pl.DataFrame:
    months = months_of(span)
    found = rolled(opened, by, months, asked.as_of)
    sums = pl.concat([completed([found[m.name]], m, by) for m in months])
    scale = {name: by.plan.sources[b.source].amount for name, b in by.plan.booked.items()}
    amount = pl.col("use") * pl.col("channel").replace_strict(scale, return_dtype=pl.Float64)
    start = pl.format("{}-01", "month").str.to_date()
    return sums.with_columns(amount=amount, start=start)


def _by_hour(
    opened: Opened, by: Accounting, span: Span, asked: Asked, about: pl.DataFrame
) -> pl.DataFrame:
    key = list(dict.fromkeys([*asked.per, "side", "unit", "giver", "enterprise"]))
    groups = about.select(key).unique(maintain_order=True).with_row_index("group")
    groups = groups.with_columns(pl.col("group").cast(pl.Int32))
    placed = about.join(groups, on=key, how="left", nulls_equal=True)
    of = dict(placed.select("channel", "group").iter_rows())

    found = pl.concat(hourly(opened, by, months_of(span), of, asked.as_of))
    if asked.by == "day":
        found = _daily(found)
    return found.join(groups, on="group", how="left").with_columns(flagged=pl.lit(0))


def _daily(hours: pl.DataFrame) -> pl.DataFrame:
    sums = [name for name in hours.columns if name not in ("group", "day", "second", "minutes")]
    known = [pl.when(pl.col(n).count() > 0).then(pl.col(n).sum()).alias(n) for n in sums]
    zero = {"second": pl.lit(0, pl.Int32), "minutes": pl.lit(1440, pl.Int16)}
    return hours.group_by("group", "day").agg(known).with_columns(**zero)
