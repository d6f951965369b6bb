"""Rows of a block that are data: titles, totals and notes passed over, times read."""

import re
from collections import Counter
from dataclasses import dataclass

import polars as pl

from tanlu.connect.readings.block import Block
from tanlu.connect.readings.layout import Layout
from tanlu.connect.readings.stamp_format import StampStyle
from tanlu.connect.readings.stamps import read_stamps
from tanlu.connect.readings.zone import Zone, to_instants
from tanlu.model.reading import CLOCK

TOTALS = re.compile(
    r"\s*(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|平\s*均(?:值)?|最\s*大(?:值)?|最\s*小(?:值)?|峰\s*值|"
    r"(?:grand |sub)?-?totals?|sum|summe|gesamt|average|mean|mittelwert|min(?:imum)?|max(?:imum)?|"
    r"total general|totaux?)(?:\s*[(（].*|\s*[:：].*)?\s*",
    re.IGNORECASE,
)
_LAST_TOTAL = re.compile(r"(?:合\s*计|小\s*计|总\s*计|\btotal)\s*$", re.IGNORECASE)
_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of data. `frame`: `row`, `local`, `early`, `late`, `reason` beside the cells."""

    frame: pl.DataFrame
    skipped: Counter[str]


@dataclass(frozen=True, slots=True)
class TimeRule:
    """How a sheet's times are read. `late_midnight`: 00:00 stands at the end of its own day."""

    style: StampStyle
    zone: Zone
    is_packed_clock: bool = False
    late_midnight: bool = False


def data_rows(block: Block, layout: Layout, rule: TimeRule) -> Rows:
    """The rows of a block that hold readings, their times read.

    A row whose first text is a total, or whose time says nothing while it holds no
    value, is passed over and counted.

    Args:
        block: Rows of the file.
        layout: Where things stand.
        rule: How time is written.
    """
    cells = block.cells.with_row_index("row", offset=block.first).filter(
        pl.col("row") >= layout.first_row
    )
    texts = time_texts(cells, layout, rule)
    read = read_stamps(texts, rule.style, rule.zone)
    frame = cells.with_columns(pl.col("row").cast(pl.UInt32)).hstack(read)
    frame = frame.with_columns(text=texts.cast(pl.String))
    return _kept(_midnights(frame, rule), layout)


def time_texts(cells: pl.DataFrame, layout: Layout, rule: TimeRule) -> pl.Series:
    """The column of times, or days and clocks put together.

    Returns:
        Texts, or datetimes where a typed file has them in one column.
    """
    first = cells[str(layout.time[0])]
    if len(layout.time) == 1:
        return first
    day = first.cast(pl.String).fill_null("").str.replace(r"[ T]00:00(:00)?$", "")
    clock = cells[str(layout.time[1])].cast(pl.String).fill_null("")
    known = {text: clock_text(text, is_packed=rule.is_packed_clock) for text in clock.unique()}
    clock = clock.replace_strict(known, return_dtype=pl.String)
    both = pl.DataFrame({"d": day.str.strip_chars(), "c": clock})
    joined = pl.when((pl.col("d") == "") | (pl.col("c") == "")).then(pl.lit(""))
    return both.select(joined.otherwise(pl.col("d") + " " + pl.col("c"))).to_series()


def clock_text(text: str, *, is_packed: bool = False) -> str:
    """A clock's cell as hours and minutes; as it is when it is something else.

    Args:
        text: "0:15", "24:00", "0.0104166", "7", "1900-01-01".
        is_packed: Whether 15 is a quarter past midnight, as 1530 is half past three.

    Example:
        >>> clock_text("0.25"), clock_text("7"), clock_text("730"), clock_text("15", is_packed=True)
        ('06:00:00', '7:00', '7:30', '0:15')
    """
    bare = text.strip()
    if bare.startswith(("1900-01-0", "1899-12-3", "1904-01-0")):  # a spreadsheet's 24:00 or 00:00
        return "24:00" if bare.startswith(("1900-01-01", "1899-12-31")) else bare[-8:]
    try:
        number = float(bare)
    except ValueError:
        return bare
    if "." in bare and 0 <= number <= 1:
        seconds = round(number * _DAY_S)
        return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    if len(bare) > 2 or is_packed:
        return f"{int(number) // 100}:{int(number) % 100:02d}"
    return f"{bare}:00"


def _midnights(frame: pl.DataFrame, rule: TimeRule) -> pl.DataFrame:
    if not rule.late_midnight:
        return frame
    is_midnight = pl.col("local").dt.time() == pl.time(0, 0, 0)
    moved = pl.when(is_midnight).then(pl.col("local").dt.offset_by("1d")).otherwise("local")
    local = frame.select(moved).to_series()
    flag = pl.when(is_midnight).then(CLOCK).otherwise(0).cast(pl.UInt16)
    return frame.with_columns(flag=flag).with_columns(
        local.alias("local"), *to_instants(local, rule.zone).iter_columns()
    )


def _kept(frame: pl.DataFrame, layout: Layout) -> Rows:
    wrong = frame["reason"] != ""
    if not wrong.any():
        return Rows(frame, Counter())
    odd = frame.filter(wrong)
    why = [_why(row, layout) for row in odd.iter_rows(named=True)]
    kind = pl.DataFrame({"row": odd["row"], "why": pl.Series(why, dtype=pl.String)})
    skipped = Counter(word for word in why if word not in ("", "blank"))
    gone = kind.filter(pl.col("why") != "")["row"]
    return Rows(frame.filter(~pl.col("row").is_in(gone.implode())), skipped)


def _why(row: dict[str, object], layout: Layout) -> str:
    """Why a row without a time is passed over; empty when it must be refused."""
    text = str(row["text"] or "").strip()
    first = next((str(v) for k, v in row.items() if k.isdigit() and v and str(v).strip()), "")
    if TOTALS.fullmatch(first) or TOTALS.fullmatch(text) or _LAST_TOTAL.search(text):
        return "totals_row"
    values = [row.get(str(at)) for target in layout.targets for at in target.columns]
    if not any(value is not None and str(value).strip() for value in values):
        return "note" if first else "blank"
    headings = {name for at in layout.time for name in layout.names[at]}
    is_heading = text in headings or all(
        str(row.get(str(at)) or "").strip() in layout.names[at] for at in layout.time
    )
    return "heading" if is_heading and headings else ""
