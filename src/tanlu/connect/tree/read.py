"""A tree from its folder, all faults together."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tanlu.connect.tree.notes import Notes, number_of, text_at, yaml_of, year_of
from tanlu.connect.tree.overlays import read_overlays
from tanlu.connect.tree.values import (
    activity_units,
    read_ages,
    read_branches,
    read_values,
    sheet_at,
)
from tanlu.errors import Place, raise_errors
from tanlu.plan.tree.branch import Case, Stated, Survival, Tree
from tanlu.plan.tree.place import known_branches
from tanlu.types import Text

CARD = "tree.yaml"


@dataclass(frozen=True, slots=True)
class TreeFolder:
    """A tree as read; `park` is where its base year is accounted, empty when nowhere."""

    tree: Tree
    park: str


def read_tree(folder: Path, heat: Mapping[str, float] | None = None) -> TreeFolder:
    """A tree from its folder.

    Args:
        folder: Holds `tree.yaml`, `branches.csv`, `values.csv`, perhaps `ages.csv` and
            `overlays/*.yaml`.
        heat: Net calorific value per coal equivalent by carrier, as the park's inventory
            took it; `carriers` of the card comes before it. [GJ/tce]

    Returns:
        The tree in base units.

    Raises:
        InputError: With every fault, each with file and row or key.
    """
    notes = Notes()
    card = yaml_of(folder / CARD, notes, CARD)
    raise_errors(notes.faults)
    heats = {**(heat or {}), **_heats(card, notes)}
    branches = read_branches(sheet_at(folder, "branches", notes), notes)
    stated = read_values(sheet_at(folder, "values", notes), heats, notes)
    overlays = read_overlays(folder, activity_units(stated), heats, notes)
    ages = read_ages(sheet_at(folder, "ages", notes), notes) if _has(folder, "ages") else {}
    tree = Tree(
        text_at(card, "tree_id", CARD, notes),
        Text(text_at(card, "name_en", CARD, notes), text_at(card, "name_zh", CARD, notes)),
        year_of(card.get("base_year"), Place(CARD, column="base_year"), notes),
        year_of(card.get("end_year"), Place(CARD, column="end_year"), notes),
        branches.leaves, branches.plants, stated, overlays, _cases(card, notes),
        branches.labels, _survival(stated, ages, notes),
        {d: tuple(own["share"]) for d, own in ages.items() if "share" in own}, heats,
    )  # fmt: skip
    _check(tree, notes)
    raise_errors(notes.faults)
    return TreeFolder(tree, str(card.get("park", "")))


def _has(folder: Path, name: str) -> bool:
    return (folder / f"{name}.csv").is_file()


def _heats(card: Mapping[str, Any], notes: Notes) -> dict[str, float]:
    found = {}
    carriers = card.get("carriers", {})
    for carrier, own in (carriers if isinstance(carriers, dict) else {}).items():
        place = Place(CARD, column=f"carriers.{carrier}.gj_per_tce")
        value = number_of(own.get("gj_per_tce") if isinstance(own, dict) else own, place, notes)
        found[carrier] = value or 1.0
    return found


def _cases(card: Mapping[str, Any], notes: Notes) -> dict[str, Case]:
    found: dict[str, Case] = {}
    entries = card.get("scenarios")
    if not isinstance(entries, list) or not entries:
        notes.say("tree_missing_key", Place(CARD, column="scenarios"), key="scenarios")
        return {}
    for n, raw in enumerate(entries):
        if not isinstance(raw, dict):
            place = Place(CARD, column=f"scenarios[{n}]")
            notes.say("tree_wrong_value", place, value=str(raw), wanted="{scenario_id: …}")
            continue
        names = [text_at(raw, key, CARD, notes) for key in ("scenario_id", "name_en", "name_zh")]
        found[names[0]] = Case(names[0], Text(*names[1:]), tuple(raw.get("overlays", ())))
    return found


def _survival(
    stated: tuple[Stated, ...], ages: Mapping[str, Mapping[str, Any]], notes: Notes
) -> dict[str, Survival]:
    told = {(s.branch, s.quantity): s.knots[0].value for s in stated if s.knots}
    found = {}
    siblings = {b.rpartition("/")[0] for b, q in told if q == "stock"}
    kinds = {b for b, q in told if q in ("stock", "life", "sales_share")}
    for device in sorted(k for k in kinds if k.rpartition("/")[0] in siblings):
        table = tuple(ages.get(device, {}).get("survival", ()))
        life = told.get((device, "life"))
        if life is None and not table:
            notes.say("tree_no_life", Place("values.csv", column="life"), branch=device)
            continue
        found[device] = Survival(life or 0.0, told.get((device, "shape")), table)
    return found


def _check(tree: Tree, notes: Notes) -> None:
    known = known_branches(tree)
    said = [("values.csv", s) for s in tree.stated]
    said += [(f"overlays {o.overlay_id}", s) for o in tree.overlays.values() for s in o.stated]
    for file, each in said:
        if each.branch not in known:
            params = {"branch": each.branch, "quantity": each.quantity}
            near = ", ".join(sorted(b for b in known if b[:3] == each.branch[:3])) or "—"
            notes.say("tree_no_branch", Place(file, column="branch"), **params, known=near)
    for n, case in enumerate(tree.cases.values()):
        for overlay in case.overlays:
            if overlay not in tree.overlays:
                place = Place(CARD, column=f"scenarios[{n}].overlays")
                listed = ", ".join(sorted(tree.overlays)) or "—"
                notes.say("tree_no_overlay", place, overlay=overlay, scenario=case.case_id,
                          known=listed)  # fmt: skip
    if tree.end_year <= tree.base_year:
        notes.say("tree_wrong_value", Place(CARD, column="end_year"), value=str(tree.end_year),
                  wanted=f"> {tree.base_year}")  # fmt: skip
    if not tree.leaves:
        notes.say("tree_missing_key", Place("branches.csv"), key="branch")
