"""A regression on a table that a user brings: verdict first, slopes only where it allows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tanlu.connect.series import Columns, is_numeric, numbers, read_columns
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.explain.circular import circular
from tanlu.explain.design import Design, design, inflation, unscaled
from tanlu.explain.regress import Extras, Fitted, fit
from tanlu.explain.ridge import SELECTORS, hkb_classical
from tanlu.types import Text
from tanlu.workflow.regression_open import open_record, within_rounding
from tanlu.workflow.regression_parts import Wanted, intervals

_NO_EXTRAS = Extras()
_CIRCULAR = Text(
    "{names} reproduce the target to rounding: it seems to be computed from them, and the "
    "regression re-discovers that formula.",
    "{names} 可精确还原目标变量：目标似由其计算得出，回归只是重新得到该公式。",
)

_REASON = {
    "dof": Text(
        "{n} observations for {p} drivers and an intercept leave {dof} degrees of freedom: "
        "a perfect fit is guaranteed and says nothing.",
        "{n} 个观测、{p} 个因素加截距，自由度为 {dof}：必然完全拟合，不说明任何问题。",
    ),
    "still": Text(
        "no driver moves: there is nothing to explain the target with.",
        "没有变动的因素：无从解释目标变量。",
    ),
    "rank": Text(
        "{p} drivers move in {rank} independent ways only: such data cannot part their slopes.",
        "{p} 个因素只有 {rank} 个独立变化方向：此类数据无法区分其系数。",
    ),
}


@dataclass(frozen=True, slots=True)
class Observed:
    """A table of observations: target, drivers by name, and the columns that are no numbers."""

    target: list[float]
    drivers: dict[str, list[float]]
    left_out: tuple[str, ...]


def observed_of(table: Columns, target: str, *, logs: bool) -> Observed:
    """The target and all other numeric columns of a table.

    Args:
        table: One row an observation.
        target: Heading of the explained column.
        logs: Whether logarithms are wanted of every number.

    Returns:
        The table.

    Raises:
        InputError: With every fault of the table.
    """
    if target not in table.names:
        wanted = ", ".join(table.names)
        raise InputError.of("no_target", Place(table.file), target=target, known=wanted)
    others = [name for name in table.names if name != target]
    drivers = [name for name in others if is_numeric(table, name)]
    if not drivers:
        raise InputError.of("series_columns", Place(table.file), wanted=f"{target}, driver…")
    values = numbers(table, [target, *drivers])
    if logs:
        _check_logarithms(table, [target, *drivers], values)
    columns = {name: values[:, i + 1].tolist() for i, name in enumerate(drivers)}
    left_out = tuple(name for name in others if name not in drivers)
    return Observed(values[:, 0].tolist(), columns, left_out)


def _check_logarithms(table: Columns, names: Sequence[str], values: np.ndarray) -> None:
    faults = [
        Fault("bad_logarithm", table.place(int(row), names[at]), {"value": float(values[row, at])})
        for row, at in np.argwhere(values <= 0)
    ]
    raise_errors(faults)


def read_regression(path: Path, target: str, *, logs: bool) -> Design:
    """The design of a regression: all other numeric columns are drivers.

    Args:
        path: A CSV file, one row an observation.
        target: Heading of the explained column.
        logs: Whether the regression is in natural logarithms.

    Returns:
        The design.

    Raises:
        InputError: With every fault of the file.
    """
    return design_of(read_columns(path), target, logs=logs)


def design_of(table: Columns, target: str, *, logs: bool) -> Design:
    """The same of a table that was read.

    Raises:
        InputError: With every fault of the table.
    """
    observed = observed_of(table, target, logs=logs)
    return design(observed.target, observed.drivers, logs=logs)


def regress_table(table: Columns, target: str, wanted: Wanted, *, logs: bool) -> dict[str, Any]:
    """A regression of a table, from its cells to the record that `--json` prints.

    Args:
        table: One row an observation.
        target: Heading of the explained column.
        wanted: The estimator and what it is told.
        logs: Whether the regression is in natural logarithms.

    Returns:
        The record of `regression_record`, and what was left out of the table.

    Raises:
        InputError: With every fault of the table, or where the estimator cannot be had.
    """
    observed = observed_of(table, target, logs=logs)
    found = design(observed.target, observed.drivers, logs=logs)
    record = regression_record(found, wanted.method, wanted.k, wanted.extras)
    record["not_numeric"] = list(observed.left_out)
    if record["coefficients"] is None:
        record["solutions"] = open_record(found, wanted)
        if wanted.draws and wanted.assumed:
            columns = {target: observed.target, **observed.drivers}
            ends = within_rounding(table, columns, wanted, logs=logs)
            for each, span in zip(record["solutions"]["assuming"], ends, strict=True):
                each["within_rounding"] = span
    elif wanted.draws:
        record |= intervals(found, wanted)
    return record


def regression_record(
    found: Design, method: str, k: str = "", extras: Extras = _NO_EXTRAS
) -> dict[str, Any]:
    """A regression as the API and `--json` give it.

    Args:
        found: The design.
        method: One of the estimators.
        k: As the estimator takes it.
        extras: What some estimators are told besides.

    Returns:
        Verdict, degrees of freedom, slopes or the reason why there are none.
    """
    is_refused = found.verdict == "under-determined"
    fitted = None if is_refused else fit(found, method, k, extras)
    record: dict[str, Any] = {
        "verdict": found.verdict,
        "dof": found.dof,
        "rank": found.rank,
        "observations": found.n,
        "not_estimable": list(found.constant),
        "method": method,
        **_slopes(found, fitted),
        "condition_number": _condition(found),
        "vif": {name: _finite(value) for name, value in inflation(found).items()},
        "selectors": _selectors(found),
        "warnings": _warnings(found),
    }
    if is_refused:
        record["reason"] = {"en": _reason(found).en, "zh": _reason(found).zh}
    return record


def _slopes(found: Design, fitted: Fitted | None) -> dict[str, Any]:
    if fitted is None:
        return dict.fromkeys(("k", "k_convention", "coefficients", "intercept",
                              "scaled_coefficients"))  # fmt: skip
    slopes, intercept = unscaled(found, fitted.scaled)
    scaled = dict(zip(found.drivers, map(float, fitted.scaled), strict=True))
    return {
        "k": fitted.k,
        "k_convention": _conventions(found, fitted),
        "chosen_by": fitted.chosen_by or None,
        "coefficients": slopes,
        "intercept": intercept,
        "scaled_coefficients": scaled,
        **fitted.extra,
    }


def _conventions(found: Design, fitted: Fitted) -> dict[str, Any] | None:
    if fitted.k is None:
        return None
    if fitted.method != "ridge":
        return {"sklearn_alpha": fitted.k, "columns": "centred, divided by sd with n"}
    return {
        "mass": fitted.k,
        "sklearn_alpha": fitted.k,
        "unit_length": fitted.k / found.n,
        "columns": "centred, divided by sd with n",
    }


def _selectors(found: Design) -> dict[str, float | None]:
    if found.verdict == "under-determined":
        return dict.fromkeys([*SELECTORS, "hkb_classical"])
    chosen = {name: _finite(select(found)) for name, select in SELECTORS.items()}
    return chosen | {"hkb_classical": _finite(hkb_classical(found))}


def _warnings(found: Design) -> list[dict[str, Any]]:
    names = circular(found)
    if not names:
        return []
    told = _CIRCULAR.fill(names=", ".join(names))
    return [{"code": "circular", "drivers": list(names), "en": told.en, "zh": told.zh}]


def _condition(found: Design) -> float | None:
    if found.rank < len(found.drivers) or not found.rank:
        return None
    return float(found.singular[0] / found.singular[-1])


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _reason(found: Design) -> Text:
    key = "dof" if found.dof <= 0 else "rank" if found.drivers else "still"
    return _REASON[key].fill(n=found.n, p=len(found.drivers), dof=found.dof, rank=found.rank)
