"""Temperature, clear sky and clouds of an invented year."""

import numpy as np

from tanlu.workflow.synth import chance, days
from tanlu.workflow.synth.chance import Floats
from tanlu.workflow.synth.data import shapes
from tanlu.workflow.synth.size import Size


def hours_of(size: Size) -> Floats:
    """Middle of each interval of a day. [h]

    Example:
        >>> hours_of(Size(26, 260, 2025, minutes=60))[:2].tolist()
        [0.5, 1.5]
    """
    return np.asarray((np.arange(size.slots) + 0.5) * (size.minutes / 60.0), np.float64)


def temperature(size: Size) -> Floats:
    """Air temperature in every interval of the year. [°C]

    A cosine of the season, one of the hour, and spells that fade from day to day.

    Returns:
        One value for each interval, shape (days · slots,).
    """
    climate = shapes()["climate"]
    day = np.arange(days.count(size.year))
    season = climate["mean"] - climate["swing"] * np.cos(
        2 * np.pi * (day + 1 - climate["coldest"]) / 365.25
    )
    clock = np.cos(2 * np.pi * (hours_of(size) - climate["warmest_hour"]) / 24)
    mean = season + _spells(size, len(day))
    return np.asarray(mean[:, None] + climate["daily"] * clock[None, :], np.float64).ravel()


def _spells(size: Size, count: int) -> Floats:
    climate = shapes()["climate"]
    keep = climate["memory"]
    fresh = chance.bell(size.seed, chance.WEATHER, count)
    spell, now = np.empty(count), 0.0
    for index, push in enumerate(fresh):
        now = keep * now + (1 - keep**2) ** 0.5 * push
        spell[index] = now
    return np.asarray(spell * climate["spell"], np.float64)


def declination(day: Floats) -> Floats:
    """Angle of the sun above the equator. [rad]

    Args:
        day: Day of the year, 1 for 1 January. [1]

    Source:
        Cooper (1969): 23.45° · sin(360° · (284 + n) / 365).
    """
    return np.asarray(np.radians(23.45) * np.sin(2 * np.pi * (284 + day) / 365), np.float64)


def clear_sky(size: Size) -> Floats:
    """Sunshine on the level under a clear sky. [W/m²]

    Local clocks are taken as solar ones: a park in the middle of its zone.

    Source:
        Haurwitz (1945): 1098 · cos z · exp(−0.059 / cos z), z the sun's angle from above.
    """
    tilt = declination(np.arange(1, days.count(size.year) + 1.0))[:, None]
    turn = np.pi * (hours_of(size)[None, :] - 12) / 12
    place = np.radians(shapes()["climate"]["latitude"])
    high = np.sin(place) * np.sin(tilt) + np.cos(place) * np.cos(tilt) * np.cos(turn)
    safe = np.maximum(high, 1e-3)
    return np.where(high > 0, 1098 * safe * np.exp(-0.059 / safe), 0.0).ravel()


def clouds(size: Size) -> Floats:
    """What clouds let through, between 0 and 1, in every interval of the year."""
    sky = shapes()["cloud"]
    count = days.count(size.year)
    draw = chance.uniform(size.seed, chance.WEATHER + 1, count)
    light = np.where(draw < sky["clear"], sky["clear_light"], sky["mixed_light"])
    light = np.where(draw > 1 - sky["dull"], sky["dull_light"], light)
    moving = 4 * light * (1 - light)  # a mixed sky flickers, a clear or dull one does not
    flicker = chance.bell(size.seed, chance.WEATHER + 2, count * size.slots)
    shaken = light[:, None] + sky["flicker"] * moving[:, None] * flicker.reshape(count, -1)
    return np.asarray(np.clip(shaken, 0.05, 1.0), np.float64).ravel()
