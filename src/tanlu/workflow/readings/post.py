"""Readings posted into a park's activities and flows, where its account finds them."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from tanlu.account.hourly.month import completed
from tanlu.account.hourly.plan import Span
from tanlu.account.hourly.posting import Posting, Terms, Unposted, posted_sheet, postings
from tanlu.catalog.content import Catalog
from tanlu.connect.folder import columns_of, filled_rows
from tanlu.connect.whole import write_file
from tanlu.errors import Fault
from tanlu.measure.border import check
from tanlu.measure.readings.use import use_unit
from tanlu.model.book import Draft, Sheet
from tanlu.model.hourly import Plan
from tanlu.periods import month_period, year_period
from tanlu.store.readings import state
from tanlu.workflow.readings.emissions import Asked, accounting, months_of
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.readings.rolled import rolled

_TABLES = ("activities", "flows")


@dataclass(frozen=True, slots=True)
class Done:
    """What was posted, what was not and why, and how many older records made room."""

    posted: tuple[Posting, ...]
    left: tuple[Unposted, ...]
    replaced: int
    faults: tuple[Fault, ...]


def span_to_post(year: int, month: int | None) -> Span:
    """The days of a year, or of a month of it."""
    period = year_period(year) if month is None else month_period(year, month)
    return Span(period.start, period.end)


def post(
    opened: Opened, folder: Path, catalog: Catalog, span: Span, *, accepts_missing: bool = False
) -> Done:
    """Write months of readings into a park's tables, in the place of what was posted before.

    Args:
        opened: The park's readings.
        folder: The park's folder; `activities.csv` and `flows.csv` are written.
        catalog: The rules.
        span: Whole months.
        accepts_missing: Post months with intervals missing too, as estimated.

    Returns:
        What was done. Records that were not made of readings are never touched.

    Raises:
        InputError: When the records would not fit beside what the park has, such as one
            of the same channel and month by hand; nothing is written then.
    """
    plan, faults, sums = _sums(opened, catalog, span)
    terms = Terms(opened.park_id, state(opened.readings).seq, accepts_missing)
    units = {name: use_unit(channel) for name, channel in opened.channels.items()}
    posted, left = postings(sums, plan, units, terms)
    months = [m.name for m in months_of(span)]
    draft = opened.book.draft
    sheets = {name: _posted(draft, name, posted, months) for name in _TABLES}
    check(replace(draft, sheets={**draft.sheets, **sheets}), catalog)
    before = sum(len(draft.sheet(name).rows) for name in _TABLES)
    after = sum(len(sheet.rows) for sheet in sheets.values())
    for name, sheet in sheets.items():
        if sheet.rows or draft.sheet(name).rows:
            _write(folder, name, sheet)
    return Done(tuple(posted), tuple(left), before + len(posted) - after, tuple(faults))


def _posted(draft: Draft, name: str, posted: Sequence[Posting], months: Sequence[str]) -> Sheet:
    mine = [posting for posting in posted if posting.table == name]
    return posted_sheet(draft.sheet(name), mine, months)


def _sums(opened: Opened, catalog: Catalog, span: Span) -> tuple[Plan, list[Fault], pl.DataFrame]:
    asked = Asked(start=span.start, end=span.end)
    by, faults = accounting(opened, catalog, span, asked)
    months = months_of(span)
    found = rolled(opened, by, months)
    return by.plan, faults, pl.concat([completed([found[m.name]], m, by) for m in months])


def _write(folder: Path, name: str, sheet: Sheet) -> None:
    columns = columns_of(sheet)
    rows = filled_rows(sheet, columns)

    def fill(path: Path) -> None:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([columns, *rows])

    write_file(folder / (sheet.file or f"{name}.csv"), fill, force=True)
