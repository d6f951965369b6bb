"""Proofs of carbon flow: of a year or month from the ledger, of a day or hour by its readings."""

from collections.abc import Callable, Mapping

from tanlu.errors import NotFoundError
from tanlu.report.findings import Findings
from tanlu.workflow.desk import Desk
from tanlu.workflow.trace_park import Transfers, transfers_of
from tanlu.workflow.trace_span import span_of, spanned
from tanlu.workflow.views.figure import View
from tanlu.workflow.views.proof_map import MAPPED
from tanlu.workflow.views.proof_picture import PICTURED
from tanlu.workflow.views.proof_statement import STATED
from tanlu.workflow.views.proof_trace import TRACED

_Prove = Callable[[Findings, Transfers, list[str]], View]
_KINDS: Mapping[str, _Prove] = {**TRACED, **PICTURED, **STATED, **MAPPED}
_MONTH = len("2022-03")


def is_hourly(kind: str, parts: list[str]) -> bool:
    """Whether a figure is one of carbon flow of a day or hour, which needs readings."""
    return kind in _KINDS and len(parts[-1]) > _MONTH


def traced_proof(desk: Desk, findings: Findings, kind: str, parts: list[str]) -> View:
    """The proof of a figure of carbon flow of a day or hour.

    Args:
        desk: The desk, for readings.
        findings: What the figure was computed in.
        kind: Kind of the figure.
        parts: Year, level, view, what it is of, and its span; a node's begin with what.

    Raises:
        NotFoundError: When no figure has this key.
    """
    try:
        year, level, view = _how(kind, parts)
        done = spanned(desk, findings, span_of(parts[-1], year), level, view)
        return _KINDS[kind](findings, done, parts)
    except (KeyError, ValueError, IndexError, TypeError, StopIteration) as error:
        raise NotFoundError.of("not_found", thing="~".join([kind, *parts])) from error


def _how(kind: str, parts: list[str]) -> tuple[int, str, str]:
    year, level, view = parts[1:4] if kind == "trace_node" else parts[:3]
    return int(year), level, view


def _by_year(kind: str, prove: _Prove) -> Callable[[Findings, list[str]], View]:
    def proof(findings: Findings, parts: list[str]) -> View:
        year, level, view = _how(kind, parts)
        return prove(findings, transfers_of(findings.ledger, year, level, view), parts)

    return proof


HANDLERS: Mapping[str, Callable[[Findings, list[str]], View]] = {
    kind: _by_year(kind, prove) for kind, prove in _KINDS.items()
}
"""Kind of figure to the function that proves it, of a year or month."""
