"""Tables of process values to subjects: a pattern in the header says what a row makes.

A row has cells; `derive` and `match` add more. Each entry of `makes` that a row
fits gives its subject a value and ways; rows of one subject add up to one file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from tanlu.catalog.check import catalog_fault
from tanlu.catalog.subject import BAD
from tanlu.errors import Fault

Raw = dict[str, Any]
Names = Mapping[str, Mapping[str, Mapping[str, Any]]]
_OF_ROW = ("series", "place", "from", "unit", "cite")
_KEPT = ("value", "status", "lower", "upper", "note")
_LEFT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Header:
    """What a table's header says, with the names that its codes have."""

    raw: Mapping[str, Any]
    names: Names

    def said(self, column: str, code: str) -> list[str]:
        """Every name of a code: English, Chinese, others."""
        known = self.names.get(column, {}).get(code)
        return [known["en"], known["zh"], *known.get("also", ())] if known else [code]

    def cells(self, row: Mapping[str, str]) -> dict[str, str]:
        """A row with the cells that the header derives."""
        cells = dict(row)
        for name, rule in (self.raw.get("derive") or {}).items():
            of = cells.get(rule["of"], "")
            cells[name] = str(rule.get(of, rule.get("otherwise", of)))
        return cells


def gas_names(gwp: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Names of gases, as the sets of potentials have them."""
    found: dict[str, dict[str, Any]] = {}
    for members in gwp.get("sets", {}).values():
        for gas, entry in members["gases"].items():
            label, formula = entry["label"], entry["formula"]
            name = label["en"] if label["en"].startswith("HFC-") else formula
            also = [n for n in (formula, label["en"], label["zh"]) if n != name]
            found.setdefault(gas, {"en": name, "zh": name, "also": also})
    return found


def table_subjects(
    tables: Sequence[tuple[str, Any]], gases: Mapping[str, Any], faults: list[Fault]
) -> list[tuple[str, Raw]]:
    """The subjects that all tables make, as if each had a file of its own.

    Args:
        tables: File name, and `header` with `rows`.
        gases: Names of gases by code.
        faults: What is wrong with a row is added here.

    Returns:
        Table's name and subject, in the order in which rows first make them.
    """
    found: dict[str, tuple[str, Raw]] = {}
    for name, table in tables:
        for index, made in _made(name, table, gases, faults):
            try:
                _add(found, name, made)
            except BAD as error:
                faults.append(catalog_fault(name, repr(error), row=index))
    return list(found.values())


def _made(
    name: str, table: Raw, gases: Mapping[str, Any], faults: list[Fault]
) -> Iterator[tuple[int, Raw]]:
    raw = table["header"]
    names = {"gas": gases, "made": gases, **(raw.get("names") or {})}
    names["gas"] = {**gases, **names["gas"]}
    header = Header(raw, names)
    for index, row in enumerate(table["rows"], start=2):
        try:
            cells = header.cells(row)
            made = [_subject(header, make, full) for make, full in _fitting(raw, cells)]
        except BAD as error:
            faults.append(catalog_fault(name, repr(error), row=index))
            continue
        yield from ((index, subject) for subject in made)


def _fitting(
    raw: Mapping[str, Any], cells: Mapping[str, str]
) -> Iterator[tuple[Mapping[str, Any], dict[str, str]]]:
    for make in raw.get("makes") or ():
        match = re.fullmatch(make["match"], cells["quantity"]) if "match" in make else None
        if ("match" in make and match is None) or not _fits(make, cells):
            continue
        yield make, {**cells, **(match.groupdict() if match else {})}


def _fits(make: Mapping[str, Any], cells: Mapping[str, str]) -> bool:
    wanted, unwanted = make.get("where") or {}, make.get("unless") or {}
    return all(cells[c] in _list(v) for c, v in wanted.items()) and not any(
        cells[c] in _list(v) for c, v in unwanted.items()
    )


def _list(value: Any) -> list[str]:  # noqa: ANN401 - a value or a list of them
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]


def _subject(header: Header, make: Mapping[str, Any], cells: Mapping[str, str]) -> Raw:
    label = {
        language: _filled(make["label"][language], _called(header, cells, index))
        for index, language in enumerate(("en", "zh"))
    }
    made = {
        "id": _filled(make["subject"], cells), "label": label, "kind": make.get("kind", "process"),
        "unit": make["unit"], "phase": make.get("phase"), "like": _maybe(make.get("like"), cells),
        "family": header.raw["id"],
        "yearly": make.get("yearly", False), "biogenic": make.get("biogenic", False),
        "aliases": [a for pattern in make.get("aliases", ()) for a in
                    _every(header, pattern, cells)],
        "ways": [_way(way, cells) for way in make.get("ways", ())],
        "factors": [],
    }  # fmt: skip
    if "quantity" in make:
        made["factors"] = [_factor(header.raw["table"], make, cells)]
    return made


def _called(header: Header, cells: Mapping[str, str], language: int) -> dict[str, str]:
    said = {column: header.said(column, code) for column, code in cells.items()}
    return {column: names[min(language, len(names) - 1)] for column, names in said.items()}


def _maybe(pattern: str | None, cells: Mapping[str, str]) -> str | None:
    return _filled(pattern, cells) if pattern else None


def _filled(pattern: str, cells: Mapping[str, str]) -> str:
    return " ".join(_LEFT.sub(lambda m: cells[m[1]], pattern).split())


def _every(header: Header, pattern: str, cells: Mapping[str, str]) -> Iterator[str]:
    columns = list(dict.fromkeys(_LEFT.findall(pattern)))
    for names in product(*(header.said(c, cells[c]) for c in columns)):
        yield _filled(pattern, dict(zip(columns, names, strict=True)))


def _way(way: Mapping[str, Any], cells: Mapping[str, str]) -> Raw:
    takes = {
        argument: [_filled(name, cells) for name in _list(names)]
        for argument, names in way["takes"].items()
    }
    return {"gas": _filled(way["gas"], cells), "formula": way["formula"], "takes": takes}


def _factor(shared: Mapping[str, Any], make: Mapping[str, Any], cells: Mapping[str, str]) -> Raw:
    own = {key: cells.get(key) or make.get("shared", {}).get(key) for key in _OF_ROW}
    entry: Raw = {key: value or shared[key] for key, value in own.items()}
    entry |= {key: cells[key] for key in _KEPT if cells.get(key)}
    return {**entry, "quantity": _filled(make["quantity"], cells)}


def _add(found: dict[str, tuple[str, Raw]], name: str, made: Raw) -> None:
    known = found.setdefault(made["id"], (name, {**made, "factors": [], "ways": [], "aliases": []}))
    if any(known[1][key] != made[key] for key in ("label", "unit", "kind")):
        message = f"{made['id']} is made with two names, units or kinds"
        raise ValueError(message)
    for key in ("factors", "ways", "aliases"):
        known[1][key] += [entry for entry in made[key] if entry not in known[1][key]]
