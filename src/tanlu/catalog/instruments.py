"""What the rules say of certificates and contracts: until when they may be claimed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import DATA


@dataclass(frozen=True, slots=True)
class Instrument:
    """A kind of certificate: how many years after the year of generation it may be claimed."""

    kind: str
    claimable_years: int
    cite: str
    status: str


@cache
def instruments() -> Mapping[str, Instrument]:
    """Every kind of certificate, by its code.

    Example:
        >>> instruments()["gec"].claimable_years
        2
    """
    raw = read_yaml(DATA / "instruments.yaml")
    return {
        kind: Instrument(kind, int(row["claimable_years"]), row["cite"], row["status"])
        for kind, row in raw.items()
    }
