"""What can go wrong, as one tree.

TanluError
  InputError          the user's records: all faults of a load, together
  CatalogError        the factor data
    NoFactorError       nothing valid for this day and place
  BalanceError        a conservation law does not hold
  StateError          the store is not in the state the request supposes
    ConflictError       somebody saved in between
    NotFoundError       no such thing, or not yours
  AccessError         the viewer may not do this
  MissingExtraError   a part of tanlu is not installed

Every fault has a code; its wording in both languages stands in `faults.toml`.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Self

from tanlu.types import Language, Text


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault sits: file, sheet, row and column as the user sees them.

    Example:
        >>> Place("park.xlsx", sheet="flows", row=7, column="unit").of("en")
        'park.xlsx, sheet flows, row 7, column unit'
    """

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""

    def of(self, language: Language) -> str:
        """The place as one phrase."""
        names = _PLACE[language]
        parts = [self.file] if self.file else []
        if self.sheet:
            parts.append(names[0].format(self.sheet))
        if self.row is not None:
            parts.append(names[1].format(self.row))
        if self.column:
            parts.append(names[2].format(self.column))
        return names[3].join(parts) or names[4]


_PLACE: dict[Language, tuple[str, str, str, str, str]] = {
    "en": ("sheet {}", "row {}", "column {}", ", ", "the request"),
    "zh": ("工作表 {}", "第 {} 行", "{} 列", "，", "本次请求"),
}


@cache
def wording() -> dict[str, dict[str, Any]]:
    """All faults that tanlu can report, by code, as `faults.toml` words them.

    Example:
        >>> sorted(wording()["unknown_unit"])
        ['fix', 'severity', 'what']
    """
    text = (files("tanlu") / "faults.toml").read_text("utf-8")
    return tomllib.loads(text)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: a code, a place and the particulars.

    Example:
        >>> fault = Fault("unknown_unit", Place("flows.csv", row=2), {"unit": "kx"})
        >>> fault.what("en")
        'Unit "kx" is not known.'
    """

    code: str
    place: Place = field(default_factory=Place)
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_error(self) -> bool:
        """Whether the fault stops the work; a warning does not."""
        return str(wording()[self.code]["severity"]) == "error"

    def what(self, language: Language) -> str:
        """What is wrong."""
        return self._say("what", language)

    def fix(self, language: Language) -> str:
        """The way out."""
        return self._say("fix", language)

    def line(self, language: Language) -> str:
        """Place, what and way out on two lines."""
        arrow = "→"
        where = self.place.of(language)
        return f"{where}: {self.what(language)}\n    {arrow} {self.fix(language)}"

    def _say(self, part: str, language: Language) -> str:
        words = wording()[self.code][part]
        return Text(words["en"], words["zh"]).fill(**self.params).of(language)


class TanluError(Exception):
    """What is wrong, where, and the way out; one or more faults."""

    exit_code = 1

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep all faults, so that a page or a terminal can lay them out."""
        super().__init__("\n".join(f.line("en") for f in faults))
        self.faults = tuple(faults)

    @classmethod
    def of(cls, code: str, place: Place | None = None, /, **params: object) -> Self:
        """An error with a single fault."""
        return cls([Fault(code, place or Place(), params)])

    def text(self, language: Language) -> str:
        """All faults in one language, a paragraph each."""
        return "\n".join(fault.line(language) for fault in self.faults)


class InputError(TanluError):
    """The user's records cannot be taken as they are."""

    exit_code = 2


class CatalogError(TanluError):
    """The factor data contradict themselves or lack a document."""

    exit_code = 3


class NoFactorError(CatalogError):
    """No factor is valid for this subject, day and place."""


class BalanceError(TanluError):
    """A conservation law does not hold: the figure must not be used."""

    exit_code = 4


class StateError(TanluError):
    """The store is not in the state that the request supposes."""

    exit_code = 5


class ConflictError(StateError):
    """Somebody saved a newer version in between."""


class NotFoundError(StateError):
    """There is no such thing, or the viewer may not know of it."""


class AccessError(TanluError):
    """The viewer may not do this."""

    exit_code = 6


class MissingExtraError(TanluError):
    """A part of tanlu is not installed; the message names the extra."""

    exit_code = 7


def need(module: str, extra: str) -> Any:  # noqa: ANN401 - any module may come back
    """Import a module that an extra brings, or say which extra is missing.

    Args:
        module: Module name, such as "typst".
        extra: The extra of tanlu that installs it, such as "report".

    Returns:
        The module.

    Raises:
        MissingExtraError: When the module is not installed.

    Example:
        >>> need("json", "none").dumps([1])
        '[1]'
    """
    from importlib import import_module

    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("missing_extra", module=module, extra=extra) from error


def raise_errors(faults: Sequence[Fault]) -> None:
    """Raise all faults together when at least one of them is an error.

    Raises:
        InputError: With every fault, warnings included.

    Example:
        >>> raise_errors([])
    """
    if any(fault.is_error for fault in faults):
        raise InputError(faults)
