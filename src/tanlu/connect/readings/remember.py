"""Maps that were used: the next file with the same headings needs none."""

import hashlib
import json
from pathlib import Path

import yaml

from tanlu.connect.readings.block import Source
from tanlu.connect.readings.heading import norm
from tanlu.connect.readings.map import ReadingMap
from tanlu.connect.readings.map_read import parse_map
from tanlu.connect.readings.map_write import map_record, write_map
from tanlu.connect.readings.read import File
from tanlu.connect.whole import write_file
from tanlu.errors import InputError

FOLDER = "maps"
_FEWEST = 2  # headings by which a file is known again


def headings_of(file: File) -> list[str]:
    """The headings of a file by which it is known again; none when it has none."""
    if not file.plans:
        return []
    names = file.plans[0][1].layout.names
    return [norm(each[0]) if each else "" for each in names]


def remember(folder: Path, file: File) -> Path | None:
    """Keep a map that was used.

    Args:
        folder: Of the park's readings.
        file: The file that it fits.

    Returns:
        Where it is kept; None when the file has no headings to know it by.
    """
    headings = headings_of(file)
    if sum(bool(text) for text in headings) < _FEWEST:
        return None
    path = folder / FOLDER / f"{_key(headings)}.yaml"
    text = write_map({**map_record(file.mapped), "headings": headings})
    if not path.is_file() or path.read_text("utf-8") != text:
        write_file(path, lambda target: _write(target, text), force=True)
    return path


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")


def _key(headings: list[str]) -> str:
    return hashlib.sha256(json.dumps(headings).encode()).hexdigest()[:16]


def recall(folder: Path, source: Source) -> tuple[ReadingMap, Path] | None:
    """The map that was used for a file with the same headings, and where it is kept.

    Args:
        folder: Of the park's readings.
        source: The new file.
    """
    for path in sorted((folder / FOLDER).glob("*.yaml")):
        try:
            text = path.read_text("utf-8")
            mapped = parse_map(text, path.name)
        except (InputError, OSError, UnicodeDecodeError):
            continue  # somebody edited it; the next import says what is wrong with a map given
        if _fits(source, _headings(text)):
            return mapped, path
    return None


def _headings(text: str) -> list[str]:
    raw = yaml.safe_load(text)
    return [str(each) for each in raw.get("headings", [])]


def _fits(source: Source, headings: list[str]) -> bool:
    if not headings:
        return False
    for grid in source.grids:
        for row in grid.head[:60]:
            found = [norm(text) for text in row]
            found += [""] * (len(headings) - len(found))
            if found == headings:
                return True
    return False
