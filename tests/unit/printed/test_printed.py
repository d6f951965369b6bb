"""Methods whose documents print factors per amount: EPA and the UK government.

Expected values are the documents' own: hub 2024 tables 1 and 6, flat file 2022.
"""

import csv
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from tanlu.catalog.load import DATA, load_catalog
from tanlu.errors import InputError, TanluError
from tanlu.units import convert, find_unit
from tanlu.workflow.quick import Question, answer


def of(*items, method="us.epa", year=2024, region="", gwp=""):
    return answer(Question(items, region, year, method, gwp), load_catalog())


def codes(*items, **how):
    with pytest.raises(TanluError) as caught:
        of(*items, **how)
    return {fault.code for fault in caught.value.faults}


@pytest.mark.parametrize(
    ("item", "kg"),
    [
        ("natural gas=1 mmBtu", 53.06),
        ("natural gas=10 therms", 53.06),
        ("natural gas=1.05505585262 GJ (HHV)", 53.06),
        ("natural gas=1 Mcf", 54.44),
        ("天然气=1000 scf", 54.44),
        ("diesel=1 gal", 10.21),
        ("diesel=3.785411784 L", 10.21),
        ("motor gasoline=1 bbl", 42 * 8.78),
        ("bituminous coal=1 short ton", 2325),
        ("bituminous coal=2000 lb", 2325),
        ("bituminous coal=0.90718474 t", 2325),
    ],
)
def test_hub_by_any_unit(item, kg):
    assert of(item)["lines"][0]["co2_t"] == pytest.approx(kg / 1000)


def test_biomass_is_told_apart():
    line = of("wood=1 short ton")["lines"][0]
    assert line["co2_t"] is None
    assert line["co2_biogenic_t"] == pytest.approx(1.64)
    assert line["co2e_t"] == pytest.approx((126 * 28 + 63 * 265) / 1e6)


def test_power_by_subregion_and_edition():
    lb = 0.45359237e-3
    assert of("electricity=1 MWh")["lines"][0]["co2_t"] == pytest.approx(823.149 * lb)
    assert of("electricity=1 MWh", year=2025)["lines"][0]["co2_t"] == pytest.approx(771.523 * lb)
    camx = of("electricity=1 MWh", region="CAMX")["lines"][0]
    assert camx["co2_t"] == pytest.approx(497.443 * lb)
    assert camx["n2o_t"] == pytest.approx(0.004 * lb)


def test_the_potentials_of_the_edition():
    assert of("diesel=1 gal", year=2023)["gwp_set"] == "AR4"
    assert of("diesel=1 gal", year=2024)["gwp_set"] == "AR5"
    assert of("diesel=1 gal", year=2024, gwp="AR6")["gwp_set"] == "AR6"


def test_before_the_hub_heat_times_factor():
    # table C-1: 0.138 mmBtu/gal × 73.96 kg CO2/mmBtu
    assert of("diesel=1 gal", year=2019)["lines"][0]["co2_t"] == pytest.approx(0.138 * 0.07396)


@pytest.mark.parametrize(
    ("item", "kg"),
    [
        ("natural gas=1 kWh (Gross CV)", 0.18254),
        ("natural gas=1 kWh (Net CV)", 0.20227),
        ("natural gas=1 m3", 2.01574),
        ("natural gas=1 t", 2539.25),
        ("electricity=1 kWh", 0.19338),
    ],
)
def test_uk_totals_of_2022(item, kg):
    found = of(item, method="uk.desnz", year=2022)
    assert found["co2e_t"] == pytest.approx(kg / 1000, rel=1e-9)


@pytest.mark.parametrize(
    ("item", "how", "code"),
    [
        ("natural gas=1 kWh", {"method": "uk.desnz"}, "heat_not_stated"),
        ("natural gas=1 GJ", {"method": "uk.desnz"}, "heat_not_stated"),
        ("natural gas=1 mmBtu (LHV)", {}, "unit_not_for_carrier"),
        ("natural gas=1 m3", {}, "unit_not_for_carrier"),
        ("natural gas=1 Nm3", {"method": "uk.desnz"}, "unit_not_for_carrier"),
        ("anthracite=1 ton", {}, "unclear_size"),
        ("diesel=1 gallon", {"method": "uk.desnz"}, "unclear_size"),
        ("natural gas=1 scf", {"method": "cn.park"}, "unit_not_for_carrier"),
        ("natural gas=1 GJ (HHV)", {"method": "cn.park"}, "unit_not_for_carrier"),
    ],
)
def test_what_is_not_plain_is_refused(item, how, code):
    assert codes(item, **how) == {code}


def test_units_of_trade():
    assert convert(1, "therm", "mmBtu") == pytest.approx(0.1)
    assert convert(1, "short ton", "lb") == 2000
    assert convert(1, "long ton", "lb") == 2240
    assert convert(42, "gal", "bbl") == pytest.approx(1)
    assert find_unit("kWh (Gross CV)").dimension == "gross_energy"
    assert find_unit("kWh (Net CV)") == find_unit("kWh")
    for one, other in pairwise(("scf", "Sm3", "Nm3", "m3")):
        with pytest.raises(InputError):
            convert(1, one, other)


@pytest.mark.parametrize(
    "path", sorted(DATA.glob("printed/uk_desnz_20[12][0-46-9]*.csv")), ids=lambda p: p.stem
)
def test_the_gases_of_a_row_sum_to_its_printed_total(path: Path):
    assert yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))["co2e_by"]
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            parts = [row.get("co2") or row["emission"], row["ch4"], row["n2o"]]
            total = float(row["total"])
            # each is printed to some digits, the total too
            within = 2.1e-5 if total < 10 else 0.0151
            assert sum(map(float, parts)) == pytest.approx(total, abs=within, rel=0), row


def test_a_total_is_not_joined_with_gases_of_another_year():
    found = of("natural gas=1 kWh (Gross CV)", "electricity=1 kWh", method="uk.desnz", year=2025)
    assert [line["ch4_t"] for line in found["lines"]] == [None, None]
    assert found["co2e_t"] == pytest.approx((0.18296 + 0.177) / 1000)


def test_australian_energy_content_times_factor():
    # tables of 2023: 38.6 GJ/kL, 69.9 + 0.1 + 0.2 kg CO2e/GJ; gas 0.0393 GJ/m3, 51.4 + 0.1 + 0.03
    found = of("diesel=1 kL", "natural gas=1000 m3", "natural gas=1 GJ", method="au.nga", year=2023)
    tonnes = [line["co2e_t"] for line in found["lines"]]
    assert tonnes == pytest.approx([38.6 * 0.0702, 39.3 * 0.05153, 0.05153])


def test_an_amount_of_another_kind_is_never_taken_for_tonnes():
    from tanlu.account.choose import Chooser, Kind
    from tanlu.catalog.resolve import Resolver
    from tanlu.errors import Place

    # gallons, standard cubic feet and gross heat of a park under us.epa, beside a method in tonnes
    catalog = load_catalog()
    for method in ("ipcc.2006", "cn.park", "cn.guide.steel.2013"):
        resolver = Resolver(catalog, catalog.method(method))
        chooser = Chooser(resolver, catalog.carriers, catalog.gwp["AR5"], "CN")
        for carrier, unit in (("diesel", "m3"), ("natural_gas", "scf"), ("diesel", "GJ gross")):
            choices, faults = chooser.burn(Kind(carrier, date(2024, 1, 1), unit, ()), Place())
            assert not choices
            assert {fault.code for fault in faults} == {"no_factor"}
