"""A folder of parks: each a sub-folder with its `park.yaml`, or the folder itself one park.

What was edited in the browser is not reverted: a park comes in again only when its
folder says something else than what was last brought in from there.
"""

import hashlib
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from tanlu.connect.card import CARD
from tanlu.connect.folder import read_folder, write_folder
from tanlu.errors import Fault, InputError, NotFoundError, Place, TanluError, raise_errors
from tanlu.model.book import Book
from tanlu.store.brought import Brought, brought, note_brought
from tanlu.store.parks import pack, park_ids
from tanlu.workflow.desk import Desk, bring_in, follow_catalog, new_desk
from tanlu.workflow.open import bring_tree, bundled, open_book

OWN = ".tanlu"
_LOOK_EVERY_S = 1.0
Signature = tuple[tuple[str, int, int], ...]


@dataclass
class DataFolder:
    """A folder of parks that a desk follows."""

    desk: Desk
    path: Path
    faults: dict[Path, Sequence[Fault]] = field(default_factory=dict)
    _seen: dict[Path, Signature] = field(default_factory=dict)
    _looked: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def is_due(self) -> bool:
        """Whether the last look is a second old."""
        return time.monotonic() - self._looked >= _LOOK_EVERY_S

    def look(self, *, now: bool = False) -> None:
        """Bring in what changed on disk; at most once a second unless `now`."""
        with self._lock:
            if not (now or self.is_due()):
                return
            for folder in park_folders(self.path):
                self._look_at(folder)
            self._looked = time.monotonic()

    def _look_at(self, folder: Path) -> None:
        signature = _signature(folder)
        if self._seen.get(folder) == signature:
            return
        self._seen[folder] = signature
        try:
            _take(self.desk, folder)
            self.faults.pop(folder, None)
        except TanluError as error:  # the other parks are served all the same
            self.faults[folder] = error.faults

    def has_parks(self) -> bool:
        """Whether there is any park yet."""
        return bool(park_ids(self.desk.engine))

    def park_id(self, name: str) -> str:
        """The park that a park id, or the name of a folder, means.

        Raises:
            NotFoundError: When there is none.
        """
        self.look()
        if name not in (known := park_ids(self.desk.engine)):
            self.look(now=True)
            known = park_ids(self.desk.engine)
        return _named(name, known, self.desk.homes)


def _named(name: str, known: Sequence[str], homes: Mapping[str, Path]) -> str:
    if name in known:
        return name
    for park_id, home in homes.items():
        if home.name == name:
            return park_id
    raise NotFoundError.of("not_found", thing=name)


def begin(desk: Desk, data: DataFolder | None, example: str) -> str:
    """Start with one of the parks that come with tanlu.

    Args:
        desk: Where the park shall be.
        data: The folder of parks, where there is one: the park is written there, to be
            edited, and belongs to nobody but the user.
        example: Name of the park.

    Returns:
        Its id.

    Raises:
        InputError: When there is a folder of that name already.
    """
    if data is None:
        book = open_book(bundled(example))
        bring_in(desk, book)
        return book.park.park_id
    draft = read_folder(bundled(example))
    write_folder(draft, data.path / draft.card["park_id"])
    bring_tree(example, data.path / draft.card["park_id"])
    return data.park_id(draft.card["park_id"])


def open_data(path: Path) -> DataFolder:
    """Open a folder of parks; it may be empty, or new.

    Args:
        path: The folder. The platform's own database lies in `.tanlu` below it.

    Returns:
        The folder with its desk. A park that cannot be read is left out, or stays as
        it was when it could be; its faults stand in `faults`.

    Raises:
        InputError: With all faults, when there are parks and none can be read.
    """
    if path.is_file():
        raise InputError.of("not_a_folder", Place(str(path)), path=path)
    data = DataFolder(new_desk(path / OWN), path)
    data.desk.homes.update(_known_homes(data.desk, path))
    data.look(now=True)
    if not park_ids(data.desk.engine):
        raise_errors([fault for faults in data.faults.values() for fault in faults])
    follow_catalog(data.desk)
    return data


def _known_homes(desk: Desk, path: Path) -> dict[str, Path]:
    # a park whose tables cannot be read now keeps its readings where they are
    folders = {row.park_id: path / row.folder for row in brought(desk.engine).values()}
    folders |= {p: path for p, f in folders.items() if path.name == f.name and not f.exists()}
    return {park: folder.resolve() for park, folder in folders.items() if folder.is_dir()}


def park_folders(path: Path) -> list[Path]:
    """The parks in a folder: itself, or its sub-folders that have a card."""
    if (path / CARD).exists():
        return [path.resolve()]
    try:
        below = sorted(p for p in path.iterdir() if not p.name.startswith("."))
    except OSError:
        return []
    return [p.resolve() for p in below if (p / CARD).is_file()]


def _signature(folder: Path) -> Signature:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == CARD or entry.name.lower().endswith(".csv"):
                about = entry.stat()
                found.append((entry.name, about.st_mtime_ns, about.st_size))
    return tuple(sorted(found))


def _take(desk: Desk, folder: Path) -> None:
    book = open_book(folder)
    park_id = book.park.park_id
    other = desk.homes.get(park_id, folder)
    if other != folder and (other / CARD).exists():
        params = {"park": park_id, "first": str(other), "second": str(folder)}
        raise InputError([Fault("two_folders", Place(str(folder / CARD)), params)])
    desk.homes[park_id] = folder
    row = Brought(park_id, folder.name, digest_of(book))
    if brought(desk.engine).get(park_id) != row:
        bring_in(desk, book)
        note_brought(desk.engine, row)


def digest_of(book: Book) -> str:
    """What a folder says, as a digest."""
    return hashlib.sha256(pack(book.draft)).hexdigest()
