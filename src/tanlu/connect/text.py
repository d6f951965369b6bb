"""Bytes to text to lines: encodings and separators that spreadsheet programs write."""

import csv
import io
from collections.abc import Iterator

from tanlu.connect.heading import find_heading
from tanlu.errors import Fault, InputError, Place
from tanlu.model.table import tables
from tanlu.types import Text

_SEPARATORS = {
    ",": Text("a comma", "逗号"),
    ";": Text("a semicolon", "分号"),
    "\t": Text("a tab", "制表符"),
}
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")  # UTF-16 and UTF-32


def decode(data: bytes, place: Place) -> tuple[str, list[Fault]]:
    """The text of a file, and a warning when its encoding was a guess.

    Args:
        data: The file's bytes.
        place: The file, for messages.

    Returns:
        The text without a byte-order mark, and warnings.

    Raises:
        InputError: When the bytes are not UTF-8, GBK or GB 18030 text.

    Example:
        >>> text, warnings = decode("单位".encode("gbk"), Place("flows.csv"))
        >>> text, warnings[0].code
        ('单位', 'guessed_encoding')
    """
    if not data.strip():
        raise InputError.of("empty_file", place)
    if data.startswith(_WIDE_MARKS):
        raise InputError.of("unknown_encoding", place)
    if b"\0" in data:
        raise InputError.of("bad_csv", place, reason=Text("it holds NUL bytes", "含有 NUL 字节"))
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return _decode_chinese(data, place)


def _decode_chinese(data: bytes, place: Place) -> tuple[str, list[Fault]]:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise InputError.of("unknown_encoding", place) from None
    return text, [Fault("guessed_encoding", place, {"encoding": "GB 18030"})]


def separator(table: str, text: str, place: Place) -> tuple[str, list[Fault]]:
    """What parts the columns, and a warning when it is not a comma.

    Args:
        table: Name of the table, for its headings.
        text: The file's text.
        place: The file, for messages.

    Raises:
        InputError: When no line has a known heading under any separator.

    Example:
        >>> separator("flows", "from_id;to_id", Place())[0]
        ';'
    """
    heads = text.splitlines()[:15]
    counts = {mark: max(_known(table, head, mark) for head in heads) for mark in _SEPARATORS}
    best = max(counts, key=lambda mark: counts[mark])
    if counts[best] == 0:
        raise InputError.of("unknown_separator", place, known=", ".join(tables()[table].fields))
    if best == ",":
        return best, []
    return best, [Fault("guessed_separator", place, {"separator": _SEPARATORS[best]})]


def _known(table: str, line: str, mark: str) -> int:
    parts = line.replace('"', "").split(mark)
    return sum(find_heading(table, part) is not None for part in parts)


def lines(text: str, mark: str, place: Place) -> Iterator[tuple[int, list[str]]]:
    """The records of a CSV text with their row numbers, counted as a spreadsheet does.

    Raises:
        InputError: When quotation marks do not pair.

    Example:
        >>> list(lines('a,"b,c"', ",", Place()))
        [(1, ['a', 'b,c'])]
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        yield from enumerate(reader, start=1)
    except csv.Error as error:
        where = Place(place.file, place.sheet, reader.line_num, place.column)
        raise InputError.of("bad_csv", where, reason=str(error)) from None
