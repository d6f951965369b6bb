"""A production frontier of enterprises, and how far each stays below it."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from tanlu.connect.series import Columns, is_numeric, numbers
from tanlu.errors import InputError, Place
from tanlu.explain.frontier import frontier
from tanlu.workflow.explain.timed import above_zero, require

LEAST = 30
"""Fewer enterprises do not tell the lean of an error from chance; our rule."""


def frontier_record(
    table: Columns, output: str, inputs: Sequence[str] = (), name: str = ""
) -> dict[str, Any]:
    """A frontier in logarithms.

    Args:
        table: One row an enterprise.
        output: Heading of the output.
        inputs: Headings of the inputs; empty: all other numeric columns.
        name: Heading of the enterprise's name; empty: its row.

    Returns:
        The record of `--json`.

    Raises:
        InputError: With every fault of the table, or when there are fewer than 30 rows, or
            when inputs do not move or move together.
    """
    require(table, [output, *inputs, *([name] if name else [])])
    found = list(inputs) or [
        n for n in table.names if n not in (output, name) and is_numeric(table, n)
    ]
    if not found:
        raise InputError.of("series_columns", Place(table.file), wanted=f"{output}, input…")
    above_zero(table, [output, *found])
    if table.cells.height < LEAST:
        raise InputError.of("frontier_small", count=table.cells.height, least=LEAST)
    logs = np.log(numbers(table, [output, *found]))
    if np.linalg.matrix_rank(logs[:, 1:] - logs[:, 1:].mean(axis=0)) < len(found):
        raise InputError.of("inputs_together", names=", ".join(found))
    fitted = frontier(logs[:, 0], np.column_stack([np.ones(len(logs)), logs[:, 1:]]))
    rows = table.cells[name].to_list() if name else [str(n) for n in table.numbers]
    return {
        "observations": len(logs),
        "intercept": float(fitted.slopes[0]),
        "coefficients": dict(zip(found, map(float, fitted.slopes[1:]), strict=True)),
        "sigma2": fitted.sigma2,
        "gamma": fitted.gamma,
        "log_likelihood": fitted.log_likelihood,
        "p_no_inefficiency": fitted.p,
        "is_skewed_wrong": fitted.is_skewed_wrong,
        "efficiency": [
            {"name": row, "value": float(e)} for row, e in zip(rows, fitted.efficiency, strict=True)
        ],
    }
