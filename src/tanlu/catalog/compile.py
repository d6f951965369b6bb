"""All data files into one artefact with their digest, for the wheel."""

import json
from pathlib import Path

from tanlu.catalog.files import data_digest, read_files
from tanlu.catalog.load import COMPILED, DATA, build


def compile_catalog(data: Path = DATA, target: Path = COMPILED) -> str:
    """Check the data files and write the artefact.

    Args:
        data: Folder of the data files.
        target: The artefact.

    Returns:
        The digest of the files.

    Raises:
        CatalogError: When a file is faulty; nothing is written then.
    """
    digest, raw = data_digest(data), read_files(data)
    build(raw, digest)
    target.write_text(json.dumps({"digest": digest, "files": raw}, ensure_ascii=False), "utf-8")
    return digest
