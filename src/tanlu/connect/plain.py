"""A CSV file that is no table of a park: its heading row and the rows below, as texts."""

from collections.abc import Sequence
from pathlib import Path

from tanlu.connect.text import decode, lines
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.model.book import Row, Sheet

MOST_BYTES = 1_000_000_000


def read_plain(path: Path) -> Sheet:
    """The rows of a file, each with its number as a spreadsheet counts.

    Args:
        path: The file.

    Returns:
        Rows by heading; blank rows are passed over, and short rows end in empty cells.

    Raises:
        InputError: When there is no such file, or a row has more cells than the heading.
    """
    return sheet_of(read_bytes(path), path.name)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that may be read whole.

    Raises:
        InputError: When there is no such file, or it is too large.
    """
    place = Place(path.name)
    if not path.is_file():
        raise InputError.of("no_such_file", place, path=path)
    if path.stat().st_size > MOST_BYTES:
        most, size = f"{MOST_BYTES / 1e6:.3g}", f"{path.stat().st_size / 1e6:.3g}"
        raise InputError.of("file_too_large", place, size=size, most=most)
    return path.read_bytes()


def read_all(folder: Path, names: Sequence[str]) -> list[Sheet]:
    """Some files of a folder; what is wrong with any of them is told together.

    Args:
        folder: Where they are.
        names: Names without their ending.

    Returns:
        One sheet per name.

    Raises:
        InputError: With the faults of all files.
    """
    sheets: list[Sheet] = []
    faults: list[Fault] = []
    for name in names:
        try:
            sheets.append(read_plain(folder / f"{name}.csv"))
        except InputError as error:
            faults += error.faults
    raise_errors(faults)
    return sheets


def sheet_of(data: bytes, name: str) -> Sheet:
    r"""The rows of a file's bytes.

    Args:
        data: The bytes.
        name: The file's name, for messages.

    Returns:
        The rows.

    Raises:
        InputError: When they are no CSV text, or a row has more cells than the heading.

    Example:
        >>> sheet_of(b"hour,node\n1, a\n\n", "loads.csv").rows
        (Row(number=2, cells={'hour': '1', 'node': 'a'}),)
    """
    place = Place(name)
    text, _ = decode(data, place)
    numbered = list(lines(text, ",", place))
    heading = [cell.strip() for cell in numbered[0][1]]
    faults = [
        Fault("ragged_row", Place(name, row=n), {"count": len(cells), "wanted": len(heading)})
        for n, cells in numbered[1:]
        if len(cells) > len(heading) and any(c.strip() for c in cells[len(heading) :])
    ]
    twice = sorted({cell for cell in heading if heading.count(cell) > 1 and cell})
    faults += [Fault("duplicate_heading", Place(name, row=1), {"heading": c}) for c in twice]
    raise_errors(faults)
    return Sheet(name.removesuffix(".csv"), tuple(_rows(heading, numbered[1:])), name)


def _rows(heading: list[str], numbered: list[tuple[int, list[str]]]) -> list[Row]:
    found = []
    for number, cells in numbered:
        texts = [cell.strip() for cell in cells]
        if any(texts):
            texts += [""] * (len(heading) - len(texts))
            found.append(Row(number, dict(zip(heading, texts, strict=False))))
    return found
