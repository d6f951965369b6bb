"""References: does what a cell names exist?"""

from collections.abc import Callable
from dataclasses import dataclass

from tanlu.measure.cell import near
from tanlu.measure.flaw import Flaw
from tanlu.measure.known import Known
from tanlu.measure.page import MOST_ALIKE, Page
from tanlu.model.book import PARK, WORLD
from tanlu.model.table import Field


@dataclass(frozen=True, slots=True)
class Way:
    """How a kind of name is looked up, and what is said when it leads nowhere."""

    find: Callable[[str, Field, Known], str | None]
    explain: Callable[[str, Field, Known], Flaw]


ASSUMPTION = "assumption"
_CITED = (
    "published", "factors", "assumptions", "targets", "certificates", "batches", "parts",
    "mass_balance", "cems",
)  # fmt: skip
_EVERYBODY = {
    ("factors", "member_id"), ("factors", "supplier_id"),
    ("certificates", "generator_id"), ("certificates", "for_id"),
}  # fmt: skip


def resolve_references(page: Page, known: Known) -> None:
    """Turn names into codes in place, noting those that lead nowhere.

    Args:
        page: A table; its `ref`, `carrier` and `cite` columns are replaced.
        known: The names there are.
    """
    for column in page.table.fields.values():
        if column.kind == "carrier" or (page.table.name, column.name) == ("assumptions", "branch"):
            _resolve(page, column, known, Way(_find_carrier, _explain_carrier))
        elif column.kind == "ref":
            _resolve(page, column, known, Way(_find_row, _explain_row))
    if page.table.name in _CITED:
        _resolve(page, page.table.fields["cite"], known, Way(_find_document, _explain_document))
    _fill_members(page, known)


def _resolve(page: Page, column: Field, known: Known, way: Way) -> None:
    values = page.columns[column.name]
    found = {v: way.find(v, column, known) for v in set(values) if v is not None}
    flaw: Flaw | None = None
    wrong = 0
    for index, value in enumerate(values):
        values[index] = found.get(value)
        if value is not None and values[index] is None:
            wrong += 1
            # beyond those that are listed one by one, nobody reads the suggestions
            flaw = way.explain(value, column, known) if wrong <= MOST_ALIKE or not flaw else flaw
            page.note(index, column.name, flaw)


def _find_carrier(text: str, column: Field, known: Known) -> str | None:
    if column.name == "branch" and text == PARK:
        return text
    carrier = known.catalog.find_carrier(text)
    return carrier.carrier_id if carrier else None


def _explain_carrier(text: str, _: Field, known: Known) -> Flaw:
    close = known.catalog.close_carriers(text[:80]) or list(known.catalog.carriers)[:3]
    return Flaw("unknown_carrier", {"carrier": text[:80], "close": ", ".join(close)})


def _find_row(text: str, column: Field, known: Known) -> str | None:
    if column.may_be_world and text == WORLD:
        return text
    if column.ref == "members" and text in (PARK, known.park_id):
        return known.park_id
    return text if text in known.keys[column.ref or ""] else None


def _explain_row(text: str, column: Field, known: Known) -> Flaw:
    wanted = column.ref or ""
    names = near(text[:80], sorted(known.keys[wanted])) or "–"
    if wanted == "members":
        return Flaw("unknown_member", {"member": text[:80], "known": names})
    return Flaw("unknown_reference", {"text": text[:80], "table": wanted, "known": names})


def _find_document(text: str, column: Field, known: Known) -> str | None:
    if text == ASSUMPTION and ASSUMPTION in column.help.en:
        return text
    document, mark, place = text.partition("#")
    return text if mark and place and known.has_document(document) else None


def _explain_document(text: str, _: Field, known: Known) -> Flaw:
    document = text.partition("#")[0]
    code = "cite_without_place" if known.has_document(document) else "unknown_citation"
    return Flaw(code, {"citation": document[:80]})


def _fill_members(page: Page, known: Known) -> None:
    for column in page.table.fields.values():
        blank_is_park = column.ref == "members" and not column.is_required
        if blank_is_park and (page.table.name, column.name) not in _EVERYBODY:
            faulty = {f.place.row for f in page.faults if f.place.column == column.name}
            page.columns[column.name] = [
                known.park_id if value is None and number not in faulty else value
                for value, number in zip(page.columns[column.name], page.numbers, strict=True)
            ]
