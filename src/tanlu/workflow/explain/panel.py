"""A panel of enterprises over time: pooled, fixed and random effects, and which to read."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from tanlu.connect.series import Columns, is_numeric, numbers
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.explain.panel import Slopes, fixed, hausman, pooled, random
from tanlu.workflow.explain.timed import above_zero, require

_LEAST = 5  # degrees of freedom below which nothing is said of errors


def panel_record(
    table: Columns, target: str, keys: tuple[str, str], *, logs: bool
) -> dict[str, Any]:
    """Slopes of a panel by three estimators.

    Args:
        table: One row an enterprise and period; all other numeric columns are drivers.
        target: Heading of the explained column.
        keys: Headings of the enterprise and of the period.
        logs: Whether the regression is in natural logarithms.

    Returns:
        The record of `--json`; errors are clustered by enterprise.

    Raises:
        InputError: With every fault of the table, or when there are too few rows.
    """
    require(table, [*keys, target])
    drivers = [n for n in table.names if n not in (*keys, target) and is_numeric(table, n)]
    if not drivers:
        raise InputError.of("series_columns", Place(table.file), wanted=f"{target}, driver…")
    _once(table, keys)
    if logs:
        above_zero(table, [target, *drivers])
    values = numbers(table, [target, *drivers])
    groups = table.cells[keys[0]].to_list()
    count = len(set(groups))
    dof = len(groups) - count - len(drivers)
    if count < 2 or dof < _LEAST:
        raise InputError.of("panel_small", enterprises=count, dof=dof, least=_LEAST)
    columns = np.log(values) if logs else values
    return _record(columns[:, 0], columns[:, 1:], groups, drivers) | {"dof": dof}


def _once(table: Columns, keys: Sequence[str]) -> None:
    first: dict[tuple[str, ...], int] = {}
    faults = []
    for row, key in enumerate(table.cells.select(keys).rows()):
        if key in first:
            params = {"row": table.numbers[first[key]]}
            faults.append(Fault("duplicate_row", table.place(row, keys[0]), params))
        first.setdefault(key, row)
    raise_errors(faults)


def _record(
    y: np.ndarray, x: np.ndarray, groups: Sequence[str], drivers: Sequence[str]
) -> dict[str, Any]:
    inner = fixed(y, x, groups)
    mixed = random(y, x, groups)
    chosen = hausman(inner, mixed)
    return {
        "observations": len(y),
        "enterprises": len(set(groups)),
        "pooled": _slopes(pooled(y, x, groups), drivers),
        "fixed": _slopes(inner, drivers),
        "random": _slopes(mixed, drivers),
        "hausman": {"statistic": chosen.statistic, "dof": chosen.dof, "p": chosen.p},
        "reads": chosen.takes,
    }


def _slopes(found: Slopes, drivers: Sequence[str]) -> dict[str, Any]:
    errors = np.sqrt(np.diag(found.covariance))
    return {
        "coefficients": dict(zip(drivers, map(float, found.slopes), strict=True)),
        "standard_errors": dict(zip(drivers, map(float, errors), strict=True)),
    }
