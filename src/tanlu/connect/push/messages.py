"""A block of JSON lines of which each is a message of its own, with a key of its own."""

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from tanlu.connect.push.few import Few, read_keyed
from tanlu.connect.push.lines import read_lines
from tanlu.connect.push.taken import COLUMNS, RAW, taken
from tanlu.errors import Fault
from tanlu.model.reading import LONG

_SCHEMA = {**{name: RAW[name] for name in COLUMNS}, "key": pl.String()}
_MOST_KEY = 200
_SMALL = 2**20  # up to here a table costs more than it saves


@dataclass(frozen=True, slots=True)
class Messages:
    """The good messages as readings, the place and key of each; the faulty ones."""

    readings: pl.DataFrame | Few
    places: Sequence[int]
    keys: Sequence[str]
    faulty: Mapping[int, Sequence[Fault]]
    count: int

    @property
    def channels(self) -> list[str]:
        """The channel of each good message."""
        if isinstance(self.readings, list):
            return [channel for channel, _, _ in self.readings]
        return self.readings["channel"].to_list()


def read_messages(block: bytes, zone: str) -> Messages:
    r"""The messages of a block.

    Args:
        block: Whole lines: `channel`, `at`, `value`, and `key` where a message has one.
        zone: The park's time zone.

    Returns:
        Readings in the order of the lines; `places` counts lines that hold anything, from 0.

    Example:
        >>> block = b'{"channel":"m","at":"2025-03-01","value":1,"key":"a"}\nno\n'
        >>> found = read_messages(block, "UTC")
        >>> len(found.readings), found.keys, list(found.faulty)
        (1, ['a'], [1])
    """
    return (_few(block, zone) if len(block) <= _SMALL else None) or (
        _plain(block, zone) or _each(block, zone)
    )


def _few(block: bytes, zone: str) -> Messages | None:
    found = read_keyed(block, zone)
    if found is None:
        return None
    few, keys = found
    return Messages(few, range(len(few)), keys, {}, len(few))


def _plain(block: bytes, zone: str) -> Messages | None:
    try:
        rows = pl.read_ndjson(io.BytesIO(block), schema=_SCHEMA)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException):
        return None
    count = rows.height
    lines = block.count(b"\n") + (not block.endswith(b"\n"))
    keys = block.count(b'"key"')
    is_plain = lines == count > 0 and keys in (0, count)
    if not is_plain or any(block.count(b'"%s"' % name.encode()) != count for name in COLUMNS):
        return None
    held = rows if keys else rows.drop("key")
    if sum(held.null_count().row(0)) or _is_odd(held):
        return None
    raw = rows.with_columns(line=pl.int_range(1, count + 1, dtype=pl.Int64)).select(*RAW)
    found = taken(raw, zone)
    if found.faults:
        return None
    named = rows["key"].to_list() if keys else [""] * count
    return Messages(found.long, range(count), named, {}, count)


def _is_odd(rows: pl.DataFrame) -> bool:
    # a text that was no text in JSON: an array, an object, a number, a truth
    texts = [
        rows[name].str.contains(r"^\s*[\[{]").any() for name in rows.columns if name != "value"
    ]
    is_bare = rows["channel"].str.contains(r"^(?:true|false|-?\d.*)$").any()
    return any(texts) or bool(is_bare)


def _each(block: bytes, zone: str) -> Messages:
    parts: list[pl.DataFrame] = []
    places: list[int] = []
    keys: list[str] = []
    faulty: dict[int, Sequence[Fault]] = {}
    lines = [line for line in block.split(b"\n") if line.strip()]
    for place, line in enumerate(lines):
        found = read_lines(line, zone)
        key = _key(line)
        if found.faults or found.long.height != 1 or key is None:
            faulty[place] = found.faults or [Fault("not_json", params={"reason": "key"})]
            continue
        parts.append(found.long)
        places.append(place)
        keys.append(key)
    long = pl.concat([pl.DataFrame(schema=LONG), *parts])
    return Messages(long, places, keys, faulty, len(lines))


def _key(line: bytes) -> str | None:
    try:
        key = json.loads(line).get("key", "")
    except (ValueError, AttributeError, RecursionError):
        return ""
    return key if isinstance(key, str) and len(key) <= _MOST_KEY and key.isprintable() else None
