"""Parts of a fuel: each says what it is, and a feedstock where its carbon goes."""

from tanlu.measure.flaw import Flaw
from tanlu.measure.known import Known
from tanlu.measure.page import Page


def check_parts(page: Page, known: Known) -> None:
    """A component names a fuel, a feedstock its fate, and no share is above the whole.

    Args:
        page: The table of parts, references and amounts resolved.
        known: The names there are.
    """
    for index, (part, component, fate) in enumerate(page.rows("part", "component", "fate")):
        if part == "component":
            _check_component(page, index, component, known)
        elif part == "feedstock" and fate is None:
            page.note(index, "fate", Flaw("feedstock_without_fate"))
        if part != "feedstock" and fate is not None:
            page.note(index, "fate", Flaw("only_for_feedstock", {"part": part}))
    for index, (carrier,) in enumerate(page.rows("carrier")):
        if carrier and known.catalog.carriers[carrier].kind != "fuel":
            label = known.catalog.carriers[carrier].label
            page.note(index, "carrier", Flaw("not_a_fuel", {"carrier": label}))
    for index, (fate, named) in enumerate(page.rows("fate", "counted_by")):
        if fate == "counted" and named is None:
            page.note(index, "counted_by", Flaw("counted_by_nothing"))
    _check_shares(page)


def _check_component(page: Page, index: int, component: str | None, known: Known) -> None:
    found = known.catalog.carriers.get(component or "")
    own = known.catalog.carriers.get(page.columns["carrier"][index] or "")
    if found is None:
        page.note(index, "component", Flaw("component_without_fuel"))
    elif found.kind != "fuel":
        page.note(index, "component", Flaw("not_a_fuel", {"carrier": found.label}))
    elif own and own.unit != found.unit:
        params = {"component": found.label, "unit": found.unit, "carrier": own.label}
        page.note(index, "component", Flaw("component_in_other_unit", params))


def _check_shares(page: Page) -> None:
    for index, (amount, unit, part) in enumerate(page.rows("amount", "amount_unit", "part")):
        if amount is None:
            continue
        if unit == "1" and amount > 1:
            page.note(index, "quantity", Flaw("share_above_one", {"text": f"{amount:.0%}"}))
        if part == "biogenic" and unit != "1":
            page.note(index, "unit", Flaw("biogenic_needs_share"))
