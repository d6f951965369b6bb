"""Processes: gas in is gas out and gas destroyed; abatement never adds; order and units cancel."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.account.electronics import etched_gas, etched_gas_abated
from tanlu.account.fluorinated import filled_gas, leaked_gas, retired_gas
from tanlu.catalog.load import load_catalog
from tanlu.errors import NoFactorError
from tanlu.workflow.quick import Question, answer
from tests.laws.parks import ledger_of, member, own

SHARE = st.floats(0, 1)
AMOUNT = st.floats(0, 1e6)
CATALOG = load_catalog()
ETCHED = sorted(
    c
    for c, v in CATALOG.carriers.items()
    if c.startswith("semiconductor_") and v.ways and "mm_" not in c
)


def made(carrier, quantity, unit, period="2022"):
    return {
        "record_id": f"{carrier}-{period}", "member_id": "m", "stream": "process",
        "carrier": carrier, "period": period, "quantity": str(quantity), "unit": unit,
        "quality": "measured",
    }  # fmt: skip


def gases(*records, factors=(), method="ipcc.2006"):
    tables = {"members": [member("m")], "activities": list(records), "factors": list(factors)}
    lines = ledger_of(tables, method=method).lines
    return {(c, g): t for c, g, t in lines.select("carrier", "gas", "gas_t").iter_rows()}


@given(AMOUNT, SHARE, SHARE, SHARE, SHARE)
def test_gas_in_is_gas_out_and_gas_destroyed(amount, heel, made, abated, destroyed):
    before = etched_gas(amount, heel, made)
    after = etched_gas_abated(amount, heel, made, abated, destroyed)
    assert after + before * abated * destroyed == pytest.approx(before, abs=1e-9)
    assert after <= before * (1 + 1e-12)


@given(AMOUNT, SHARE, SHARE, SHARE, SHARE)
def test_a_life_of_equipment_never_loses_more_than_was_filled(charge, loss, rate, left, back):
    assert filled_gas(charge, loss, 1.0) <= charge
    assert leaked_gas(charge, rate, 1.0) <= charge
    assert retired_gas(charge, left, back, 1.0) <= charge * left + 1e-9


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(ETCHED), st.integers(1, 10**6))
def test_mass_and_units_of_every_etching_gas(carrier, kilograms):
    in_kg = gases(made(carrier, kilograms, "kg"))
    in_g = gases(made(carrier, kilograms * 1000, "g"))
    assert in_kg == pytest.approx(in_g, rel=1e-12)
    assert all(mass >= 0 for mass in in_kg.values())


@settings(max_examples=20, deadline=None)
@given(SHARE, SHARE)
def test_no_abatement_is_never_less_than_abatement(abated, destroyed):
    plain = gases(made("semiconductor_c2f6", 100, "kg"))
    factors = [own("semiconductor_c2f6", "abated", abated, "1"),
               own("semiconductor_c2f6", "destroyed", destroyed, "1")]  # fmt: skip
    behind = gases(made("semiconductor_c2f6", 100, "kg"), factors=factors)
    assert behind.keys() == plain.keys()
    for key, mass in behind.items():
        assert mass == pytest.approx(plain[key] * (1 - abated * destroyed), abs=1e-12)


@settings(max_examples=10, deadline=None)
@given(st.permutations(["sf6", "r410a", "composting", "aluminium_cwpb"]))
def test_the_order_of_records_does_not_matter(carriers):
    units = {"sf6": "kg", "r410a": "kg"}
    records = [made(c, 7, units.get(c, "t")) for c in carriers]
    assert gases(*records) == gases(*sorted(records, key=lambda r: r["record_id"]))


def test_what_the_plant_states_chooses_the_way():
    aluminium = made("aluminium_cwpb", 1000, "t")
    minutes = [own("aluminium_cwpb", "anode_effect_minutes", 0.5, "min")]
    assert gases(aluminium)["aluminium_cwpb", "cf4"] == pytest.approx(0.4)  # 0.4 kg/t, tier 1
    slope = gases(aluminium, factors=minutes)
    assert slope["aluminium_cwpb", "cf4"] == pytest.approx(0.143 * 0.5)  # table 4.16


def test_process_lines_carry_no_energy_and_biogenic_co2_stands_apart():
    tables = {"members": [member("m")], "activities": [made("incineration_paper", 100, "t")]}
    lines = ledger_of(tables, method="ipcc.2006").lines
    assert lines["energy_tce"].drop_nulls().to_list() in ([0.0], [0.0, 0.0])
    paper = {g: (m, c) for g, m, c in lines.select("gas", "gas_t", "co2_t").iter_rows()}
    carbon = 100 * 0.9 * 0.46 * 44 / 12  # table 2.4: dry matter and carbon; 1 % of it is fossil
    assert paper["co2_biogenic"] == (pytest.approx(carbon * 0.99), 0.0)
    assert paper["co2"][1] == pytest.approx(carbon * 0.01)


def test_a_yearly_amount_is_refused_for_a_month():
    charge = made("r410a_in_air_conditioning", 100, "kg", "2022-03")
    with pytest.raises(NoFactorError) as caught:
        gases(charge)
    assert [fault.code for fault in caught.value.faults] == ["needs_whole_year"]


def test_a_missing_parameter_is_named_and_a_gas_left_out_is_told():
    with pytest.raises(NoFactorError) as caught:
        answer(Question(["污水COD=1 t"], method="ipcc.2006"), CATALOG)
    assert "methane_correction" in caught.value.faults[0].what("en")
    found = answer(Question(["电解铝=1 t"]), CATALOG)
    assert "CF4" in found["warnings"][0]["en"]
    assert found["lines"][0]["gases_t"].keys() == {"co2"}
