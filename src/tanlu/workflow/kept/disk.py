"""Two versions of a park on disk: the bridges between their inventories."""

from tanlu.account.bridge import bridge
from tanlu.account.cut import cut, years_of
from tanlu.account.ledger import ledger
from tanlu.catalog.load import load_catalog
from tanlu.catalog.overlay import with_documents
from tanlu.errors import InputError
from tanlu.model.book import Book
from tanlu.model.bridge import Bridge
from tanlu.workflow.kept.bridge_view import Naming


def bridges(old: Book, new: Book, year: int, member: str) -> dict[int, tuple[Bridge, Naming]]:
    """The bridge of each year that both versions have, or of one.

    Raises:
        InputError: When there is no such year in both.
    """
    catalog = load_catalog()
    before, after = (ledger(book, with_documents(catalog, book)) for book in (old, new))
    known = [y for y in years_of(before) if y in years_of(after)]
    wanted = [year] if year else known
    if not wanted or not {*wanted} <= {*known}:
        raise InputError.of("no_year", year=year or "?", known=", ".join(map(str, known)))
    carriers = {c: carrier.label for c, carrier in catalog.carriers.items()}
    labels = {**before.labels, **after.labels}
    gases = {*before.lines["gas"], *after.lines["gas"]}
    unit = "t CO2" if gases <= {"co2", "co2_biogenic"} else "t CO2e"
    return {
        y: (
            bridge(cut(before, year=y, member_id=member), cut(after, year=y, member_id=member)),
            Naming(("restate", y, member or after.park_id), labels, carriers, unit),
        )
        for y in wanted
    }
