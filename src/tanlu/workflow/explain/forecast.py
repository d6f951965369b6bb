"""What the slopes of a regression say of stated growth: a fan of emissions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from tanlu.connect.series import Columns
from tanlu.errors import InputError
from tanlu.explain.design import Array, Design, design, unscaled
from tanlu.explain.forecast import beyond, fan, ratio, smearing
from tanlu.explain.regress import Fitted, fit
from tanlu.explain.resample import Drawn, resample
from tanlu.workflow.regression_parts import Wanted
from tanlu.workflow.regressions import observed_of, regression_record


@dataclass(frozen=True, slots=True)
class Future:
    """Yearly growth of each driver as mean and standard deviation [1], and how many years."""

    growth: Mapping[str, tuple[float, float]]
    years: int


def forecast_record(table: Columns, target: str, wanted: Wanted, future: Future) -> dict[str, Any]:
    """Emissions of coming years, relative to the last observation.

    Args:
        table: One row an observation, the last of them now.
        target: Heading of the explained column.
        wanted: The estimator, and how many draws.
        future: Growth of the drivers; one that is left out stands still.

    Returns:
        The record of `--json`; where the verdict does not identify slopes, no forecast.

    Raises:
        InputError: With every fault of the table, or when growth is of no driver.
    """
    observed = observed_of(table, target, logs=True)
    found = design(observed.target, observed.drivers, logs=True)
    unknown = [name for name in future.growth if name not in found.drivers]
    if unknown:
        raise InputError.of("no_driver", factor=unknown[0], known=", ".join(found.drivers))
    record = regression_record(found, wanted.method, wanted.k, wanted.extras)
    kept = {n: record[n] for n in ("verdict", "dof", "coefficients", "k", "warnings")}
    if found.verdict != "identified":
        return kept | {"coefficients": None, "reason": _REFUSED, "years": []}
    base = np.array([observed.drivers[name][-1] for name in found.drivers])
    fitted = fit(found, wanted.method, wanted.k, wanted.extras)
    return kept | _fan(found, fitted, wanted, future, base) | {"base": observed.target[-1]}


_REFUSED = {
    "en": "The data do not identify slopes well enough to foretell anything with them.",
    "zh": "数据不足以识别系数，不能据此预测。",
}


def _fan(
    found: Design, fitted: Fitted, wanted: Wanted, future: Future, base: Array
) -> dict[str, Any]:
    def once(drawn: Design) -> tuple[Array, float]:
        again = fit(drawn, wanted.method, wanted.k, wanted.extras)
        return again.scaled, float("nan")

    slopes = resample(found, once, wanted.draws, wanted.seed)
    rest = found.y - found.z @ fitted.scaled
    rows = _drawn_fan(found, slopes, rest, wanted, future)
    middle = np.array([future.growth.get(name, (0.0, 0.0))[0] for name in found.drivers])
    named = unscaled(found, fitted.scaled)[0]
    growth = dict(zip(found.drivers, middle.tolist(), strict=True))
    outside = beyond(found, base, middle, future.years)
    return {
        "draws": wanted.draws,
        "seed": wanted.seed,
        "smearing": smearing(rest),
        "years": [
            {"year": year, "central": ratio(named, growth, year), **row, "is_extrapolated": is_out}
            for year, row, is_out in zip(range(1, future.years + 1), rows, outside, strict=True)
        ],
    }


def _drawn_fan(
    found: Design, slopes: Drawn, rest: Array, wanted: Wanted, future: Future
) -> list[dict[str, float]]:
    rng = np.random.default_rng(wanted.seed + 1)
    told = np.array([future.growth.get(name, (0.0, 0.0)) for name in found.drivers])
    growth = told[:, 0] + told[:, 1] * rng.standard_normal((wanted.draws, len(told)))
    noise = rng.choice(rest, wanted.draws)
    never = np.full(len(told), np.inf)
    drawn = fan(
        slopes.scaled / found.scales, np.maximum(growth, _LEAST), noise, future.years, never
    )
    columns = zip(drawn.low, drawn.middle, drawn.high, strict=True)
    return [{"low": float(a), "middle": float(b), "high": float(c)} for a, b, c in columns]


_LEAST = -0.99  # nothing shrinks below nothing
