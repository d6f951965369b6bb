"""What is expected: perfect, as a day or a week ago, or learned; and how good that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tanlu.errors import InputError, need
from tanlu.plan.lp.problem import Numbers
from tanlu.plan.rolling.run import Forecast

_DAYS_TO_LEARN = 14
_SEED = 20240501  # any constant: the same input must give the same forecast
_PER_STEP = 4  # origins drawn for each step that is learned from


def perfect(series: Mapping[str, Numbers]) -> Forecast:
    """What will truly come: the limit that no forecast can beat."""

    def expected(name: str, at: int, steps: int) -> Numbers:
        return series[name][at : at + steps]

    return expected


def seasonal(series: Mapping[str, Numbers], season: int, known: Sequence[str] = ()) -> Forecast:
    """As it was a season ago; the step now is known.

    Args:
        series: What came; only steps up to now are looked at.
        season: Steps of a season: a day or a week.
        known: Series that are known beforehand, such as prices.

    Returns:
        The forecast. Before a whole season has passed, what is now stays.
    """
    sure = perfect(series)

    def expected(name: str, at: int, steps: int) -> Numbers:
        if name in known:
            return sure(name, at, steps)
        return _as_before(series[name][: at + 1], season, steps)

    return expected


def _as_before(past: Numbers, season: int, steps: int) -> Numbers:
    ahead = np.arange(steps)
    back = past.size - 1 + ahead - season * np.maximum(-(-ahead // season), 0)
    found = np.where(back >= 0, past[np.maximum(back, 0)], past[-1])
    found[0] = past[-1]
    return np.asarray(found)


@dataclass(frozen=True, slots=True)
class Learned:
    """A learned forecast of one series: the model, and the season that it leans on."""

    model: Any
    day: int


@dataclass(frozen=True, slots=True)
class Boosted:
    """Gradient boosting of each series.

    It learns from the calendar, what was a day and a week ago, and what is known beforehand
    (such as a weather forecast).

    Source: Friedman, Annals of Statistics 29 (2001) 1189-1232, doi 10.1214/aos/1013203451.
    """

    series: Mapping[str, Numbers]
    learned: Mapping[str, Learned]
    known: Sequence[str] = ()
    weather: Sequence[str] = field(default_factory=tuple)

    def __call__(self, name: str, at: int, steps: int) -> Numbers:
        """What is expected of a series from now on."""
        if name in self.known or name in self.weather:
            return self.series[name][at : at + steps]
        if name not in self.learned:
            return np.full(steps, self.series[name][at])
        got = self.learned[name]
        rows = _features(self, name, got.day, np.full(steps, at), np.arange(steps))
        threads: Any = need("threadpoolctl", "plan")
        with threads.threadpool_limits(1):
            found = np.asarray(got.model.predict(rows), float)
        found[0] = self.series[name][at]
        past = self.series[name][: at + 1]
        return np.asarray(np.clip(found, past.min(), None))  # trees do not see what is impossible


def boosted(
    series: Mapping[str, Numbers],
    day: int,
    until: int,
    horizon: int,
    known: Sequence[str] = (),
    weather: Sequence[str] = (),
) -> Boosted:
    """Learn from the steps before `until`.

    Args:
        series: What came.
        day: Steps of a day.
        until: First step that must not be looked at.
        horizon: How far it will be asked to look.
        known: Series that are known beforehand.
        weather: Series of weather that are forecast elsewhere: known beforehand and learned from.

    Returns:
        The forecast.

    Raises:
        InputError: With fewer than fourteen days to learn from.
        MissingExtraError: When the extra `plan` is not installed.
    """
    if until < _DAYS_TO_LEARN * day:
        raise InputError.of("too_short_to_learn", days=until // day, least=_DAYS_TO_LEARN)
    ensemble: Any = need("sklearn.ensemble", "plan")
    threads: Any = need("threadpoolctl", "plan")
    blank = Boosted(series, {}, known, weather)
    learned = {}
    for name, row in series.items():
        if name in known or name in weather or np.ptp(row[:until]) == 0:
            continue
        origins, ahead = _origins(day, until, horizon)
        rows = _features(blank, name, day, origins, ahead)
        model = ensemble.HistGradientBoostingRegressor(random_state=_SEED, max_iter=150)
        with threads.threadpool_limits(1):  # more threads wait for each other on small tables
            learned[name] = Learned(model.fit(rows, row[origins + ahead]), day)
    return Boosted(series, learned, known, weather)


def _origins(day: int, until: int, horizon: int) -> tuple[Any, Any]:
    """Moments to learn from, each with a step ahead; targets all before `until`."""
    rng = np.random.default_rng(_SEED)
    count = min(_PER_STEP * until, 200_000)
    origins = rng.integers(7 * day, until - 1, count)
    ahead = rng.integers(0, horizon, count)
    inside = origins + ahead < until
    return origins[inside], ahead[inside]


def _features(of: Boosted, name: str, day: int, at: Any, ahead: Any) -> Numbers:  # noqa: ANN401 - arrays of whole numbers
    """A row a question: calendar, steps ahead, the past as known at `at`, weather then."""
    row, target = of.series[name], at + ahead
    week = 7 * day
    back_day = target - day * np.maximum(-(-ahead // day), 1)
    back_week = target - week * np.maximum(-(-ahead // week), 1)
    year = 2 * np.pi * target / (365.0 * day)
    columns = [
        target % day, (target // day) % 7, np.sin(year), np.cos(year), ahead,
        row[at], row[np.maximum(at - day, 0)],
        row[np.maximum(back_day, 0)], row[np.maximum(back_week, 0)],
        *(of.series[each][target] for each in of.weather),
    ]  # fmt: skip
    return np.column_stack([np.asarray(column, float) for column in columns])


@dataclass(frozen=True, slots=True)
class Skill:
    """Mean absolute error of a forecast and of the seasonal-naive one, on the same questions."""

    name: str
    error: float
    naive_error: float

    @property
    def skill(self) -> float | None:
        """1 − error / naive error: above zero is better than naive; None where naive is exact."""
        return 1.0 - self.error / self.naive_error if self.naive_error > 0 else None


def skill(
    forecast: Forecast,
    series: Mapping[str, Numbers],
    day: int,
    origins: Sequence[int],
    horizon: int,
) -> list[Skill]:
    """How good a forecast is beside one that says "as a day ago".

    Args:
        forecast: The forecast.
        series: What truly came.
        day: Steps of a day.
        origins: Moments at which it is asked, none of which it has learned from.
        horizon: How far it looks each time; the step now, which is known, is not counted.

    Returns:
        One record a series.
    """
    naive = seasonal(series, day)
    return [
        Skill(name, *(_error(f, series, name, origins, horizon) for f in (forecast, naive)))
        for name in series
    ]


def _error(
    forecast: Forecast,
    series: Mapping[str, Numbers],
    name: str,
    origins: Sequence[int],
    horizon: int,
) -> float:
    errors = []
    for at in origins:
        steps = min(horizon, series[name].size - at)
        gone = forecast(name, at, steps)[1:] - series[name][at : at + steps][1:]
        errors.append(np.abs(gone).mean())
    return float(np.mean(errors))
