"""Methods at work on a park: which fit, two side by side, members by their own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import polars as pl

from tanlu.account.cut import cut
from tanlu.account.ledger import ledger
from tanlu.account.method_warnings import method_warnings
from tanlu.account.prepare.prepare import TABLES
from tanlu.account.side_by_side import Counted, side_by_side
from tanlu.catalog.content import Catalog, normal
from tanlu.catalog.method import Method
from tanlu.catalog.overlay import ancestry
from tanlu.errors import Fault, NoFactorError
from tanlu.model.book import Book
from tanlu.model.inventory import Ledger
from tanlu.model.side_by_side import SideBySide

_RECORDS = ("activities", "flows")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two methods side by side, and what a reader must know first.

    `lacking` holds, for each side, the values that its method does not have: its
    total leaves those records out, and is incomplete (R1).
    """

    result: SideBySide
    sides: tuple[Counted, Counted]
    lacking: tuple[tuple[Fault, ...], tuple[Fault, ...]]
    warnings: tuple[Fault, ...]


def find_methods(catalog: Catalog, search: str = "", year: int | None = None) -> list[Method]:
    """Methods whose code, name, guide or sector holds a text, and that hold in a year.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> [m.method_id for m in find_methods(load_catalog(), "wang2024")]
        ['wang2024']
    """
    wanted = normal(search)
    return [
        method
        for method in catalog.methods.values()
        if any(wanted in normal(word) for word in _words(method))
        and (year is None or method.applies.holds_in(year))
    ]


def _words(method: Method) -> Iterator[str]:
    yield from (method.method_id, method.label.en, method.label.zh)
    yield from method.applies.sectors
    if method.applies.guide:
        yield from (method.applies.guide.en, method.applies.guide.zh)


def record_years(book: Book) -> list[int]:
    """Calendar years with records."""
    return sorted({int(y) for name in _RECORDS for y in book.table(name)["year"].unique()})


def by_method(book: Book, catalog: Catalog, method_id: str) -> Book:
    """The same records under another method.

    The park's set of warming potentials stays where the method takes it;
    otherwise the first that the method names.

    Raises:
        CatalogError: When there is no such method.
    """
    allowed = catalog.method(method_id).gwp_sets
    kept = book.park.gwp_set
    chosen = kept if not allowed or kept in allowed else allowed[0]
    return replace(book, park=replace(book.park, method=method_id, gwp_set=chosen))


def compare_methods(
    book: Book, catalog: Catalog, methods: tuple[str, str], year: int, member_id: str = ""
) -> Compared:
    """Two methods on the same records of a member and year.

    Args:
        book: A checked park.
        catalog: The factor catalogue, with the park's own documents.
        methods: Codes of the first and the second.
        year: Calendar year.
        member_id: Whose inventory; empty for the park.

    Raises:
        CatalogError: When a method is not known, or has no value for anything.
        InputError: When there are no such records.
    """
    one_year = _of_year(book, year)
    (first, lacks), (second, lacks_2) = (
        counted(one_year, catalog, m, year, member_id) for m in methods
    )
    told = fit_warnings(book, catalog, methods, year)
    return Compared(side_by_side(first, second), (first, second), (lacks, lacks_2), tuple(told))


@dataclass(frozen=True, slots=True)
class Own:
    """A member's own method beside the park's; what it lacks when nothing could be computed."""

    member_id: str
    method: str
    compared: Compared | None
    lacking: tuple[Fault, ...]


def own_methods(book: Book, catalog: Catalog, year: int) -> list[Own]:
    """Members that name a method of their own, each beside the park's method.

    The park's inventory goes by the park's method alone; these figures stand
    beside it and are never summed with others.

    Returns:
        Each member's comparison: first the park's method, then its own. A member
        without records in the year is left out.
    """
    rows = book.table("members").select("member_id", "method").drop_nulls("method").iter_rows()
    return [
        _own(book, catalog, year, member, method)
        for member, method in rows
        if _has_records(book, member, year)
    ]


def _own(book: Book, catalog: Catalog, year: int, member: str, method: str) -> Own:
    try:
        found = compare_methods(book, catalog, (book.park.method, method), year, member)
    except NoFactorError as error:  # the park's inventory stands without it
        return Own(member, method, None, error.faults)
    return Own(member, method, found, found.lacking[1])


_ENDS = {"activities": ("member_id",), "flows": ("from_id", "to_id")}


def _has_records(book: Book, member: str, year: int) -> bool:
    chains = ancestry(book.table("members"), book.park.park_id)
    inside = [name for name, chain in chains.items() if member in chain]
    return any(
        len(book.table(table).filter(pl.col("year") == year, pl.col(end).is_in(inside)))
        for table, ends in _ENDS.items()
        for end in ends
    )


def counted(
    book: Book, catalog: Catalog, method_id: str, year: int, member_id: str
) -> tuple[Counted, tuple[Fault, ...]]:
    """The inventory of a member and year under a method, and the values it lacks.

    Raises:
        NoFactorError: When the method has no value for any record.
    """
    lines, faults = _known_lines(by_method(book, catalog, method_id), catalog)
    if faults and not len(lines.lines):
        raise NoFactorError(faults)
    kinds = {code: carrier.kind for code, carrier in catalog.carriers.items()}
    inventory = cut(lines, year=year, member_id=member_id)
    return Counted(inventory, catalog.method(method_id), kinds), tuple(faults)


def _known_lines(book: Book, catalog: Catalog) -> tuple[Ledger, list[Fault]]:
    # records without a value are left out, and told; each turn drops at least one carrier
    faults: list[Fault] = []
    while True:
        try:
            return ledger(book, catalog), faults
        except NoFactorError as error:
            lacking = set(_carriers(book, error.faults))
            if not lacking:
                raise
            # a gas that the method does not count is its rule, no value that it lacks
            faults += [fault for fault in error.faults if fault.code != "gas_not_counted"]
            book = _without(book, lacking)


def _carriers(book: Book, faults: Iterable[Fault]) -> Iterator[str]:
    for fault in faults:
        for table in _RECORDS:
            if (fault.place.sheet or fault.place.file.removesuffix(".csv")) in (table, "calc"):
                yield from book.table(table).filter(pl.col("row") == fault.place.row)["carrier"]


def _without(book: Book, carriers: set[str]) -> Book:
    return _filtered(book, "carrier", ~pl.col("carrier").is_in(carriers))


def _of_year(book: Book, year: int) -> Book:
    return _filtered(book, "year", pl.col("year") == year)


def _filtered(book: Book, column: str, kept: pl.Expr) -> Book:
    tables = {name: book.table(name) for name in (*_RECORDS, *TABLES)}
    changed = {name: t.filter(kept) for name, t in tables.items() if column in t.columns}
    return replace(book, tables={**book.tables, **changed})


def fit_warnings(book: Book, catalog: Catalog, methods: tuple[str, ...], year: int) -> list[Fault]:
    """What a reader must know about each method for a year, each once."""
    found = [
        fault
        for method in methods
        for fault in method_warnings(
            by_method(book, catalog, method), catalog, [year], catalog.method(method)
        )
    ]
    return list({fault.what("en"): fault for fault in found}.values())
