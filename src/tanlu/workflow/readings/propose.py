"""A map proposed for a file, written where its user can mend it."""

import os
from pathlib import Path
from typing import Any

from tanlu.connect.readings.block import Source
from tanlu.connect.readings.map_write import map_record, write_map
from tanlu.connect.readings.propose import propose
from tanlu.connect.whole import write_file
from tanlu.errors import InputError, Place
from tanlu.workflow.open import open_book
from tanlu.workflow.readings.channels_table import is_park
from tanlu.workflow.readings.load import ZONE

_HEAD = (
    "# A proposal: look through every line. 建议的映射，请逐行核对。\n"
    "# marks: start|end: a time is an interval's beginning or its end 时刻为时段的起点或终点\n"
    "# kind: interval (use), counter (register), instant (state) 时段用量、累计表码、瞬时值\n"
    "# A unit that is missing must be filled in. 缺少的单位须补充。\n"
)


def propose_map(park: Path, file: Path, source: Source) -> tuple[dict[str, Any], Path, str]:
    """Look at a file and propose a map; nothing is loaded.

    Args:
        park: The park's folder, new or not.
        file: The file.
        source: The same, opened.

    Returns:
        The map as plain values, the file it was written to, and its text.

    Raises:
        InputError: When no column of the file looks like times.
    """
    zone = open_book(park).park.time_zone if is_park(park) else ZONE
    found = propose(source, zone)
    if found is None:
        raise InputError.of("no_time_column", Place(source.file))
    record = map_record(found)
    text = _HEAD + write_map(record)
    path = _free(file)
    write_file(path, lambda target: _write(target, text), force=path.exists())
    return record, path, text


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")


def _free(file: Path) -> Path:
    """Beside the file where one may write, else here; an older proposal is replaced."""
    folder = file.parent if os.access(file.parent, os.W_OK) else Path()
    base = folder / f"{file.name}.map.yaml"
    number = 1
    while base.exists() and not _is_ours(base):
        number += 1
        base = folder / f"{file.name}.map-{number}.yaml"
    return base


def _is_ours(path: Path) -> bool:
    """Whether it is a proposal that nobody has touched since."""
    text = path.read_text("utf-8", errors="replace")
    return text.startswith(_HEAD)
