"""What pages ask about methods."""

from tanlu.workflow.desk import Desk
from tanlu.workflow.methods import compare_methods
from tanlu.workflow.viewer import Viewer, allowed_member
from tanlu.workflow.views.figure import View
from tanlu.workflow.views.methods import comparison_view


def methods_compared(
    desk: Desk,
    viewer: Viewer,
    park_id: str,
    *,
    methods: tuple[str, str],
    year: int,
    member: str,
    version: int,
) -> View:
    """Two methods side by side on a park or member."""
    findings = desk.findings(park_id, version)
    allowed = allowed_member(viewer, member, findings.ledger.chains)
    whose = allowed or findings.book.park.park_id
    compared = compare_methods(findings.book, findings.catalog, methods, year, whose)
    return comparison_view(findings, compared)
