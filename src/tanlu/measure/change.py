"""Two versions of a park as written: which rows came, went and changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from tanlu.model.book import Draft, Sheet
from tanlu.model.table import Table, tables


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that differs between two versions."""

    row_id: str
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened to a table: codes of rows added and removed, cells changed."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything happened."""
        return bool(self.added or self.removed or self.changed)


def compare(old: Draft, new: Draft) -> dict[str, Changes]:
    """What changed from one version of a park to the next, by table and row.

    Args:
        old: The earlier version.
        new: The later version.

    Returns:
        Changes by table; tables without a change are left out. The card's
        changes stand under `park`.

    Example:
        >>> compare(Draft({"note": "a"}, {}), Draft({"note": "b"}, {}))["park"].changed[0].after
        'b'
    """
    found = {"park": _compare({"park": old.card}, {"park": new.card})}
    for name, table in tables().items():
        found[name] = _compare(_rows(table, old.sheet(name)), _rows(table, new.sheet(name)))
    return {name: changes for name, changes in found.items() if changes}


def _rows(table: Table, sheet: Sheet) -> dict[str, Mapping[str, str]]:
    return {row.cells.get(table.id_field, "").strip(): row.cells for row in sheet.rows}


def _compare(old: Mapping[str, Mapping[str, str]], new: Mapping[str, Mapping[str, str]]) -> Changes:
    return Changes(
        added=tuple(name for name in new if name not in old),
        removed=tuple(name for name in old if name not in new),
        changed=tuple(
            change for name in new if name in old for change in _cells(name, old[name], new[name])
        ),
    )


def _cells(name: str, old: Mapping[str, str], new: Mapping[str, str]) -> list[Change]:
    columns = dict.fromkeys((*old, *new))
    changes = [Change(name, c, old.get(c, "").strip(), new.get(c, "").strip()) for c in columns]
    return [change for change in changes if change.before != change.after]
