"""The environmental Kuznets curve of a table, with the interval of its turning point."""

from typing import Any

import numpy as np

from tanlu.connect.series import Columns
from tanlu.errors import InputError, Place, need
from tanlu.explain.design import WEAK_DOF, Array, Design, design
from tanlu.explain.ekc import terms, turning_point
from tanlu.explain.ridge import residual_variance, ridge
from tanlu.workflow.regressions import observed_of


def ekc_record(table: Columns, target: str, by: str) -> dict[str, Any]:
    """Whether a target turns as a driver grows.

    Args:
        table: One row an observation; other numeric columns are held fixed.
        target: Heading of the explained column.
        by: Heading of the driver whose square is taken.

    Returns:
        The record of `--json`: slope and curve of the centred logarithm, the turning point
        with its 95 % interval by Fieller, and how much both terms move together.

    Raises:
        InputError: With every fault of the table.
    """
    observed = observed_of(table, target, logs=True)
    if by not in observed.drivers:
        known = ", ".join(observed.drivers)
        raise InputError.of("no_driver", Place(table.file), factor=by, known=known)
    values = np.array(observed.drivers[by])
    straight, squared, mean = terms(values)
    others = {n: np.log(v).tolist() for n, v in observed.drivers.items() if n != by}
    columns = {"ln": straight.tolist(), "ln²": squared.tolist(), **others}
    found = design(np.log(observed.target).tolist(), columns, logs=False)
    record: dict[str, Any] = {
        "verdict": found.verdict, "dof": found.dof, "target": target, "by": by,
        "together": float(np.corrcoef(np.log(values), np.log(values) ** 2)[0, 1]),
    }  # fmt: skip
    if found.verdict == "under-determined" or found.dof < WEAK_DOF:
        return record | {"slope": None, "curve": None, "turn": None}
    return record | _turn(found, mean, values)


def _turn(found: Design, mean: float, values: Array) -> dict[str, Any]:
    slopes = ridge(found, 0.0) / found.scales
    inverse = (found.right.T / found.singular**2) @ found.right
    covariance = residual_variance(found) * inverse / np.outer(found.scales, found.scales)
    t = float(need("scipy.stats", "explain").t.ppf(0.975, found.dof))
    turn = turning_point(float(slopes[0]), float(slopes[1]), covariance[:2, :2], mean, values, t)
    return {
        "slope": float(slopes[0]),
        "curve": float(slopes[1]),
        "standard_errors": np.sqrt(np.diag(covariance)[:2]).tolist(),
        "turn": {
            "at": turn.at, "low": turn.low, "high": turn.high, "is_outside": turn.is_outside
        },
    }  # fmt: skip
