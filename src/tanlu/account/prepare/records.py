"""Activity records as the ledger reads them: with mean, use and share beside each."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

EXTRA: Mapping[str, pl.DataType] = {
    "table": pl.String(),
    "piece": pl.String(),
    "use": pl.String(),
    "share": pl.Float64(),
    "mean": pl.String(),
}
"""Columns that preparation adds: where the record stands, the piece of it and what
that is used for (None: burned), its share of the record, the mean of batches it takes."""


def with_extra(frame: pl.DataFrame, table: str) -> pl.DataFrame:
    """Records of a table with the columns that preparation fills, still blank."""
    blank = {name: pl.lit(None, kind) for name, kind in EXTRA.items() if name not in frame.columns}
    place = pl.col("table") if "table" in frame.columns else pl.lit(None, pl.String)
    return frame.with_columns(**(blank | {"table": place.fill_null(table)}))


def line_id() -> pl.Expr:
    """The code of a line: its record, the row that set the piece apart, and the gas.

    Codes are unique within a table only, so a table other than activities and flows
    is named before the record.
    """
    is_plain = pl.col("table").is_in(["activities", "flows"])
    record = pl.when(is_plain).then("record_id").otherwise(pl.format("{}:{}", "table", "record_id"))
    piece = pl.format("{}:{}", record, "piece")
    return pl.format(
        "{}.{}", pl.when(pl.col("piece").is_null()).then(record).otherwise(piece), "gas"
    )


def line_name(table: str, record_id: str, gas: str) -> str:
    """The code of a line of a table other than activities and flows.

    Example:
        >>> line_name("cems", "e1", "co2")
        'cems:e1.co2'
    """
    return f"{table}:{record_id}.{gas}"


def rows_of(frame: pl.DataFrame) -> list[dict[str, Any]]:
    """Rows as dictionaries."""
    return list(frame.iter_rows(named=True))


def lies_in(row: Mapping[str, Any], start: date, end: date) -> bool:
    """Whether a row's span lies within another."""
    return bool(start <= row["start"] and row["end"] <= end)


def overlaps(row: Mapping[str, Any], start: date, end: date) -> bool:
    """Whether a row's span shares a day with another."""
    return bool(row["start"] < end and start < row["end"])


def covered_days(spans: Sequence[tuple[date, date]]) -> int:
    """Days that spans cover, each once.

    Example:
        >>> first, third, fifth = (date(2022, 1, day) for day in (1, 3, 5))
        >>> covered_days([(first, third), (first, fifth)])
        4
    """
    days, reached = 0, date.min
    for start, end in sorted(spans):
        days += max(0, (end - max(start, reached)).days)
        reached = max(reached, end)
    return days
