"""The desk: a store with its catalogue, and findings kept for versions already read."""

import gc
import logging
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock, RLock
from typing import Any

from sqlalchemy import Engine

from tanlu.catalog.content import Catalog
from tanlu.catalog.load import load_catalog
from tanlu.errors import TanluError
from tanlu.measure.border import check
from tanlu.measure.recheck import recheck
from tanlu.model.book import Book, Draft
from tanlu.report.findings import Findings
from tanlu.store.database import open_store
from tanlu.store.inventories import add_versions, is_followed, newest, note_followed
from tanlu.store.parks import Saving, latest, park_ids, read, save
from tanlu.workflow.assess import assess
from tanlu.workflow.kept.follow import follow
from tanlu.workflow.open import bundled, open_book
from tanlu.workflow.readings.opened import Opened
from tanlu.workflow.viewer import LOCAL, Viewer

_KEPT = 16
LOG = logging.getLogger(__name__)


def now() -> str:
    """The present moment, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass
class Desk:
    """What the use cases work on: store, catalogue, folder for report files.

    `homes` names the folder of each park that has one of its own; `opened` holds
    the readings that were asked for, guarded by `opening`.
    """

    engine: Engine
    catalog: Catalog
    files: Path
    homes: dict[str, Path] = field(default_factory=dict)
    opened: dict[str, Opened] = field(default_factory=dict, repr=False)
    opening: RLock = field(default_factory=RLock, repr=False)
    summaries: dict[str, Any] = field(default_factory=dict, repr=False)
    _findings: OrderedDict[tuple[str, int], Findings] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def home(self, park_id: str) -> Path:
        """The folder in which a park's readings lie; under the store when it has none."""
        return self.homes.get(park_id) or self.files.parent / "parks" / park_id

    def findings(self, park_id: str, version: int = 0) -> Findings:
        """Findings of a version, the newest when 0; computed once.

        Raises:
            NotFoundError: When there is no such park or version.
        """
        key = (park_id, version or latest(self.engine, park_id))
        with self._lock:
            if key in self._findings:
                self._findings.move_to_end(key)
                return self._findings[key]
        found = self.judge(read(self.engine, *key), key[1])
        with self._lock:
            self._findings[key] = found
            while len(self._findings) > _KEPT:
                self._findings.popitem(last=False)
        _settle()
        return found

    def draft(self, park_id: str, version: int) -> Draft:
        """A version as written; the one that its findings hold, when they are kept.

        Raises:
            NotFoundError: When there is no such park or version.
        """
        with self._lock:
            kept = self._findings.get((park_id, version))
        return kept.book.draft if kept else read(self.engine, park_id, version)

    def judge(self, draft: Draft, version: int = 0, before: Findings | None = None) -> Findings:
        """Findings of a draft that need not be saved.

        Args:
            draft: The park as written.
            version: The version that it is, or is to be.
            before: Findings of the version that it was made from: what did not
                change is not checked and not computed again.

        Raises:
            InputError: With every fault of the draft.
        """
        if before is None:
            return assess(check(draft, self.catalog), self.catalog, version)
        book = recheck(before.book, draft, self.catalog)
        return assess(book, self.catalog, version, before)

    def saving(self, viewer: Viewer, why: str) -> Saving:
        """Who saves, now, and why."""
        return Saving(viewer.viewer_id, now(), why, self.catalog.digest)


def _settle() -> None:
    # a large park's tables are millions of objects that stay: looking through them for cycles
    # at every request that makes a page took longer than the page
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def open_desk(folder: Path, parks: tuple[Path, ...] = ()) -> Desk:
    """Open the store in a folder; put parks in, the bundled one when it is empty.

    Args:
        folder: Where database and report files lie; made when missing.
        parks: Parks on disk to bring in, each as a new version when it differs.

    Raises:
        InputError: With every fault of a park; nothing is saved then.
    """
    books = [open_book(path) for path in parks]
    desk = new_desk(folder)
    if not books and not park_ids(desk.engine):
        books = [open_book(bundled("ganzhou"))]
    for book in books:
        bring_in(desk, book)
    follow_catalog(desk)
    return desk


def new_desk(folder: Path) -> Desk:
    """A desk on a folder's store, made when missing; no park is brought in."""
    folder.mkdir(parents=True, exist_ok=True)
    engine = open_store(f"sqlite:///{folder / 'tanlu.db'}")
    return Desk(engine, load_catalog(), folder / "files")


def bring_in(desk: Desk, book: Book) -> int:
    """Save a checked park unless the newest version says the same already.

    Returns:
        The version that holds it.
    """
    from tanlu.store.parks import pack

    park_id = book.park.park_id
    base = latest(desk.engine, park_id)
    if base and pack(read(desk.engine, park_id, base)) == pack(book.draft):
        return base
    saving = desk.saving(LOCAL, "import")
    rows = []
    if newest(desk.engine, park_id):
        findings = assess(book, desk.catalog, base + 1)
        rows = follow(desk.engine, park_id, findings, base + 1, saving)
    return save(desk.engine, park_id, book.draft, base, saving, rows).version


def follow_catalog(desk: Desk) -> None:
    """Restate what another catalogue than the one it was kept under gives otherwise."""
    for park_id in park_ids(desk.engine):
        heads = newest(desk.engine, park_id).values()
        digest = desk.catalog.digest
        is_old = any(head.catalog_digest != digest for head in heads)
        if not is_old or is_followed(desk.engine, park_id, digest):
            continue
        try:
            findings = desk.findings(park_id)
        except TanluError:  # a park that the new rules refuse keeps its inventories as they are
            LOG.warning("park %s cannot be computed under the new catalogue", park_id)
            continue
        saving = desk.saving(LOCAL, "catalogue")
        rows = follow(desk.engine, park_id, findings, findings.version, saving)
        with desk.engine.begin() as connection:
            add_versions(connection, rows)
            note_followed(connection, park_id, digest)
