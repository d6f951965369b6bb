"""Faults as problem+json (RFC 9457)."""

from collections.abc import Sequence
from http import HTTPStatus

from tanlu.errors import (
    AccessError,
    BalanceError,
    CatalogError,
    ConflictError,
    Fault,
    InputError,
    NotFoundError,
    TanluError,
)
from tanlu.workflow.views.figure import View, fault_view

_STATUS: tuple[tuple[type[TanluError], int], ...] = (
    (NotFoundError, 404),
    (ConflictError, 409),
    (AccessError, 403),
    (InputError, 422),
    (CatalogError, 422),
    (BalanceError, 500),
)


def status_of(error: TanluError) -> int:
    """The HTTP status of an error.

    Example:
        >>> status_of(NotFoundError.of("not_found", thing="x"))
        404
    """
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def problem_of(faults: Sequence[Fault], status: int) -> View:
    """A problem record with every fault in both languages."""
    first = faults[0]
    return {
        "type": f"urn:tanlu:fault:{first.code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": "\n".join(fault.line("en") for fault in faults),
        "code": first.code,
        "faults": [fault_view(fault) for fault in faults],
    }
