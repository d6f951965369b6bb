"""Folders on disk or in an object store, copied file by file."""

import os
from pathlib import Path
from typing import Any

from tanlu.errors import InputError, need


def copy_tree(source: str, target: str) -> None:
    """Copy all files under a folder or URL to another one.

    The log of a table comes last, so that a table is there when all of it is.

    Raises:
        InputError: When there is something at the target already.
    """
    fs = need("pyarrow.fs", "readings")
    from_fs, from_path = file_system(source)
    to_fs, to_path = file_system(target)
    there = fs.FileSelector(to_path, allow_not_found=True)
    if to_fs.get_file_info(there):
        raise InputError.of("readings_target_exists", path=target)
    files = from_fs.get_file_info(fs.FileSelector(from_path, recursive=True))
    names = [info.path for info in files if info.is_file]
    for name in sorted(names, key=lambda name: ("/_delta_log/" in name, name)):
        place = to_path + name.removeprefix(from_path)
        if target.find("://") < 0:
            to_fs.create_dir(place.rpartition("/")[0], recursive=True)
        fs.copy_files(name, place, source_filesystem=from_fs, destination_filesystem=to_fs)


def file_system(place: str) -> tuple[Any, str]:
    """The file system of a folder or URL, and the path on it."""
    fs = need("pyarrow.fs", "readings")
    if "://" not in place:
        return fs.LocalFileSystem(), str(Path(place).resolve())
    if not place.startswith(("s3://", "s3a://")):
        system, path = fs.FileSystem.from_uri(place)
        return system, str(path)
    endpoint = os.environ.get("AWS_ENDPOINT_URL", "")
    scheme, _, host = endpoint.rpartition("://")
    system = fs.S3FileSystem(
        endpoint_override=host or None,
        scheme=scheme or "https",
        region=os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION"),
    )
    return system, place.partition("://")[2].rstrip("/")
