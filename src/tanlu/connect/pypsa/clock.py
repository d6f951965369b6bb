"""Snapshots and investment periods of an exported folder."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tanlu.connect.pypsa.cells import Cells
from tanlu.errors import Fault, InputError, Place
from tanlu.plan.pypsa.network import Time

WEIGHTS = ("objective", "stores", "generators")


@dataclass(frozen=True, slots=True)
class Periods:
    """Investment periods with their weights."""

    years: tuple[int, ...]
    weight_years: NDArray[np.float64]
    weight_objective: NDArray[np.float64]


def read_time(snapshots: Cells | None, periods: Cells | None) -> Time:
    """Snapshots, their weights, and the periods they belong to.

    Without `snapshots.csv` there is one snapshot, "now"; weights that are absent are 1.
    Snapshots without periods are repeated in each period, where there are periods.

    Args:
        snapshots: `snapshots.csv`.
        periods: `investment_periods.csv`.

    Raises:
        InputError: When periods and snapshots do not fit.
    """
    found = _periods(periods)
    if snapshots is None or not snapshots.frame.height:
        one = np.ones(1)
        return _repeat(Time(("now",), one, one, one), found)
    time = _snapshots(snapshots)
    if "period" not in snapshots.columns:
        return _repeat(time, found)
    numbers = _whole(snapshots, "period")
    own = tuple(sorted({int(number) for number in numbers}))
    if found and found.years != own:
        raise InputError.of(
            "pypsa_periods", Place("investment_periods.csv"), given=found.years, snapshots=own
        )
    if (np.diff(numbers) < 0).any():
        raise InputError.of("pypsa_period_order", Place(snapshots.file, column="period"))
    found = found or Periods(own, np.ones(len(own)), np.ones(len(own)))
    return _with(time, found, numbers)


def _with(time: Time, found: Periods, numbers: NDArray[np.int64]) -> Time:
    return Time(
        time.labels, time.objective, time.stores, time.generators,
        numbers, found.years, found.weight_years, found.weight_objective,
    )  # fmt: skip


def _repeat(time: Time, found: Periods | None) -> Time:
    if found is None:
        return time
    count = len(found.years)
    numbers = np.repeat(np.array(found.years, np.int64), len(time))
    longer = Time(
        time.labels * count,
        np.tile(time.objective, count),
        np.tile(time.stores, count),
        np.tile(time.generators, count),
    )
    return _with(longer, found, numbers)


def _snapshots(cells: Cells) -> Time:
    count = cells.frame.height
    names = next((n for n in ("timestep", "snapshot") if n in cells.columns), None)
    labels = cells.frame[names].to_list() if names else cells.index
    all_alike = _weights(cells, "weightings", np.ones(count))
    objective, stores, generators = (_weights(cells, name, all_alike) for name in WEIGHTS)
    return Time(tuple(labels), objective, stores, generators)


def _weights(cells: Cells, name: str, otherwise: NDArray[np.float64]) -> NDArray[np.float64]:
    if name not in cells.columns:
        return otherwise
    values = cells.numbers(name)
    for at in np.flatnonzero(np.isnan(values)):
        place = Place(cells.file, row=int(at) + 2, column=name)
        cells.faults.append(Fault("pypsa_no_value", place))
    return values


def _whole(cells: Cells, name: str) -> NDArray[np.int64]:
    return np.nan_to_num(cells.numbers(name)).astype(np.int64)


def _periods(cells: Cells | None) -> Periods | None:
    if cells is None or not cells.frame.height:
        return None
    years = _years(cells.index, cells)
    ones = np.ones(len(years))
    weights = [_weights(cells, name, ones) for name in ("years", "objective")]
    return Periods(tuple(years), *weights)


def _years(texts: Sequence[str], cells: Cells) -> list[int]:
    try:
        years = [int(float(text)) for text in texts]
    except ValueError:
        years = []
    if not years or years != sorted(set(years)):
        raise InputError.of("pypsa_period_order", Place(cells.file, column="period"))
    return years
