"""A park as a folder: `park.yaml` and one CSV file for each table that has rows."""

import csv
from pathlib import Path

from tanlu.connect.card import CARD, read_card, write_card
from tanlu.connect.grid import Grid, read_grid
from tanlu.connect.heading import find_table
from tanlu.connect.text import decode, lines, separator
from tanlu.connect.whole import write_tree
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.measure.cell import near
from tanlu.measure.note import NotedDraft
from tanlu.model.book import Draft, Sheet
from tanlu.model.table import tables
from tanlu.types import Text

HELP = "TEMPLATE.md"  # what a template's folder says about itself; never data
READINGS = "readings"  # the store of a park's readings beside its tables
TREE = "tree"  # its scenario tree, which has a reader of its own
TRACED = "traced"  # hours of its carbon flow, computed from both
_BESIDE = (HELP, READINGS, TREE, TRACED)
MOST_BYTES = 64 * 2**20  # 200,000 rows of 300 characters
MOST_CARD_BYTES = 64 * 2**10
_MB = 2**20
_NO_CARD = Text("it has no park.yaml", "缺少 park.yaml")
_FILES = ", ".join(f"{name}.csv" for name in tables())
_NO_FOLDER = Text("it is not a folder", "不是文件夹")


def read_folder(path: Path) -> NotedDraft:
    """A park from a folder, nothing converted, nothing judged.

    Args:
        path: The folder.

    Returns:
        The draft, with a warning for each encoding guessed and file passed over.

    Raises:
        InputError: When files cannot be read as tables; all of them together.
    """
    draft = scan_folder(path)
    raise_errors(draft.warnings)
    return draft


def scan_folder(path: Path) -> NotedDraft:
    """A park from a folder as far as it can be read, with all faults in `warnings`.

    Args:
        path: The folder.

    Returns:
        The draft; a table that cannot be read is left out.

    Raises:
        InputError: When it is not a folder with a card.
    """
    _check_folder(path)
    faults: list[Fault] = []
    card: dict[str, str] = {}
    sheets: dict[str, Sheet] = {}
    for file in _files(path):
        try:
            if file.name == CARD:
                card = _card(file)
            elif not file.name.startswith(".") and file.name not in _BESIDE:
                _take(file, sheets, faults)
        except InputError as error:
            faults += error.faults
    ordered = {name: sheets[name] for name in tables() if name in sheets}
    return NotedDraft(card, ordered, tuple(faults))


def _check_folder(path: Path) -> None:
    place = Place(str(path))
    if not path.exists():
        raise InputError.of("no_such_file", place, path=path)
    if not path.is_dir():
        raise InputError.of("not_a_park", place, path=path, reason=_NO_FOLDER)
    if not (path / CARD).exists():
        raise InputError.of("not_a_park", place, path=path, reason=_NO_CARD)


def _files(path: Path) -> list[Path]:
    try:
        return sorted(path.iterdir())
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError.of("not_a_park", Place(str(path)), path=path, reason=reason) from error


def _card(file: Path) -> dict[str, str]:
    place = Place(file.name)
    text, _ = decode(_bytes(file, place, MOST_CARD_BYTES), place)
    return read_card(text, place)


def _take(file: Path, sheets: dict[str, Sheet], faults: list[Fault]) -> None:
    place = Place(file.name)
    name = find_table(file.stem)
    if file.suffix.lower() != ".csv" or file.is_dir():
        faults.append(_unread(name, place))
        return
    if name is None:
        raise InputError.of(
            "unknown_table", place, table=file.stem, known=near(file.stem, tables())
        )
    if name in sheets:
        raise InputError.of("duplicate_heading", place, heading=file.name)
    text, guessed = decode(_bytes(file, place, MOST_BYTES), place)
    mark, parted = separator(name, text, place)
    sheet, odd = read_grid(Grid(name, list(lines(text, mark, place)), file.name))
    faults += [*guessed, *parted, *odd]
    sheets[name] = sheet


def _unread(table: str | None, place: Place) -> Fault:
    if table:  # else its emissions would vanish with no more than a warning
        return Fault("unread_table", place, {"table": table})
    return Fault("unread_file", place, {"known": _FILES})


def _bytes(file: Path, place: Place, most: int) -> bytes:
    if file.is_symlink() or not file.is_file():
        raise InputError.of("outside_link", place)
    size = file.stat().st_size
    if size > most:
        raise InputError.of("file_too_large", place, size=_mb(size), most=_mb(most))
    try:
        return file.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError.of("not_a_park", place, path=file.name, reason=reason) from error


def _mb(size: int) -> str:
    return f"{size / _MB:.3g}"


def write_folder(draft: Draft, path: Path, *, force: bool = False) -> None:
    """A park as a folder, written whole or not at all.

    Args:
        draft: The park as written.
        path: The folder; it must not exist, or be empty, unless `force`.
        force: Replace the park that stands there; other files of it stay.

    Raises:
        InputError: When the folder exists already or cannot be written.
    """
    replaced = [CARD, *(f"{name}.csv" for name in tables())]
    write_tree(path, lambda folder: _fill(draft, folder), replaced, force=force)


def _fill(draft: Draft, folder: Path) -> None:
    (folder / CARD).write_text(write_card(draft.card), "utf-8", newline="\n")
    for name in (*tables(), *(n for n in draft.sheets if n not in tables())):
        columns = columns_of(draft.sheet(name))
        rows = filled_rows(draft.sheet(name), columns)
        if rows:
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows([columns, *rows])


def columns_of(sheet: Sheet) -> list[str]:
    """The columns of a table in order, then those that it should not have.

    Example:
        >>> columns_of(Sheet("targets"))[:2]
        ['target_id', 'indicator']
    """
    known = tables()[sheet.name].fields if sheet.name in tables() else {}
    return list(dict.fromkeys([*known, *(name for row in sheet.rows for name in row.cells)]))


def filled_rows(sheet: Sheet, columns: list[str]) -> list[list[str]]:
    """The rows that hold anything, as texts in the order of the columns.

    Example:
        >>> filled_rows(Sheet("targets"), ["target_id"])
        []
    """
    rows = [[row.cells.get(name) or "" for name in columns] for row in sheet.rows]
    return [row for row in rows if any(text.strip() for text in row)]
