"""A full disk, said in one way whatever wrote."""

import errno
import os
import shutil
from pathlib import Path

from tanlu.errors import StateError

_SIGNS = (
    "no space left", "disk is full", "disk full", "file too large", "disk quota",
)  # fmt: skip


_LEAST = 1 << 20  # bytes


def is_full(error: BaseException) -> bool:
    """Whether an error, or what caused it, says that there is no space.

    Example:
        >>> is_full(OSError(28, "No space left on device"))
        True
    """
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}:
        return True
    return any(sign in str(error).lower() for sign in _SIGNS)


def full_disk(error: Exception, path: Path | str) -> Exception:
    """The fault of a full disk; any other error as it is."""
    # SQLite says no more than this when there is no room for its index of the journal
    is_vague = "disk i/o error" in str(error).lower() and _free(Path(path)) < _LEAST
    if not (is_full(error) or is_vague):
        return error
    return StateError.of("readings_disk_full", path=str(path))


def require_space(path: Path, size: int) -> None:
    """Refuse to begin what would not fit.

    Args:
        path: Where it is to be written.
        size: How much it may be at most. [B]

    Raises:
        StateError: When there is less space than that.
    """
    if _free(path) < size + _LEAST:
        raise StateError.of("readings_disk_full", path=str(path))


def _free(path: Path) -> int:
    near = next(place for place in (path, *path.parents) if place.exists())
    return shutil.disk_usage(near).free


def sync_files(paths: list[Path]) -> None:
    """Have files, and the names of them in their folders, on the disk itself."""
    for path in [*paths, *{path.parent for path in paths}]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
