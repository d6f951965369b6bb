"""Files of text with columns: separator found, rows read in blocks of bounded size."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from tanlu.connect.readings.block import HEAD_ROWS, Block, Grid, Source, from_rows
from tanlu.connect.readings.encoding import Bytes, examine, pieces
from tanlu.errors import InputError, Place

_SEPARATORS = (";", "\t", "|", ",")
_HEAD_BYTES = 1 << 20
_LONGEST_ROW = 1 << 26  # a quotation mark that never ends would swallow the rest of the file
_MOST_COLUMNS = 20_000


def open_delimited(path: Path, separator: str = "") -> Source:
    """A file of text, whatever its encoding and separator.

    Args:
        path: The file.
        separator: What parts its columns; empty to find out.

    Raises:
        InputError: When it is empty or no text.
    """
    place = Place(path.name)
    found = examine(path, place)
    text = _head(found, place)
    mark = _separator(text, separator)
    head = _rows(text, mark)[:HEAD_ROWS]
    width = min(max((len(row) for row in head), default=1), _MOST_COLUMNS)
    grid = Grid("", head, lambda: _blocks(found, mark, width, place), mark)
    return Source(path.name, found.digest, found.size, [grid], found.encoding)


def _head(found: Bytes, place: Place) -> str:
    data = b""
    for piece in pieces(found, place):
        data += piece
        if len(data) >= _HEAD_BYTES:
            break
    cut = data[:_HEAD_BYTES]
    if len(data) > len(cut):
        cut = cut[: cut.rfind(b"\n") + 1] or cut
    return cut.decode("utf-8", "ignore")


def _separator(text: str, wanted: str) -> str:
    first = text.split("\n", 1)[0].strip().strip('"')
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4]
    if wanted:
        return {"tab": "\t", "\\t": "\t", "space": " "}.get(wanted, wanted)
    lines = [line for line in text.splitlines()[:HEAD_ROWS] if line.strip()]
    scores = {mark: _score(lines, mark) for mark in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda mark: scores[mark])
    return best if scores[best] > (0.0, 0) else ","


def _score(lines: Sequence[str], mark: str) -> tuple[float, int]:
    """How evenly a mark parts the lines, and into how many."""
    counts = Counter(len(row) for row in csv.reader(lines, delimiter=mark))
    size, times = max(counts.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    if size < 2:
        return (0.0, 0)
    return (round(times / max(sum(counts.values()), 1), 1), min(size, 3))


def _rows(text: str, mark: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))


def _blocks(found: Bytes, mark: str, width: int, place: Place) -> Iterator[Block]:
    first = 1
    for data in _whole_rows(found, place):
        cells = _cells(data, mark, width, place, first)
        if cells.height:
            yield Block(first, cells)
            first += cells.height


def _whole_rows(found: Bytes, place: Place) -> Iterator[bytes]:
    """Pieces cut behind a row, never inside of quotation marks."""
    tail = b""
    for piece, is_last in _with_last(pieces(found, place)):
        data = _one_kind_of_end(tail + piece)
        cut = len(data) if is_last else _cut(data)
        tail = data[cut:]
        if len(tail) > _LONGEST_ROW:
            raise InputError.of("bad_csv", place, reason="quotation marks do not pair")
        if data[:cut].strip(b"\r\n\0 "):
            yield data[:cut].replace(b"\r", b"\n") if is_last else data[:cut]


def _with_last(parts: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    before = next(parts, None)
    for part in parts:
        if before is not None:
            yield before, False
        before = part
    if before is not None:
        yield before, True


def _one_kind_of_end(data: bytes) -> bytes:
    if b"\r" not in data:
        return data
    last = b"\r" if data.endswith(b"\r") else b""  # its line feed may come with the next piece
    body = data[: len(data) - len(last)]
    return body.replace(b"\r\n", b"\n").replace(b"\r", b"\n") + last


def _cut(data: bytes) -> int:
    at = data.rfind(b"\n") + 1
    if b'"' not in data:
        return at
    while at and data.count(b'"', 0, at) % 2:
        at = data.rfind(b"\n", 0, at - 1) + 1
    return at


def _cells(data: bytes, mark: str, width: int, place: Place, first: int) -> pl.DataFrame:
    names = [str(at) for at in range(width)]
    try:
        return pl.read_csv(
            data, has_header=False, separator=mark, schema=dict.fromkeys(names, pl.String()),
            infer_schema=False, truncate_ragged_lines=True, missing_columns="insert",
            quote_char='"' if b'"' in data else None,
        )  # fmt: skip
    except (pl.exceptions.PolarsError, ValueError):
        return _slowly(data, mark, width, place, first)


def _slowly(data: bytes, mark: str, width: int, place: Place, first: int) -> pl.DataFrame:
    """Rows whose quotation marks are odd, read as spreadsheets do."""
    try:
        return from_rows(_rows(data.decode("utf-8"), mark), width, first).cells
    except (csv.Error, UnicodeDecodeError) as error:
        raise InputError.of("bad_csv", place, reason=str(error)) from None
