"""Use case: a park's year beside a set of zero-carbon indicators."""

from tanlu.account.cut import cut, years_of
from tanlu.account.zero_carbon.assess import assess_park
from tanlu.account.zero_carbon.power import power_of
from tanlu.catalog.content import Catalog
from tanlu.catalog.indicator_sets import indicator_set
from tanlu.errors import InputError
from tanlu.model.book import Book
from tanlu.model.inventory import Ledger
from tanlu.model.zero_carbon_result import Assessment


def zero_carbon(
    book: Book, ledger: Ledger, catalog: Catalog, set_id: str = "national", year: int | None = None
) -> Assessment:
    """The whole park beside a set of indicators.

    Args:
        book: A checked park.
        ledger: Its lines.
        catalog: The factor catalogue.
        set_id: Code of the set, such as "national" or "hunan".
        year: Calendar year; the latest with records when None.

    Returns:
        Figures, steps, gaps and what drives them.

    Raises:
        InputError: When there is no such set or no such year.
    """
    rules = indicator_set(set_id)
    years = years_of(ledger)
    if not years:
        raise InputError.of("no_year", year=year or "—", known="—")
    inventory = cut(ledger, year=year if year is not None else years[-1])
    power = tuple(c for c, carrier in catalog.carriers.items() if carrier.kind == "power")
    terms = (catalog.carriers, catalog.method(book.park.method))
    return assess_park(inventory, book, rules, power_of(inventory, power), terms)
