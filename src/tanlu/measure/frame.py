"""Typed tables: one stable schema for each, whether or not there are rows."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from tanlu.measure.number import Percent
from tanlu.measure.page import Page
from tanlu.model.table import Table
from tanlu.units import find_unit

_TYPES: Mapping[str, pl.DataType] = {
    "number": pl.Float64(),
    "percent": pl.Float64(),
    "accuracy": pl.Float64(),
    "year": pl.Int64(),
    "integer": pl.Int64(),
    "date": pl.Date(),
}


def schema_of(table: Table) -> dict[str, pl.DataType]:
    """The columns of a checked table.

    Args:
        table: A table of a park.

    Returns:
        The table's own columns; `start`, `end` (first day after) and `year`
        where it has periods; `amount` and `amount_unit` where it has
        quantities with units; `row`, where it was read.

    Example:
        >>> from tanlu.model.table import tables
        >>> list(schema_of(tables()["published"]))[-6:]
        ['start', 'end', 'year', 'amount', 'amount_unit', 'row']
    """
    schema = {name: _TYPES.get(f.kind, pl.String()) for name, f in table.fields.items()}
    if "period" in table.fields:
        schema |= {"start": pl.Date(), "end": pl.Date(), "year": pl.Int64()}
    if has_amounts(table):
        schema |= {"amount": pl.Float64(), "amount_unit": pl.String()}
    return schema | {"row": pl.Int64()}


def has_amounts(table: Table) -> bool:
    """Whether a table holds quantities that are converted to canonical units.

    Example:
        >>> from tanlu.model.table import tables
        >>> [name for name, table in tables().items() if has_amounts(table)][:3]
        ['activities', 'flows', 'certificates']
    """
    quantity = table.fields.get("quantity")
    return quantity is not None and quantity.kind == "number"


def frame(page: Page) -> pl.DataFrame:
    """A page without faults as a typed table.

    Args:
        page: The table, examined.

    Returns:
        One row per row of the sheet, in its order.
    """
    columns = {**page.columns, "row": page.numbers}
    if "period" in page.columns:
        columns |= _spans(page.columns["period"])
    for name, column in page.table.fields.items():
        if column.kind == "number" and "unit" in page.columns:
            columns[name] = _as_written(columns[name], page.columns["unit"])
    schema = schema_of(page.table)
    return pl.DataFrame({name: columns[name] for name in schema}, schema=schema)


def _spans(periods: list[Any]) -> dict[str, list[Any]]:
    return {
        "start": [p.start if p else None for p in periods],
        "end": [p.end if p else None for p in periods],
        "year": [p.year if p else None for p in periods],
        "period": [str(p) if p else None for p in periods],
    }


def _as_written(values: list[Any], units: list[Any]) -> list[Any]:
    return [
        _in_unit(value, unit) if isinstance(value, Percent) else value
        for value, unit in zip(values, units, strict=True)
    ]


def _in_unit(value: Percent, unit: str | None) -> float:
    # "98 %" beside the unit "1" is 0.98; beside "%" it is 98
    found = find_unit(unit or "")
    return float(value) / 100 / float(found.factor) if found else float(value)
