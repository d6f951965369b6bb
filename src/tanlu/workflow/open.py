"""A park on disk to a checked book; and the parks that tanlu brings along."""

import shutil
from importlib.resources import files
from pathlib import Path

from tanlu.account.prepare.prepare import prepare
from tanlu.catalog.load import load_catalog
from tanlu.catalog.overlay import ancestry
from tanlu.connect.folder import TREE
from tanlu.connect.park import load_park
from tanlu.model.book import Book


def open_book(path: Path) -> Book:
    """Read and check a park.

    Args:
        path: A folder, an .xlsx workbook, or a .zip of a folder.

    Returns:
        The checked park.

    Raises:
        InputError: With every fault, each with file, sheet, row and way out.
    """
    catalog = load_catalog()
    book = load_park(path, catalog)
    # records that do not fit together are refused here, before anything is computed
    prepare(book, catalog.carriers, ancestry(book.table("members"), book.park.park_id))
    return book


def bring_tree(name: str, folder: Path) -> None:
    """Put the scenario tree of a bundled park, if it has one, beside the tables of a new park."""
    if (bundled(name) / TREE).is_dir():
        shutil.copytree(bundled(name) / TREE, folder / TREE, dirs_exist_ok=True)


def bundled(name: str) -> Path:
    """The folder of a park that comes with tanlu.

    Example:
        >>> bundled("ganzhou").name
        'ganzhou'
    """
    return Path(str(files("tanlu.workflow"))) / "parks" / name
