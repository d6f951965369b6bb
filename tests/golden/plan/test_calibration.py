"""The base year of a plan is the inventory, to rounding: Ganzhou and the other parks."""

import pytest

from tanlu.account.cut import cut, years_of
from tanlu.account.ledger import ledger
from tanlu.catalog.load import load_catalog
from tanlu.plan.base_year import base_system, streams_of
from tanlu.plan.solve import solve
from tanlu.workflow.open import bundled, open_book


@pytest.mark.parametrize("name", ["ganzhou", "minimal", "opulent"])
def test_emissions_of_the_base_year_are_the_inventory(name):
    book = open_book(bundled(name))
    lines = ledger(book, load_catalog())
    for year in years_of(lines):
        inventory = cut(lines, year=year)
        period = solve(base_system(inventory)).periods[0]
        assert period.co2_t == pytest.approx(inventory.total_t, rel=1e-9)
        if inventory.market_total_t is not None:
            assert period.co2_market_t == pytest.approx(inventory.market_total_t, rel=1e-9)


def test_amounts_are_those_of_the_records():
    book = open_book(bundled("ganzhou"))
    inventory = cut(ledger(book, load_catalog()), year=2022)
    power = [s for s in streams_of(inventory) if s.carrier == "electricity"]
    bought = inventory.entering.filter(carrier="electricity")
    assert sum(s.amount for s in power) == pytest.approx(bought["amount"].sum())
    assert sum(s.tce for s in streams_of(inventory)) == pytest.approx(
        inventory.entering["energy_tce"].sum()
    )
