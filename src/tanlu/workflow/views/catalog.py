"""The factor catalogue for the API."""

from tanlu.catalog.content import Catalog, normal
from tanlu.catalog.resolve import FOUND
from tanlu.model.factor import Citation, Factor, Resolved
from tanlu.model.label import label
from tanlu.types import Text
from tanlu.workflow.views.figure import View, pick, text


def subjects_view(catalog: Catalog, search: str = "", kind: str = "") -> list[View]:
    """Carriers whose code or a name holds the search, as `SubjectView`."""
    wanted = normal(search)
    counts: dict[str, int] = {}
    for factor in catalog.factors:
        counts[factor.subject] = counts.get(factor.subject, 0) + 1
    return [
        {
            "subject": c.carrier_id, "label": text(c.label), "kind": c.kind, "unit": c.unit,
            "values": counts.get(c.carrier_id, 0), "aliases": list(c.aliases),
        }
        for c in catalog.carriers.values()
        if kind in ("", c.kind)
        and any(wanted in normal(n) for n in (c.carrier_id, c.label.en, c.label.zh, *c.aliases))
    ]  # fmt: skip


def subject_view(catalog: Catalog, subject: str) -> list[View]:
    """All values of a subject, as `FactorView`.

    Raises:
        NotFoundError: When the catalogue does not know it.
    """
    pick(catalog.carriers, subject)
    return [factor_view(catalog, f) for f in catalog.factors if f.subject == subject]


def citation_view(citation: Citation) -> View:
    """A document, as `CitationView`."""
    return {
        "citation_id": citation.citation_id,
        "title": text(citation.title),
        "issuer": text(citation.issuer),
        "number": citation.number,
        "published_on": citation.published_on,
        "status": citation.status,
        "read": citation.read,
        "note": citation.note,
    }


def factor_view(catalog: Catalog, factor: Factor, found: str | None = None) -> View:
    """A value with its document and clause, as `FactorView`."""
    subject = catalog.carriers.get(factor.subject)
    return {
        "factor_id": factor.factor_id,
        "subject": factor.subject,
        "subject_label": text(subject.label if subject else Text(factor.subject, factor.subject)),
        "quantity": factor.quantity,
        "quantity_label": text(label("quantity", factor.quantity)),
        "value": factor.value,
        "unit": factor.unit,
        "lower": factor.lower,
        "upper": factor.upper,
        "printed": factor.printed,
        "place": factor.place,
        "series": factor.series,
        "valid_from": factor.from_on.isoformat(),
        "valid_to": factor.to_on.isoformat() if factor.to_on else None,
        "citation": citation_view(_document(catalog, factor.citation_id)),
        "clause": factor.clause,
        "status": factor.status,
        "note": factor.note,
        "found": found,
        "found_label": text(FOUND[found]) if found else None,
        "alternatives": [],
    }


def resolved_view(catalog: Catalog, resolved: Resolved) -> View:
    """A factor as taken, in the formula's unit, with what else there was."""
    view = factor_view(catalog, resolved.factor, resolved.found)
    others = [factor_view(catalog, f) for f in resolved.alternatives]
    taken = f"{resolved.value:.10g} {resolved.unit}"
    return {**view, "printed": view["printed"] or taken, "alternatives": others}


def _document(catalog: Catalog, citation_id: str) -> Citation:
    unknown = Text(citation_id, citation_id)
    return catalog.citations.get(citation_id) or Citation(
        citation_id, unknown, Text("", ""), None, None, "unknown", "unknown", "secondary"
    )


def cited(catalog: Catalog, cite: str | None) -> View | None:
    """The document that a record cites; None when it cites nothing known."""
    document = (cite or "").partition("#")[0]
    known = catalog.citations.get(document)
    return citation_view(known) if known else None


def methods_view(catalog: Catalog) -> list[View]:
    """All accounting methods."""
    return [
        {
            "method_id": m.method_id,
            "label": text(m.label),
            "note": text(m.note),
            "cite": m.cite,
            "gases": list(m.gases),
        }
        for m in catalog.methods.values()
    ]
