"""The border: a park as written becomes typed tables in canonical units, or all its faults.

Whatever door a park comes in by (folder, workbook, API) it passes here, once.
Inside, nobody asks again whether a unit fits or a member exists.
"""

from collections.abc import Mapping

from tanlu.catalog.content import Catalog
from tanlu.errors import Fault, raise_errors
from tanlu.measure.amount import add_amounts
from tanlu.measure.balance import check_balances
from tanlu.measure.batch import check_batches
from tanlu.measure.card import read_card
from tanlu.measure.cell import near
from tanlu.measure.decision import check_capacities, check_decisions
from tanlu.measure.frame import frame, has_amounts
from tanlu.measure.green import (
    check_certificates,
    check_origins,
    check_sharing,
    check_stores,
)
from tanlu.measure.known import Known, known_names
from tanlu.measure.note import warnings_of
from tanlu.measure.page import Page, open_page
from tanlu.measure.part import check_parts
from tanlu.measure.readings.check import check_readings
from tanlu.measure.record import (
    check_burned,
    check_channels,
    check_ends,
    check_ids,
    check_keys,
    check_meters,
    check_years,
    fill_systems,
)
from tanlu.measure.reference import resolve_references
from tanlu.measure.tree import check_circles, check_members
from tanlu.measure.value import check_assumptions, check_factors, check_targets
from tanlu.model.book import Book, Draft
from tanlu.model.table import tables


def check(draft: Draft, catalog: Catalog) -> Book:
    """A park as written, checked and converted.

    Args:
        draft: The park as read from files, a workbook or the API.
        catalog: The rules: carriers, documents, methods, places.

    Returns:
        The park with a typed table for each of its tables, quantities in
        canonical units beside the written ones, and the warnings.

    Raises:
        InputError: With every fault of every table, each with its place.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> card = {"park_id": "p", "name_en": "P", "name_zh": "园", "place": "CN",
        ...     "method": "wang2024", "gwp_set": "AR5"}
        >>> check(Draft(card, {}), load_catalog()).table("flows").height
        0
    """
    park, faults = read_card(draft, catalog)
    pages = {name: open_page(table, draft.sheet(name)) for name, table in tables().items()}
    known = known_names(catalog, park.park_id, pages)
    known.method = catalog.methods.get(park.method)
    examine(pages, known)
    faults += _unknown_tables(draft)
    faults += [fault for page in pages.values() for fault in page.all_faults()]
    faults = [*warnings_of(draft), *faults]
    raise_errors(faults)
    frames = {name: frame(page) for name, page in pages.items()}
    return Book(park, frames, draft, tuple(faults))


def examine(pages: Mapping[str, Page], known: Known) -> None:
    """Judge all tables, filling what may be left blank and noting every fault.

    Args:
        pages: All tables of a park, as read; changed in place.
        known: The names there are.
    """
    for page in pages.values():
        check_ids(page)
        resolve_references(page, known)
    known.channels.update(
        (channel, carrier) for channel, carrier in pages["channels"].rows("channel_id", "carrier")
        if carrier
    )  # fmt: skip
    _examine_things(pages, known)
    for name in ("activities", "flows"):
        fill_systems(pages[name], known)
    for name in ("activities", "flows", "batches"):
        check_channels(pages[name], known)
    for page in pages.values():
        if has_amounts(page.table):
            check_years(page)
            add_amounts(page, known)
        check_keys(page)
    check_stores(pages["flows"])
    check_sharing(pages["flows"], pages["activities"])
    check_certificates(pages["certificates"], pages["flows"])
    check_batches(pages["batches"], known)
    check_parts(pages["parts"], known)
    check_balances(pages["mass_balance"], known)


def _examine_things(pages: Mapping[str, Page], known: Known) -> None:
    check_members(pages["members"], known)
    check_circles(pages["channels"], "parent_id")
    check_meters(pages["channels"], known)
    check_readings(pages)
    check_circles(pages["scenarios"], "over_id")
    check_burned(pages["activities"], known)
    check_ends(pages["flows"])
    check_origins(pages["flows"], known)
    check_factors(pages["factors"], known)
    check_assumptions(pages["assumptions"], known)
    check_targets(pages["targets"])
    check_circles(pages["assets"], "parent_id")
    check_capacities(pages["assets"])
    check_ends(pages["exchanges"])
    check_decisions(pages["decisions"])


def _unknown_tables(draft: Draft) -> list[Fault]:
    extra = [name for name in draft.sheets if name not in tables()]
    return [
        Fault(
            "unknown_table",
            draft.sheets[name].place(),
            {"table": name[:80], "known": near(name, tables())},
        )
        for name in extra
    ]
