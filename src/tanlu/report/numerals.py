"""Numbers for readers: digits by significance, thousands separated, units scaled by language."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from tanlu.types import Language

MINUS = "\u2212"
MOST_DECIMALS = 8


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit for display and what a value in base units is divided by.

    Example:
        >>> Scale("万 t", 1e4).of(887_893.5, 2)
        '88.79'
    """

    unit: str
    size: float

    def of(self, value: float | None, places: int) -> str:
        """A value in this unit; an en dash for what is not known."""
        return fixed(None if value is None else value / self.size, places)

    def places(self, values: Iterable[float | None], significant: int = 4) -> int:
        """Decimals that show the smallest value with so many significant digits."""
        return decimals((v / self.size for v in values if v is not None), significant)


def decimals(values: Iterable[float], significant: int = 4) -> int:
    """Decimals that give the smallest non-zero value its significant digits.

    Example:
        >>> decimals([88.789, 100.6])
        2
    """
    sizes = [abs(v) for v in values if v and math.isfinite(v)]
    if not sizes:
        return 0
    places = significant - 1 - math.floor(math.log10(min(sizes)))
    return max(0, min(MOST_DECIMALS, places))


def fixed(value: float | None, places: int) -> str:
    """A number with so many decimals and thousands separated.

    Example:
        >>> fixed(-1234.567, 1), fixed(None, 2)
        ('−1,234.6', '–')
    """
    if value is None or not math.isfinite(value):
        return "–"
    text = f"{abs(value):,.{places}f}"
    return MINUS + text if value < 0 and text.strip("0.,") else text


def signed(value: float, places: int) -> str:
    """A number with its sign.

    Example:
        >>> signed(2.5, 1)
        '+2.5'
    """
    text = fixed(value, places)
    return "+" + text if value > 0 and text.strip("0.,") else text


def plain(value: float) -> str:
    """A number as its document prints it: no padding, no loss, ten digits at most.

    Example:
        >>> plain(0.0153), plain(389.31)
        ('0.0153', '389.31')
    """
    return f"{value:.10g}".replace("e-0", "e-").replace("-", MINUS)


def percent(value: float | None, places: int = 2) -> str:
    """A share as a percentage.

    Example:
        >>> percent(0.114123)
        '11.41 %'
    """
    return "–" if value is None else f"{fixed(value * 100, places)} %"


def mass_scale(largest: float, language: Language, species: str = "t CO₂") -> Scale:
    """The unit for masses up to a size [t]: tonnes, or ten thousand tonnes.

    Example:
        >>> mass_scale(1e6, "en").unit
        '10⁴ t CO₂'
    """
    if largest < 1e5:
        return Scale(species, 1.0)
    return Scale(f"{'万' if language == 'zh' else '10⁴'} {species}", 1e4)


def money_scale(largest: float, language: Language) -> Scale:
    """The unit for money up to a size [CNY].

    Example:
        >>> money_scale(7e10, "zh").unit
        '亿元'
    """
    if largest < 1e9:
        return Scale("万元" if language == "zh" else "10⁴ CNY", 1e4)
    return Scale("亿元" if language == "zh" else "10⁸ CNY", 1e8)


def pretty_unit(unit: str, language: Language) -> str:
    """A unit of the data as readers write it.

    Example:
        >>> pretty_unit("GJ/10^4 Nm3", "en"), pretty_unit("t CO2/CNY", "zh")
        ('GJ/10⁴ Nm³', 't CO₂/元')
    """
    text = unit.replace("CO2", "CO₂").replace("m3", "m³").replace("10^4", "10⁴")
    if language == "zh":
        text = text.replace("tce per unit", "tce/单位")
        return text.replace("10⁴ CNY", "万元").replace("CNY", "元").replace("10⁴ ", "万 ")
    return text.replace("亿元", "10⁸ CNY").replace("万元", "10⁴ CNY").replace("万 ", "10⁴ ")
