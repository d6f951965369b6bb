"""Certificates of a park by the year they are claimed for: which count, which were sold (R9)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tanlu.account.cover import Claim
from tanlu.model.book import WORLD, Book
from tanlu.model.factor import Factor
from tanlu.model.market import Holding

THROUGH_GRID = ("gec", "green_power_trade")
DIRECT = ("direct_line_contract",)
_ROUNDING = 1e-9


def claims_of(book: Book, year: int, kinds: Sequence[str]) -> list[Claim]:
    """Certificates that may be used in a year: claimed for it, cancelled, and not sold.

    Args:
        book: A checked park.
        year: Calendar year of the use.
        kinds: Which kinds.

    Returns:
        One claim per certificate, older generation first in its order. [MWh]
    """
    return [
        Claim(row["certificate_id"], _group(row), row["amount"], (row["start"].isoformat(),))
        for row in _rows(book)
        if row["kind"] in kinds and _year(row) == year and _state(row) == "used"
    ]


def sold_of(book: Book, year: int) -> dict[str, float]:
    """Certificates sold of what own plants made in a year, by plant. [MWh]"""
    found: dict[str, float] = {}
    for row in _rows(book):
        if row["for_id"] == WORLD and row["generator_id"] and row["year"] == year:
            found[row["generator_id"]] = found.get(row["generator_id"], 0.0) + row["amount"]
    return found


def origins_of(book: Book) -> dict[str, str]:
    """What the plant behind each certificate runs on; any renewable where it is not stated."""
    return {row["certificate_id"]: row["origin"] or "other_renewable" for row in _rows(book)}


def holdings_of(
    book: Book, used: Mapping[str, float], factors: Mapping[str, Factor]
) -> tuple[Holding, ...]:
    """Every certificate with what became of it.

    Args:
        book: A checked park.
        used: Certificate to what its users took. [MWh]
        factors: Certificate to the factor of the plant behind it. [t CO2/MWh]
    """
    return tuple(
        Holding(
            certificate_id=row["certificate_id"],
            kind=row["kind"],
            year=_year(row),
            group=_group(row),
            state=_state(row),
            factor=factors[row["certificate_id"]],
            cite=row["cite"],
            issued_mwh=row["amount"],
            used_mwh=_whole(used.get(row["certificate_id"], 0.0), row["amount"]),
        )
        for row in _rows(book)
    )


def _whole(used: float, issued: float) -> float:
    # parts of one certificate sum to it but for a rounding
    return issued if abs(used - issued) <= _ROUNDING * issued else used


def _rows(book: Book) -> Iterator[dict[str, Any]]:
    return book.table("certificates").iter_rows(named=True)


def _group(row: Mapping[str, Any]) -> str:
    return str(row["for_id"] or row["holder_id"])


def _year(row: Mapping[str, Any]) -> int:
    return int(row["claim_year"] or row["year"])


def _state(row: Mapping[str, Any]) -> str:
    if row["for_id"] == WORLD:
        return "sold"
    is_proof = row["kind"] in DIRECT  # a contract is not cancelled; it stands
    return "used" if is_proof or row["cancelled_on"] is not None else "not_cancelled"
