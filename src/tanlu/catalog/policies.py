"""The knowledge base of policies: one YAML file each, beside the citation of its document."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import DATA, load_catalog
from tanlu.errors import CatalogError, Fault, InputError, Place
from tanlu.model.policy import Demand, Policy, PolicyTarget
from tanlu.types import Text, text_of
from tanlu.units import find_unit, same_measure

FOLDER = DATA / "policies"
_BAD = (KeyError, ValueError, TypeError, AttributeError)
_STATUSES = ("primary", "confirmed", "secondary", "recalled")
_YEARS = range(1990, 2101)


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a target is about, and its unit."""

    code: str
    label: Text
    unit: str


@cache
def _words() -> Mapping[str, Any]:
    raw: Mapping[str, Any] = read_yaml(DATA / "policy_words.yaml")
    return raw


@cache
def policy_words(group: str) -> Mapping[str, Text]:
    """Labels of `levels`, `kinds`, `states`, `senses`, `scopes` or `themes`, by code.

    Example:
        >>> policy_words("levels")["park"].zh
        '园区'
    """
    return {code: text_of(raw) for code, raw in _words()[group].items()}


@cache
def policy_indicators() -> Mapping[str, Indicator]:
    """What targets are about, by code.

    Example:
        >>> policy_indicators()["clean_share"].unit
        '1'
    """
    return {
        code: Indicator(code, text_of(raw), str(raw["unit"]))
        for code, raw in _words()["indicators"].items()
    }


@cache
def policies() -> Mapping[str, Policy]:
    """Every policy that this installation carries, by its code.

    Raises:
        CatalogError: With every fault of every file.

    Example:
        >>> policies()["cn.ganzhou.peak.2022"].level
        'city'
    """
    files = [(path.name, read_yaml(path)) for path in sorted(FOLDER.glob("*.yaml"))]
    catalog = load_catalog()
    return policies_of(files, catalog.citations, catalog.places)


def policies_of(
    files: Sequence[tuple[str, Any]], documents: Collection[str], places: Collection[str]
) -> Mapping[str, Policy]:
    """Policies from their raw files.

    Args:
        files: Name and content of each.
        documents: Codes of the documents that are registered.
        places: Codes of the places that are known.

    Raises:
        CatalogError: With file, key and reason of each fault.
    """
    found: dict[str, Policy] = {}
    faults: list[Fault] = []
    for name, raw in files:
        try:
            made = _policy(raw)
        except _BAD as error:
            faults.append(_fault(name, "", repr(error)))
            continue
        if made.policy_id in found:
            faults.append(_fault(name, "id", f"{made.policy_id} is there twice"))
        faults += [_fault(name, key, reason) for key, reason in _reasons(made, documents, places)]
        found[made.policy_id] = made
    for policy in found.values():
        unknown = set(policy.supersedes) - set(found)
        faults += [
            _fault(policy.policy_id, "supersedes", f"there is no {each}") for each in unknown
        ]
    if faults:
        raise CatalogError(faults)
    return found


def policy(policy_id: str) -> Policy:
    """A policy by its code.

    Raises:
        InputError: When there is none; the message names close ones.
    """
    known = policies()
    if policy_id not in known:
        close = ", ".join(get_close_matches(policy_id, known, n=5, cutoff=0.3)) or "-"
        raise InputError.of("unknown_policy", policy=policy_id, close=close)
    return known[policy_id]


def superseded_by(policy_id: str) -> str | None:
    """The policy that replaces one, if any does.

    Example:
        >>> superseded_by("cn.eco_parks.2015")
        'cn.eco_parks.2026'
    """
    return next((p.policy_id for p in policies().values() if policy_id in p.supersedes), None)


def _fault(file: str, key: str, reason: str) -> Fault:
    return Fault("policy_fault", Place(file, column=key), {"reason": reason})


def _policy(raw: Mapping[str, Any]) -> Policy:
    return Policy(
        policy_id=str(raw["id"]),
        level=str(raw["level"]),
        place=str(raw["place"]),
        kind=str(raw["kind"]),
        state=str(raw["state"]),
        themes=tuple(raw["themes"]),
        demands=tuple(_demand(entry) for entry in raw["demands"]),
        supersedes=tuple(raw.get("supersedes") or ()),
        paper=raw.get("paper"),
        aim=text_of(raw["aim"]) if raw.get("aim") else None,
        note=text_of(raw["note"]) if raw.get("note") else None,
    )


def _demand(raw: Mapping[str, Any]) -> Demand:
    target = raw.get("target")
    return Demand(
        str(raw["clause"]), text_of(raw["says"]), str(raw["status"]),
        _target(target) if target else None,
    )  # fmt: skip


def _target(raw: Mapping[str, Any]) -> PolicyTarget:
    return PolicyTarget(
        indicator=str(raw["indicator"]),
        sense=str(raw["sense"]),
        value=float(raw["value"]),
        unit=str(raw["unit"]),
        scope=str(raw["scope"]),
        year=raw.get("year"),
        base_year=raw.get("base_year"),
        from_tce=raw.get("from_tce"),
        below_tce=raw.get("below_tce"),
    )


def _reasons(
    policy: Policy, documents: Collection[str], places: Collection[str]
) -> Iterator[tuple[str, str]]:
    if policy.policy_id not in documents:
        yield "id", f"document {policy.policy_id} is not registered"
    if policy.place not in places:
        yield "place", f"{policy.place} is not a place"
    words = {"level": policy.level, "kind": policy.kind, "state": policy.state}
    groups = {"level": "levels", "kind": "kinds", "state": "states"}
    for key, word in words.items():
        if word not in policy_words(groups[key]):
            yield key, f"{word} is none of {', '.join(policy_words(groups[key]))}"
    for theme in policy.themes:
        if theme not in policy_words("themes"):
            yield "themes", f"{theme} is none of {', '.join(policy_words('themes'))}"
    if policy.paper and policy.paper.partition("#")[0] not in documents:
        yield "paper", f"document {policy.paper} is not registered"
    for index, demand in enumerate(policy.demands):
        yield from ((f"demands[{index}]", reason) for reason in _demand_reasons(demand))


def _demand_reasons(demand: Demand) -> Iterator[str]:
    if not demand.clause:
        yield "clause is empty"
    if demand.status not in _STATUSES:
        yield f"status {demand.status} is none of {', '.join(_STATUSES)}"
    target = demand.target
    if target is None:
        return
    indicator = policy_indicators().get(target.indicator)
    if indicator is None:
        yield f"indicator {target.indicator} is not known"
        return
    have, want = find_unit(target.unit), find_unit(indicator.unit)
    if have is None or want is None or not same_measure(have.dimension, want.dimension):
        yield f"unit {target.unit} does not measure {indicator.code} [{indicator.unit}]"
    if target.sense not in policy_words("senses"):
        yield f"sense {target.sense} is none of {', '.join(policy_words('senses'))}"
    if target.scope not in policy_words("scopes"):
        yield f"scope {target.scope} is none of {', '.join(policy_words('scopes'))}"
    years = [year for year in (target.year, target.base_year) if year is not None]
    yield from (f"year {year} is not sane" for year in years if year not in _YEARS)
