"""The shape of a park's tables: columns with kind, label, help and limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tanlu.types import Text, text_of


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a table, as people fill it in."""

    name: str
    kind: str
    label: Text
    help: Text
    example: str
    is_required: bool = False
    choices: tuple[str, ...] = ()
    ref: str | None = None
    may_be_world: bool = False
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order, and those that are unique together."""

    name: str
    label: Text
    help: Text
    key: tuple[str, ...]
    fields: Mapping[str, Field]

    @property
    def id_field(self) -> str:
        """The column that names a row."""
        return next(iter(self.fields))


def _field(name: str, raw: Mapping[str, Any]) -> Field:
    return Field(
        name=name,
        kind=raw["kind"],
        label=text_of(raw["label"]),
        help=text_of(raw["help"]),
        example=str(raw["example"]),
        is_required=raw.get("required", False),
        choices=tuple(dict.fromkeys((*raw.get("choices", ()), *_listed(raw.get("choices_of"))))),
        ref=raw.get("ref"),
        may_be_world=raw.get("world", False),
        least=raw.get("min"),
        most=raw.get("max"),
    )


def _listed(name: str | None) -> tuple[str, ...]:
    # the codes of a data file of the model, so that a new one is one line there
    return tuple(read_data(name)) if name else ()


def read_data(name: str) -> dict[str, Any]:
    """A data file of the model.

    Example:
        >>> "members" in read_data("tables.yaml")
        True
    """
    text = (files("tanlu.model") / name).read_text("utf-8")
    raw: dict[str, Any] = yaml.load(text, Loader=_SAFE)  # noqa: S506 - a safe loader
    return raw


_SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def tables() -> Mapping[str, Table]:
    """All tables of a park, in the order of a workbook's sheets.

    Example:
        >>> list(tables())[:4]
        ['members', 'channels', 'activities', 'flows']
    """
    return {
        name: Table(
            name=name,
            label=text_of(raw["label"]),
            help=text_of(raw["help"]),
            key=tuple(raw["key"]),
            fields={n: _field(n, f) for n, f in raw["fields"].items()},
        )
        for name, raw in read_data("tables.yaml").items()
    }


@cache
def park_fields() -> Mapping[str, Field]:
    """The entries of a park's card.

    Example:
        >>> park_fields()["gwp_set"].choices
        ('AR4', 'AR5', 'AR6')
    """
    return {name: _field(name, raw) for name, raw in read_data("park.yaml").items()}
