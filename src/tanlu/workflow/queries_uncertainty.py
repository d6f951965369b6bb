"""What pages ask about uncertainty."""

from tanlu.workflow.desk import Desk
from tanlu.workflow.uncertainty import assessment
from tanlu.workflow.viewer import Viewer, allowed_member
from tanlu.workflow.views.figure import View
from tanlu.workflow.views.uncertainty import uncertainty_view


def uncertainty(
    desk: Desk, viewer: Viewer, park_id: str, *, year: int, member: str, from_year: int,
    draws: int, seed: int, version: int,
) -> View:  # fmt: skip
    """What a year's figures are worth."""
    findings = desk.findings(park_id, version)
    allowed = allowed_member(viewer, member, findings.ledger.chains)
    found = assessment(
        findings, year=year, from_year=from_year, member=allowed, draws=draws, seed=seed
    )
    return uncertainty_view(findings, found)
