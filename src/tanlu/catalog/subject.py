"""Subjects of factors and their values, from the entries of the data files."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tanlu.catalog.check import catalog_fault
from tanlu.errors import Fault
from tanlu.model.factor import Carrier, Factor, Way
from tanlu.types import text_of

BAD = (KeyError, ValueError, TypeError, AttributeError)
"""What a faulty entry may raise."""


def carrier_of(raw: Mapping[str, Any]) -> Carrier:
    """A subject from its file."""
    return Carrier(
        carrier_id=raw["id"],
        label=text_of(raw["label"]),
        kind=raw["kind"],
        unit=raw["unit"],
        phase=raw.get("phase"),
        is_biogenic=bool(raw.get("biogenic", False)),
        aliases=tuple(str(a) for a in raw.get("aliases") or ()),
        ways=tuple(way_of(way) for way in raw.get("ways") or ()),
        like=raw.get("like"),
        is_yearly=bool(raw.get("yearly", False)),
        family=raw.get("family") or raw["id"],
    )


def subject_factors(name: str, raw: Mapping[str, Any], faults: list[Fault]) -> list[Factor]:
    """The values of a subject's file; what is wrong with one is added to `faults`."""
    found = []
    entries = raw.get("factors") if isinstance(raw, dict) and "id" in raw else None
    for index, entry in enumerate(entries or ()):
        try:
            found.append(factor_of(raw["id"], entry))
        except BAD as error:
            faults.append(catalog_fault(name, f"factors[{index}]: {error!r}"))
    return found


def factor_of(subject: str, raw: Mapping[str, Any]) -> Factor:
    """One value from its entry."""
    document, _, clause = str(raw["cite"]).partition("#")
    start = date.fromisoformat(str(raw["from"]))
    place = raw.get("place", "CN")
    return Factor(
        factor_id=f"{raw['series']}/{subject}/{raw['quantity']}/{place}/{start}",
        subject=subject,
        quantity=raw["quantity"],
        series=raw["series"],
        place=place,
        from_on=start,
        to_on=date.fromisoformat(str(raw["to"])) if raw.get("to") else None,
        value=float(raw["value"]),
        unit=str(raw["unit"]),
        citation_id=document,
        clause=clause,
        status=raw["status"],
        lower=_maybe(raw.get("lower")),
        upper=_maybe(raw.get("upper")),
        printed=raw.get("printed"),
        note=raw.get("note"),
    )


def _maybe(value: object) -> float | None:
    return None if value is None or value == "" else float(str(value))


def way_of(raw: Mapping[str, Any]) -> Way:
    """One way of a process from its entry.

    Example:
        >>> way_of({"gas": "cf4", "formula": "process_gas", "takes": {"factor": "cf4"}}).takes
        (('factor', ('cf4',)),)
    """
    takes = tuple(
        (argument, (names,) if isinstance(names, str) else tuple(names))
        for argument, names in raw["takes"].items()
    )
    return Way(raw["gas"], raw["formula"], takes)
