"""What is looked at when years are compared, and when a base year is recalculated: data."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import DATA
from tanlu.model.oddity import BasePolicy, Check
from tanlu.types import text_of

_FILE = DATA / "comparison.yaml"


@cache
def checks() -> Mapping[str, Check]:
    """All checks by their code.

    Example:
        >>> checks()["out_of_range"].limits["score"]
        3.5
    """
    return {raw["id"]: check_of(raw) for raw in read_yaml(_FILE)["checks"]}


@cache
def base_policy() -> BasePolicy:
    """From which share on a base year is recalculated, unless the park says otherwise.

    Example:
        >>> base_policy().threshold
        0.05
    """
    raw = read_yaml(_FILE)["base_year"]
    return BasePolicy(float(raw["threshold"]), raw["cite"], text_of(raw["note"]))


def check_of(raw: Mapping[str, Any]) -> Check:
    """A check as a data file writes it."""
    return Check(
        check_id=raw["id"],
        label=text_of(raw["label"]),
        why=text_of(raw["why"]),
        cite=raw.get("cite"),
        limits={name: float(value) for name, value in raw.get("limits", {}).items()},
        steps=tuple(float(step) for step in raw.get("steps", ())),
    )
