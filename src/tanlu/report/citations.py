"""Which documents the findings rest on, and for what."""

from tanlu.account.formulas import FORMULAS
from tanlu.model.factor import Citation
from tanlu.report.findings import Findings

_CITING = (
    "activities", "flows", "batches", "stocks", "parts", "mass_balance", "cems", "indicators",
    "published", "factors", "assumptions", "targets", "certificates",
)  # fmt: skip


def cited(findings: Findings) -> dict[str, list[str]]:
    """Every document that anything cites, with the places cited, in order.

    Returns:
        Document code to places such as "table-5"; the word "assumption" is no
        document.
    """
    found: dict[str, list[str]] = {}
    for cite in _cites(findings):
        document, _, place = cite.partition("#")
        if document and document != "assumption":
            places = found.setdefault(document, [])
            if place and place not in places:
                places.append(place)
    return found


def _cites(findings: Findings) -> list[str]:
    catalog, ledger = findings.catalog, findings.ledger
    cites = [catalog.methods[ledger.method].cite]
    for choice in ledger.choices:
        cites.append(FORMULAS[choice.formula].cite)
        cites += [f"{r.factor.citation_id}#{r.factor.clause}" for r in choice.factors.values()]
        potential = catalog.gwp.get(ledger.gwp_set, {}).get(choice.gas)
        if potential and choice.gwp != 1.0:
            cites.append(f"{potential.citation_id}#{potential.clause}")
    for table in _CITING:
        cites += [c for c in findings.book.table(table)["cite"].unique(maintain_order=True) if c]
    return cites


def document(findings: Findings, code: str) -> Citation | None:
    """The registered document of a code; None when records cite a paper nobody registered."""
    return findings.catalog.citations.get(code)
