"""A park's own factors and documents, in the catalogue's terms."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl

from tanlu.catalog.content import Catalog
from tanlu.model.book import Book
from tanlu.model.factor import Citation, Factor
from tanlu.types import Text


def own_factors(book: Book) -> tuple[Factor, ...]:
    """The park's own factors, which go before the catalogue's."""
    return tuple(_own(row) for row in book.table("factors").iter_rows(named=True))


def _own(row: Mapping[str, Any]) -> Factor:
    document, _, clause = row["cite"].partition("#")
    return Factor(
        factor_id=f"own/{row['factor_id']}",
        subject=row["subject"],
        quantity=row["quantity"],
        series=f"own.{row['kind']}",
        place="world",
        from_on=row["from_on"],
        to_on=row["to_on"],
        value=row["value"],
        unit=row["unit"],
        citation_id=document,
        clause=clause,
        status="own",
        lower=row["lower"],
        upper=row["upper"],
        note=row["note"],
        member_id=row["member_id"],
        supplier_id=row["supplier_id"],
        distribution=row["distribution"],
    )


BATCHES = "park.batches"
_BATCHES = Citation(
    citation_id=BATCHES,
    title=Text("Fuel analyses of the park, weighted by batch", "园区燃料批次检测（按批次量加权）"),
    issuer=Text("", ""),
    number=None,
    published_on=None,
    kind="own",
    status="own",
    read="unchecked",
    note="Table batches; each batch cites its laboratory document.",
)


def with_documents(catalog: Catalog, book: Book) -> Catalog:
    """The catalogue with the park's own documents beside its own."""
    own = {
        row["citation_id"]: _document(row) for row in book.table("citations").iter_rows(named=True)
    }
    if book.table("batches").height:
        own[BATCHES] = _BATCHES
    return replace(catalog, citations={**catalog.citations, **own}) if own else catalog


def _document(row: Mapping[str, Any]) -> Citation:
    day = row["published_on"]
    return Citation(
        citation_id=row["citation_id"],
        title=Text(row["title_en"], row["title_zh"]),
        issuer=Text(row["issuer"] or "", row["issuer"] or ""),
        number=row["number"],
        published_on=day.isoformat() if isinstance(day, date) else None,
        kind="own",
        status="own",
        read="unchecked",  # registered by the park; nobody compared it with the document
        note=row["note"],
    )


def ancestry(members: pl.DataFrame, park_id: str) -> dict[str, tuple[str, ...]]:
    """For each member: itself, then its parents up to the park.

    Example:
        >>> tree = pl.DataFrame({"member_id": ["a", "a1"], "parent_id": ["p", "a"]})
        >>> ancestry(tree, "p")["a1"]
        ('a1', 'a', 'p')
    """
    parents = dict(members.select("member_id", "parent_id").iter_rows())
    chains: dict[str, tuple[str, ...]] = {park_id: (park_id,)}
    for member in parents:
        above = member
        unknown = []
        while above not in chains:
            unknown.append(above)
            above = parents[above]
        for below in reversed(unknown):
            chains[below] = (below, *chains[above])
            above = below
    return chains
