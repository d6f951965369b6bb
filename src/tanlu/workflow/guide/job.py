"""How far a park leads: checked or not, with factors or not, computed or not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import polars as pl

from tanlu.account.cut import cut, years_of
from tanlu.account.ledger import ledger
from tanlu.account.quality.ask import asks_of
from tanlu.account.quality.completeness import completeness
from tanlu.account.quality.grade import grades_of
from tanlu.catalog.content import Catalog
from tanlu.catalog.expectations import expected_streams, quality_scheme
from tanlu.catalog.overlay import ancestry, with_documents
from tanlu.errors import CatalogError, Fault, InputError
from tanlu.measure.border import check
from tanlu.model.book import Book, Draft
from tanlu.model.inventory import Inventory, Ledger
from tanlu.model.quality import Ask, Completeness, Grades


@dataclass(frozen=True, slots=True)
class Job:
    """What is known of a year of a member; a later part is None where an earlier one fails.

    Nothing of it is stored: it is found again from the park each time, so that
    the job goes on wherever it was left.
    """

    draft: Draft
    catalog: Catalog
    year: int
    member_id: str
    faults: tuple[Fault, ...] = ()
    book: Book | None = None
    asks: tuple[Ask, ...] = ()
    records: int = 0
    factor_faults: tuple[Fault, ...] = ()
    ledger: Ledger | None = None
    inventory: Inventory | None = None
    completeness: Completeness | None = None
    grades: Grades | None = None


def open_job(draft: Draft, catalog: Catalog, year: int = 0, member_id: str = "") -> Job:
    """Follow a park through the steps as far as it leads.

    Args:
        draft: The park as written, faults and all.
        catalog: The factor catalogue.
        year: Calendar year; 0 for the latest on record.
        member_id: Member; empty for the park.

    Returns:
        The job.

    Raises:
        InputError: When the park has no such member.
    """
    park_id = draft.card.get("park_id", "").strip()
    try:
        book = check(draft, catalog)
    except InputError as error:
        return Job(draft, catalog, year or last_year(), member_id or park_id, error.faults)
    member = member_id or park_id
    _known(book, member)
    chosen = year or _latest(book) or last_year()
    asks = asks_of(book, chosen, member, expected_streams().values()).asks
    rules = with_documents(catalog, book)
    job = Job(
        draft, rules, chosen, member, book.warnings, book, asks, _records(book, member, chosen)
    )
    try:
        lines = ledger(book, rules)
    except CatalogError as error:
        return replace(job, factor_faults=error.faults)
    found = replace(job, ledger=lines)
    return _computed(found, book, lines) if chosen in years_of(lines) else found


def _computed(job: Job, book: Book, lines: Ledger) -> Job:
    inventory = cut(lines, year=job.year, member_id=job.member_id)
    return replace(
        job,
        inventory=inventory,
        completeness=completeness(book, inventory, expected_streams().values()),
        grades=grades_of(inventory, book, quality_scheme()),
    )


def last_year() -> int:
    """The last calendar year that is over."""
    return datetime.now(UTC).year - 1


def _known(book: Book, member: str) -> None:
    chains = ancestry(book.table("members"), book.park.park_id)
    if member not in chains:
        known = ", ".join(list(chains)[:20])
        raise InputError.of("unknown_member", member=member, known=known)


_RECORDED: Sequence[str] = ("activities", "flows")


def _latest(book: Book) -> int | None:
    years = [book.table(name)["year"].max() for name in _RECORDED]
    found = [int(str(year)) for year in years if year is not None]
    return max(found) if found else None


def _records(book: Book, member: str, year: int) -> int:
    chains = ancestry(book.table("members"), book.park.park_id)
    inside = [node for node, chain in chains.items() if member in chain]
    count = 0
    for name in _RECORDED:
        frame = book.table(name)
        end = "to_id" if "to_id" in frame.columns else "member_id"
        count += frame.filter(pl.col("year") == year, pl.col(end).is_in(inside)).height
    return count
