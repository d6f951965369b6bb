"""How large an invented park is."""

from dataclasses import dataclass

from tanlu.errors import InputError
from tanlu.workflow.synth.data import holidays

LEAST_ENTERPRISES = 8
GRIDS = (5, 10, 15, 30, 60)


@dataclass(frozen=True, slots=True)
class Size:
    """How large an invented park is, for which year, and by which seed.

    With networks it has a ring of hot water, whose meters come on top, and records of what
    members pass on.

    Example:
        >>> Size(26, 260, 2025).slots
        96
    """

    enterprises: int = 1300
    meters: int = 13000
    year: int = 2025
    seed: int = 1
    minutes: int = 15
    has_faults: bool = True
    has_networks: bool = False

    @property
    def slots(self) -> int:
        """Intervals of a day. [1]"""
        return 1440 // self.minutes


def least_meters(enterprises: int) -> int:
    """The fewest meters with which a park of so many enterprises has all five systems. [1]

    Example:
        >>> least_meters(26)
        91
    """
    return 2 * enterprises + 13 * utilities(enterprises) + feeders(enterprises) + 24


def utilities(enterprises: int) -> int:
    """How many utility companies the park has. [1]"""
    return 1 + enterprises // 500


def feeders(enterprises: int) -> int:
    """How many feeders of the park's network have a meter. [1]"""
    return -(-enterprises // 25)


def checked(size: Size) -> Size:
    """The size, when a park of that size can be made.

    Raises:
        InputError: When it is too small, or the year's Spring Festival is not known.

    Example:
        >>> checked(Size(26, 260, 2025)).meters
        260
    """
    years = holidays()["spring_festival"]
    least = least_meters(size.enterprises)
    if size.enterprises < LEAST_ENTERPRISES or size.meters < least:
        raise InputError.of("synth_too_small", least=LEAST_ENTERPRISES, meters=least)
    if size.year not in years:
        raise InputError.of("synth_year", year=size.year, first=min(years), last=max(years))
    if size.minutes not in GRIDS:
        raise InputError.of("synth_minutes", minutes=size.minutes, known=", ".join(map(str, GRIDS)))
    return size
