"""A checked park to one whose records are ready for the ledger, with all that was done to them."""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from tanlu.account.prepare.batch import weigh_batches
from tanlu.account.prepare.carbon import balance_carbon
from tanlu.account.prepare.part import split_parts
from tanlu.account.prepare.records import with_extra
from tanlu.account.prepare.stock import balance_stocks, records_of_stock
from tanlu.errors import raise_errors
from tanlu.model.book import Book
from tanlu.model.factor import Carrier
from tanlu.model.preparation import Preparation

TABLES = ("batches", "stocks", "parts", "mass_balance", "cems")
"""Tables that records are made ready with."""


def prepare(
    book: Book, carriers: Mapping[str, Carrier], chains: Mapping[str, tuple[str, ...]]
) -> tuple[Book, Preparation]:
    """Records with what stocks say, parts set apart and means of batches beside each.

    Args:
        book: A checked park.
        carriers: The catalogue's carriers.
        chains: Each member with those above it.

    Returns:
        The park with its activity records made ready, and how that was done.

    Raises:
        InputError: With every fault: batches across records, stocks that do not add
            up, parts above the whole, carbon from nowhere or counted twice.
    """
    if not is_prepared(book):
        return book, Preparation()
    records = with_extra(book.table("activities"), "activities")
    stocks, faults = balance_stocks(book, records, chains)
    raise_errors(faults)
    records = pl.concat([records, records_of_stock(book, stocks, records)])
    records, parts, of_parts = split_parts(book, records, chains)
    raise_errors(of_parts)
    records, means, of_means = weigh_batches(book, records, chains, carriers)
    balances, of_balances = balance_carbon(book, records, chains)
    faults += [*of_parts, *of_means, *of_balances]
    raise_errors(faults)
    ready = replace(book, tables={**book.tables, "activities": records})
    found = Preparation(
        means=tuple(means), stocks=tuple(stocks), parts=tuple(parts), balances=tuple(balances),
        warnings=tuple(faults),
    )  # fmt: skip
    return ready, found


def is_prepared(book: Book) -> bool:
    """Whether a park has any table that records are made ready with."""
    return any(book.table(name).height for name in TABLES)
