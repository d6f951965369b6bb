"""Files of readings brought in by the browser: kept, mapped, tried on a copy, taken."""

import re
import secrets
import shutil
import tempfile
from pathlib import Path
from typing import Any

from tanlu.connect.readings.map_read import parse_map
from tanlu.connect.readings.source import open_source
from tanlu.errors import InputError, NotFoundError
from tanlu.workflow.desk import Desk
from tanlu.workflow.readings.load import Request, load, remembered
from tanlu.workflow.readings.load_record import load_record
from tanlu.workflow.readings.marking import marked_copy
from tanlu.workflow.readings.propose import propose_map
from tanlu.workflow.viewer import Viewer, require_whole
from tanlu.workflow.views.figure import View

_CARD = "park.yaml"
_FOLDER = "readings-uploads"
_IDS = re.compile(r"[A-Za-z0-9_-]{8,40}")
_SHOWN = 500  # refused cells in one answer


def keep_file(desk: Desk, viewer: Viewer, park_id: str, name: str, content: bytes) -> View:
    """Keep an uploaded file, and propose how to read it.

    Args:
        desk: The desk.
        viewer: Who asks.
        park_id: For which park.
        name: The file's name.
        content: The file.

    Returns:
        `upload_id`, and the map: the one remembered for such a file, else a proposal.

    Raises:
        InputError: When the park has no folder, or no column looks like times.
    """
    home = _home(desk, viewer, park_id)
    upload_id = secrets.token_urlsafe(12)
    path = desk.files / _FOLDER / upload_id / (Path(name).name or "readings.csv")
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    source = open_source(path, "")
    known = remembered(home, source)
    text = known[1].read_text("utf-8") if known else propose_map(home, path, source)[2]
    return {"upload_id": upload_id, "name": path.name, "map": text, "is_known": known is not None}


def try_file(desk: Desk, viewer: Viewer, park_id: str, upload_id: str, map_text: str) -> View:
    """What loading a file would give, tried on a copy of the park without its readings.

    Raises:
        InputError: With every fault of the map.
    """
    home = _home(desk, viewer, park_id)
    file = _kept(desk, upload_id)
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / home.name
        shutil.copytree(home, copy, ignore=shutil.ignore_patterns("readings"))
        marked = file.with_name("marked.xlsx")
        return _load(copy, file, map_text, (viewer.viewer_id, "preview"), marked)


def take_file(
    desk: Desk, viewer: Viewer, park_id: str, upload_id: str, map_text: str, why: str
) -> View:
    """Load a file: readings that are new or differ are stored.

    Raises:
        InputError: With every fault of the map.
    """
    home = _home(desk, viewer, park_id)
    return _load(home, _kept(desk, upload_id), map_text, (viewer.viewer_id, why), None)


def marked_file(desk: Desk, viewer: Viewer, park_id: str, upload_id: str) -> Path:
    """The workbook with its faulty cells marked, as the last preview made it.

    Raises:
        NotFoundError: When there was no preview.
    """
    require_whole(viewer, park_id)
    path = _kept(desk, upload_id).with_name("marked.xlsx")
    if not path.is_file():
        raise NotFoundError.of("not_found", thing=upload_id)
    return path


def _home(desk: Desk, viewer: Viewer, park_id: str) -> Path:
    require_whole(viewer, park_id)
    home = desk.home(park_id)
    if not (home / _CARD).is_file():
        raise InputError.of("readings_need_folder", park=park_id)
    return home


def _kept(desk: Desk, upload_id: str) -> Path:
    folder = desk.files / _FOLDER / upload_id
    if not _IDS.fullmatch(upload_id) or not folder.is_dir():
        raise NotFoundError.of("not_found", thing=upload_id)
    own = ("marked.xlsx",)
    return next(p for p in sorted(folder.iterdir()) if p.name not in own and p.suffix != ".yaml")


def _load(park: Path, file: Path, map_text: str, by: tuple[str, str], marked: Path | None) -> View:
    mapped = parse_map(map_text, "map.yaml")
    source = open_source(file, mapped.separator)
    request = Request(park, file, mapped, "map.yaml", *by)
    with marked_copy(file, source, marked, force=True) as refused:
        loaded = load(request, source, refused)
    return _view(load_record(loaded))


def _view(record: dict[str, Any]) -> View:
    kept = ("rows", "readings", "taken", "unchanged", "corrected", "flagged", "refused_count")
    refused = [
        {"row": each["row"], "column": str(each["column"]), "value": str(each["value"]),
         "says": each["says"]}
        for each in record["refused"][:_SHOWN]
    ]  # fmt: skip
    span = {name: record.get(name) for name in ("from", "to")}
    return {
        **{name: record[name] for name in kept},
        "refused": refused, "first": span["from"], "last": span["to"],
        "channels": [each["id"] for each in record.get("channels", []) if each["is_new"]],
    }  # fmt: skip
