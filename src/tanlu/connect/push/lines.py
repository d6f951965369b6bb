"""JSON lines, and JSON: one object a reading with `channel`, `at` and `value`."""

import io
import json
from typing import Any

import polars as pl

from tanlu.connect.push.taken import COLUMNS, RAW, Taken, taken
from tanlu.errors import Fault, Place

_SCHEMA = {name: RAW[name] for name in COLUMNS}
_MARK = b"\xef\xbb\xbf"  # a byte order mark, as Windows tools write it


class _TwiceError(ValueError):
    """A name stands twice in one object: nobody knows which is meant."""


def read_lines(body: bytes, zone: str) -> Taken:
    """Readings of JSON lines, of one JSON array of objects, or of one object.

    Args:
        body: UTF-8 text; empty lines are passed over.
        zone: The park's time zone, for moments without an offset.

    Returns:
        The readings, and a fault for each line (each object of an array) that is none.

    Example:
        >>> line = b'{"channel": "m1", "at": 1740787200, "value": 2}'
        >>> read_lines(line, "Asia/Shanghai").long.rows()[0][2]
        2.0
    """
    body = body.removeprefix(_MARK)
    raw = _quick(body)
    if raw is not None:
        return taken(raw, zone)
    return _slow(body, zone)


def _quick(body: bytes) -> pl.DataFrame | None:
    # the common case, some twelve times faster; whatever is odd goes the slow way
    try:
        found = pl.read_ndjson(io.BytesIO(body), schema=_SCHEMA)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException):
        return None
    rows = found.height
    is_plain = all(body.count(b'"%s"' % name.encode()) == rows for name in COLUMNS)
    is_whole = rows > 0 and body.count(b"\n") + (not body.endswith(b"\n")) == rows
    if not (is_plain and is_whole) or sum(found.null_count().row(0)):
        return None
    if found["channel"].str.contains(r"^\s*[\[{]|^(?:true|false|-?\d.*)$").any():
        return None
    return found.with_columns(line=pl.int_range(1, rows + 1, dtype=pl.Int64)).select(*RAW)


def _slow(body: bytes, zone: str) -> Taken:
    faults: list[Fault] = []
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        return taken(_raw([]), zone, [_not_json(line, "UTF-8")])
    rows: list[tuple[int, Any, Any, Any]] = []
    for line, each in _objects(text, faults):
        row = _row(line, each, faults)
        if row:
            rows.append(row)
    return taken(_raw(rows), zone, faults)


def _raw(rows: list[tuple[int, Any, Any, Any]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=RAW, orient="row")


def _objects(text: str, faults: list[Fault]) -> list[tuple[int, Any]]:
    if text.lstrip()[:1] == "[" or "\n" in text.strip():
        whole = _parsed(text)
        if isinstance(whole, list):
            return list(enumerate(whole, start=1))
        if isinstance(whole, dict):
            return [(1, whole)]
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        each = _parsed(line)
        if isinstance(each, dict):
            found.append((number, each))
        else:
            faults.append(_not_json(number, "" if each is None else str(each)))
    return found


def _parsed(text: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except _TwiceError as error:
        return error
    except (ValueError, RecursionError) as error:
        return ValueError(str(error)[:120])


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _TwiceError(", ".join(sorted({k for k, _ in pairs}))[:120])
    return found


def _no_number(text: str) -> Any:  # noqa: ANN401 - never returns
    raise ValueError(text)


def _not_json(line: int, reason: str) -> Fault:
    return Fault("not_json", Place(row=line), {"reason": reason[:120]})


def _row(line: int, each: Any, faults: list[Fault]) -> tuple[int, Any, Any, Any] | None:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(each, dict):
        faults.append(_not_json(line, str(each)))
        return None
    channel, at, value = (each.get(name) for name in COLUMNS)
    wrong = [
        Fault(code, Place(row=line, column=name), {"text": _shown(each, name)})
        for name, code, is_right in (
            ("channel", "no_channel", isinstance(channel, str) and _is_text(channel)),
            ("at", "unknown_instant", (isinstance(at, str) and _is_text(at)) or _is_number(at)),
            ("value", "no_value", _is_number(value)),
        )
        if not is_right
    ]
    faults += wrong
    if wrong:
        return None
    return line, channel, str(at), _double(value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_text(value: str) -> bool:
    return not any(0xD800 <= ord(c) <= 0xDFFF for c in value)  # a lone half of a pair is no text


def _double(value: Any) -> float:  # noqa: ANN401 - a number of JSON, however long
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def _shown(each: dict[str, Any], name: str) -> str:
    return json.dumps(each[name], ensure_ascii=True)[:80] if name in each else ""
