"""A file of readings at the door: which kind it is."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tanlu.connect.readings.block import Source
from tanlu.connect.readings.delimited import open_delimited
from tanlu.connect.readings.parquet import open_parquet
from tanlu.connect.readings.sheet import open_workbook
from tanlu.errors import InputError, Place

_KINDS: Mapping[str, Callable[[Path], Source]] = {
    ".parquet": open_parquet,
    ".pq": open_parquet,
    ".xlsx": open_workbook,
    ".xlsm": open_workbook,
    ".xlsb": open_workbook,
    ".xls": open_workbook,
    ".ods": open_workbook,
}
_ZIP, _PARQUET, _OLE = b"PK\x03\x04", b"PAR1", b"\xd0\xcf\x11\xe0"


def open_source(path: Path, separator: str = "") -> Source:
    """A file of readings: text with columns, a workbook, or Parquet.

    Args:
        path: The file. Its first bytes tell what it is where its name does not.
        separator: What parts the columns of a text; empty to find out.

    Raises:
        InputError: When it does not exist or cannot be read.
    """
    if not path.is_file():
        raise InputError.of("no_such_file", Place(str(path)), path=path)
    kind = _KINDS.get(path.suffix.lower()) or _by_bytes(path)
    return kind(path) if kind else open_delimited(path, separator)


def _by_bytes(path: Path) -> Callable[[Path], Source] | None:
    with path.open("rb") as file:
        start = file.read(4)
    if start == _PARQUET:
        return open_parquet
    return open_workbook if start in (_ZIP, _OLE) else None
