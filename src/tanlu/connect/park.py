"""A park at any door: a folder, a workbook, or an archive of a folder."""

import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tanlu.catalog.content import Catalog
from tanlu.connect.archive import check_archive, mending
from tanlu.connect.card import CARD
from tanlu.connect.folder import scan_folder, write_folder
from tanlu.connect.layout import CARD_SHEET
from tanlu.connect.whole import write_file
from tanlu.connect.workbook import scan_workbook
from tanlu.connect.workbook_mark import mark_draft
from tanlu.connect.workbook_write import write_workbook
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.measure.border import check
from tanlu.measure.note import NotedDraft
from tanlu.model.book import Book, Draft
from tanlu.types import Text

_UNKNOWN_KIND = Text("files of the kind {kind} are not read", "不支持 {kind} 类型的文件")
_NO_KIND = Text("it has no ending", "无扩展名")
_NO_CARD = Text("the archive has no single park.yaml", "压缩包中没有唯一的 park.yaml")
_UNSURE = {"unknown_member", "unknown_reference", "unknown_citation"}
_CLOCK = (1980, 1, 1, 0, 0, 0)  # the same park makes the same archive


def open_park(path: Path) -> NotedDraft:
    """A park from a folder, an .xlsx workbook or a .zip of a folder.

    Args:
        path: Where it stands.

    Returns:
        The park as written, with warnings about what had to be guessed.

    Raises:
        InputError: When it cannot be read; all faults together.
    """
    draft = scan_park(path)
    raise_errors(draft.warnings)
    return draft


def scan_park(path: Path) -> NotedDraft:
    """A park as far as it can be read, with all faults in `warnings`.

    Args:
        path: A folder, an .xlsx workbook or a .zip of a folder.

    Returns:
        The draft; tables that cannot be read are left out.

    Raises:
        InputError: When nothing of it can be read.
    """
    try:
        is_file = path.is_file()
    except OSError:  # a name too long, a disk gone
        raise InputError.of("no_such_file", Place(str(path)[:200]), path=str(path)[:200]) from None
    if not is_file:
        return scan_folder(path)
    if path.suffix.lower() == ".zip":
        return _scan_archive(path)
    if path.suffix.lower() in (".xlsx", ".xlsm", ".xls"):
        return scan_workbook(path)
    kind = _UNKNOWN_KIND.fill(kind=path.suffix) if path.suffix else _NO_KIND
    raise InputError.of("not_a_park", Place(path.name), path=path.name, reason=kind)


def load_park(path: Path, catalog: Catalog) -> Book:
    """A park read and checked, with the faults of both together.

    Where a table cannot be read, what refers to it is not blamed.

    Args:
        path: A folder, an .xlsx workbook or a .zip of a folder.
        catalog: The rules.

    Returns:
        The checked park.

    Raises:
        InputError: With every fault of reading and of checking.
    """
    draft = scan_park(path)
    if not any(fault.is_error for fault in draft.warnings):
        return check(draft, catalog)
    try:
        check(replace(draft, warnings=()), catalog)
    except InputError as error:
        sure = [fault for fault in error.faults if _is_sure(fault, draft)]
        raise InputError([*draft.warnings, *sure]) from None
    raise InputError(draft.warnings)


def _is_sure(fault: Fault, draft: NotedDraft) -> bool:
    is_of_card = fault.place.file == CARD or fault.place.sheet == CARD_SHEET
    return fault.code not in _UNSURE and (bool(draft.card) or not is_of_card)


def mark_park(path: Path, faults: Sequence[Fault], marked: Path, *, force: bool = False) -> None:
    """A park as a workbook with its faulty cells marked, whatever it was read from.

    Args:
        path: A folder, an .xlsx workbook or a .zip of a folder.
        faults: What is wrong with it.
        marked: The new workbook; it must not exist unless `force`.
        force: Replace the file that stands there.

    Raises:
        InputError: When the workbook exists already or cannot be written.
    """
    mark_draft(scan_park(path), faults, marked, force=force)


def _scan_archive(path: Path) -> NotedDraft:
    check_archive(path)
    with tempfile.TemporaryDirectory(prefix="tanlu-") as folder:
        _unpack_park(path, Path(folder))
        return scan_folder(Path(folder))


def _unpack_park(path: Path, folder: Path) -> None:
    with mending(Place(path.name)), zipfile.ZipFile(path) as archive:
        cards = [name for name in archive.namelist() if name.split("/")[-1] == CARD]
        if len(cards) != 1:
            raise InputError.of("not_a_park", Place(path.name), path=path.name, reason=_NO_CARD)
        above = cards[0].removesuffix(CARD)
        for entry in archive.infolist():
            _unpack(archive, entry, above, folder)


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, above: str, folder: Path) -> None:
    name = entry.filename.removeprefix(above)
    if entry.is_dir() or "/" in name or not entry.filename.startswith(above):
        return
    with archive.open(entry) as packed, (folder / name).open("wb") as file:
        shutil.copyfileobj(packed, file)


def save_park(draft: Draft, path: Path, *, force: bool = False) -> None:
    """A park as the kind of file that its name says: .xlsx, .zip, or else a folder.

    Args:
        draft: The park as written.
        path: Where it shall stand; it must not exist unless `force`.
        force: Replace what stands there.

    Raises:
        InputError: When it exists already or cannot be written.
    """
    if path.suffix.lower() == ".xlsx":
        write_workbook(draft, path, force=force)
    elif path.suffix.lower() == ".zip":
        write_file(path, lambda target: _pack(draft, target), force=force)
    else:
        write_folder(draft, path, force=force)


def _pack(draft: Draft, path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="tanlu-") as folder:
        write_folder(draft, Path(folder))
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(Path(folder).iterdir()):
                archive.writestr(zipfile.ZipInfo(file.name, _CLOCK), file.read_bytes())
