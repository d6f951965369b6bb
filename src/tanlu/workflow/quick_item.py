"""One amount as people write it: "天然气=100 万Nm3", "1 200 t coal", "柴油10吨"."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tanlu.units import SUPERSCRIPTS, find_unit

_NUMBER = (
    r"(?P<amount>[-+]?(?:\d{1,3}(?: \d{3})+(?:\.\d+)?(?![\d.,])|[\d.,]+)(?:[eE][-+]?\d+)?)"
    r"(?:\^(?P<power>\d{1,2}))?"
)
_UNIT = r"(?P<unit>[^\s\d.,/+~^=-][^=]*?)"
_NAMED = re.compile(rf"^\s*(?P<name>[^=:]+?)\s*[=:]\s*{_NUMBER}\s*{_UNIT}\s*$")
_AFTER = re.compile(rf"^\s*(?P<name>[^=:]*?[^=:\d\s.,-])\s*{_NUMBER}\s*{_UNIT}\s*$")
_BEFORE = re.compile(rf"^\s*{_NUMBER}\s*(?P<unit>[^\s\d.,/+~^=-][^=]*?)\s*$")
_TEN = "10"  # what a power of ten is written of


class Item(NamedTuple):
    """A name, an amount and a unit as written, without width and superscripts."""

    name: str
    amount: str
    unit: str


def read_item(text: str, is_name: Callable[[str], bool]) -> Item | None:
    """What an item says, or None when it cannot be read in one way only.

    Args:
        text: As written: "name=amount unit", or without the sign of equality,
            the amount in front or behind, where name and unit are known.
        is_name: Whether a word is the name of a fuel, carrier or process.

    Example:
        >>> read_item("原煤＝１，２００ｔ", str)
        Item(name='原煤', amount='1,200', unit='t')
        >>> read_item("10 gal diesel", "diesel".__eq__)
        Item(name='diesel', amount='10', unit='gal')
    """
    plain = _plain(text)
    match = _NAMED.match(plain)
    if match:
        return _item(match["name"], match, match["unit"])
    match = _AFTER.match(plain)
    if match and is_name(match["name"]) and find_unit(match["unit"]):
        return _item(match["name"], match, match["unit"])
    match = _BEFORE.match(plain)
    found = list(_turned(match, is_name)) if match else []
    return found[0] if len(found) == 1 else None


def _plain(text: str) -> str:
    # 10⁴ must not become 104
    text = re.sub(r"(?<=\d)[⁰¹²³⁴-⁹]+", lambda m: "^" + m[0].translate(SUPERSCRIPTS), text)
    return unicodedata.normalize("NFKC", text).replace("−", "-").replace("，", ",")


def _turned(match: re.Match[str], is_name: Callable[[str], bool]) -> Iterator[Item]:
    words = match["unit"].split()
    for cut in range(1, len(words)):
        unit, name = " ".join(words[:cut]), " ".join(words[cut:]).removeprefix("of ")
        item = _item(name, match, unit) if is_name(name) and find_unit(unit) else None
        if item:
            yield item


def _item(name: str, match: re.Match[str], unit: str) -> Item | None:
    amount = match["amount"].replace(" ", "")
    if match["power"]:
        if amount != _TEN:
            return None
        amount = f"1e{match['power']}"
    return None if _vanishes(amount) else Item(name.strip(), amount, unit)


def _vanishes(amount: str) -> bool:
    # so small that the machine would take it for zero
    head = re.split(r"[eE]", amount)[0]
    try:
        return float(amount.replace(",", "")) == 0 and any(d in head for d in "123456789")
    except ValueError:
        return False
