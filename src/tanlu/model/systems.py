"""The five systems and the 13 kinds of data of table 1: where each is written, and its use."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tanlu.model.table import read_data, tables
from tanlu.types import Text, text_of

CITE = "wang2024#table-1"
ALWAYS = ("members",)
"""Tables that every template has, beside those of its kinds."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A table that takes up a kind of data, and what its rows have fixed."""

    table: str
    fixed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sign:
    """Rows that show that a park has something: every column has one of the values."""

    table: str
    where: Mapping[str, tuple[str | None, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """A row of the example park."""

    table: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DataKind:
    """One of the 13 kinds of data of table 1."""

    code: str
    number: int
    system: str
    also: tuple[str, ...]
    label: Text
    says: Text
    places: tuple[Holding, ...]
    units: tuple[str, ...]
    tell: tuple[Sign, ...]
    streams: tuple[str, ...]
    role: tuple[str, ...]
    use: Text
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class System:
    """One of the five systems, with a note where the paper leaves it open."""

    code: str
    label: Text
    note: Text | None


@cache
def _raw() -> Mapping[str, Any]:
    return read_data("systems.yaml")


@cache
def systems() -> Mapping[str, System]:
    """The five systems, in the paper's order.

    Example:
        >>> list(systems())
        ['energy', 'production', 'buildings', 'transport', 'infrastructure']
    """
    return {
        code: System(code, text_of(raw["label"]), text_of(raw["note"]) if "note" in raw else None)
        for code, raw in _raw()["systems"].items()
    }


@cache
def data_kinds() -> Mapping[str, DataKind]:
    """All kinds of data by code, in the order of table 1.

    Example:
        >>> len(data_kinds()), data_kinds()["energy.storage"].number
        (13, 4)
    """
    return {raw["code"]: _kind(raw) for raw in _raw()["kinds"]}


def kinds_of(system: str) -> tuple[DataKind, ...]:
    """The kinds that a system's template holds: its own, then those it takes up.

    Example:
        >>> [kind.number for kind in kinds_of("infrastructure")]
        [2, 3, 7, 8, 13]
    """
    own = [kind for kind in data_kinds().values() if kind.system == system]
    taken = [kind for kind in data_kinds().values() if system in kind.also]
    return (*own, *taken)


def tables_of(system: str) -> tuple[str, ...]:
    """The tables that a system's template needs, in the order of a workbook.

    Example:
        >>> tables_of("transport")
        ('members', 'channels', 'activities', 'flows', 'assets')
    """
    kinds = kinds_of(system)
    wanted = {*ALWAYS, *(place.table for kind in kinds for place in kind.places)}
    wanted |= {example.table for kind in kinds for example in kind.examples}
    # what a row may name must be there to be named
    wanted |= {f.ref for name in wanted for f in tables()[name].fields.values() if f.ref}
    return tuple(name for name in tables() if name in wanted)


def example_card() -> Mapping[str, str]:
    """The card of the park that all examples stand in."""
    return {name: str(value) for name, value in _raw()["example"]["card"].items()}


def examples_of(system: str) -> tuple[Example, ...]:
    """The example rows of a system's template, members first, each once.

    Example:
        >>> examples_of("transport")[0].table
        'members'
    """
    shared = _examples(_raw()["example"]["rows"])
    found = (*shared, *(each for kind in kinds_of(system) for each in kind.examples))
    return tuple({(e.table, e.cells[tables()[e.table].id_field]): e for e in found}.values())


def _kind(raw: Mapping[str, Any]) -> DataKind:
    return DataKind(
        code=raw["code"],
        number=raw["number"],
        system=raw["system"],
        also=tuple(raw.get("also", ())),
        label=text_of(raw["label"]),
        says=text_of(raw["says"]),
        places=tuple(Holding(p["table"], p.get("fixed", {})) for p in raw["places"]),
        units=tuple(map(str, raw["units"])),
        tell=tuple(sign_of(rule) for rule in raw["tell"]),
        streams=tuple(raw["streams"]),
        role=tuple(raw["role"]),
        use=text_of(raw["use"]),
        examples=_examples(raw["examples"]),
    )


def sign_of(raw: Mapping[str, Any]) -> Sign:
    """A sign from a data file."""
    return Sign(raw["table"], {column: tuple(v) for column, v in raw["where"].items()})


def _examples(raw: list[Mapping[str, Any]]) -> tuple[Example, ...]:
    return tuple(
        Example(e["table"], {name: str(cell) for name, cell in e["cells"].items()}) for e in raw
    )
