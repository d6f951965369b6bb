"""A door in from MyEMS: its meters become channels, its spaces members, its hours readings."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import polars as pl

from tanlu.catalog.load import load_catalog
from tanlu.connect.folder import scan_folder
from tanlu.connect.readings.myems import Dump, open_dump
from tanlu.connect.readings.parsed import TAKEN
from tanlu.connect.readings.spill import Spill
from tanlu.connect.whole import write_file
from tanlu.measure.border import check
from tanlu.model.book import Row, Sheet
from tanlu.store.readings import close_readings
from tanlu.units import find_unit
from tanlu.workflow.readings.channels_table import is_park, start_park, write_table
from tanlu.workflow.readings.load import ZONE, Loaded, Request, store_parts
from tanlu.workflow.readings.open import of_folder

_PLACES = (("space", "s"), ("shopfloor", "f"), ("tenant", "t"))
_METERS = (("tbl_meters", "meter", "m"), ("tbl_offline_meters", "offline_meter", "o"))
_FORMULA = re.compile(r"[\w\s.+\-*()]+")
Cells = dict[str, str]


@dataclass(slots=True)
class Taken:
    """What was made of a MyEMS database."""

    members: list[Cells] = field(default_factory=list)
    channels: list[Cells] = field(default_factory=list)
    left: list[dict[str, str]] = field(default_factory=list)


def from_myems(source: str, park: Path, who: str) -> dict[str, Any]:
    """Take meters, places and hourly values of a MyEMS database into a park.

    Args:
        source: A URL, or a folder of its tables as CSV.
        park: The park's folder, new or not.
        who: Who does it.

    Returns:
        Counts of an import, what was added, what was left out and why, and the share of
        zeros of each channel: MyEMS writes a zero where a meter sent nothing.
    """
    dump = open_dump(source)
    taken = _taken(dump)
    if not is_park(park):
        start_park(park, ZONE)
    added = _add(park, taken)
    opened = of_folder(park)
    loaded = Loaded(opened=opened)
    zeros: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    try:
        with Spill(opened.readings.folder, opened.clock.zone) as spill:
            for frame in _readings(dump, {cells["channel_id"] for cells in taken.channels}):
                counts.update(dict(frame["channel"].value_counts().iter_rows()))
                nought = frame.filter(pl.col("value") == 0)["channel"]
                zeros.update(dict(nought.value_counts().iter_rows()))
                spill.add(frame)
            request = Request(park, Path("MyEMS"), who=who, why="MyEMS")
            store_parts(spill, opened, request, loaded, "myems")
    finally:
        close_readings(opened.readings)
    return {
        "rows": loaded.readings, "taken": loaded.taken, "unchanged": loaded.unchanged,
        "corrected": loaded.corrected,
        "flagged": {name: count for name, count in sorted(loaded.flagged.items()) if count},
        "refused": [],
        "added": added,
        "left_out": taken.left,
        "zeros": {n: zeros[n] / count for n, count in sorted(counts.items()) if zeros[n]},
    }  # fmt: skip


def _taken(dump: Dump) -> Taken:
    found = Taken()
    places = _members(dump, found)
    categories = {str(row["id"]): row for row in dump.rows("tbl_energy_categories")}
    for table, kind, letter in _METERS:
        for row in dump.rows(table):
            cells = _channel(row, letter, categories, found)
            if cells:
                cells["parent_id"] = _id("m", row.get("master_meter_id"))
                cells["member_id"] = places.get((kind, str(row["id"])), "")
                found.channels.append(cells)
    _virtual(dump, categories, places, found)
    known = {cells["channel_id"] for cells in found.channels}
    for cells in found.channels:
        if cells.get("parent_id") not in known:
            cells["parent_id"] = ""
    return found


def _id(letter: str, number: object) -> str:
    return "" if number in (None, "") else f"{letter}{number}"


def _channel(
    row: Mapping[str, Any], letter: str, categories: Mapping[str, Mapping[str, Any]], found: Taken
) -> Cells | None:
    category = categories.get(str(row.get("energy_category_id")), {})
    unit = str(category.get("unit_of_measure") or "")
    name = _id(letter, row["id"])
    if find_unit(unit) is None:
        found.left.append({"id": name, "name": str(row["name"]), "why": f"unit {unit}"})
        return None
    counted = str(row.get("is_counted", "1")).lower() not in ("0", "false")
    carrier = _carrier(str(category.get("name") or ""))
    return {
        "channel_id": name, "unit": unit, "carrier": carrier, "kind": "interval", "minutes": "60",
        "role": "" if counted else "check", "name_en": str(row["name"]),
        "name_zh": str(row["name"]),
    }  # fmt: skip


def _carrier(name: str) -> str:
    """The carrier of a category's name, if the catalogue knows it by that name."""
    folded = name.strip().casefold()
    for code, carrier in load_catalog().carriers.items():
        if folded in (code.replace("_", " "), carrier.label.en.casefold(), carrier.label.zh):
            return code
    return ""


def _members(dump: Dump, found: Taken) -> dict[tuple[str, str], str]:
    """Places become members; which meter is where, the narrowest place last."""
    where: dict[tuple[str, str], str] = {}
    for place, letter in _PLACES:
        for row in dump.rows(f"tbl_{place}s"):
            parent = _id("s", row.get("parent_space_id"))
            kind = "enterprise" if place == "tenant" else "facility"
            found.members.append(
                {"member_id": _id(letter, row["id"]), "parent_id": parent, "kind": kind,
                 "name_en": str(row["name"]), "name_zh": str(row["name"])}
            )  # fmt: skip
        for kind in ("meter", "offline_meter", "virtual_meter"):
            for row in dump.rows(f"tbl_{place}s_{kind}s"):
                where[kind, str(row[f"{kind}_id"])] = _id(letter, row[f"{place}_id"])
    known = {cells["member_id"] for cells in found.members}
    for cells in found.members:
        if cells["parent_id"] not in known:
            cells["parent_id"] = ""
    _equipment(dump, where)
    return where


def _equipment(dump: Dump, where: dict[tuple[str, str], str]) -> None:
    spaces = {
        str(r["equipment_id"]): _id("s", r["space_id"]) for r in dump.rows("tbl_spaces_equipments")
    }
    for kind in ("meter", "offline_meter", "virtual_meter"):
        for row in dump.rows(f"tbl_equipments_{kind}s"):
            key = (kind, str(row[f"{kind}_id"]))
            where.setdefault(key, spaces.get(str(row["equipment_id"]), ""))


def _virtual(
    dump: Dump, categories: Mapping[str, Mapping[str, Any]],
    places: Mapping[tuple[str, str], str], found: Taken,
) -> None:  # fmt: skip
    letters = {"meter": "m", "offline_meter": "o", "virtual_meter": "v"}
    names: dict[str, dict[str, str]] = {}
    for row in dump.rows("tbl_variables"):
        letter = letters.get(str(row["meter_type"]), "")
        own = names.setdefault(str(row["virtual_meter_id"]), {})
        own[str(row["name"])] = f"{letter}{row['meter_id']}"
    for row in dump.rows("tbl_virtual_meters"):
        equation = str(row["equation"])
        cells = _channel(row, "v", categories, found)
        if cells is None:
            continue
        if not _FORMULA.fullmatch(equation):
            found.left.append(
                {"id": cells["channel_id"], "name": cells["name_en"], "why": equation}
            )
            continue
        known = names.get(str(row["id"]), {})
        cells["formula"] = _renamed(equation, known)
        cells["member_id"] = places.get(("virtual_meter", str(row["id"])), "")
        cells["role"] = "check"  # its parts are counted already
        found.channels.append(cells)


def _renamed(equation: str, known: Mapping[str, str]) -> str:
    return re.sub(r"[A-Za-z_]\w*", lambda match: known.get(match[0], match[0]), equation)


def _add(park: Path, taken: Taken) -> dict[str, int]:
    draft = scan_folder(park)
    added: dict[str, int] = {}
    for table, key, rows in (
        ("members", "member_id", taken.members), ("channels", "channel_id", taken.channels),
    ):  # fmt: skip
        sheet = draft.sheet(table)
        has = {row.cells.get(key) for row in sheet.rows}
        fresh = [cells for cells in rows if cells[key] not in has]
        last = max((row.number for row in sheet.rows), default=1)
        wider = [*sheet.rows, *(Row(last + n, _filled(c)) for n, c in enumerate(fresh, start=1))]
        draft = replace(
            draft,
            sheets={**draft.sheets, table: Sheet(table, wider, sheet.file or f"{table}.csv")},
        )
        added[table] = len(fresh)
    check(draft, load_catalog())
    _write(park, [draft.sheet("members"), draft.sheet("channels")])
    return added


def _write(park: Path, sheets: Sequence[Sheet]) -> None:
    for sheet in sheets:
        if sheet.rows:
            write_file(park / sheet.file, lambda path, s=sheet: write_table(s, path), force=True)  # type: ignore[misc]  # bound now


def _filled(cells: Cells) -> Cells:
    return {name: text for name, text in cells.items() if text}


def _readings(dump: Dump, known: set[str]) -> Iterator[pl.DataFrame]:
    for _, kind, letter in _METERS:
        for frame in dump.hours(f"tbl_{kind}_hourly", f"{kind}_id"):
            found = frame.with_columns(
                channel=pl.lit(letter) + pl.col("meter"), row=pl.lit(0), column=pl.lit(0),
                sheet=pl.lit(0), flag=pl.lit(0),
            ).drop_nulls(["at", "value"])  # fmt: skip
            yield found.filter(pl.col("channel").is_in(sorted(known))).select(
                pl.col(name).cast(dtype) for name, dtype in TAKEN.items()
            )
