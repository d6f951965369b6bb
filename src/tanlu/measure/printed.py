"""Amounts of fuel under methods whose documents print factors per amount.

Such documents differ in what heat means (gross or net), in the state of a cubic
metre of gas and in the size of a ton, so that nothing is taken for granted here.
"""

import re
from collections.abc import Iterable
from functools import cache

from tanlu.catalog.content import Catalog
from tanlu.catalog.method import Method
from tanlu.measure.flaw import Flaw
from tanlu.model.factor import Carrier
from tanlu.units import find_unit, heat_basis

GROSS, NET = "GJ gross", "GJ"
_SIZES = {"us": r"tons?", "uk": r"tons?|gal|gallons?"}  # words that differ between countries
_CLEAR = {"us": "short ton, t", "uk": "t, long ton, imperial gallon, US gallon, L"}
_CANONICAL = {
    "gross_energy": GROSS, "energy": NET, "mass": "t", "volume": "m3", "normal_volume": "Nm3",
    "standard_volume": "Sm3", "us_standard_volume": "scf",
}  # fmt: skip
_SHOWN = {
    "gross_energy": "mmBtu (HHV), kWh (Gross CV), GJ (HHV)", "energy": "kWh (Net CV), GJ (LHV)",
    "mass": "t, kg, short ton, lb", "volume": "L, gal, m³", "normal_volume": "Nm³",
    "standard_volume": "m³ (15 °C)", "us_standard_volume": "scf, ccf, Mcf",
}  # fmt: skip
_QUANTITIES = ("co2", "ch4", "n2o", "gcv")


def printed_unit(
    unit: str, carrier: Carrier, method: Method, catalog: Catalog
) -> tuple[str, str] | Flaw:
    """The canonical unit for an amount of fuel, and the unit that it is written through.

    Args:
        unit: As written; it is known to parse.
        carrier: The fuel.
        method: A method that takes factors per amount as printed.
        catalog: For what the method's documents print about the fuel.

    Returns:
        Canonical unit and the one of equal size that the text turns into, or
        the flaw: heat of unstated kind, a ton of unstated size, or a unit that
        no factor of the method is printed for.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> catalog = load_catalog()
        >>> gas, rules = catalog.carriers["natural_gas"], catalog.method("us.epa")
        >>> printed_unit("mmBtu", gas, rules, catalog)
        ('GJ gross', 'GJ')
    """
    if _is_unclear(unit, method.units):
        return Flaw("unclear_size", {"unit": unit, "known": _CLEAR[method.units]})
    dimension = _dimension(unit)
    through = _CANONICAL.get(dimension, "")
    if dimension == "energy" and not heat_basis(unit):
        if method.heat == "stated":
            return Flaw("heat_not_stated", {"unit": unit, "carrier": carrier.label})
        dimension = "gross_energy" if method.heat == "gross" else dimension
    known = _printed(catalog, method, carrier.carrier_id)
    if dimension == "volume" and dimension not in known and method.gas_volume == "Sm3":
        dimension = "standard_volume"  # a gas: the cubic metre of the document
    if not through or (known and dimension not in known):
        shown = ", ".join(_SHOWN[d] for d in _SHOWN if d in known) or carrier.unit
        return Flaw(
            "unit_not_for_carrier", {"unit": unit, "carrier": carrier.label, "known": shown}
        )
    return _CANONICAL[dimension], through


def _is_unclear(unit: str, country: str) -> bool:
    words = _SIZES.get(country)
    return words is not None and re.fullmatch(rf"[^a-z]*(?:{words})\s*", unit.lower()) is not None


def _dimension(unit: str) -> str:
    found = find_unit(unit)
    return found.dimension if found else ""


@cache
def _per(unit: str) -> str:
    return _dimension(unit).partition("/")[2]


def _printed(catalog: Catalog, method: Method, carrier: str) -> frozenset[str]:
    """Dimensions of the amounts that the method's documents print a factor for."""
    return frozenset(_each(catalog, method, carrier))


def _each(catalog: Catalog, method: Method, carrier: str) -> Iterable[str]:
    for quantity in _QUANTITIES:
        order = method.order(carrier, quantity)
        for factor in catalog.by_subject.get((carrier, quantity), ()):
            if factor.series in order:
                yield _per(factor.unit)
