"""Where things stand in a sheet by a map: headings, first row of data, columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from tanlu.connect.readings.block import Grid
from tanlu.connect.readings.cell import read_cell
from tanlu.connect.readings.clocks import day_starts
from tanlu.connect.readings.column import find_columns, find_named, near_columns, show_column
from tanlu.connect.readings.heading import names_of, units_of
from tanlu.connect.readings.map import ReadingMap, Ref
from tanlu.connect.readings.stamp import read_stamp
from tanlu.errors import Fault, Place

_DEEPEST = 60  # rows above the data in which headings are looked for


@dataclass(frozen=True, slots=True)
class Target:
    """A column of values, or the columns of one row's day.

    `starts`: minutes since midnight at which each column's interval begins; empty for
    a single column. `step`: the length of those intervals.
    """

    columns: tuple[int, ...]
    starts: tuple[int, ...] = ()
    step: int = 0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet by a map: places from 0, rows from 1 as a spreadsheet shows them."""

    first_row: int
    names: Sequence[Sequence[str]]
    time: tuple[int, ...]
    targets: tuple[Target, ...]
    channel: int = -1
    unit: int = -1

    def show(self, column: int) -> str:
        """A column as messages name it."""
        return show_column(column, self.names)


def find_layout(grid: Grid, mapped: ReadingMap, place: Place) -> tuple[Layout, list[Fault]]:
    """Find a map's columns in a sheet.

    Args:
        grid: The sheet.
        mapped: The map.
        place: The sheet, for messages.

    Returns:
        The layout, and a fault for each column that is not there or not clear.
    """
    first, last, data = heading_rows(grid, mapped)
    names = names_of(grid, first, last)
    finder = _Finder(names, place, [])
    time = tuple(finder.one(ref, "time") for ref in mapped.time.columns)
    channel = finder.one(mapped.channel_column, "channel_column") if mapped.is_long else -1
    unit = finder.one(mapped.unit_column, "unit_column") if mapped.unit_column != "" else -1
    refs = [mapped.value_column] if mapped.is_long else [c.column for c in mapped.channels]
    stated = units_of(grid, first, last)
    marks_end = mapped.time.marks == "end"
    targets = tuple(finder.target(ref, stated, marks_end=marks_end) for ref in refs)
    return Layout(data, names, time, targets, channel, unit), finder.faults


@dataclass
class _Finder:
    names: Sequence[Sequence[str]]
    place: Place
    faults: list[Fault]

    def one(self, ref: Ref, what: str) -> int:
        found = find_columns(ref, self.names)
        if len(found) == 1:
            return found[0]
        code = "ambiguous_reading_column" if found else "unknown_reading_column"
        known = ", ".join(show_column(at, []) for at in found) or near_columns(ref, self.names)
        where = Place(self.place.file, self.place.sheet, None, str(ref))
        self.faults.append(Fault(code, where, {"column": ref, "key": what, "known": known}))
        return -1

    def target(self, ref: Ref, stated: Sequence[str], *, marks_end: bool) -> Target:
        if not isinstance(ref, str) or ".." not in ref:
            at = self.one(ref, "column")
            return Target((at,), unit=stated[at] if at >= 0 else "")
        first, _, last = ref.partition("..")
        ends = self.one(first.strip(), "column"), self.one(last.strip(), "column")
        if min(ends) < 0:
            return Target(())
        columns = tuple(range(ends[0], ends[1] + 1))
        found = day_starts([self.label(at) for at in columns], marks_end=marks_end)
        if found is None:
            where = Place(self.place.file, self.place.sheet, None, ref)
            self.faults.append(Fault("no_day_columns", where, {"count": len(columns)}))
            return Target(())
        units = {stated[at] for at in columns} - {""}
        return Target(columns, tuple(found[0]), found[1], units.pop() if len(units) == 1 else "")

    def label(self, at: int) -> str:
        return self.names[at][0] if self.names[at] else ""


def heading_rows(grid: Grid, mapped: ReadingMap) -> tuple[int, int, int]:
    """First and last row of headings, and the first of data, from 1; (0, 0, …) for none.

    The headings are the row with most of the map's names in it, and whatever stands
    between it and the first row that has a time.
    """
    if mapped.header_row is not None:
        first, last = mapped.header_row
        data = _first_data(grid, mapped, last, names_of(grid, first, last))
        return first, max(last, data - 1) if first else 0, data
    best = _best_row(grid, mapped)
    if best:
        data = _first_data(grid, mapped, best, names_of(grid, best, best))
        return best, data - 1, data
    data = _first_data(grid, mapped, 0, [[] for _ in range(grid.width)])
    return (data - 1, data - 1, data) if data > 1 else (0, 0, data)


def _refs(mapped: ReadingMap) -> list[str]:
    several = [*mapped.time.columns, mapped.channel_column, mapped.value_column, mapped.unit_column]
    several += [c.column for c in mapped.channels] if not mapped.is_long else []
    texts = [ref for ref in several if isinstance(ref, str) and ref]
    return [part.strip() for ref in texts for part in ref.split("..")]


def _best_row(grid: Grid, mapped: ReadingMap) -> int:
    refs = _refs(mapped)
    counts = []
    for number in range(1, min(len(grid.head), _DEEPEST) + 1):
        names = [[text.strip()] if text.strip() else [] for text in grid.head[number - 1]]
        is_there = [bool(find_named(ref, names)) for ref in refs]
        counts.append(sum(is_there))
    best = max(counts, default=0)
    return counts.index(best) + 1 if best else 0


def _first_data(grid: Grid, mapped: ReadingMap, after: int, names: Sequence[Sequence[str]]) -> int:
    """The first row below the headings that has a time."""
    found = find_columns(mapped.time.columns[0], names) if mapped.time.columns else []
    if len(found) != 1:
        return after + 1
    for number in range(after + 1, len(grid.head) + 1):
        row = grid.head[number - 1]
        text = row[found[0]] if found[0] < len(row) else ""
        if is_time(text) or (text.strip() and _has_number(row)):
            return number
    return after + 1


def is_time(text: str) -> bool:
    """Whether a text is a time; one whose order of day and month nobody knows is one, too."""
    return any(read_stamp(text, day_first=order) for order in (True, False))


def _has_number(row: Sequence[str]) -> bool:
    return any(isinstance(read_cell(text, ".", ""), float) for text in row if text.strip())
