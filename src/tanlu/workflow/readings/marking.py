"""The file given back with its faults marked, also when nothing of it is loaded."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tanlu.connect.readings.block import Source
from tanlu.connect.readings.mark import mark_file
from tanlu.connect.readings.parsed import Refused


@contextmanager
def marked_copy(
    file: Path, source: Source, marked: Path | None, *, force: bool = False
) -> Iterator[list[Refused]]:
    """A list to put refused cells into; the marked workbook is written at the end.

    Args:
        file: The file.
        source: The same, opened.
        marked: The new workbook; None for none.
        force: Replace the file that stands there.
    """
    refused: list[Refused] = []
    try:
        yield refused
    finally:
        if marked is not None:
            mark_file(file, source, refused, marked, force=force)
