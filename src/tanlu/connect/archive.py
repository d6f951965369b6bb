"""Archives from outside: looked through before anything is unpacked or parsed."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO
from xml.etree import ElementTree as ET

from python_calamine import CalamineError

from tanlu.errors import InputError, Place

MB = 2**20
MOST_PACKED = 128 * MB  # a workbook of 200,000 rows has about 15 MB
MOST_UNPACKED = 512 * MB  # the XML of such a workbook has about 150 MB
MOST_RATIO = 200  # of an honest sheet of equal rows; deflate's limit is 1,032
RATIO_FROM = 32 * MB  # below this a high ratio does no harm
MOST_ENTRIES = 2_000
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, and .xlsx under a password
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 2**18
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, ET.ParseError, EOFError, OSError, KeyError,
    ValueError, IndexError, OverflowError, NotImplementedError, RuntimeError, CalamineError,
)  # fmt: skip


def check_archive(path: Path) -> None:
    """Look through a .zip or .xlsx before it is opened.

    The sizes that the directory states are not believed: every entry is
    unpacked once, in pieces that are thrown away, up to the limit.

    Args:
        path: The file.

    Raises:
        InputError: When it is not an archive, is damaged, needs a password,
            leads outside of itself, or unpacks to more than the limit.
    """
    place = Place(path.name)
    with mending(place):
        _check_kind(path, place)
    with mending(place), zipfile.ZipFile(path) as archive, path.open("rb") as file:
        entries = archive.infolist()
        _check_entries(entries, place)
        _check_size(sum(e.file_size for e in entries), path, place)
        _unpack_once(file, entries, path, place)


@contextmanager
def mending(place: Place) -> Iterator[None]:
    """Whatever goes wrong inside, the file is damaged, and its user is told so.

    Args:
        place: The file or sheet.

    Raises:
        InputError: Instead of whatever a parser of damaged bytes raises.

    Example:
        >>> with mending(Place("park.zip")):
        ...     raise zipfile.BadZipFile("cut short")
        Traceback (most recent call last):
        tanlu.errors.InputError: park.zip: The file is damaged or incomplete: cut short...
    """
    try:
        yield
    except _DAMAGE as error:
        raise InputError.of("broken_archive", place, reason=str(error) or repr(error)) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # a parser in Rust gave up
            raise
        raise InputError.of("broken_archive", place, reason="unreadable") from None


def _check_kind(path: Path, place: Place) -> None:
    size = path.stat().st_size
    if size == 0:
        raise InputError.of("empty_file", place)
    if size > MOST_PACKED:
        raise InputError.of("file_too_large", place, size=size // MB, most=MOST_PACKED // MB)
    with path.open("rb") as file:
        start = file.read(len(_OLE))
        if start == _OLE:
            is_locked = _ENCRYPTED in file.read(64 * MB)
            raise InputError.of("encrypted_workbook" if is_locked else "old_workbook", place)
    if not start.startswith(_ZIP):
        raise InputError.of("broken_archive", place, reason="no ZIP signature")


def _check_entries(entries: list[zipfile.ZipInfo], place: Place) -> None:
    if len(entries) > MOST_ENTRIES:
        raise InputError.of("broken_archive", place, reason=f"{len(entries)} entries")
    for entry in entries:
        if entry.flag_bits & 1:
            raise InputError.of("encrypted_workbook", place)
        parts = PurePosixPath(entry.filename.replace("\\", "/"))
        is_link = (entry.external_attr >> 16) & 0o170000 == 0o120000
        if parts.is_absolute() or ".." in parts.parts or ":" in entry.filename or is_link:
            raise InputError.of("archive_path", place, path=entry.filename[:80])
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise InputError.of("broken_archive", place, reason=f"method {entry.compress_type}")


def _check_size(unpacked: int, path: Path, place: Place) -> None:
    ratio = unpacked // max(path.stat().st_size, 1)
    if unpacked > MOST_UNPACKED or (unpacked > RATIO_FROM and ratio > MOST_RATIO):
        raise InputError.of(
            "archive_bomb", place, size=unpacked // MB, ratio=ratio, most=MOST_UNPACKED // MB
        )


def _unpack_once(file: IO[bytes], entries: list[zipfile.ZipInfo], path: Path, place: Place) -> None:
    total = 0
    for entry in entries:
        total += _true_size(file, entry, MOST_UNPACKED - total)
        _check_size(total, path, place)


def _true_size(file: IO[bytes], entry: zipfile.ZipInfo, most: int) -> int:
    file.seek(entry.header_offset)
    head = file.read(30)
    if head[:4] != _ZIP:
        raise zipfile.BadZipFile(f"{entry.filename}: no local header")
    file.seek(int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little"), 1)
    if entry.compress_type == zipfile.ZIP_STORED:
        return entry.compress_size
    return _inflated(file, entry, most)


def _inflated(file: IO[bytes], entry: zipfile.ZipInfo, most: int) -> int:
    inflate, size, left = zlib.decompressobj(-15), 0, entry.compress_size
    while left > 0 and size <= most and not inflate.eof:
        packed = file.read(min(left, _CHUNK))
        if not packed:
            raise EOFError(f"{entry.filename}: cut short")
        left -= len(packed)
        while packed and size <= most:
            size += len(inflate.decompress(packed, _CHUNK))
            packed = inflate.unconsumed_tail
    return size
