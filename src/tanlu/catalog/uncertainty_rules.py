"""What is taken where no range is stated: one dated, cited file."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import DATA
from tanlu.errors import CatalogError
from tanlu.model.uncertainty import Stated, UncertaintyRules
from tanlu.types import text_of

FILE = DATA / "uncertainty" / "rules.yaml"
_BAD = (KeyError, ValueError, TypeError, AttributeError)


@cache
def uncertainty_rules() -> UncertaintyRules:
    """Defaults, reachable levels and thresholds of uncertainty.

    Raises:
        CatalogError: When the file is not what it must be.

    Example:
        >>> uncertainty_rules().records["measured"].percent
        5.0
    """
    try:
        return _rules(read_yaml(FILE))
    except _BAD as error:
        raise CatalogError.of("catalog_fault", reason=f"{FILE.name}: {error!r}") from error


def _rules(raw: Mapping[str, Any]) -> UncertaintyRules:
    factors = raw["factors"]
    return UncertaintyRules(
        from_on=date.fromisoformat(str(raw["from"])),
        records=_each(raw["records"]),
        metered=_each(raw["metered"]),
        reachable=_each(raw["reachable"]),
        borrowed_series=factors["borrowed"]["series"],
        borrowed_note=text_of(factors["borrowed"]["note"]),
        exact_series=tuple(factors["exact_series"]),
        oxidised=_stated(factors["oxidised"]),
        small_cv=_stated(raw["small_cv"]),
        shown_from=_stated(raw["shown_from"]),
    )


def _each(raw: Mapping[str, Any]) -> dict[str, Stated]:
    return {name: _stated(entry) for name, entry in raw.items()}


def _stated(raw: Mapping[str, Any]) -> Stated:
    return Stated(float(raw["percent"]), raw["cite"], raw["status"], text_of(raw["note"]))


def cited_documents(rules: UncertaintyRules) -> set[str]:
    """Codes of all documents that the rules cite.

    Example:
        >>> sorted(cited_documents(uncertainty_rules()))
        ['cn.dlt448.2016', 'eu.mrr.2012', 'ipcc.2006.v1', 'ipcc.2006.v2']
    """
    groups = (rules.records, rules.metered, rules.reachable)
    every = [stated for group in groups for stated in group.values()] + [rules.small_cv]
    return {stated.cite.partition("#")[0] for stated in every}
