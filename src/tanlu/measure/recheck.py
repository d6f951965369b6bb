"""Checking again only what changed: a new factor does not ask how records are written."""

from dataclasses import replace

from tanlu.catalog.content import Catalog
from tanlu.errors import Fault
from tanlu.measure.border import check
from tanlu.model.book import PLAIN_TABLES, Book, Draft, Sheet

_HEAVY = ("activities", "flows", "indicators")  # nothing in the plain ones depends on them


def recheck(old: Book, draft: Draft, catalog: Catalog) -> Book:
    """A draft checked, records that stand as before taken from the checked park.

    Args:
        old: The park as checked before.
        draft: The park as it is to be.
        catalog: The rules that `old` was checked against.

    Returns:
        The same as `check(draft, catalog)`.

    Raises:
        InputError: With every fault of every table.

    Example:
        See `tests/unit/measure/test_recheck.py`: as if all had been checked.
    """
    if not _is_light(old.draft, draft):
        return check(draft, catalog)
    empty = {name: Sheet(name) for name in _HEAVY}
    light = check(replace(draft, sheets={**draft.sheets, **empty}), catalog)
    heavy = {name: old.tables[name] for name in _HEAVY}
    warnings = [fault for fault in light.warnings if _table(fault) not in _HEAVY]
    warnings += [fault for fault in old.warnings if _table(fault) in _HEAVY]
    return Book(light.park, {**light.tables, **heavy}, draft, tuple(warnings))


def _is_light(old: Draft, new: Draft) -> bool:
    # what records refer to must stand as it stood; factors refer to others, nobody to them
    names = {*old.sheets, *new.sheets} - {"factors"}
    is_same = all(_is_same(old.sheet(name), new.sheet(name)) for name in names)
    is_plain = not any(new.sheet(name).rows for name in new.sheets.keys() - PLAIN_TABLES)
    return is_plain and is_same and dict(old.card) == dict(new.card)


def _is_same(old: Sheet, new: Sheet) -> bool:
    return old is new or list(old.rows) == list(new.rows)


def _table(fault: Fault) -> str:
    return fault.place.sheet or fault.place.file.removesuffix(".csv")
