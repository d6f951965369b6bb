"""How a workbook shows its numbers: percent, days, months, years."""

import re
from datetime import date, datetime, timedelta
from typing import Literal, TypeAlias
from xml.etree import ElementTree as ET

Look: TypeAlias = Literal["percent", "day", "month", "year"]

# Built-in formats of ECMA-376 part 1, 18.8.30, those of zh-CN included.
_BUILT_IN: dict[int, Look] = {
    **dict.fromkeys((9, 10), "percent"),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), "month"),
    **dict.fromkeys((14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58), "day"),
}
_NOISE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's days have no zone


def look_of(code: str) -> Look | None:
    """What a number format shows, or None for a plain number.

    Example:
        >>> look_of('yyyy"年"m"月"'), look_of("0.0%"), look_of("#,##0.00")
        ('month', 'percent', None)
    """
    bare = _NOISE.sub("", code.split(";", maxsplit=1)[0]).lower()
    if "%" in bare:
        return "percent"
    if "d" in bare and ("m" in bare or "y" in bare):
        return "day"
    if "y" in bare:
        return "month" if "m" in bare else "year"
    return None


def looks(styles: bytes) -> dict[int, Look]:
    """What each cell style of a workbook shows, plain ones left out.

    Args:
        styles: The part `xl/styles.xml`, known to hold no document type.

    Returns:
        Looks by the style's index.
    """
    root = ET.fromstring(styles)  # noqa: S314 - entities were refused before
    custom = {
        int(e.get("numFmtId", "0")): e.get("formatCode", "") for e in root.iterfind(".//{*}numFmt")
    }
    found: dict[int, Look] = {}
    for index, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        number = int(style.get("numFmtId", "0"))
        look = look_of(custom[number]) if number in custom else _BUILT_IN.get(number)
        if look:
            found[index] = look
    return found


def shown(value: object, look: Look | None) -> str:
    """The text that a person sees in a cell, at full precision.

    Args:
        value: As the file holds it.
        look: How the cell shows it.

    Example:
        >>> shown(0.98, "percent"), shown(date(2022, 3, 1), "month"), shown(120.0, None)
        ('98%', '2022-03', '120')
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, look)
    if isinstance(value, datetime):
        is_day = (value.hour, value.minute, value.second) == (0, 0, 0)
        return _date(value.date(), look) if is_day else value.isoformat(sep=" ")
    return _date(value, look) if isinstance(value, date) else str(value)


def _number(value: float, look: Look | None) -> str:
    if look == "percent":
        return f"{value * 100:.15g}%"
    if look and 1 <= value < 2_958_466:  # the year 9999
        return shown(_EPOCH + timedelta(days=value), look)
    plain = f"{value:.15g}"
    return f"{value:.0f}" if "e+" in plain and abs(value) < 1e21 else plain


def _date(day: date, look: Look | None) -> str:
    if look == "month":
        return f"{day.year}-{day.month:02d}"
    return str(day.year) if look == "year" else day.isoformat()
