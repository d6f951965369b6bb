"""Batches of fuel: heat value and carbon as a laboratory states them, each in a unit that fits.

The catalogue's heat values and carbon are as received; so must a batch's be, or
its moisture be given, so that they can be made so.
"""

from typing import Any

from tanlu.measure.flaw import Flaw
from tanlu.measure.known import Known
from tanlu.measure.number import Percent
from tanlu.measure.page import Page
from tanlu.measure.value import fits_unit
from tanlu.units import find_unit

_VALUES = ("ncv", "carbon")
_MOISTURE = {"dry": ("moisture",), "air_dried": ("moisture", "moisture_air")}


def check_batches(page: Page, known: Known) -> None:
    """Every batch says something, in units of its fuel, on a basis that can be used.

    Args:
        page: The table of batches, references and amounts resolved.
        known: The names there are.
    """
    for index in range(page.size):
        _check_percent(page, index)
        _check_values(page, index)
        _check_units(page, index, known)
        _check_basis(page, index)


def _check_values(page: Page, index: int) -> None:
    given = [name for name in _VALUES if page.columns[name][index] is not None]
    if not given:
        page.note(index, "ncv", Flaw("batch_without_value"))
    for name in given:
        if page.columns[name][index] == 0:
            params = {"text": "0", "quantity": name}
            page.note(index, name, Flaw("not_positive", params))
        if page.columns[f"{name}_unit"][index] is None:
            page.note(index, f"{name}_unit", Flaw("batch_without_unit", {"column": name}))


def _check_percent(page: Page, index: int) -> None:
    # "65 %" beside the unit "%" is 65, beside "t C/t" it is 0.65; a moisture is in % anyway
    for name in ("moisture", "moisture_air"):
        value = page.columns[name][index]
        page.columns[name][index] = float(value) if isinstance(value, Percent) else value
    for name in _VALUES:
        value, unit = page.columns[name][index], page.columns[f"{name}_unit"][index]
        if isinstance(value, Percent):
            page.columns[name][index] = percent_in(page, index, name, value, unit)


def percent_in(page: Page, index: int, name: str, value: Percent, unit: str | None) -> float:
    """A number with a percent sign in the unit beside it; a flaw when that is no mass fraction."""
    found = find_unit(unit or "")
    if found is None or found.dimension not in ("ratio", "mass C/mass"):
        page.note(index, name, Flaw("percent_sign", {"text": f"{value:g} %"}))
        return float(value)
    return float(value) / 100 / float(found.factor)


def _check_units(page: Page, index: int, known: Known) -> None:
    row = {name: page.columns[name][index] for name in ("carrier", "amount_unit", *_units())}
    carrier = known.catalog.carriers.get(row["carrier"] or "")
    if carrier is None:
        return
    if row["amount_unit"] not in (carrier.unit, None):
        flaw = Flaw("batch_in_energy", {"unit": page.columns["unit"][index], "known": carrier.unit})
        page.note(index, "unit", flaw)
    below = amounts_of(carrier.unit)
    if row["ncv_unit"] and not fits_unit(row["ncv_unit"], ("energy",), below):
        page.note(index, "ncv_unit", _misfit(row["ncv_unit"], "ncv", f"GJ/{carrier.unit}"))
    if row["carbon_unit"] and not is_carbon_unit(row["carbon_unit"], carrier.unit, energy=True):
        wanted = f"t C/{carrier.unit}, t C/GJ" + (", %" if carrier.unit == "t" else "")
        page.note(index, "carbon_unit", _misfit(row["carbon_unit"], "carbon", wanted))
    _check_heat(page, index, row["carbon_unit"])


def _check_heat(page: Page, index: int, carbon_unit: str | None) -> None:
    found = find_unit(carbon_unit or "")
    is_by_heat = found is not None and found.dimension == "mass C/energy"
    if is_by_heat and page.columns["ncv"][index] is None:
        page.note(index, "ncv", Flaw("carbon_needs_heat"))


def _units() -> tuple[str, ...]:
    return tuple(f"{name}_unit" for name in _VALUES)


def amounts_of(unit: str) -> tuple[str, ...]:
    """The dimensions that may stand below the stroke for an amount in a unit."""
    found = find_unit(unit)
    own = found.dimension if found else ""
    return (own, "volume") if own == "normal_volume" else (own,)


def is_carbon_unit(written: str, amount: str, *, energy: bool = False) -> bool:
    """Whether a unit states carbon per amount: mass per amount, or a mass fraction.

    Example:
        >>> is_carbon_unit("%", "t"), is_carbon_unit("%", "Nm3")
        (True, False)
    """
    below = (*amounts_of(amount), "energy") if energy else amounts_of(amount)
    found = find_unit(written)
    is_fraction = found is not None and found.dimension == "ratio" and amount == "t"
    is_mass = fits_unit(written, ("mass", "mass C"), below)
    return is_fraction or (is_mass and "/" in (found.dimension if found else ""))


def _misfit(unit: str, what: str, wanted: str) -> Flaw:
    return Flaw("unit_not_for_figure", {"unit": unit, "figure": what, "wanted": wanted})


def _check_basis(page: Page, index: int) -> None:
    row: dict[str, Any] = {n: page.columns[n][index] for n in ("carbon", "basis", "carbon_unit")}
    if row["carbon"] is None:
        return
    for name in _MOISTURE.get(row["basis"] or "", ()):
        if page.columns[name][index] is None:
            page.note(index, name, Flaw("basis_needs_moisture", {"basis": row["basis"]}))
    if page.columns["moisture_air"][index] == 100 or _is_all_water(page, index):
        page.note(
            index, "moisture", Flaw("out_of_range", {"text": "100", "least": 0, "most": "99"})
        )
    _check_fraction(page, index)


def _is_all_water(page: Page, index: int) -> bool:
    return bool(page.columns["moisture"][index] == 100)


def _check_fraction(page: Page, index: int) -> None:
    value, unit = page.columns["carbon"][index], page.columns["carbon_unit"][index]
    found = find_unit(unit or "")
    is_share = found and found.dimension in ("ratio", "mass C/mass", "mass/mass")
    if found and is_share and value * float(found.factor) > 1:
        page.note(index, "carbon", Flaw("more_carbon_than_mass", {"text": f"{value:g} {unit}"}))
