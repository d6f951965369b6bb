"""A file of bills: one a row, with the first and last day of its period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from tanlu.connect.readings.block import Grid, Source
from tanlu.connect.readings.cell import Decimal, Refusal, is_absent, read_cell
from tanlu.connect.readings.column import find_columns, near_columns, show_column
from tanlu.connect.readings.heading import names_of, units_of
from tanlu.connect.readings.layout import heading_rows
from tanlu.connect.readings.map import ReadingMap, Ref, TimeMap
from tanlu.connect.readings.parsed import Refused
from tanlu.connect.readings.rows import TOTALS
from tanlu.connect.readings.stamp import read_stamp
from tanlu.connect.readings.stamp_format import guess_style, style_of
from tanlu.connect.readings.values import decimal_mark
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.measure.readings.bill import LONGEST, Bill, ends_included
from tanlu.types import Text
from tanlu.units import COMMON, find_unit

_KEYS = (
    "start", "end", "quantity", "cost", "channel", "channel_column", "unit", "carrier", "member",
    "ends", "format", "sheet", "header_row", "decimal",
)  # fmt: skip
_MUST = ("start", "end", "quantity")
_KNOWN = Text(
    "it needs start, end, quantity and channel or channel_column; known: {known}",
    "须有 start、end、quantity，以及 channel 或 channel_column；可用：{known}",
)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BillMap:
    """A map of a file of bills. `ends`: "inclusive", "exclusive", or "" to find out."""

    start: Ref
    end: Ref
    quantity: Ref
    cost: Ref = ""
    channel: str = ""
    channel_column: Ref = ""
    unit: str = ""
    carrier: str = ""
    member_id: str = ""
    ends: str = ""
    format: str = ""
    sheet: Ref = ""
    header_row: int | None = None
    decimal: str = ""


@dataclass(slots=True)
class Bills:
    """The bills of a file, and the cells that are none."""

    bills: list[Bill] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    unit: str = ""
    absent: int = 0
    totals: int = 0


def read_bill_map(path: Path) -> BillMap:
    """A map of bills from YAML.

    Raises:
        InputError: With every fault of it.
    """
    place = Place(path.name)
    if not path.is_file():
        raise InputError.of("no_such_file", Place(str(path)), path=path)
    try:
        raw = yaml.safe_load(path.read_text("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError.of("bad_reading_map", place, reason=str(error)[:200]) from None
    known = _KNOWN.fill(known=", ".join(_KEYS))
    if not isinstance(raw, dict) or set(raw) - set(_KEYS) or not all(raw.get(k) for k in _MUST):
        raise InputError.of("bad_reading_map", place, reason=known)
    raise_errors(_faults(raw, place, known))
    return _of(raw)


def _faults(raw: Mapping[str, Any], place: Place, known: Text) -> list[Fault]:
    faults = []
    if not raw.get("channel") and not raw.get("channel_column"):
        faults.append(Fault("bad_reading_map", place, {"reason": known}))
    unit = str(raw.get("unit") or "")
    if unit and find_unit(unit) is None:
        where = Place(place.file, column="unit")
        faults.append(Fault("unknown_unit", where, {"unit": unit, "known": COMMON}))
    if style_of(str(raw.get("format") or "")) is None:
        where = Place(place.file, column="format")
        faults.append(Fault("bad_time_format", where, {"format": raw["format"]}))
    return faults


def _of(raw: Mapping[str, Any]) -> BillMap:
    texts = {
        key: str(raw.get(key) or "") for key in ("channel", "unit", "carrier", "ends", "format")
    }
    return BillMap(
        raw["start"], raw["end"], raw["quantity"], raw.get("cost") or "", texts["channel"],
        raw.get("channel_column") or "", texts["unit"], texts["carrier"],
        str(raw.get("member") or ""), texts["ends"], texts["format"], raw.get("sheet") or "",
        raw.get("header_row"), str(raw.get("decimal") or ""),
    )  # fmt: skip


def read_bills(source: Source, mapped: BillMap) -> Bills:
    """The bills of a file.

    Args:
        source: The file.
        mapped: What its columns are.

    Returns:
        Bills with their end made the day after the last one, and refused cells.

    Raises:
        InputError: When a column is not there, or nobody says the unit or whether the
            end is the last day.
    """
    grid = _grid(source, mapped)
    table = _Table(source, grid, mapped)
    found = table.read()
    found.bills = _closed(found.bills, mapped, Place(source.file, grid.name))
    return found


def _grid(source: Source, mapped: BillMap) -> Grid:
    if mapped.sheet == "":
        return source.grids[0]
    for number, grid in enumerate(source.grids, start=1):
        if mapped.sheet in (number, grid.name):
            return grid
    known = ", ".join(grid.name for grid in source.grids)
    raise InputError.of("missing_sheet", Place(source.file), sheet=mapped.sheet, known=known)


class _Table:
    """The rows of a sheet of bills with their columns found."""

    def __init__(self, source: Source, grid: Grid, mapped: BillMap) -> None:
        self.place, self.mapped = Place(source.file, grid.name), mapped
        row = None if mapped.header_row is None else (mapped.header_row, mapped.header_row)
        finder = ReadingMap(TimeMap((mapped.start,)), header_row=row)
        first, last, self.first = heading_rows(grid, finder)
        self.names = names_of(grid, first, last)
        self.rows = _rows(grid, self.first)
        self.at = self._columns()
        stated = units_of(grid, first, last)[self.at["quantity"]]
        self.unit = mapped.unit or stated
        if not self.unit:
            raise InputError.of("no_reading_unit", self.place, channel=mapped.channel or "*")

    def _columns(self) -> dict[str, int]:
        refs = {
            key: getattr(self.mapped, key)
            for key in ("start", "end", "quantity", "cost", "channel_column")
            if getattr(self.mapped, key) != ""
        }
        faults, found = [], {}
        for key, ref in refs.items():
            places = find_columns(ref, self.names)
            if len(places) == 1:
                found[key] = places[0]
                continue
            code = "ambiguous_reading_column" if places else "unknown_reading_column"
            params = {"column": ref, "key": key, "known": near_columns(ref, self.names)}
            faults.append(Fault(code, self.place, params))
        raise_errors(faults)
        return found

    def read(self) -> Bills:
        """The bills as written."""
        found = Bills(unit=self.unit)
        texts = [row[self.at[key]] for _, row in self.rows for key in ("start", "end")]
        style = style_of(self.mapped.format)
        order = style.day_first if style and style.fast else guess_style(texts).day_first
        numbers = [
            row[self.at[key]]
            for _, row in self.rows
            for key in ("quantity", "cost")
            if key in self.at
        ]
        mark: Decimal = "," if self.mapped.decimal == "," else decimal_mark(numbers, "")
        for number, row in self.rows:
            self._take(number, row, order, mark, found)
        return found

    def _take(
        self, number: int, row: Sequence[str], order: bool | None, mark: Decimal, found: Bills  # noqa: FBT001 - three states
    ) -> None:  # fmt: skip
        first = next((text for text in row if text.strip()), "")
        if not first or TOTALS.fullmatch(first):
            found.totals += bool(first)
            return
        if is_absent(row[self.at["quantity"]]):
            found.absent += 1
            return
        dates = {key: self._day(number, row, key, order, found) for key in ("start", "end")}
        amount = self._number(number, row, "quantity", self.unit, mark, found)
        cost = self._number(number, row, "cost", "", mark, found) if "cost" in self.at else None
        start, end = dates["start"], dates["end"]
        if start is None or end is None or amount is None:
            return
        if not 0 <= (end - start).days <= LONGEST:
            self._refuse(number, row, "end", "bad_period", found)
            return
        at = self.at.get("channel_column")
        channel = self.mapped.channel if at is None else row[at].strip()
        found.bills.append(Bill(channel, start, end, amount, cost, number))

    def _day(
        self, number: int, row: Sequence[str], key: str, order: bool | None, found: Bills  # noqa: FBT001 - three states
    ) -> date | None:  # fmt: skip
        stamp = read_stamp(row[self.at[key]], day_first=order)
        if stamp is None:
            self._refuse(number, row, key, "bad_time", found)
            return None
        return stamp.local.date()

    def _number(
        self, number: int, row: Sequence[str], key: str, unit: str, mark: Decimal, found: Bills
    ) -> float | None:  # fmt: skip
        text = row[self.at[key]].lstrip("¥￥$€£ ") if key == "cost" else row[self.at[key]]
        value = read_cell(text, mark, unit)
        if isinstance(value, Refusal):
            self._refuse(number, row, key, value.code, found)
            return None
        return value

    def _refuse(self, number: int, row: Sequence[str], key: str, why: str, found: Bills) -> None:
        at = self.at[key]
        name = show_column(at, self.names)
        found.refused.append(Refused(number, name, row[at], why, self.place.sheet, at))


def _rows(grid: Grid, first: int) -> list[tuple[int, list[str]]]:
    rows = []
    for block in grid.blocks():
        for number, values in enumerate(block.cells.iter_rows(), start=block.first):
            if number >= first:
                rows.append((number, ["" if v is None else str(v) for v in values]))
    return rows


def _closed(bills: Sequence[Bill], mapped: BillMap, place: Place) -> list[Bill]:
    """Ends made the day after the last one."""
    if not bills:
        return []
    is_included = {"inclusive": True, "exclusive": False}.get(mapped.ends)
    if is_included is None:
        is_included = _by_sequence(bills)
    if is_included is None:
        raise InputError.of("end_of_bill", place)
    return (
        [replace(bill, end=bill.end + _ONE_DAY) for bill in bills] if is_included else list(bills)
    )


def _by_sequence(bills: Sequence[Bill]) -> bool | None:
    found = set()
    for channel in {bill.channel_id for bill in bills}:
        own = sorted((b.start, b.end) for b in bills if b.channel_id == channel)
        found.add(ends_included(own))
    found.discard(None)
    return found.pop() if len(found) == 1 else None
