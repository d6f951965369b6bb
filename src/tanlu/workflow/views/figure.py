"""A number that opens: its value, unit, name, and the key under which its proof lies."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from tanlu.errors import Fault, NotFoundError
from tanlu.model.label import label
from tanlu.report.findings import Findings
from tanlu.types import Text

View: TypeAlias = dict[str, Any]
"""A record of the API as a plain dictionary."""

_SEPARATOR = "~"


def key_of(kind: str, *parts: object) -> str:
    """The key of a figure.

    Example:
        >>> key_of("total", 2022, "park", "ganzhou")
        'total~2022~park~ganzhou'
    """
    return _SEPARATOR.join([kind, *map(str, parts)])


def parts_of(key: str) -> tuple[str, list[str]]:
    """Kind and parts of a key.

    Example:
        >>> parts_of("line~gas-2022.co2")
        ('line', ['gas-2022.co2'])
    """
    kind, *parts = key.split(_SEPARATOR)
    return kind, parts


def figure(key: str, value: float | None, unit: str, name: Text) -> View:
    """A figure for the API."""
    return {"key": key, "value": value, "unit": unit, "label": text(name)}


def mass(findings: Findings, key: str, value: float | None, name: Text) -> View:
    """A mass of emissions, in the unit of the gases that the method counts."""
    return figure(key, value, findings.mass_unit, name)


def text(value: Text) -> View:
    """A text for the API."""
    return value.both()


def named(kind: str) -> Text:
    """The name of a kind of figure."""
    return label("figure", kind)


def fault_view(fault: Fault) -> View:
    """A fault for the API, in both languages."""
    place = fault.place
    return {
        "code": fault.code,
        "severity": "error" if fault.is_error else "warning",
        "table": place.sheet or place.file.removesuffix(".csv") or None,
        "row": place.row,
        "column": place.column or None,
        "where": {"en": place.of("en"), "zh": place.of("zh")},
        "what": {"en": fault.what("en"), "zh": fault.what("zh")},
        "fix": {"en": fault.fix("en"), "zh": fault.fix("zh")},
    }


def pick(options: Mapping[str, Any], code: str) -> Any:  # noqa: ANN401 - whatever is kept there
    """An entry by its code.

    Raises:
        NotFoundError: When there is none.
    """
    if code not in options:
        raise NotFoundError.of("not_found", thing=code)
    return options[code]
