"""How complete a year is: expected stream-days on record, and what the rest is worth (R1).

The expected days do not depend on the year's own records, so that adding a
record of the year never lowers the score: a stream that other years have, and a
stream that one expects, are expected for the whole year; a stream that only this
year has is expected for the days that it covers.
"""

from collections.abc import Iterable
from datetime import date

import polars as pl

from tanlu.account.quality.ask import Asked, asks_of
from tanlu.account.quality.coverage import covered_days
from tanlu.account.quality.worth import gaps_of
from tanlu.model.book import Book
from tanlu.model.expected import Expected
from tanlu.model.inventory import Inventory
from tanlu.model.quality import DECIDED, Cell, Completeness

KEY = ("table", "from_id", "to_id", "stream", "carrier")


def completeness(book: Book, inventory: Inventory, streams: Iterable[Expected]) -> Completeness:
    """What of a year is on record, what is not, and an estimate of its worth.

    Args:
        book: A checked park.
        inventory: A cut of its ledger.
        streams: What may be expected.

    Returns:
        Cells by stream, asks, gaps valued in t CO2e where anything is known.
    """
    asked = asks_of(book, inventory.year, inventory.member_id, streams)
    lines = entering_lines(inventory)
    cells = (*_stream_cells(inventory, lines, asked), *_ask_cells(inventory, lines, asked))
    gaps = gaps_of(book, inventory, lines, asked, cells)
    ordered = tuple(sorted(cells, key=lambda c: (c.table, c.code, c.member_id, c.from_id or "")))
    return Completeness(
        inventory.year, inventory.member_id, ordered, asked.asks, gaps, inventory.total_t
    )


def entering_lines(inventory: Inventory) -> pl.DataFrame:
    """All years' lines that enter the boundary of an inventory's member.

    Supply among those inside cancels, so that its absence changes no total.
    """
    inside = [n for n, chain in inventory.ledger.chains.items() if inventory.member_id in chain]
    outside = pl.col("from_id").is_null() | ~pl.col("from_id").is_in(inside)
    return inventory.ledger.lines.filter(pl.col("to_id").is_in(inside), outside)


def length_of(year: int) -> int:
    """Days of a year. [d]"""
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def _stream_cells(inventory: Inventory, lines: pl.DataFrame, asked: Asked) -> list[Cell]:
    of_year = pl.col("year") == inventory.year
    days = covered_days(lines.filter(of_year), KEY)
    known = lines.filter(~of_year).select(KEY).unique().with_columns(is_old=pl.lit(value=True))
    answering = _answering(lines.filter(of_year), asked)
    found = (
        known.join(days, on=KEY, how="full", nulls_equal=True, coalesce=True)
        .join(answering, on=KEY, how="left", nulls_equal=True)
        .with_columns(pl.col("days").fill_null(0), pl.col("is_old").fill_null(value=False))
        # a stream of this year alone that answers an ask is counted with the ask
        .filter(pl.col("is_old") | pl.col("answers").is_null())
    )
    length = length_of(inventory.year)
    return [_stream_cell(row, length) for row in found.iter_rows(named=True)]


def _stream_cell(row: dict[str, object], length: int) -> Cell:
    days, is_old = int(str(row["days"])), bool(row["is_old"])
    parts = [row[name] for name in ("from_id", "to_id", "stream", "carrier")]
    return Cell(
        code=">".join(str(part) for part in parts if part),
        member_id=str(row["to_id"]),
        why="history" if is_old else "new",
        table=str(row["table"]),
        expected_days=length if is_old else days,
        covered_days=days,
        from_id=None if row["from_id"] is None else str(row["from_id"]),
        stream=str(row["stream"]),
        carrier=str(row["carrier"]),
    )


def _answering(lines: pl.DataFrame, asked: Asked) -> pl.DataFrame:
    whole = [(a.expected.code, a.member_id) for a in asked.asks if _is_counted(a.expected, a.state)]
    schema = {"code": pl.String, "node": pl.String}
    counted = pl.DataFrame(whole, schema=schema, orient="row")
    rows = asked.rows.join(counted, on=["code", "node"]).select("table", "row").unique()
    return lines.join(rows, on=["table", "row"]).select(KEY).unique().with_columns(answers=True)


def _is_counted(expected: Expected, state: str) -> bool:
    return expected.emits and state != DECIDED


def _ask_cells(inventory: Inventory, lines: pl.DataFrame, asked: Asked) -> list[Cell]:
    # where other years have a stream that answers, its own cell stands for the ask
    old = lines.filter(pl.col("year") != inventory.year).select("table", "row").unique()
    answered = set(asked.rows.join(old, on=["table", "row"]).select("code", "node").iter_rows())
    length = length_of(inventory.year)
    return [
        Cell(
            code=ask.expected.code,
            member_id=ask.member_id,
            why="asked",
            table=ask.expected.tell[0].table,
            expected_days=length,
            covered_days=min(ask.days, length),
        )
        for ask in asked.asks
        if _is_counted(ask.expected, ask.state)
        and (ask.expected.code, ask.member_id) not in answered
    ]
