"""Lines of an inventory's ledger as records by month, ready to be traced."""

from datetime import date, datetime

import polars as pl

from tanlu.model.inventory import Ledger

_SUMS = ("amount", "co2_t", "market_t")
_OF = ("record_id", "table", "from_id", "to_id", "carrier", "origin", "scope", "start", "end",
       "amount_unit")  # fmt: skip


def park_lines(ledger: Ledger, year: int) -> pl.DataFrame:
    """Records of a year, all gases together, one row per month that a record reaches into.

    Args:
        ledger: All lines of a park.
        year: Calendar year.

    Returns:
        Columns of the record, `month` as its first day, `amount`, `co2_t` and `market_t`;
        the last is null where the market-based view has no figure. A record longer than a
        month is spread over its days and has `is_spread`.
    """
    lines = ledger.lines.filter(pl.col("year") == year)
    pieces = lines.group_by([*_OF, "piece"], maintain_order=True).agg(
        pl.col("amount").first(), pl.col("co2_t").sum(), _whole("market_t")
    )
    records = pieces.group_by(_OF, maintain_order=True).agg(
        pl.col("amount").sum(), pl.col("co2_t").sum(), _whole("market_t")
    )
    return _by_month(records)


def _whole(column: str) -> pl.Expr:
    is_whole = pl.col(column).null_count() == 0
    return pl.when(is_whole).then(pl.col(column).sum()).alias(column)


def _by_month(records: pl.DataFrame) -> pl.DataFrame:
    last = pl.col("end") - pl.duration(days=1)
    months = pl.date_ranges(
        pl.col("start").dt.truncate("1mo"), last.dt.truncate("1mo"), interval="1mo"
    )
    spread = records.with_columns(month=months).explode("month")
    first = pl.max_horizontal("start", "month")
    beyond = pl.min_horizontal("end", pl.col("month").dt.offset_by("1mo"))
    days = (pl.col("end") - pl.col("start")).dt.total_days()
    part = (beyond - first).dt.total_days() / days
    return spread.with_columns(*(pl.col(name) * part for name in _SUMS), is_spread=part < 1.0).sort(
        "month", "table", "record_id"
    )


def months_of(lines: pl.DataFrame) -> list[date | datetime]:
    """Months or hours with records, in order."""
    return lines["month"].unique().sort().to_list()
