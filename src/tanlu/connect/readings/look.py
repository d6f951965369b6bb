"""What a sheet's own rows say of how it is written: order of days, decimal mark, step."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta
from itertools import pairwise

import polars as pl

from tanlu.connect.readings.block import Block, Grid
from tanlu.connect.readings.cell import Decimal
from tanlu.connect.readings.layout import Layout
from tanlu.connect.readings.map import ReadingMap
from tanlu.connect.readings.rows import TimeRule, time_texts
from tanlu.connect.readings.stamp_format import StampStyle, guess_style, style_of
from tanlu.connect.readings.stamps import read_stamps
from tanlu.connect.readings.values import decimal_mark
from tanlu.connect.readings.zone import Zone

_MOST_TEXTS = 200_000
_DAY = timedelta(days=1)


def first_block(grid: Grid) -> Block:
    """The first block of a sheet; it is read again with the others."""
    return next(iter(grid.blocks()), Block(1, pl.DataFrame({"0": [""]})))


def time_rule(block: Block, layout: Layout, mapped: ReadingMap, zone: Zone) -> TimeRule:
    """How a sheet's times are read.

    Args:
        block: Its first rows.
        layout: Where things stand.
        mapped: The map; what it says of the format is not guessed.
        zone: Whose clock it is.
    """
    takes_end = mapped.time.marks == "end"
    cells = block.cells.with_row_index("row", offset=block.first).filter(
        pl.col("row") >= layout.first_row
    )
    rule = TimeRule(StampStyle("", None, takes_end), zone, _is_packed(cells, layout))
    texts = time_texts(cells, layout, rule)
    if texts.dtype != pl.String:
        return rule
    sample = texts.drop_nulls().unique(maintain_order=True).head(_MOST_TEXTS).to_list()
    written = style_of(mapped.time.format)
    if written and written.fast:
        style = replace(written, takes_end=takes_end)
    else:
        style = guess_style(sample, takes_end=takes_end)
    rule = replace(rule, style=style)
    return replace(rule, late_midnight=is_late(texts, rule) and not layout_is_daily(layout))


def layout_is_daily(layout: Layout) -> bool:
    """Whether each row holds a day."""
    return any(target.starts for target in layout.targets)


def _is_packed(cells: pl.DataFrame, layout: Layout) -> bool:
    if len(layout.time) < 2:
        return False
    clocks = cells[str(layout.time[1])].cast(pl.String).fill_null("").unique().to_list()
    numbers = [int(text) for text in clocks if text.strip().isdigit()]
    return any(number > 24 for number in numbers)


def is_late(texts: pl.Series, rule: TimeRule) -> bool:
    """Whether 00:00 stands at the end of the day whose date it bears.

    Then a file goes 23:45, 00:00 of the same day, 00:15 of the next one: at least two
    such midnights, and none at the beginning of its day.
    """
    read = read_stamps(texts.unique(maintain_order=True), rule.style, rule.zone)
    stamps = read["local"].drop_nulls().to_list()
    late = early = 0
    for before, at in pairwise(stamps):
        if at.time() != time(0):
            continue
        if timedelta(0) < before - at < _DAY and before.date() == at.date():
            late += 1
        elif timedelta(0) < at - before <= _DAY:
            early += 1
    return late >= 1 and not early


def step_minutes(stamps: pl.Series) -> int | None:
    """The usual time between stamps. [min]

    Args:
        stamps: Local times of one channel, in any order.

    Returns:
        Whole minutes, None when there are too few to tell.

    Example:
        >>> from datetime import datetime
        >>> step_minutes(pl.Series([datetime(2025, 1, 1, h) for h in range(4)]))
        60
    """
    steps = stamps.drop_nulls().unique().sort().diff().drop_nulls()
    steps = steps.filter(steps > timedelta(0))
    if len(steps) < 2:
        return None
    # a clock a few seconds off is no step of its own
    usual = (steps.dt.total_seconds() / 60).round().cast(pl.Int64).value_counts(sort=True)
    return int(usual[usual.columns[0]][0]) or None


def steps_of(channels: pl.Series, stamps: pl.Series) -> tuple[dict[str, int], int | None]:
    """The step of each channel of a long file, and the most usual one."""
    both = pl.DataFrame({"c": channels, "s": stamps}).drop_nulls().unique().sort("c", "s")
    gaps = both.with_columns(g=pl.col("s").diff().over("c").dt.total_seconds()).drop_nulls()
    minutes = gaps.filter(pl.col("g") > 0).with_columns(m=(pl.col("g") / 60).round().cast(pl.Int64))
    if minutes.is_empty():
        return {}, None
    counted = minutes.group_by("c", "m").len().sort("len", "m", descending=[True, False])
    own = counted.filter(pl.col("len").sum().over("c") > 1).unique("c", keep="first", maintain_order=True)
    total = Counter(dict(minutes["m"].value_counts().iter_rows()))
    usual = total.most_common(1)[0][0] if total else None
    found = {c: int(m) for c, m in own.select("c", "m").iter_rows() if m}
    return found, int(usual) if usual else None


def decimal_of(block: Block, layout: Layout, mapped: ReadingMap, separator: str) -> Decimal:
    """The decimal mark of a sheet: the map's, or what its cells show."""
    if mapped.decimal in (".", ","):
        return "," if mapped.decimal == "," else "."
    cells = block.cells.with_row_index("row", offset=block.first).filter(
        pl.col("row") >= layout.first_row
    )
    columns = [str(at) for target in layout.targets for at in target.columns]
    texts: list[str] = []
    for name in dict.fromkeys(columns):
        if name in cells.columns and cells[name].dtype == pl.String:
            texts += _odd(cells[name])
    return decimal_mark(texts, separator)


def _odd(column: pl.Series) -> Sequence[str]:
    marked = column.filter(column.fill_null("").str.contains(r"[.,，．]"))
    return list(marked.unique().head(5_000))
