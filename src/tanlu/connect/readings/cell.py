"""One cell of a file of readings: a number as people write it, its unit beside it or not."""

import math
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tanlu.errors import InputError
from tanlu.measure.number import ABSENT
from tanlu.units import find_unit, ratio

Decimal: TypeAlias = Literal[".", ",", "?"]
"""The decimal mark of a file; "?" when its cells speak for both, or nobody can tell."""

_ABSENT = ABSENT | {
    "nan", "no data", "nodata", "not applicable", "not recorded", "bad", "bad input",
    "i/o timeout", "calc failed", "comm fail", "offline", "离线", "故障", "中断", "停机",
    "无读数", "未抄", "未抄表", "缺测", "缺数", "未采集", "***", "*", "#na", "n.a.", "n.v.", "k.a.",
    "k. a.", "fehlt",
}  # fmt: skip
_ERRORS = ("#ref!", "#div/0!", "#value!", "#name?", "#num!", "#null!", "#error", "#spill!")
_NOT_FINITE = {"inf", "infinity", "∞", "+inf", "-inf", "-infinity", "+infinity", "-∞", "1.#inf"}
_SAID = {
    "=": "unread_formula",  # a workbook's formula without a value
    **dict.fromkeys(_ERRORS, "error_cell"),
    **dict.fromkeys(_NOT_FINITE, "not_finite"),
}
_SPACES = re.compile(r"(?<=\d)[\s'’_](?=\d{3}(?:\D|$))")
_PARTS = re.compile(r"([+-]?)([\d.,]+)((?:[eE][+-]?\d+)?)(-?)\s*(.*)", re.DOTALL)
_NUMBER_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+,\d*|\d+,\d*|,\d+", re.ASCII)
_NUMBER_POINT = re.compile(r"\d{1,3}(?:,\d{3})+\.\d*|\d+\.\d*|\.\d+", re.ASCII)
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3}){2,}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a cell is not a reading: a code that `REASONS` words."""

    code: str


def plain(text: str) -> str:
    """A cell's text in plain characters: half width, one kind of minus, no odd spaces.

    Example:
        >>> plain("\u3000１，２３４．５ ")
        '1,234.5'
    """
    return unicodedata.normalize("NFKC", text).strip().replace("−", "-").replace("–", "-")


def is_absent(text: str) -> bool:
    """Whether a cell says that there is no reading; a zero never does.

    Example:
        >>> is_absent("Not Available"), is_absent("缺"), is_absent(" "), is_absent("0")
        (True, True, True, False)
    """
    bare = text.strip()
    return not bare or bare.casefold() in _ABSENT or plain(bare).casefold() in _ABSENT


def evidence(text: str) -> str:
    """The decimal mark that a text shows beyond doubt; empty when it shows none.

    Example:
        >>> evidence("19,2"), evidence("1,234.5"), evidence("1,234"), evidence("0,125")
        (',', '.', '', ',')
    """
    found = _PARTS.match(_SPACES.sub("", plain(text).strip("()")))
    if found is None:
        return ""
    digits = found[2]
    if _GROUPED.fullmatch(digits):
        return "." if "," in digits else ","
    if _EITHER.fullmatch(digits) or not set(digits) & {",", "."}:
        return ""
    if _NUMBER_COMMA.fullmatch(digits):
        return ","
    return "." if _NUMBER_POINT.fullmatch(digits) else ""


def read_cell(text: str, decimal: Decimal, unit: str) -> float | Refusal | None:
    """The reading that a cell means, in the channel's unit.

    Args:
        text: As written: "1,234.5", "(12.3)", "0.5 MWh", "１２".
        decimal: The decimal mark of the file.
        unit: The unit of bare numbers and of the result; empty when not known.

    Returns:
        The value, None when the cell says that there is none, or why it is refused.

    Example:
        >>> read_cell("0.5 MWh", ".", "kWh"), read_cell("(1.234,5)", ",", "kWh")
        (500.0, -1234.5)
        >>> read_cell("1,234", "?", "kWh")
        Refusal(code='ambiguous_number')
    """
    if is_absent(text):
        return None
    bare = plain(text)
    if bare.casefold() in _SAID:
        return Refusal(_SAID[bare.casefold()])
    sign = 1.0
    if bare.startswith("(") and bare.endswith(")"):
        bare, sign = bare[1:-1].strip(), -1.0
    found = _PARTS.fullmatch(_SPACES.sub("", bare))
    if found is None or (found[1] and found[4]):
        return Refusal("not_a_number")
    value = _number(found[2], found[3], decimal)
    if isinstance(value, Refusal):
        return value
    sign = -sign if "-" in (found[1], found[4]) else sign
    return _in_unit(sign * value, found[5].strip(), unit)


def _number(digits: str, power: str, decimal: Decimal) -> float | Refusal:
    if _EITHER.fullmatch(digits) and decimal == "?":
        return Refusal("ambiguous_number")
    mark = _mark(digits, decimal)
    if mark is None:
        return Refusal("not_a_number")
    if mark == ",":
        digits = digits.replace(".", "").replace(",", ".")
    value = float(digits.replace(",", "") + power)
    return value if math.isfinite(value) else Refusal("not_finite")


def _mark(digits: str, decimal: Decimal) -> str | None:
    if digits.isdecimal():
        return "."
    if _GROUPED.fullmatch(digits):
        return "." if "," in digits else ","
    if _EITHER.fullmatch(digits):
        return decimal
    if _NUMBER_COMMA.fullmatch(digits):
        return ","
    return "." if _NUMBER_POINT.fullmatch(digits) else None


def _in_unit(value: float, beside: str, unit: str) -> float | Refusal:
    if not beside or beside == unit:
        return value
    if find_unit(beside) is None:
        is_word = beside[0].isalpha() or beside[0] in "°%‰万亿千百"
        return Refusal("unknown_unit" if is_word else "not_a_number")
    if not unit:
        return Refusal("unit_without_channel_unit")
    try:
        return value * ratio(beside, unit)
    except InputError:
        return Refusal("wrong_unit")
