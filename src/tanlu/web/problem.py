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


_STATUS_OF_CODE = {
    "need_key": 401,
    "too_large": 413,
    "unread_media": 415,
    "too_busy": 503,
    "readings_busy": 503,
    "readings_disk_full": 507,
}
"""Faults that HTTP has a word of its own for."""

RETRY_AFTER_S = 1


def status_of(error: TanluError) -> int:
    """The HTTP status of an error.

    Example:
        >>> status_of(NotFoundError.of("not_found", thing="x"))
        404
    """
    code = error.faults[0].code
    if code in _STATUS_OF_CODE:
        return _STATUS_OF_CODE[code]
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def headers_of(status: int) -> dict[str, str]:
    """Headers that go with a status: when to come again, what to show.

    Example:
        >>> headers_of(503)
        {'Retry-After': '1'}
    """
    if status in (503, 507):
        return {"Retry-After": str(RETRY_AFTER_S)}
    return {"WWW-Authenticate": "Bearer"} if status == 401 else {}


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
