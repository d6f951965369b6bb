"""Rules by which a plant of heat and power shares its emissions, and what they refer to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import DATA


@dataclass(frozen=True, slots=True)
class Sharing:
    """References of the rules: efficiencies [1], surroundings [°C], and each rule's document."""

    e_power: float
    e_heat: float
    ambient_celsius: float
    cites: Mapping[str, str]
    statuses: Mapping[str, str]


@cache
def sharing() -> Sharing:
    """The rules that this installation knows.

    Example:
        >>> list(sharing().cites)
        ['efficiency', 'energy', 'exergy', 'heat_first']
    """
    raw = read_yaml(DATA / "sharing.yaml")
    return Sharing(
        e_power=float(raw["e_power"]["value"]),
        e_heat=float(raw["e_heat"]["value"]),
        ambient_celsius=float(raw["ambient_celsius"]["value"]),
        cites={name: rule["cite"] for name, rule in raw["rules"].items()},
        statuses={name: rule["status"] for name, rule in raw["rules"].items()},
    )
