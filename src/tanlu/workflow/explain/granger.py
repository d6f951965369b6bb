"""Whether one column of a table foretells another, behind the gate of enough periods."""

from typing import Any

import polars as pl

from tanlu.connect.series import Columns
from tanlu.explain.granger import Foretold, granger
from tanlu.explain.granger_panel import granger_across
from tanlu.explain.unit_root import Drift, drift
from tanlu.types import Text
from tanlu.workflow.explain.timed import require, timed

NOTE = Text(
    "It says whether the past of one series helps to foretell another; it proves no cause.",
    "仅说明一个序列的历史是否有助于预测另一个序列，不能证明因果。",
)


def granger_record(table: Columns, effect: str, cause: str, lags: int) -> dict[str, Any]:
    """Tests in both directions, and whether the series drift.

    Args:
        table: A column `period`, and both series.
        effect: Heading of the series foretold.
        cause: Heading of the series whose past may help.
        lags: How many lags are tested.

    Returns:
        The record of `--json`; where a series drifts, the test of Toda and Yamamoto is the
        one to be read.

    Raises:
        InputError: With every fault of the table, or when it is shorter than 5 lags + 10.
    """
    found = timed(table, [effect, cause])
    y, x = found.values[:, 0], found.values[:, 1]
    tests = [(effect, cause, y, x), (cause, effect, x, y)]
    plain = [granger(a.tolist(), b.tolist(), lags) for _, _, a, b in tests]
    drifts = {effect: drift(y), cause: drift(x)}
    is_drifting = any(d.is_drifting for d in drifts.values())
    record = {
        "observations": len(y),
        "lags": lags,
        "note": {"en": NOTE.en, "zh": NOTE.zh},
        "unit_roots": {name: _drift(found) for name, found in drifts.items()},
        "reads": "toda_yamamoto" if is_drifting else "granger",
        "granger": [_test(*names[:2], found) for names, found in zip(tests, plain, strict=True)],
    }
    if is_drifting:
        wider = [granger(a.tolist(), b.tolist(), lags, spare=1) for _, _, a, b in tests]
        record["toda_yamamoto"] = [
            _test(*names[:2], found) for names, found in zip(tests, wider, strict=True)
        ]
    return record


def granger_panel_record(
    table: Columns, effect: str, cause: str, lags: int, enterprise: str
) -> dict[str, Any]:
    """Tests in both directions over all enterprises of a table.

    Args:
        table: Columns `period` and that of the enterprise, and both series.
        effect: Heading of the series foretold.
        cause: Heading of the series whose past may help.
        lags: How many lags are tested.
        enterprise: Heading of the enterprise.

    Returns:
        The record of `--json`.

    Raises:
        InputError: With every fault of the table, or where a series is refused.
    """
    require(table, ["period", enterprise, effect, cause])
    series = [timed(part, [effect, cause]).values for part in _parts(table, enterprise)]
    y, x = ([values[:, k] for values in series] for k in (0, 1))
    tests = []
    for names, first, second in (((effect, cause), y, x), ((cause, effect), x, y)):
        found = granger_across(first, second, lags)
        tests.append({
            "effect": names[0], "cause": names[1], "w": found.w, "z_bar": found.z_bar,
            "z_tilde": found.z_tilde, "p": found.p,
        })  # fmt: skip
    return {
        "enterprises": len(series),
        "lags": lags,
        "note": {"en": NOTE.en, "zh": NOTE.zh},
        "tests": tests,
    }


def _parts(table: Columns, enterprise: str) -> list[Columns]:
    names = table.cells[enterprise]
    found = []
    for name in names.unique(maintain_order=True).to_list():
        rows = (names == name).to_list()
        numbers = tuple(n for n, is_in in zip(table.numbers, rows, strict=True) if is_in)
        found.append(Columns(table.file, table.cells.filter(pl.Series(rows)), numbers))
    return found


def _test(effect: str, cause: str, found: Foretold) -> dict[str, Any]:
    return {
        "effect": effect, "cause": cause, "f": found.f, "tested": found.tested,
        "dof": found.dof, "p": found.p,
    }  # fmt: skip


def _drift(found: Drift) -> dict[str, Any]:
    return {
        "adf": found.adf, "adf_5": found.adf_5, "kpss": found.kpss, "kpss_5": found.kpss_5,
        "is_drifting": found.is_drifting,
    }  # fmt: skip
