"""Results that were kept: by which state of the readings and which rules a figure was found."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tanlu.errors import NotFoundError
from tanlu.store.readings.state import pin
from tanlu.store.readings.store import Readings

FOLDER = "results"
_NAME = re.compile(r"[\w.-]{1,80}")


def is_name(text: str) -> bool:
    """Whether a result can be kept under this name.

    Example:
        >>> is_name("2025 v1"), is_name("inventory-2025")
        (False, True)
    """
    return bool(_NAME.fullmatch(text)) and not text.startswith(".")


def keep_result(readings: Readings, name: str, about: Mapping[str, Any]) -> None:
    """Keep a result, and pin the state of the readings that it was found by.

    Args:
        readings: The open store.
        name: Of the result; a known name is replaced.
        about: Who found it, when, by which rules, and the figure itself.
    """
    path = _path(readings, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    state = pin(readings, f"result-{name}")
    whole = {**about, "state": {"seq": state.seq, "table_version": state.table_version}}
    new = path.with_suffix(".new")
    new.write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", "utf-8")
    new.replace(path)


def read_result(readings: Readings, name: str) -> dict[str, Any]:
    """A result as it was kept.

    Raises:
        NotFoundError: When none has this name.
    """
    path = _path(readings, name)
    if not is_name(name) or not path.exists():
        raise NotFoundError.of("not_found", thing=name)
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def _path(readings: Readings, name: str) -> Path:
    return readings.folder / FOLDER / f"{name}.json"
