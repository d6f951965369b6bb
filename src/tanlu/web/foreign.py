"""Which writes a page of another site could have made a browser send.

A browser asks first (CORS preflight) before it sends a header of one's own, or a
content type that no form has; this server never says yes. So whatever carries one of
them was not sent by a foreign page. Pages always say where they come from besides.
"""

import re
from collections.abc import Mapping

_PUSH = re.compile(r"/api/v1/parks/[^/]+/readings(?:/stream)?")
_OF_FORMS = frozenset(
    {"", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"}
)


def is_foreign(path: str, headers: Mapping[str, str]) -> bool:
    """Whether a write may come from a page of another site.

    Args:
        path: What is written to. Machines push readings without the pages' own header.
        headers: The request's headers, names in lower case.

    Example:
        >>> push = "/api/v1/parks/p/readings"
        >>> is_foreign(push, {"idempotency-key": "7"}), is_foreign(push, {})
        (False, True)
        >>> is_foreign("/api/v1/parks/p/tables/flows", {"idempotency-key": "7"})
        True
    """
    if _PUSH.fullmatch(path) is None:
        return "x-tanlu-client" not in headers
    if _is_elsewhere(headers):
        return True
    media = headers.get("content-type", "").partition(";")[0].strip().lower()
    is_own = "x-tanlu-client" in headers or "idempotency-key" in headers
    return not (is_own or "authorization" in headers or media not in _OF_FORMS)


def _is_elsewhere(headers: Mapping[str, str]) -> bool:
    if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return True
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2] != headers.get("host", "")
