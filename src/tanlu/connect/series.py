"""A plain CSV of columns, read whole: texts where a column is text, numbers where it is numbers."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from tanlu.connect.text import decode
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.measure.flaw import Flaw
from tanlu.measure.number import read_number

_MARKS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Columns:
    """A table as read: every cell a text, with the file's own row numbers."""

    file: str
    cells: pl.DataFrame
    first_row: int = 2

    @property
    def names(self) -> list[str]:
        """The headings."""
        return self.cells.columns

    def place(self, index: int | None, column: str = "") -> Place:
        """Where a cell stands in the file."""
        row = None if index is None else self.first_row + index
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
    place = Place(path.name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError.of("no_such_file", place, path=path) from error
    text, _ = decode(data, place)
    head = text.splitlines()[0]
    mark = max(_MARKS, key=head.count)
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=mark) if any(row)]
    names = [name.strip() for name in rows[0]]
    _check_heads(names, place)
    _check_widths(rows, place)
    cells = {name: [row[i].strip() for row in rows[1:]] for i, name in enumerate(names)}
    return Columns(path.name, pl.DataFrame(cells, schema=dict.fromkeys(names, pl.String)))


def _check_heads(names: Sequence[str], place: Place) -> None:
    for at, name in enumerate(names):
        if not name or name in names[:at]:
            raise InputError.of("series_heading", place, heading=name, number=at + 1)


def _check_widths(rows: Sequence[Sequence[str]], place: Place) -> None:
    width = len(rows[0])
    faults = [
        Fault("series_width", Place(place.file, row=at), {"found": len(row), "wanted": width})
        for at, row in enumerate(rows[1:], 2)
        if len(row) != width
    ]
    raise_errors(faults)
    if len(rows) < 2:
        raise InputError.of("empty_file", place)


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
    """Whether all cells of a column are numbers."""
    found = table.cells[name].cast(pl.Float64, strict=False)
    return found.null_count() == 0
