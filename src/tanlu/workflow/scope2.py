"""Use case: purchased energy of a park or member in both views."""

from tanlu.account.cut import cut
from tanlu.workflow.desk import Desk
from tanlu.workflow.viewer import Viewer, allowed_member
from tanlu.workflow.views.figure import View
from tanlu.workflow.views.scope2 import scope2_view


def both_views(
    desk: Desk, viewer: Viewer, park_id: str, *, year: int, member: str, boundary: str, version: int
) -> View:
    """Scope 2 location-based and market-based, line by line, never added (R3)."""
    findings = desk.findings(park_id, version)
    allowed = allowed_member(viewer, member, findings.ledger.chains)
    drawn = cut(findings.ledger, year=year, boundary=boundary, member_id=allowed)
    return scope2_view(findings, drawn)
