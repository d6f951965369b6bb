"""What a reader must know before trusting that a method fits a park's records."""

from collections.abc import Iterable, Iterator

from tanlu.catalog.content import Catalog
from tanlu.catalog.method import Method
from tanlu.errors import Fault, Place
from tanlu.model.book import Book


def method_warnings(
    book: Book, catalog: Catalog, years: Iterable[int], method: Method | None = None
) -> tuple[Fault, ...]:
    """Years in which a method did not hold, potentials and streams that it does not take.

    Args:
        book: A checked park.
        catalog: The factor catalogue.
        years: Calendar years with records.
        method: The method; the park's when left out.

    Returns:
        Warnings; none for a method that fits.
    """
    chosen = method or catalog.method(book.park.method)
    return (
        *_dates(chosen, catalog, years, book.park.place),
        *_potentials(chosen, book),
        *_streams(chosen, catalog, book),
    )


def _dates(method: Method, catalog: Catalog, years: Iterable[int], place: str) -> Iterator[Fault]:
    for year in years:
        if not method.applies.holds_in(year):
            others = ", ".join(held_instead(method, catalog, year, place)) or "—"
            asked = {"method": method.method_id, "year": year, "others": others}
            yield Fault("method_not_valid", Place(column="method"), asked)


def held_instead(method: Method, catalog: Catalog, year: int, place: str) -> list[str]:
    """Methods that held in a year in which one did not: its own line first, then its like.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> catalog = load_catalog()
        >>> held_instead(catalog.method("cn.park"), catalog, 2022, "CN")
        []
    """
    if method.applies.holds_in(year):
        return []
    line = _line(method, catalog)
    holding = [m for m in line if m.applies.holds_in(year)]
    like = [
        m
        for m in catalog.methods.values()
        if m.applies.from_on
        and m.applies.holds_in(year)
        and m.applies.place in catalog.around(place)
        and set(m.applies.to) & set(method.applies.to)
        and (m.applies.sectors == method.applies.sectors or m.extends == method.extends)
    ]
    return [m.method_id for m in (holding or like)]


def _line(method: Method, catalog: Catalog) -> list[Method]:
    # what it succeeded, and what succeeded it
    older, newer = [], []
    at = catalog.methods.get(method.succeeds)
    while at is not None and at not in older:
        older.append(at)
        at = catalog.methods.get(at.succeeds)
    current = {method.method_id}
    while current:
        found = [m for m in catalog.methods.values() if m.succeeds in current and m not in newer]
        newer += found
        current = {m.method_id for m in found}
    return [*older, *newer]


def _potentials(method: Method, book: Book) -> Iterator[Fault]:
    if method.gwp_sets and book.park.gwp_set not in method.gwp_sets and method.gases != ("co2",):
        allowed = ", ".join(method.gwp_sets)
        asked: dict[str, object] = {
            "method": method.method_id, "set": book.park.gwp_set, "allowed": allowed,
        }  # fmt: skip
        yield Fault("method_gwp_set", Place(column="gwp_set"), asked)


def _streams(method: Method, catalog: Catalog, book: Book) -> Iterator[Fault]:
    left_out: dict[tuple[str, str], int] = {}
    for stream, table, scope in _records(catalog, book):
        if not method.counts(stream, scope):
            left_out[stream, table] = left_out.get((stream, table), 0) + 1
    for (stream, table), count in left_out.items():
        asked = {"method": method.method_id, "stream": stream, "count": count}
        yield Fault("method_leaves_out", Place(f"{table}.csv"), asked)


def _records(catalog: Catalog, book: Book) -> Iterator[tuple[str, str, int]]:
    for stream in book.table("activities")["stream"]:
        yield stream, "activities", 1
    for carrier in book.table("flows")["carrier"]:
        kind = catalog.carriers[carrier].kind
        if kind != "fuel":
            yield f"purchased.{kind}", "flows", 2
