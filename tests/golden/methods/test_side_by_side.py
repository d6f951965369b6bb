"""Two methods side by side against products worked out by hand from the printed factors.

Nothing here was printed by the program: each expected part is written as the
product that a reader would make with the documents open.
"""

from dataclasses import replace

import pytest

from tanlu.catalog.load import load_catalog
from tanlu.workflow.methods import compare_methods
from tests.laws.parks import book_of, burned, flow

C = 44 / 12
# 100 t of diesel: heat value of GB/T 2589-2020 and carbon of the provincial guide, or IPCC 2006
DIESEL = 100.0
PARK_NCV, CARBON, OXIDISED = 42.705, 0.0202, 0.98
IPCC_NCV, IPCC_CO2 = 43.0, 0.0741
# 10⁶ Nm³ of natural gas at 38,931 kJ/Nm³
GAS_GJ = 38931.0


def compared(tables, first, second, **card):
    book = book_of(tables, **card)
    found = compare_methods(book, load_catalog(), (first, second), 2022)
    assert found.lacking == ((), ())
    return found.result


def parts(result):
    return {(p.cause, p.carrier, p.gas, p.quantity): p.amount_t for p in result.parts}


def near(value):
    return pytest.approx(value, rel=1e-9)


def test_heat_value_and_formula_share_what_they_make_together():
    tables = {"activities": [burned("", "diesel", 100, "t")]}
    found = compared(tables, "cn.park", "ipcc.2006")
    by_carbon = CARBON * OXIDISED * C  # [t CO2/GJ]
    assert found.first_t == near(DIESEL * PARK_NCV * by_carbon)
    told = parts(found)
    # each the mean of what it adds first and what it adds last
    assert told["factor", "diesel", "co2", "ncv"] == near(
        DIESEL * (IPCC_NCV - PARK_NCV) * (by_carbon + IPCC_CO2) / 2
    )
    assert told["formula", "diesel", "co2", ""] == near(
        DIESEL * (PARK_NCV + IPCC_NCV) / 2 * (IPCC_CO2 - by_carbon)
    )
    # 3 g CH4 and 0.6 g N2O per GJ, of table 2.3 for manufacturing, under AR5
    assert told["gas", "diesel", "ch4", ""] == near(DIESEL * IPCC_NCV * 3e-6 * 28)
    assert told["gas", "diesel", "n2o", ""] == near(DIESEL * IPCC_NCV * 6e-7 * 265)


def test_the_papers_gas_and_power_against_the_park_method():
    tables = {
        "activities": [burned("", "natural_gas", 100, "万 Nm3")],
        "flows": [flow("world", "park", "electricity", 1000, "MWh")],
    }
    found = compared(tables, "wang2024", "cn.park")
    told = parts(found)
    assert told == {
        # the paper's table 5 prints 0.98, the provincial guide 0.99
        ("factor", "natural_gas", "co2", "oxidised"): near(GAS_GJ * 0.0153 * (0.99 - 0.98) * C),
        # the paper 0.581, Jiangxi's average of 2022 is 0.5752
        ("factor", "electricity", "co2", "emission"): near(1000 * (0.5752 - 0.581)),
    }
    assert found.difference_t == near(GAS_GJ * 0.0153 * 0.01 * C - 5.8)


def test_the_zero_carbon_method_subtracts_what_is_sent_out_and_takes_the_fossil_factor():
    tables = {
        "flows": [
            flow("world", "park", "electricity", 1000, "MWh"),
            flow("park", "world", "electricity", 100, "MWh"),
        ]
    }
    found = compared(tables, "cn.park", "cn.zero_carbon_park.2025")
    assert found.first_t == near(575.2)
    assert found.second_t == near(0.8325 * 900)
    assert parts(found) == {
        ("factor", "electricity", "co2", "emission"): near(1000 * (0.8325 - 0.5752)),
        ("export", "electricity", "co2", ""): near(-0.8325 * 100),
    }


def varied(**changes):
    """The catalogue with one more method: `cn.park`, changed."""
    catalog = load_catalog()
    method = replace(catalog.method("cn.park"), method_id="varied", **changes)
    return replace(catalog, methods={**catalog.methods, "varied": method})


def test_an_amount_in_coal_equivalent_moves_with_the_coefficient():
    # 1.33 kgce/Nm³ as GB/T 2589 prints it, or 38,931 kJ/Nm³ over 29,307.6 kJ/kgce
    series = load_catalog().method("cn.park").series
    wide = varied(series={**series, "coal_equivalent": ("cn.energy_yearbook.2019",)})
    book = book_of({"activities": [burned("", "natural_gas", 100, "tce")]}, method="cn.park")
    found = compare_methods(book, wide, ("cn.park", "varied"), 2022).result
    volumes = (100 / 0.00133, 100 * 29.3076 / 0.038931)
    moved = (volumes[1] - volumes[0]) * 0.038931 * 0.0153 * 0.99 * C
    assert parts(found) == {("amount", "natural_gas", "co2", "coal_equivalent"): near(moved)}


def test_potentials_differ_where_a_method_does_not_take_the_parks():
    tables = {"activities": [burned("", "natural_gas", 100, "万 Nm3")]}
    book = book_of(tables, gwp_set="AR4", method="ipcc.2006")
    catalog = load_catalog()
    strict = replace(catalog.method("ipcc.2006"), method_id="strict", gwp_sets=("AR5",))
    wide = replace(catalog, methods={**catalog.methods, "strict": strict})
    found = compare_methods(book, wide, ("ipcc.2006", "strict"), 2022)
    # 1 g CH4 and 0.1 g N2O per GJ: 25 to 28, 298 to 265
    assert parts(found.result) == {
        ("gwp", "natural_gas", "ch4", ""): near(GAS_GJ * 1e-6 * (28 - 25)),
        ("gwp", "natural_gas", "n2o", ""): near(GAS_GJ * 1e-7 * (265 - 298)),
    }
    assert [(f.code, f.params["method"]) for f in found.warnings] == []


def test_a_stream_that_one_method_leaves_out_is_named():
    tables = {
        "activities": [burned("", "natural_gas", 1, "万 Nm3")],
        "flows": [flow("world", "park", "heat", 1000, "GJ")],
    }
    found = compared(tables, "cn.guide.power.2013", "cn.ets.power.2022")
    assert parts(found) == {("stream", "heat", "co2", ""): near(-0.11 * 1000)}


def test_a_value_that_a_method_does_not_have_makes_its_total_incomplete():
    # the paper's refined oil is no fuel of the guides
    tables = {"activities": [burned("", "refined_oil", 100, "t"), burned("", "diesel", 1, "t")]}
    book = book_of(tables, method="wang2024")
    found = compare_methods(book, load_catalog(), ("wang2024", "cn.park"), 2022)
    first, second = found.lacking
    assert {fault.params["subject"] for fault in second} == {"refined_oil"}
    assert first == ()
    told = parts(found.result)
    # [wang2024] table 5: 43.07 GJ/t, 19.6 t C/TJ, 99 %
    assert told["no_factor", "refined_oil", "co2", ""] == near(-100 * 43.07 * 0.0196 * 0.99 * C)
