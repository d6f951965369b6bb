"""Carbon mass balance: carbon per amount in a unit that fits, and a destination for what leaves."""

from tanlu.measure.batch import is_carbon_unit, percent_in
from tanlu.measure.flaw import Flaw
from tanlu.measure.known import Known
from tanlu.measure.number import Percent
from tanlu.measure.page import Page
from tanlu.units import find_unit


def check_balances(page: Page, known: Known) -> None:
    """What leaves has a destination (R11); carbon is per amount, and never more than it.

    Args:
        page: The table of mass balances, references and amounts resolved.
        known: The names there are.
    """
    for index, (side, destination) in enumerate(page.rows("side", "destination")):
        if side == "output" and destination is None:
            page.note(index, "destination", Flaw("carbon_without_destination"))
    for index, (value, unit) in enumerate(page.rows("carbon", "carbon_unit")):
        if isinstance(value, Percent):
            page.columns["carbon"][index] = percent_in(page, index, "carbon", value, unit)
        _check_carbon(page, index)
    _check_carriers(page, known)


def _check_carbon(page: Page, index: int) -> None:
    value, unit = page.columns["carbon"][index], page.columns["carbon_unit"][index]
    amount = page.columns["amount_unit"][index]
    if unit is None or amount is None:
        return
    if not is_carbon_unit(unit, amount):
        params = {"unit": unit, "figure": "carbon", "wanted": f"t C/{amount}"}
        page.note(index, "carbon_unit", Flaw("unit_not_for_figure", params))
        return
    found = find_unit(unit)
    if value and found and amount == "t" and value * float(found.factor) > 1:
        page.note(index, "carbon", Flaw("more_carbon_than_mass", {"text": f"{value:g} {unit}"}))


def _check_carriers(page: Page, known: Known) -> None:
    for index, (carrier, unit) in enumerate(page.rows("carrier", "amount_unit")):
        found = known.catalog.carriers.get(carrier or "")
        if found and unit and unit != found.unit:
            params = {"unit": page.columns["unit"][index], "known": found.unit}
            page.note(index, "unit", Flaw("batch_in_energy", params))
