"""A table under examination: its columns as values, its faults with their places."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tanlu.errors import Fault
from tanlu.measure.cell import near, read_cell
from tanlu.measure.flaw import Flaw
from tanlu.model.book import Sheet
from tanlu.model.table import Field, Table

MOST_ROWS = 500_000  # years of monthly records of a large park; more are meter readings
MOST_ALIKE = 200  # faults of one kind in one column that are listed one by one


@dataclass(slots=True)
class Page:
    """A table while it is examined.

    `columns` holds a list per column, None where a cell is blank or faulty.
    """

    table: Table
    sheet: Sheet
    numbers: list[int]
    columns: dict[str, list[Any]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    alike: dict[tuple[str, str], int] = field(default_factory=dict)

    def blame(self, index: int, column: str, code: str, **params: object) -> None:
        """Note what is wrong with a cell; the cell then counts as blank."""
        self.note(index, column, Flaw(code, params))
        if column in self.columns:
            self.columns[column][index] = None

    def note(self, index: int, column: str, flaw: Flaw) -> None:
        """Note what is odd about a cell and leave it as it is."""
        count = self.alike.get((column, flaw.code), 0) + 1
        self.alike[(column, flaw.code)] = count
        if count <= MOST_ALIKE:
            self.faults.append(flaw.at(self.sheet.place(self.numbers[index], column)))

    def all_faults(self) -> list[Fault]:
        """The faults by row; kinds that fill a column are summed up at the end."""
        order = {name: at for at, name in enumerate(self.table.fields)}
        ordered = sorted(
            self.faults, key=lambda f: (f.place.row or 0, order.get(f.place.column, 0))
        )
        return ordered + [
            Fault("more_alike", self.sheet.place(column=column), {"count": count - MOST_ALIKE})
            for (column, _), count in self.alike.items()
            if count > MOST_ALIKE
        ]

    def rows(self, *names: str) -> list[tuple[Any, ...]]:
        """The values of some columns, row by row."""
        return list(zip(*(self.columns[name] for name in names), strict=True))

    @property
    def size(self) -> int:
        """Number of rows."""
        return len(self.numbers)


def open_page(table: Table, sheet: Sheet) -> Page:
    """Read a sheet's cells into columns of values, noting every flaw.

    Args:
        table: The shape that the sheet must have.
        sheet: The rows as written.

    Returns:
        The page; it has all columns of the table, whatever the sheet has.

    Example:
        >>> from tanlu.model.table import tables
        >>> open_page(tables()["members"], Sheet("members")).size
        0
    """
    if len(sheet.rows) > MOST_ROWS:
        page = _blank_page(table, sheet)
        page.faults.append(_too_many(sheet))
        return page
    page = Page(table, sheet, [row.number for row in sheet.rows])
    present = {name for row in sheet.rows for name in row.cells}
    _check_headings(page, present)
    for column in table.fields.values():
        page.columns[column.name] = _column(page, column, is_present=column.name in present)
    return page


def _blank_page(table: Table, sheet: Sheet) -> Page:
    return Page(table, sheet, [], {name: [] for name in table.fields})


def _too_many(sheet: Sheet) -> Fault:
    return Fault("too_many_rows", sheet.place(), {"count": len(sheet.rows), "most": MOST_ROWS})


def _check_headings(page: Page, present: set[str]) -> None:
    for name in sorted(present - set(page.table.fields)):
        params: dict[str, object] = {
            "column": name[:80],
            "known": near(name, page.table.fields),
        }
        page.faults.append(Fault("unknown_column", page.sheet.place(column=name[:80]), params))
    for column in page.table.fields.values():
        if page.size and column.is_required and column.name not in present:
            place = page.sheet.place(column=column.name)
            page.faults.append(Fault("missing_column", place, {"column": column.label}))


def _column(page: Page, column: Field, *, is_present: bool) -> list[Any]:
    if not is_present:
        return [None] * page.size
    texts = [row.cells.get(column.name) or "" for row in page.sheet.rows]
    known = {text: read_cell(text, column) for text in set(texts)}
    values = [known[text] for text in texts]
    if any(isinstance(value, Flaw) for value in known.values()):
        _note_flaws(page, column.name, values)
    return [None if isinstance(value, Flaw) else value for value in values]


def _note_flaws(page: Page, column: str, values: Sequence[Any]) -> None:
    for index, value in enumerate(values):
        if isinstance(value, Flaw):
            page.note(index, column, value)
