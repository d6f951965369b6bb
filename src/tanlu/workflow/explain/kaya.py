"""Identities with a name, and layers of shares, on a table of quantities."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np

from tanlu.connect.series import Columns, numbers
from tanlu.connect.timeline import in_time
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.explain.chained import Decomposed, Panel, cumulated, steps_of
from tanlu.explain.divisia import Array, Form
from tanlu.explain.nested import Leaf, Nested, nested_panel, rolled
from tanlu.types import Text
from tanlu.workflow.explain.timed import require

IDENTITIES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], Text]] = MappingProxyType({
    "kaya": (
        ("population", "gdp", "energy", "co2"),
        ("population", "affluence", "energy_intensity", "carbon_intensity"),
        Text("C = P (G/P) (E/G) (C/E)", "C = P (G/P) (E/G) (C/E)"),
    ),
    "ipat": (
        ("population", "gdp", "impact"),
        ("population", "affluence", "technology"),
        Text("I = P A T", "I = P A T"),
    ),
    "impact": (
        ("population", "gdp", "consumption", "impact"),
        ("population", "affluence", "consumption_intensity", "technology"),
        Text("I = P A C T", "I = P A C T"),
    ),
    "park": (
        ("output", "energy", "co2"),
        ("output", "energy_intensity", "carbon_intensity"),
        Text("C = G (E/G) (C/E), population left out", "C = G (E/G) (C/E)，不含人口"),
    ),
})  # fmt: skip
"""Name to the columns, in order, the factors that their ratios are, and the identity."""


def kaya_panel(
    table: Columns, identity: str, renamed: Mapping[str, str], layers: Sequence[str]
) -> Panel:
    """The factors of an identity.

    Args:
        table: A column `period`, the columns of the identity, and those of the layers.
            With layers a row is a leaf: the last two columns are its own, the others are
            totals of the period and the same in all its rows.
        identity: One of `IDENTITIES`.
        renamed: Column of the identity to the heading it has in the table.
        layers: Headings of the layers, the highest first; empty: the whole at once.

    Returns:
        A panel whose categories are paths.

    Raises:
        InputError: With every fault of the table.
    """
    wanted, factors, _ = IDENTITIES[identity]
    heads = [renamed.get(name, name) for name in wanted]
    require(table, ["period", *layers, *heads])
    values = numbers(table, heads)
    labels = table.cells["period"].to_list()
    periods = in_time(list(dict.fromkeys(labels)))
    if len(periods) < 2:
        raise InputError.of("one_period", Place(table.file), period=", ".join(periods))
    paths = _paths(table, layers, identity)
    leaves = sorted(set(paths))
    rows = [periods.index(label) for label in labels]
    columns = [leaves.index(path) for path in paths]
    _once(table, rows, columns)
    own = np.zeros((2, len(periods), len(leaves)))
    own[:, rows, columns] = values[:, -2:].T
    totals = _totals(table, heads[:-2], values[:, :-2], rows, len(periods))
    names = [*factors[:-1], *(f"share_{layer}" for layer in layers), factors[-1]]
    if not layers:
        # one leaf, whose share is 1 throughout
        panel = nested_panel(
            Nested(periods, leaves, [*factors[:-1], "", factors[-1]], totals, *own)
        )
        kept = [k for k, name in enumerate(panel.factors) if name]
        return Panel(periods, panel.categories, list(factors), panel.values[:, :, kept])
    return nested_panel(Nested(periods, leaves, names, totals, *own))


def _paths(table: Columns, layers: Sequence[str], identity: str) -> list[Leaf]:
    if not layers:
        return [(identity,)] * table.cells.height
    parts = [table.cells[layer].to_list() for layer in layers]
    return [tuple(path) for path in zip(*parts, strict=True)]


def _once(table: Columns, rows: Sequence[int], columns: Sequence[int]) -> None:
    first: dict[tuple[int, int], int] = {}
    faults = []
    for index, key in enumerate(zip(rows, columns, strict=True)):
        if key in first:
            params = {"row": table.numbers[first[key]]}
            faults.append(Fault("duplicate_row", table.place(index, "period"), params))
        first.setdefault(key, index)
    raise_errors(faults)


def _totals(
    table: Columns, heads: Sequence[str], values: Array, rows: Sequence[int], periods: int
) -> Array:
    found = np.full((periods, len(heads)), np.nan)
    faults = []
    for index, (row, line) in enumerate(zip(rows, values, strict=True)):
        for at, value in enumerate(line):
            if np.isnan(found[row, at]):
                found[row, at] = value
            elif found[row, at] != value:
                params = {"value": float(value), "other": float(found[row, at])}
                faults.append(Fault("total_differs", table.place(index, heads[at]), params))
    raise_errors(faults)
    return found


def kaya_record(panel: Panel, identity: str, form: Form, *, chained: bool) -> dict[str, Any]:
    """A decomposition by the factors of an identity, summed up its layers.

    Args:
        panel: As `kaya_panel` gives it.
        identity: Its name.
        form: "additive" or "multiplicative".
        chained: Whether each period is compared with the one before it.

    Returns:
        The record of `--json`; `by_group` holds, for each depth of layers, effects of the
        groups there: changes when additive, logarithms of ratios when multiplicative.
    """
    steps = steps_of(panel, form, 1, chained=chained)
    effects, total = cumulated(steps, form)
    formula = IDENTITIES[identity][2]
    depth = len(panel.categories[0].split("/"))
    return {
        "identity": identity,
        "formula": formula.both(),
        "form": form,
        "factors": list(panel.factors),
        "steps": [_step(panel, step, depth) for step in steps],
        "chained": {"effects": _named(panel, effects), "total": total},
    }


def _step(panel: Panel, found: Decomposed, depth: int) -> dict[str, Any]:
    return {
        "from": found.start,
        "to": found.end,
        "effects": _named(panel, found.step.effects),
        "total": found.step.total,
        "by_group": [
            {group: _named(panel, row) for group, row in rolled(panel, found.step.parts, d).items()}
            for d in range(1, depth + 1)
        ],
    }


def _named(panel: Panel, row: Array) -> dict[str, float]:
    return dict(zip(panel.factors, map(float, row), strict=True))
