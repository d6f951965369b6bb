"""What a block of a file gives: readings, cells refused, and what was passed over."""

from collections import Counter
from dataclasses import dataclass, field

import polars as pl

from tanlu.types import Text

UTC = pl.Datetime("us", "UTC")
READ = {
    "channel": pl.String(), "row": pl.UInt32(), "column": pl.UInt16(), "sheet": pl.UInt16(),
    "local": pl.Datetime("us"), "early": UTC, "late": UTC, "value": pl.Float64(),
    "flag": pl.UInt16(),
}  # fmt: skip
"""Readings as parsed: where each stands in the file, the instants that it may be of."""

TAKEN = {
    "channel": pl.String(), "row": pl.UInt32(), "column": pl.UInt16(), "sheet": pl.UInt16(),
    "at": UTC, "value": pl.Float64(), "flag": pl.UInt16(),
}  # fmt: skip
"""Readings put in time, with where each stands in the file."""

REASONS: dict[str, Text] = {
    "bad_time": Text("not a time that can be known", "无法识别的时间"),
    "no_time": Text("a value without a time", "有数值而无时间"),
    "no_such_hour": Text("clocks went forward over this hour", "夏令时拨快，该时刻不存在"),
    "ambiguous_hour": Text(
        "this hour came twice and the file's order does not tell which is meant",
        "夏令时拨慢，该时刻出现两次，文件次序无法区分",
    ),
    "not_a_number": Text("not a number", "不是数字"),
    "ambiguous_number": Text(
        "could be a decimal mark or thousands; say decimal in the map",
        "无法判断是小数点还是千分位，请在映射中写明 decimal",
    ),
    "not_finite": Text("infinite", "无穷大"),
    "error_cell": Text("the cell shows an error", "单元格为错误值"),
    "unread_formula": Text("a formula that was never computed", "公式未计算"),
    "unknown_unit": Text("its unit is not known", "单位无法识别"),
    "wrong_unit": Text("its unit measures something else", "单位量纲不同"),
    "unit_without_channel_unit": Text(
        "it has a unit, the channel has none", "单元格有单位而通道没有"
    ),
    "no_channel": Text("a value without a channel", "有数值而无通道"),
    "bad_channel": Text("not a channel's code", "通道编号不合规"),
    "bad_period": Text(
        "its period ends before it begins, or is longer than a year", "起止日期颠倒或跨度超过一年"
    ),
    "no_shape": Text(
        "the channel that gives the shape lacks days of this bill", "参考通道缺少该账单的部分日期"
    ),
    "strict": Text("refused with the rest (--strict)", "因 --strict 一并拒绝"),
}
"""Why a cell is refused, by code."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that was not taken: row as a spreadsheet shows it, column by its heading."""

    row: int
    column: str
    value: str
    reason: str
    sheet: str = ""
    place: int = -1


@dataclass(slots=True)
class Parsed:
    """What was read so far of a block or a file.

    `rows`: rows of data, neither headings nor totals. `skipped`: rows and cells by why.
    """

    readings: pl.DataFrame
    refused: list[Refused] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    refused_count: int = 0
    rows: int = 0
