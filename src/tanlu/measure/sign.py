"""Rows that show that a park has something."""

from collections.abc import Iterable

import polars as pl

from tanlu.model.book import WORLD, Book
from tanlu.model.systems import Sign

ANY, MEMBER = "*", "member"


def rows_of(book: Book, signs: Iterable[Sign]) -> pl.DataFrame:
    """The rows that any of the signs points to, each once.

    Args:
        book: A checked park.
        signs: Tables and values; a table or column that the park's format does
            not have points to nothing.

    Returns:
        `table`, `row`, `owner` (who has it: the member, or the end inside), and
        `start`, `end` where the table has periods.
    """
    parts = [_rows(book, sign) for sign in signs]
    found = pl.concat(parts) if parts else pl.DataFrame(schema=_SCHEMA)
    return found.unique(["table", "row", "owner"], maintain_order=True)


_SCHEMA = {
    "table": pl.String(), "row": pl.Int64(), "owner": pl.String(),
    "start": pl.Date(), "end": pl.Date(),
}  # fmt: skip


def _rows(book: Book, sign: Sign) -> pl.DataFrame:
    frame = book.tables.get(sign.table)
    if frame is None or not set(sign.where) <= set(frame.columns):
        return pl.DataFrame(schema=_SCHEMA)
    fit = [_fits(column, values) for column, values in sign.where.items()]
    taken = frame.filter(pl.all_horizontal(fit)) if fit else frame
    none = pl.lit(None, pl.Date)
    spans = [pl.col(c) if c in frame.columns else none.alias(c) for c in ("start", "end")]
    return taken.select(pl.lit(sign.table).alias("table"), "row", _owner(frame), *spans)


def _fits(column: str, values: tuple[str | None, ...]) -> pl.Expr:
    found = pl.col(column)
    if ANY in values:
        return found.is_not_null()
    if MEMBER in values:
        return found.is_not_null() & (found != WORLD)
    plain = [value for value in values if value is not None]
    fits = found.is_in(plain).fill_null(value=False)
    return fits | found.is_null() if None in values else fits


def _owner(frame: pl.DataFrame) -> pl.Expr:
    if "to_id" in frame.columns:
        to, start = pl.col("to_id"), pl.col("from_id")
        return pl.when(to == WORLD).then(start).otherwise(to).alias("owner")
    if "member_id" in frame.columns:
        return pl.col("member_id").alias("owner")
    return pl.lit(None, pl.String).alias("owner")
