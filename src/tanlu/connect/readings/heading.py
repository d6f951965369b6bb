"""Headings of a file of readings: names of columns over several rows, units in or under them."""

import re
import unicodedata
from collections.abc import Sequence

from tanlu.connect.readings.block import Grid
from tanlu.units import find_unit

_SPACE = re.compile(r"[\s/|·_\-:：.]+")
_BRACKET = re.compile(r"[(\[（【]\s*([^()\[\]（）【】]*)\s*[)\]）】]")
_TAIL = re.compile(r"[\s_,，、/:：]+([^\s_,，、:：]+)$")
_ABOVE = 6  # rows above the headings that may belong to them: titles, meters, units


def norm(text: str) -> str:
    """A heading as it is compared: width, case, spaces and strokes do not matter.

    Example:
        >>> norm("１#车间 / 有功") == norm("1#车间有功")
        True
    """
    return _SPACE.sub("", unicodedata.normalize("NFKC", text).casefold())


def bare(text: str) -> str:
    """A heading without what stands in brackets.

    Example:
        >>> bare("用电量（kWh）")
        '用电量'
    """
    return _BRACKET.sub("", text).strip()


def heading_unit(text: str) -> str:
    """The unit that a heading states; empty when it states none.

    Example:
        >>> heading_unit("用电量(万kWh)"), heading_unit("Usage_kWh"), heading_unit("kW")
        ('万kWh', 'kWh', 'kW')
        >>> heading_unit("date"), heading_unit("Phase A")
        ('', '')
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    for inner in reversed(_BRACKET.findall(plain)):
        if _is_unit(inner.removeprefix("单位").lstrip(":： ")):
            return str(inner.removeprefix("单位").lstrip(":： "))
    tail = _TAIL.search(plain)
    for part in (plain, tail[1] if tail else "", *_after_stroke(plain)):
        if len(part) > 1 and _is_unit(part):
            return part
    return ""


def _after_stroke(text: str) -> list[str]:
    parts = text.split("/")
    return ["/".join(parts[at:]) for at in range(1, len(parts))]


def _is_unit(text: str) -> bool:
    found = find_unit(text) if text and not text[0].isdigit() and text != "-" else None
    return found is not None and found.dimension not in ("time", "years", "count")


def filled(grid: Grid, first: int, last: int) -> list[list[str]]:
    """Rows of headings, merged cells said in each of their columns.

    Args:
        grid: The sheet.
        first: First row, from 1.
        last: Last row.

    Returns:
        A text for each row and column.
    """
    rows = [list(_row(grid, number)) for number in range(first, last + 1)]
    for top, left, bottom, right in grid.merged:
        for number in range(max(top, first), min(bottom, last) + 1):
            for column in range(left, min(right, grid.width) + 1):
                rows[number - first][column - 1] = _row(grid, top)[left - 1] if top >= 1 else ""
    if not grid.merged:
        rows = [_spread(row, below) for row, below in zip(rows, [*rows[1:], None], strict=True)]
    return rows


def _row(grid: Grid, number: int) -> list[str]:
    row = list(grid.head[number - 1]) if number <= len(grid.head) else []
    return [text.strip() for text in row] + [""] * (grid.width - len(row))


def _spread(row: list[str], below: list[str] | None) -> list[str]:
    # a text file has no merged cells: a heading over several columns leaves blanks behind it
    if below is None or sum(bool(text) for text in below) <= sum(bool(text) for text in row):
        return row
    found, last = [], ""
    for text, under in zip(row, below, strict=True):
        last = text or (last if under else "")
        found.append(last)
    return found


def names_of(grid: Grid, first: int, last: int) -> list[list[str]]:
    """What each column may be called, the plainest name first.

    Args:
        grid: The sheet.
        first: First row of headings, from 1; 0 when there is none.
        last: Last row of headings.

    Returns:
        For each column: its text in each row, then neighbouring rows joined.
    """
    if first < 1:
        return [[] for _ in range(grid.width)]
    start = max(1, first - _ABOVE)
    rows = filled(grid, start, last)
    found = []
    for column in range(grid.width):
        texts = [row[column] for row in rows]
        own = texts[first - start :]
        single = [text for text in own if text]
        found.append(list(dict.fromkeys([*single, *_joined(own), *_joined(texts)])))
    return found


def _joined(texts: Sequence[str]) -> list[str]:
    """Headings over each other, joined: "Workshop 1" above "active" is "Workshop 1 active"."""
    spans = [
        texts[first : first + size]
        for size in range(2, len(texts) + 1)
        for first in range(len(texts) - size + 1)
    ]
    named = [list(dict.fromkeys(text for text in span if text)) for span in spans]
    return [" ".join(each) for each in named if len(each) > 1]


def units_of(grid: Grid, first: int, last: int) -> list[str]:
    """The unit that each column's headings state, a row of units among or above them included.

    Args:
        grid: The sheet.
        first: First row of headings, from 1; 0 when there is none.
        last: Last row of headings.

    Returns:
        A unit for each column, empty where none is stated.
    """
    if first < 1:
        return [""] * grid.width
    rows = filled(grid, max(1, first - _ABOVE), last)
    found = []
    for column in range(grid.width):
        texts: Sequence[str] = [row[column] for row in rows if row[column]]
        stated = [unit for text in reversed(texts) if (unit := heading_unit(text))]
        found.append(stated[0] if stated else "")
    return found
