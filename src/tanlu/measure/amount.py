"""Quantities and units as written to amounts in canonical units."""

import math
import re
from dataclasses import dataclass

from tanlu.measure.flaw import Flaw
from tanlu.measure.known import Known
from tanlu.measure.number import Percent
from tanlu.measure.page import Page
from tanlu.measure.printed import printed_unit
from tanlu.model.factor import Carrier
from tanlu.model.indicator import measures
from tanlu.units import base_unit, convert, find_unit, heat_basis

_MATERIAL_UNIT = {"mass": "t", "normal_volume": "Nm3", "volume": "Nm3"}
_MATERIALS = "mass_balance"  # its rows may name a material that is no carrier
_ENERGY_UNIT = {"power": "MWh", "heat": "GJ", "cold": "GJ"}
_CO2 = {"mass", "mass CO2", "mass CO2e"}
_FREE = ("product", "material")  # named by the park: any plain unit measures them
_PART = "part of a carrier"


@dataclass(frozen=True, slots=True)
class Target:
    """The canonical unit that a written unit leads to."""

    unit: str
    is_plain_gas: bool = False
    through: str = ""  # a unit of the same size that the text can be turned into


def carrier_target(unit: str, carrier: Carrier, known: Known | None = None) -> Target | Flaw:
    """The canonical unit for an amount of a carrier.

    Args:
        unit: As written; it is known to parse.
        carrier: What is measured.
        known: The method of the park, whose documents may print factors per amount.

    Returns:
        The target, or the flaw when the unit does not measure this carrier.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> carrier_target("万 kWh", load_catalog().carriers["electricity"]).unit
        'MWh'
    """
    method = known.method if known else None
    if known and method and method.heat != "net" and carrier.kind == "fuel":
        return _printed_target(printed_unit(unit, carrier, method, known.catalog))
    return _target_of(_dimension(unit), unit, carrier)


def _printed_target(found: tuple[str, str] | Flaw) -> Target | Flaw:
    return found if isinstance(found, Flaw) else Target(found[0], through=found[1])


def _target_of(dimension: str, unit: str, carrier: Carrier) -> Target | Flaw:
    if carrier.kind == "process":
        return _process_target(dimension, unit, carrier)
    if dimension == "coal_equivalent":
        return Target("tce")
    if dimension == "energy":
        return _heat_target(unit, carrier)
    if dimension == _dimension(carrier.unit):
        return Target(carrier.unit)
    if dimension == "volume" and _dimension(carrier.unit) == "normal_volume":
        return Target("Nm3", is_plain_gas=True)
    accepted = ", ".join(_accepted(carrier))
    return Flaw("unit_not_for_carrier", {"unit": unit, "carrier": carrier.label, "known": accepted})


def _heat_target(unit: str, carrier: Carrier) -> Target | Flaw:
    # what gas is traded in is gross by custom; our heat of fuel is net
    is_traded = not heat_basis(unit) and re.search("btu|therm|dth|英热", unit.lower())
    if is_traded and carrier.kind == "fuel":
        return Flaw("heat_not_stated", {"unit": unit, "carrier": carrier.label})
    return Target(_ENERGY_UNIT.get(carrier.kind, _energy(carrier)))


def _process_target(dimension: str, unit: str, carrier: Carrier) -> Target | Flaw:
    if dimension == _dimension(carrier.unit):
        return Target(carrier.unit)
    params = {"unit": unit, "carrier": carrier.label, "known": f"{carrier.unit}, 万 {carrier.unit}"}
    return Flaw("unit_not_for_carrier", params)


def _energy(carrier: Carrier) -> str:
    return carrier.unit if _dimension(carrier.unit) == "energy" else "GJ"


def _accepted(carrier: Carrier) -> list[str]:
    own = {"power": ["kWh", "MWh", "万 kWh"], "heat": [carrier.unit, "GJ", "MWh"]}
    fuel = ["Nm³", "万 Nm³", "GJ"] if carrier.unit == "Nm3" else [carrier.unit, "万 t", "GJ"]
    return list(dict.fromkeys([*own.get(carrier.kind, fuel), "tce"]))


def _dimension(unit: str) -> str:
    found = find_unit(unit)
    return found.dimension if found else ""


def figure_target(unit: str, figure: str) -> Target | Flaw:
    """The canonical unit for an indicator or a published figure.

    Example:
        >>> figure_target("亿元", "output_value").unit
        'CNY'
    """
    wanted = "t" if figure == "co2" else measures()[figure].unit
    dimension = _dimension(unit)
    if figure == "co2" and dimension in _CO2:
        return Target("t")
    if dimension == _dimension(wanted):
        return Target(wanted)
    return Flaw("unit_not_for_figure", {"unit": unit, "figure": figure, "wanted": wanted})


def free_target(unit: str, what: str) -> Target | Flaw:
    """The canonical unit for an amount of something that only the park names.

    Example:
        >>> free_target("万 m3", "fresh water").unit
        'm3'
    """
    found = find_unit(unit)
    if found is None or "/" in found.dimension or " " in found.dimension:
        wanted = "t, m³, 件, h"
        return Flaw("unit_not_for_figure", {"unit": unit, "figure": what[:80], "wanted": wanted})
    return Target(base_unit(found))


def material_target(unit: str) -> Target | Flaw:
    """The canonical unit for a material that is no carrier of the catalogue.

    Example:
        >>> material_target("万 t").unit
        't'
    """
    dimension = _dimension(unit)
    if dimension in _MATERIAL_UNIT:
        return Target(_MATERIAL_UNIT[dimension], is_plain_gas=dimension == "volume")
    return Flaw("unit_not_for_figure", {"unit": unit, "figure": "material", "wanted": "t, Nm3"})


def part_target(unit: str, carrier: Carrier, known: Known | None = None) -> Target | Flaw:
    """The canonical unit for a part of a carrier: a share, or an amount of it.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> part_target("%", load_catalog().carriers["diesel"]).unit
        '1'
    """
    return Target("1") if _dimension(unit) == "ratio" else carrier_target(unit, carrier, known)


def scale(value: float, unit: str, target: Target) -> float | Flaw:
    """A value as written, in the target's unit.

    Args:
        value: As written; a `Percent` when a percent sign stood behind it.
        unit: As written.
        target: Where it leads.

    Example:
        >>> scale(Percent(12.0), "1", Target("1"))
        0.12
    """
    if isinstance(value, Percent):
        is_ratio = _dimension(unit) == "ratio"
        return value / 100 if is_ratio else Flaw("percent_sign", {"text": f"{value:g} %"})
    if target.is_plain_gas:
        return convert(value, unit, "m3")
    if target.through:
        return convert(value, unit, target.through)
    return convert(value, *_comparable(unit, target.unit))


def _comparable(unit: str, wanted: str) -> tuple[str, str]:
    dimension = _dimension(unit)
    return (unit, f"{wanted} {dimension[5:]}") if dimension.startswith("mass ") else (unit, wanted)


def add_amounts(page: Page, known: Known) -> None:
    """Add the columns `amount` and `amount_unit` to a table of quantities.

    Args:
        page: A table with `quantity` and `unit`, references resolved.
        known: The names there are.
    """
    subject = _subject_column(page)
    amounts: list[float | None] = [None] * page.size
    units: list[str | None] = [None] * page.size
    targets: dict[tuple[str, str | None], Target | Flaw] = {}
    may_be_blank = page.table.name == _MATERIALS
    named = "carrier" if subject == _PART else subject
    for index, (value, unit, what) in enumerate(page.rows("quantity", "unit", named)):
        if value is None or unit is None or (what is None and not may_be_blank):
            continue
        target = targets.get((unit, what)) or _target(unit, what, subject, known)
        targets[(unit, what)] = target
        amounts[index], units[index] = _amount(page, index, value, unit, target)
    page.columns |= {"amount": amounts, "amount_unit": units}


def _subject_column(page: Page) -> str:
    if page.table.name == "parts":
        return _PART
    columns = ("carrier", "indicator", "figure", *_FREE, "stack", "kind")
    return next(name for name in columns if name in page.columns)


def _target(unit: str, what: str | None, subject: str, known: Known) -> Target | Flaw:
    if what is None:
        return material_target(unit)
    if subject == "carrier":
        return carrier_target(unit, known.catalog.carriers[what], known)
    if subject == _PART:
        return part_target(unit, known.catalog.carriers[what], known)
    if subject == "kind":  # certificates: all of them are of power
        is_energy = _dimension(unit) == "energy"
        wanted = {"unit": unit, "figure": what, "wanted": "MWh"}
        return Target("MWh") if is_energy else Flaw("unit_not_for_figure", wanted)
    if subject in _FREE:
        return free_target(unit, what)
    return figure_target(unit, "co2" if subject == "stack" else what)


def _amount(
    page: Page, index: int, value: float, unit: str, target: Target | Flaw
) -> tuple[float | None, str | None]:
    if isinstance(target, Flaw):
        page.note(index, "unit", target)
        return None, None
    amount = scale(value, unit, target)
    if not isinstance(amount, Flaw) and not math.isfinite(amount):
        amount = Flaw("not_finite", {"text": f"{value:g} {unit}"})
    if isinstance(amount, Flaw):
        page.note(index, "quantity", amount)
        return None, None
    if target.is_plain_gas and ("unit", "gas_in_plain_m3") not in page.alike:
        page.note(index, "unit", Flaw("gas_in_plain_m3", {"unit": unit}))
    return amount, target.unit
