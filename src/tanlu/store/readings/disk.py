"""A full disk, said in one way whatever wrote."""

import errno
import os
from pathlib import Path

from tanlu.errors import StateError

_SIGNS = (
    "no space left", "disk is full", "disk full", "file too large", "disk quota",
)  # fmt: skip


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
    if not is_full(error):
        return error
    return StateError.of("readings_disk_full", path=str(path))


def sync_files(paths: list[Path]) -> None:
    """Have files, and the names of them in their folders, on the disk itself."""
    for path in [*paths, *{path.parent for path in paths}]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
