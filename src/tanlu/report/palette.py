"""Colours of things: the same as on the pages, on white paper."""

import re

PRIMARY = "#0b7a75"
TEXT = "#1f2726"
FAINT = "#5a6664"
LINE = "#dfe4e2"
FALLS = "#3f7fbf"
RISES = "#d07a2d"
TOTAL = "#6b7780"
PATHS = ("#6b7780", "#c98a2b", "#0b8f88", "#7d6bb0", "#3f7fbf", "#b5544a")
_KNOWN = (
    ("electric|power|grid", "#3b7dc4"),
    ("natural_?gas|lng|cng", "#d9a441"),
    ("oil|kerosene|diesel|gasoline|petrol", "#9a5b3c"),
    ("coal|coke", "#5f6a72"),
    ("heat|steam", "#c2566b"),
    ("^scope1$", "#a8672f"),
    ("^scope2$", "#3b7dc4"),
)
_REST = ("#5b8f9e", "#a07fb5", "#8d9a4a", "#c07f5a", "#6378a8", "#9a6a80", "#5a9a6e", "#b09a60")


def colour_of(code: str) -> str:
    """The colour of a carrier or scope, by its code.

    Example:
        >>> colour_of("natural_gas")
        '#d9a441'
    """
    known = next((colour for pattern, colour in _KNOWN if re.search(pattern, code)), None)
    return known or _REST[sum(map(ord, code)) % len(_REST)]
