"""A quantity as a plan's files write it, in the units that the plan computes with."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np

from tanlu.connect.plan.reader import Reader
from tanlu.errors import InputError
from tanlu.plan.model import Given, Value
from tanlu.units import ratio

_KEYS = ("value", "values", "unit", "series", "between", "cite", "status", "note", "assumption")


def quantity(reader: Reader, raw: Any, unit: str, at: str) -> Given:  # noqa: ANN401 - whatever the file holds
    """A quantity by period, perhaps along a series.

    Written as a number; as numbers by year (`{2025: 3000, 2060: 2000}`, straight lines between,
    flat outside); as a list of one number a period; or as a mapping of `value` or `values` with
    `unit`, `series`, `between: linear | step`, `cite`, `status`, `note`.

    Args:
        reader: The file.
        raw: What stands there.
        unit: Unit of the plan; empty where any unit is taken as it is.
        at: Key, for messages.

    Returns:
        The quantity in the plan's unit; 0 where a fault was noted.
    """
    if not isinstance(raw, dict):
        return _plain(reader, raw, at)
    if raw and all(_year(key) is not None for key in raw):
        return _dated(reader, raw, "linear", at)
    reader.known(raw, _KEYS, f"{at}.")
    scale = _scale(reader, raw, unit, at)
    values = _values(reader, raw, at)
    numbers = tuple(scale * value for value in values)
    name = raw.get("series")
    if name is None:
        return numbers if len(numbers) > 1 else numbers[0]
    if name not in reader.series:
        known = ", ".join(sorted(reader.series)) or "-"
        reader.blame("plan_unknown_series", f"{at}.series", name=name, known=known)
        return 0.0
    return Value(numbers, str(name))


def _plain(reader: Reader, raw: Any, at: str) -> Given:  # noqa: ANN401 - whatever the file holds
    if isinstance(raw, list):
        return _listed(reader, raw, at)
    return reader.number(raw, at) or 0.0


def _listed(reader: Reader, raw: list[Any], at: str) -> tuple[float, ...]:
    if len(raw) != len(reader.years):
        reader.blame("plan_periods", at, count=len(raw), wanted=len(reader.years))
    return tuple(reader.number(each, f"{at}[{n + 1}]") or 0.0 for n, each in enumerate(raw)) or (
        0.0,
    )


def _values(reader: Reader, raw: Mapping[str, Any], at: str) -> tuple[float, ...]:
    given = raw.get("values", raw.get("value", 1.0))
    where = f"{at}.values" if "values" in raw else f"{at}.value"
    if isinstance(given, dict):
        return _dated(reader, given, str(raw.get("between", "linear")), where)
    if isinstance(given, list):
        return _listed(reader, given, where)
    return (reader.number(given, where) or 0.0,)


def _scale(reader: Reader, raw: Mapping[str, Any], unit: str, at: str) -> float:
    written = raw.get("unit")
    if written is None or not unit:
        return 1.0
    try:
        return ratio(str(written), unit)
    except InputError as error:
        fault = error.faults[0]
        reader.blame(fault.code, f"{at}.unit", **fault.params)
        return 1.0


def _year(key: Any) -> float | None:  # noqa: ANN401 - whatever the file holds
    if isinstance(key, date):
        return key.year + (key.timetuple().tm_yday - 1) / 366
    text = str(key)
    return float(text) if text.isdigit() and len(text) == 4 else None


def _dated(reader: Reader, raw: Mapping[Any, Any], between: str, at: str) -> tuple[float, ...]:
    """Numbers by year at the plan's periods."""
    reader.one_of(between, ("linear", "step"), f"{at}.between")
    points: list[tuple[float, float]] = []
    for key, each in raw.items():
        year = _year(key)
        number = reader.number(each.get("value") if isinstance(each, dict) else each, f"{at}.{key}")
        if year is None:
            reader.blame("plan_not_year", f"{at}.{key}", value=key)
        elif number is not None:
            points.append((year, number))
    if not points:
        return (0.0,)
    years, values = (np.array(part) for part in zip(*sorted(points), strict=True))
    if between == "step":
        held = np.clip(np.searchsorted(years, reader.years, side="right") - 1, 0, None)
        return tuple(values[held].tolist())
    return tuple(np.interp(reader.years, years, values).tolist())
