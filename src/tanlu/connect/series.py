"""A plain CSV of columns, read whole: texts where a column is text, numbers where it is numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import polars as pl

from tanlu.connect.plain import read_bytes
from tanlu.connect.text import decode, lines
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.measure.flaw import Flaw
from tanlu.measure.number import read_number

_MARKS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Columns:
    """A table as read: every cell a text, with the file's own row numbers."""

    file: str
    cells: pl.DataFrame
    numbers: tuple[int, ...]

    @property
    def names(self) -> list[str]:
        """The headings."""
        return self.cells.columns

    def place(self, index: int | None, column: str = "") -> Place:
        """Where a cell stands in the file."""
        row = None if index is None else self.numbers[index]
        return Place(self.file, row=row, column=column)


def read_columns(path: Path) -> Columns:
    """A CSV file, comma, semicolon or tab, UTF-8 or GB 18030.

    Args:
        path: The file.

    Returns:
        Its cells as texts, blank lines left out.

    Raises:
        InputError: When it cannot be read as a table with one heading to a column.
    """
    return columns_of(read_bytes(path), path.name)


def columns_of(content: bytes, name: str) -> Columns:
    r"""The same of a file's content, such as a browser sends.

    Args:
        content: The bytes of the file.
        name: What to call it in faults.

    Returns:
        Its cells as texts, blank lines left out.

    Raises:
        InputError: When it cannot be read as a table with one heading to a column.

    Example:
        >>> columns_of(b"year,co2\n2020,88.9\n", "own.csv").names
        ['year', 'co2']
    """
    place = Place(name)
    text, _ = decode(content, place)
    if not text.strip():
        raise InputError.of("empty_file", place)
    mark = max(_MARKS, key=text.splitlines()[0].count)
    (_, head), *rows = [(n, row) for n, row in lines(text, mark, place) if any(row)]
    names = [name.strip() for name in head]
    _check_heads(names, place)
    _check_widths(rows, len(names), place)
    cells = {name: [row[i].strip() for _, row in rows] for i, name in enumerate(names)}
    found = pl.DataFrame(cells, schema=dict.fromkeys(names, pl.String))
    return Columns(name, found, tuple(number for number, _ in rows))


def _check_heads(names: Sequence[str], place: Place) -> None:
    for at, name in enumerate(names):
        if not name or name in names[:at]:
            raise InputError.of("series_heading", place, heading=name, number=at + 1)


def _check_widths(rows: Sequence[tuple[int, Sequence[str]]], width: int, place: Place) -> None:
    faults = [
        Fault("series_width", Place(place.file, row=at), {"found": len(row), "wanted": width})
        for at, row in rows
        if len(row) != width
    ]
    raise_errors(faults)
    if not rows:
        raise InputError.of("empty_file", place)


def without(table: Columns, names: Sequence[str]) -> Columns:
    """The table less some of its columns.

    Args:
        table: The cells.
        names: Columns to leave out.

    Returns:
        The same rows.

    Raises:
        InputError: When there is no such column.
    """
    for name in names:
        if name not in table.names:
            known = ", ".join(table.names)
            raise InputError.of("no_target", Place(table.file), target=name, known=known)
    return replace(table, cells=table.cells.drop(names))


def numbers(table: Columns, names: Sequence[str]) -> np.ndarray:
    """Columns as numbers.

    Args:
        table: The cells.
        names: Columns wanted.

    Returns:
        Shape (row, column).

    Raises:
        InputError: With every cell that is not a number, or blank: absence is not zero.
    """
    faults: list[Fault] = []
    found = [_column(table, name, faults) for name in names]
    raise_errors(faults)
    return np.array(found, dtype=float).T.reshape(table.cells.height, len(names))


def _column(table: Columns, name: str, faults: list[Fault]) -> Sequence[float]:
    texts = table.cells[name]
    quick = texts.cast(pl.Float64, strict=False)
    if quick.null_count() == 0 and quick.is_finite().all():
        return quick.to_list()
    values = []
    for index, text in enumerate(texts.to_list()):
        value = read_number(text) if text else Flaw("missing_value", {"column": name})
        if isinstance(value, Flaw):
            faults.append(value.at(table.place(index, name)))
        values.append(0.0 if isinstance(value, Flaw) else float(value))
    return values


def is_numeric(table: Columns, name: str) -> bool:
    """Whether a column is meant to be numbers: more than half of its filled cells are.

    A cell of it that is blank or no number is then a fault of the file, and not a reason
    to leave the column out without a word.
    """
    found = table.cells[name].cast(pl.Float64, strict=False)
    if found.null_count() == 0:
        return True
    texts = [text for text in table.cells[name].to_list() if text]
    read = sum(not isinstance(read_number(text), Flaw) for text in texts)
    return 2 * read > len(texts)
