"""Write whole or not at all: into a temporary sibling, then one rename."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from tanlu.errors import InputError, Place


def write_file(path: Path, fill: Callable[[Path], None], *, force: bool = False) -> None:
    """Write a file so that nobody ever sees half of it.

    Args:
        path: Where the file shall stand.
        fill: Writes the content to the path it is given.
        force: Whether a file that stands there may be replaced.

    Raises:
        InputError: When the file exists already or cannot be written.
    """
    target = _target(path, force=force)
    if target.is_dir():
        raise InputError.of("already_there", Place(str(path)), path=path)
    try:
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as error:
        raise _cannot(path, error) from error
    try:
        fill(folder / target.name)
        (folder / target.name).replace(target)
    except OSError as error:
        raise _cannot(path, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write_tree(
    path: Path, fill: Callable[[Path], None], replaced: Iterable[str], *, force: bool = False
) -> None:
    """Write a folder so that nobody ever sees half of it.

    Args:
        path: Where the folder shall stand.
        fill: Writes the content into the empty folder it is given.
        replaced: Names of files that the new content stands for; every other
            file of an existing folder is kept.
        force: Whether a folder that is not empty may be changed.

    Raises:
        InputError: When the folder exists already or cannot be written.
    """
    is_empty = path.is_dir() and not any(path.iterdir())
    target = _target(path, force=force or is_empty)
    try:
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as error:
        raise _cannot(path, error) from error
    try:
        if target.is_dir():
            skip = shutil.ignore_patterns(*replaced)
            shutil.copytree(target, fresh, symlinks=True, ignore=skip, dirs_exist_ok=True)
        else:
            fresh.chmod(0o755)
        fill(fresh)
        _exchange(fresh, target)
    except OSError as error:
        raise _cannot(path, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _target(path: Path, *, force: bool) -> Path:
    target = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow a link
    if target.is_symlink() or (target.exists() and not force):
        raise InputError.of("already_there", Place(str(path)), path=path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot(path, error) from error
    return target


def _exchange(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}.old.", dir=target.parent))
    kept = target.rename(old / target.name)
    try:
        fresh.rename(target)
    except OSError:
        with suppress(OSError):
            kept.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _cannot(path: Path, error: OSError) -> InputError:
    reason = error.strerror or str(error)
    return InputError.of("cannot_write", Place(str(path)), path=path, reason=reason)
