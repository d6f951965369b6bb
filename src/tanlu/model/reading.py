"""The tables of readings: as they arrive, and as days; and the flags that a value can carry."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from tanlu.types import Text

LONG: Final[Mapping[str, pl.DataType]] = {
    "channel": pl.String(),
    "at": pl.Datetime("us", "UTC"),
    "value": pl.Float64(),
    "flag": pl.UInt16(),
}
"""Readings as they arrive: one a row. For an interval channel `at` is the interval's start;
`value` is as read, the channel's multiplier not applied."""

DAY: Final[Mapping[str, pl.DataType]] = {
    "channel": pl.String(),
    "day": pl.Date(),
    "minutes": pl.Int16(),
    "size": pl.Int16(),
    "at": pl.Binary(),
    "value": pl.Binary(),
    "flag": pl.Binary(),
    "missing": pl.Int16(),
    "seq": pl.Int64(),
}
"""One channel's readings of one local civil day. `minutes`: length of the grid, 0 when the
readings come as they come. `at`: only then, seconds since the local midnight (int32).
`value`: float64, NaN where absent. `flag`: uint16, null when there is none. All little-endian.
`seq`: number of the arrival that made the row what it is."""

RANGE = 1
RATE = 2
STUCK = 4
DUPLICATE = 8
BALANCE = 16
CLOCK = 32
ROLLOVER = 64
RESET = 128
NEGATIVE = 256
REPLACED_METER = 512
ESTIMATED = 1024
MANUAL = 2048
SPREAD = 4096
FILLED = 8192
UNDECLARED = 16384
OUTSIDE = 32768

FLAGS: Final[Mapping[str, int]] = {
    "range": RANGE,
    "rate": RATE,
    "stuck": STUCK,
    "duplicate": DUPLICATE,
    "balance": BALANCE,
    "clock": CLOCK,
    "rollover": ROLLOVER,
    "reset": RESET,
    "negative": NEGATIVE,
    "replaced_meter": REPLACED_METER,
    "estimated": ESTIMATED,
    "manual": MANUAL,
    "spread": SPREAD,
    "filled": FILLED,
    "undeclared": UNDECLARED,
    "outside": OUTSIDE,
}
"""Name of a flag to its bit. A flag says something about a value; it never changes it."""

FLAG_TEXT: Final[Mapping[str, Text]] = {
    "range": Text("outside its range", "超出合理范围"),
    "rate": Text("changes too fast", "变化过快"),
    "stuck": Text("does not move", "数值不变"),
    "duplicate": Text("came twice, with two values", "重复且数值不同"),
    "balance": Text("parts do not add up to the whole", "分表与总表不平衡"),
    "clock": Text("time is off the grid", "时钟偏差"),
    "rollover": Text("register turned over", "表码翻转"),
    "reset": Text("register fell back", "表码回落"),
    "negative": Text("register ran backwards", "表码倒走"),
    "replaced_meter": Text("meter replaced", "换表"),
    "estimated": Text("estimated by who sent it", "来源方估计值"),
    "manual": Text("entered by hand", "人工填报"),
    "spread": Text("spread over a longer time", "按较长时段分摊"),
    "filled": Text("filled by a named method", "按注明的方法补缺"),
    "undeclared": Text("channel not declared", "通道未登记"),
    "outside": Text("outside the channel's valid dates", "超出通道有效期"),
}


def names_of(flag: int) -> tuple[str, ...]:
    """The names of the flags that a value carries.

    Example:
        >>> names_of(RANGE | STUCK)
        ('range', 'stuck')
    """
    return tuple(name for name, bit in FLAGS.items() if flag & bit)
