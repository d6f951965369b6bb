"""Stated values to base units: tce, t CO2/tce, and an activity's own base unit."""

from collections.abc import Mapping

from tanlu.errors import Fault, InputError, Place
from tanlu.plan.tree.plants import GJ_PER_TCE
from tanlu.units import base_unit, convert, parse_unit

_ENERGY = ("energy", "output")
_OF_CARRIER = ("output", "factor")
_COUNTED = {"life": "a", "stock": "piece"}


def activity_unit_of(unit: str) -> str:
    """The base unit that an activity is counted in.

    Example:
        >>> activity_unit_of("亿元")
        'CNY'
    """
    return base_unit(parse_unit(unit))


def to_base(
    branch: str, quantity: str, value: float, *, unit: str, activity_unit: str,
    heat: Mapping[str, float],
) -> tuple[float, str]:  # fmt: skip
    """A value in the unit that the tree counts in.

    Args:
        branch: Of which branch.
        quantity: Which quantity.
        value: As written.
        unit: As written.
        activity_unit: Base unit of the sector's activity.
        heat: Net calorific value per coal equivalent by carrier. [GJ/tce]

    Returns:
        Value and base unit.

    Raises:
        InputError: When the unit does not fit the quantity.

    Example:
        >>> half = {"unit": "t CO2/MWh", "activity_unit": "1", "heat": {}}
        >>> to_base("supply/electricity", "factor", 0.5, **half)[1]
        't CO2/tce'
    """
    if quantity == "activity":
        return convert(value, unit, activity_unit), activity_unit
    parts = branch.split("/")
    carrier = parts[1] if quantity in _OF_CARRIER else parts[-1]
    if quantity in _ENERGY:
        return _energy(value, unit, "", heat.get(carrier, GJ_PER_TCE)), "tce"
    if quantity == "intensity":
        per = "" if activity_unit == "1" else f"/{activity_unit}"
        return _energy(value, unit, per, GJ_PER_TCE), f"tce{per}"
    if quantity == "factor":
        return _factor(value, unit, heat.get(carrier, GJ_PER_TCE)), "t CO2/tce"
    wanted = _COUNTED.get(quantity, "1")
    return convert(value, wanted if unit == "1" else unit, wanted), wanted


def _energy(value: float, unit: str, per: str, heat: float) -> float:
    try:
        return convert(value, unit, f"tce{per}")
    except InputError:
        return convert(value, unit, f"GJ{per}") / heat


def _factor(value: float, unit: str, heat: float) -> float:
    try:
        return convert(value, unit, "t CO2/tce")
    except InputError:
        return convert(value, unit, "t CO2/GJ") * heat


def placed(error: InputError, place: Place) -> list[Fault]:
    """The faults of a conversion, at the cell."""
    return [Fault(f.code, place, f.params) for f in error.faults]
