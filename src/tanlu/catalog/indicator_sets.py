"""Sets of zero-carbon-park indicators: one YAML file each, checked against the documents."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from tanlu.catalog.content import Catalog
from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import DATA
from tanlu.errors import CatalogError, Fault, InputError, Place
from tanlu.model.zero_carbon import Accounting, Coefficient, IndicatorSet, Limit, Rule
from tanlu.types import text_of
from tanlu.units import ratio

FOLDER = DATA / "indicators"
_BAD = (KeyError, ValueError, TypeError, AttributeError, InputError)


@cache
def indicator_sets() -> Mapping[str, IndicatorSet]:
    """Every set that this installation carries, by its code.

    Raises:
        CatalogError: With every file that cannot be read.

    Example:
        >>> [rule.limits[0].value for rule in indicator_sets()["national"].rules][:2]
        [0.2, 0.9]
    """
    return sets_of([(path.name, read_yaml(path)) for path in sorted(FOLDER.glob("*.yaml"))])


def sets_of(files: Sequence[tuple[str, Any]]) -> dict[str, IndicatorSet]:
    """Sets from their raw files; one may take its accounting from another.

    Raises:
        CatalogError: With file and reason of each fault.
    """
    raw = {content["id"]: content for _, content in files}
    found, faults = {}, []
    for name, content in files:
        try:
            found[content["id"]] = _set(content, raw)
        except _BAD as error:
            faults.append(Fault("catalog_fault", Place(name), {"reason": repr(error)}))
    if faults:
        raise CatalogError(faults)
    return found


def indicator_set(set_id: str) -> IndicatorSet:
    """A set by its code.

    Raises:
        InputError: When there is no such set; the message lists those there are.

    Example:
        >>> indicator_set("hunan").place
        'CN-43'
    """
    known = indicator_sets()
    if set_id not in known:
        raise InputError.of("unknown_indicator_set", set=set_id, known=", ".join(known))
    return known[set_id]


def documents_of(rules: IndicatorSet) -> set[str]:
    """Codes of all documents that a set cites."""
    held = rules.accounting
    cites = [rules.cite, held.cite, held.power.cite, held.heat.cite, held.equal_value.cite]
    return {cite.partition("#")[0] for cite in [*cites, *(rule.cite for rule in rules.rules)]}


def unregistered(rules: IndicatorSet, catalog: Catalog) -> list[str]:
    """Documents that a set cites and the catalogue does not know.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> unregistered(indicator_set("national"), load_catalog())
        []
    """
    return sorted(documents_of(rules) - set(catalog.citations))


def _set(raw: Mapping[str, Any], others: Mapping[str, Any]) -> IndicatorSet:
    held = raw.get("accounting") or others[raw["accounting_of"]]["accounting"]
    return IndicatorSet(
        set_id=raw["id"],
        label=text_of(raw["label"]),
        place=raw["place"],
        from_on=date.fromisoformat(raw["from"]),
        cite=raw["cite"],
        status=raw["status"],
        note=text_of(raw["note"]),
        accounting=_accounting(held),
        rules=tuple(_rule(entry) for entry in raw["indicators"]),
    )


def _accounting(raw: Mapping[str, Any]) -> Accounting:
    clean = raw["clean"]
    return Accounting(
        cite=raw["cite"],
        power=_coefficient(raw["power"], "t CO2/MWh"),
        heat=_coefficient(raw["heat"], "t CO2/GJ"),
        equal_value=_coefficient(raw["equal_value"], "tce/MWh"),
        clean_sure=tuple(clean["sure"]),
        clean_open=tuple(clean["open"]),
        clean_note=text_of(clean["note"]),
    )


def _coefficient(raw: Mapping[str, Any], unit: str) -> Coefficient:
    scale = ratio(raw["unit"], unit)
    low, high = raw.get("low", raw.get("value")), raw.get("high", raw.get("value"))
    note = text_of(raw["note"]) if raw.get("note") else None
    return Coefficient(
        float(low) * scale, float(high) * scale, unit, raw["cite"], raw["status"], note
    )


def _rule(raw: Mapping[str, Any]) -> Rule:
    return Rule(
        code=raw["id"],
        kind=_one_of(raw["kind"], ("core", "guide", "principle")),
        measure=raw["measure"],
        label=text_of(raw["label"]),
        unit=raw["unit"],
        sense=_one_of(raw["sense"], ("at_most", "at_least")),
        definition=text_of(raw["definition"]),
        numerator=text_of(raw["numerator"]),
        denominator=text_of(raw["denominator"]),
        cite=raw["cite"],
        status=raw["status"],
        limits=tuple(_limit(entry) for entry in raw["limits"]),
    )


def _one_of(word: str, known: Sequence[str]) -> str:
    if word not in known:
        raise ValueError(f"{word} is none of {', '.join(known)}")
    return word


def _limit(raw: Mapping[str, Any]) -> Limit:
    below = raw.get("below_tce")
    return Limit(
        value=float(raw["value"]),
        from_tce=float(raw.get("from_tce", 0.0)),
        below_tce=float(below) if below is not None else None,
        year=raw.get("year"),
    )
