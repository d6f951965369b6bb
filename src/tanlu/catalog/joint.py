"""Rules by which joint plants share their emissions, for the comparison of all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import DATA
from tanlu.types import Text, text_of


@dataclass(frozen=True, slots=True)
class JointRule:
    """A rule: its kind of formula, the references it takes, and how they were found.

    Kinds: `energy`, `references` (separate plants for heat and power), `heat_first`,
    `power_first` (power bears what it displaces), `exergy`.
    """

    kind: str
    label: Text
    arguments: Mapping[str, float]
    status: str
    cite: str


@cache
def joint_rules() -> Mapping[str, JointRule]:
    """All rules, in the order in which they are shown.

    Example:
        >>> joint_rules()["ratio_2"].arguments
        {'power': 1.0, 'heat': 2.0}
    """
    return {
        code: JointRule(
            raw["kind"],
            text_of(raw["label"]),
            {name: float(value) for name, value in raw.get("arguments", {}).items()},
            raw["status"],
            raw["cite"],
        )
        for code, raw in read_yaml(DATA / "joint_rules.yaml").items()
    }
