"""Rows of texts, from whatever file, to a sheet: find the headings, name the cells."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tanlu.connect.heading import find_heading, read_headings
from tanlu.errors import Fault, Place
from tanlu.model.book import Row, Sheet
from tanlu.model.table import tables

_TOTALS = re.compile(
    r"(?:合\s*计|总\s*计|小\s*计|(?:grand |sub)?totals?|sum)\s*[:：]?", re.IGNORECASE
)
_DEEPEST_HEADING = 15  # rows of titles and merged captions above the headings
Line = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A file's or sheet's texts with row numbers, and where they were read."""

    table: str
    lines: Sequence[Line]
    file: str
    sheet: str = ""

    def place(self, row: int | None = None, column: str = "") -> Place:
        """Where a cell stands."""
        return Place(self.file, self.sheet, row, column)


def heading_line(grid: Grid) -> int | None:
    """The index of the line with most known headings; None when no line has any.

    Example:
        >>> heading_line(Grid("flows", [(1, ["Title"]), (2, ["来自", "送至"])], "f.csv"))
        1
    """
    counts = [
        sum(find_heading(grid.table, text) is not None for text in texts if text.strip())
        for _, texts in grid.lines[:_DEEPEST_HEADING]
    ]
    best = max(counts, default=0)
    return counts.index(best) if best else None


def read_grid(grid: Grid) -> tuple[Sheet, list[Fault]]:
    """A sheet from texts, and what is odd about it.

    Titles above the headings, blank rows, repeated heading rows and rows of
    totals are passed over; totals are named in a warning.

    Args:
        grid: The texts.

    Returns:
        The sheet and the faults found.

    Example:
        >>> lines = [(1, ["member_id", "kind"]), (2, ["a", "enterprise"])]
        >>> read_grid(Grid("members", lines, "members.csv"))[0].rows[0].cells["kind"]
        'enterprise'
    """
    at = heading_line(grid)
    if at is None:
        known = ", ".join(tables()[grid.table].fields)
        fault = Fault("no_headings", grid.place(), {"known": known})
        return Sheet(grid.table, (), grid.file, grid.sheet), [fault]
    number, texts = grid.lines[at]
    names, faults = read_headings(grid.table, texts, grid.place(number))
    rows = list(_rows(grid, at, names, faults))
    if not rows:  # without a row nobody would notice a heading that means nothing
        faults += _unknown(grid, names, number)
    return Sheet(grid.table, rows, grid.file, grid.sheet), faults


def _unknown(grid: Grid, names: Iterable[str | None], number: int) -> list[Fault]:
    fields = tables()[grid.table].fields
    return [
        Fault(
            "unknown_column",
            grid.place(number, name[:80]),
            {"column": name[:80], "known": ", ".join(fields)},
        )
        for name in names
        if name is not None and name not in fields
    ]


def _rows(grid: Grid, at: int, names: Sequence[str | None], faults: list[Fault]) -> Iterable[Row]:
    for number, texts in grid.lines[at + 1 :]:
        first = next((text.strip() for text in texts if text.strip()), "")
        if not first or _repeats_headings(grid.table, names, texts):
            continue
        faults += _beyond(grid, number, names, texts)
        row = Row(number, {n: t for n, t in zip(names, _padded(texts, names), strict=False) if n})
        if _TOTALS.fullmatch(first) and _is_partial(grid.table, row):
            faults.append(Fault("totals_row", grid.place(number), {"text": first}))
        else:
            yield row


def _padded(texts: Sequence[str], names: Sequence[str | None]) -> Sequence[str]:
    return [*texts, *([""] * (len(names) - len(texts)))]


def _repeats_headings(table: str, names: Sequence[str | None], texts: Sequence[str]) -> bool:
    return all(
        name is not None and find_heading(table, text) == name
        for name, text in zip(names, texts, strict=False)
        if text.strip()
    )


def _is_partial(table: str, row: Row) -> bool:
    fields = tables()[table].fields.values()
    return any(f.is_required and not row.cells.get(f.name, "").strip() for f in fields)


def _beyond(
    grid: Grid, number: int, names: Sequence[str | None], texts: Sequence[str]
) -> list[Fault]:
    last = max((at for at, text in enumerate(texts) if text.strip()), default=-1)
    lost = [at for at, text in enumerate(texts) if text.strip() and not _named(names, at)]
    if not lost:
        return []
    wanted = len([name for name in names if name])
    return [Fault("ragged_row", grid.place(number), {"count": last + 1, "wanted": wanted})]


def _named(names: Sequence[str | None], at: int) -> bool:
    return at < len(names) and names[at] is not None
