"""Kept inventories: keep one, list them, read an old one, lay two side by side, accept."""

from tanlu.account.bridge import bridge
from tanlu.account.cut import cut
from tanlu.errors import ConflictError, NotFoundError
from tanlu.model.bridge import Bridge
from tanlu.store.inventories import (
    Acceptance,
    KeptVersion,
    accept_version,
    acceptances,
    add_versions,
    kept_versions,
    newest,
)
from tanlu.store.inventory_pack import Kept
from tanlu.store.parks import latest
from tanlu.types import Text
from tanlu.workflow.desk import Desk, now
from tanlu.workflow.kept.bridge_view import Naming, bridge_record
from tanlu.workflow.kept.follow import inventory_id, kept_of, new_version, read_kept
from tanlu.workflow.kept.view import kept_record, unit_of
from tanlu.workflow.viewer import Viewer, require_whole
from tanlu.workflow.views.figure import View, figure, key_of, named, text


def keep(
    desk: Desk, viewer: Viewer, park_id: str, *, year: int, member: str, boundary: str, why: str
) -> View:
    """Keep an inventory as it comes out now; the same again changes nothing.

    Raises:
        InputError: When the member or year is not in the park.
        ConflictError: When the park was saved meanwhile.
    """
    require_whole(viewer, park_id)
    findings = desk.findings(park_id)
    drawn = cut(findings.ledger, year=year, boundary=boundary, member_id=member)
    code = inventory_id(drawn.year, drawn.boundary, drawn.member_id)
    held = newest(desk.engine, park_id).get(code)
    made = {"cause": "kept", "park_version": findings.version}
    row = new_version(kept_of(findings, drawn), 1, desk.saving(viewer, why), made)
    if held is None:
        current = latest(desk.engine, park_id)
        if current != findings.version:
            raise ConflictError.of("conflict", current=current, base=findings.version)
        with desk.engine.begin() as connection:
            add_versions(connection, [row])
    return series_of(desk, viewer, park_id, code)


def inventories(desk: Desk, viewer: Viewer, park_id: str) -> list[View]:
    """All kept inventories of a park, the newest year first."""
    require_whole(viewer, park_id)
    codes = newest(desk.engine, park_id)
    return [series_of(desk, viewer, park_id, code) for code in codes]


def series_of(desk: Desk, viewer: Viewer, park_id: str, code: str) -> View:
    """One kept inventory with all its versions, the newest first.

    Raises:
        NotFoundError: When it was never kept.
    """
    require_whole(viewer, park_id)
    heads = kept_versions(desk.engine, park_id, code)
    if not heads:
        raise NotFoundError.of("not_found", thing=code)
    accepted = {a.version: a for a in acceptances(desk.engine, park_id, code)}
    before = {head.version + 1: head.total_t for head in heads}
    first = heads[0]
    labels = desk.findings(park_id).ledger.labels
    return {
        "inventory_id": code,
        "park_id": park_id,
        "year": first.year,
        "boundary": first.boundary,
        "member_id": first.member_id,
        "member": text(labels.get(first.member_id, Text(first.member_id, first.member_id))),
        "versions": [
            _head(head, before.get(head.version), accepted.get(head.version), _unit(desk, head))
            for head in heads
        ],
    }


def state_of(head: KeptVersion, accepted: Acceptance | None) -> str:
    """Whether a version is kept (somebody answers for it) or a draft (made by a correction)."""
    return "kept" if head.cause == "kept" or accepted else "draft"


def _unit(desk: Desk, head: KeptVersion) -> str:
    method = desk.catalog.methods.get(head.method)
    return "t CO2" if method and method.gases == ("co2",) else "t CO2e"


def _head(head: KeptVersion, before: float | None, accepted: Acceptance | None, unit: str) -> View:
    at = (head.inventory_id, head.version)
    kept = ("version", "method", "gwp_set", "park_version", "catalog_digest", "cause", "made_at",
            "made_by", "why", "digest")  # fmt: skip
    return {
        **{name: getattr(head, name) for name in kept},
        "state": state_of(head, accepted),
        "accepted_at": accepted.accepted_at if accepted else None,
        "accepted_by": accepted.accepted_by if accepted else None,
        "total": figure(key_of("kept", *at, "total"), head.total_t, unit, named("total")),
        "change_t": None if before is None else head.total_t - before,
    }


def accept(desk: Desk, viewer: Viewer, park_id: str, code: str, version: int, why: str) -> View:
    """Accept a restated version: from now on somebody answers for it."""
    require_whole(viewer, park_id)
    accepted = Acceptance(version, now(), viewer.viewer_id, why)
    accept_version(desk.engine, park_id, code, accepted)
    return series_of(desk, viewer, park_id, code)


def head_of(desk: Desk, park_id: str, code: str, version: int) -> KeptVersion:
    """A version's head; the newest when 0.

    Raises:
        NotFoundError: When there is no such version.
    """
    heads = kept_versions(desk.engine, park_id, code)
    for head in heads:
        if version in (0, head.version):
            return head
    raise NotFoundError.of("not_found", thing=f"{code} v{version}")


def kept_version(desk: Desk, viewer: Viewer, park_id: str, code: str, version: int) -> View:
    """An old version as it was, read-only."""
    require_whole(viewer, park_id)
    head = head_of(desk, park_id, code, version)
    return kept_record(head, read_kept(desk.engine, head))


def bridge_of(
    desk: Desk, park_id: str, code: str, old: int, new: int
) -> tuple[Bridge, Naming, Kept, Kept]:
    """The bridge between two versions of a kept inventory, and what things are called."""
    last = head_of(desk, park_id, code, new)
    first = head_of(desk, park_id, code, old or max(last.version - 1, 1))
    one, other = (read_kept(desk.engine, head) for head in (first, last))
    found = bridge(one.inventory, other.inventory)
    naming = Naming(
        ("bridge", code, first.version, last.version),
        {**one.inventory.ledger.labels, **other.inventory.ledger.labels},
        {**one.carriers, **other.carriers},
        unit_of(other),
    )
    return found, naming, one, other


def bridge_between(desk: Desk, viewer: Viewer, park_id: str, code: str, old: int, new: int) -> View:
    """What changed from one version to another: old, new and difference only."""
    require_whole(viewer, park_id)
    found, naming, _, _ = bridge_of(desk, park_id, code, old, new)
    return {
        "inventory_id": code,
        "old_version": naming.prefix[2],
        "new_version": naming.prefix[3],
        "bridge": bridge_record(found, naming),
    }
