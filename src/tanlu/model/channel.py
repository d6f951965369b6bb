"""A channel: what a meter counts, in which unit, how often, and what its use stands for."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, TypeAlias

from tanlu.types import Text
from tanlu.units import find_unit

Kind: TypeAlias = Literal["interval", "counter", "instant"]
Role: TypeAlias = Literal[
    "supply", "export", "generation", "combustion", "process", "transfer", "check"
]

_STATES = frozenset(
    {"temperature", "pressure", "current", "voltage", "frequency", "ratio", "reactive_power",
     "apparent_power", "reactive_energy", "count"}
)  # fmt: skip
_POWER = {"W": "Wh", "瓦": "瓦时"}


@dataclass(frozen=True, slots=True)
class MeterEvent:
    """What happened to a meter: replaced, reset, another multiplier."""

    event_id: str
    channel_id: str
    at: datetime
    kind: Literal["replaced", "reset", "multiplier"]
    last_value: float | None = None
    first_value: float | None = None
    multiplier: float | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """A row of the table of channels, blanks filled.

    `minutes` is 0 where readings come as they come. `multiplier` turns a
    reading into `unit`; `system` and `role` are filled by `channels_of`.
    """

    channel_id: str
    unit: str = ""
    kind: Kind = "interval"
    minutes: int = 15
    multiplier: float = 1.0
    carrier: str = ""
    member_id: str = ""
    system: str = ""
    parent_id: str = ""
    role: Role = "check"
    formula: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    register_max: float | None = None
    least: float | None = None
    most: float | None = None
    tariff_id: str = ""
    factor_channel: str = ""
    name: Text = field(default=Text("", ""))
    meter_class: float | None = None
    events: tuple[MeterEvent, ...] = ()


def per_hour(unit: str) -> str:
    """The unit of what a rate gives in an hour; a unit that is no rate stays as it is.

    Args:
        unit: As written: "kW", "m3/h", "kWh".

    Example:
        >>> per_hour("kW"), per_hour("m3/h"), per_hour("kWh"), per_hour("°C")
        ('kWh', 'm3', 'kWh', '°C')
    """
    plain = unit.strip()
    found = find_unit(plain)
    if found is None:
        return unit
    if found.dimension == "power":
        for letter, energy in _POWER.items():
            if plain.endswith(letter):
                return plain.removesuffix(letter) + energy
    above, _, below = plain.rpartition("/")
    is_hourly = above and find_unit(below) == find_unit("h")
    return above if is_hourly else unit


def is_rate(unit: str) -> bool:
    """Whether an instant of this unit says how fast something is used.

    Example:
        >>> is_rate("MW"), is_rate("°C")
        (True, False)
    """
    return per_hour(unit) != unit


def is_state(unit: str) -> bool:
    """Whether a unit is of something that has no use: a temperature, a factor.

    Example:
        >>> is_state("°C"), is_state("kg CO2/kWh"), is_state("kWh")
        (True, True, False)
    """
    found = find_unit(unit)
    return found is not None and (
        found.dimension in _STATES or found.dimension.startswith("mass CO2/")
        or found.dimension in ("mass/energy", "mass CO2e/energy")
    )  # fmt: skip
