"""One number now: a few amounts in, a cited answer out, without a park."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from tanlu.account.cut import cut
from tanlu.account.ledger import ledger
from tanlu.account.method_warnings import method_warnings
from tanlu.catalog.content import Catalog
from tanlu.catalog.overlay import with_documents
from tanlu.catalog.resolve import FOUND
from tanlu.errors import Fault, NoFactorError, Place, raise_errors
from tanlu.measure.border import check
from tanlu.model.book import Book, Draft, Row, Sheet
from tanlu.model.factor import Resolved
from tanlu.model.inventory import Ledger
from tanlu.model.label import label
from tanlu.workflow.nearest import with_nearest
from tanlu.workflow.place_names import find_place
from tanlu.workflow.quick_item import read_item
from tanlu.workflow.quick_own import own_sheets

_GASES = {"co2": "co2_t", "ch4": "ch4_t", "n2o": "n2o_t"}
_PARK = "calc"
_HOME = "CN"
_STREAMS = {"fuel": "combustion", "process": "process"}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: items as "name=amount unit", where, when, by which rules.

    Where `region` or `gwp_set` is empty, it is the method's own. `own` states
    values of one's plant, such as "anode_effect_minutes=0.5 min".
    """

    items: Sequence[str]
    region: str = ""
    year: int = 2022
    method: str = "cn.park"
    gwp_set: str = ""
    own: Sequence[str] = ()


def answer(question: Question, catalog: Catalog) -> dict[str, Any]:
    """Emissions of a few amounts, each with its factors and their documents.

    Args:
        question: Amounts as people write them.
        catalog: The factor catalogue.

    Returns:
        `co2e_t` [t], `method`, `lines`; a gas that the method does not count
        is null, never zero.

    Raises:
        InputError: With every item that cannot be understood, and near names.
        NoFactorError: When no factor is valid for the year and place.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> found = answer(Question(["电力=1000 MWh"], "江西"), load_catalog())
        >>> round(found["co2e_t"], 1)
        575.2
    """
    draft = _draft(_completed(question, catalog), catalog)
    book = check(draft, catalog)
    catalog = with_documents(catalog, book)
    try:
        lines = ledger(book, catalog)
    except NoFactorError as error:
        raise NoFactorError([with_nearest(f, catalog) for f in error.faults]) from error
    drawn = cut(lines, year=question.year)
    rows = drawn.lines.sort("row")
    records = rows["record_id"].unique(maintain_order=True)
    found = [_line(rows.filter(pl.col("record_id") == r), draft, lines, catalog) for r in records]
    fit = method_warnings(book, catalog, [question.year])
    return {
        "co2e_t": drawn.total_t,
        "method": question.method,
        "gwp_set": book.park.gwp_set,
        "region": book.park.place,
        "year": question.year,
        "catalog_digest": catalog.digest,
        "lines": found,
        "warnings": [_said(w) for w in (*book.warnings, *lines.notes, *fit, *_unused(book, lines))],
    }


def _unused(book: Book, lines: Ledger) -> list[Fault]:
    # what is stated and changes nothing was meant for something else
    used = {r.factor.factor_id for choice in lines.choices for r in choice.factors.values()}
    rows = book.table("factors").select("factor_id", "subject", "quantity").iter_rows()
    return [
        Fault("value_unused", Place("calc --with"), {"subject": subject, "quantity": quantity})
        for factor, subject, quantity in rows
        if f"own/{factor}" not in used
    ]


def asked_book(question: Question, catalog: Catalog) -> Book:
    """A question as a park of its own, for whatever else is to be computed from it.

    Raises:
        InputError: With every item that cannot be understood, and near names.
    """
    return check(_draft(_completed(question, catalog), catalog), catalog)


def _said(fault: Fault) -> dict[str, str]:
    return {lang: fault.what(lang) for lang in ("en", "zh")}


def _completed(question: Question, catalog: Catalog) -> Question:
    method = catalog.methods.get(question.method)
    if method is None:
        return replace(question, region=question.region or _HOME, gwp_set=question.gwp_set or "AR5")
    home = method.applies.place if method.applies.place in catalog.places else _HOME
    home = _HOME if home == "world" else home
    gwp_set = question.gwp_set or method.gwp_set(question.year)
    return replace(question, region=question.region or home, gwp_set=gwp_set)


def _draft(question: Question, catalog: Catalog) -> Draft:
    parsed = [_parsed(n, item, catalog) for n, item in enumerate(question.items, start=1)]
    raise_errors([p for p in parsed if isinstance(p, Fault)])
    rows = [p for p in parsed if not isinstance(p, Fault)]
    kinds = {r.number: catalog.carriers[r.cells["carrier"]].kind for r in rows}
    period = str(question.year)
    # each item is a member of its own, so that the same fuel may be named twice
    inside = [
        _with(r, period, stream=_STREAMS[kinds[r.number]], member_id=_member(r))
        for r in rows
        if kinds[r.number] in _STREAMS
    ]
    bought = [
        _with(r, period, from_id="world", to_id=_member(r))
        for r in rows
        if kinds[r.number] not in _STREAMS
    ]
    members = [Row(r.number, {"member_id": _member(r), "kind": "enterprise"}) for r in rows]
    card = {
        "park_id": _PARK, "name_en": _PARK, "name_zh": _PARK, "method": question.method,
        "place": find_place(catalog, question.region), "gwp_set": question.gwp_set,
    }  # fmt: skip
    asked = [r.cells["carrier"] for r in rows]
    own, faults = own_sheets(question.own, asked, catalog)
    raise_errors(faults)
    sheets = {
        **own,
        "members": Sheet("members", members, file="calc"),
        "activities": Sheet("activities", inside, file="calc"),
        "flows": Sheet("flows", bought, file="calc"),
    }
    return Draft(card, sheets)


def _parsed(number: int, item: str, catalog: Catalog) -> Row | Fault:
    place = Place("calc", row=number)
    read = read_item(item, lambda word: catalog.find_carrier(word) is not None)
    if read is None:
        return Fault("quick_item", place, {"item": item[:80]})
    carrier = catalog.find_carrier(read.name)
    if carrier is None:
        close = catalog.close_carriers(read.name)
        names = [f"{c} ({catalog.carriers[c].label.zh})" for c in close]
        params = {"carrier": read.name, "close": ", ".join(names) or "—"}
        return Fault("unknown_carrier", place, params)
    cells = {
        "record_id": f"item-{number}",
        "carrier": carrier.carrier_id,
        "quantity": read.amount,
        "unit": read.unit,
        "quality": "calculated",
        "note": read.name,
    }
    return Row(number, cells)


def _member(row: Row) -> str:
    return f"item-{row.number}"


def _with(row: Row, period: str, **cells: str) -> Row:
    return Row(row.number, {**row.cells, "period": period, **cells})


def _line(rows: pl.DataFrame, draft: Draft, found: Ledger, catalog: Catalog) -> dict[str, Any]:
    first = rows.row(0, named=True)
    cells = next(
        r.cells for name in ("activities", "flows") for r in draft.sheet(name).rows
        if r.cells["record_id"] == first["record_id"]
    )  # fmt: skip
    gases = dict(rows.select("gas", "gas_t").iter_rows())
    carrier = catalog.carriers[first["carrier"]]
    choices = [found.choices[c] for c in rows["choice"]]
    factors = {r.factor.factor_id: r for c in choices for r in c.factors.values()}
    return {
        "name": cells["note"],
        "code": carrier.carrier_id,
        "label": carrier.label.both(),
        "activity": first["amount"],
        "unit": first["amount_unit"],
        "written": f"{cells['quantity']} {cells['unit']}",
        "scope": first["scope"],
        **{name: gases.get(gas) for gas, name in _GASES.items()},
        "gases_t": gases,
        "co2_biogenic_t": gases.get("co2_biogenic"),
        "co2e_t": float(rows["co2_t"].sum()),
        "factors": [_factor(r, catalog) for r in factors.values() if _is_used(r, rows)],
    }


def _is_used(resolved: Resolved, rows: pl.DataFrame) -> bool:
    # the coal equivalent is proof only where the amount was written in it
    is_coal = resolved.request.quantity == "coal_equivalent"
    return not is_coal or "tce" in rows["written_unit"].to_list()


def _factor(resolved: Resolved, catalog: Catalog) -> Mapping[str, Any]:
    factor = resolved.factor
    document = catalog.citations.get(factor.citation_id)
    return {
        "quantity": factor.quantity,
        "value": resolved.value,
        "unit": resolved.unit,
        "printed": f"{factor.value:g} {factor.unit}",
        "document": factor.citation_id,
        "title": document.title.both() if document else None,
        "clause": factor.clause,
        "how_found": resolved.found,
        "found_label": FOUND[resolved.found].both(),
        "quantity_label": label("quantity", factor.quantity).both(),
        "status": factor.status,
        "valid_from": factor.from_on.isoformat(),
        "place": factor.place,
    }
