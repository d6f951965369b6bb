"""The options that a plan can choose: one YAML file each, checked against the documents."""

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import DATA, load_catalog
from tanlu.catalog.option_check import option_faults
from tanlu.catalog.option_parse import option_fault, option_of
from tanlu.errors import CatalogError, Fault, InputError
from tanlu.model.option import Option

FOLDER = DATA / "options"


@cache
def options() -> Mapping[str, Option]:
    """Every option that this installation carries, by its code.

    Raises:
        CatalogError: With every fault of every file.

    Example:
        >>> options()["pv_roof"].kind
        'generator'
    """
    files = [(path.name, read_yaml(path)) for path in sorted(FOLDER.glob("*.yaml"))]
    return options_of(files, load_catalog().citations)


def options_of(
    files: Sequence[tuple[str, Any]], documents: Collection[str]
) -> Mapping[str, Option]:
    """Options from their raw files.

    Args:
        files: Name and content of each.
        documents: Codes of the documents that are registered.

    Raises:
        CatalogError: With file, key and reason of each fault.
    """
    found: dict[str, Option] = {}
    faults: list[Fault] = []
    for name, raw in files:
        made = option_of(name, raw, faults)
        if made is None:
            continue
        if made.option_id in found:
            faults.append(option_fault(name, "id", f"{made.option_id} is there twice"))
        faults += option_faults(name, made, documents)
        found[made.option_id] = made
    if faults:
        raise CatalogError(faults)
    return found


def option(option_id: str, known: Mapping[str, Option] | None = None) -> Option:
    """An option by its code.

    Args:
        option_id: Its code.
        known: Options to look in, such as a catalogue with a park's quotes on it.

    Raises:
        InputError: When there is no such option; the message names close ones.

    Example:
        >>> option("pv_roof").label.zh
        '屋顶光伏'
    """
    among = options() if known is None else known
    if option_id not in among:
        close = ", ".join(get_close_matches(option_id, among, n=5, cutoff=0.3)) or "-"
        raise InputError.of("unknown_option", option=option_id, close=close)
    return among[option_id]
