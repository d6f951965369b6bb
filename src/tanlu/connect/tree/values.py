"""`branches.csv`, `values.csv` and `ages.csv` of a tree."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tanlu.connect.plain import read_plain
from tanlu.connect.tree.notes import Notes, number_of, year_of
from tanlu.connect.tree.units import activity_unit_of, placed, to_base
from tanlu.errors import InputError, Place
from tanlu.model.book import Row, Sheet
from tanlu.plan.tree.branch import ASSUMED, DEPTH, SUPPLY, Knot, Stated, above
from tanlu.plan.tree.place import quantities_of
from tanlu.types import Text

Base = Callable[[float], tuple[float, str]]
_NEEDED = {"branches": ("branch",), "values": ("branch", "quantity", "year", "value"),
           "ages": ("branch", "age")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Branches:
    """Leaves of demand, plants with what they burn, and names."""

    leaves: tuple[str, ...]
    plants: tuple[str, ...]
    labels: Mapping[str, Text]


def sheet_at(folder: Path, name: str, notes: Notes) -> Sheet:
    """A table of the folder; empty, with its faults, when it cannot be read."""
    try:
        sheet = read_plain(folder / f"{name}.csv")
    except InputError as error:
        notes.faults += error.faults
        return Sheet(name)
    heads = set(sheet.rows[0].cells) if sheet.rows else set(_NEEDED[name])
    for key in _NEEDED[name]:
        if key not in heads:
            notes.say("tree_missing_key", Place(f"{name}.csv", row=1, column=key), key=key)
    return sheet if heads >= set(_NEEDED[name]) else Sheet(name)


def read_branches(sheet: Sheet, notes: Notes) -> Branches:
    """Branches in the order in which they are written."""
    written: dict[str, Row] = {}
    for row in sheet.rows:
        branch = row.cells["branch"]
        place = Place("branches.csv", row=row.number, column="branch")
        if branch in written:
            notes.say("duplicate_row", place, row=written[branch].number)
        if not _is_branch(branch):
            notes.say("tree_wrong_value", place, value=branch, wanted="a/b/c/d/fuel")
        written.setdefault(branch, row)
    inner = {above(b, n) for b in written for n in range(1, b.count("/") + 1)}
    ends = [b for b in written if b not in inner]
    leaves = tuple(b for b in ends if not _is_supply(b) and b.count("/") == DEPTH - 1)
    plants = tuple(b for b in ends if _is_supply(b) and b.count("/") >= 2)
    for branch in ends:
        if branch not in leaves and branch not in plants and not _is_supply(branch):
            place = Place("branches.csv", row=written[branch].number, column="branch")
            notes.say("tree_wrong_value", place, value=branch, wanted="a/b/c/d/fuel")
    labels = {b: Text(row.cells.get("name_en", ""), row.cells.get("name_zh", ""))
              for b, row in written.items() if row.cells.get("name_en")}  # fmt: skip
    return Branches(leaves, plants, labels)


def _is_branch(branch: str) -> bool:
    parts = branch.split("/")
    return all(part and not set(part) & set("~:") for part in parts) and len(parts) <= DEPTH


def _is_supply(branch: str) -> bool:
    return branch.split("/", maxsplit=1)[0] == SUPPLY


def read_values(sheet: Sheet, heat: Mapping[str, float], notes: Notes) -> tuple[Stated, ...]:
    """All statements of the tree itself, in base units, those of a quantity together."""
    units = _activity_units(sheet, notes)
    found: dict[tuple[str, str], list[Knot]] = {}
    base: dict[tuple[str, str], str] = {}
    for row in sheet.rows:
        key = (row.cells["branch"], row.cells["quantity"])
        unit, sector = row.cells.get("unit") or "1", units.get(above(key[0], 1), "1")
        to = partial(to_base, *key, unit=unit, activity_unit=sector, heat=heat)
        taken = knot_of(row.cells, key, to, Place("values.csv", row=row.number), notes)
        if taken is not None:
            knot, base[key] = taken
            found.setdefault(key, []).append(knot)
    return tuple(
        Stated(*key, tuple(sorted(knots, key=lambda k: k.year)), base[key])
        for key, knots in found.items()
    )


def _activity_units(sheet: Sheet, notes: Notes) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in sheet.rows:
        if row.cells["quantity"] == "activity":
            place = Place("values.csv", row=row.number, column="unit")
            try:
                unit = activity_unit_of(row.cells.get("unit") or "1")
            except InputError as error:
                notes.faults += placed(error, place)
                continue
            found.setdefault(row.cells["branch"], unit)
    return found


def activity_units(stated: Sequence[Stated]) -> dict[str, str]:
    """The base unit of each sector's activity."""
    return {s.branch: s.unit for s in stated if s.quantity == "activity"}


def knot_of(
    cells: Mapping[str, str], key: tuple[str, str], base: Base, place: Place, notes: Notes,
    year: int | None = None,
) -> tuple[Knot, str] | None:  # fmt: skip
    """One stated value in base units, with its unit; None, with faults, when it is none.

    Args:
        cells: `value`, and perhaps `year`, `low`, `high`, `cite`, `note`.
        key: Branch and quantity.
        base: Turns a number as written into base units.
        place: Of the row or entry.
        notes: Takes the faults.
        year: The year, when `cells` has none.
    """
    if not _is_known(key, place, notes):
        return None
    before = len(notes.faults)
    at = year_of(cells.get("year"), _at(place, "year"), notes) if year is None else year
    numbers = {name: number_of(cells[name], _at(place, name), notes)
               for name in ("value", "low", "high") if cells.get(name)}  # fmt: skip
    if "value" not in numbers:
        notes.say("tree_missing_key", _at(place, "value"), key="value")
    if len(notes.faults) > before:
        return None
    try:
        found = {n: base(v or 0.0) for n, v in numbers.items()}
    except InputError as error:
        notes.faults += placed(error, _at(place, "unit"))
        return None
    low, high = (found[n][0] if n in found else None for n in ("low", "high"))
    cite, note = cells.get("cite") or ASSUMED, cells.get("note") or ""
    return Knot(at, found["value"][0], low, high, cite, note), found["value"][1]


def _is_known(key: tuple[str, str], place: Place, notes: Notes) -> bool:
    branch, quantity = key
    known = quantities_of(branch)
    if quantity not in known:
        params = {"branch": branch, "quantity": quantity, "known": ", ".join(sorted(known)) or "—"}
        notes.say("tree_no_quantity", _at(place, "quantity"), **params)
    return quantity in known


def _at(place: Place, column: str) -> Place:
    named = f"{place.column}.{column}" if place.column else column
    return Place(place.file, row=place.row, column=named)


def read_ages(sheet: Sheet, notes: Notes) -> dict[str, dict[str, list[tuple[float, float]]]]:
    """By device: `survival` (share that stands, by age) and `share` (of the base stock)."""
    found: dict[str, dict[str, list[tuple[float, float]]]] = {}
    for row in sheet.rows:
        place = Place("ages.csv", row=row.number)
        age = number_of(row.cells["age"], _at(place, "age"), notes)
        for name in ("survival", "share"):
            if row.cells.get(name) and age is not None:
                value = number_of(row.cells[name], _at(place, name), notes)
                own = found.setdefault(row.cells["branch"], {})
                own.setdefault(name, []).append((age, value or 0.0))
    return found
