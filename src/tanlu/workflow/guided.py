"""What pages ask about the guided job: steps, systems, quality, decisions, templates."""

import secrets
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tanlu.account.cut import cut, years_of
from tanlu.connect.template import write_template
from tanlu.errors import InputError
from tanlu.measure.change import Changes, compare
from tanlu.measure.merge import at_origin
from tanlu.measure.sign import rows_of
from tanlu.model.book import Draft
from tanlu.model.quality import Completeness
from tanlu.model.systems import CITE, DataKind, kinds_of, systems, tables_of
from tanlu.model.table import tables
from tanlu.report.findings import Findings
from tanlu.store.jobs import keep_upload
from tanlu.store.parks import latest, read
from tanlu.workflow.desk import Desk, now
from tanlu.workflow.edit import (
    import_table,
    judge,
    outlook,
    restated_rows,
    save_draft,
    with_rows,
)
from tanlu.workflow.guide.job import last_year, open_job
from tanlu.workflow.guide.record import guide_view
from tanlu.workflow.templates import kind_record, merged_draft
from tanlu.workflow.viewer import Viewer, allowed_member, require_whole
from tanlu.workflow.views.figure import View, figure, text
from tanlu.workflow.views.quality import complete, gap_figure, quality_view


def guide(desk: Desk, viewer: Viewer, park_id: str, year: int, member: str, version: int) -> View:
    """The six steps of a park or member as they stand."""
    findings = desk.findings(park_id, version)
    allowed = allowed_member(viewer, member, findings.ledger.chains)
    job = open_job(findings.book.draft, desk.catalog, year, allowed)
    return guide_view(job, findings)


def quality(desk: Desk, viewer: Viewer, park_id: str, year: int, member: str, version: int) -> View:
    """Completeness, gaps and grades of one inventory."""
    findings = desk.findings(park_id, version)
    allowed = allowed_member(viewer, member, findings.ledger.chains)
    inventory = cut(findings.ledger, year=_year(findings, year), member_id=allowed)
    return quality_view(findings, inventory)


def _year(findings: Findings, year: int) -> int:
    years = years_of(findings.ledger)
    return year or (years[-1] if years else last_year())


def systems_of(desk: Desk, viewer: Viewer, park_id: str, year: int, version: int) -> View:
    """The five systems with the state of each of the 13 kinds of data in a park."""
    require_whole(viewer, park_id)
    findings = desk.findings(park_id, version)
    chosen = _year(findings, year)
    found = None
    if chosen in years_of(findings.ledger):
        found = complete(findings, cut(findings.ledger, year=chosen))
    return {
        "park_id": park_id,
        "year": chosen,
        "version": findings.version,
        "cite": CITE,
        "systems": [
            {
                "system": code,
                "label": text(system.label),
                "note": text(system.note) if system.note else None,
                "tables": list(tables_of(code)),
                "kinds": [_kind_state(findings, kind, found) for kind in kinds_of(code)],
            }
            for code, system in systems().items()
        ],
    }


def _kind_state(findings: Findings, kind: DataKind, found: Completeness | None) -> View:
    rows = rows_of(findings.book, kind.tell).height
    gaps = [g for g in found.gaps if g.cell.code in kind.streams] if found else []
    worth = next((gap for gap in gaps if gap.mid_t is not None), None)
    shown = gap_figure(findings, found, worth) if found and worth else None
    asks = [a for a in found.asks if a.expected.code in kind.streams] if found else []
    return {
        **kind_record(kind),
        "rows": rows,
        "state": "present" if rows else "missing",
        "open_asks": sum(ask.state == "asked" for ask in asks),
        "decided": [ask.decision["reason"] for ask in asks if ask.decision],
        "worth_t": shown or figure("", None, "t CO2e", kind.label),
    }


def template(desk: Desk, viewer: Viewer, park_id: str, system: str) -> bytes:
    """A system's template for a park, as a workbook.

    Raises:
        InputError: When there is no such system.
    """
    require_whole(viewer, park_id)
    draft = read(desk.engine, park_id, latest(desk.engine, park_id))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.xlsx"
        write_template(system, path, draft)
        return path.read_bytes()


def take_template(desk: Desk, viewer: Viewer, park_id: str, path: Path) -> View:
    """Merge a filled template into a park, keep it, and tell what saving would do.

    Raises:
        InputError: When the file cannot be read, or is of another park.
    """
    require_whole(viewer, park_id)
    base = latest(desk.engine, park_id)
    old = read(desk.engine, park_id, base)
    merged = merged_draft(old, path, desk.catalog)
    judged = judge(desk, merged.draft)
    judged = replace(judged, faults=[at_origin(fault, merged) for fault in judged.faults])
    upload_id = secrets.token_urlsafe(12)
    keep_upload(desk.engine, upload_id, now(), Draft(merged.draft.card, merged.draft.sheets))
    changes = compare(old, merged.draft)
    return {
        **outlook(judged, desk.findings(park_id, base)),
        "restated": restated_rows(desk, park_id, judged.findings),
        "upload_id": upload_id,
        "park_id": park_id,
        "is_new": False,
        "tables": [
            import_table(name, merged.draft, changes.get(name, Changes())) for name in tables()
        ],
        "current_version": base,
    }


def decide(
    desk: Desk, viewer: Viewer, park_id: str, base: int, decision: dict[str, str], why: str
) -> int:
    """Store a decision, with who decided and when, as a new version.

    Returns:
        The new version.

    Raises:
        InputError: With every fault; nothing is saved then.
        ConflictError: When somebody saved after `base`.
    """
    require_whole(viewer, park_id)
    old = read(desk.engine, park_id, base)
    draft = with_decision(old, {**decision, "decided_by": viewer.viewer_id})
    return save_draft(desk, viewer, park_id, draft, base, why)


def with_decision(park: Draft, decision: dict[str, str]) -> Draft:
    """A park with one decision more; one about the same stream is replaced.

    Raises:
        InputError: When the reason is missing.
    """
    if not decision.get("reason", "").strip():
        raise InputError.of("missing_value", column=tables()["decisions"].fields["reason"].label)
    about = ("expected", "member_id", "year")
    key = tuple(decision.get(name, "").strip() for name in about)
    kept = [
        row.cells
        for row in park.sheet("decisions").rows
        if tuple(row.cells.get(name, "").strip() for name in about) != key
    ]
    name = "-".join(part for part in ("d", *key) if part)
    made = {"decision_id": name, "decided_on": datetime.now(UTC).date().isoformat(), **decision}
    return with_rows(park, "decisions", [*kept, made])
