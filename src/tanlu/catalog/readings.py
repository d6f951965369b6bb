"""How readings are judged and how gaps may be filled: data, each with its document or its why."""

from collections.abc import Mapping
from functools import cache

from tanlu.catalog.comparison import check_of
from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import DATA
from tanlu.model.oddity import Check

_FILE = DATA / "readings.yaml"


@cache
def reading_checks() -> Mapping[str, Check]:
    """All checks of readings by their code.

    Example:
        >>> reading_checks()["complete"].limits["share"]
        0.9
    """
    return {raw["id"]: check_of(raw) for raw in read_yaml(_FILE)["checks"]}


@cache
def fill_methods() -> Mapping[str, Check]:
    """All ways to fill a gap by their code.

    Example:
        >>> sorted(fill_methods())
        ['hold', 'layered', 'linear', 'same_weekday']
    """
    return {raw["id"]: check_of(raw) for raw in read_yaml(_FILE)["fills"]}
