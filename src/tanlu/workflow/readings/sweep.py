"""Readings of whole parks swept month by month: into sums of channels, or hours of groups."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import polars as pl

from tanlu.account.hourly.hours import hour_sums
from tanlu.account.hourly.month import Accounting, Month, loose_parts, parts
from tanlu.model.hourly import PARTS
from tanlu.model.reading import DAY
from tanlu.store.readings import State, scan
from tanlu.store.readings.engine import EMBEDDED
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.readings.spread import spread
from tanlu.workflow.readings.use import uses

Found = TypeVar("Found")
THREADS = 2  # NumPy and Polars let go of the interpreter; more would only cost memory


def sweep(
    opened: Opened, by: Accounting, months: Sequence[Month], as_of: State | None = None
) -> dict[str, pl.DataFrame]:
    """Sums of every booked channel in some months, all of them read.

    Args:
        opened: The park's readings.
        by: What they are accounted by.
        months: In order.
        as_of: A state of before; the present one when None.

    Returns:
        Month to sums, schema `PARTS`.
    """
    if opened.readings.settings.engine != EMBEDDED:
        virtual = [name for name in by.others if opened.channels[name].formula]
        rest = worked_out(opened, by, months, virtual, as_of)
        found = spread(opened, by, months, as_of)
        return {name: pl.concat([found[name], *rest[name]]) for name in found}

    def one(month: Month) -> pl.DataFrame:
        chunks = scan(opened.readings, [month.name], as_of)
        return pl.concat([
            pl.DataFrame(schema=PARTS),
            *(part for _, rows in chunks for part in _of_rows(rows, month, by)),
        ])  # fmt: skip

    plain = dict(zip((m.name for m in months), _each(one, months), strict=True))
    rest = worked_out(opened, by, months, by.others, as_of)
    return {name: pl.concat([plain[name], *rest[name]]) for name in plain}


def _of_rows(rows: pl.DataFrame, month: Month, by: Accounting) -> Iterator[pl.DataFrame]:
    yield parts(rows, month, by)
    yield loose_parts(rows, month, by)


def worked_out(
    opened: Opened, by: Accounting, months: Sequence[Month], names: Collection[str],
    as_of: State | None = None,
) -> dict[str, list[pl.DataFrame]]:  # fmt: skip
    """Sums of channels whose use is worked out first: registers, powers, formulas.

    Args:
        opened: The park's readings.
        by: What they are accounted by.
        months: In order.
        names: Which of those channels.
        as_of: A state of before; the present one when None.

    Returns:
        Month to parts, schema `PARTS`.
    """
    found: dict[str, list[pl.DataFrame]] = {month.name: [] for month in months}
    if not names:
        return found
    span = months[0].start, months[-1].end
    for _, use in uses(opened, list(names), *span, as_of):
        for month in months:
            found[month.name].append(parts(use, month, by, is_use=True))
    return found


def hourly(
    opened: Opened, by: Accounting, months: Sequence[Month], groups: Mapping[str, int],
    as_of: State | None = None,
) -> list[pl.DataFrame]:  # fmt: skip
    """Hours of groups of channels in some months.

    Args:
        opened: The park's readings.
        by: What they are accounted by.
        months: In order.
        groups: Channel to its group.
        as_of: A state of before; the present one when None.

    Returns:
        Schema `HOURS`, one table a month.
    """
    others = [name for name in by.others if name in groups]
    rest = [use for _, use in uses(opened, others, months[0].start, months[-1].end, as_of)]

    def one(month: Month) -> pl.DataFrame:
        rows = [rows for _, rows in scan(opened.readings, [month.name], as_of)]
        use = pl.concat(rest) if rest else None
        return hour_sums(pl.concat([_none(), *rows]), month, by, groups, use)

    return list(_each(one, months))


def _each(call: Callable[[Month], Found], months: Sequence[Month]) -> Iterator[Found]:
    with ThreadPoolExecutor(THREADS) as pool:
        yield from pool.map(call, months)


def _none() -> pl.DataFrame:
    return pl.DataFrame(schema=DAY)
