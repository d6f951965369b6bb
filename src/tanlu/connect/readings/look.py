"""What a sheet's own rows say of how it is written: order of days, decimal mark, step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time, timedelta

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

    Then a file goes 23:45, 00:00 of the same day, 00:15 of the next one; with its
    midnights a day later its stamps rise throughout, and as they stand they do not.
    """
    read = read_stamps(texts.unique(maintain_order=True), rule.style, rule.zone)
    stamps = read["local"].drop_nulls()
    moved = pl.select(
        pl.when(stamps.dt.time() == time(0)).then(stamps.dt.offset_by("1d")).otherwise(stamps)
    ).to_series()
    return not _rises(stamps) and _rises(moved)


def _rises(stamps: pl.Series) -> bool:
    return bool((stamps.diff().drop_nulls() > timedelta(0)).all())


_USUAL = (1, 5, 10, 15, 20, 30, 60, 1440)  # steps that two stamps are enough to tell
_SURE = 8  # steps that must have been seen before a map is said to be wrong
_MOST = 0.8


@dataclass(frozen=True, slots=True)
class Step:
    """The usual time between stamps, and whether enough of them agree. [min]"""

    minutes: int
    is_sure: bool = False


def find_step(channels: pl.Series | None, stamps: pl.Series) -> tuple[dict[str, Step], Step | None]:
    """The step of each channel, and of all.

    Args:
        channels: Whose each stamp is; None when they are all of one.
        stamps: Local times, in any order.

    Returns:
        Steps by channel, and the most usual one; None when nothing tells.

    Example:
        >>> from datetime import datetime
        >>> hours = pl.Series([datetime(2025, 1, 1, h) for h in range(4)])
        >>> find_step(None, hours)[1]
        Step(minutes=60, is_sure=False)
    """
    named = pl.Series([""]).new_from_index(0, len(stamps)) if channels is None else channels
    both = pl.DataFrame({"c": named, "s": stamps}).drop_nulls().unique().sort("c", "s")
    gaps = both.with_columns(g=pl.col("s").diff().over("c").dt.total_seconds()).drop_nulls()
    # a clock a few seconds off is no step of its own
    minutes = gaps.select("c", m=(pl.col("g") / 60).round().cast(pl.Int64)).filter(pl.col("m") > 0)
    counted = minutes.group_by("c", "m").len("n").with_columns(of=pl.col("n").sum().over("c"))
    best = counted.sort("n", "m", descending=[True, False]).unique("c", maintain_order=True)
    found = {c: step for c, m, n, of in best.iter_rows() if (step := _step(m, n, of))}
    total = counted.group_by("m").agg(pl.col("n").sum()).sort("n", "m", descending=[True, False])
    if total.is_empty():
        return found, None
    return found, _step(total["m"][0], total["n"][0], int(total["n"].sum()))


def _step(minutes: int, count: int, of: int) -> Step | None:
    if count < 2 and minutes not in _USUAL:
        return None
    return Step(minutes, of >= _SURE and count >= of * _MOST)


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
