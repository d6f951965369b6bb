"""What pages ask: each query takes the viewer, and answers with plain records."""

from tanlu.account.cut import cut
from tanlu.report.findings import Findings
from tanlu.store.parks import Version, park_ids, versions
from tanlu.workflow.desk import Desk
from tanlu.workflow.kept.proof import STORED, stored_proof
from tanlu.workflow.readings.pages_facts import KEY
from tanlu.workflow.readings.pages_proof import readings_proof
from tanlu.workflow.scenario.ask import KINDS, proof_of_tree
from tanlu.workflow.trace_ledger import GREEN, green_proof
from tanlu.workflow.trace_proof import is_hourly, traced_proof
from tanlu.workflow.viewer import Viewer, allowed_member, require_whole
from tanlu.workflow.views.drivers import drivers_view
from tanlu.workflow.views.figure import View, fault_view, parts_of, text
from tanlu.workflow.views.inventory import inventory_view
from tanlu.workflow.views.pathway import pathway_view
from tanlu.workflow.views.proof import proof
from tanlu.workflow.views.series import series_view
from tanlu.workflow.views.tables import table_cards, table_view
from tanlu.workflow.views.zero_carbon import zero_view
from tanlu.workflow.zero_carbon import zero_carbon


def parks(desk: Desk, viewer: Viewer) -> list[View]:
    """The parks of a viewer."""
    found = [desk.findings(park_id) for park_id in park_ids(desk.engine)]
    seen = [f for f in found if viewer.member_id is None or viewer.member_id in f.ledger.chains]
    return [_card(desk, findings) for findings in seen]


def _card(desk: Desk, findings: Findings) -> View:
    park = findings.book.park
    saved = next(v for v in versions(desk.engine, park.park_id) if v.version == findings.version)
    return {
        "park_id": park.park_id,
        "name": text(park.name),
        "place": park.place,
        "years": list(findings.inventories),
        "version": findings.version,
        "saved_at": saved.saved_at,
        "members": len(findings.book.table("members")),
    }


def park(desk: Desk, viewer: Viewer, park_id: str) -> View:
    """A park with its tree and warnings."""
    findings = desk.findings(park_id)
    book = findings.book
    method = findings.catalog.method(book.park.method)
    return {
        **_card(desk, findings),
        "method": text(method.label),
        "gwp_set": book.park.gwp_set,
        "price_base": book.park.price_base,
        "note": {"en": book.park.note, "zh": book.park.note},
        "tree": _tree(findings, viewer),
        "faults": [fault_view(warning) for warning in book.warnings],
    }


def _tree(findings: Findings, viewer: Viewer) -> list[View]:
    ledger = findings.ledger
    systems = dict(findings.book.table("members").select("member_id", "system").iter_rows())
    seen = [
        (member, chain)
        for member, chain in ledger.chains.items()
        if viewer.member_id is None or viewer.member_id in chain
    ]
    return [
        {
            "member_id": member,
            "parent_id": chain[1] if len(chain) > 1 else None,
            "kind": ledger.kinds[member],
            "system": systems.get(member),
            "name": text(ledger.labels[member]),
        }
        for member, chain in seen
    ]


def series(desk: Desk, viewer: Viewer, park_id: str, member: str, version: int) -> View:
    """All years of a park or member."""
    findings = desk.findings(park_id, version)
    return series_view(findings, allowed_member(viewer, member, findings.ledger.chains))


def inventory(
    desk: Desk, viewer: Viewer, park_id: str, *, year: int, member: str, boundary: str, version: int
) -> View:
    """One inventory."""
    findings = desk.findings(park_id, version)
    allowed = allowed_member(viewer, member, findings.ledger.chains)
    drawn = cut(findings.ledger, year=year, boundary=boundary, member_id=allowed)
    return inventory_view(findings, drawn)


def drivers(desk: Desk, viewer: Viewer, park_id: str, version: int) -> View:
    """Drivers and verdict of the whole park."""
    require_whole(viewer, park_id)
    return drivers_view(desk.findings(park_id, version))


def pathway(desk: Desk, viewer: Viewer, park_id: str, version: int) -> View:
    """Scenarios of the whole park."""
    require_whole(viewer, park_id)
    return pathway_view(desk.findings(park_id, version))


def zero(desk: Desk, viewer: Viewer, park_id: str, set_id: str, year: int, version: int) -> View:
    """The whole park beside a set of zero-carbon indicators; the latest year when 0."""
    require_whole(viewer, park_id)
    findings = desk.findings(park_id, version)
    found = zero_carbon(findings.book, findings.ledger, findings.catalog, set_id, year or None)
    return zero_view(found, findings.catalog)


def figure_proof(desk: Desk, viewer: Viewer, park_id: str, key: str, version: int) -> View:
    """The proof of a figure, with who saved the version it stands in."""
    require_whole(viewer, park_id)
    kind, parts = parts_of(key)
    if kind in STORED:
        return stored_proof(desk, park_id, kind, parts)
    findings = desk.findings(park_id, version)
    saved = next(v for v in versions(desk.engine, park_id) if v.version == findings.version)
    if kind == KEY:
        found = readings_proof(desk, viewer, park_id, parts)
    elif kind == GREEN:
        found = green_proof(desk, findings, parts)
    elif is_hourly(kind, parts):
        found = traced_proof(desk, findings, kind, parts)
    elif kind in KINDS:
        found = proof_of_tree(desk, park_id, kind, parts, version)
    else:
        found = proof(findings, key)
    return {
        **found,
        "version": saved.version,
        "saved_at": saved.saved_at,
        "saved_by": saved.saved_by,
    }


def version_view(version: Version) -> View:
    """A saved version for the API."""
    kept = ("version", "saved_at", "saved_by", "why", "digest")
    return {name: getattr(version, name) for name in kept}


def history(desk: Desk, viewer: Viewer, park_id: str) -> list[View]:
    """All versions, the newest first."""
    require_whole(viewer, park_id)
    return [version_view(v) for v in versions(desk.engine, park_id)]


def table_list(desk: Desk, viewer: Viewer, park_id: str) -> list[View]:
    """The tables of a park with their number of rows."""
    require_whole(viewer, park_id)
    return table_cards(desk.findings(park_id).book.draft)


def table(desk: Desk, viewer: Viewer, park_id: str, name: str, version: int) -> View:
    """One table as written."""
    require_whole(viewer, park_id)
    findings = desk.findings(park_id, version)
    return table_view(findings.book.draft, name, findings.version, findings.catalog)
