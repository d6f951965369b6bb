"""Generalised Divisia on a table, on indices only: experimental."""

from itertools import pairwise
from typing import Any

from tanlu.connect.series import Columns
from tanlu.explain.gdim import FACTORS, gdim
from tanlu.types import Text
from tanlu.workflow.explain.timed import above_zero, timed

NOTE = Text(
    "Experimental: the result depends on which period is 1, and in physical units on the units.",
    "试验性方法：结果取决于以哪一期为 1；若用实物单位，还会随单位改变。",
)


def gdim_record(
    table: Columns, columns: tuple[str, str, str] = ("output", "energy", "co2"), *, chained: bool
) -> dict[str, Any]:
    """Effects on indices whose first period is 1, in units of the emissions.

    Args:
        table: A column `period`, and the three columns.
        columns: Headings of output, energy and emissions.
        chained: Whether each period is compared with the one before it.

    Returns:
        The record of `--json`.

    Raises:
        InputError: With every fault of the table.
    """
    found = timed(table, columns)
    above_zero(table, columns)
    last = len(found.periods) - 1
    steps = []
    for a, b in pairwise(range(last + 1)) if chained else [(0, last)]:
        base = found.values[a]
        effects = gdim(*(found.values[[a, b]] / base).T) * base[2]
        steps.append({
            "from": found.periods[a], "to": found.periods[b],
            "effects": dict(zip(FACTORS, map(float, effects), strict=True)),
            "total": float(found.values[b, 2] - base[2]),
        })  # fmt: skip
    return {"note": {"en": NOTE.en, "zh": NOTE.zh}, "factors": list(FACTORS), "steps": steps}
