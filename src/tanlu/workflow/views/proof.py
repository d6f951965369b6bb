"""The proof of any figure: formula with numbers, factors, records, parts."""

from tanlu.errors import NotFoundError
from tanlu.report.findings import Findings
from tanlu.workflow import trace_proof
from tanlu.workflow.kept import proof_years
from tanlu.workflow.views import (
    proof_account,
    proof_decoupling,
    proof_drivers,
    proof_measured,
    proof_methods,
    proof_options,
    proof_park_drivers,
    proof_quality,
    proof_ratio,
    proof_scope2,
    proof_uncertainty,
    proof_zero,
    trace_joint,
)
from tanlu.workflow.views.figure import View, parts_of

_HANDLERS = {
    **proof_years.HANDLERS,
    **proof_account.HANDLERS,
    **proof_ratio.HANDLERS,
    **proof_drivers.HANDLERS,
    **proof_quality.HANDLERS,
    **proof_measured.HANDLERS,
    **proof_zero.HANDLERS,
    **proof_uncertainty.HANDLERS,
    **proof_scope2.HANDLERS,
    **trace_proof.HANDLERS,
    **trace_joint.HANDLERS,
    **proof_methods.HANDLERS,
    **proof_options.HANDLERS,
    **proof_park_drivers.HANDLERS,
    **proof_decoupling.HANDLERS,
}


def proof(findings: Findings, key: str) -> View:
    """All there is to know about a figure, without who saved it and when.

    Args:
        findings: What the figure was computed in.
        key: The figure's key.

    Returns:
        The API's record `Proof`, less version and author.

    Raises:
        NotFoundError: When no figure has this key.
    """
    kind, parts = parts_of(key)
    try:
        return _HANDLERS[kind](findings, parts)
    except (KeyError, ValueError, IndexError, TypeError, StopIteration) as error:
        raise NotFoundError.of("not_found", thing=key) from error
