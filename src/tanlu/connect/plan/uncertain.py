"""What may turn out otherwise: `futures.yaml` of a plan's folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tanlu.connect.plan.reader import Reader, open_yaml
from tanlu.errors import Fault, raise_errors
from tanlu.plan.analyse.futures import Uncertain
from tanlu.plan.analyse.scale import has_quantity
from tanlu.plan.lp.problem import Numbers
from tanlu.plan.model import System

_TOP = ("draws", "slack_cny", "uncertain", "correlation", "note")
_KEYS = ("components", "field", "low", "mode", "high", "grows", "label", "note", "cite")


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """Quantities that may turn out otherwise, and how many futures are drawn."""

    uncertain: tuple[Uncertain, ...]
    correlation: Numbers | None = None
    draws: int = 1000
    slack_cny: float = 1e6


def read_uncertain(folder: Path, system: System) -> Uncertainty:
    """Read `futures.yaml`.

    Args:
        folder: The plan's folder.
        system: The plan's system; components and fields are checked against it.

    Returns:
        What is uncertain.

    Raises:
        InputError: With every fault, each with line and key.
    """
    faults: list[Fault] = []
    reader, raw = open_yaml(folder / "futures.yaml", faults)
    raise_errors(faults)
    reader.known(raw, _TOP)
    entries = raw.get("uncertain") or {}
    found = [_one(reader, system, str(name), entry or {}) for name, entry in entries.items()]
    names = [u.name for u in found]
    made = Uncertainty(
        tuple(found), _correlation(reader, names, raw.get("correlation") or {}),
        int(reader.number(raw.get("draws", 1000), "draws") or 0),
        reader.number(raw.get("slack_cny", 1e6), "slack_cny") or 0.0,
    )  # fmt: skip
    if not found or made.draws < 1:
        reader.blame("plan_missing_key", "uncertain", key="uncertain / draws")
    raise_errors(faults)
    return made


def _one(reader: Reader, system: System, name: str, raw: Mapping[str, Any]) -> Uncertain:
    at = f"uncertain.{name}"
    reader.known(raw, _KEYS, f"{at}.")
    low, mode, high = (_number(reader, raw, at, key) for key in ("low", "mode", "high"))
    if not low <= mode <= high:
        reader.blame("plan_not_rising", at)
    components = tuple(str(each) for each in raw.get("components") or ())
    field = str(raw.get("field", ""))
    _check(reader, system, at, components, field)
    return Uncertain(name, components, field, low, mode, high, bool(raw.get("grows", False)))


def _number(reader: Reader, raw: Mapping[str, Any], at: str, key: str) -> float:
    if key not in raw:
        reader.blame("plan_missing_key", at, key=key)
        return 0.0
    return reader.number(raw[key], f"{at}.{key}") or 0.0


def _check(
    reader: Reader, system: System, at: str, components: tuple[str, ...], field: str
) -> None:
    parts = {component.name: component for component in system.components}
    if not components:
        reader.blame("plan_missing_key", at, key="components")
    for name in components:
        if name not in parts:
            known = ", ".join(sorted(parts))
            reader.blame("plan_unknown_word", f"{at}.components", value=name, known=known)
        elif not has_quantity(parts[name], field):
            known = "price, amount, investment …"
            reader.blame("plan_unknown_word", f"{at}.field", value=f"{name}.{field}", known=known)


def _correlation(reader: Reader, names: list[str], raw: Mapping[str, Any]) -> Numbers | None:
    if not raw:
        return None
    matrix = np.eye(len(names))
    for one, others in raw.items():
        for other, value in (others or {}).items():
            if one not in names or other not in names:
                known = ", ".join(names)
                reader.blame(
                    "plan_unknown_word", f"correlation.{one}", value=f"{one}, {other}", known=known
                )
                continue
            a, b = names.index(one), names.index(other)
            at = f"correlation.{one}.{other}"
            matrix[a, b] = matrix[b, a] = reader.number(value, at) or 0.0
    return matrix
