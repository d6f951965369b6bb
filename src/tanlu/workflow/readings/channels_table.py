"""A park's folder made ready for a file: the card, and channels that it has not yet."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tanlu.catalog.load import load_catalog
from tanlu.connect.card import CARD
from tanlu.connect.folder import columns_of, filled_rows, read_folder, scan_folder, write_folder
from tanlu.connect.readings.spec import Spec, code_of, is_code
from tanlu.connect.whole import write_file
from tanlu.errors import Fault, InputError, Place
from tanlu.measure.border import check
from tanlu.model.book import PARK, WORLD, Draft, Row, Sheet
from tanlu.model.channel import Channel
from tanlu.units import find_unit
from tanlu.workflow.open import bundled

_TABLE = "channels"


def is_park(path: Path) -> bool:
    """Whether a folder holds a park."""
    return (path / CARD).is_file()


def start_park(path: Path, zone: str) -> None:
    """Make a park's folder, empty but for its card.

    Args:
        path: The folder, new or empty; its name becomes the park's.
        zone: IANA name by which its days are counted.

    Raises:
        InputError: When something else stands there.
    """
    name = path.resolve().name or "park"
    card = dict(read_folder(bundled("empty")).card)
    card |= {"park_id": _park_id(name), "time_zone": zone}
    card |= {"name_en": name, "name_zh": name}
    write_folder(Draft(card, {}), path)


def _park_id(name: str) -> str:
    if name.casefold() in (PARK, WORLD):  # these words mean something else in the tables
        return f"{name}-1"
    return name if is_code(name) else code_of(name)


def conflicts(specs: Sequence[Spec], park: dict[str, Channel], file: str) -> list[Fault]:
    """Where a file says of a channel something else than the park.

    Args:
        specs: The file's channels.
        park: The park's channels.
        file: Name of the map, for messages.
    """
    faults = []
    for spec in specs:
        known = park.get(spec.channel_id)
        if known is None:
            continue
        pairs: list[tuple[str, object, object]] = [
            ("kind", spec.kind, known.kind),
            ("minutes", spec.grid, known.minutes),
        ]
        if spec.kind != "interval" or known.kind != "interval":
            pairs = pairs[:1]
        if spec.multiplier is not None:
            pairs.append(("multiplier", spec.multiplier, known.multiplier))
        if not _fits(spec.unit, known.unit):
            pairs.append(("unit", spec.unit, known.unit))
        place = Place(file, column=spec.channel_id)
        faults += [
            Fault(
                "channel_differs",
                place,
                {"channel": spec.channel_id, "key": k, "said": a, "kept": b},
            )
            for k, a, b in pairs
            if a != b
        ]
    return faults


def _fits(said: str, kept: str) -> bool:
    one, two = find_unit(said), find_unit(kept)
    return one is not None and two is not None and one.dimension == two.dimension


def add_channels(path: Path, specs: Sequence[Spec], file: str) -> list[str]:
    """Add channels to a park's table, in its folder, whole or not at all.

    Args:
        path: The park's folder.
        specs: The file's channels; those that the park has are left as they are.
        file: Name of the map, for messages.

    Returns:
        The codes that were added.

    Raises:
        InputError: When a new row is faulty, such as of a carrier nobody knows.
    """
    draft = scan_folder(path)
    sheet = draft.sheet(_TABLE)
    has = {row.cells.get("channel_id", "") for row in sheet.rows}
    fresh = [spec for spec in specs if spec.is_declared and spec.channel_id not in has]
    if not fresh:
        return []
    last = max((row.number for row in sheet.rows), default=1)
    rows = [Row(last + at, _cells(spec)) for at, spec in enumerate(fresh, start=1)]
    wider = Sheet(_TABLE, [*sheet.rows, *rows], sheet.file or f"{_TABLE}.csv")
    changed = replace(draft, sheets={**draft.sheets, _TABLE: wider})
    _check(changed, {last + at: spec.channel_id for at, spec in enumerate(fresh, start=1)}, file)
    write_file(path / wider.file, lambda target: write_table(wider, target), force=True)
    return [spec.channel_id for spec in fresh]


def _cells(spec: Spec) -> dict[str, str]:
    cells = {
        "channel_id": spec.channel_id,
        "member_id": spec.member_id,
        "carrier": spec.carrier,
        "unit": spec.unit,
        "kind": spec.kind,
        "minutes": str(spec.grid) if spec.grid else "",
        "multiplier": "" if spec.multiplier is None else f"{spec.multiplier:.15g}",
        "name_en": spec.name,
        "name_zh": spec.name,
    }
    return {name: text for name, text in cells.items() if text}


def _check(draft: Draft, fresh: dict[int, str], file: str) -> None:
    try:
        check(draft, load_catalog())
    except InputError as error:
        raise InputError([_blamed(fault, fresh, file) for fault in error.faults]) from None


def _blamed(fault: Fault, fresh: dict[int, str], file: str) -> Fault:
    channel = fresh.get(fault.place.row or 0) if fault.place.file.startswith(_TABLE) else None
    if channel is None:
        return fault
    return replace(fault, place=Place(file, column=f"{channel}: {fault.place.column}"))


def write_table(sheet: Sheet, path: Path) -> None:
    """Write a table with the columns that hold anything."""
    columns = columns_of(sheet)
    rows = filled_rows(sheet, columns)
    used = [at for at, name in enumerate(columns) if any(row[at] for row in rows) or name == "unit"]
    lines = [[columns[at] for at in used], *([row[at] for at in used] for row in rows)]
    with path.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, lineterminator="\n").writerows(lines)
