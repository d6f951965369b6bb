"""Methods and comparisons of methods as plain records for JSON."""

from typing import Any

from tanlu.account.side_by_side_words import sentence
from tanlu.catalog.content import Catalog
from tanlu.catalog.method import Clause, Method, Span
from tanlu.catalog.overlay import with_documents
from tanlu.errors import Fault
from tanlu.model.book import Book
from tanlu.model.factor import Resolved
from tanlu.model.side_by_side import CAUSES, Basis, Pair, Part, SideBySide
from tanlu.types import Text
from tanlu.workflow.inventory_record import factor_record
from tanlu.workflow.methods import Compared, Own, compare_methods, own_methods
from tanlu.workflow.quick import Question, asked_book


def both(text: Text) -> dict[str, str]:
    """A text as a record."""
    return text.both()


def method_record(method: Method) -> dict[str, Any]:
    """Everything that a method says."""
    applies = method.applies
    return {
        "method": method.method_id,
        "label": both(method.label),
        "note": both(method.note),
        "cite": method.cite,
        "status": method.status,
        "extends": method.extends or None,
        "succeeds": method.succeeds or None,
        "applies": {
            "to": list(applies.to),
            "sectors": list(applies.sectors),
            "guide": both(applies.guide) if applies.guide else None,
            "place": applies.place,
            "from": applies.from_on.isoformat() if applies.from_on else None,
            "until": applies.to_on.isoformat() if applies.to_on else None,
        },
        "gases": list(method.gases),
        "scopes": list(method.scopes),
        "streams": list(method.streams),
        "gases_by_stream": {s: list(gases) for s, gases in method.gases_by_stream.items()},
        "ways": {stream: list(ways) for stream, ways in method.ways.items()},
        "exports": method.exports,
        "energy": method.energy,
        "gwp_sets": list(method.gwp_sets),
        "biogenic": method.biogenic,
        "categories": dict(method.categories),
        "series": {name: list(order) for name, order in method.series.items()},
        "dated": {name: [_span(s) for s in spans] for name, spans in method.dated.items()},
        "clauses": {rule: _clause(clause) for rule, clause in method.clauses.items()},
    }


def _span(span: Span) -> dict[str, Any]:
    return {
        "series": list(span.series),
        "at": span.at or None,
        "from": span.from_on.isoformat() if span.from_on else None,
        "until": span.to_on.isoformat() if span.to_on else None,
        **_clause(span.clause),
    }


def _clause(clause: Clause) -> dict[str, Any]:
    note = both(clause.note) if clause.note else None
    return {"cite": clause.cite, "status": clause.status, "note": note}


def comparison_record(compared: Compared, catalog: Catalog) -> dict[str, Any]:
    """Two methods side by side; masses in t CO2 equivalent.

    Returns:
        Both totals, the difference, the causes that sum to it, each stream with
        its parts, and what a reader must know first.
    """
    result = compared.result
    return {
        "member": result.member_id,
        "year": result.year,
        "first": _basis(result.first, result.first_t, compared.lacking[0], catalog),
        "second": _basis(result.second, result.second_t, compared.lacking[1], catalog),
        "difference": result.difference_t,
        "causes": [
            {"cause": cause, "label": both(CAUSES[cause]), "co2e_t": amount}
            for cause, amount in result.by_cause.items()
        ],
        "streams": [_pair(pair, result, catalog) for pair in result.pairs],
        "warnings": [_fault(fault) for fault in compared.warnings],
    }


def compare_asked(question: Question, against: str, catalog: Catalog) -> dict[str, Any]:
    """A quick question under its own method and under a second one, side by side."""
    book = asked_book(question, catalog)
    catalog = with_documents(catalog, book)
    methods = (question.method, against)
    return comparison_record(compare_methods(book, catalog, methods, question.year), catalog)


def own_method_records(book: Book, catalog: Catalog, year: int) -> list[dict[str, Any]]:
    """Members that report by a method of their own: beside the park's figures, never in its sum."""
    return [_own(own, book) for own in own_methods(book, catalog, year)]


def _own(own: Own, book: Book) -> dict[str, Any]:
    result = own.compared.result if own.compared else None
    warnings = own.compared.warnings if own.compared else ()
    return {
        "member": own.member_id,
        "method": own.method,
        "total": result.second_t if result else None,
        "is_complete": not own.lacking,
        "park_method": book.park.method,
        "by_park_method": result.first_t if result else None,
        "difference": result.difference_t if result else None,
        "causes": result.by_cause if result else {},
        "lacking": [_fault(fault) for fault in own.lacking],
        "warnings": [_fault(fault) for fault in warnings],
    }


def _basis(basis: Basis, total: float, lacking: tuple[Fault, ...], catalog: Catalog) -> Any:  # noqa: ANN401 - a plain record
    return {
        "method": basis.method,
        "label": both(catalog.method(basis.method).label),
        "gwp_set": basis.gwp_set,
        "exports": basis.exports,
        "total": total,
        "is_complete": not lacking,
        "lacking": [_fault(fault) for fault in lacking],
    }


def _pair(pair: Pair, result: SideBySide, catalog: Catalog) -> dict[str, Any]:
    return {
        "scope": pair.scope,
        "stream": pair.stream,
        "carrier": pair.carrier,
        "first": pair.first_t,
        "second": pair.second_t,
        "difference": pair.difference_t,
        "parts": [part_record(part, result, catalog) for part in pair.parts],
    }


def part_record(part: Part, result: SideBySide, catalog: Catalog) -> dict[str, Any]:
    """A part of a difference with its sentence and both factors."""
    return {
        "cause": part.cause,
        "gas": part.gas,
        "quantity": part.quantity or None,
        "co2e_t": part.amount_t,
        "lines": part.lines,
        "was": part.was or None,
        "now": part.now or None,
        "first": _factor(part.first, catalog),
        "second": _factor(part.second, catalog),
        "inputs": [[factor_record(r, catalog) for r in side] for side in part.inputs],
        "says": both(sentence(part, result, catalog)),
    }


def _factor(resolved: Resolved | None, catalog: Catalog) -> dict[str, Any] | None:
    return factor_record(resolved, catalog) if resolved else None


def _fault(fault: Fault) -> dict[str, str]:
    return {"code": fault.code, "en": fault.what("en"), "zh": fault.what("zh")}
