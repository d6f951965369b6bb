"""Readings with what says how to read them: from a park's folder, or from a desk."""

from dataclasses import replace
from pathlib import Path

from tanlu.catalog.content import Catalog
from tanlu.catalog.load import load_catalog
from tanlu.connect.card import CARD
from tanlu.connect.heading import find_table
from tanlu.connect.park import scan_park
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.measure.border import check
from tanlu.measure.readings.channels import channels_of
from tanlu.measure.readings.clock import Clock
from tanlu.model.book import Book, Draft
from tanlu.store.parks import latest
from tanlu.store.readings import open_readings
from tanlu.types import Text
from tanlu.workflow.desk import Desk
from tanlu.workflow.readings.opened import Opened

FOLDER = "readings"
METERING = ("members", "channels", "meter_events", "tariffs", "citations")  # what readings need
_A_FILE = Text("readings lie beside a park's tables, in its folder", "读数存放在园区文件夹中")


def of_folder(path: Path) -> Opened:
    """The readings of a park on disk, made new where there are none.

    Readings open when the card and the tables that tell how to read them are sound:
    a faulty record of activity says nothing about a meter.

    Args:
        path: The park's folder.

    Returns:
        Readings under `path/readings`, with what the folder's tables say of them.

    Raises:
        InputError: With every fault of those tables, or when it is no folder.
    """
    if path.is_file():
        raise InputError.of("not_a_park", Place(str(path)), path=path, reason=_A_FILE)
    catalog = load_catalog()
    return _opened(_book(path, catalog), path / FOLDER, catalog)


def _book(path: Path, catalog: Catalog) -> Book:
    draft = scan_park(path)
    sheets = {name: sheet for name, sheet in draft.sheets.items() if name in METERING}
    if not any(fault.is_error for fault in draft.warnings):
        try:
            return check(draft, catalog)
        except InputError:
            return check(Draft(draft.card, sheets), catalog)
    own = [fault for fault in draft.warnings if _is_of_meters(fault)]
    raise_errors(own)
    return check(Draft(draft.card, sheets), catalog)


def _is_of_meters(fault: Fault) -> bool:
    file = fault.place.file
    return file == CARD or find_table(Path(file).stem) in METERING


def of_desk(desk: Desk, park_id: str) -> Opened:
    """The readings of a desk's park, as its newest version says; kept open by the desk.

    Raises:
        NotFoundError: When there is no such park.
    """
    with desk.opening:
        known = desk.opened.get(park_id)
        if known is not None and known.version == latest(desk.engine, park_id):
            return known
        findings = desk.findings(park_id)
        fresh = _of_version(desk, findings.book, findings.version, known)
        desk.opened[park_id] = fresh
        return fresh


def _of_version(desk: Desk, book: Book, version: int, before: Opened | None) -> Opened:
    if before is None or before.clock.zone != book.park.time_zone:
        opened = _opened(book, desk.home(book.park.park_id) / FOLDER, desk.catalog)
        return replace(opened, version=version)
    channels = channels_of(book, desk.catalog)
    readings = replace(before.readings, channels=channels)
    return replace(before, readings=readings, channels=channels, book=book, version=version)


def _opened(book: Book, folder: Path, catalog: Catalog) -> Opened:
    channels = channels_of(book, catalog)
    park = book.park
    readings = open_readings(folder, park.park_id, park.time_zone, channels)
    return Opened(readings, channels, Clock(park.time_zone), park.park_id, book)
