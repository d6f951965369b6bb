"""A joint plant under every rule: the one on the transfer gives the inventory's figure."""

import json

import pytest

from tanlu.account.cut import cut
from tanlu.account.ledger import ledger
from tanlu.catalog.joint import joint_rules
from tanlu.catalog.load import load_catalog
from tanlu.catalog.sharing import sharing
from tanlu.measure.border import check
from tanlu.workflow.trace_joint import joint_plants, joint_record
from tests.laws.big_park import draft


@pytest.fixture(scope="module")
def park():
    catalog = load_catalog()
    book = check(draft(60), catalog)
    return book, catalog, ledger(book, catalog)


def test_the_rule_on_the_transfer_is_the_inventorys(park):
    book, catalog, lines = park
    (plant,) = joint_plants(book, catalog, lines, 2022)
    under = next(u for u in plant.rules if u.rule == plant.rule)
    sold = lines.lines.filter(lines.lines["origin"].eq("chp"))
    assert under.power * plant.plant.power_mwh + under.heat * plant.plant.heat_mwh == pytest.approx(
        sold["co2_t"].sum()
    )
    assert json.dumps(joint_record([plant]))
    for other in plant.rules:
        assert plant.heat_t(other) + plant.power_t(other) == pytest.approx(plant.plant.co2_t)


def test_the_references_of_both_lists_are_the_same():
    rules = joint_rules()
    known = sharing()
    assert rules["efficiency"].arguments == {"power": known.e_power, "heat": known.e_heat}
    assert rules["heat_first"].arguments == {"heat": known.e_heat}
    assert set(known.cites) <= set(rules)


def test_the_synthetic_park_is_the_sum_of_its_members(park):
    from tanlu.workflow.trace_park import transfers_of

    for view in ("location", "market"):
        done = transfers_of(park[2], 2022, "enterprise", view)
        drawn = cut(park[2], year=2022)
        total = drawn.total_t if view == "location" else drawn.market_total_t
        assert done.ledgers.total_t() == pytest.approx(total, rel=1e-9)
