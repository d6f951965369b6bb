"""Read the catalogue: the compiled artefact when it is fresh, otherwise the data files.

The artefact is only a faster form of the same files; its digest must match
theirs, so there is one answer whichever way it was read.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from tanlu.catalog.check import catalog_fault, check_catalog
from tanlu.catalog.check_methods import check_methods
from tanlu.catalog.content import Catalog, Location, Potential
from tanlu.catalog.derive import coal_equivalents
from tanlu.catalog.files import Files, data_digest, read_files
from tanlu.catalog.methods import extended, method_of
from tanlu.catalog.printed import entries
from tanlu.catalog.subject import BAD, carrier_of, factor_of, subject_factors
from tanlu.catalog.tables import gas_names, table_subjects
from tanlu.errors import CatalogError, Fault
from tanlu.model.factor import Citation, Factor
from tanlu.types import Text, text_of

DATA = Path(str(files("tanlu.catalog"))) / "data"
COMPILED = DATA.parent / "compiled.json"
Thing = TypeVar("Thing")


@cache
def load_catalog() -> Catalog:
    """The catalogue that this installation carries.

    Returns:
        The catalogue, checked.

    Raises:
        CatalogError: With every fault of every file.

    Example:
        >>> load_catalog().carriers["electricity"].unit
        'MWh'
    """
    digest = data_digest(DATA)
    raw = _compiled(digest) or read_files(DATA)
    return build(raw, digest)


def _compiled(digest: str) -> Files | None:
    try:
        stored = json.loads(COMPILED.read_text("utf-8"))
        return stored["files"] if stored["digest"] == digest else None
    except (OSError, ValueError, KeyError, TypeError):  # not there, or half written
        return None


def build(raw: Files, digest: str) -> Catalog:
    """The catalogue from its raw files, every fault reported together.

    Raises:
        CatalogError: With file and reason of each fault.
    """
    faults: list[Fault] = []
    citations = _each(raw["citations"], _citation, faults)
    made = table_subjects(raw.get("tables", ()), gas_names(raw["gwp"]), faults)
    subjects = [*raw["subjects"], *made]
    carriers = _each(subjects, carrier_of, faults)
    methods = _each(raw["methods"], lambda r: method_of(extended(raw["methods"], r["id"])), faults)
    factors = [f for name, r in subjects for f in subject_factors(name, r, faults)]
    factors += [f for name, r in raw["grids"] for f in _grid_factors(name, r, faults)]
    factors += [f for name, r in raw["printed"] for f in _printed_factors(name, r, faults)]
    families = {n: tuple(gases) for n, gases in raw["gwp"].get("families", {}).items()}
    methods = {name: replace(m, families=families) for name, m in methods.items()}
    gwp = _one("gases/gwp.yaml", raw["gwp"], _gwp, faults)
    places = _one("places.yaml", raw["places"], _places, faults)
    faults += check_catalog(factors, citations, carriers, gwp)
    faults += check_methods(methods, factors, citations, gwp, places)
    if faults:
        raise CatalogError(faults)
    every = (*factors, *coal_equivalents(factors, carriers))
    cities = {row["city"]: row["place"] for row in raw.get("cities", ())}
    return Catalog(
        digest, citations, carriers, every, gwp, places, methods, cities=cities
    )  # fmt: skip


def _each(
    files: Sequence[tuple[str, Any]], make: Callable[[Any], Thing], faults: list[Fault]
) -> dict[str, Thing]:
    found: dict[str, Thing] = {}
    for name, raw in files:
        made = _one(name, raw, lambda r: {r["id"]: make(r)}, faults)
        faults += [catalog_fault(name, f"{code} is there twice") for code in made if code in found]
        found |= made
    return found


def _one(
    name: str,
    raw: Any,  # noqa: ANN401 - as the file has it
    make: Callable[[Any], dict[str, Thing]],
    faults: list[Fault],
) -> dict[str, Thing]:
    try:
        return make(raw)
    except BAD as error:
        faults.append(catalog_fault(name, repr(error)))
        return {}


def _citation(raw: Mapping[str, Any]) -> Citation:
    return Citation(
        citation_id=raw["id"],
        title=text_of(raw["title"]),
        issuer=text_of(raw.get("issuer") or ""),
        number=raw.get("number"),
        published_on=str(raw["on"]) if raw.get("on") else None,
        kind=raw["kind"],
        status=raw["status"],
        read=raw["read"],
        note=raw.get("note"),
    )


def _grid_factors(name: str, raw: Mapping[str, Any], faults: list[Fault]) -> list[Factor]:
    head, found = raw["header"], []
    for index, row in enumerate(raw["rows"], start=2):
        try:
            found.append(factor_of(head["subject"], _grid_entry(head, row)))
        except BAD as error:
            faults.append(catalog_fault(name, f"{error!r}", row=index))
    return found


def _printed_factors(name: str, raw: Mapping[str, Any], faults: list[Fault]) -> list[Factor]:
    found = []
    try:
        for _, subject, entry in entries(raw):
            factor = factor_of(subject, entry)
            # one document prints a parameter per several units
            found.append(replace(factor, factor_id=f"{factor.factor_id}/{factor.unit}"))
    except BAD as error:
        faults.append(catalog_fault(name, repr(error), row=len(found) + 2))
    return found


def _grid_entry(head: Mapping[str, Any], row: Mapping[str, str]) -> dict[str, Any]:
    year = int(row["year"])
    by_year = {int(y): document for y, document in head.get("cite_by_year", {}).items()}
    cite = row.get("cite") or by_year[year]
    return {
        "quantity": head["quantity"],
        "series": f"{head.get('series', 'grid')}.{row['series']}",
        "place": row["place"],
        "from": date(year, 1, 1),
        "value": row["value"],
        "unit": head["unit"],
        "cite": cite if "#" in str(cite) else f"{cite}#{row.get('clause') or 'annex'}",
        "status": row["status"],
        "note": row.get("note") or None,
        "lower": row.get("lower"),
        "upper": row.get("upper"),
    }


def _gwp(raw: Mapping[str, Any]) -> dict[str, dict[str, Potential]]:
    return {
        name: {gas: _potential(gas, entry, members) for gas, entry in members["gases"].items()}
        for name, members in raw["sets"].items()
    }


def _potential(gas: str, entry: Mapping[str, Any], members: Mapping[str, Any]) -> Potential:
    document, _, clause = str(entry.get("cite") or members["cite"]).partition("#")
    label = text_of(entry.get("label") or gas)
    return Potential(gas, label, float(entry["value"]), document, clause)


def _places(raw: Mapping[str, Any]) -> dict[str, Location]:
    listed = {entry["code"]: entry for entry in raw["places"]}

    def around(code: str) -> tuple[str, ...]:
        wider = listed[code].get("parent")
        return (wider, *around(wider)) if wider else ()

    return {c: Location(c, Text(e["en"], e["zh"]), around(c)) for c, e in listed.items()}
