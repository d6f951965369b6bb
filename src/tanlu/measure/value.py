"""Stated values: own factors, assumptions and targets against what physics allows."""

from collections.abc import Mapping

from tanlu.measure.flaw import Flaw
from tanlu.measure.known import Known
from tanlu.measure.number import Percent
from tanlu.measure.page import Page
from tanlu.model.factor import Carrier
from tanlu.model.parameter import parameters
from tanlu.units import find_unit, same_measure

_PROCESSES = ("process", "shared")
_POSITIVE = {"ncv", "coal_equivalent"}
_CO2 = ("mass CO2", "mass CO2e")
_ABOVE: Mapping[str, tuple[tuple[str, ...], str]] = {
    "ncv": (("energy",), "GJ/t"),
    "carbon": (("mass C",), "t C/GJ"),
    "carbon_content": (("mass C",), "t C/t"),
    "emission": (_CO2, "t CO2/MWh"),
    "coal_equivalent": (("coal_equivalent",), "tce/t"),
    "co2": (_CO2, "t CO2/t"),
    "ch4": (("mass CH4",), "kg CH4/GJ"),
    "n2o": (("mass N2O",), "kg N2O/GJ"),
    "residual": (_CO2, "t CO2/MWh"),
    "factor": (_CO2, "t CO2/MWh"),
}
_MOST = {"stored": 1.0}
_TARGETS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], str]] = {
    "peak_year": (("ratio",), (), "1"),
    "co2": (("mass", *_CO2), (), "万 t CO2"),
    "co2_per_energy": (_CO2, ("energy", "coal_equivalent"), "t CO2/tce"),
    "co2_per_output": (_CO2, ("money",), "t CO2/万元"),
}


def check_factors(page: Page, known: Known) -> None:
    """Own factors: a unit that fits, a value that can be, a span that is one.

    Args:
        page: The table of factors, references resolved.
        known: The names there are.
    """
    _check_units(page, known, "subject")
    _check_limits(page, "lower", "upper")
    _check_signs(page)
    for index, (start, end) in enumerate(page.rows("from_on", "to_on")):
        if start and end and end <= start:
            page.note(index, "to_on", Flaw("ends_before", {"start": start.isoformat()}))


def check_assumptions(page: Page, known: Known) -> None:
    """Assumptions: a unit that fits and low ≤ value ≤ high.

    Args:
        page: The table of assumptions, references resolved.
        known: The names there are.
    """
    _check_units(page, known, "branch")
    _check_limits(page, "low", "high")


def check_targets(page: Page) -> None:
    """Targets: a unit that fits the indicator.

    Args:
        page: The table of targets.
    """
    for index, (indicator, unit) in enumerate(page.rows("indicator", "unit")):
        if indicator is None or unit is None:
            continue
        above, below, example = _TARGETS[indicator]
        if not fits_unit(unit, above, below):
            page.note(index, "unit", _misfit(unit, indicator, example))


def fits_unit(unit: str, above: tuple[str, ...], below: tuple[str, ...]) -> bool:
    """Whether a unit has one dimension above and, where asked, one below the stroke.

    Example:
        >>> fits_unit("kJ/kg", ("energy",), ("mass",)), fits_unit("t", ("mass",), ())
        (True, True)
    """
    found = find_unit(unit)
    first, _, second = found.dimension.partition("/") if found else ("", "", "")
    return first in above and (second in below if below else not second)


def _check_units(page: Page, known: Known, subject: str) -> None:
    for index, (name, quantity, unit) in enumerate(page.rows(subject, "quantity", "unit")):
        if quantity is None or unit is None:
            continue
        carrier = known.catalog.carriers.get(name or "")
        if carrier and carrier.kind in _PROCESSES and quantity in parameters():
            _check_parameter(page, index, parameters()[quantity].unit_for(carrier.unit))
            continue
        above, example = _ABOVE.get(quantity, (("ratio",), "%"))
        below = _below(quantity, carrier) if quantity in _ABOVE else ()
        if not fits_unit(unit, above, below):
            page.note(index, "unit", _misfit(unit, quantity, example))


def _check_parameter(page: Page, index: int, wanted: str) -> None:
    quantity, unit = page.columns["quantity"][index], page.columns["unit"][index]
    written, needed = find_unit(unit), find_unit(wanted)
    if written and needed and not same_measure(written.dimension, needed.dimension):
        page.note(index, "unit", _misfit(unit, quantity, wanted))


def _below(quantity: str, carrier: Carrier | None) -> tuple[str, ...]:
    own = find_unit(carrier.unit) if carrier else None
    amounts = (own.dimension,) if own else ("mass", "normal_volume")
    if "normal_volume" in amounts:
        amounts = (*amounts, "volume")  # documents print m³ and mean the standard state
    return (
        amounts
        if quantity in ("ncv", "carbon_content")
        else (*amounts, "energy", "coal_equivalent")
    )


def _misfit(unit: str, what: str, example: str) -> Flaw:
    return Flaw("unit_not_for_figure", {"unit": unit, "figure": what, "wanted": example})


def _check_limits(page: Page, low: str, high: str) -> None:
    for index, (least, value, most) in enumerate(page.rows(low, "value", high)):
        if least is not None and value is not None and least > value:
            page.note(index, low, Flaw("limits_crossed", {"low": least, "high": value}))
        if most is not None and value is not None and most < value:
            page.note(index, high, Flaw("limits_crossed", {"low": value, "high": most}))


def _check_signs(page: Page) -> None:
    for index, (quantity, value, unit) in enumerate(page.rows("quantity", "value", "unit")):
        if quantity is None or value is None:
            continue
        if value < 0 or (value == 0 and quantity in _POSITIVE):
            page.note(index, "value", Flaw("not_positive", {"text": value, "quantity": quantity}))
        if quantity == "oxidised" and unit and value > _whole(value, unit):
            page.note(index, "value", _too_oxidised(value))
        most = parameters()[quantity].most if quantity in parameters() else _MOST.get(quantity)
        if most is not None and unit and value > most * _whole(value, unit):
            page.note(index, "value", Flaw("above_whole", {"text": value, "quantity": quantity}))


def _whole(value: float, unit: str) -> float:
    found = find_unit(unit)
    if isinstance(value, Percent):
        return 100.0
    return float(1 / found.factor) if found else 1.0


def _too_oxidised(value: float) -> Flaw:
    proposed = f"{value / 100:g}" if value <= 100 else "0.98"
    return Flaw("oxidised_above_one", {"text": f"{value:g}", "proposed": proposed})
