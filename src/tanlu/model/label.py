"""What codes are called, in both languages."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from tanlu.model.parameter import parameters
from tanlu.model.table import read_data
from tanlu.types import Text, text_of


@cache
def _labels() -> Mapping[str, Mapping[str, Any]]:
    indicators = read_data("indicators.yaml")
    named = {code: entry["label"] for code, entry in indicators.items()}
    return {**read_data("labels.yaml"), "indicator": named}


def label(kind: str, code: str) -> Text:
    """The name of a code; the code itself where none is written down.

    Example:
        >>> label("scope", "2").zh
        '范围二'
    """
    found = _labels().get(kind, {}).get(code)
    if found:
        return text_of(found)
    known = parameters().get(code) if kind == "quantity" else None
    return known.label if known else Text(code, code)
