"""The words of options: kinds, quantities and their units, carriers of the plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import DATA
from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of option, and the quantities that it cannot do without."""

    code: str
    label: Text
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a quantity is: its units in the plan, the share it may be, its sane range."""

    code: str
    label: Text
    units: tuple[str, ...]
    share: str | None
    least: float | None
    most: float | None

    def units_for(self, capacity: str) -> tuple[str, ...]:
        """The units that it may have, for a unit of capacity.

        Example:
            >>> meanings()["investment"].units_for("MW")
            ('CNY/MW',)
        """
        return tuple(unit.replace("{capacity}", capacity) for unit in self.units)


@dataclass(frozen=True, slots=True)
class PlanCarrier:
    """What flows in a plan, and the carrier of the factor catalogue that it is."""

    code: str
    label: Text
    of: str | None


@cache
def _words() -> Mapping[str, Any]:
    raw: Mapping[str, Any] = read_yaml(DATA / "option_words.yaml")
    return raw


@cache
def kinds() -> Mapping[str, Kind]:
    """Kinds of options, by code.

    Example:
        >>> kinds()["store"].label.zh
        '储存'
    """
    return {
        code: Kind(code, _text(raw), tuple(raw["needs"])) for code, raw in _words()["kinds"].items()
    }


@cache
def meanings() -> Mapping[str, Meaning]:
    """Quantities of options, by code."""
    return {code: _meaning(code, raw) for code, raw in _words()["quantities"].items()}


def _meaning(code: str, raw: Mapping[str, Any]) -> Meaning:
    units = (str(raw["unit"]), *(str(unit) for unit in raw.get("or", ())))
    return Meaning(code, _text(raw), units, raw.get("share"), raw.get("least"), raw.get("most"))


@cache
def words_of(group: str) -> Mapping[str, Text]:
    """Labels of `directions`, `owners`, `statuses`, `places` or `found`, by code.

    Example:
        >>> words_of("directions")["energy"].zh
        '优化能源结构'
    """
    return {code: _text(raw) for code, raw in _words()[group].items()}


@cache
def plan_carriers() -> Mapping[str, PlanCarrier]:
    """What flows in a plan, by code.

    Example:
        >>> plan_carriers()["heat_80c"].of
        'heat'
    """
    raw = read_yaml(DATA / "plan_carriers.yaml")
    return {code: PlanCarrier(code, _text(entry), entry.get("of")) for code, entry in raw.items()}


def _text(raw: Mapping[str, Any]) -> Text:
    return Text(str(raw["en"]), str(raw["zh"]))
