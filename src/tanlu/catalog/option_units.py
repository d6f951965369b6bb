"""Units of options: what is printed, what the plan computes with, and the scale between."""

from tanlu.catalog.money import CURRENCIES
from tanlu.catalog.option_words import Meaning
from tanlu.model.option import Series
from tanlu.units import Unit, find_unit, same_measure

RATIO = ("1", "MWh/t", "t/MWh", "kg/MWh", "t/t", "MWh/km")
"""What an amount of a carrier per unit of its basis may be."""


def currency_of(unit: str) -> str | None:
    """The currency of a unit, None where it is not money.

    Example:
        >>> currency_of("million EUR/MW"), currency_of("h/a")
        ('EUR', None)
    """
    found = find_unit(unit)
    return CURRENCIES.get(found.dimension.partition("/")[0]) if found else None


def plain_dimension(unit: Unit) -> str:
    """A unit's dimension, money of any currency being money.

    Example:
        >>> plain_dimension(find_unit("USD/kW"))
        'money/power'
    """
    above, slash, below = unit.dimension.partition("/")
    return ("money" if above in CURRENCIES else above) + slash + below


def plan_unit(series: Series, wanted: tuple[str, ...]) -> tuple[str, float] | None:
    """The unit of the plan for a printed one, and by what a value is multiplied.

    Money stays in its own currency: the scale does not convert it.

    Example:
        >>> plan_unit(Series("million EUR/MW", ()), ("CNY/MW",))
        ('CNY/MW', 1000000.0)
        >>> plan_unit(Series("h", ()), ("CNY/MW",)) is None
        True
    """
    have = find_unit(series.unit)
    for text in wanted:
        want = find_unit(text)
        if have and want and same_measure(plain_dimension(have), plain_dimension(want)):
            return text, float(have.factor / want.factor)
    return None


def units_of(name: str, series: Series, meaning: Meaning | None, capacity: str) -> tuple[str, ...]:
    """The units of the plan that a quantity may have.

    Args:
        name: The quantity; `in.` and `out.` are amounts of a carrier.
        series: Its series; one that is `of` another is a share.
        meaning: What the quantity is; None for a carrier's.
        capacity: The option's unit of capacity.
    """
    if name.startswith(("in.", "out.")):
        return RATIO
    if meaning is None:
        return ()
    if series.of and meaning.share:
        return (meaning.share,)
    return meaning.units_for(capacity)
