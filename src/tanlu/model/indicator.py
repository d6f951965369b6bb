"""Figures beside the emissions: their codes, base units, and whether they add up."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tanlu.model.table import read_data


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator: the unit it is kept in, and whether records of it add up."""

    code: str
    unit: str
    is_sum: bool


@cache
def measures() -> Mapping[str, Measure]:
    """Every indicator that a park may record, by its code.

    Example:
        >>> measures()["water_fresh"].unit, measures()["employees"].is_sum
        ('m3', False)
    """
    raw = read_data("indicators.yaml")
    return {code: Measure(code, entry["unit"], bool(entry["sum"])) for code, entry in raw.items()}
