"""The data files of the generator."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def _read(name: str) -> Any:  # noqa: ANN401 - YAML holds what it holds
    return yaml.safe_load((files(__package__) / name).read_text("utf-8"))


def holidays() -> dict[str, Any]:
    """Days off by year, and the first day of each lunar year."""
    return dict(_read("holidays.yaml"))


def shapes() -> dict[str, Any]:
    """How channels run, the climate, losses and the utility."""
    return dict(_read("shapes.yaml"))


def sectors() -> list[dict[str, Any]]:
    """Industries and how common they are."""
    return list(_read("sectors.yaml")["sectors"])
