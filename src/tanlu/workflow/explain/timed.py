"""Columns of a table in time, one row a period."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tanlu.connect.series import Columns, numbers
from tanlu.connect.timeline import in_time
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.explain.divisia import Array


@dataclass(frozen=True, slots=True)
class Timed:
    """Periods in time, and the values of each column, shape (period, column)."""

    periods: tuple[str, ...]
    values: Array


def require(table: Columns, names: Sequence[str]) -> None:
    """Fault a table that lacks a column.

    Raises:
        InputError: With the headings that are wanted.
    """
    if [name for name in names if name not in table.names]:
        raise InputError.of("series_columns", Place(table.file), wanted=", ".join(names))


def timed(table: Columns, names: Sequence[str], least: int = 2) -> Timed:
    """Columns in time.

    Args:
        table: One row a period, with a column `period`.
        names: Columns wanted.
        least: How many periods there have to be.

    Returns:
        The columns.

    Raises:
        InputError: With every fault of the table: a column or a number that is missing, a
            period that stands twice, or too few of them.
    """
    require(table, ["period", *names])
    labels = table.cells["period"].to_list()
    _once(table, labels)
    values = numbers(table, list(names))
    if len(labels) < least:
        raise InputError.of("one_period", Place(table.file), period=", ".join(labels))
    order = in_time(labels)
    at = {label: row for row, label in enumerate(labels)}
    return Timed(tuple(order), values[[at[label] for label in order]])


def _once(table: Columns, labels: Sequence[str]) -> None:
    first: dict[str, int] = {}
    faults = []
    for row, label in enumerate(labels):
        if label in first:
            params = {"row": table.numbers[first[label]]}
            faults.append(Fault("duplicate_row", table.place(row, "period"), params))
        first.setdefault(label, row)
    raise_errors(faults)


def above_zero(table: Columns, names: Sequence[str]) -> None:
    """Fault every number of these columns that is not above zero, each in its place.

    Raises:
        InputError: With all of them.
    """
    values = numbers(table, list(names))
    faults = [
        Fault("not_above_zero", table.place(int(row), names[at]), {"value": float(values[row, at])})
        for row, at in np.argwhere(values <= 0)
    ]
    raise_errors(faults)
