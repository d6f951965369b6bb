"""In which unit the use of several channels is added."""

from collections.abc import Iterable

from tanlu.measure.readings.use import use_unit
from tanlu.model.channel import Channel
from tanlu.units import find_unit, ratio

BOOKED = ("supply", "combustion", "process")  # roles whose use enters the accounts
_ENERGY = "kWh"


def unit_of(channels: Iterable[Channel]) -> str:
    """The unit in which the use of channels is added: kWh where it is energy."""
    units = [use_unit(c) for c in channels]
    if not units:
        return _ENERGY
    first = find_unit(units[0])
    return _ENERGY if first and first.dimension == "energy" else units[0]


def weight_of(channel: Channel, unit: str) -> float | None:
    """By what a channel's use is multiplied to be in a unit; None when it cannot be."""
    written = use_unit(channel)
    if written == unit:
        return 1.0
    have, wanted = find_unit(written), find_unit(unit)
    if have is None or wanted is None or have.dimension != wanted.dimension:
        return None
    return ratio(written, unit)
