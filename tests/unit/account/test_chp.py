import pytest

from tanlu.account.cut import LEVELS, cut
from tanlu.account.scope2 import bought_lines
from tanlu.catalog.load import load_catalog
from tanlu.workflow.scope2_record import scope2_record
from tests.laws.parks import burned, flow, ledger_of, member

RULES = ("efficiency", "energy", "exergy", "heat_first")
GJ = 3600.0  # 1,000 MWh of heat


def sent(end, carrier, amount, unit, rule, **rest):
    row = flow("plant", end, carrier, amount, unit)
    return row | {"origin": "chp", "sharing": rule, **rest}


def park(rule, heat=GJ, power=800):
    celsius = {"supply_celsius": "150"}
    return ledger_of(
        {
            "members": [member("plant"), member("acme"), member("bolt")],
            "activities": [burned("plant", "natural_gas", 250_000, "Nm3")],
            "flows": [
                sent("acme", "electricity", power / 2, "MWh", rule),
                sent("bolt", "electricity", power / 4, "MWh", rule),
                sent("world", "electricity", power / 4, "MWh", rule),
                sent("acme", "heat", heat, "GJ", rule, **celsius),
            ],
        },
        method="cn.park",
    )


@pytest.mark.parametrize("rule", RULES)
def test_all_that_leaves_the_plant_carries_what_it_emitted(rule):
    ledger = park(rule)
    plant = ledger.lines.filter(to_id="plant")["co2_t"].sum()
    given = ledger.lines.filter(from_id="plant")["co2_t"].sum()
    assert given == pytest.approx(plant)
    totals = [cut(ledger, year=2022, boundary=level).total_t for level in LEVELS]
    assert totals == pytest.approx([plant] * 3)


def test_the_efficiency_rule_by_hand():
    ledger = park("efficiency")
    plant = ledger.lines.filter(to_id="plant")["co2_t"].sum()
    heat = ledger.lines.filter(carrier="heat").row(0, named=True)
    part = (1000 / 0.8) / (1000 / 0.8 + 800 / 0.35)
    assert heat["co2_t"] == pytest.approx(plant * part)
    factor = ledger.choices[heat["choice"]].factors["emission"]
    assert (factor.found, factor.factor.citation_id) == ("shared", "ghgp.chp.2006")


def test_the_other_rules_are_shown_for_the_same_flow():
    found = cut(park("energy"), year=2022, boundary="enterprise")
    record = scope2_record(found, load_catalog())
    heat = next(line for line in record["lines"] if line["carrier"] == "heat")
    assert [each["rule"] for each in heat["sharing"]] == [
        "energy", "efficiency", "exergy", "heat_first",
    ]  # fmt: skip
    assert heat["sharing"][0]["location_t"] == pytest.approx(heat["location_t"])
    assert heat["location_rules"] == ["R10"]
    power = next(line for line in bought_lines(found) if line.row["carrier"] == "electricity")
    assert [step.code for step in power.steps] == ["shared"]
    assert power.row["market_t"] == pytest.approx(power.row["co2_t"])


def test_without_a_rule_nothing_is_shared():
    ledger = park("")
    line = ledger.lines.filter(to_id="acme", carrier="electricity").row(0, named=True)
    assert ledger.choices[line["choice"]].factors["emission"].found == "exact_year"


def test_a_plant_of_power_alone_gives_it_all_to_power():
    ledger = park("efficiency", heat=0)
    lines = ledger.lines.filter(from_id="plant")
    assert lines.filter(carrier="heat")["co2_t"].sum() == 0
    assert lines["co2_t"].sum() == pytest.approx(ledger.lines.filter(to_id="plant")["co2_t"].sum())
