"""One cell at a time: the text of a cell to the value that its column wants."""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import TypeAlias

from tanlu.measure.flaw import Flaw
from tanlu.measure.number import read_number
from tanlu.model.table import Field
from tanlu.periods import Period, find_date, find_period
from tanlu.units import COMMON, find_unit

Value: TypeAlias = str | float | int | date | Period
Read: TypeAlias = Callable[[str, Field], Value | Flaw]

LONGEST_ID = 64
_MOST_COMPARED = 2000  # names that a wrong one is compared with
LONGEST_TEXT = 4000  # a cell of a workbook holds 32,767; a note needs far less
_ID = re.compile(r"\w(?:[\w.\-]*\w)?")
_CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_FORMULA = ("=", "+", "-", "@")
_YEARS = range(1900, 2201)


def read_cell(text: str, column: Field) -> Value | Flaw | None:
    """The value of a cell, None when it is blank, or what is wrong with it.

    Example:
        >>> from tanlu.model.table import tables
        >>> column = tables()["activities"].fields["quality"]
        >>> read_cell(" measured ", column), read_cell("guessed", column).code
        ('measured', 'unknown_choice')
    """
    plain = text.strip()
    if not plain:
        return Flaw("missing_value", {"column": column.label}) if column.is_required else None
    return _unsafe(plain, column) or _READ.get(column.kind, _text)(plain, column)


def _unsafe(text: str, column: Field) -> Flaw | None:
    searched = text.replace("\n", "") if column.kind == "text" else text
    if match := _CONTROL.search(searched):
        return Flaw("control_character", {"character": f"U+{ord(match[0]):04X}"})
    if column.kind not in {"number", "percent", "accuracy", "integer", "year"} and _is_formula(
        text
    ):
        return Flaw("formula_cell", {"text": text[:40]})
    return None


def _is_formula(text: str) -> bool:
    first = unicodedata.normalize("NFKC", text[0])
    return len(text) > 1 and first in _FORMULA


def _text(text: str, _: Field) -> str | Flaw:
    if len(text) > LONGEST_TEXT:
        return Flaw("too_long", {"length": len(text), "most": LONGEST_TEXT})
    return text


def _id(text: str, _: Field) -> str | Flaw:
    if len(text) > LONGEST_ID or not _ID.fullmatch(text):
        return Flaw("bad_id", {"text": text[:80], "most": LONGEST_ID})
    return text


def _choice(text: str, column: Field) -> str | Flaw:
    if text in column.choices:
        return text
    close = difflib.get_close_matches(text, column.choices, 1) or column.choices[:1]
    known = ", ".join(column.choices)
    return Flaw("unknown_choice", {"text": text[:80], "known": known, "close": close[0]})


def _unit(text: str, _: Field) -> str | Flaw:
    return text if find_unit(text) else Flaw("unknown_unit", {"unit": text[:80], "known": COMMON})


def _period(text: str, _: Field) -> Period | Flaw:
    period = find_period(text)
    if period is None or period.year not in _YEARS:
        return Flaw("unknown_period", {"text": text[:80]})
    return period


def _date(text: str, _: Field) -> date | Flaw:
    day = find_date(text)
    return Flaw("unknown_date", {"text": text[:80]}) if day is None else day


def _number(text: str, column: Field) -> float | Flaw:
    value = read_number(text)
    return value if isinstance(value, Flaw) else _within(value, text, column)


_CLASS = re.compile(r"(\d+(?:\.\d+)?)\s*(?:s|级)?", re.ASCII | re.IGNORECASE)


def _percent(text: str, column: Field) -> float | Flaw:
    # the column is in %: 5 and 5 % are the same
    value = _number(text, column)
    return value if isinstance(value, Flaw) else float(value)


def _accuracy(text: str, column: Field) -> float | Flaw:
    # 0.5S and 0.5 级 are classes of a meter as its plate has them
    match = _CLASS.fullmatch(unicodedata.normalize("NFKC", text))
    return _within(float(match[1]), text, column) if match else _number(text, column)


def _within(value: float, text: str, column: Field) -> float | Flaw:
    if column.least == 0 and value < 0:
        return Flaw("negative", {"text": text})
    low = -float("inf") if column.least is None else column.least
    high = float("inf") if column.most is None else column.most
    if low <= value <= high:
        return value
    return Flaw("out_of_range", {"text": text, "least": low, "most": high})


def _year(text: str, _: Field) -> int | Flaw:
    plain = unicodedata.normalize("NFKC", text).removesuffix("年")
    is_year = plain.isascii() and plain.isdigit() and int(plain) in _YEARS
    return int(plain) if is_year else Flaw("unknown_year", {"text": text[:80]})


def _integer(text: str, column: Field) -> int | Flaw:
    value = _number(text, column)
    if isinstance(value, Flaw):
        return value
    return int(value) if value == int(value) else Flaw("text_in_number", {"text": text})


def _instant(text: str, _: Field) -> str | Flaw:
    try:
        moment = datetime.fromisoformat(text.replace("/", "-"))
    except ValueError:
        return Flaw("unknown_instant", {"text": text[:80]})
    return moment.isoformat()


_CLOCK = re.compile(r"([01]?\d|2[0-4])[:：]([0-5]\d)")


def _clock(text: str, _: Field) -> str | Flaw:
    found = _CLOCK.fullmatch(text)
    if found is None or (found[1] == "24" and found[2] != "00"):
        return Flaw("unknown_clock", {"text": text[:80]})
    return f"{int(found[1]):02d}:{found[2]}"


_READ: Mapping[str, Read] = {
    "id": _id,
    "text": _text,
    "choice": _choice,
    "ref": _text,
    "carrier": _text,
    "unit": _unit,
    "period": _period,
    "date": _date,
    "number": _number,
    "percent": _percent,
    "accuracy": _accuracy,
    "year": _year,
    "integer": _integer,
    "instant": _instant,
    "clock": _clock,
}


def near(text: str, known: Iterable[str], most: int = 12) -> str:
    """The names nearest to a text, then the others, for a message.

    Example:
        >>> near("acm", ["zeta", "acme"])
        'acme, zeta'
    """
    names = list(known)
    first = difflib.get_close_matches(text, names[:_MOST_COMPARED], n=3, cutoff=0.5)
    rest = [name for name in names if name not in first]
    return ", ".join((first + rest)[:most]) + (" …" if len(names) > most else "")
