"""Policies from their entries in `plan.yaml`."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from tanlu.connect.plan.quantity import quantity
from tanlu.connect.plan.reader import Reader
from tanlu.plan.model import (
    Budget,
    Cap,
    CarbonPrice,
    CleanShare,
    Intensity,
    Limit,
    Match,
    Neutral,
    Peak,
    Policy,
)

KINDS: Mapping[str, type] = {
    "cap": Cap, "budget": Budget, "peak": Peak, "neutral": Neutral, "intensity": Intensity,
    "clean_share": CleanShare, "carbon_price": CarbonPrice, "limit": Limit, "match": Match,
}  # fmt: skip
"""Kinds by the word that a file uses."""

_WORDS = {"basis": ("location", "market", "notice"), "window": ("year", "month", "hour")}
_DATED = {(Cap, "most"), (Intensity, "most"), (CleanShare, "least"), (Match, "least")}
_REMARKS = {"kind", "label", "cite", "status", "note", "policy"}


def policy(reader: Reader, name: str, raw: Any) -> Policy | None:  # noqa: ANN401 - whatever the file holds
    """A policy from its entry.

    Args:
        reader: The file, with the plan's years.
        name: The policy's name.
        raw: Its entry.

    Returns:
        The policy, None where a fault was noted.
    """
    at = f"policies.{name}"
    if not isinstance(raw, dict):
        reader.blame("plan_not_mapping", at, name=name)
        return None
    kind = reader.one_of(raw.get("kind"), KINDS, f"{at}.kind")
    if kind is None:
        return None
    made = KINDS[kind]
    names = {field.name for field in fields(made)} - {"name"}
    reader.known(raw, {*names, *_REMARKS}, f"{at}.")
    own = {key: _read(reader, made, key, raw[key], f"{at}.{key}") for key in raw if key in names}
    lacking = [
        field.name
        for field in fields(made)
        if field.default is MISSING
        and field.default_factory is MISSING
        and field.name not in {*own, "name"}
    ]
    for key in lacking:
        reader.blame("plan_missing_key", f"{at}.{key}", key=key)
    found: Policy | None = None if lacking else made(name, **own)
    return found


def _read(reader: Reader, made: type, key: str, raw: Any, at: str) -> Any:  # noqa: ANN401 - one of many kinds
    if key in _WORDS:
        return reader.one_of(raw, _WORDS[key], at) or _WORDS[key][0]
    if (made, key) in _DATED:
        return _by_year(reader, raw, at)
    if key in {"price", "per"} or (made is Limit and key == "most"):
        return quantity(reader, raw, "", at)
    if key == "weights":
        weights = raw if isinstance(raw, dict) else {}
        return {str(k): reader.number(v, f"{at}.{k}") or 0.0 for k, v in weights.items()}
    if key == "node":
        return str(raw)
    number = reader.number(raw, at) or 0.0
    return int(number) if key == "year" else number


def _by_year(reader: Reader, raw: Any, at: str) -> dict[int, float]:  # noqa: ANN401 - whatever the file holds
    """Bounds by year; one number is for every period, and years named must begin a period."""
    if not isinstance(raw, dict):
        return dict.fromkeys(reader.years, reader.number(raw, at) or 0.0)
    found: dict[int, float] = {}
    for key, each in raw.items():
        number = reader.number(each, f"{at}.{key}")
        if key not in reader.years:
            known = ", ".join(map(str, reader.years))
            reader.blame("plan_no_period", f"{at}.{key}", year=key, known=known)
        elif number is not None:
            found[int(key)] = number
    return found
