"""Changing a park: preview what a change would do, then save it as a new version."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tanlu.connect.park import open_park
from tanlu.errors import CatalogError, Fault, InputError, NotFoundError
from tanlu.measure.change import Changes, compare
from tanlu.model.book import Draft, Row, Sheet
from tanlu.model.table import tables
from tanlu.report.findings import Findings
from tanlu.store.jobs import keep_upload, read_upload
from tanlu.store.parks import latest, read, save
from tanlu.workflow.desk import Desk, now
from tanlu.workflow.kept.follow import follow, restated
from tanlu.workflow.viewer import Viewer, require_whole
from tanlu.workflow.views.figure import View, fault_view, pick, text

Cells = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft with its findings, or with the faults that forbid them."""

    draft: Draft
    findings: Findings | None
    faults: Sequence[Fault]


def judge(desk: Desk, draft: Draft, before: Findings | None = None) -> Judged:
    """A draft with its findings, or with the faults that forbid them."""
    try:
        found = desk.judge(draft, 0, before)
    except (InputError, CatalogError) as error:
        return Judged(draft, None, error.faults)
    return Judged(draft, found, found.book.warnings)


def with_rows(draft: Draft, table: str, rows: Sequence[Cells]) -> Draft:
    """A draft with other rows in one table; blank rows fall away.

    Raises:
        NotFoundError: When there is no such table.
    """
    pick(tables(), table)
    filled = [{c: v for c, v in row.items() if v not in (None, "")} for row in rows]
    kept = [Row(n, _texts(cells)) for n, cells in enumerate(filled, start=2) if cells]
    return replace(draft, sheets={**draft.sheets, table: Sheet(table, kept)})


def _texts(cells: Cells) -> dict[str, str]:
    return {column: str(value) for column, value in cells.items()}


def preview(
    desk: Desk, viewer: Viewer, park_id: str, table: str, base: int, rows: Sequence[Cells]
) -> View:
    """What saving these rows would do: rows, faults, tonnes before and after."""
    require_whole(viewer, park_id)
    old = desk.draft(park_id, base)
    judged = judge(desk, with_rows(old, table, rows), desk.findings(park_id, base))
    changes = compare(old, judged.draft).get(table, Changes())
    return {
        **_counts(changes),
        **outlook(judged, desk.findings(park_id, base)),
        "restated": restated_rows(desk, park_id, judged.findings),
        "current_version": latest(desk.engine, park_id),
    }


def _counts(changes: Changes) -> dict[str, int]:
    return {
        "added": len(changes.added),
        "removed": len(changes.removed),
        "changed": len({change.row_id for change in changes.changed}),
    }


def outlook(judged: Judged, before: Findings | None) -> View:
    """What saving would do: faults, whether it can be saved, totals before and after."""
    return {
        "faults": [fault_view(fault) for fault in judged.faults],
        "is_savable": judged.findings is not None,
        "totals": _totals(before, judged.findings),
    }


def restated_rows(desk: Desk, park_id: str, after: Findings | None) -> list[View]:
    """Kept inventories that saving would give a new version."""
    found = restated(desk.engine, park_id, after) if after else ()
    return [
        {
            "inventory_id": each.head.inventory_id,
            "year": each.head.year,
            "version": each.head.version + 1,
            "before_t": each.bridge.old_t,
            "after_t": each.bridge.new_t,
            "parts": each.bridge.parts,
        }
        for each in found
    ]


def _totals(before: Findings | None, after: Findings | None) -> list[View]:
    old = {y: i.total_t for y, i in before.inventories.items()} if before else {}
    new = {y: i.total_t for y, i in after.inventories.items()} if after else {}
    years = sorted({*old, *new})
    return [{"year": y, "before_t": old.get(y), "after_t": new.get(y)} for y in years]


def save_rows(
    desk: Desk, viewer: Viewer, park_id: str, table: str, base: int, rows: Sequence[Cells], why: str
) -> int:
    """Save other rows in one table as a new version.

    Returns:
        The new version.

    Raises:
        InputError: With every fault; nothing is saved then.
        ConflictError: When somebody saved after `base`.
    """
    require_whole(viewer, park_id)
    draft = with_rows(desk.draft(park_id, base), table, rows)
    return save_draft(desk, viewer, park_id, draft, base, why)


def save_draft(desk: Desk, viewer: Viewer, park_id: str, draft: Draft, base: int, why: str) -> int:
    """Save a draft as a new version; kept inventories follow.

    Returns:
        The new version.
    """
    saving = desk.saving(viewer, why)
    findings = desk.judge(draft, base + 1, desk.findings(park_id, base) if base else None)
    rows = follow(desk.engine, park_id, findings, base + 1, saving)
    return save(desk.engine, park_id, draft, base, saving, rows).version


def take_upload(desk: Desk, viewer: Viewer, park_id: str, path: Path) -> View:
    """Read an uploaded workbook or archive, keep it, and tell what saving would do.

    Raises:
        InputError: When the file cannot be read as a park at all.
    """
    require_whole(viewer, park_id)
    draft = open_park(path)
    base = latest(desk.engine, park_id)
    old = read(desk.engine, park_id, base)
    same = draft.card.get("park_id") == park_id
    judged = judge(desk, draft)
    faults = list(judged.faults) if same else [_other_park(draft, park_id), *judged.faults]
    if not same:
        judged = replace(judged, findings=None)
    upload_id = secrets.token_urlsafe(12)
    keep_upload(desk.engine, upload_id, now(), draft)
    changes = compare(old, draft)
    return {
        **outlook(replace(judged, faults=faults), desk.findings(park_id, base)),
        "restated": restated_rows(desk, park_id, judged.findings),
        "upload_id": upload_id,
        "park_id": park_id,
        "is_new": False,
        "tables": [import_table(name, draft, changes.get(name, Changes())) for name in tables()],
        "current_version": base,
    }


def _other_park(draft: Draft, park_id: str) -> Fault:
    found = draft.card.get("park_id", "")
    return Fault("other_park", params={"found": found, "wanted": park_id})


def import_table(name: str, draft: Draft, changes: Changes) -> View:
    """One table of an import: its rows and how many of them differ."""
    rows = len(draft.sheet(name).rows)
    return {"table": name, "label": text(tables()[name].label), "rows": rows, **_counts(changes)}


def save_upload(
    desk: Desk, viewer: Viewer, park_id: str, upload_id: str, base: int, why: str
) -> int:
    """Save an upload as a new version.

    Raises:
        InputError: With every fault; nothing is saved then.
        ConflictError: When somebody saved after `base`.
        NotFoundError: When the upload is not of this park.
    """
    require_whole(viewer, park_id)
    draft = read_upload(desk.engine, upload_id)
    if draft.card.get("park_id") != park_id:
        raise NotFoundError.of("not_found", thing=upload_id)
    return save_draft(desk, viewer, park_id, draft, base, why)
