"""A park at any door: a folder, a workbook, or an archive of a folder."""

from pathlib import Path

from tanlu.connect.folder import scan_folder
from tanlu.errors import raise_errors
from tanlu.measure.note import NotedDraft


def open_park(path: Path) -> NotedDraft:
    """A park from a folder, an .xlsx workbook or a .zip of a folder.

    Args:
        path: Where it stands.

    Returns:
        The park as written, with warnings about what had to be guessed.

    Raises:
        InputError: When it cannot be read; all faults together.
    """
    draft = scan_folder(path)
    raise_errors(draft.warnings)
    return draft
