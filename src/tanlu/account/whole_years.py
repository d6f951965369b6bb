"""Amounts that stand for a whole year, such as the charge of equipment: no part of it."""

from collections.abc import Mapping

import polars as pl

from tanlu.errors import Fault
from tanlu.model.book import Book
from tanlu.model.factor import Carrier


def part_years(book: Book, carriers: Mapping[str, Carrier]) -> list[Fault]:
    """Records of yearly processes that do not cover a calendar year.

    A charge that leaks a tenth a year does not leak a tenth in each month: twelve
    monthly records would count it twelve times.

    Args:
        book: A checked park.
        carriers: Subjects by code.

    Returns:
        One fault per record.
    """
    yearly = [code for code, carrier in carriers.items() if carrier.is_yearly]
    first = pl.date(pl.col("start").dt.year(), 1, 1)
    is_whole = (pl.col("start") == first) & (pl.col("end") == first.dt.offset_by("1y"))
    records = book.table("activities").filter(pl.col("carrier").is_in(yearly), is_whole.not_())
    sheet = book.draft.sheet("activities")
    return [
        Fault("needs_whole_year", sheet.place(row, "period"), {"subject": carriers[code].label})
        for row, code in records.select("row", "carrier").iter_rows()
    ]
