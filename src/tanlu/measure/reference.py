"""References: does what a cell names exist?"""

from collections.abc import Callable
from typing import TypeAlias

from tanlu.measure.cell import near
from tanlu.measure.flaw import Flaw
from tanlu.measure.known import Known
from tanlu.measure.page import Page
from tanlu.model.book import PARK, WORLD
from tanlu.model.table import Field

Find: TypeAlias = Callable[[str, Field, Known], str | Flaw]

ASSUMPTION = "assumption"
_CITED = ("published", "factors", "assumptions", "targets")
_EVERYBODY = {("factors", "member_id"), ("factors", "supplier_id")}


def resolve_references(page: Page, known: Known) -> None:
    """Turn names into codes in place, noting those that lead nowhere.

    Args:
        page: A table; its `ref`, `carrier` and `cite` columns are replaced.
        known: The names there are.
    """
    for column in page.table.fields.values():
        if column.kind == "carrier" or (page.table.name, column.name) == ("assumptions", "branch"):
            _resolve(page, column, known, _carrier)
        elif column.kind == "ref":
            _resolve(page, column, known, _reference)
    if page.table.name in _CITED:
        _resolve(page, page.table.fields["cite"], known, _cite)
    _fill_members(page, known)


def _resolve(page: Page, column: Field, known: Known, find: Find) -> None:
    values = page.columns[column.name]
    found = {v: find(v, column, known) for v in set(values) if v is not None}
    for index, value in enumerate(values):
        answer = found.get(value)
        values[index] = None if isinstance(answer, Flaw) else answer
        if isinstance(answer, Flaw):
            page.note(index, column.name, answer)


def _carrier(text: str, column: Field, known: Known) -> str | Flaw:
    if column.name == "branch" and text == PARK:
        return text
    carrier = known.catalog.find_carrier(text)
    if carrier:
        return carrier.carrier_id
    close = known.catalog.close_carriers(text) or list(known.catalog.carriers)[:3]
    return Flaw("unknown_carrier", {"carrier": text[:80], "close": ", ".join(close)})


def _reference(text: str, column: Field, known: Known) -> str | Flaw:
    wanted = column.ref or ""
    if column.may_be_world and text == WORLD:
        return text
    if wanted == "members" and text in (PARK, known.park_id):
        return known.park_id
    if text in known.keys[wanted]:
        return text
    names = near(text, sorted(known.keys[wanted])) or "–"
    if wanted == "members":
        return Flaw("unknown_member", {"member": text[:80], "known": names})
    return Flaw("unknown_reference", {"text": text[:80], "table": wanted, "known": names})


def _cite(text: str, column: Field, known: Known) -> str | Flaw:
    if text == ASSUMPTION and ASSUMPTION in column.help.en:
        return text
    document, mark, place = text.partition("#")
    if not known.has_document(document):
        return Flaw("unknown_citation", {"citation": document[:80]})
    return text if mark and place else Flaw("cite_without_place", {"citation": document})


def _fill_members(page: Page, known: Known) -> None:
    for column in page.table.fields.values():
        blank_is_park = column.ref == "members" and not column.is_required
        if blank_is_park and (page.table.name, column.name) not in _EVERYBODY:
            faulty = {f.place.row for f in page.faults if f.place.column == column.name}
            page.columns[column.name] = [
                known.park_id if value is None and number not in faulty else value
                for value, number in zip(page.columns[column.name], page.numbers, strict=True)
            ]
