"""What pages ask about measured fuels."""

from tanlu.account.cut import cut
from tanlu.workflow.desk import Desk
from tanlu.workflow.viewer import Viewer, allowed_member
from tanlu.workflow.views.figure import View
from tanlu.workflow.views.measured import measured_view


def measured(
    desk: Desk, viewer: Viewer, park_id: str, *, year: int, member: str, version: int
) -> View:
    """Means of batches, stocks, parts, balances and stacks of one inventory."""
    findings = desk.findings(park_id, version)
    allowed = allowed_member(viewer, member, findings.ledger.chains)
    return measured_view(findings, cut(findings.ledger, year=year, member_id=allowed))
