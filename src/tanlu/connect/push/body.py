"""The body of a push by its media type, unpacked within bounds."""

import zlib
from collections.abc import Callable, Mapping

from tanlu.connect.push.columnar import read_arrow, read_parquet
from tanlu.connect.push.lines import read_lines
from tanlu.connect.push.taken import Taken
from tanlu.errors import InputError

MOST_MB = 256
ARROW = "application/vnd.apache.arrow.stream"
PARQUET = "application/vnd.apache.parquet"
LINES = "application/x-ndjson"
JSON = "application/json"
_GZIP = 16 + zlib.MAX_WBITS

READERS: Mapping[str, Callable[[bytes, str], Taken]] = {
    ARROW: read_arrow,
    PARQUET: read_parquet,
    LINES: read_lines,
    JSON: read_lines,
    "application/jsonl": read_lines,
    "application/ndjson": read_lines,
    "application/octet-stream": read_lines,
    "application/x-www-form-urlencoded": read_lines,  # what curl says when it is told nothing
    "application/x-parquet": read_parquet,
    "text/plain": read_lines,
    "": read_lines,
}
"""Media type to what reads it."""


def read_body(body: bytes, media: str, coding: str, zone: str) -> Taken:
    """Readings of a body.

    Args:
        body: As it came.
        media: Its media type, without parameters.
        coding: Its content coding: "", "identity" or "gzip".
        zone: The park's time zone.

    Raises:
        InputError: When nobody here reads such a body, or it unpacks to too much.

    Example:
        >>> line = b'{"channel": "m", "at": "2025-03-01", "value": 1}'
        >>> read_body(line, JSON, "", "UTC").long.height
        1
    """
    if media not in READERS:
        known = f"{LINES}, {JSON}, {ARROW}, {PARQUET}"
        raise InputError.of("unread_media", media=media[:80], known=known)
    return READERS[media](_plain(body, coding), zone)


def _plain(body: bytes, coding: str) -> bytes:
    if coding in ("", "identity"):
        return body
    if coding not in ("gzip", "x-gzip"):
        raise InputError.of("unread_media", media=coding[:80], known="gzip")
    most = MOST_MB * 2**20
    found, rest = b"", body
    while rest:  # a gzip file may have several members
        packed = zlib.decompressobj(_GZIP)
        try:
            found += packed.decompress(rest, most + 1 - len(found))
        except zlib.error as error:
            raise InputError.of("not_a_table", kind="gzip", reason=str(error)) from error
        if len(found) > most:
            raise InputError.of("too_large", limit=MOST_MB)
        if not packed.eof:
            raise InputError.of("not_a_table", kind="gzip", reason="it ends too early")
        rest = packed.unused_data
    return found
