"""Whether a series drifts: two tests that suppose the opposite of one another.

The augmented Dickey-Fuller test supposes a unit root, the KPSS test a level that stays. A
series counts as drifting unless the first refutes its supposition and the second does not.
"""

from dataclasses import dataclass

import numpy as np

from tanlu.explain.design import Array

_ADF_5 = (-2.86154, -2.8903, -4.234, -40.040)
"""5 % point of the test with a constant: sum of b_i / T^i. MacKinnon 2010, table 1, case c."""

_KPSS_5 = 0.463
"""5 % point of the level statistic. Kwiatkowski, Phillips, Schmidt and Shin 1992, table 1."""


@dataclass(frozen=True, slots=True)
class Drift:
    """Both statistics with their 5 % points, and whether the series counts as drifting."""

    adf: float
    adf_5: float
    kpss: float
    kpss_5: float
    is_drifting: bool


def drift(series: Array) -> Drift:
    """Test a series for a unit root.

    Args:
        series: Values in time, 10 at least.

    Returns:
        The tests.

    Example:
        >>> steps = np.random.default_rng(1).normal(size=200)
        >>> drift(steps).is_drifting, drift(steps.cumsum()).is_drifting
        (False, True)

    Source: Said and Dickey 1984, lags (n - 1)^(1/3); Kwiatkowski et al. 1992, lags
        4 (n / 100)^(1/4).
    """
    statistic, count = _adf(series, int((len(series) - 1) ** (1 / 3)))
    point = sum(b / count**i for i, b in enumerate(_ADF_5))
    level = _kpss(series, int(4 * (len(series) / 100) ** 0.25))
    return Drift(statistic, point, level, _KPSS_5, statistic >= point or level > _KPSS_5)


def _adf(series: Array, lags: int) -> tuple[float, int]:
    steps = np.diff(series)
    y = steps[lags:]
    columns = [np.ones(len(y)), series[lags:-1]]
    columns += [steps[lags - k : len(steps) - k] for k in range(1, lags + 1)]
    x = np.column_stack(columns)
    solved = np.linalg.lstsq(x, y, rcond=None)[0]
    rest = y - x @ solved
    spread = float(rest @ rest) / (len(y) - x.shape[1])
    error = (spread * np.linalg.pinv(x.T @ x)[1, 1]) ** 0.5
    return float(solved[1] / error) if error else 0.0, len(y)


def _kpss(series: Array, lags: int) -> float:
    rest = series - series.mean()
    whole = float(rest @ rest)
    if not whole:
        return 0.0
    for k in range(1, lags + 1):
        whole += 2 * (1 - k / (lags + 1)) * float(rest[k:] @ rest[:-k])
    sums = rest.cumsum()
    return float(sums @ sums) / len(series) / whole
