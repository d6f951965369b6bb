"""Figures that emissions are related to, for a member and a year."""

from datetime import date

import polars as pl

from tanlu.model.book import Book
from tanlu.model.indicator import measures


def indicator(book: Book, member_id: str, name: str, year: int) -> float | None:
    """An indicator over a whole calendar year, in its base unit.

    Args:
        book: A checked park.
        member_id: Whose.
        name: Such as "output_value" [CNY] or "electricity_share" [1].
        year: Calendar year.

    Returns:
        The sum of records that together cover the year without a gap; None
        when they do not: absence is not zero (R1). Shares and heads are not
        summed: only a record of the whole year counts.
    """
    rows = book.table("indicators").filter(
        pl.col("member_id") == member_id, pl.col("indicator") == name, pl.col("year") == year
    )
    days = int((rows["end"] - rows["start"]).dt.total_days().sum() or 0)
    if days != (date(year + 1, 1, 1) - date(year, 1, 1)).days:
        return None
    if len(rows) > 1 and not measures()[name].is_sum:
        return None
    return float(rows["amount"].sum())
