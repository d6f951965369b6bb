"""Faults found while a tree is read, and values picked out of YAML with their key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from tanlu.connect.plain import read_bytes
from tanlu.connect.text import decode
from tanlu.errors import Fault, InputError, Place
from tanlu.types import Text


@dataclass
class Notes:
    """All faults of a load, each with its file and key or row."""

    faults: list[Fault] = field(default_factory=list)

    def say(self, code: str, place: Place, /, **params: object) -> None:
        """Keep a fault."""
        self.faults.append(Fault(code, place, params))


def yaml_of(path: Any, notes: Notes, name: str) -> dict[str, Any]:  # noqa: ANN401 - a Path
    """A YAML file as a mapping; dates stay text. Empty, with a fault, when it is none."""
    place = Place(name)
    try:
        text, _ = decode(read_bytes(path), place)
        found = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes texts alone
    except InputError as error:
        notes.faults += error.faults
        return {}
    except yaml.YAMLError as error:
        notes.say("tree_not_yaml", place, reason=str(error).splitlines()[0])
        return {}
    if not isinstance(found, dict):
        notes.say("tree_not_yaml", place, reason="no mapping")
        return {}
    return found


def text_at(raw: Mapping[str, Any], key: str, place: str, notes: Notes) -> str:
    """A text that must be there."""
    value = raw.get(key)
    if not isinstance(value, str) or not value:
        notes.say("tree_missing_key", Place(place, column=key), key=key)
        return ""
    return value


def number_of(value: object, place: Place, notes: Notes) -> float | None:
    """A number as written, or a fault."""
    try:
        found = float(str(value))
    except ValueError:
        found = float("nan")
    if found != found or found in (float("inf"), float("-inf")):  # noqa: PLR0124 - NaN
        notes.say("tree_wrong_value", place, value=str(value), wanted="1.5")
        return None
    return found


def year_of(value: object, place: Place, notes: Notes) -> int:
    """A calendar year."""
    found = str(value)
    if not (found.isascii() and found.isdigit() and len(found) == 4):
        notes.say("tree_wrong_value", place, value=found, wanted="2030")
        return 0
    return int(found)


def date_year(value: object, place: Place, notes: Notes) -> int:
    """The first whole year that a date holds in: its own from 1 January, else the next."""
    found = str(value)
    parts = found.split("-")
    if len(parts) != 3 or not all(p.isascii() and p.isdigit() for p in parts):
        notes.say("tree_wrong_value", place, value=found, wanted="2026-01-01")
        return 0
    return int(parts[0]) + (parts[1:] != ["01", "01"])


def label_of(raw: Mapping[str, Any], place: Place, notes: Notes) -> Text:
    """A text in both languages, as `{en, zh}`."""
    if not isinstance(raw, dict) or not {"en", "zh"} <= set(raw):
        notes.say("tree_wrong_value", place, value=str(raw), wanted="{en: …, zh: …}")
        return Text("", "")
    return Text(str(raw["en"]), str(raw["zh"]))
