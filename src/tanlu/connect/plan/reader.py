"""A file being read: its lines and its faults."""

import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tanlu.connect.marked import marked
from tanlu.errors import Fault, Place


@dataclass
class Reader:
    """A file of a plan: name, lines of its keys, and all faults of the load.

    `years` are the first years of the plan's periods, `series` the names of its series.
    """

    file: str
    faults: list[Fault]
    lines: Mapping[str, int] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    series: Collection[str] = ()

    def blame(self, code: str, at: str, /, **words: object) -> None:
        """Note a fault at a key."""
        self.faults.append(Fault(code, Place(self.file, row=self._line(at), column=at), words))

    def _line(self, at: str) -> int | None:
        # a key that is missing is told at the line of what should hold it
        while at and at not in self.lines:
            at = at.rpartition(".")[0]
        return self.lines.get(at)

    def known(self, raw: Mapping[str, Any], names: Collection[str], above: str = "") -> None:
        """Note every key that has no meaning here."""
        for key in raw:
            if key not in names:
                near = difflib.get_close_matches(str(key), sorted(names), n=3) or sorted(names)
                self.blame("plan_unknown_key", f"{above}{key}", key=key, known=", ".join(near))

    def number(self, raw: Any, at: str) -> float | None:  # noqa: ANN401 - whatever the file holds
        """A number, or a fault."""
        if isinstance(raw, bool) or not isinstance(raw, int | float | str):
            self.blame("plan_not_number", at, value=raw)
            return None
        try:
            value = float(raw)
        except ValueError:
            self.blame("plan_not_number", at, value=raw)
            return None
        if value != value:  # noqa: PLR0124 - a number that is not itself is none
            self.blame("plan_not_number", at, value=raw)
            return None
        return value

    def one_of(self, raw: Any, names: Collection[str], at: str) -> str | None:  # noqa: ANN401 - whatever the file holds
        """One of some words, or a fault."""
        if raw in names:
            return str(raw)
        self.blame("plan_unknown_word", at, value=raw, known=", ".join(sorted(names)))
        return None


def open_yaml(path: Path, faults: list[Fault]) -> tuple[Reader, Mapping[str, Any]]:
    """A YAML file as a mapping; faults are noted and the mapping is empty then."""
    reader = Reader(path.name, faults)
    try:
        raw, reader.lines = marked(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        reader.blame("plan_no_file", "", file=path.name)
        return reader, {}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reader.blame("plan_unreadable", "", reason=" ".join(str(error).split())[:200])
        return reader, {}
    if not isinstance(raw, dict):
        reader.blame("plan_unreadable", "", reason="no mapping")
        return reader, {}
    return reader, raw
