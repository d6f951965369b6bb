"""A few JSON lines the quick way: a single message costs microseconds, not a table."""

import json
import re
from datetime import UTC, datetime, timedelta
from math import isfinite
from typing import TypeAlias
from zoneinfo import ZoneInfo

from tanlu.connect.push.moment import END_YEAR, FIRST_YEAR
from tanlu.connect.push.taken import COLUMNS

MOST_BYTES = 8192
_NAME = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff]{1,200}")
_KEY = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff]{0,200}")
_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)?(?:Z|[+-]\d{2}:\d{2})?"
)
_MARKS = tuple(b'"%s"' % name.encode() for name in COLUMNS)
_SECOND_DIGITS = 10
_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO = timedelta(microseconds=1)

Few: TypeAlias = list[tuple[str, int, float]]
"""Channel, instant [µs since 1970, UTC], value."""


def read_few(body: bytes, zone: str) -> Few | None:
    """Readings of a few JSON lines, when nothing about them is odd.

    Args:
        body: JSON lines.
        zone: The park's time zone, for moments without an offset.

    Returns:
        The readings; None when `read_lines` is to look at them: it says what is wrong.

    Example:
        >>> read_few(b'{"channel": "m", "at": "2025-03-01T08:00+08:00", "value": 2}', "UTC")
        [('m', 1740787200000000, 2.0)]
    """
    lines = body.split(b"\n")
    if not lines[-1]:
        lines.pop()
    if any(body.count(mark) != len(lines) for mark in _MARKS):
        return None
    try:
        return [_one(json.loads(line), zone) for line in lines] or None
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
        return None


def read_keyed(block: bytes, zone: str) -> tuple[Few, list[str]] | None:
    """A few lines of which each may have a `key` of its own, when nothing about them is odd.

    Returns:
        The readings and their keys ("" where there is none), as `read_few`.

    Example:
        >>> read_keyed(b'{"channel": "m", "at": 1740787200, "value": 2, "key": "a"}', "UTC")
        ([('m', 1740787200000000, 2.0)], ['a'])
    """
    lines = block.split(b"\n")
    if not lines[-1]:
        lines.pop()
    if any(block.count(mark) != len(lines) for mark in _MARKS):
        return None
    if block.count(b'"key"') not in (0, len(lines)):
        return None
    try:
        objects = [json.loads(line) for line in lines]
        few = [_one(each, zone) for each in objects]
        keys = [each.get("key", "") for each in objects]
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
        return None
    is_plain = all(type(key) is str and _KEY.fullmatch(key) for key in keys)
    return (few, keys) if few and is_plain else None


def _one(each: dict[str, object], zone: str) -> tuple[str, int, float]:
    channel, at, value = each["channel"], each["at"], each["value"]
    if type(value) is not float and type(value) is not int:
        raise TypeError(value)
    number = float(value)
    if type(channel) is not str or not _NAME.fullmatch(channel) or not isfinite(number):
        raise ValueError(channel)
    return channel, _instant(at, zone), number


def _instant(at: object, zone: str) -> int:
    if type(at) is int and len(str(at)) == _SECOND_DIGITS:
        found = datetime.fromtimestamp(at, UTC)
    elif type(at) is str and _ISO.fullmatch(at):
        found = datetime.fromisoformat(at)
    else:
        raise ValueError(at)
    if found.tzinfo is None:
        found = _local(found, ZoneInfo(zone))
    if not FIRST_YEAR <= (moment := found.astimezone(UTC)).year < END_YEAR:
        raise ValueError(at)
    return (moment - _BEGIN) // _MICRO


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    first = moment.replace(tzinfo=zone)
    if first.utcoffset() != first.replace(fold=1).utcoffset():
        raise ValueError(moment)  # the clocks change: it is twice, or never
    return first
