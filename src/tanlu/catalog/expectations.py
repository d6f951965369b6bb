"""Data files of the guided job: streams that one expects, and the scheme of grades."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from tanlu.catalog.content import Catalog
from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import DATA
from tanlu.errors import CatalogError, Fault, Place
from tanlu.model.expected import Band, Criterion, Expected, Level, Scheme
from tanlu.model.systems import sign_of
from tanlu.types import text_of

STREAMS = DATA / "expected" / "streams.yaml"
SCHEME = DATA / "quality" / "pedigree.yaml"
_BAD = (KeyError, ValueError, TypeError, AttributeError)


@cache
def expected_streams() -> Mapping[str, Expected]:
    """All streams that one may expect, by code, in the order in which they are asked.

    Raises:
        CatalogError: With every entry that cannot be read.

    Example:
        >>> list(expected_streams())[:2]
        ['purchased_power', 'stationary_fuel']
    """
    return streams_of(read_yaml(STREAMS))


def streams_of(raw: Sequence[Mapping[str, Any]]) -> dict[str, Expected]:
    """Expected streams from their raw entries.

    Raises:
        CatalogError: With every entry that cannot be read, or stands twice.
    """
    found: dict[str, Expected] = {}
    faults = []
    for number, entry in enumerate(raw, start=1):
        try:
            one = _stream(entry)
            if one.code in found:
                raise ValueError(f"{one.code} is there twice")
            found[one.code] = one
        except _BAD as error:
            place = Place(STREAMS.name, row=number)
            faults.append(Fault("catalog_fault", place, {"reason": repr(error)}))
    if faults:
        raise CatalogError(faults)
    return found


@cache
def quality_scheme() -> Scheme:
    """The scheme that data are graded by.

    Raises:
        CatalogError: When its file cannot be read.

    Example:
        >>> quality_scheme().band(2.1).code
        'good'
    """
    return scheme_of(read_yaml(SCHEME))


def scheme_of(raw: Mapping[str, Any]) -> Scheme:
    """A scheme from its raw file.

    Raises:
        CatalogError: When it cannot be read.
    """
    try:
        return Scheme(
            scheme_id=raw["id"],
            label=text_of(raw["label"]),
            cite=raw["cite"],
            status=raw["status"],
            note=text_of(raw["note"]),
            activity=_criteria(raw["activity"]),
            factor=_criteria(raw["factor"]),
            groups=tuple(raw["groups"]),
            bands=tuple(Band(b["code"], text_of(b), float(b["below"])) for b in raw["bands"]),
        )
    except _BAD as error:
        fault = Fault("catalog_fault", Place(SCHEME.name), {"reason": repr(error)})
        raise CatalogError([fault]) from error


def unregistered_cites(catalog: Catalog) -> list[str]:
    """Documents that these files cite and the catalogue does not know.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> unregistered_cites(load_catalog())
        []
    """
    cites = [quality_scheme().cite, *(one.cite for one in expected_streams().values())]
    return sorted({cite.partition("#")[0] for cite in cites} - set(catalog.citations))


def _stream(raw: Mapping[str, Any]) -> Expected:
    if raw["level"] not in ("each", "once"):
        raise ValueError(f"{raw['level']} is neither each nor once")
    return Expected(
        code=raw["id"],
        system=raw["system"],
        scope=int(raw["scope"]),
        level=raw["level"],
        emits=bool(raw["emits"]),
        label=text_of(raw["label"]),
        question=text_of(raw["question"]),
        cite=raw["cite"],
        sectors=tuple(raw.get("sectors", ())),
        assets=tuple(raw.get("assets", ())),
        tell=tuple(sign_of(rule) for rule in raw["tell"]),
    )


def _criteria(raw: Mapping[str, Any]) -> dict[str, Criterion]:
    return {code: _criterion(code, entry) for code, entry in raw.items()}


def _criterion(code: str, raw: Mapping[str, Any]) -> Criterion:
    levels = {
        int(score): Level(int(score), text_of(entry), entry.get("below"))
        for score, entry in raw["levels"].items()
    }
    scores = {str(name): int(score) for name, score in raw.get("scores", {}).items()}
    return Criterion(code, text_of(raw["label"]), levels, scores, int(raw["unknown"]))
