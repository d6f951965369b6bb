"""How channels of each shape run through the year, relative to their mean."""

from typing import Any

import numpy as np

from tanlu.workflow.synth import days
from tanlu.workflow.synth.chance import WEATHER, Floats, bell
from tanlu.workflow.synth.data import shapes
from tanlu.workflow.synth.size import Size
from tanlu.workflow.synth.weather import clear_sky, clouds, hours_of, temperature

_DIGITS = 9  # one machine's sine may differ from another's in its last bit


def curves(size: Size) -> dict[str, Floats]:
    """The curve of every shape, with mean 1 over the year.

    Returns:
        By shape, one value for each interval of the year, shape (days · slots,).

    Example:
        >>> made = curves(Size(26, 260, 2025, minutes=60))
        >>> round(float(made["one_shift"].mean()), 6)
        1.0
    """
    air, sky = temperature(size), clear_sky(size)
    light = sky * clouds(size)
    return {
        name: _level(_curve(shape, size, air, sky, light))
        for name, shape in shapes()["shapes"].items()
    }


def _level(curve: Floats) -> Floats:
    return np.asarray(np.round(curve / curve.mean(), _DIGITS), np.float64)


def _curve(shape: dict[str, Any], size: Size, air: Floats, sky: Floats, light: Floats) -> Floats:
    if shape.get("sun") == "light":
        return light
    base = float(shape["base"])
    above = np.maximum(_working_day(shape, size) - base, 0.0)
    kind = days.kinds(size.year)
    by_kind = np.array([1.0, shape["rest"], shape["festival"]])[kind]
    run = base + by_kind[:, None] * above[None, :]
    curve = run.ravel() * (1.0 + _by_air(shape, air))
    return np.where(sky > 30.0, base, curve) if shape.get("sun") == "dark" else curve


def _working_day(shape: dict[str, Any], size: Size) -> Floats:
    hours = hours_of(size)
    level = np.full(len(hours), float(shape["base"]))
    for start, end, height in shape["hours"]:
        level[(hours >= start) & (hours < end)] = height
    return level


def _by_air(shape: dict[str, Any], air: Floats) -> Floats:
    climate = shapes()["climate"]
    warm = np.maximum(air - climate["cooling_from"], 0.0) * shape.get("cooling", 0.0)
    cold = np.maximum(climate["heating_from"] - air, 0.0) * shape.get("heating", 0.0)
    return np.asarray(warm + cold)


def grid_factor(size: Size) -> Floats:
    """An invented power factor for every hour of the year. [kg CO2/kWh]

    Low at noon, when the sun feeds the network, higher in the evening, lower in the wet
    months. It is no factor of any grid.

    Returns:
        One value an hour, shape (days · 24,).
    """
    grid = shapes()["grid"]
    hour = np.arange(24) + 0.5
    noon = np.exp(-(((hour - 12.5) / 2.8) ** 2))
    evening = np.exp(-(((hour - 19.5) / 1.8) ** 2))
    day = np.arange(days.count(size.year))
    wet = np.maximum(np.cos(2 * np.pi * (day - 196) / 365.25), 0.0)
    clock = grid["mean"] - grid["noon_dip"] * noon + grid["evening_rise"] * evening
    shake = grid["noise"] * bell(size.seed, WEATHER + 3, len(day) * 24).reshape(-1, 24)
    made = clock[None, :] - grid["wet_dip"] * wet[:, None] + shake
    return np.asarray(np.round(made, 4), np.float64).ravel()
