"""A map proposed for a file that nobody has described: what its own rows say."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tanlu.connect.parts import column_letters
from tanlu.connect.readings.block import Grid, Source
from tanlu.connect.readings.cell import evidence, is_absent, plain
from tanlu.connect.readings.clocks import clock_minutes, day_starts
from tanlu.connect.readings.heading import bare, names_of, norm, units_of
from tanlu.connect.readings.layout import is_time
from tanlu.connect.readings.map import ChannelMap, Marks, ReadingMap, Ref, TimeMap
from tanlu.connect.readings.rows import clock_text
from tanlu.connect.readings.spec import is_code
from tanlu.connect.readings.stamp import read_stamp
from tanlu.measure.cell import LONGEST_ID
from tanlu.model.channel import Kind, is_rate
from tanlu.units import find_unit

_MOST = 300  # rows that are looked at
_SHARE = 0.6  # of a column's cells that must be numbers for it to hold values
_END = ("bis", "end", "ending", "结束", "止", "至", "to")
_NUMBER = re.compile(r"\(?[+-]?[\d.,'\s]*\d[\d.,]*(?:[eE][+-]?\d+)?\)?-?(?:\s*[^\d\s].{0,15})?")
_NOT_VALUES = re.compile(
    r"合计|总计|小计|序号|编号|户号|表号|totals?|sum|index|^no\.?$|^id$|^#$|nsm|week|day|month|year|quality|status|标志|状态",
    re.IGNORECASE,
)
_STATES = ("temperature", "pressure", "current", "voltage", "frequency", "ratio")
_CARRIERS = (
    ("electricity", ("电", "electric", "strom", "elec")),
    ("natural_gas", ("天然气", "natural gas", "erdgas", "natgas")),
    ("steam", ("蒸汽", "steam", "dampf")),
)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet looked at: its first row of data, its rows from there, its columns' names."""

    grid: Grid
    first: int
    rows: Sequence[Sequence[str]]
    names: Sequence[Sequence[str]]
    units: Sequence[str]
    time: tuple[int, ...]

    def cells(self, at: int) -> list[str]:
        return [row[at] if at < len(row) else "" for row in self.rows]

    def ref(self, at: int) -> Ref:
        """The column as a map names it: its heading where that is clear, else its letter."""
        if self.names[at]:
            name = self.names[at][0]
            same = [each for each in self.names if each and norm(each[0]) == norm(name)]
            if len(same) == 1 and ".." not in name:
                return name
        return column_letters(at + 1)


def propose(source: Source, zone: str) -> ReadingMap | None:
    """A map for a file, as good as its rows tell.

    Args:
        source: The file.
        zone: The park's zone, which a file rarely says.

    Returns:
        The map; a unit that the file does not say is left blank and must be filled in.
        None when no column looks like times.
    """
    looked = [sheet for grid in source.grids if (sheet := _look(grid)) is not None]
    if not looked:
        return None
    best = max(looked, key=lambda sheet: len(sheet.rows))
    alike = [s for s in looked if [n[:1] for n in s.names] == [n[:1] for n in best.names]]
    named: Ref = best.grid.name if len(source.grids) > 1 and len(alike) < 2 else ""
    found = _mapped(best, zone)
    has_heading = bool(best.names) and any(best.names)
    return replace(found, sheet=named, header_row=None if has_heading else (0, 0))


def _look(grid: Grid) -> _Sheet | None:
    head = grid.head[:_MOST]
    counts = Counter(at for row in head for at, text in enumerate(row) if is_time(text))
    if not counts:
        return None
    most = max(counts.values())
    column = min(at for at, count in counts.items() if count == most)
    first = next(n for n, row in enumerate(head, 1) if column < len(row) and is_time(row[column]))
    rows = [row for row in head[first - 1 :] if column < len(row) and is_time(row[column])]
    names = (
        names_of(grid, _heading(head, first), first - 1)
        if first > 1
        else [[] for _ in range(grid.width)]
    )
    units = units_of(grid, _heading(head, first), first - 1) if first > 1 else [""] * grid.width
    sheet = _Sheet(grid, first, rows, names, units, (column,))
    clock = _clock_column(sheet, column)
    return replace(sheet, time=(column, clock)) if clock is not None else sheet


def _heading(head: Sequence[Sequence[str]], first: int) -> int:
    """Of the rows above the data the fullest one; the lowest of several."""
    counts = {n: sum(bool(t.strip()) for t in head[n - 1]) for n in range(max(1, first - 6), first)}
    most = max(counts.values(), default=0)
    fullest = [n for n, count in counts.items() if count == most]
    labels = [
        n
        for n in fullest
        if sum(bool(find_unit(t.strip())) for t in head[n - 1] if t.strip()) * 2 < most
    ]
    return (labels or fullest or [1])[-1]


def _clock_column(sheet: _Sheet, day: int) -> int | None:
    stamps = [read_stamp(text, day_first=True) for text in sheet.cells(day)[:50]]
    if any(s and (s.local.hour or s.local.minute) for s in stamps):
        return None
    for at in range(sheet.grid.width):
        texts = [text for text in sheet.cells(at) if text.strip()]
        clocks = [clock_minutes(clock_text(text)[:5]) for text in texts if ":" in clock_text(text)]
        is_clock = texts and ":" in "".join(texts) and len(clocks) >= len(texts) * 0.9
        if at != day and is_clock and None not in clocks[:20]:
            return at
    return None


def _mapped(sheet: _Sheet, zone: str) -> ReadingMap:
    marks = _marks(sheet)
    time = TimeMap(tuple(sheet.ref(at) for at in sheet.time), "", zone, marks)
    day = _day_columns(sheet, marks)
    values = [] if day else _value_columns(sheet)
    named = _channel_column(sheet, set(values) | set(day))
    decimal = _decimal(sheet, values or day)
    if named is not None and (day or values):
        at = day[0] if day else values[0]
        ref = _range(day) if day else sheet.ref(at)
        unit = sheet.units[at]
        usual = ChannelMap("", unit=unit, kind="interval")
        beside = _unit_column(sheet, {*values, *day, named})
        return ReadingMap(
            time, (), channel_column=sheet.ref(named), value_column=ref, decimal=decimal,
            unit_column=sheet.ref(beside) if beside is not None else "",
            usual=usual if unit or beside is None else ChannelMap(""),
        )  # fmt: skip
    if day:
        channel = ChannelMap(_code([], "m1", set()), _range(day), sheet.units[day[0]], "interval")
        return ReadingMap(time, (channel,), decimal=decimal)
    taken: set[str] = set()
    channels = tuple(_channel(sheet, at, taken) for at in values)
    return ReadingMap(time, channels, decimal=decimal)


def _range(columns: Sequence[int]) -> str:
    return f"{column_letters(columns[0] + 1)}..{column_letters(columns[-1] + 1)}"


def _marks(sheet: _Sheet) -> Marks:
    words = " ".join(name[0].casefold() for at in sheet.time if (name := sheet.names[at]))
    if any(
        word in re.split(r"[\s_(（]+", words) or (not word.isascii() and word in words)
        for word in _END
    ):
        return "end"
    texts = [" ".join(sheet.cells(at)[0] for at in sheet.time)]
    first = read_stamp(texts[0], day_first=True)
    # a file that begins at 00:15 or 01:00 and holds midnights as ends of days marks ends
    begins_late = first is not None and 0 < first.local.hour * 60 + first.local.minute <= 60
    return "end" if begins_late else "start"


def _day_columns(sheet: _Sheet, marks: Marks) -> list[int]:
    labels = [name[0] if name else "" for name in sheet.names]
    clocks = [at for at, text in enumerate(labels) if clock_minutes(text) and at not in sheet.time]
    if len(clocks) >= 12 and day_starts([labels[at] for at in clocks], marks_end=marks == "end"):
        return clocks
    for size in (96, 48, 24):
        run = [
            at
            for at, text in enumerate(labels)
            if re.fullmatch(r"[A-Za-z点第]{0,4}_?0*\d{1,2}[时点]?", text)
        ]
        if len(run) == size and run[-1] - run[0] == size - 1:
            return run
    return []


def _value_columns(sheet: _Sheet) -> list[int]:
    found = []
    for at in range(sheet.grid.width):
        texts = [plain(text) for text in sheet.cells(at) if not is_absent(text)]
        numbers = sum(bool(_NUMBER.fullmatch(text)) for text in texts)
        name = sheet.names[at][0] if sheet.names[at] else ""
        is_value = texts and numbers >= len(texts) * _SHARE and not any(map(is_time, texts[:20]))
        if at not in sheet.time and is_value and not _NOT_VALUES.search(name):
            found.append(at)
    return found


def _channel_column(sheet: _Sheet, taken: set[int]) -> int | None:
    """A column of few texts, over which each time repeats."""
    stamps = [tuple(sheet.cells(at)[n] for at in sheet.time) for n in range(len(sheet.rows))]
    if len(set(stamps)) == len(stamps) and len(stamps) > 1:
        return _single_channel(sheet, taken)
    best, fewest = None, len(stamps)
    for at in range(sheet.grid.width):
        if at in sheet.time or at in taken:
            continue
        texts = sheet.cells(at)
        pairs = len(set(zip(stamps, texts, strict=True)))
        if pairs == len(stamps) and len(set(texts)) < fewest:
            best, fewest = at, len(set(texts))
    return best


_NAMED = re.compile(r"channel|meter|sensor|通道|表|计量点|设备|测点|point|tag", re.IGNORECASE)


def _single_channel(sheet: _Sheet, taken: set[int]) -> int | None:
    """A long file whose first rows are all of one meter."""
    for at in range(sheet.grid.width):
        texts = {text for text in sheet.cells(at) if text.strip()}
        name = sheet.names[at][0] if sheet.names[at] else ""
        if at not in sheet.time and at not in taken and len(texts) <= 3 and _NAMED.search(name):
            return at
    return None


def _unit_column(sheet: _Sheet, taken: set[int]) -> int | None:
    for at in range(sheet.grid.width):
        texts = {text.strip() for text in sheet.cells(at) if text.strip()}
        is_unit = texts and len(texts) < 12 and all(find_unit(text) for text in texts)
        if at not in sheet.time and at not in taken and is_unit and "" not in texts:
            return at
    return None


def _channel(sheet: _Sheet, at: int, taken: set[str]) -> ChannelMap:
    unit = sheet.units[at] or _unit_in_cells(sheet.cells(at))
    code = _code(sheet.names[at], f"c{at + 1}", taken)
    kind = _kind(sheet.cells(at), unit)
    name = sheet.names[at][0] if sheet.names[at] else ""
    return ChannelMap(code, sheet.ref(at), unit, kind, None, _carrier(name), None, "", name)


def _kind(texts: Sequence[str], unit: str) -> Kind:
    found = find_unit(unit) if unit else None
    if found and found.dimension in _STATES:
        return "instant"
    return "counter" if _is_counter(texts, unit) else "interval"


def _unit_in_cells(texts: Sequence[str]) -> str:
    tails = Counter(
        re.sub(r"^[\s\d.,()+-]+", "", plain(text)) for text in texts if not is_absent(text)
    )
    units = [tail for tail, _ in tails.most_common(2) if tail and find_unit(tail)]
    return units[0] if units and tails[""] == 0 else ""


def _is_counter(texts: Sequence[str], unit: str) -> bool:
    """Never falls, and is large beside its steps: a register."""
    if unit and is_rate(unit):
        return False
    numbers = []
    for text in texts:
        try:
            numbers.append(float(plain(text).replace(",", "")))
        except ValueError:
            continue
    rises = [b - a for a, b in pairwise(numbers)]
    return (
        len(rises) > 5 and min(rises) >= 0 and max(rises) > 0
        and numbers[0] > 5 * sum(rises) / len(rises)
    )  # fmt: skip


def _code(names: Sequence[str], otherwise: str, taken: set[str]) -> str:
    plainest = bare(names[0]) if names else ""
    plainest = re.sub(r"[^\w.-]+", "_", plainest).strip("._-")[:LONGEST_ID]
    code = plainest if is_code(plainest) else otherwise
    while code in taken:
        code = f"{code}-2"
    taken.add(code)
    return code


def _carrier(name: str) -> str:
    folded = name.casefold()
    return next((code for code, words in _CARRIERS if any(w in folded for w in words)), "")


def _decimal(sheet: _Sheet, columns: Sequence[int]) -> str:
    seen = {evidence(text) for at in columns for text in sheet.cells(at)}
    return "," if "," in seen and "." not in seen else ""
