"""Quantities of processes: the unit a formula wants, the name, the most it can be."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tanlu.model.table import read_data
from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class Parameter:
    """A quantity that a process has, or that a plant states of itself."""

    code: str
    label: Text
    unit: str
    most: float | None

    def unit_for(self, activity: str) -> str:
        """The unit that formulas want, for an activity in this unit.

        Example:
            >>> parameters()["emission"].unit_for("t")
            't CO2/t'
        """
        return self.unit.replace("{unit}", activity)


@cache
def parameters() -> Mapping[str, Parameter]:
    """All quantities of processes, by code.

    Example:
        >>> parameters()["calcined"].most
        1
    """
    return {
        code: Parameter(code, Text(raw["en"], raw["zh"]), raw["unit"], raw.get("most"))
        for code, raw in read_data("parameters.yaml").items()
    }
