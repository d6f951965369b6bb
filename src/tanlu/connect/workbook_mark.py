"""A user's workbook given back: faulty cells red, reasons beside them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tanlu.connect.heading import find_table
from tanlu.connect.whole import write_file
from tanlu.connect.workbook import scan_workbook
from tanlu.connect.workbook_write import Marks, fill_workbook
from tanlu.errors import Fault
from tanlu.model.book import Draft
from tanlu.model.table import tables


def mark_workbook(
    path_in: Path, faults: Sequence[Fault], path_out: Path, *, force: bool = False
) -> None:
    """Give a workbook back with its faulty cells red and the reasons beside them.

    Args:
        path_in: The user's workbook.
        faults: What is wrong with it.
        path_out: The new workbook; it must not exist unless `force`.
        force: Replace the file that stands there.

    Raises:
        InputError: When the new file exists already or cannot be written, or
            nothing of the old one can be read.
    """
    mark_draft(scan_workbook(path_in), faults, path_out, force=force)


def mark_draft(draft: Draft, faults: Sequence[Fault], path: Path, *, force: bool = False) -> None:
    """Write a park as a workbook whose faulty cells are red and say why.

    Args:
        draft: The park as written.
        faults: What is wrong, each with its place as it was read.
        path: The new workbook; it must not exist unless `force`.
        force: Replace the file that stands there.

    Raises:
        InputError: When the file exists already or cannot be written.
    """
    marks = Marks(_reasons(faults), tuple(faults))
    write_file(path, lambda target: fill_workbook(draft, target, marks), force=force)


def _reasons(faults: Sequence[Fault]) -> Mapping[tuple[str, int | None, str], str]:
    found: dict[tuple[str, int | None, str], str] = {}
    for fault in faults:
        table = table_of(fault)
        if table is None:
            continue
        column = fault.place.column or (tables()[table].id_field if table in tables() else "")
        key = (table, fault.place.row, column)
        said = "\n".join([fault.what("zh"), fault.fix("zh"), fault.what("en"), fault.fix("en")])
        found[key] = f"{found[key]}\n\n{said}" if key in found else said
    return found


def table_of(fault: Fault) -> str | None:
    """The table that a fault sits in, or None when it is of the whole park.

    Example:
        >>> from tanlu.errors import Place
        >>> table_of(Fault("negative", Place("flows.csv", row=2)))
        'flows'
    """
    place = fault.place
    name = place.sheet or place.file.removesuffix(".csv").removesuffix(".yaml")
    if name == "park":
        return name
    return find_table(name)
