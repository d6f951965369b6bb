"""The font of printed reports: Noto Sans CJK SC, and which characters it has.

The wheel `mplfonts` carries the font; its package is never imported, since
importing it changes matplotlib's settings.
"""

import re
from functools import cache
from importlib.util import find_spec

from tanlu.errors import MissingExtraError, need

FAMILY = "Noto Sans CJK SC"
_FILE = "NotoSansCJKsc-Regular.otf"
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789−", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
RAISED = re.compile("[" + "".join(SUPERSCRIPTS) + "]+")
LOWERED = re.compile("[" + "".join(SUBSCRIPTS) + "]+")
_DRAWN = {*SUPERSCRIPTS, *SUBSCRIPTS, "\n", "\t"}  # set as raised and lowered digits


def font_folder() -> str:
    """The folder that holds the font.

    Raises:
        MissingExtraError: When the wheel that carries it is not installed.
    """
    spec = find_spec("mplfonts")
    if spec is None or not spec.submodule_search_locations:
        raise MissingExtraError.of("missing_extra", module="mplfonts", extra="report")
    return f"{spec.submodule_search_locations[0]}/fonts"


def font_file() -> str:
    """The font itself."""
    return f"{font_folder()}/{_FILE}"


@cache
def characters() -> frozenset[int]:
    """The code points that the font has a glyph for."""
    library = need("fontTools.ttLib", "report")
    with library.TTFont(font_file(), lazy=True) as font:
        return frozenset(font.getBestCmap())


def missing_glyphs(text: str) -> set[str]:
    """Characters of a text that could only be printed as boxes.

    Example:
        >>> missing_glyphs("碳 CO₂, 10⁴ t")
        set()
    """
    return {c for c in set(text) - _DRAWN if ord(c) not in characters()}


def printable(text: str) -> str:
    """The text with any character that the font lacks written as its code point.

    Example:
        >>> printable("Works 🏭")
        'Works 〔U+1F3ED〕'
    """
    for character in sorted(missing_glyphs(text)):
        text = text.replace(character, f"〔U+{ord(character):04X}〕")
    return text
