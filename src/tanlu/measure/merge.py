"""A filled template merged into a park: records that are there are corrected, others added."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from tanlu.catalog.content import Catalog
from tanlu.errors import Fault, InputError, Place
from tanlu.measure.note import NotedDraft
from tanlu.model.book import PARK, Draft, Row, Sheet
from tanlu.model.table import Field, Table, tables
from tanlu.periods import find_period

_JOIN = re.compile(r"[^\w.]+")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Merged:
    """A park with the rows of a file in it, and where each of those rows was read."""

    draft: NotedDraft
    origin: Mapping[tuple[str, int], Place]
    added: int
    changed: int
    same: int


@dataclass(slots=True)
class _Count:
    origin: dict[tuple[str, int], Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    same: int = 0


def merge(park: Draft, given: Draft, catalog: Catalog) -> Merged:
    """Put the rows of a file into a park, with no record twice.

    A row with a known code, or that says what a known row says (same member,
    carrier, period and so on), corrects it: filled cells replace, blank cells
    leave what stood there. A row without a code gets one. Nothing is removed.

    Args:
        park: The park as it stands.
        given: The filled template, or any park file.
        catalog: For the names of carriers.

    Returns:
        The merged park as written, with warnings of corrections by likeness.

    Raises:
        InputError: When the file is of another park.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> row = Row(2, {"member_id": "a", "kind": "enterprise"})
        >>> new = Draft({}, {"members": Sheet("members", [row])})
        >>> found = merge(Draft({"park_id": "p"}, {}), new, load_catalog())
        >>> found.added, found.draft.sheet("members").rows[0].cells["member_id"]
        (1, 'a')
    """
    _check_park(park, given)
    count = _Count()
    sheets = dict(park.sheets)
    for name, sheet in given.sheets.items():
        if name in tables():
            keyed = _Keys(tables()[name], park.card.get("park_id", ""), catalog)
            sheets[name] = _merged(park.sheet(name), sheet, keyed, count)
        else:
            sheets[name] = sheet  # the border says what is wrong with it
    draft = NotedDraft(park.card, sheets, tuple(count.faults))
    return Merged(draft, count.origin, count.added, count.changed, count.same)


def at_origin(fault: Fault, merged: Merged) -> Fault:
    """A fault with its place in the file that the row came from."""
    place = fault.place
    name = place.sheet or place.file.removesuffix(".csv")
    found = merged.origin.get((name, place.row or -1))
    if found is None:
        return fault
    return replace(fault, place=replace(found, column=place.column))


def _check_park(park: Draft, given: Draft) -> None:
    wanted, found = park.card.get("park_id", ""), given.card.get("park_id", "").strip()
    if found and found != wanted:
        raise InputError.of("other_park", found=found, wanted=wanted)


@dataclass(frozen=True, slots=True)
class _Keys:
    """How rows of a table are told apart."""

    table: Table
    park_id: str
    catalog: Catalog

    def row_id(self, row: Row) -> str:
        return row.cells.get(self.table.id_field, "").strip()

    def key(self, row: Row) -> tuple[str, ...] | None:
        """What the row is about; None where only its code tells."""
        if self.table.key == (self.table.id_field,):
            return None
        return tuple(self._plain(row, self.table.fields[name]) for name in self.table.key)

    def _plain(self, row: Row, column: Field) -> str:
        text = row.cells.get(column.name, "").strip()
        if column.kind == "carrier":
            carrier = self.catalog.find_carrier(text) if text else None
            return carrier.carrier_id if carrier else text
        if column.kind == "period":
            return str(find_period(text) or text)
        is_park = column.ref == "members" and text in ("", self.park_id)
        return PARK if is_park else text

    def new_id(self, row: Row, taken: Mapping[str, int]) -> str:
        """A code for a row that has none, from what it is about."""
        parts = self.key(row) or (self.table.name, str(row.number))
        joined = _JOIN.sub("-", "-".join(p for p in parts if p))[:_LONGEST].strip("-.")
        stem = joined or self.table.name
        return next(name for name in _names(stem) if name not in taken)


def _names(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def _merged(old: Sheet, new: Sheet, keys: _Keys, count: _Count) -> Sheet:
    rows = list(old.rows)
    by_id = {keys.row_id(row): at for at, row in enumerate(rows)}
    by_key = {key: at for at, row in enumerate(rows) if (key := keys.key(row)) is not None}
    following = max((row.number for row in rows), default=1) + 1
    for row in new.rows:
        if not any(text.strip() for text in row.cells.values()):
            continue
        at = _place_of(row, keys, by_id, by_key)
        if at is None:
            name = keys.row_id(row) or keys.new_id(row, by_id)
            cells = {**row.cells, keys.table.id_field: name}
            rows.append(Row(following, cells))
            by_id[name] = at = len(rows) - 1
            key = keys.key(rows[at])
            if key is not None:
                by_key[key] = at
            following += 1
            count.added += 1
        else:
            rows[at] = _corrected(rows[at], row, new, keys, count)
        count.origin[(new.name, rows[at].number)] = new.place(row.number)
    return Sheet(old.name, rows, old.file, old.sheet)


def _place_of(
    row: Row, keys: _Keys, by_id: Mapping[str, int], by_key: Mapping[tuple[str, ...], int]
) -> int | None:
    name = keys.row_id(row)
    if name in by_id and name:
        return by_id[name]
    key = keys.key(row)
    return by_key.get(key) if key is not None else None


def _corrected(old: Row, new: Row, sheet: Sheet, keys: _Keys, count: _Count) -> Row:
    name, given = keys.row_id(old), keys.row_id(new)
    if given and given != name:
        count.faults.append(Fault("merged_same_record", sheet.place(new.number), {"record": name}))
    filled = {c: text for c, text in new.cells.items() if text.strip()}
    cells = {**old.cells, **filled, keys.table.id_field: name}
    is_same = all(cells[c].strip() == old.cells.get(c, "").strip() for c in cells)
    count.same += is_same
    count.changed += not is_same
    return Row(old.number, cells)
