"""The reports' own words in both languages, and the labels of what the catalogue names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tanlu.model.label import label
from tanlu.types import Language, Text

_FILES = ("words.yaml", "words_plan.yaml", "words_workbook.yaml", "words_statement.yaml")


@cache
def all_words() -> Mapping[str, Text]:
    """Every text of the reports by its dotted key.

    Example:
        >>> all_words()["scope.1"].en
        'Scope 1: direct'
    """
    found: dict[str, Text] = {}
    for name in _FILES:
        text = (files("tanlu.report") / name).read_text("utf-8")
        raw = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes strings only
        found.update(_flat(raw or {}, ""))
    return found


def _flat(raw: Mapping[str, Any], before: str) -> Iterator[tuple[str, Text]]:
    for key, value in raw.items():
        name = f"{before}{key}"
        if set(value) == {"en", "zh"}:
            yield name, Text(value["en"], value["zh"])
        else:
            yield from _flat(value, f"{name}.")


@dataclass(frozen=True, slots=True)
class Words:
    """The reports' words in one language.

    Example:
        >>> Words("zh")("scope.2")
        '范围二：购入能源'
    """

    language: Language

    def __call__(self, key: str, **values: object) -> str:
        """A text by its key, places filled."""
        text = all_words()[key]
        return (text.fill(**values) if values else text).of(self.language)

    def has(self, key: str) -> bool:
        """Whether there is a text of this key."""
        return key in all_words()

    def name(self, group: str, code: str | int | None) -> str:
        """The label of a code in a group; the code itself when it has none."""
        key = f"{group}.{code if code is not None else 'none'}"
        return self(key) if self.has(key) else label(group, str(code or "")).of(self.language)
