"""The data files of the catalogue as plain dictionaries, and their digest."""

import csv
import hashlib
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from tanlu.errors import CatalogError, Place

Files: TypeAlias = dict[str, Any]
"""`citations`, `subjects`, `tables`, `grids`, `printed`, `methods`: lists of (file name, content);
`gwp`, `places`: one content each; `cities`: rows of city and place."""

_SUFFIXES = {".yaml", ".csv"}


def data_paths(folder: Path) -> list[Path]:
    """All data files, in a stable order."""
    return sorted(p for p in folder.rglob("*") if p.suffix in _SUFFIXES and p.is_file())


def data_digest(folder: Path) -> str:
    """SHA-256 over names and contents of all data files.

    Returns:
        64 hexadecimal digits.
    """
    total = hashlib.sha256()
    for path in data_paths(folder):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def read_files(folder: Path) -> Files:
    """Every data file, parsed; dates stay text.

    Raises:
        CatalogError: When a file cannot be read as YAML.
    """
    return {
        "citations": _each(folder, "citations"),
        "subjects": [
            *_each(folder, "fuels"),
            *_each(folder, "carriers"),
            *(entry for entry in _each(folder, "processes") if "table" not in entry[1]),
        ],
        "tables": [_table(folder, path) for path in sorted((folder / "processes").glob("*.csv"))],
        "grids": [_table(folder, path) for path in sorted((folder / "grids").glob("*.csv"))],
        "printed": [_table(folder, path) for path in sorted((folder / "printed").glob("*.csv"))],
        "methods": _each(folder, "methods"),
        "gwp": read_yaml(folder / "gases" / "gwp.yaml"),
        "places": read_yaml(folder / "places.yaml"),
        "cities": _rows(folder / "cities.csv"),
    }


def _each(folder: Path, part: str) -> list[tuple[str, Any]]:
    paths = sorted((folder / part).glob("*.yaml"))
    return [(path.relative_to(folder).as_posix(), read_yaml(path)) for path in paths]


def _table(folder: Path, path: Path) -> tuple[str, Any]:
    header = read_yaml(path.with_suffix(".yaml"))
    return path.relative_to(folder).as_posix(), {"header": header, "rows": _rows(path)}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read_yaml(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    """One YAML file; dates, `on` and `no` stay text, so that nothing is reinterpreted.

    Raises:
        CatalogError: With the line, when it is not YAML.
    """
    try:
        return yaml.load(path.read_text("utf-8"), Loader=_loader())  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(path.name, row=mark.line + 1 if mark else None)
        raise CatalogError.of("catalog_fault", place, reason=str(error)) from error


def _loader() -> Any:  # noqa: ANN401 - yaml's loaders share no public base type
    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader: Any = type("TextDates", (base,), {})
    loader.yaml_implicit_resolvers = {
        first: [(tag, rule) for tag, rule in rules if _is_kept(first, tag)]
        for first, rules in base.yaml_implicit_resolvers.items()
    }
    return loader


def _is_kept(first: str, tag: str) -> bool:
    # dates stay text; only true and false are truth: `on` is the key of a document's day
    if tag.endswith(":timestamp"):
        return False
    return first in "tTfF" or not tag.endswith(":bool")
