"""Options with a park's own quotes on them, found by word and kind."""

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tanlu.catalog.content import normal
from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import load_catalog
from tanlu.catalog.money import rates
from tanlu.catalog.option_overlay import overlaid
from tanlu.catalog.options import options
from tanlu.model.option import Option
from tanlu.periods import parse_period

FOLDER = "options"
"""The folder of a park that holds its own quotes."""


def park_options(park: Path | None) -> Mapping[str, Option]:
    """The catalogue's options, a park's own quotes on them.

    Args:
        park: The park's folder; None for the catalogue alone.

    Raises:
        InputError: With file, key and reason of every fault of the quotes.
    """
    folder = park / FOLDER if park else None
    if folder is None or not folder.is_dir():
        return options()
    files = [(path.name, read_yaml(path)) for path in sorted(folder.glob("*.yaml"))]
    return overlaid(options(), files, {*load_catalog().citations, *_own_documents(folder.parent)})


def _own_documents(park: Path) -> list[str]:
    path = park / "citations.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return [row["citation_id"] for row in csv.DictReader(lines) if row.get("citation_id")]


def find_options(
    known: Mapping[str, Option], search: str = "", kind: str | None = None
) -> list[Option]:
    """Options of a kind whose code or name holds every word of the search.

    Example:
        >>> [each.option_id for each in find_options(options(), "立面 光伏")]
        ['pv_wall']
    """
    words = [normal(word) for word in search.split()]
    of_kind = [each for each in known.values() if kind in (None, "", each.kind)]
    return [each for each in of_kind if all(word in _names(each) for word in words)]


def _names(option: Option) -> str:
    return normal(f"{option.option_id} {option.label.en} {option.label.zh}")


def day_of(text: str | None) -> date:
    """The day that a text means: the first of its period; that of the price year without one.

    Raises:
        InputError: When the text is no period.

    Example:
        >>> day_of("2030")
        datetime.date(2030, 1, 1)
    """
    return parse_period(text).start if text else date(rates().price_year, 1, 1)
