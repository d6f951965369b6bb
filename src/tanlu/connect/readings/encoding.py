"""What bytes of a text file mean, and the same bytes as UTF-8, some at a time."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tanlu.errors import InputError, Place

PIECE = 1 << 24  # bytes read at once
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_SAMPLE = 1 << 20
_HIGH = re.compile(rb"[\x80-\xff]+")


@dataclass(frozen=True, slots=True)
class Bytes:
    """A file's bytes, looked through once: digest, length, encoding, length of its mark."""

    path: Path
    digest: str
    size: int
    encoding: str
    skip: int


def examine(path: Path, place: Place) -> Bytes:
    """Read a file once: its digest, and how its text is encoded.

    Args:
        path: The file.
        place: The same, for messages.

    Raises:
        InputError: When it is empty, or its bytes are no text.
    """
    digest, utf8 = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")()
    size, is_utf8, sample = 0, True, b""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
            is_utf8 = is_utf8 and _decodes(utf8, piece)
            sample = _richer(sample, piece) if not is_utf8 or not sample else sample
            size += len(piece)
    if not sample.strip():
        raise InputError.of("empty_file", place)
    with path.open("rb") as file:
        start = file.read(_SAMPLE)
    encoding, skip = _encoding(start, sample, is_utf8=is_utf8, place=place)
    return Bytes(path, digest.hexdigest(), size, encoding, skip)


def _decodes(decoder: codecs.IncrementalDecoder, piece: bytes) -> bool:
    try:
        decoder.decode(piece)
    except UnicodeDecodeError:
        return False
    return True


def _richer(sample: bytes, piece: bytes) -> bytes:
    """A part of the file that holds more than plain letters, where there is one."""
    high = _HIGH.search(piece)
    start = max(high.start() - 200, 0) if high else 0
    found = piece[start : start + _SAMPLE]
    return found if high or not sample else sample


def _encoding(start: bytes, sample: bytes, *, is_utf8: bool, place: Place) -> tuple[str, int]:
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name, len(mark)
    if b"\0" in start:
        return _wide(start, place), 0
    if is_utf8:
        return "utf-8", 0
    runs = [len(run) for run in _HIGH.findall(sample)]
    lone = sum(length == 1 for length in runs)
    # a Chinese character is two bytes, the first of them high; a letter with an accent is one
    if lone * 2 > len(runs):
        return "cp1252", 0
    try:
        codecs.getincrementaldecoder("gb18030")().decode(sample)
    except UnicodeDecodeError:
        raise InputError.of("unknown_encoding", place) from None
    return "gb18030", 0


def _wide(start: bytes, place: Place) -> str:
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if odd > half * 0.3 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.3 and odd < half * 0.05:
        return "utf-16-be"
    raise InputError.of("bad_csv", place, reason="NUL")


def pieces(found: Bytes, place: Place) -> Iterator[bytes]:
    """The file's text as UTF-8, in pieces that may be cut anywhere between characters.

    Raises:
        InputError: Where bytes do not fit the encoding.
    """
    decoder = codecs.getincrementaldecoder(found.encoding)()
    with found.path.open("rb") as file:
        file.seek(found.skip)
        while piece := file.read(PIECE):
            yield piece if found.encoding == "utf-8" else _recoded(decoder, piece, place)
    if found.encoding != "utf-8":
        yield _recoded(decoder, b"", place, final=True)


def _recoded(
    decoder: codecs.IncrementalDecoder, piece: bytes, place: Place, *, final: bool = False
) -> bytes:
    try:
        return decoder.decode(piece, final=final).encode("utf-8")
    except UnicodeDecodeError:
        raise InputError.of("unknown_encoding", place) from None
