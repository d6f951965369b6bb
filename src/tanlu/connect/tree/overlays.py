"""`overlays/*.yaml`: measures and policies, dated and cited as entries of the catalogue are."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from tanlu.connect.tree.notes import Notes, date_year, label_of, text_at, yaml_of
from tanlu.connect.tree.units import to_base
from tanlu.connect.tree.values import Base, knot_of
from tanlu.errors import Place
from tanlu.plan.tree.branch import ASSUMED, Overlay, Stated, above
from tanlu.units import convert

HOW = ("set", "times", "add")
BETWEEN = ("linear", "step")


def read_overlays(
    folder: Path, units: Mapping[str, str], heat: Mapping[str, float], notes: Notes
) -> dict[str, Overlay]:
    """Every overlay of a folder by its id, in the order of file names."""
    found: dict[str, Overlay] = {}
    for path in sorted((folder / "overlays").glob("*.yaml")):
        name = f"overlays/{path.name}"
        raw = yaml_of(path, notes, name)
        overlay = _overlay(raw, name, units, heat, notes)
        if overlay.overlay_id in found:
            notes.say("tree_wrong_value", Place(name, column="id"), value=overlay.overlay_id,
                      wanted="another id")  # fmt: skip
        found[overlay.overlay_id] = overlay
    return found


def _overlay(
    raw: Mapping[str, Any], name: str, units: Mapping[str, str], heat: Mapping[str, float],
    notes: Notes,
) -> Overlay:  # fmt: skip
    since = date_year(raw["from"], Place(name, column="from"), notes) if "from" in raw else None
    stated = []
    entries = raw.get("values")
    if not isinstance(entries, list):
        notes.say("tree_missing_key", Place(name, column="values"), key="values")
        entries = []
    for n, entry in enumerate(entries):
        place = Place(name, column=f"values[{n}]")
        each = _stated(entry, since, place, units, heat, notes)
        stated += [each] if each else []
    note = label_of(raw["note"], Place(name, column="note"), notes) if "note" in raw else None
    return Overlay(
        text_at(raw, "id", name, notes),
        label_of(raw.get("label", {}), Place(name, column="label"), notes),
        str(raw.get("kind", "measure")), tuple(stated), str(raw.get("cite", ASSUMED)), note,
        tuple(raw.get("policies", ())),
    )  # fmt: skip


def _stated(
    entry: Any, since: int | None, place: Place, units: Mapping[str, str],  # noqa: ANN401 - YAML
    heat: Mapping[str, float], notes: Notes,
) -> Stated | None:  # fmt: skip
    if not isinstance(entry, dict) or not isinstance(entry.get("values"), dict):
        notes.say("tree_missing_key", place, key="values")
        return None
    how, between = entry.get("how", "set"), entry.get("between", "linear")
    for name, value, known in (("how", how, HOW), ("between", between, BETWEEN)):
        if value not in known:
            at = Place(place.file, column=f"{place.column}.{name}")
            notes.say("tree_wrong_value", at, value=value, wanted=", ".join(known))
    key = (str(entry.get("branch", "")), str(entry.get("quantity", "")))
    # a factor on a path has no unit, whatever the path's own unit is
    unit, sector = str(entry.get("unit", "1")), units.get(above(key[0], 1), "1")
    to = _ratio(unit) if how == "times" else partial(
        to_base, *key, unit=unit, activity_unit=sector, heat=heat)  # fmt: skip
    knots, base = [], "1"
    for date, raw in entry["values"].items():
        at = Place(place.file, column=f"{place.column}.{date}")
        cells = raw if isinstance(raw, dict) else {"value": raw}
        taken = knot_of(cells, key, to, at, notes, date_year(date, at, notes))
        if taken is not None:
            knot, base = taken
            knots.append(knot)
    until = None if since is None else since - 1
    ordered = tuple(sorted(knots, key=lambda k: k.year))
    return Stated(*key, ordered, base, how, until, between)


def _ratio(unit: str) -> Base:
    return lambda value: (convert(value, unit, "1"), "1")
